//! What stays of a text that is too long: its beginning, up to the end of a sentence.

/// What stands between paragraphs.
pub(super) const BETWEEN: &str = "\n\n";

/// Behind a text that goes on elsewhere.
const MORE: &str = " …";

/// How many octets a text has in a calendar file, where some characters have a backslash before
/// them (RFC 5545 3.3.11).
fn octets_of(text: &str) -> usize {
    text.len() + text.matches(['\\', ';', ',', '\n']).count()
}

/// Lets the longest paragraphs end earlier until all have room in this many octets of a file. The
/// last stays as it is: it says where the rest is.
pub(super) fn fit(paragraphs: &mut Vec<String>, octets: usize) {
    // Each round shortens a paragraph by what is too much, or empties it.
    for _ in 0..paragraphs.len() {
        let between = octets_of(BETWEEN) * paragraphs.len().saturating_sub(1);
        let all = paragraphs.iter().map(|text| octets_of(text)).sum::<usize>() + between;
        let Some(excess) = all.checked_sub(octets).filter(|excess| *excess > 0) else { break };
        let Some((_, others)) = paragraphs.split_last_mut() else { break };
        let Some(longest) = others.iter_mut().max_by_key(|text| octets_of(text)) else {
            break;
        };
        *longest = beginning(longest, octets_of(longest).saturating_sub(excess));
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
}

/// The beginning of a text in at most this many octets, up to the end of a sentence, else of a
/// word, and a mark that it goes on. Nothing if there is no room for a word.
fn beginning(text: &str, octets: usize) -> String {
    let Some(room) = octets.checked_sub(MORE.len()) else { return String::new() };
    let (mut sentence, mut word, mut written) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        // One character more, so that a sentence that ends where the room does is seen to end.
        if written > room {
            break;
        }
        written += octets_of(c.encode_utf8(&mut [0; 4]));
        let before = text.get(..at).unwrap_or_default();
        if c == '\n' || is_end_of_sentence(before, text.get(at..).unwrap_or_default()) {
            sentence = at;
        }
        if c.is_whitespace() {
            word = at;
        }
    }
    let end = if sentence > 0 { sentence } else { word };
    let kept = text.get(..end).unwrap_or_default().trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}{MORE}") }
}

/// A text without the quotation marks and brackets that it ends with; of more than anybody sets,
/// some.
fn without_closing_signs(text: &str) -> &str {
    const MOST: usize = 6;
    (0..MOST).fold(text, |rest, _| {
        rest.strip_suffix(['»', '«', '“', '”', '"', '\'', ')', ']']).unwrap_or(rest)
    })
}

/// Whether a sentence ends between two texts. After a full stop it does not where the word before
/// it is short or a number (»Dr. Muster«, »24. September«), nor before a small letter.
fn is_end_of_sentence(before: &str, after: &str) -> bool {
    let before = without_closing_signs(before);
    if before.ends_with(['。', '！', '？']) {
        return true;
    }
    if !after.starts_with(char::is_whitespace) {
        return false;
    }
    match before.strip_suffix('.') {
        Some(word) => {
            let letters = word.chars().rev().take_while(|c| c.is_alphabetic()).count();
            let next = after.trim_start().chars().next();
            letters > 2 && !next.is_some_and(char::is_lowercase)
        }
        None => before.ends_with(['!', '?', '…']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_with_a_sentence_that_has_room() {
        let text = "Erster Satz. Am 24. September spricht Dr. Muster. Ein dritter Satz folgt.";
        for (octets, kept) in [
            (73, "Erster Satz. Am 24. September spricht Dr. Muster. …"),
            (53, "Erster Satz. Am 24. September spricht Dr. Muster. …"),
            (52, "Erster Satz. …"),
            (16, "Erster Satz. …"),
            (14, "Erster …"),
            (10, "Erster …"),
            (9, ""),
            (0, ""),
        ] {
            assert_eq!(beginning(text, octets), kept, "{octets}");
            assert!(kept.len() <= octets);
        }
        assert_eq!(beginning("Kein Ende\nin der Zeile hier", 25), "Kein Ende …");
        assert_eq!(beginning("最初の文。二番目の文。三番目", 24), "最初の文。 …");
        assert_eq!(beginning("»Ja!« Und dann weiter", 20), "»Ja!« …");
    }

    #[test]
    fn the_longest_yields_and_the_last_stays() {
        let mut parts = ["Kurz.", "Lang genug. Und noch viel mehr.", "https://example.org/"]
            .map(str::to_owned)
            .to_vec();
        fit(&mut parts, 63);
        assert_eq!(parts, ["Kurz.", "Lang genug. …", "https://example.org/"]);
        fit(&mut parts, 34);
        assert_eq!(parts, ["Kurz.", "https://example.org/"]);
        fit(&mut parts, 1);
        assert_eq!(parts, ["https://example.org/"]);
    }
}
