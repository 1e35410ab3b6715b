//! The keys of every kind of file and what they mean, in German: editors read it while they type.

use serde_json::{Value, json};

use super::parts::{aliases, context, extras, image, publication, published, web_link};
use super::shapes::{
    Key, by_id, choice, country, day, days, decimal, degrees, email, id, key, language, list,
    matching, object, one_or_many, phone, planned_date, site_path, text, texts, time, url,
    whole_number, yes_or_no, zone,
};
use crate::icalendar::Color;
use crate::model::config::PATH_WORDS;
use crate::values::{
    DateStatus, DelegationStatus, EventKind, EventStatus, HourOpen, PageType, RegistrationState,
};

pub(super) fn event() -> Value {
    let mut schema = object(
        [
            vec![
                key("title", texts(), "Name der Veranstaltung.")
                    .example("Get-together mit der mexikanischen Delegation")
                    .required(),
                key("start", time(), "Beginn: Tag und Uhrzeit, oder nur der Tag.")
                    .example("2019-09-24T15:00")
                    .example("2019-09-24"),
                key("end", time(), "Ende, in derselben Form wie der Beginn. Bei Tagen der letzte Tag.")
                    .example("2019-09-24T17:00"),
                key("within", days(), "Statt `start` und `end`, solange der Tag nicht feststeht: der Zeitraum.")
                    .example("2019-11-04/2019-11-08"),
                key("time", choice(HourOpen::WORDS), "`open`: Der Tag steht fest, die Uhrzeit folgt."),
                key("timezone", zone(), "Zeitzone, wenn es nicht die der Website ist.")
                    .example("America/Mexico_City"),
                key("repeat", repeat(), "Wiederholung: Die Veranstaltung hat mehrere Termine; `start` ist der erste."),
                key("kind", choice(EventKind::WORDS), "get-together: Treffen · company-visit: Unternehmensbesuch · congress: Kongress · matchmaking: Kooperationsgespräche · visit: anderer Besuch · online: nur im Internet."),
                key("delegations", one_or_many(&id()), "Delegationen, die teilnehmen: die Dateinamen aus delegations/ ohne .yaml.")
                    .example(json!(["mexiko-2019"])),
                key("countries", one_or_many(&country()), "Länder, zusätzlich zu denen der Delegationen: zwei große Buchstaben.")
                    .example(json!(["MX"])),
                key("venue", venue_or_key(), "Ort: ein Schlüssel aus venues.yaml, oder der Ort selbst mit denselben Angaben wie dort.")
                    .example("htw-dresden"),
                key("online", web_link(), "Zugang über das Internet."),
                key("registration", registration(), "Wie man sich anmeldet."),
                key("price", price(), "Was die Teilnahme kostet."),
                key("languages", one_or_many(&language()), "Sprachen, die gesprochen werden.")
                    .example(json!(["de", "es"])),
                key("interpretation", one_or_many(&language()), "Sprachen, in die gedolmetscht wird.")
                    .example(json!(["es"])),
                key("audience", texts(), "Für wen die Veranstaltung ist.")
                    .example("kleine und mittlere Unternehmen in Sachsen"),
                key("status", choice(EventStatus::WORDS), "planned: geplant · confirmed: findet statt · cancelled: abgesagt · postponed: verschoben, Termin offen · moved-online: findet online statt."),
                key("status_note", texts(), "Ein Satz dazu, zum Beispiel der Grund einer Absage."),
                key("press", one_or_many(&id()), "Pressemitteilungen dazu: die Dateinamen aus press/ ohne .md.")
                    .example(json!(["2019-09-23-mexiko"])),
                published(),
            ],
            context(),
            extras(),
            publication(),
        ]
        .into_iter()
        .flatten()
        .collect(),
    );
    schema["anyOf"] = json!([{ "required": ["start"] }, { "required": ["within"] }]);
    schema
}

fn venue_or_key() -> Value {
    json!({ "anyOf": [id(), venue()] })
}

fn repeat() -> Value {
    let every = matching("^([1-9][0-9]? )?(day|week|month)s?$");
    let days = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    let on = matching(&format!("^((first|second|third|fourth|last) )?{days}$"));
    object(vec![
        key("every", every, "day: täglich · week: wöchentlich · month: monatlich; mit Zahl davor seltener.")
            .example("week")
            .example("2 weeks")
            .required(),
        key("on", one_or_many(&on), "Wochentage; bei Monaten mit first, second, third, fourth oder last davor. Ohne Angabe der Tag von `start`.")
            .example(json!(["tuesday", "thursday"]))
            .example(json!(["first tuesday"])),
        key("until", day(), "Letzter möglicher Tag. Stattdessen geht `count`.").example("2019-12-31"),
        key("count", whole_number(1), "Zahl der Termine. Stattdessen geht `until`.").example(10),
        key("except", one_or_many(&day()), "Tage, an denen es keinen Termin gibt.")
            .example(json!(["2019-10-29"])),
        key("extra", one_or_many(&time()), "Weitere Termine: Tag und Uhrzeit, oder nur der Tag.")
            .example(json!(["2019-12-21T10:00"])),
        key("changes", list(&changed_date()), "Einzelne Termine, die anders sind als angekündigt."),
    ])
}

fn changed_date() -> Value {
    object(vec![
        key("date", day(), "Der Tag, an dem der Termin nach der Regel wäre.")
            .example("2019-10-08")
            .required(),
        key("start", time(), "Neuer Beginn.").example("2019-10-09T18:00"),
        key("end", time(), "Neues Ende."),
        key("status", choice(DateStatus::WORDS), "cancelled: Dieser Termin fällt aus."),
        key(
            "venue",
            venue_or_key(),
            "Anderer Ort: ein Schlüssel aus venues.yaml, oder der Ort selbst.",
        ),
        key("note", texts(), "Ein Satz dazu.").example("Wegen der Messe am Mittwoch"),
    ])
}

fn registration() -> Value {
    object(vec![
        key("required", yes_or_no(), "Ob man sich anmelden muss."),
        key("email", email(), "E-Mail-Adresse für Anmeldungen.").example("anmeldung@example.org"),
        key("phone", phone(), "Telefonnummer für Anmeldungen, mit Vorwahl.")
            .example("+49 351 2138371"),
        key("url", url(), "Adresse eines Anmeldeformulars."),
        key("opens", time(), "Ab wann man sich anmelden kann."),
        key("deadline", time(), "Anmeldeschluss. Ein Tag gilt bis zu seinem Ende.")
            .example("2019-09-20"),
        key("capacity", whole_number(0), "Zahl der Plätze.").example(40),
        key(
            "state",
            choice(RegistrationState::WORDS),
            "open: Plätze frei · few: wenige Plätze · waitlist: Warteliste · full: ausgebucht · closed: geschlossen.",
        ),
        key("note", texts(), "Was man bei der Anmeldung wissen oder angeben soll."),
    ])
}

fn price() -> Value {
    object(vec![
        key("amount", decimal(), "Betrag mit Punkt statt Komma; 0, wenn es nichts kostet.")
            .example(0),
        key("currency", matching("^[A-Z]{3}$"), "Währung: drei große Buchstaben.").example("EUR"),
        key("note", texts(), "Erklärung dazu.").example("kostenneutral"),
    ])
}

pub(super) fn delegation() -> Value {
    object(
        [
            vec![
                key("title", texts(), "Name der Delegation.").example("Delegation aus Mexiko").required(),
                key("countries", one_or_many(&country()), "Länder, aus denen die Gäste kommen: zwei große Buchstaben.")
                    .example(json!(["EE", "FI", "PL", "HU"]))
                    .required(),
                key("start", planned_date(), "Erster Tag. Solange er nicht feststeht: Monat, Quartal oder Jahr.")
                    .example("2019-11-04")
                    .example("2020-05")
                    .example("2020-Q1")
                    .required(),
                key("end", planned_date(), "Letzter Tag.").example("2019-11-08"),
                key("status", choice(DelegationStatus::WORDS), "planned: geplant · confirmed: findet statt · cancelled: abgesagt · postponed: verschoben. Dass ein Besuch läuft oder vorbei ist, folgt aus den Tagen."),
                key("seeks", texts(), "Was die Gäste suchen.").example("Zulieferer für den Fahrzeugbau"),
                key("participants", list(&participant()), "Wer teilnimmt. Gezeigt wird nur, wer zugestimmt hat."),
                key("figures", list(&figure()), "Zahlen mit Jahr und Quelle."),
                published(),
            ],
            context(),
            extras(),
            publication(),
        ]
        .into_iter()
        .flatten()
        .collect(),
    )
}

fn participant() -> Value {
    object(vec![
        key("organisation", text(), "Unternehmen oder Einrichtung.").required(),
        key("country", country(), "Land: zwei große Buchstaben.").example("FI"),
        key("sectors", one_or_many(&id()), "Branchen: Schlüssel aus sectors.yaml."),
        key("offers", texts(), "Was sie bietet."),
        key("seeks", texts(), "Was sie sucht."),
        key("url", url(), "Ihre Website."),
        key(
            "consent",
            yes_or_no(),
            "`true`, wenn sie zugestimmt hat, hier genannt zu werden. Sonst erscheint sie nicht.",
        ),
    ])
}

fn figure() -> Value {
    object(vec![
        key("label", texts(), "Was gezählt wird.").example("Handelsvolumen").required(),
        key("value", decimal(), "Die Zahl, mit Punkt statt Komma.").example(464).required(),
        key("unit", texts(), "Einheit.").example("Mio. Euro"),
        key("year", whole_number(-9999), "Für welches Jahr sie gilt.").example(2018).required(),
        key("country", country(), "Für welches Land sie gilt.").example("MX"),
        key("source", texts(), "Woher sie kommt.").example("Statistisches Landesamt").required(),
    ])
}

pub(super) fn press() -> Value {
    let ids = || one_or_many(&id());
    object(
        [
            vec![
                key("title", texts(), "Überschrift.").required(),
                key("subtitle", texts(), "Zeile unter der Überschrift."),
                key(
                    "date",
                    time(),
                    "Datum der Mitteilung, dasselbe wie im Dateinamen; auch mit Uhrzeit.",
                )
                .example("2019-09-23")
                .required(),
                key("place", texts(), "Ort, an dem die Mitteilung herausgegeben wird.")
                    .example("Dresden"),
                key("lead", texts(), "Erster Absatz: wer, was, wann, wo. Ohne Formatierung."),
                key("contact", id(), "Pressekontakt: ein Schlüssel aus contacts.yaml."),
                key(
                    "events",
                    ids(),
                    "Veranstaltungen, um die es geht: die Dateinamen aus events/ ohne .yaml.",
                ),
                key(
                    "delegations",
                    ids(),
                    "Delegationen, um die es geht: die Dateinamen aus delegations/ ohne .yaml.",
                ),
                key("countries", one_or_many(&country()), "Länder, um die es geht."),
                key("sectors", ids(), "Branchen: Schlüssel aus sectors.yaml."),
                key("images", list(&image()), "Weitere Bilder."),
                translates(),
            ],
            extras(),
            publication(),
        ]
        .into_iter()
        .flatten()
        .collect(),
    )
}

pub(super) fn page() -> Value {
    object(vec![
        key("title", texts(), "Überschrift der Seite.").example("Das Programm").required(),
        key("slug", id(), "Wort in der Adresse, wenn es nicht der Dateiname sein soll.")
            .example("programm"),
        key("menu", whole_number(0), "Platz im Menü: kleinere Zahlen stehen weiter vorn.")
            .example(1),
        key("description", texts(), "Ein Satz für Suchmaschinen."),
        key(
            "type",
            choice(PageType::WORDS),
            "page: gewöhnliche Seite · imprint: Impressum · privacy: Datenschutz · accessibility: Erklärung zur Barrierefreiheit · simple-language: Leichte Sprache · sign-language: Gebärdensprache.",
        ),
        key("reviewed", day(), "Tag, an dem zuletzt jemand geprüft hat, ob die Seite noch stimmt.")
            .example("2019-09-20"),
        translates(),
        key("video", video(), "Video in Gebärdensprache; nur bei type: sign-language."),
        aliases(),
    ])
}

fn video() -> Value {
    object(vec![
        key("file", text(), "Name der Datei im Ordner content/media/.")
            .example("dgs.mp4")
            .required(),
        key("duration", text(), "Dauer in Minuten und Sekunden.").example("2:30").required(),
        key("poster", text(), "Name der Bilddatei, die davor zu sehen ist."),
        key("captions", text(), "Name der Datei mit Untertiteln (WebVTT)."),
    ])
}

/// In a translation: of which version of the original it is.
fn translates() -> Key {
    key(
        "translates",
        text(),
        "Nur in Übersetzungen: zu welchem Stand des Originals sie passt. Schreibt »bba translate --accept«.",
    )
}

pub(super) fn organisations() -> Value {
    by_id(&object(vec![
        key("name", texts(), "Voller Name.")
            .example("Wirtschaftsförderung Sachsen GmbH")
            .required(),
        key("short", texts(), "Kurzer Name.").example("WFS"),
        key("url", url(), "Website."),
        key("logo", text(), "Name der Bilddatei im Ordner content/media/."),
    ]))
}

pub(super) fn contacts() -> Value {
    by_id(&object(vec![
        key("name", texts(), "Person oder Stelle.").example("Erika Muster").required(),
        key("role", texts(), "Wofür sie zuständig ist.").example("Anmeldung"),
        key("email", email(), "E-Mail-Adresse.").example("erika.muster@example.org"),
        key("phone", phone(), "Telefonnummer mit Vorwahl.").example("+49 351 2138371"),
        key("languages", one_or_many(&language()), "Sprachen, die sie spricht.")
            .example(json!(["de", "en"])),
        key("until", day(), "Letzter Tag, an dem sie zuständig ist. Danach erscheint `fallback`."),
        key("fallback", id(), "Wer danach zuständig ist: ein anderer Schlüssel dieser Datei."),
    ]))
}

pub(super) fn venues() -> Value {
    by_id(&venue())
}

fn venue() -> Value {
    object(vec![
        key("name", texts(), "Name des Ortes.").example("HTW Dresden").required(),
        key("room", texts(), "Raum.").example("Seminarraum 1"),
        key("street", texts(), "Straße und Hausnummer."),
        key(
            "postcode",
            text(),
            "Postleitzahl, in Anführungszeichen, damit eine führende Null bleibt.",
        )
        .example("01069"),
        key("city", texts(), "Stadt.").example("Dresden"),
        key("country", country(), "Land: zwei große Buchstaben.").example("DE"),
        key(
            "geo",
            object(vec![
                key("lat", degrees(90), "Breite in Grad.").example(51.037).required(),
                key("lon", degrees(180), "Länge in Grad.").example(13.735).required(),
            ]),
            "Lage auf der Karte.",
        ),
        key("directions", texts(), "Wie man hinkommt."),
        key(
            "accessibility",
            object(vec![
                key("step_free", yes_or_no(), "Ob man ohne Stufen hineinkommt."),
                key("lift", yes_or_no(), "Ob es einen Aufzug gibt."),
                key("wc", yes_or_no(), "Ob es ein barrierefreies WC gibt."),
                key("note", texts(), "Was man sonst wissen muss."),
            ]),
            "Was über Barrieren bekannt ist. Was fehlt, gilt als nicht bekannt.",
        ),
    ])
}

pub(super) fn sectors() -> Value {
    by_id(&object(vec![
        key("name", texts(), "Name der Branche. Ihr Schlüssel steht in der Adresse der Seite.")
            .example("Automobilindustrie")
            .required(),
    ]))
}

pub(super) fn site() -> Value {
    object(vec![
        key("id", id(), "Kennung der Website. Nie ändern: Aus ihr entstehen die Kennungen aller Kalendereinträge.")
            .example("bba-sachsen")
            .required(),
        key("title", texts(), "Name der Website.").example("BBA Sachsen").required(),
        key("base_url", url(), "Adresse, unter der die Website erscheint.").example("https://bba.example.org/").required(),
        key("languages", list(&language()), "Sprachen der Website; die erste ist die Hauptsprache.")
            .example(json!(["de", "en"]))
            .required(),
        key("timezone", zone(), "Zeitzone, in der Zeiten gemeint sind.").example("Europe/Berlin").required(),
        key("theme", id(), "Aussehen: `bba` ist eingebaut. Ein anderer Name meint den Ordner themes/NAME/ mit allem, was anders ist.")
            .example("bba")
            .required(),
        key("organisation", id(), "Herausgeber: ein Schlüssel aus organisations.yaml.").required(),
        key("funding_notice", texts(), "Hinweis auf die Förderung; steht auf jeder Seite.").required(),
        key("description", texts(), "Ein oder zwei Sätze über das Programm."),
        key("press_contact", id(), "Pressekontakt: ein Schlüssel aus contacts.yaml."),
        key("boilerplate", texts(), "Steht unter jeder Pressemitteilung; Markdown."),
        key("brand", brand(), "Wie sich das Programm zeigt."),
        key("paths", paths(), "Wörter in den Adressen, wenn sie anders sein sollen als üblich."),
        key("calendar", calendar(), "Angaben zu den Kalendern."),
        key("menu", list(&id()), "Menü: delegations, events, press und Dateinamen aus pages/ ohne .md.")
            .example(json!(["delegations", "events", "press", "programm"])),
        key("outputs", outputs(), "Weitere Ausgaben."),
        key("gone", list(&site_path()), "Adressen, die es für immer nicht mehr gibt."),
    ])
}

fn brand() -> Value {
    object(vec![
        key("name", texts(), "Name oben auf jeder Seite, wenn es nicht der Name der Website ist."),
        key("logo", text(), "Bild neben dem Namen: Name der Datei im Ordner content/media/.")
            .example("logo.svg"),
        key("accent", matching("^#[0-9A-Fa-f]{6}$"), "Farbe von Links, Schaltflächen und Linien, in Anführungszeichen. Text in ihr muss zu lesen sein.")
            .example("#006b2e"),
    ])
}

fn paths() -> Value {
    object(
        PATH_WORDS
            .map(|word| {
                key(
                    word,
                    texts(),
                    "Wort in der Adresse: kleine Buchstaben, Ziffern und Bindestriche.",
                )
            })
            .into(),
    )
}

fn calendar() -> Value {
    let colours: Vec<&str> = Color::names().collect();
    object(vec![
        key("name", texts(), "Name des Kalenders mit allen Terminen."),
        key(
            "refresh",
            matching("^[0-9]+ *(min|h|d)$"),
            "Wie oft Kalenderprogramme nachsehen sollen.",
        )
        .example("12h"),
        key(
            "organizer",
            id(),
            "Wer als Veranstalter im Kalender steht: ein Schlüssel aus contacts.yaml.",
        ),
        key(
            "keep",
            matching("^[0-9]+ *months?$"),
            "Wie lange vergangene Termine im Kalender bleiben.",
        )
        .example("24 months"),
        key(
            "color",
            json!({ "anyOf": [choice(&colours), matching("^[A-Za-z]+$")] }),
            "Farbe der Einträge in Kalenderprogrammen: ein Farbname aus CSS.",
        )
        .example("seagreen"),
    ])
}

fn outputs() -> Value {
    object(vec![
        key("jscalendar", yes_or_no(), "Kalender auch als JSCalendar."),
        key("jcal", yes_or_no(), "Kalender auch als jCal."),
    ])
}
