//! What must stay in force of a site.yaml that cannot be read: `gone` and `withdrawn`. A picture
//! that somebody has just withdrawn must not come back because of a mistake elsewhere in the file.

use std::collections::BTreeSet;

/// Keys whose entries are never taken back.
const KEPT: [&str; 2] = ["gone", "withdrawn"];

/// An older site.yaml, with what either of the two withdraws.
pub(super) fn merged(older: &str, newer: &str) -> String {
    let mut text = older.to_owned();
    for key in KEPT {
        let entries: BTreeSet<String> =
            [older, newer].into_iter().flat_map(|text| entries(text, key)).collect();
        text = without(&text, key);
        if !entries.is_empty() {
            let quoted = entries.iter().map(|entry| format!("'{}'", entry.replace('\'', "''")));
            let list = quoted.collect::<Vec<_>>().join(", ");
            text = format!("{}\n{key}: [{list}]\n", text.trim_end());
        }
    }
    text
}

/// The entries of a list at the top of a file, however broken the rest or the list itself is.
pub(super) fn entries(text: &str, key: &str) -> BTreeSet<String> {
    let mut entries = BTreeSet::new();
    let mut block = Block::new(key);
    for line in text.lines().filter(|line| block.has(line)) {
        let line = line.strip_prefix(key).unwrap_or(line).trim_start().trim_start_matches(':');
        let line = line.split(" #").next().unwrap_or(line);
        let marks = |c: char| c.is_whitespace() || "-'\"{}".contains(c);
        let words = line.split([',', '[', ']']).map(|word| {
            word.trim_start_matches(marks).trim_end_matches(|c: char| marks(c) && c != '-')
        });
        let is_entry = |word: &&str| !word.is_empty() && !word.starts_with('#');
        entries.extend(words.filter(is_entry).map(str::to_owned));
    }
    entries
}

/// A text without the lines of a key.
fn without(text: &str, key: &str) -> String {
    let mut block = Block::new(key);
    text.lines().filter(|line| !block.has(line)).map(|line| format!("{line}\n")).collect()
}

/// Follows the lines of a text: which belong to a key at its top.
struct Block<'k> {
    key: &'k str,
    is_open: bool,
}

impl<'k> Block<'k> {
    fn new(key: &'k str) -> Self {
        Block { key, is_open: false }
    }

    fn has(&mut self, line: &str) -> bool {
        let begins = line
            .strip_prefix(self.key)
            .is_some_and(|rest| rest.trim_start().starts_with(':') || rest.starts_with([' ', '[']));
        let goes_on = line.is_empty() || line.starts_with([' ', '\t', '-', ']', '#']);
        self.is_open = begins || (self.is_open && goes_on);
        self.is_open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        entries(text, "withdrawn").into_iter().collect()
    }

    #[test]
    fn entries_are_found_in_every_form_and_in_broken_ones() {
        for text in [
            "id: x\nwithdrawn: [a.jpg, b c.png]\ntitle: y\n",
            "withdrawn:\n  - a.jpg\n  - \"b c.png\" # Kind\n",
            "withdrawn:\n- a.jpg\n- 'b c.png'\nid: [\n",
            "withdrawn: [a.jpg,\n  b c.png\nid: x\n",
            "withdrawn:[a.jpg, b c.png]",
            "<<<<<<< HEAD\nid: y\n=======\nwithdrawn: [a.jpg, b c.png]\n>>>>>>> b\n",
        ] {
            assert_eq!(list(text), ["a.jpg", "b c.png"], "{text}");
        }
        assert_eq!(list("title: withdrawn: a.jpg\nwithdrawn_by: a.jpg\n"), [""; 0]);
    }

    #[test]
    fn nothing_that_is_withdrawn_comes_back() {
        let text =
            merged("id: x\ngone: [/alt/]\nwithdrawn: [a.jpg]\ntitle: y\n", "withdrawn: [b.jpg");
        assert_eq!(text, "id: x\ntitle: y\ngone: ['/alt/']\nwithdrawn: ['a.jpg', 'b.jpg']\n");
    }
}
