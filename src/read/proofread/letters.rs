//! Ligatures: fi, fl and ff are one glyph in many fonts. Copied from a PDF file they arrive as
//! one odd character, or not at all.

use std::ops::Range;

use super::word_around;
use crate::markdown::Found;
use crate::problem::ProseWarning;

/// Ligatures that are one character (Unicode, Alphabetic Presentation Forms), and their letters.
pub(super) const LIGATURES: [(&str, &str); 7] = [
    ("\u{fb00}", "ff"),
    ("\u{fb01}", "fi"),
    ("\u{fb02}", "fl"),
    ("\u{fb03}", "ffi"),
    ("\u{fb04}", "ffl"),
    ("\u{fb05}", "st"),
    ("\u{fb06}", "st"),
];

/// A piece of a German word that only appears when letters are lost.
pub(super) struct Lost {
    /// What is left.
    pub found: &'static str,
    /// What it was.
    meant: &'static str,
    /// What is around it.
    bounds: Bounds,
}

#[derive(Clone, Copy, PartialEq)]
enum Bounds {
    /// It can be anywhere in a word.
    Anywhere,
    /// A word begins with it.
    Start,
    /// It is the whole word.
    Word,
}

const fn anywhere(found: &'static str, meant: &'static str) -> Lost {
    Lost { found, meant, bounds: Bounds::Anywhere }
}

const fn start(found: &'static str, meant: &'static str) -> Lost {
    Lost { found, meant, bounds: Bounds::Start }
}

const fn word(found: &'static str, meant: &'static str) -> Lost {
    Lost { found, meant, bounds: Bounds::Word }
}

/// No German word has these pieces within these bounds. First letters that can be capitals
/// are left out of the pieces that can be anywhere.
pub(super) const LOST: &[Lost] = &[
    // fi
    anywhere("pezisch", "pezifisch"),
    anywhere("pezikation", "pezifikation"),
    anywhere("dentizier", "dentifizier"),
    anywhere("ertizier", "ertifizier"),
    anywhere("ertikat", "ertifikat"),
    anywhere("ualizier", "ualifizier"),
    anywhere("ualikation", "ualifikation"),
    anywhere("lassizier", "lassifizier"),
    anywhere("odizier", "odifizier"),
    anywhere("iversizier", "iversifizier"),
    anywhere("lektrizier", "lektrifizier"),
    anywhere("ignikan", "ignifikan"),
    anywhere("onanzier", "ofinanzier"),
    anywhere("mitnanzier", "mitfinanzier"),
    anywhere("stattndet", "stattfindet"),
    anywhere("stattnden", "stattfinden"),
    anywhere("häug", "häufig"),
    anywhere("mpndlich", "mpfindlich"),
    anywhere("mpehlt", "mpfiehlt"),
    anywhere("eograsch", "eografisch"),
    start("nanzier", "finanzier"),
    start("nanziell", "finanziell"),
    start("denier", "definier"),
    start("denition", "definition"),
    start("Denition", "Definition"),
    word("Dezit", "Defizit"),
    word("Dezite", "Defizite"),
    start("Grak", "Grafik"),
    start("verizier", "verifizier"),
    word("nden", "finden"),
    word("ndet", "findet"),
    word("Prol", "Profil"),
    word("Prole", "Profile"),
    word("protieren", "profitieren"),
    word("protiert", "profitiert"),
    // fl
    anywhere("verpicht", "verpflicht"),
    start("Verpicht", "Verpflicht"),
    start("Konikt", "Konflikt"),
    start("Einuss", "Einfluss"),
    start("Einüss", "Einflüss"),
    start("beeinuss", "beeinfluss"),
    anywhere("reektier", "reflektier"),
    start("exib", "flexib"),
    word("Auage", "Auflage"),
    word("Pege", "Pflege"),
    word("Picht", "Pflicht"),
    // ff
    anywhere("öentlich", "öffentlich"),
    anywhere("Öentlich", "Öffentlich"),
    start("Erön", "Eröffn"),
    start("erön", "eröffn"),
    anywhere("ierenziert", "ifferenziert"),
    anywhere("hoentlich", "hoffentlich"),
    start("eektiv", "effektiv"),
    start("Eekt", "Effekt"),
    start("ezien", "effizien"),
    start("Ezien", "Effizien"),
    start("oziell", "offiziell"),
    start("Oensive", "Offensive"),
    start("Oenheit", "Offenheit"),
    word("Treen", "Treffen"),
    word("treen", "treffen"),
    word("schaen", "schaffen"),
    word("getroen", "getroffen"),
    word("geschaen", "geschaffen"),
];

/// The word with a ligature, and the word without.
pub(super) fn ligature(text: &str, range: Range<usize>) -> Option<Found> {
    let range = word_around(text, range);
    let word = text.get(range.clone())?.to_owned();
    let mut suggestion = word.clone();
    for (ligature, letters) in LIGATURES {
        suggestion = suggestion.replace(ligature, letters);
    }
    Some((range, ProseWarning::Ligature { word, suggestion }.into()))
}

/// The word that has lost letters, and the word with them.
pub(super) fn lost(text: &str, range: Range<usize>, lost: &Lost) -> Option<Found> {
    let around = word_around(text, range.clone());
    let fits = match lost.bounds {
        Bounds::Anywhere => true,
        Bounds::Start => around.start == range.start,
        Bounds::Word => around == range,
    };
    let word = text.get(around.clone())?.to_owned();
    let before = text.get(around.start..range.start)?;
    let behind = text.get(range.end..around.end)?;
    let suggestion = format!("{before}{}{behind}", lost.meant);
    fits.then_some((around, ProseWarning::LostLetters { word, suggestion }.into()))
}

#[cfg(test)]
mod tests {
    use super::{LIGATURES, LOST};

    /// Without this a mistyped entry would never be found, or suggest another word.
    #[test]
    fn what_is_left_is_what_was_meant_without_one_ligature() {
        for lost in LOST {
            let mut losses = LIGATURES.iter().flat_map(|(_, letters)| {
                let places = lost.meant.match_indices(letters);
                places
                    .map(|(at, _)| lost.meant[..at].to_owned() + &lost.meant[at + letters.len()..])
            });
            assert!(losses.any(|left| left == lost.found), "{} {}", lost.found, lost.meant);
        }
    }
}
