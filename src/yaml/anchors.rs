//! Names of values that nothing uses: `&Ort` at the start of a value names it for an alias `*Ort`
//! (YAML 1.2.2, 6.9.2), and »&Ort am Fluss« without quotation marks is »am Fluss«.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::fault::Offsets;
use super::limits::may_have_anchors;
use crate::problem::{Problem, ProseWarning};

/// The names of texts of a file that no alias uses, with their bytes.
pub(super) fn unused(text: &str) -> Vec<(Range<usize>, Problem)> {
    if !may_have_anchors(text) {
        return Vec::new();
    }
    let offsets = Offsets::of(text);
    let mut names: HashMap<usize, Range<usize>> = HashMap::new();
    let mut used = HashSet::new();
    let mut parser = Parser::new_from_str(text);
    let mut before = 0;
    // A text that is no YAML is told so elsewhere; what was read of it counts here.
    while let Some(Ok((event, span))) = parser.next_event() {
        let end = offsets.byte(span.end.index());
        match event {
            Event::StreamEnd => break,
            Event::Alias(anchor) => drop(used.insert(anchor)),
            Event::Scalar(_, _, anchor, _) if anchor != 0 => {
                if let Some(range) = name(text, before) {
                    names.insert(anchor, range);
                }
            }
            _ => {}
        }
        before = before.max(end);
    }
    let unused = names.into_iter().filter(|(anchor, _)| !used.contains(anchor));
    let mut found: Vec<(Range<usize>, Problem)> = unused
        .filter_map(|(_, range)| {
            let name = text.get(range.clone())?.to_owned();
            Some((range, ProseWarning::NamedValue { name }.into()))
        })
        .collect();
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The first name behind a byte, with its sign.
fn name(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text.get(from..)?.find('&')?;
    let name = text.get(start..)?;
    let end = name.find(|c: char| c.is_whitespace() || "[]{},".contains(c)).unwrap_or(name.len());
    Some(start..start + end)
}
