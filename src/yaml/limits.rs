//! How deep a YAML text is nested and how much its aliases unfold to, found without recursion
//! and without unfolding them. `serde_yaml` takes a third of a second to refuse 100,000
//! brackets and copies an aliased text as often as it is named; a deep tree overflows the
//! stack. So both are checked before either reader sees the text.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser};

use super::fault::{Fault, Offsets};
use crate::problem::{Problem, YamlProblem};

/// How many levels a content file may have (contract).
const MAX_DEPTH: usize = 64;

/// How many bytes the aliases of a file may unfold to: as many as a file may have.
const MAX_UNFOLDED: usize = crate::source::MAX_TEXT_BYTES as usize;

/// The place at which a text becomes too deep or too large.
pub(super) fn exceeded(text: &str) -> Option<Fault> {
    if depth_bound(text) <= MAX_DEPTH && !may_have_anchors(text) {
        return None;
    }
    match measured(text) {
        Ok(fault) => fault,
        // The parser looks ahead: at 255 brackets it gives up before it has told of the 65th.
        // Of a text that ends sooner it tells.
        Err(given_up) => {
            let sooner = bracket(text.get(..given_up).unwrap_or(text), 2 * MAX_DEPTH);
            let fault = measured(text.get(..sooner).unwrap_or(text)).ok().flatten();
            Some(fault.unwrap_or(Fault {
                range: given_up..given_up,
                problem: YamlProblem::TooDeep.into(),
            }))
        }
    }
}

/// The byte of the n-th opening bracket of those that are open at the end of a text.
fn bracket(text: &str, number: usize) -> usize {
    let mut open = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open.push(at),
            b']' | b'}' => drop(open.pop()),
            _ => {}
        }
    }
    open.get(number).copied().unwrap_or(text.len())
}

/// What the events of a text say; the byte at which the parser gave up for too much depth.
fn measured(text: &str) -> Result<Option<Fault>, usize> {
    let offsets = Offsets::of(text);
    let mut parser = Parser::new_from_str(text);
    let mut measure = Measure::default();
    while let Some(read) = parser.next_event() {
        match read {
            Ok((Event::StreamEnd, _)) => break,
            Ok((event, span)) => {
                if let Err(problem) = measure.take(&event) {
                    let at = offsets.byte(span.start.index());
                    return Ok(Some(Fault { range: at..at, problem }));
                }
            }
            Err(error) if error.info() == "recursion limit exceeded" => {
                return Err(offsets.byte(error.marker().index()));
            }
            Err(_) => break,
        }
    }
    Ok(None)
}

/// Bytes and levels of a value.
#[derive(Debug, Default, Clone, Copy)]
struct Extent {
    bytes: usize,
    levels: usize,
}

/// What was measured up to an event.
#[derive(Debug, Default)]
struct Measure {
    /// Lists and maps that are not finished, with their anchors.
    open: Vec<(usize, Extent)>,
    anchors: HashMap<usize, Extent>,
    unfolded: usize,
}

impl Measure {
    fn take(&mut self, event: &Event<'_>) -> Result<(), Problem> {
        match event {
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                self.open.push((*anchor, Extent { bytes: 1, levels: 1 }));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some((anchor, extent)) = self.open.pop() {
                    self.close(anchor, extent);
                }
            }
            Event::Scalar(text, _, anchor, _) => {
                self.close(*anchor, Extent { bytes: 1 + text.len(), levels: 0 });
            }
            Event::Alias(anchor) => {
                let extent = self.anchors.get(anchor).copied().unwrap_or_default();
                self.unfolded += extent.bytes;
                if self.unfolded > MAX_UNFOLDED {
                    return Err(YamlProblem::TooManyAliases.into());
                }
                if self.open.len() + extent.levels > MAX_DEPTH {
                    return Err(YamlProblem::TooDeep.into());
                }
                self.close(0, extent);
            }
            _ => {}
        }
        if self.open.len() > MAX_DEPTH { Err(YamlProblem::TooDeep.into()) } else { Ok(()) }
    }

    fn close(&mut self, anchor: usize, extent: Extent) {
        if anchor != 0 {
            self.anchors.insert(anchor, extent);
        }
        if let Some((_, outer)) = self.open.last_mut() {
            outer.bytes += extent.bytes;
            outer.levels = outer.levels.max(extent.levels + 1);
        }
    }
}

/// Without `&name` at the beginning of a value there is nothing that an alias could name.
pub(super) fn may_have_anchors(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_none_or(|c| c.is_whitespace() || "[{,:".contains(c))
            && after.is_some_and(|c| !c.is_whitespace())
    })
}

/// No text is nested deeper than this. A flow collection needs a bracket where a value begins. A
/// block collection begins behind the indent and indicators of its line, and only a list may begin
/// in the column of the mapping that holds it.
fn depth_bound(text: &str) -> usize {
    let bytes = text.as_bytes();
    let brackets = memchr::memchr2_iter(b'[', b'{', bytes);
    let brackets = brackets.filter(|at| begins_value(text.get(..*at).unwrap_or_default()));
    let is_before_value = |byte: &&u8| matches!(byte, b' ' | b'-' | b'?' | b':' | b'\t');
    let lines = memchr::memchr_iter(b'\n', bytes).map(|end| end + 1);
    let lines = std::iter::once(0).chain(lines).filter_map(|line| bytes.get(line..));
    let indent = lines.map(|line| line.iter().take_while(is_before_value).count());
    let indent = indent.max().unwrap_or(0);
    brackets.count() + 2 * (indent + 1)
}

/// Whether a value may begin behind this: at the beginning of a line, behind an indicator, a tag or
/// an anchor. Elsewhere a bracket is a sign of a text, as in »{count} Plätze«.
fn begins_value(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    let is_indicator =
        |c: char| c.is_whitespace() || c.is_control() || "[{,:-?\u{feff}".contains(c);
    let word =
        before.rsplit([' ', '\t', '\n', '\r', '[', '{', ',', ':']).next().unwrap_or_default();
    before.chars().next_back().is_none_or(is_indicator) || word.starts_with(['!', '&'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_a_small_stack(text: String) -> Option<Fault> {
        std::thread::Builder::new()
            .stack_size(256 * 1024)
            .spawn(move || exceeded(&text))
            .and_then(|thread| thread.join().map_err(|_| std::io::Error::other("overflow")))
            .unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_hundred_thousand_levels_are_refused_in_every_form() {
        for (form, place) in [
            ("[", 64),
            ("{", 64),
            ("- ", 128),
            ("? ", 128),
            ("{a: ", 256),
            ("[[{", 64),
            ("- ? ", 128),
            ("[ {\t", 128),
            ("!t [", 256),
            ("{\"a\":", 320),
        ] {
            let found = on_a_small_stack(form.repeat(100_000)).unwrap();
            assert_eq!(found.range.start, place, "{form}");
        }
    }

    #[test]
    fn the_files_of_the_program_keep_within_the_limits() {
        for text in [
            include_str!("../../themes/bba/strings/de.yaml"),
            include_str!("../../themes/bba/strings/en.yaml"),
            include_str!("../../themes/bba/strings/es.yaml"),
        ] {
            assert!(exceeded(text).is_none());
        }
    }

    #[test]
    fn sixty_four_levels_are_allowed_and_sixty_five_are_not() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(exceeded(&nested(64)).is_none());
        assert_eq!(exceeded(&nested(65)).unwrap().range, 64..64);
    }

    #[test]
    fn brackets_in_a_text_are_not_levels() {
        assert!(exceeded(&format!("text: |\n  {}\n", "[".repeat(500))).is_none());
    }

    #[test]
    fn levels_count_through_aliases() {
        let chain: String =
            (1..100).map(|level| format!("k{level}: &a{level} [*a{}]\n", level - 1)).collect();
        let found = exceeded(&format!("k0: &a0 [x]\n{chain}")).unwrap();
        assert_eq!(found.problem, YamlProblem::TooDeep.into());
    }

    #[test]
    fn a_long_text_that_is_named_often_is_too_much() {
        let text = format!("a: &a {}\nb: [{}]\n", "x".repeat(10_000), "*a, ".repeat(200));
        assert_eq!(exceeded(&text).unwrap().problem, YamlProblem::TooManyAliases.into());
    }
}
