//! What editors type in German, or nearly right, where content files have fixed English
//! words. A word can stand for several: which of them, the place decides.

use crate::language::without_region;

/// German words and the keys or choices they mean, without umlauts: `ae`, `oe`, `ue`, `ss`.
/// A word for several comes once for each.
const GERMAN: &[(&str, &str)] = &[
    // Keys.
    ("titel", "title"),
    ("ueberschrift", "title"),
    ("name", "title"),
    ("titel", "name"),
    ("untertitel", "subtitle"),
    ("vorspann", "lead"),
    ("beginn", "start"),
    ("anfang", "start"),
    ("ende", "end"),
    ("datum", "date"),
    ("datum", "start"),
    ("tag", "start"),
    ("zeitraum", "within"),
    ("uhrzeit", "time"),
    ("zeit", "time"),
    ("zeitzone", "timezone"),
    ("kurztext", "summary"),
    ("kurzbeschreibung", "summary"),
    ("zusammenfassung", "summary"),
    ("beschreibung", "description"),
    ("text", "description"),
    ("art", "kind"),
    ("art", "type"),
    ("typ", "type"),
    ("typ", "kind"),
    ("delegation", "delegations"),
    ("delegationen", "delegations"),
    ("land", "countries"),
    ("laender", "countries"),
    ("land", "country"),
    ("branche", "sectors"),
    ("branchen", "sectors"),
    ("ort", "venue"),
    ("veranstaltungsort", "venue"),
    ("ort", "place"),
    ("ort", "city"),
    ("stadt", "city"),
    ("rollen", "roles"),
    ("kontakt", "contact"),
    ("ansprechpartner", "contact"),
    ("ansprechpartnerin", "contact"),
    ("ansprechperson", "contact"),
    ("anmeldung", "registration"),
    ("preis", "price"),
    ("kosten", "price"),
    ("sprache", "languages"),
    ("sprachen", "languages"),
    ("dolmetschen", "interpretation"),
    ("verdolmetschung", "interpretation"),
    ("zielgruppe", "audience"),
    ("hinweis", "note"),
    ("hinweis", "status_note"),
    ("bemerkung", "note"),
    ("presse", "press"),
    ("pressemitteilung", "press"),
    ("bild", "image"),
    ("foto", "image"),
    ("bilder", "images"),
    ("anhang", "attachments"),
    ("anhaenge", "attachments"),
    ("dateien", "attachments"),
    ("unterlagen", "attachments"),
    ("veroeffentlicht", "published"),
    ("aenderungen", "updates"),
    ("sperrfrist", "embargo"),
    ("entwurf", "draft"),
    ("weiterleitung", "aliases"),
    ("weiterleitungen", "aliases"),
    ("veranstaltung", "events"),
    ("veranstaltungen", "events"),
    ("veranstalter", "organiser"),
    ("gastgeber", "host"),
    ("auftraggeber", "commissioned_by"),
    ("foerderer", "funder"),
    ("partner", "partners"),
    ("pflicht", "required"),
    ("e-mail", "email"),
    ("mail", "email"),
    ("telefon", "phone"),
    ("tel", "phone"),
    ("link", "url"),
    ("adresse", "url"),
    ("webseite", "url"),
    ("website", "url"),
    ("anmeldeschluss", "deadline"),
    ("frist", "deadline"),
    ("plaetze", "capacity"),
    ("stand", "state"),
    ("betrag", "amount"),
    ("waehrung", "currency"),
    ("wiederholung", "repeat"),
    ("raum", "room"),
    ("strasse", "street"),
    ("adresse", "street"),
    ("plz", "postcode"),
    ("postleitzahl", "postcode"),
    ("breite", "lat"),
    ("laenge", "lon"),
    ("anfahrt", "directions"),
    ("anreise", "directions"),
    ("barrierefreiheit", "accessibility"),
    ("stufenfrei", "step_free"),
    ("aufzug", "lift"),
    ("toilette", "wc"),
    ("funktion", "role"),
    ("vertretung", "fallback"),
    ("bis", "until"),
    ("bis", "end"),
    ("von", "start"),
    ("kurzname", "short"),
    ("datei", "file"),
    ("alternativtext", "alt"),
    ("bildbeschreibung", "alt"),
    ("fotograf", "credit"),
    ("urheber", "credit"),
    ("rechte", "rights"),
    ("bezeichnung", "label"),
    ("firma", "organisation"),
    ("unternehmen", "organisation"),
    ("gesucht", "seeks"),
    ("sucht", "seeks"),
    ("bietet", "offers"),
    ("einwilligung", "consent"),
    ("teilnehmer", "participants"),
    ("zahlen", "figures"),
    ("wert", "value"),
    ("einheit", "unit"),
    ("jahr", "year"),
    ("quelle", "source"),
    ("geprueft", "reviewed"),
    ("menue", "menu"),
    ("farbe", "color"),
    ("vorher", "previous_start"),
    // Choices.
    ("geplant", "planned"),
    ("bestaetigt", "confirmed"),
    ("findet statt", "confirmed"),
    ("abgesagt", "cancelled"),
    ("faellt aus", "cancelled"),
    ("entfaellt", "cancelled"),
    ("verschoben", "postponed"),
    ("online", "moved-online"),
    ("treffen", "get-together"),
    ("firmenbesuch", "company-visit"),
    ("unternehmensbesuch", "company-visit"),
    ("kongress", "congress"),
    ("messe", "congress"),
    ("kooperationsboerse", "matchmaking"),
    ("besuch", "visit"),
    ("offen", "open"),
    ("folgt", "open"),
    ("wenige", "few"),
    ("warteliste", "waitlist"),
    ("voll", "full"),
    ("ausgebucht", "full"),
    ("geschlossen", "closed"),
    ("berichtigung", "correction"),
    ("korrektur", "correction"),
    ("aenderung", "change"),
    ("rueckruf", "withdrawal"),
    ("zurueckgezogen", "withdrawal"),
    ("seite", "page"),
    ("impressum", "imprint"),
    ("datenschutz", "privacy"),
    ("barrierefreiheit", "accessibility"),
    ("leichte-sprache", "simple-language"),
    ("leichte sprache", "simple-language"),
    ("gebaerdensprache", "sign-language"),
    ("laenderdelegationen", "delegations"),
    ("montag", "monday"),
    ("dienstag", "tuesday"),
    ("mittwoch", "wednesday"),
    ("donnerstag", "thursday"),
    ("freitag", "friday"),
    ("samstag", "saturday"),
    ("sonnabend", "saturday"),
    ("sonntag", "sunday"),
    // Yes and no.
    ("ja", "true"),
    ("wahr", "true"),
    ("nein", "false"),
    ("falsch", "false"),
];

/// Names of languages, in German and English, and their tags.
const LANGUAGES: &[(&str, &str)] = &[
    ("deutsch", "de"),
    ("german", "de"),
    ("englisch", "en"),
    ("english", "en"),
    ("spanisch", "es"),
    ("spanish", "es"),
    ("franzoesisch", "fr"),
    ("french", "fr"),
    ("italienisch", "it"),
    ("italian", "it"),
    ("portugiesisch", "pt"),
    ("portuguese", "pt"),
    ("niederlaendisch", "nl"),
    ("dutch", "nl"),
    ("polnisch", "pl"),
    ("polish", "pl"),
    ("tschechisch", "cs"),
    ("czech", "cs"),
    ("cz", "cs"),
    ("slowakisch", "sk"),
    ("slovak", "sk"),
    ("ungarisch", "hu"),
    ("hungarian", "hu"),
    ("sorbisch", "hsb"),
    ("obersorbisch", "hsb"),
    ("ukrainisch", "uk"),
    ("ukrainian", "uk"),
    ("russisch", "ru"),
    ("russian", "ru"),
    ("finnisch", "fi"),
    ("finnish", "fi"),
    ("estnisch", "et"),
    ("estonian", "et"),
    ("lettisch", "lv"),
    ("latvian", "lv"),
    ("litauisch", "lt"),
    ("lithuanian", "lt"),
    ("schwedisch", "sv"),
    ("swedish", "sv"),
    ("daenisch", "da"),
    ("danish", "da"),
    ("dk", "da"),
    ("norwegisch", "nb"),
    ("norwegian", "nb"),
    ("rumaenisch", "ro"),
    ("romanian", "ro"),
    ("bulgarisch", "bg"),
    ("bulgarian", "bg"),
    ("griechisch", "el"),
    ("greek", "el"),
    ("tuerkisch", "tr"),
    ("turkish", "tr"),
    ("arabisch", "ar"),
    ("arabic", "ar"),
    ("chinesisch", "zh"),
    ("chinese", "zh"),
    ("japanisch", "ja"),
    ("japanese", "ja"),
    ("jp", "ja"),
    ("koreanisch", "ko"),
    ("korean", "ko"),
    ("vietnamesisch", "vi"),
    ("vietnamese", "vi"),
];

/// The word of `known` that somebody meant: written in capitals, in German, or misspelt.
pub fn suggest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let plain = plain(typed);
    let same = |word: &&&str| word.replace('_', "-") == plain.replace(['_', ' '], "-");
    let german = || {
        let means = |word: &&&str| GERMAN.contains(&(plain.as_str(), **word));
        known.iter().find(means)
    };
    let similar =
        || closest(typed, known.iter().copied()).or_else(|| closest(&plain, known.iter().copied()));
    known.iter().find(same).or_else(german).copied().or_else(similar)
}

/// The tag of the language that somebody meant.
pub fn language(typed: &str) -> Option<&'static str> {
    let plain = plain(typed);
    // Of `en_GB` the language.
    let plain = without_region(&plain);
    let named = LANGUAGES.iter().find(|(name, _)| *name == plain);
    let tagged = || LANGUAGES.iter().find(|(_, tag)| *tag == plain);
    let similar = || {
        let name = closest(plain, LANGUAGES.iter().map(|(name, _)| *name))?;
        LANGUAGES.iter().find(|(other, _)| *other == name)
    };
    named.or_else(tagged).or_else(|| similar().filter(|_| plain.len() > 3)).map(|(_, tag)| *tag)
}

/// `true` or `false`, as somebody meant it.
pub fn yes_or_no(typed: &str) -> Option<&'static str> {
    match plain(typed).as_str() {
        "true" | "yes" | "y" | "on" | "1" | "ja" | "j" | "wahr" | "x" => Some("true"),
        "false" | "no" | "n" | "off" | "0" | "nein" | "falsch" => Some("false"),
        _ => None,
    }
}

/// In small letters and without umlauts.
fn plain(typed: &str) -> String {
    let small = typed.trim().to_lowercase();
    small.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

/// The candidate that somebody probably meant: at most a third of its letters differ.
pub fn closest<'c>(typed: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(typed, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= (candidate.chars().count() / 3).max(1) && *distance > 0
        })
        .min()
        .map(|(_, candidate)| candidate)
}
