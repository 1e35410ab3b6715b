//! Whether a list is one: CommonMark counts a numbered list on from its first number, whatever was
//! typed, and begins a list in the middle of a sentence when a line happens to begin like one.

use std::ops::Range;

use super::Found;
use super::slips::before_in_line;
use crate::problem::{ProseWarning, WritingWarning};

/// The most blanks between a paragraph and a list that interrupts it.
const MAX_GAP: usize = 200;

/// The lists that are open, and the numbered one that has ended last.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    ended: Option<Ended>,
}

/// A numbered list that has ended.
#[derive(Debug)]
struct Ended {
    end: usize,
    /// Its first mark, where that stands in its line, and where the text behind it does.
    mark: String,
    column: usize,
    text: usize,
}

#[derive(Debug)]
struct List {
    /// Its first number; `None` for bullets.
    first: Option<u64>,
    /// The numbers as they were typed, and the bytes of their marks.
    items: Vec<(u64, Range<usize>)>,
    /// Its mark, when it begins in the middle of a sentence.
    tears: Option<String>,
    end: usize,
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
        let is_nested = !self.open.is_empty();
        let tears = (follows && goes_on && !is_nested || is_sum).then(|| mark.to_owned());
        if first.is_none() {
            self.set_in_too_little(text, start_of(text, range), 1, mark.len(), found);
        }
        self.open.push(List { first, items: Vec::new(), tears, end: range.end });
    }

    /// A paragraph begins.
    pub(super) fn paragraph(&self, text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
        let start = start_of(text, range);
        let line = text.get(start..).and_then(|text| text.lines().next()).unwrap_or("");
        // A single blank is a slip of the hand.
        self.set_in_too_little(text, start, 2, line.len(), found);
    }

    /// What begins right below a numbered list, set in by so many characters at `least` and not by
    /// as many as the text of its items.
    fn set_in_too_little(
        &self,
        text: &str,
        start: usize,
        least: usize,
        length: usize,
        found: &mut Vec<Found>,
    ) {
        let Some(ended) = &self.ended else { return };
        let gap = text.get(ended.end..start).unwrap_or("text");
        let column = before_in_line(text, start).len();
        let is_between = ended.column + least <= column && column < ended.text;
        if gap.trim().is_empty() && is_between {
            let (mark, indent) = (ended.mark.clone(), ended.text - ended.column);
            let problem = WritingWarning::NotInItem { mark, indent };
            found.push((start..start + length, problem.into()));
        }
    }

    /// Whether a list begins on the line of the mark of the item that it is in.
    fn is_right_behind_mark(&self, text: &str, range: &Range<usize>) -> bool {
        let outer = self.open.last().and_then(|list| list.items.last());
        let between = outer.and_then(|(_, mark)| text.get(mark.end..range.start));
        between.is_some_and(|between| !between.contains('\n') && between.trim().is_empty())
    }

    /// An item begins.
    pub(super) fn item(&mut self, text: &str, range: &Range<usize>) {
        let Some(list) = self.open.last_mut() else { return };
        let mark = mark(text, range);
        let typed = mark.trim_end_matches(['.', ')']).parse().unwrap_or_default();
        let start = start_of(text, range);
        list.items.push((typed, start..start + mark.len()));
    }

    /// The list ends.
    pub(super) fn end(&mut self, text: &str, found: &mut Vec<Found>) {
        let Some(List { first, items, tears, end }) = self.open.pop() else { return };
        self.ended = match (first, items.last()) {
            (Some(_), Some((_, mark))) => Ended::at(text, mark, end),
            _ => None,
        };
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

impl Ended {
    fn at(text: &str, mark: &Range<usize>, end: usize) -> Option<Self> {
        let behind = text.get(mark.end..)?;
        let blanks = behind.len() - behind.trim_start_matches(' ').len();
        let column = before_in_line(text, mark.start).len();
        // Behind five blanks and more code begins, one blank behind the mark (CommonMark, 5.2).
        let gap = if (1..=4).contains(&blanks) { blanks } else { 1 };
        let text_column = column + mark.len() + gap;
        let mark = text.get(mark.clone())?.to_owned();
        Some(Ended { end, mark, column, text: text_column })
    }
}

/// Where what stands in a range begins.
fn start_of(text: &str, range: &Range<usize>) -> usize {
    let content = text.get(range.clone()).unwrap_or("");
    range.start + content.len() - content.trim_start().len()
}

/// The mark that an item begins with: `1.` or `-`.
fn mark<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).and_then(|item| item.split_whitespace().next()).unwrap_or("")
}

fn behind_mark<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let item = text.get(range.clone()).unwrap_or("").trim_start();
    item.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start())
}
