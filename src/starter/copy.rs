//! A record that begins as a copy of another. It is copied as it is written, comments included, but
//! for what was true of the other alone: when it was, what became of it, who agreed to be named.

use jiff::civil::DateTime;

use super::{minutes, yaml_text};
use crate::model::ContentKind;
use crate::yaml::front_matter;

/// Keys that a copy has not.
const LEFT_OUT: [&str; 15] = [
    "draft",
    "published",
    "updates",
    "aliases",
    "embargo",
    "status",
    "status_note",
    "press",
    "time",
    "participants",
    "translates",
    "slug",
    "reviewed",
    "menu",
    "images",
];

/// Keys that stay as comments: the new record has its own, or none.
const AS_COMMENTS: [&str; 2] = ["end", "repeat"];

/// Keys that are copied and often are of the other alone.
const TO_LOOK_AT: [&str; 6] =
    ["delegations", "events", "countries", "image", "attachments", "figures"];

/// Keys of groups, with what a copy asks for there.
const INNER: [(&str, &str, &str); 4] = [
    ("registration", "deadline", "??Anmeldeschluss??"),
    ("registration", "opens", "??Beginn der Anmeldung??"),
    ("registration", "url", "??Adresse der Anmeldung??"),
    ("online", "url", "??Adresse der Konferenz??"),
];

/// A copy, and what became of the keys.
#[derive(Debug, Default)]
pub struct Copied {
    /// Its text.
    pub text: String,
    /// Keys that the copy asks for or has as comments.
    pub open: Vec<String>,
    /// Keys that were left out.
    pub left_out: Vec<String>,
    /// Keys that were copied, and may be of the other alone.
    pub kept: Vec<String>,
}

/// A copy of a record with another title. `None` when the other is not written as one key a line.
pub fn copied(kind: ContentKind, other: &str, title: &str, now: DateTime) -> Option<Copied> {
    let range = match kind.ending() {
        "md" => front_matter::split(other).ok()?.yaml,
        _ => 0..other.len(),
    };
    let blocks = blocks(other.get(range.clone())?);
    let has = |key: &str| blocks.iter().any(|block| block.key == Some(key));
    if !has("title") {
        return None;
    }
    let mut copy = Copied { text: other.get(..range.start)?.to_owned(), ..Copied::default() };
    for block in &blocks {
        copy.add(block, title, now);
    }
    if matches!(kind, ContentKind::Event | ContentKind::Delegation) {
        copy.text.push_str(&format!("status: planned\npublished: {}\n", minutes(now)));
    }
    copy.text.push_str("draft: true\n");
    copy.text.push_str(other.get(range.end..)?);
    Some(copy)
}

impl Copied {
    fn add(&mut self, block: &Block<'_>, title: &str, now: DateTime) {
        let Some(key) = block.key else { return self.text.push_str(&block.comments()) };
        if LEFT_OUT.contains(&key) {
            if !matches!(key, "draft" | "published") {
                self.left_out.push(key.to_owned());
            }
            return;
        }
        self.text.push_str(&block.comments());
        match key {
            "title" => self.text.push_str(&format!("title: {}\n", yaml_text(title))),
            "date" => self.text.push_str(&format!("date: {}\n", now.date())),
            "start" | "within" => {
                self.open.push("start".to_owned());
                self.text.push_str(&format!("start: ??Beginn, bisher {}??\n", block.value()));
            }
            _ if AS_COMMENTS.contains(&key) => {
                self.open.push(key.to_owned());
                for line in &block.own {
                    self.text.push_str(&format!("# {line}\n"));
                }
            }
            _ => self.add_group(block, key),
        }
    }

    /// Adds a key as it is, but for what is asked for in its group.
    fn add_group(&mut self, block: &Block<'_>, key: &str) {
        if TO_LOOK_AT.contains(&key) {
            self.kept.push(key.to_owned());
        }
        let mut lines = block.own.join("\n") + "\n";
        for (_, inner, asked) in INNER.iter().filter(|(group, ..)| *group == key) {
            if let Some(changed) = with_value(&lines, inner, asked) {
                self.open.push(format!("{key}.{inner}"));
                lines = changed;
            }
        }
        if key == "registration" {
            lines = with_value(&lines, "state", "open").unwrap_or(lines);
        }
        self.text.push_str(&lines);
    }
}

/// The text of a group with another value of one of its keys; `None` when it has no such key.
fn with_value(group: &str, key: &str, value: &str) -> Option<String> {
    let name = format!("{key}:");
    let places = group.match_indices(&name).filter_map(|(at, _)| group.split_at_checked(at));
    let (before, rest) =
        places.into_iter().find(|(before, _)| before.ends_with([' ', '{', ',']))?;
    let rest = rest.strip_prefix(&name)?;
    let in_braces = before.contains('{');
    let ends = |c: char| c == '\n' || (in_braces && matches!(c, ',' | '}'));
    let after = rest.find(ends).and_then(|end| rest.get(end..)).unwrap_or_default();
    // In braces a value that begins with `?` needs quotation marks (YAML 1.2.2, 7.3.3).
    let value = if in_braces && value.starts_with("??") {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    };
    Some(format!("{before}{name} {value}{after}"))
}

/// A key at the beginning of a line with all that belongs to it: comments right above it, and
/// lines that are indented below it. Without a key, what belongs to none.
#[derive(Default)]
struct Block<'t> {
    key: Option<&'t str>,
    comments: Vec<&'t str>,
    own: Vec<&'t str>,
}

impl<'t> Block<'t> {
    fn comments(&self) -> String {
        self.comments.iter().flat_map(|line| [*line, "\n"]).collect()
    }

    /// What stands behind the key in its line, without a comment.
    fn value(&self) -> &'t str {
        let line = self.own.first().and_then(|line| line.split_once(':'));
        let value = line.map_or("", |(_, value)| value);
        value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\''])
    }
}

fn blocks(yaml: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    // Comments and empty lines: what follows says where they belong.
    let mut between: Vec<&str> = Vec::new();
    for line in yaml.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            between.push(line);
        } else if line.starts_with([' ', '\t', '-', '}', ']'])
            && let Some(block) = blocks.last_mut()
        {
            block.own.append(&mut between);
            block.own.push(line);
        } else {
            let is_free = |line: &&str| line.is_empty() || line.starts_with("# yaml-language-");
            let free = between.iter().rposition(is_free).map_or(0, |last| last + 1);
            let comments = between.split_off(free);
            let free = std::mem::take(&mut between);
            blocks.push(Block { comments: free, ..Block::default() });
            let key = line.split_once(':').map(|(key, _)| key);
            blocks.push(Block { key, comments, own: vec![line] });
        }
    }
    blocks.push(Block { comments: between, ..Block::default() });
    blocks
}
