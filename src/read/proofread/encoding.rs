//! Letters that were read in the wrong encoding: UTF-8 taken for Windows-1252 makes `Ã¼` of `ü`.
//! What was meant can be read from it.

use std::ops::Range;

use crate::markdown::Found;
use crate::problem::ProseWarning;

/// The characters of Windows-1252 from 0x80 to 0x9F; the others are those of Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that a character was read from.
fn byte(character: char) -> Option<u8> {
    let at = WINDOWS.iter().position(|windows| *windows == character);
    let code = u32::from(character);
    at.map_or((0xa0..=0xff).contains(&code).then_some(code), |at| Some(0x80 + at as u32))
        .and_then(|code| u8::try_from(code).ok())
}

/// Letters that were read wrongly in a text.
pub(super) fn broken(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    for (at, character) in text.char_indices() {
        if character == char::REPLACEMENT_CHARACTER {
            let range = at..at + character.len_utf8();
            let problem =
                ProseWarning::BrokenLetters { found: character.to_string(), meant: None }.into();
            found.push((range, problem));
            continue;
        }
        if !matches!(character, 'Ã' | 'Â' | 'Å' | 'Ä' | 'â') {
            continue;
        }
        if let Some((length, letter)) = meant(text.get(at..).unwrap_or("")) {
            let range = at..at + length;
            let passage = text.get(range.clone()).unwrap_or("").to_owned();
            let problem =
                ProseWarning::BrokenLetters { found: passage, meant: Some(letter.to_string()) }
                    .into();
            found.push((range, problem));
        }
    }
    found.sort_by_key(|(range, _): &(Range<usize>, _)| range.start);
    found
}

/// The letter that the text begins with when it is read anew, and how long it is now.
fn meant(text: &str) -> Option<(usize, char)> {
    let mut characters = text.char_indices();
    let first = byte(characters.next()?.1)?;
    let count = if first < 0xe0 { 2 } else { 3 };
    let mut bytes = vec![first];
    for (_, character) in characters.by_ref().take(count - 1) {
        bytes.push(byte(character)?);
    }
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let (end, behind) = characters.next().unwrap_or((text.len(), ' '));
    // »MAÇÔ closes a quotation, and »Å‚« would be Polish.
    let second = text.chars().nth(1)?;
    let is_mark = "“”’‘»«›‹„‚…–—".contains(second);
    let is_plausible = match text.chars().next()? {
        'Ã' => !is_mark || behind.is_alphabetic(),
        // Signs on their own: ° § » and the no-break space.
        'Â' => !is_mark || second == '»' && !behind.is_whitespace(),
        'â' => true,
        _ => behind.is_alphabetic() && letter.is_alphabetic(),
    };
    is_plausible.then_some((end, letter))
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn letters_are_found_with_what_was_meant() {
        for text in ["Frühstück", "Größe", "Łódź", "»Zitat«", "5 °C", "heute – morgen", "„so“"]
        {
            let wrong: String = text
                .bytes()
                .map(|byte| match byte {
                    0x80..=0x9f => super::WINDOWS[usize::from(byte) - 0x80],
                    byte => char::from(byte),
                })
                .collect();
            assert!(!broken(&wrong).is_empty(), "{wrong}");
        }
    }

    #[test]
    fn good_letters_are_not() {
        for text in
            ["JOÃO", "SÃO PAULO", "„IRMÔ", "Ågård", "Âme", "Château", "IRMÃ – 1", "Ärger", "Ä“"]
        {
            assert!(broken(text).is_empty(), "{text}");
        }
    }
}
