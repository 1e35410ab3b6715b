//! What git leaves in a file when two people changed the same lines and nobody has decided yet
//! (git-merge(1), “How conflicts are presented”). None of it is text of an editor.

use std::ops::Range;

/// The line of the first marker.
pub(super) fn marker(text: &str) -> Option<Range<usize>> {
    let signs = ["<<<<<<<", ">>>>>>>", "|||||||", "======="];
    if !signs.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        lines.push((at, line));
        at += line.len() + 1;
    }
    let is = |line: &str, sign: &str| {
        let behind = line.trim_start().strip_prefix(sign);
        behind.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let is_side = |line: &str| is(line, "<<<<<<<") || is(line, ">>>>>>>");
    let is_base = |line: &str| is(line, "|||||||") && !line.trim_end().ends_with('|');
    let is_base_alone = |line: &str| line.trim_end() == "|||||||";
    let certain = lines.iter().any(|(_, line)| is_side(line) || is_base(line));
    // Alone, a line of equals signs can also make a heading of the line above it.
    let is_divider = |index: usize, line: &str| {
        let line_at = |index: Option<usize>| {
            index.and_then(|index| lines.get(index)).map_or("", |(_, line)| line.trim())
        };
        let above = line_at(index.checked_sub(1)).chars().count();
        let underlines = (4..=10).contains(&above) && line_at(index.checked_add(1)).is_empty();
        line.trim_end() == "=======" && (certain || !underlines)
    };
    let first = lines.iter().enumerate().find(|(index, (_, line))| {
        is_side(line) || is_base(line) || certain && is_base_alone(line) || is_divider(*index, line)
    });
    first.map(|(_, (at, line))| *at..at + line.len())
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn every_marker_alone_is_found() {
        for text in [
            "a\n<<<<<<< HEAD\nb",
            "a\n>>>>>>> entwurf\nb",
            "a\n||||||| merged common ancestors\nb",
            "Um 15 Uhr beginnt es.\n=======\nUm 16 Uhr beginnt es.",
            "a\n  <<<<<<< HEAD\n",
        ] {
            assert!(marker(text).is_some(), "{text}");
        }
    }

    #[test]
    fn headings_quotations_and_tables_are_none() {
        for text in ["Treffen\n=======\n\nText", "<<< a >>>", ">>> Zitat", "|||||||", "========"] {
            assert!(marker(text).is_none(), "{text}");
        }
    }
}
