//! Simple language: each sentence begins a line of its own, also where the editor typed several in
//! one paragraph. A date and an abbreviation end no sentence.

/// Words whose point does not end a sentence; others are single letters and numbers of days.
const ABBREVIATIONS: [&str; 16] = [
    "bzw", "ca", "Dr", "Dra", "etc", "Mio", "Mr", "Mrd", "Mrs", "Nr", "Prof", "Sr", "Sra", "St",
    "Str", "Tel",
];

/// HTML with a line break in place of the space between two sentences of a paragraph.
pub fn a_sentence_a_line(html: &str) -> String {
    let mut lines = String::with_capacity(html.len());
    let mut in_tag = false;
    for (at, c) in html.char_indices() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            ' ' if !in_tag && is_between_sentences(html, at) => {
                lines.push('\n');
                continue;
            }
            _ => {}
        }
        lines.push(c);
    }
    lines
}

/// Whether a sentence ends before a space, and another begins behind it.
fn is_between_sentences(html: &str, space: usize) -> bool {
    let (Some(before), Some(after)) = (html.get(..space), html.get(space + 1..)) else {
        return false;
    };
    let begins = |c: char| c.is_uppercase() || matches!(c, '»' | '„' | '“' | '¿' | '¡' | '<');
    if !after.starts_with(begins) {
        return false;
    }
    let before = before.trim_end_matches(['»', '“', '”', ')']);
    if before.ends_with(['!', '?']) {
        return true;
    }
    let Some(before) = before.strip_suffix('.') else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_day = word.len() < 3 && word.chars().all(|c| c.is_ascii_digit());
    let is_letter = word.chars().nth(1).is_none();
    !is_day && !is_letter && !ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_of_a_paragraph_has_its_line() {
        assert_eq!(
            a_sentence_a_line("<p>Gäste kommen. Wer sind sie? Das steht hier.</p>"),
            "<p>Gäste kommen.\nWer sind sie?\nDas steht hier.</p>"
        );
        assert_eq!(
            a_sentence_a_line("<p>Das war 2019. Jetzt ist es anders.</p>").lines().count(),
            2
        );
    }

    #[test]
    fn dates_and_abbreviations_stay_on_their_line() {
        for text in [
            "<p>Der Besuch ist am 24. September 2019.</p>",
            "<p>Es gibt z. B. Musik.</p>",
            "<p>Es kommt Dr. Anna Muster.</p>",
            "<p>Hier steht Nr. <b>5</b>.</p>",
            "<a title=\"Erstens. Zweitens.\">Ein Link</a>",
        ] {
            assert_eq!(a_sentence_a_line(text), text);
        }
    }
}
