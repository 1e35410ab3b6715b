//! What must stay in force of a file that cannot be read: `gone` and `withdrawn` of a site.yaml,
//! `draft` and `embargo` of an item. What somebody has just taken away must not come back because of
//! a mistake elsewhere in the file.

use std::collections::BTreeSet;

use crate::suggest::{suggest_key, yes_or_no};
use crate::yaml::front_matter;

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

/// A site.yaml that also withdraws these files.
pub(super) fn withdrawing(site: &str, files: &BTreeSet<String>) -> String {
    let lines: String = files.iter().map(|file| format!("- {file}\n")).collect();
    merged(site, &format!("withdrawn:\n{lines}"))
}

/// An older item, hidden as the newer one says, however broken that is; nothing when it says
/// nothing of the kind. An embargo that nobody can read is an error of the older one then, and keeps
/// it away too.
pub(super) fn hidden(older: &str, newer: &str) -> Option<String> {
    let yaml = match older.starts_with(FENCE) {
        true => front_matter::range(older),
        false => 0..older.len(),
    };
    let hides =
        |value: &&str| !["", "~", "null"].contains(value) && yes_or_no(value) != Some("false");
    let is_draft = values(newer, "draft").iter().any(hides);
    let embargo = values(newer, "embargo").into_iter().filter(|value| !value.is_empty()).max();
    let mut kept = older.get(yaml.clone())?.to_owned();
    let mut keep = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            kept = format!("{key}: {value}\n{}", without(&kept, key));
        }
    };
    keep("draft", is_draft.then_some("true"));
    keep("embargo", embargo);
    let (before, behind) = (older.get(..yaml.start)?, older.get(yaml.end..)?);
    (is_draft || embargo.is_some()).then(|| format!("{before}{kept}{behind}"))
}

/// The line around the front matter.
const FENCE: &str = "---";

/// The two keys, in the words that editors use for them.
const KEYS: [(&str, &str); 2] = [("draft", "Entwurf"), ("embargo", "Sperrfrist")];

/// What stands behind a key in an item's file, as often as it does; of a Markdown file whose front
/// matter can be told only there. At the beginning of a line it may be anything; elsewhere, in braces
/// or indented, it must be what the key is for, since it can be a text.
fn values<'t>(text: &'t str, key: &str) -> Vec<&'t str> {
    let inner = text.strip_prefix(FENCE);
    let closed = inner.and_then(|inner| inner.find("\n---").and_then(|end| inner.get(..end)));
    let lines: Vec<&str> = closed.unwrap_or(text).lines().collect();
    let mut values = Vec::new();
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| !is_comment(line)) {
        let behind = || lines.get(number + 1).copied().unwrap_or_default();
        let is_flow = line.contains('{');
        let parts = line.split(|c| is_flow && matches!(c, '{' | '}' | ','));
        for (index, part) in parts.enumerate() {
            let Some((name, value, is_entry)) = entry(part) else { continue };
            if !is_meant(name, key) {
                continue;
            }
            let value = if value.is_empty() { continued(behind()) } else { value };
            let is_at_top = index == 0 && is_entry && !line.starts_with([' ', '\t']);
            if is_at_top || is_for(key, value) {
                values.push(value);
            }
        }
    }
    values
}

/// A key and what stands behind it, and whether a colon is between them.
fn entry(text: &str) -> Option<(&str, &str, bool)> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '?');
    let by_colon = trimmed.split_once(':').map(|(name, value)| (name, value, true));
    let by_other = || trimmed.split_once([' ', '=']).map(|(name, value)| (name, value, false));
    let (name, value, is_entry) = match by_colon.or_else(by_other) {
        Some(entry) => entry,
        None => (trimmed, "", false),
    };
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    (!name.is_empty()).then_some((name, without_comment(value), is_entry))
}

/// What a line goes on with that the one before has a key of.
fn continued(line: &str) -> &str {
    let begins = line.starts_with([' ', '\t', ':']);
    if begins { without_comment(line.trim_start().trim_start_matches(':')) } else { "" }
}

fn without_comment(value: &str) -> &str {
    value.split(" #").next().unwrap_or(value).trim()
}

/// Whether a key is meant by what is typed.
fn is_meant(typed: &str, key: &str) -> bool {
    typed == key || suggest_key(typed, &KEYS) == Some(key)
}

/// Whether a value is what a key is for: yes, or a time.
fn is_for(key: &str, value: &str) -> bool {
    let value = value.trim_matches(['"', '\'']);
    match key {
        "draft" => yes_or_no(value) == Some("true"),
        _ => value.starts_with(|c: char| c.is_ascii_digit()),
    }
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
    fn an_older_item_is_hidden_as_the_newer_one_says() {
        let yaml = "title: a\ndraft: false\nstart: 2019-10-02\n";
        for newer in [
            "title: [\ndraft: true\n",
            "draft: true # erst am Montag\nstart: 24.09.2019\n",
            "Draft: ja\n",
            "Entwurf: ja\n",
            "darft: true\n",
            "  title: a\n  draft: true\n",
            "{title: a, draft: true, start: x}\n",
            "draft:true\n",
            "draft true\n",
            "draft:\n  true\n",
            "? draft\n: true\n",
            "\"draft\" : 'true'\nstart: x\n",
            "<<<<<<< HEAD\ndraft: false\n=======\ndraft: true\n>>>>>>> b\n",
        ] {
            let expected = "draft: true\ntitle: a\nstart: 2019-10-02\n";
            assert_eq!(hidden(yaml, newer).as_deref(), Some(expected), "{newer}");
        }
        for newer in [
            "title: [\ndraft: false\n",
            "draft:\nembargo:\nstart: x\n",
            "summary: |\n  Draft: erst am Montag\n  Embargo: bis Mittag\n",
            "# draft: true\n#draft: true\n",
            "title: Draft 2, ein Entwurf\nDraft 2 of it\nsummary: {de: Draft}\n",
            "draft: false\nentwurf: nein\ndraft: ~\n",
            "---\ntitle: [\n---\n\ndraft: true\n",
            "",
        ] {
            assert_eq!(hidden(yaml, newer), None, "{newer}");
        }
        let release = "---\ntitle: a\nembargo: 2019-08-01\n---\n\nembargo: nie\n";
        let newer = "---\ntitle: [\nembargo: 2019-12-01T09:00\n---\n\nText\n";
        let expected = "---\nembargo: 2019-12-01T09:00\ntitle: a\n---\n\nembargo: nie\n";
        assert_eq!(hidden(release, newer).as_deref(), Some(expected));
        let not_closed = "---\ntitle: a\ndraft: true\n\nText\n";
        assert!(hidden(release, not_closed).unwrap().starts_with("---\ndraft: true\n"));
    }

    #[test]
    fn nothing_that_is_withdrawn_comes_back() {
        let text =
            merged("id: x\ngone: [/alt/]\nwithdrawn: [a.jpg]\ntitle: y\n", "withdrawn: [b.jpg");
        assert_eq!(text, "id: x\ntitle: y\ngone: ['/alt/']\nwithdrawn: ['a.jpg', 'b.jpg']\n");
    }
}
