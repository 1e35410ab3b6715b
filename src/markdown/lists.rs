//! Whether a list is one: CommonMark counts a numbered list on from its first number, whatever was
//! typed, and begins a list in the middle of a sentence when a line happens to begin like one.

use std::ops::Range;

use super::Found;
use crate::problem::ProseWarning;

/// The most blanks between a paragraph and a list that interrupts it.
const MAX_GAP: usize = 200;

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    /// Its first number; `None` for bullets.
    first: Option<u64>,
    /// The numbers as they were typed, and the bytes of their marks.
    items: Vec<(u64, Range<usize>)>,
    /// Its mark, when it begins in the middle of a sentence.
    tears: Option<String>,
}

impl Lists {
    /// A list begins, somewhere after the end of a paragraph.
    pub(super) fn start(
        &mut self,
        text: &str,
        first: Option<u64>,
        range: &Range<usize>,
        paragraph_end: usize,
        found: &mut Vec<Found>,
    ) {
        let gap = text.get(paragraph_end..range.start).filter(|gap| gap.len() < MAX_GAP);
        let follows = gap.is_some_and(|gap| !gap.contains('\n') && gap.trim().is_empty());
        let sentence = text.get(..paragraph_end).unwrap_or("").trim_end();
        let goes_on = !sentence.is_empty() && !sentence.ends_with([':', '.', '!', '?', '…', '>']);
        let mark = mark(text, range);
        if first.is_none() && self.is_right_behind_mark(text, range) {
            let problem = ProseWarning::BulletBehindMark { mark: mark.to_owned() };
            found.push((range.start..range.start + mark.len(), problem.into()));
        }
        let is_sum =
            mark == "+" && behind_mark(text, range).starts_with(|c: char| c.is_ascii_digit());
        // The text of an item goes on to the list below it.
        let is_nested = !self.0.is_empty();
        let tears = (follows && goes_on && !is_nested || is_sum).then(|| mark.to_owned());
        self.0.push(List { first, items: Vec::new(), tears });
    }

    /// Whether a list begins on the line of the mark of the item that it is in.
    fn is_right_behind_mark(&self, text: &str, range: &Range<usize>) -> bool {
        let outer = self.0.last().and_then(|list| list.items.last());
        let between = outer.and_then(|(_, mark)| text.get(mark.end..range.start));
        between.is_some_and(|between| !between.contains('\n') && between.trim().is_empty())
    }

    /// An item begins.
    pub(super) fn item(&mut self, text: &str, range: &Range<usize>) {
        let Some(list) = self.0.last_mut() else { return };
        let mark = mark(text, range);
        let typed = mark.trim_end_matches(['.', ')']).parse().unwrap_or_default();
        let item = text.get(range.clone()).unwrap_or("");
        let start = range.start + item.len() - item.trim_start().len();
        list.items.push((typed, start..start + mark.len()));
    }

    /// The list ends.
    pub(super) fn end(&mut self, found: &mut Vec<Found>) {
        let Some(List { first, items, tears }) = self.0.pop() else { return };
        if let (Some(mark), [(_, range)]) = (tears, items.as_slice()) {
            found.push((range.clone(), ProseWarning::ListInSentence { mark }.into()));
            return;
        }
        let Some(first) = first else { return };
        // `1.` before every item is a custom: the program counts.
        let all_alike = items.iter().all(|(typed, _)| *typed == first);
        if all_alike && first <= 1 {
            return;
        }
        for (shown, (typed, range)) in (first..).zip(items) {
            if typed != shown {
                found.push((range, ProseWarning::ListNumber { typed, shown }.into()));
            }
        }
    }
}

/// The mark that an item begins with: `1.` or `-`.
fn mark<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).and_then(|item| item.split_whitespace().next()).unwrap_or("")
}

fn behind_mark<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let item = text.get(range.clone()).unwrap_or("").trim_start();
    item.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start())
}
