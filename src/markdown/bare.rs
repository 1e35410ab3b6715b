//! Addresses in a text without brackets: `https://example.org/a`, `www.example.org`,
//! `info@example.org` become links (GitHub's specification of Markdown, 6.9). The mark at the end
//! of a sentence is no part of them.

use std::ops::Range;

use super::Target;
use crate::place::SourcePath;

/// An address in a text.
pub(super) struct Bare {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Where it leads.
    pub target: String,
}

/// The addresses in a text of `file`.
pub(super) fn addresses(file: &SourcePath, text: &str) -> Vec<Bare> {
    if !text.contains('@') && !text.contains("://") && !text.contains("www.") {
        return Vec::new();
    }
    let is_break = |c: char| c.is_whitespace() || "<>\"„“”»«‚‘’›‹|".contains(c);
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(is_break) {
        let at = start;
        start += word.len();
        let word = word.trim_end_matches(is_break);
        let inner = word.trim_start_matches(['(', '[', '*', '_', '~', '\'']);
        let at = at + word.len() - inner.len();
        let typed = without_end(inner);
        let lower = typed.get(..8).unwrap_or(typed).to_ascii_lowercase();
        let target = if lower.starts_with("http://") || lower.starts_with("https://") {
            has_host(typed.split_once("://").map_or("", |(_, rest)| rest)).then(|| typed.to_owned())
        } else if lower.starts_with("www.") {
            has_host(typed).then(|| format!("https://{typed}"))
        } else if typed.contains('@') && !typed.contains(['/', ':', '?']) {
            Some(format!("mailto:{typed}"))
        } else {
            None
        };
        let target = target.filter(|target| Target::read(file, target).is_ok());
        found.extend(target.map(|target| Bare { range: at..at + typed.len(), target }));
    }
    found
}

/// An address without the marks of the sentence around it.
fn without_end(address: &str) -> &str {
    let extra = |close: char, open: char| {
        address.matches(close).count().saturating_sub(address.matches(open).count())
    };
    let (mut round, mut square) = (extra(')', '('), extra(']', '['));
    let end = address.char_indices().rev().find(|(_, sign)| {
        let left_over = match sign {
            ')' => &mut round,
            ']' => &mut square,
            sign => return !".,;:!?*_~'…".contains(*sign),
        };
        let belongs = *left_over == 0;
        *left_over = left_over.saturating_sub(1);
        belongs
    });
    end.map_or("", |(at, sign)| address.get(..at + sign.len_utf8()).unwrap_or(""))
}

/// Whether what follows `https://` begins with the name of a host.
fn has_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or("");
    let mut labels = host.split('.');
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.contains('.') && labels.all(is_label)
}

#[cfg(test)]
mod tests {
    use super::addresses;

    fn found(text: &str) -> Vec<(&str, String)> {
        let file = "content/pages/a.md".into();
        let bare = addresses(&file, text);
        bare.into_iter().map(|bare| (&text[bare.range.clone()], bare.target)).collect()
    }

    #[test]
    fn marks_of_the_sentence_are_no_part_of_an_address() {
        for (text, typed) in [
            ("Mehr auf https://example.org/a.", "https://example.org/a"),
            ("(siehe https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("»https://example.org/?a=1&b=2«!", "https://example.org/?a=1&b=2"),
        ] {
            assert_eq!(found(text), [(typed, typed.to_owned())]);
        }
        assert_eq!(
            found("www.example.org, info@example.org."),
            [
                ("www.example.org", "https://www.example.org".to_owned()),
                ("info@example.org", "mailto:info@example.org".to_owned())
            ]
        );
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        assert!(found("a@b, @name, http:// und www. und z.B. 3://4, https://x").is_empty());
    }
}
