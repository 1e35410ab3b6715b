//! A YAML text as a tree in which every node knows its bytes. Made only for files that have
//! something wrong: to read them once more, and to show an editor the very key or value.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::fault::{Fault, Offsets};
use crate::place::{KeyPath, Step};
use crate::problem::{FileProblem, Shape, YamlProblem};

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub id: usize,
    pub range: Range<usize>,
    pub kind: NodeKind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(super) enum NodeKind {
    /// A scalar as it was typed; `null` when nothing was (or `~`, or `null`).
    Scalar {
        text: String,
        null: bool,
    },
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// Reads a text whose [limits](super::limits) have been checked.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    parse_with_spaces(text).or_else(|fault| {
        // The parser refuses tabs behind a colon, which YAML allows.
        match text.contains(":\t") {
            true => parse_with_spaces(&without_tabs(text)).map_err(|_| fault),
            false => Err(fault),
        }
    })
}

/// A text with spaces for the tabs behind colons, byte for byte: all places stay right.
fn without_tabs(text: &str) -> String {
    let mut is_behind = false;
    let space = |character| {
        is_behind = character == ':' || (is_behind && character == '\t');
        if is_behind && character == '\t' { ' ' } else { character }
    };
    text.chars().map(space).collect()
}

fn parse_with_spaces(text: &str) -> Result<Node, Fault> {
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
        let (event, span) = event.map_err(|error| {
            let at = builder.offsets.byte(error.marker().index());
            super::syntax::explain(text, at, error.info())
        })?;
        let range =
            builder.offsets.byte(span.start.index())..builder.offsets.byte(span.end.index());
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
        }
        if documents > 1 {
            return Err(Fault { range, problem: YamlProblem::MoreThanOneDocument.into() });
        }
        builder.take(event, range)?;
    }
    builder.done.ok_or(Fault { range: 0..0, problem: FileProblem::EmptyFile.into() })
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
            // `! Wichtig`: what stands behind the sign would be the value, without it.
            Event::Scalar(_, _, _, Some(_)) => {
                Err(Fault { range, problem: YamlProblem::ReservedStart { character: '!' }.into() })
            }
            Event::Scalar(text, style, anchor, None) => {
                let null = style == ScalarStyle::Plain
                    && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let kind = NodeKind::Scalar { text: text.into_owned(), null };
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
                    OpenKind::List(items) => NodeKind::List(items),
                    OpenKind::Map(entries, _) => NodeKind::Map(entries),
                };
                self.close(open.start..range.end.max(open.start), open.anchor, kind)
            }
            Event::Alias(anchor) => {
                // A list that names itself: it has no end.
                let Some(node) = self.anchors.get(&anchor).cloned() else {
                    return Err(Fault { range, problem: YamlProblem::TooManyAliases.into() });
                };
                self.put(Node { range, ..node });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn close(&mut self, range: Range<usize>, anchor: usize, kind: NodeKind) -> Result<(), Fault> {
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
            NodeKind::Scalar { null: true, .. } => Shape::Nothing,
            NodeKind::Scalar { .. } => Shape::Text,
            NodeKind::List(_) => Shape::List,
            NodeKind::Map(_) => Shape::Map,
        }
    }

    fn entry(&self, name: &str) -> Option<&(Node, Node)> {
        let NodeKind::Map(entries) = &self.kind else { return None };
        entries
            .iter()
            .find(|(key, _)| matches!(&key.kind, NodeKind::Scalar { text, .. } if text == name))
    }
}

/// Where the keys and values of a YAML text stand.
#[derive(Debug)]
pub struct Positions {
    root: Option<Node>,
    offset: usize,
    /// Bytes of values that were left out when the file was read: items of a list are counted
    /// without them.
    left_out: Vec<Range<usize>>,
}

impl Positions {
    /// Reads the positions of a text that begins `offset` bytes into its file, and of which
    /// some values were left out.
    pub fn read(text: &str, offset: usize, left_out: &[Range<usize>]) -> Self {
        let refused = super::limits::exceeded(text).is_some();
        let own = |range: &Range<usize>| {
            range.start.saturating_sub(offset)..range.end.saturating_sub(offset)
        };
        let mut left_out: Vec<_> = left_out.iter().map(own).collect();
        left_out.sort_by_key(|range| range.start);
        let root = if refused { None } else { parse(text).ok() };
        Positions { root, offset, left_out }
    }

    /// The keys at the top.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let entries = match self.root.as_ref().map(|root| &root.kind) {
            Some(NodeKind::Map(entries)) => entries.as_slice(),
            _ => &[],
        };
        entries.iter().filter_map(|(key, _)| match &key.kind {
            NodeKind::Scalar { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }

    /// Whether the value at a path, or something in it, was left out.
    pub fn has_left_out(&self, path: &KeyPath) -> bool {
        let value = self.find(path).filter(|(steps, ..)| *steps == path.len());
        value.is_some_and(|(_, _, value)| {
            self.left_out.iter().any(|range| value.range.contains(&range.start))
        })
    }

    /// Whether the key at a byte stands in the group in which the key at a path should stand.
    pub fn beside(&self, path: &KeyPath, at: usize) -> bool {
        let Some((_, group)) = path.split_last() else { return false };
        let Some((steps, _, Node { kind: NodeKind::Map(entries), .. })) = self.find(group) else {
            return false;
        };
        let is_here = |(key, _): &(Node, Node)| key.range.start + self.offset == at;
        steps == group.len() && entries.iter().any(is_here)
    }

    /// Whether a key of this name stands in the group of the key at a byte.
    pub fn stands_beside(&self, at: usize, name: &str) -> bool {
        let mut open: Vec<&Node> = self.root.iter().collect();
        while let Some(node) = open.pop() {
            match &node.kind {
                NodeKind::Map(entries) => {
                    let is_here = |(key, _): &(Node, Node)| key.range.start + self.offset == at;
                    if entries.iter().any(is_here) {
                        return node.entry(name).is_some();
                    }
                    open.extend(entries.iter().map(|(_, value)| value));
                }
                NodeKind::List(items) => open.extend(items),
                NodeKind::Scalar { .. } => {}
            }
        }
        false
    }

    /// The bytes of the value at a path; of the nearest one above when it is not there.
    pub fn value_range(&self, path: &KeyPath) -> Range<usize> {
        let range = match self.find(path) {
            Some((_, Some(key), value)) if value.range.is_empty() || value.is_null() => &key.range,
            Some((_, _, value)) if !matches!(value.kind, NodeKind::Map(_)) => &value.range,
            Some((_, Some(key), _)) => &key.range,
            Some((_, None, item)) if !path.is_empty() => &(item.range.start..item.range.start),
            _ => return self.offset..self.offset,
        };
        range.start + self.offset..range.end + self.offset
    }

    /// The bytes of all that stands at a path, keys and values; none when it is not there.
    pub fn whole(&self, path: &[Step]) -> Range<usize> {
        match self.find(path) {
            Some((steps, _, value)) if steps == path.len() => {
                value.range.start + self.offset..value.range.end + self.offset
            }
            _ => self.offset..self.offset,
        }
    }

    /// The bytes of the key at a path; of the nearest one above when it is not there.
    pub fn key_range(&self, path: &KeyPath) -> Range<usize> {
        match self.find(path) {
            Some((_, Some(key), _)) => key.range.start + self.offset..key.range.end + self.offset,
            _ => self.value_range(path),
        }
    }

    /// Goes along a path as far as it leads: the number of steps, the last key and its value.
    fn find(&self, path: &[Step]) -> Option<(usize, Option<&Node>, &Node)> {
        let mut found = (0, None, self.root.as_ref()?);
        for step in path {
            let next = match (step, &found.2.kind) {
                (Step::Key(name), NodeKind::Map(_)) => {
                    found.2.entry(name).map(|(key, value)| (Some(key), value))
                }
                (Step::Item(index), NodeKind::List(items)) => {
                    items.get(self.place_in(items, *index)).map(|item| (None, item))
                }
                (Step::Item(0), NodeKind::Scalar { .. }) => Some((found.1, found.2)),
                _ => None,
            };
            match next {
                Some((key, value)) => found = (found.0 + 1, key, value),
                None => break,
            }
        }
        Some(found)
    }

    /// Where an item stands in its list, when items that were left out are not counted.
    fn place_in(&self, items: &[Node], index: usize) -> usize {
        let mut place = index;
        for range in &self.left_out {
            let before = items.partition_point(|item| item.range.start <= range.start);
            let Some(at) = before.checked_sub(1) else { continue };
            let item = &items[at];
            let scalar = matches!(item.kind, NodeKind::Scalar { .. });
            let is_item = *range == item.range || scalar && item.range.contains(&range.start);
            place += usize::from(is_item && at <= place);
        }
        place
    }
}

impl Node {
    /// Whether nothing is written.
    pub(super) fn is_null(&self) -> bool {
        matches!(self.kind, NodeKind::Scalar { null: true, .. })
    }
}
