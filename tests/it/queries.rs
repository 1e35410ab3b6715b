//! Questions about the content: why something is as it is, what there is, what was promised and
//! what comes next. The answers are compared whole where people read them.

use bba::pipeline::{self, Cache, Options};
use bba::problem::MessageLanguage::{self, English, German};
use bba::query::{self, Answer, Filter, ListKind};
use serde_json::{Value, json};

use crate::cli::Root;
use crate::harness::{JPEG, Site};

impl Site {
    /// The answer to `bba why` as people read it.
    fn why(&self, what: &str, language: MessageLanguage) -> String {
        match query::why(&self.sources(), self.options(), what) {
            Ok(found) => found.answers.iter().map(|answer| answer.text(language)).collect(),
            Err(unknown) => unknown.text(language),
        }
    }

    /// The answer to `bba why` as programs read it.
    fn why_json(&self, what: &str) -> Value {
        let found = query::why(&self.sources(), self.options(), what).unwrap();
        serde_json::from_str(&query::json(&found.answers)).unwrap()
    }

    fn listing(&self, kind: ListKind, filter: Filter, language: MessageLanguage) -> query::Listing {
        let options = Options { drafts: true, ..self.options().clone() };
        let sources = self.sources();
        let site = pipeline::programme(&sources, &options).value;
        let built = pipeline::build(&sources, &options, &mut Cache::none());
        query::list(&site, &sources, &built.diagnostics, kind, filter, language)
    }

    /// A list as people read it.
    fn table(&self, kind: ListKind) -> String {
        self.listing(kind, Filter::default(), German).table()
    }

    /// A list as programs read it.
    pub fn rows(&self, kind: ListKind, filter: Filter) -> Value {
        serde_json::from_str(&self.listing(kind, filter, English).json()).unwrap()
    }

    /// Instant and sentence of `bba next`.
    fn next(&self, language: MessageLanguage) -> (Option<String>, String) {
        let shown = pipeline::programme(&self.sources(), self.options()).value;
        let options = Options { drafts: true, ..self.options().clone() };
        let everything = pipeline::programme(&self.sources(), &options).value;
        let next = query::next(&shown, &everything);
        let sentence = query::next_sentence(&everything, next.as_ref(), language);
        (next.map(|next| next.at.to_string()), sentence)
    }
}

/// A small programme with a visit, its event and a release, and something of everything hidden.
fn programme() -> Site {
    Site::new()
        .delegation(
            "mexiko",
            "countries: [MX]\nstart: 2019-09-23\nend: 2019-09-27\nsectors: [rail]",
        )
        .event(
            "treffen",
            "start: 2019-09-24T15:00\nend: 2019-09-24T17:00\nvenue: saal\ncontact: anmeldung\n\
             delegations: [mexiko]\nroles: {organiser: traeger}\naliases: [/alt/treffen/]\n\
             registration: {required: true, deadline: 2019-09-20, state: few}",
        )
        .event("idee", "start: 2019-12-01\ndraft: true")
        .event("geheim", "start: 2019-12-02T10:00\nembargo: 2019-10-25T08:00\ncountries: [PL]")
        .release("2019-08-25-bericht", "events: [treffen]", "Siehe [dort](../events/treffen.yaml).")
}

#[test]
fn why_says_everything_about_an_event() {
    assert_eq!(
        programme().why("treffen", German),
        "Veranstaltung treffen: »Titel treffen«
  Sichtbar       ja, veröffentlicht am 1. Januar 2019
  Stand          beginnt am 24. September 2019, 15:00 Uhr (Europe/Berlin)
  Ändert sich    21. September 2019, 00:00 Uhr (Europe/Berlin): Anmeldung ist vorbei
  Adresse        https://test.example.org/veranstaltungen/treffen/
  Alte Adressen  /alt/treffen/
  Gemacht aus    content/events/treffen.yaml
                 content/delegations/mexiko.yaml (Delegation)
                 content/press/2019-08-25-bericht.md (Pressemitteilung)
                 content/venues.yaml: saal (Ort)
                 content/contacts.yaml: anmeldung (Ansprechperson)
                 content/organisations.yaml: traeger (Organisation)
                 content/sectors.yaml: rail (Branche)
                 built-in/themes/bba/templates/event.html (Vorlage)
  Dateien        alt/treffen/index.html
                 veranstaltungen/treffen.ics
                 veranstaltungen/treffen/index.html
  Kalender       branchen/rail/calendar.ics
                 delegationen/mexiko.ics
                 laender/mexiko/calendar.ics
                 veranstaltungen/calendar.ics
                 veranstaltungen/deadlines.ics
                 veranstaltungen/reminders.ics
                 veranstaltungen/treffen.ics
  Verlinkt von   404.html
                 branchen/rail/index.html
                 data/events.json
                 delegationen/mexiko/index.html
                 delegationen/mexiko/print/index.html
                 index.html
                 laender/mexiko/index.html
                 presse/2019-08-25-bericht/index.html
                 suche/index.html
                 veranstaltungen/2019/index.html
                 veranstaltungen/index.html
"
    );
}

#[test]
fn why_tells_until_when_something_is_embargoed_and_what_will_hold_it_then() {
    let site = programme().now("2019-10-25T07:12");
    let english = site.why("geheim", English);
    assert!(
        english.contains(
            "  Visible      no: embargoed until 25 October 2019, 08:00 (Europe/Berlin); now 07:12\n"
        ),
        "{english}"
    );
    assert!(
        english.contains("  Changes      25 October 2019, 08:00 (Europe/Berlin): embargo ends\n")
    );
    let german = site.why("geheim", German);
    assert!(
        german.contains(
            "nein: Sperrfrist bis 25. Oktober 2019, 08:00 Uhr (Europe/Berlin); jetzt 07:12 Uhr\n"
        ),
        "{german}"
    );
    let answer = &site.why_json("geheim")[0];
    assert_eq!(answer["visibility"], "embargoed");
    assert_eq!(answer["embargo"], "2019-10-25T06:00:00Z");
    assert_eq!(
        answer["next_change"],
        json!({
            "at": "2019-10-25T06:00:00Z",
            "cause": "embargo-ends",
            "file": "content/events/geheim.yaml",
        })
    );
    let calendars = answer["calendars"].as_array().unwrap();
    assert!(calendars.contains(&json!("laender/polen/calendar.ics")), "as it will be");
    let later = programme().now("2019-10-25T08:00").why_json("geheim");
    assert_eq!((&later[0]["visibility"], &later[0]["embargo"]), (&json!("public"), &Value::Null));
}

#[test]
fn on_another_day_than_the_embargo_the_answer_says_which_day_it_is() {
    let text = programme().why("geheim", English);
    assert!(text.contains("08:00 (Europe/Berlin); now 1 September 2019, 09:00\n"), "{text}");
}

#[test]
fn a_draft_stays_hidden_whatever_its_embargo_says() {
    let site = programme().event("beides", "start: 2019-12-01\ndraft: true\nembargo: 2019-10-01");
    let text = site.why("beides", German);
    assert!(text.contains("nein: Entwurf (draft: true), nirgends in der Ausgabe\n"), "{text}");
    assert!(text.contains("Sperrfrist bis 1. Oktober 2019, 00:00 Uhr"), "{text}");
    assert!(text.contains("Ändert sich   nicht von selbst\n"), "{text}");
    let preview = site.drafts().why("beides", English);
    assert!(preview.contains("shown here anyway, and marked: --drafts\n"), "{preview}");
}

#[test]
fn what_is_over_says_since_when_and_which_calendar_has_dropped_it() {
    let kept = programme().now("2019-09-24T17:00").why("treffen", English);
    assert!(
        kept.contains(
            "over since 24 September 2019, 17:00 (Europe/Berlin); no longer listed as upcoming"
        ),
        "{kept}"
    );
    assert!(!kept.contains("calendar.keep"));
    let site = programme().config("calendar: {keep: 2 months}").now("2019-12-24");
    let text = site.why("treffen", English);
    assert!(
        text.contains(
            "no longer in veranstaltungen/calendar.ics: calendar.keep in site.yaml keeps 2 months\n"
        ),
        "{text}"
    );
    assert!(text.contains("laender/mexiko/calendar.ics\n"), "topics keep everything");
}

#[test]
fn what_is_dated_ahead_says_that_its_date_hides_it_and_until_when() {
    let site = Site::new()
        .file("events/x.yaml", "title: X\nstart: 2019-12-01\npublished: 2019-11-01T09:00\n");
    let text = site.why("x", German);
    let until = "1. November 2019, 09:00 Uhr (Europe/Berlin)";
    let hidden = format!("nein: verborgen bis zu ihrem Datum (published), {until}; jetzt");
    assert!(text.contains(&hidden), "{text}");
    assert!(text.contains(&format!("{until}: Datum der Veröffentlichung ist erreicht")), "{text}");
    let answer = &site.why_json("x")[0];
    assert_eq!(answer["visibility"], "embargoed");
    assert_eq!(answer["embargo"], "2019-11-01T08:00:00Z");
    assert_eq!(answer["next_change"]["cause"], "date-reached");
}

#[test]
fn an_item_is_found_by_id_source_output_path_and_address_also_below_a_mount_path() {
    let site = programme().base_url("https://a.example.org/bba");
    for what in [
        "treffen",
        "content/events/treffen.yaml",
        "events/treffen.yaml",
        "./content/events/treffen.yaml",
        "/home/anna/seite/content/events/treffen.yaml",
        "events/treffen",
        "veranstaltungen/treffen/index.html",
        "public/veranstaltungen/treffen/index.html",
        "veranstaltungen/treffen.ics",
        "/veranstaltungen/treffen/",
        "/veranstaltungen/treffen",
        "/bba/veranstaltungen/treffen/",
        "https://a.example.org/bba/veranstaltungen/treffen/",
        "http://127.0.0.1:4000/bba/veranstaltungen/treffen/index.html?x=1#ort",
        " /bba/veranstaltungen/treffen/ ",
    ] {
        let answer = &site.why_json(what)[0];
        assert_eq!(
            (&answer["kind"], &answer["id"]),
            (&json!("event"), &json!("treffen")),
            "{what}"
        );
        assert_eq!(answer["asked_by_alias"], Value::Null, "{what}");
    }
    let alias = &site.why_json("https://a.example.org/bba/alt/treffen")[0];
    assert_eq!(alias["asked_by_alias"], "/alt/treffen/");
    let text = site.why("/alt/treffen/", German);
    assert!(text.contains("/alt/treffen/ ist eine alte Adresse und leitet hierher weiter\n"));
    let hidden = &site.why_json("/bba/veranstaltungen/geheim/")[0];
    assert_eq!(hidden["visibility"], "embargoed", "also what is not in the output");
}

#[test]
fn one_id_can_mean_several_things() {
    let site = programme().event("saal", "start: 2019-10-01");
    let answers = site.why_json("saal");
    assert_eq!(answers[0]["subject"], "item");
    assert_eq!((&answers[1]["subject"], &answers[1]["kind"]), (&json!("entry"), &json!("venue")));
    assert_eq!(answers[1]["used_by"], json!(["content/events/treffen.yaml"]));
}

#[test]
fn the_calendars_that_are_named_are_those_that_have_the_title() {
    let site = programme().event("anderes", "start: 2019-10-01\nsectors: [automotive]");
    let answer = &site.why_json("treffen")[0];
    let output = site.built();
    let has_title = |path: &&str| {
        path.ends_with(".ics") && output.calendar(path).iter().any(|l| l.contains("Titel treffen"))
    };
    let with_title: Vec<&str> = output.paths().into_iter().filter(has_title).collect();
    assert_eq!(answer["calendars"], json!(with_title));
    assert!(with_title.len() > 4);
}

#[test]
fn lists_and_feeds_say_what_they_show_and_hidden_ones_that_they_are_not_there() {
    let site = programme();
    assert_eq!(
        site.why("/laender/mexiko/", English),
        "File laender/mexiko/index.html
  Visible   yes
  Address   https://test.example.org/laender/mexiko/
  Template  built-in/themes/bba/templates/topic.html
  Shows     content/events/treffen.yaml
            content/delegations/mexiko.yaml
            content/press/2019-08-25-bericht.md
"
    );
    assert_eq!(site.why("MX", English), site.why("/laender/mexiko/", English));
    let nothing_hidden = Site::new().event("x", "start: 2019-10-01");
    for site in
        [&nothing_hidden, &nothing_hidden.clone().event("idee", "start: 2019-10-01\ndraft: true")]
    {
        let sitemap = site.why_json("sitemap.xml");
        assert_eq!(sitemap[0]["items"], json!(["content/events/x.yaml"]), "as visitors see it");
    }
    assert_eq!(
        site.why("/laender/polen/calendar.ics", German),
        "Datei laender/polen/calendar.ics
  Sichtbar  nein: Es gibt sie erst, wenn sichtbar wird, was dazugehört
  Adresse   https://test.example.org/laender/polen/calendar.ics
  Zeigt     content/events/geheim.yaml
"
    );
}

#[test]
fn pictures_registries_and_contacts_say_who_uses_them() {
    let site = programme()
        .file("media/plan.pdf", "x")
        .event("mit-plan", "start: 2019-10-01\nattachments: [{file: plan.pdf, title: Plan}]")
        .file(
            "contacts.yaml",
            "anmeldung: {name: Anna Muster, until: 2019-08-31, fallback: team}\nteam: {name: Team}\n",
        );
    let picture = &site.why_json("/media/plan.pdf")[0];
    assert_eq!(picture["source"], "content/media/plan.pdf");
    assert_eq!(picture["items"], json!(["content/events/mit-plan.yaml"]));
    assert_eq!(
        site.why_json("content/venues.yaml")[0]["items"],
        json!(["content/events/treffen.yaml"])
    );
    assert_eq!(
        site.why("anmeldung", German),
        "Ansprechperson anmeldung: »Anna Muster«
  Steht in       content/contacts.yaml
  Sichtbar       nein: gezeigt bis 2019-08-31, jetzt an ihrer Stelle team
  Verwendet von  content/events/treffen.yaml
"
    );
    assert!(site.why("treffen", English).contains("content/contacts.yaml: team (substitute)\n"));
}

#[test]
fn a_translation_belongs_to_its_release() {
    let site = programme().config("press_contact: anmeldung");
    let site = site.file(
        "site.yaml",
        "id: t\ntitle: T\nbase_url: https://test.example.org/\nlanguages: [de, en]\n\
         timezone: Europe/Berlin\ntheme: bba\norganisation: traeger\nfunding_notice: F\n",
    );
    let site = site.file("press/2019-08-25-bericht.en.md", "---\ntitle: Report\n---\nText\n");
    let answer = &site.why_json("content/press/2019-08-25-bericht.en.md")[0];
    assert_eq!(answer["id"], "2019-08-25-bericht");
    let translation =
        json!({"file": "content/press/2019-08-25-bericht.en.md", "key": null, "as": "translation"});
    assert!(answer["made_from"].as_array().unwrap().contains(&translation));
}

#[test]
fn what_is_gone_or_broken_or_unknown_is_said() {
    let site = programme().config("gone: [/weg/]").event("kaputt", "start: 24.09.2019");
    let gone = site.why("https://test.example.org/weg", German);
    assert!(gone.contains("der Server antwortet 410"), "{gone}");
    let found = query::why(&site.sources(), site.options(), "events/kaputt.yaml").unwrap();
    assert!(found.answers.iter().all(Answer::is_broken));
    assert_eq!(found.errors, 1);
    let text = site.why("events/kaputt.yaml", German);
    assert!(text.contains("  Fehler     3:8 E0401 »24.09.2019« ist weder"), "{text}");
    let dangling = site.clone().event(
        "haengt",
        "start: 2019-10-01
venue: fehlt",
    );
    assert!(dangling.why("haengt", English).starts_with("content/events/haengt.yaml has errors"));
    let ignored = site.why("content/events/_notiz.yaml", German);
    assert!(ignored.contains("Namen, die mit _ beginnen, liest das Programm nicht."), "{ignored}");
    for shared in ["content/site.yaml", "built-in/themes/bba/templates/base.html"] {
        assert_eq!(site.why_json(shared)[0]["everywhere"], true, "{shared}");
    }

    assert_eq!(
        site.why("trefen", German),
        "»trefen« gibt es hier nicht: kein Pfad, keine Adresse, keine Quelldatei und keine id. \
         Meinten Sie »treffen«?"
    );
    assert!(
        site.why("/veranstaltung/treffen/", English)
            .ends_with("Did you mean “/veranstaltungen/treffen/”?")
    );
    assert!(
        site.why("content/events/trefen.yaml", English)
            .ends_with("Did you mean “content/events/treffen.yaml”?")
    );
    for nothing in ["", " ", "https://", "völlig-anders"] {
        let found = query::why(&site.sources(), site.options(), nothing);
        assert!(found.is_err() || nothing == "https://", "{nothing}");
    }
}

#[test]
fn events_are_listed_with_hidden_ones_in_columns_of_equal_width() {
    let site = programme()
        .file("events/yokohama.yaml", "title: 横浜の会\nstart: 2019-10-01T10:00\ntimezone: Asia/Tokyo\nonline: {url: https://example.org/}\npublished: 2019-01-01\n")
        .event("offen", "within: 2019-11-04/2019-11-08\nstatus: planned")
        .event("stunde", "start: 2019-11-10\ntime: open");
    assert_eq!(
        site.table(ListKind::Events),
        "\
WANN                                ID        STATUS     SICHTBAR             TITEL          ORT
2019-09-24 15:00–17:00              treffen   confirmed  ja                   Titel treffen  Großer Saal
2019-10-01 10:00 Asia/Tokyo         yokohama  confirmed  ja                   横浜の会       online
2019-11-04 – 2019-11-08, Tag offen  offen     planned    ja                   Titel offen
2019-11-10, Uhrzeit offen           stunde    confirmed  ja                   Titel stunde
2019-12-01                          idee      confirmed  Entwurf              Titel idee
2019-12-02 10:00                    geheim    confirmed  ab 2019-10-25 08:00  Titel geheim
"
    );
    let english = site.listing(ListKind::Events, Filter::default(), English).table();
    assert!(english.starts_with("WHEN "), "{english}");
    assert!(english.contains("day open") && english.contains("from 2019-10-25 08:00"));
}

#[test]
fn a_list_for_programs_has_keys_and_values_that_do_not_depend_on_the_language() {
    let site = programme();
    let rows = site.rows(ListKind::Events, Filter::default());
    assert_eq!(
        rows[0],
        json!({
            "when": {"start": "2019-09-24T15:00:00+02:00", "end": "2019-09-24T17:00:00+02:00"},
            "id": "treffen",
            "status": "confirmed",
            "visibility": "public",
            "title": "Titel treffen",
            "venue": "Großer Saal",
        })
    );
    for kind in [ListKind::Events, ListKind::Embargoes, ListKind::BrokenPromises] {
        let json = |language| site.listing(kind, Filter::default(), language).json();
        assert_eq!(json(German), json(English), "{kind:?}");
    }
}

#[test]
fn filters_leave_what_is_ahead_or_of_a_country() {
    let site = programme().event("frueher", "start: 2019-03-01");
    let ids = |kind, upcoming, country: Option<&str>| {
        let country = country.and_then(bba::country::Country::by_code);
        let rows = site.rows(kind, Filter { upcoming, country });
        let ids: Vec<String> = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect();
        ids
    };
    assert_eq!(ids(ListKind::Events, false, None), ["frueher", "treffen", "idee", "geheim"]);
    assert_eq!(ids(ListKind::Events, true, None), ["treffen", "idee", "geheim"]);
    assert_eq!(ids(ListKind::Events, true, Some("MX")), ["treffen"], "by its delegation");
    assert_eq!(ids(ListKind::Press, false, Some("MX")), ["2019-08-25-bericht"]);
    assert_eq!(ids(ListKind::Delegations, true, Some("PL")), Vec::<String>::new());
    assert_eq!(ids(ListKind::Embargoes, false, Some("PL")), ["geheim"]);
}

#[test]
fn embargoes_and_deadlines_ahead_are_listed_by_time() {
    let site = programme()
        .release("2019-09-01-frueh", "embargo: 2019-09-02T07:00", "Text")
        .event("vorbei", "start: 2019-12-01\nembargo: 2019-08-01")
        .event(
            "frist",
            "start: 2019-12-01\nregistration: {url: https://example.org/, deadline: 2019-09-10T12:00}",
        );
    assert_eq!(
        site.table(ListKind::Embargoes),
        "\
SPERRFRIST BIS    WAS               ID                SICHTBAR             TITEL
2019-09-02 07:00  Pressemitteilung  2019-09-01-frueh  ab 2019-09-02 07:00  Titel 2019-09-01-frueh
2019-10-25 08:00  Veranstaltung     geheim            ab 2019-10-25 08:00  Titel geheim
"
    );
    assert_eq!(
        site.table(ListKind::Deadlines),
        "\
ANMELDUNG BIS     ID       PLÄTZE  SICHTBAR  WANN                    TITEL
2019-09-10 12:00  frist    open    ja        2019-12-01              Titel frist
2019-09-20        treffen  few     ja        2019-09-24 15:00–17:00  Titel treffen
"
    );
    assert_eq!(
        site.rows(ListKind::Deadlines, Filter::default())[1]["deadline"],
        json!({"written": "2019-09-20", "over": "2019-09-20T22:00:00Z"})
    );
    assert_eq!(site.now("2020-01-01").table(ListKind::Deadlines), "", "nothing is ahead");
}

#[test]
fn releases_and_visits_are_listed() {
    let site =
        programme().delegation("offen", "countries: [PL, HU]\nstart: 2020-Q1\nstatus: planned");
    assert_eq!(
        site.table(ListKind::Press),
        "\
DATUM       ID                  SICHTBAR  TITEL                     VERANSTALTUNGEN  DELEGATIONEN
2019-08-25  2019-08-25-bericht  ja        Titel 2019-08-25-bericht  treffen
"
    );
    assert_eq!(
        site.table(ListKind::Delegations),
        "\
WANN                     ID      STATUS     SICHTBAR  LÄNDER  TITEL         VERANSTALTUNGEN
2019-09-23 – 2019-09-27  mexiko  confirmed  ja        MX      Titel mexiko  treffen
2020-Q1                  offen   planned    ja        PL, HU  Titel offen
"
    );
}

/// The broken promises of a site as `id: promise`.
fn promises(site: &Site) -> Vec<String> {
    let rows = site.rows(ListKind::BrokenPromises, Filter::default());
    let text = |row: &Value| {
        format!("{}: {}", row["id"].as_str().unwrap(), row["promise"].as_str().unwrap())
    };
    rows.as_array().unwrap().iter().map(text).collect()
}

#[test]
fn every_promise_is_broken_once_and_kept_once() {
    let postponed =
        "status: postponed\nvenue: saal\nupdates: [{at: 2019-06-02T10:00, kind: change}]";
    let cases: &[(&str, String, &[&str])] = &[
        ("ohne-ort", "start: 2019-10-01".into(), &["no-place"]),
        ("im-netz", "start: 2019-10-01\nonline: {url: https://example.org/}".into(), &[]),
        (
            "umgezogen",
            "start: 2019-10-01\nvenue: saal\nstatus: moved-online\n\
             updates: [{at: 2019-08-01T10:00, kind: change}]"
                .into(),
            &["no-place"],
        ),
        ("vorbei", "start: 2019-08-01\nvenue: saal".into(), &["no-release"]),
        (
            "nie-bestaetigt",
            "start: 2019-08-01\nvenue: saal\nstatus: planned".into(),
            &["still-planned"],
        ),
        (
            "abgesagt",
            "start: 2019-08-01\nstatus: cancelled\nupdates: [{at: 2019-07-01T10:00, kind: change}]"
                .into(),
            &[],
        ),
        ("woche", "within: 2019-09-01/2019-09-05\nvenue: saal".into(), &["day-did-not-follow"]),
        ("woche-spaeter", "within: 2019-09-02/2019-09-05\nvenue: saal".into(), &[]),
        ("stunde", "start: 2019-09-01\ntime: open\nvenue: saal".into(), &["hour-did-not-follow"]),
        (
            "ohne-weg",
            "start: 2019-10-01\nvenue: saal\nregistration: {required: true}".into(),
            &["no-way-to-register"],
        ),
        (
            "mit-weg",
            "start: 2019-10-01\nvenue: saal\nregistration: {required: true}\ncontact: anmeldung"
                .into(),
            &[],
        ),
        // 2 June and 90 days is 31 August: on 1 September it is late.
        ("lange", format!("start: 2019-06-10\n{postponed}"), &["no-new-date"]),
        ("neulich", format!("start: 2019-06-10\n{}", postponed.replace("06-02", "06-03")), &[]),
        ("entwurf", "start: 2019-08-01\ndraft: true".into(), &[]),
    ];
    for (id, lines, expected) in cases {
        let site = Site::new().event(id, lines);
        let expected: Vec<String> =
            expected.iter().map(|promise| format!("{id}: {promise}")).collect();
        assert_eq!(promises(&site), expected, "{id}");
        site.built();
    }
    let visit = Site::new().delegation("besuch", "countries: [MX]\nstart: 2019-10-01");
    assert_eq!(promises(&visit), ["besuch: no-events"]);
    let kept = visit.event("x", "start: 2019-10-01\nvenue: saal\ndelegations: [besuch]");
    assert_eq!(promises(&kept), Vec::<String>::new());
    let release = Site::new().release("2019-08-01-x", "countries: [MX]", "Text");
    assert_eq!(promises(&release), ["2019-08-01-x: about-nothing"]);
    let contact = Site::new().file("contacts.yaml", "anna: {name: Anna, until: 2019-08-31}\n");
    assert_eq!(promises(&contact), ["anna: nobody-stands-in"]);
}

#[test]
fn broken_promises_say_what_to_write() {
    let site = Site::new().event("ohne-ort", "start: 2019-10-01");
    assert_eq!(
        site.table(ListKind::BrokenPromises),
        "\
DATEI                         ID        WAS FEHLT
content/events/ohne-ort.yaml  ohne-ort  kein Ort und kein Link: venue oder online ergänzen
"
    );
}

#[test]
fn next_names_the_instant_and_what_changes_then() {
    let site = programme();
    assert_eq!(
        site.next(German),
        (
            Some("2019-09-20T22:00:00Z".into()),
            "21. September 2019, 00:00 Uhr (Europe/Berlin): »Titel treffen« \
             (content/events/treffen.yaml): Anmeldung ist vorbei"
                .into()
        )
    );
    let (_, english) = site.now("2019-10-01").next(English);
    assert_eq!(
        english,
        "25 October 2019, 08:00 (Europe/Berlin): “Titel geheim” (content/events/geheim.yaml): \
         embargo ends"
    );
}

#[test]
fn next_knows_embargoes_that_the_manifest_must_not_tell() {
    let site = Site::new().event("geheim", "start: 2019-12-02\nembargo: 2019-10-25T08:00");
    assert_eq!(site.next(German).0.as_deref(), Some("2019-10-25T06:00:00Z"));
    assert!(site.built().text("build.json").contains("\"next_change_at\": null"));
    let dated = Site::new().release("2019-10-25-geheim", "", "Text");
    let (at, sentence) = dated.next(English);
    assert_eq!(at.as_deref(), Some("2019-10-24T22:00:00Z"));
    assert!(sentence.ends_with("date of publication is reached"), "{sentence}");
    assert!(dated.table(ListKind::Embargoes).contains("2019-10-25 00:00"));
    assert!(dated.table(ListKind::Press).contains("ab 2019-10-25 00:00"));
    let draft = Site::new().event("x", "start: 2019-12-02\ndraft: true\nembargo: 2019-10-25T08:00");
    let (at, sentence) = draft.next(English);
    assert_eq!(at, None);
    assert!(sentence.starts_with("Nothing will change by itself"), "{sentence}");
}

#[test]
fn until_next_a_build_is_the_same_and_then_it_is_another() {
    let mut now = "2019-09-01T07:00:00Z".to_owned();
    let mut seen = 0;
    let files = |at: &str| {
        let output = programme().config("calendar: {keep: 2 months}").now(at).built();
        let paths = output.paths().into_iter().filter(|path| *path != "build.json");
        paths
            .map(|path| (path.to_owned(), output.text_or_empty(path).to_owned()))
            .collect::<Vec<_>>()
    };
    while let (Some(next), _) =
        programme().config("calendar: {keep: 2 months}").now(&now).next(English)
    {
        let second_before = (next.parse::<jiff::Timestamp>().unwrap()
            - jiff::SignedDuration::from_secs(1))
        .to_string();
        let (at_first, just_before) = (files(&now), files(&second_before));
        let differs = at_first.iter().zip(&just_before).find(|(a, b)| a != b);
        assert!(at_first == just_before, "{now} to {next}: {:?}", differs.map(|(a, _)| &a.0));
        assert!(just_before != files(&next), "nothing changes at {next}");
        now = next;
        seen += 1;
    }
    assert!(seen >= 6, "deadline, visit, event, visit, embargo, feed: {seen}");
}

#[test]
fn the_program_answers_on_standard_output_with_its_exit_statuses() {
    let root = Root::new();
    root.write(
        "content/events/geheim.yaml",
        "title: Geheim\nstart: 2019-12-02T10:00\nembargo: 2019-10-25T08:00\npublished: 2019-08-01\n",
    );
    let now = "--now=2019-10-20T09:00";
    let why = root.run(&["why", "geheim", now, "--lang", "en"]);
    assert_eq!(why.status, 0, "{}", why.stderr);
    assert!(why.stdout.contains("embargoed until 25 October 2019, 08:00"), "{}", why.stdout);
    assert!(why.stderr.is_empty(), "{}", why.stderr);
    let unknown = root.run(&["why", "gehiem", now, "--format", "json"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (1, "[]\n"));
    assert!(unknown.stderr.contains("Meinten Sie »geheim«?"), "{}", unknown.stderr);

    let list = root.run(&["list", "events", now]);
    assert_eq!(list.status, 0);
    assert!(list.stdout.starts_with("WANN"), "{}", list.stdout);
    let none = root.run(&["list", "press", now, "--format=json"]);
    assert_eq!((none.status, none.stdout.as_str()), (0, "[]\n"));
    assert_eq!(root.run(&["list", "press", "--upcoming", now]).status, 2);
    assert_eq!(root.run(&["list", "events", "--country", "QQ", now]).status, 2);
    assert_eq!(root.run(&["list", "wetter"]).status, 2);

    let next = root.run(&["next", now]);
    assert_eq!((next.status, next.stdout.as_str()), (0, "2019-10-25T06:00:00Z\n"));
    let json: Value =
        serde_json::from_str(&root.run(&["next", now, "--format=json"]).stdout).unwrap();
    assert_eq!(
        json,
        json!({
            "now": "2019-10-20T07:00:00Z",
            "next_change_at": "2019-10-25T06:00:00Z",
            "changes": [{
                "cause": "embargo-ends",
                "file": "content/events/geheim.yaml",
                "id": "geheim",
            }],
        })
    );
    let never = root.run(&["next", "--now=2030-01-01"]);
    assert_eq!((never.status, never.stdout.as_str()), (0, ""));
    assert!(never.stderr.contains("Von selbst ändert sich nichts mehr"), "{}", never.stderr);
}

#[test]
fn with_a_mistake_in_the_content_answers_say_that_they_are_not_complete() {
    let root = Root::new();
    root.write(
        "content/events/kaputt.yaml",
        "title: X\nstart: 24.09.2019\npublished: 2019-08-01\n",
    );
    let now = "--now=2019-09-01T09:00";
    let list = root.run(&["list", "events", now]);
    assert_eq!(list.status, 1);
    assert!(list.stdout.contains("treffen"), "what could be read is listed");
    assert!(list.stderr.contains("Fehler im Inhalt: 1."), "{}", list.stderr);
    assert_eq!(root.run(&["next", now]).status, 1);
    let elsewhere = root.run(&["why", "treffen", now]);
    assert_eq!(elsewhere.status, 0, "the mistake is elsewhere");
    assert!(elsewhere.stderr.contains("wird nichts Neues veröffentlicht"), "{}", elsewhere.stderr);
    let broken = root.run(&["why", "content/events/kaputt.yaml", now]);
    assert_eq!(broken.status, 1);
    assert!(broken.stdout.contains("2:8 E0401"), "{}", broken.stdout);
}

#[test]
fn shells_can_complete_commands_and_choices() {
    let root = Root::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = root.run(&["completions", shell]);
        assert_eq!(run.status, 0, "{shell}");
        assert!(run.stdout.contains("completions") && run.stdout.contains("base-url"), "{shell}");
    }
    assert!(root.run(&["completions", "bash"]).stdout.contains("broken-promises"));
    assert_eq!(root.run(&["completions", "wish"]).status, 2);
}

#[test]
fn consents_that_end_are_listed_with_the_texts_that_have_the_name() {
    let site = Site::new()
        .delegation(
            "mexiko",
            "countries: [MX]\nstart: 2019-09-02\nend: 2019-09-04\nsummary: Mit Partes SA.\n\
             participants:\n\
             - organisation: Partes SA\n  country: MX\n  offers: Partes SA gießt Teile\n  \
               consent: {given: 2019-08-01, until: 2019-10-31}\n\
             - {organisation: Lange AG, consent: {given: 2019-08-01, until: 2019-11-01}}",
        )
        .release(
            "2019-08-01-neu",
            "image:\n  file: saal.jpg\n  alt: Vier Gäste\n  credit: Foto\n  \
               consent: {given: 2018-08-01, until: 2019-07-31}",
            "Die Gäste der\n> Partes\nSA und Lange AG.\n\n![Saal](../media/saal.jpg) Partessack",
        )
        .file("media/saal.jpg", JPEG);
    // 2 September and 60 days: 1 November is still too far, 31 October is not.
    let rows = |now: &str| {
        let rows = site.clone().now(now).rows(ListKind::Consent, Filter::default());
        let rows = rows.as_array().unwrap().clone();
        let row = |row: &Value| {
            let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
            let (file, line) = (text("file").replace("content/", ""), &row["line"]);
            format!(
                "{} {} {} {file}:{line} {}",
                text("until"),
                text("kind"),
                text("name"),
                text("text")
            )
        };
        rows.iter().map(row).collect::<Vec<_>>()
    };
    let picture = [
        "2019-07-31 image saal.jpg press/2019-08-01-neu.md:5 -",
        "2019-07-31 text saal.jpg press/2019-08-01-neu.md:14 ![Saal](../media/saal.jpg) Partessack",
    ];
    assert_eq!(rows("2019-08-31"), picture);
    let found = rows("2019-09-01");
    assert_eq!(found[..2], picture);
    assert_eq!(
        found[2..],
        [
            "2019-10-31 participant Partes SA delegations/mexiko.yaml:8 -",
            "2019-10-31 text Partes SA delegations/mexiko.yaml:6 summary: Mit Partes SA.",
            "2019-10-31 text Partes SA press/2019-08-01-neu.md:11 > Partes",
        ]
    );
    assert_eq!(rows("2019-09-02").len(), 7);
    let table = site.now("2019-09-01").table(ListKind::Consent);
    assert!(table.starts_with("ENDET NACH  WAS   NAME"), "{table}");
}

#[test]
fn why_says_that_the_consent_for_a_picture_has_ended() {
    let site = Site::new()
        .event(
            "treffen",
            "start: 2019-10-01\nimage: {file: gruppe.jpg, alt: Vier Gäste, credit: Foto, \
             consent: {given: 2019-01-01, until: 2019-08-31}}",
        )
        .file("media/gruppe.jpg", JPEG);
    let before = site.clone().now("2019-08-31").why("media/gruppe.jpg", German);
    assert!(!before.contains("Einwilligung"), "{before}");
    let answer = site.why("media/gruppe.jpg", German);
    assert!(
        answer.contains("nein: Die Einwilligung der Abgebildeten galt bis 2019-08-31"),
        "{answer}"
    );
}
