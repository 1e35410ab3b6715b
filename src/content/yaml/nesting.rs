//! How deep a YAML text is nested, found without recursion. `serde_yaml` takes a third of a
//! second to refuse 100,000 brackets and a tree of that depth overflows the stack, so depth
//! is checked before either sees the text.

use saphyr_parser::{Event, Parser};

use super::tree::Offsets;

/// How many levels a content file may have (contract).
pub(super) const MAX_DEPTH: usize = 64;

/// The byte offset at which a text becomes nested deeper than [`MAX_DEPTH`].
pub(super) fn too_deep(text: &str) -> Option<usize> {
    if depth_bound(text) <= MAX_DEPTH {
        return None;
    }
    let offsets = Offsets::of(text);
    let mut parser = Parser::new_from_str(text);
    let mut depth = 0_usize;
    while let Some(read) = parser.next_event() {
        let (event, span) = match read {
            Ok(read) => read,
            // It looks ahead and gives up at 255 brackets, before they become events.
            Err(error) if error.info() == "recursion limit exceeded" => {
                return Some(offsets.byte(error.marker().index()));
            }
            Err(_) => return None,
        };
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            Event::StreamEnd => return None,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(offsets.byte(span.start.index()));
        }
    }
    None
}

/// No text is nested deeper than this. A flow collection needs a bracket. A block collection
/// begins behind the indent and indicators of its line, and only a list may begin in the
/// column of the mapping that holds it.
fn depth_bound(text: &str) -> usize {
    let brackets = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    let indent = text
        .lines()
        .map(|line| line.len() - line.trim_start_matches([' ', '-', '?', ':', '\t']).len())
        .max()
        .unwrap_or(0);
    brackets + 2 * (indent + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_a_small_stack(text: String) -> Option<usize> {
        std::thread::Builder::new()
            .stack_size(256 * 1024)
            .spawn(move || too_deep(&text))
            .and_then(|thread| thread.join().map_err(|_| std::io::Error::other("overflow")))
            .unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_hundred_thousand_levels_are_refused_in_every_form() {
        for form in ["[", "{", "- ", "? ", "{a: ", "[[{", "- ? "] {
            let text = form.repeat(100_000);
            assert!(on_a_small_stack(text).is_some(), "{form}");
        }
    }

    #[test]
    fn sixty_four_levels_are_allowed_and_sixty_five_are_not() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(too_deep(&nested(64)), None);
        assert_eq!(too_deep(&nested(65)), Some(64));
    }

    #[test]
    fn brackets_in_a_text_are_not_levels() {
        assert_eq!(too_deep(&format!("text: |\n  {}\n", "[".repeat(500))), None);
    }
}
