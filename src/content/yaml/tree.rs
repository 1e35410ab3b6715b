//! A YAML text as a tree in which every node knows its bytes. Made only for files that have
//! something wrong: to read them once more, and to show an editor the very key or value.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::path::{KeyPath, Step};
use crate::problem::{Problem, Shape};

/// Nodes a file may have once its aliases are written out.
const MAX_NODES: usize = 100_000;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub id: usize,
    pub range: Range<usize>,
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// A scalar as it was typed; `null` when nothing was (or `~`, or `null`).
    Scalar {
        text: String,
        null: bool,
    },
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// Something wrong in the text itself.
#[derive(Debug)]
pub(super) struct Fault {
    pub range: Range<usize>,
    pub problem: Problem,
}

/// Byte offsets of the characters of a text: the parser counts characters.
pub(super) struct Offsets {
    bytes: Option<Vec<usize>>,
    len: usize,
}

impl Offsets {
    pub(super) fn of(text: &str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Offsets { bytes, len: text.len() }
    }

    pub(super) fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.len),
            None => character.min(self.len),
        }
    }
}

/// Reads a text whose depth has been checked.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let mut builder = Builder {
        offsets: Offsets::of(text),
        anchors: HashMap::new(),
        open: Vec::new(),
        done: None,
        nodes: 0,
    };
    let mut documents = 0;
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| syntax(text, &builder.offsets, &error))?;
        let range =
            builder.offsets.byte(span.start.index())..builder.offsets.byte(span.end.index());
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
        }
        if documents > 1 {
            return Err(Fault { range, problem: Problem::MoreThanOneDocument });
        }
        builder.take(event, range)?;
    }
    builder.done.ok_or(Fault { range: 0..0, problem: Problem::EmptyFile })
}

/// The parser's words are for programmers; the frequent causes get words of their own.
fn syntax(text: &str, offsets: &Offsets, error: &ScanError) -> Fault {
    let at = offsets.byte(error.marker().index());
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text.get(line_start..).unwrap_or("");
    let line = rest.lines().next().unwrap_or("");
    if let Some((start, tab)) = tab_indent(text, line_start) {
        return Fault { range: start..tab, problem: Problem::TabIndent };
    }
    let detail = error.info().to_owned();
    let at = at.min(line_start + line.len());
    if detail.contains("mapping values are not allowed") {
        return Fault { range: at..at + 1, problem: Problem::ColonInText };
    }
    Fault { range: at..at, problem: Problem::YamlSyntax { detail } }
}

/// A tab in the indent of the line at `from` or of the next, with its bytes.
fn tab_indent(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut start = from;
    for line in text.get(from..)?.split_inclusive('\n').take(2) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line.get(..indent).and_then(|indent| indent.find('\t')) {
            return Some((start + tab, start + tab + 1));
        }
        start += line.len();
    }
    None
}

struct Builder {
    offsets: Offsets,
    anchors: HashMap<usize, Node>,
    open: Vec<Open>,
    done: Option<Node>,
    nodes: usize,
}

struct Open {
    start: usize,
    anchor: usize,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Map(Vec<(Node, Node)>, Option<Node>),
}

impl Builder {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let null = style == ScalarStyle::Plain
                    && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let kind = Kind::Scalar { text: text.into_owned(), null };
                self.close(range, anchor, kind)
            }
            Event::SequenceStart(anchor, _) => {
                let kind = OpenKind::List(Vec::new());
                self.open.push(Open { start: range.start, anchor, kind });
                Ok(())
            }
            Event::MappingStart(anchor, _) => {
                let kind = OpenKind::Map(Vec::new(), None);
                self.open.push(Open { start: range.start, anchor, kind });
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else { return Ok(()) };
                let kind = match open.kind {
                    OpenKind::List(items) => Kind::List(items),
                    OpenKind::Map(entries, _) => Kind::Map(entries),
                };
                self.close(open.start..range.end.max(open.start), open.anchor, kind)
            }
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(&anchor).cloned() else {
                    let detail = "unknown anchor".to_owned();
                    return Err(Fault { range, problem: Problem::YamlSyntax { detail } });
                };
                let size = node.count();
                if self.nodes + size > MAX_NODES {
                    return Err(Fault { range, problem: Problem::TooManyAliases });
                }
                self.nodes += size;
                self.put(Node { range, ..node });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn close(&mut self, range: Range<usize>, anchor: usize, kind: Kind) -> Result<(), Fault> {
        self.nodes += 1;
        let node = Node { id: self.nodes, range, kind };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        self.put(node);
        Ok(())
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(OpenKind::List(items)) => items.push(node),
            Some(OpenKind::Map(entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(node),
            },
            None => self.done = Some(node),
        }
    }
}

impl Node {
    pub(super) fn shape(&self) -> Shape {
        match self.kind {
            Kind::Scalar { null: true, .. } => Shape::Nothing,
            Kind::Scalar { .. } => Shape::Text,
            Kind::List(_) => Shape::List,
            Kind::Map(_) => Shape::Map,
        }
    }

    fn count(&self) -> usize {
        1 + match &self.kind {
            Kind::Scalar { .. } => 0,
            Kind::List(items) => items.iter().map(Node::count).sum(),
            Kind::Map(entries) => {
                entries.iter().map(|(key, value)| key.count() + value.count()).sum()
            }
        }
    }

    fn entry(&self, name: &str) -> Option<&(Node, Node)> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries
            .iter()
            .find(|(key, _)| matches!(&key.kind, Kind::Scalar { text, .. } if text == name))
    }
}

/// Where the keys and values of a YAML text stand.
#[derive(Debug)]
pub struct Positions {
    root: Option<Node>,
    offset: usize,
}

impl Positions {
    /// Reads the positions of a text that begins `offset` bytes into its file.
    pub fn read(text: &str, offset: usize) -> Self {
        let deep = super::nesting::too_deep(text).is_some();
        Positions { root: if deep { None } else { parse(text).ok() }, offset }
    }

    /// The bytes of the value at a path; of the nearest one above when it is not there.
    pub fn value_range(&self, path: &KeyPath) -> Range<usize> {
        let range = match self.find(path) {
            Some((Some(key), value)) if value.range.is_empty() || value.is_null() => &key.range,
            Some((_, value)) if !matches!(value.kind, Kind::Map(_)) => &value.range,
            Some((Some(key), _)) => &key.range,
            _ => return self.offset..self.offset,
        };
        range.start + self.offset..range.end + self.offset
    }

    /// The bytes of the key at a path; of the nearest one above when it is not there.
    pub fn key_range(&self, path: &KeyPath) -> Range<usize> {
        match self.find(path) {
            Some((Some(key), _)) => key.range.start + self.offset..key.range.end + self.offset,
            _ => self.value_range(path),
        }
    }

    fn find(&self, path: &KeyPath) -> Option<(Option<&Node>, &Node)> {
        let mut found = (None, self.root.as_ref()?);
        for step in path {
            let next = match (step, &found.1.kind) {
                (Step::Key(name), Kind::Map(_)) => {
                    found.1.entry(name).map(|(key, value)| (Some(key), value))
                }
                (Step::Item(index), Kind::List(items)) => {
                    items.get(*index).map(|item| (None, item))
                }
                (Step::Item(0), Kind::Scalar { .. }) => Some(found),
                _ => None,
            };
            match next {
                Some(next) => found = next,
                None => break,
            }
        }
        Some(found)
    }
}

impl Node {
    fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Scalar { null: true, .. })
    }
}
