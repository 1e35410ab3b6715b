//! What editors type in German, or nearly right, where content files have fixed English
//! words. A word can stand for several: which of them, the place decides. The German words of a
//! key stand in its row of the table.

use crate::language::without_region;

/// German words and the choices they mean, without umlauts: `ae`, `oe`, `ue`, `ss`.
/// A word for several comes once for each.
const GERMAN: &[(&str, &str)] = &[
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
    ("veranstaltungen", "events"),
    ("termine", "events"),
    ("besuche", "delegations"),
    ("pressemitteilungen", "press"),
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
    meant(typed, known, |plain, word| GERMAN.contains(&(plain, word)))
}

/// The key that somebody meant; `known` has with each key its German words.
pub fn suggest_key<'k>(typed: &str, known: &[(&'k str, &str)]) -> Option<&'k str> {
    let keys: Vec<&str> = known.iter().map(|(key, _)| *key).collect();
    let means =
        |typed: &str, words: &str| words.split_whitespace().any(|word| plain(word) == typed);
    meant(typed, &keys, |typed, key| {
        known.iter().any(|(name, words)| *name == key && means(typed, words))
    })
}

fn meant<'k>(
    typed: &str,
    known: &[&'k str],
    in_german: impl Fn(&str, &str) -> bool,
) -> Option<&'k str> {
    let plain = plain(typed);
    let same = |word: &&&str| word.replace('_', "-") == plain.replace(['_', ' '], "-");
    let german = || known.iter().find(|word| in_german(&plain, word));
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

/// The tag of a language by its name, `englisch`.
pub fn named_language(typed: &str) -> Option<&'static str> {
    let plain = plain(typed);
    LANGUAGES.iter().find(|(name, _)| *name == plain && name.len() > 2).map(|(_, tag)| *tag)
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

/// The candidate that is one letter away, two of a long word; nothing when another is as near.
/// For names that mean something else as soon as a letter is another.
pub fn only_near(typed: &str, candidates: impl IntoIterator<Item = String>) -> Option<String> {
    let letters = typed.chars().count();
    let limit = match letters {
        0..5 => return None,
        5..9 => 1,
        _ => 2,
    };
    let near = |candidate: String| {
        let distance = strsim::damerau_levenshtein(typed, &candidate);
        (distance <= limit).then_some((distance, candidate))
    };
    let mut near: Vec<(usize, String)> = candidates.into_iter().filter_map(near).collect();
    near.sort();
    near.dedup();
    match &near[..] {
        [(_, only)] => Some(only.clone()),
        [(first, nearest), (second, _), ..] if first < second => Some(nearest.clone()),
        _ => None,
    }
}
