//! Rows of tables as an editor types them: lines with bars that become no table, cells and texts that
//! a table swallows.

use std::ops::Range;

use super::Found;
use super::slips::{is_item_mark, lines};
use crate::problem::{ProseWarning, WritingWarning};

/// What is found in a paragraph when the last table before it ended at a byte.
pub(super) fn paragraph(text: &str, range: &Range<usize>, table: usize, found: &mut Vec<Found>) {
    let lines = lines(text, range);
    let follows =
        table > 0 && text.get(table..range.start).is_some_and(|gap| gap.trim().is_empty());
    // Several rows below a table that has some are rather another one.
    let above = text.get(..table).unwrap_or("").trim_end().rsplit('\n').next().unwrap_or("");
    let is_rest = follows && (lines.len() == 1 || is_line(above));
    match lines.first() {
        Some((at, line)) if is_rest && line.starts_with('|') => {
            found.push((*at..at + line.len(), WritingWarning::RowApart.into()));
        }
        _ => without_line(&lines, found),
    }
}

/// The line below the head of a table.
fn is_line(line: &str) -> bool {
    line.contains('-') && line.bytes().all(|byte| b"|-: ".contains(&byte))
}

/// Two lines and more that begin with a bar, or one that begins and ends with one.
pub(super) fn without_line(lines: &[(usize, &str)], found: &mut Vec<Found>) {
    let is_row = |line: &str| line.starts_with('|') && (cells(line).len() > 1 || is_line(line));
    // `|x| + |y|` is a sum.
    let is_whole =
        |line: &str| line.starts_with("| ") && line.ends_with(" |") && cells(line).len() > 1;
    let pair = lines.windows(2).find(|pair| pair.iter().all(|(_, line)| is_row(line)));
    let first = pair.and_then(<[_]>::first).or_else(|| lines.iter().find(|(_, it)| is_whole(it)));
    if let Some((at, line)) = first {
        found.push((*at..at + line.len(), ProseWarning::TableWithoutLine.into()));
    }
}

/// Two lines and more whose columns are set apart by tabs.
pub(super) fn with_tabs(lines: &[(usize, &str)], found: &mut Vec<Found>) {
    let has_columns = |line: &str| {
        line.split_once('\t').is_some_and(|(first, rest)| {
            let first = first.trim();
            let is_mark = is_item_mark(first) || first == "o";
            !is_mark && first.contains(char::is_alphanumeric) && !rest.trim().is_empty()
        })
    };
    let first = lines.windows(2).find(|pair| pair.iter().all(|(_, line)| has_columns(line)));
    if let Some([(at, line), _]) = first {
        found.push((*at..at + line.len(), WritingWarning::TabsBetweenColumns.into()));
    }
}

/// The cells of a row of a table, with their places in it.
fn cells(row: &str) -> Vec<(usize, &str)> {
    let row_end = row.trim_end();
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in row_end.char_indices() {
        if c == '|' && !escaped {
            cells.push((start, row_end.get(start..at).unwrap_or("")));
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    cells.push((start, row_end.get(start..).unwrap_or("")));
    if cells.last().is_some_and(|(_, cell)| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.first().is_some_and(|(_, cell)| cell.trim().is_empty())
        && row.trim_start().starts_with('|')
    {
        cells.remove(0);
    }
    cells
}

/// What is found in a row: cells after the last column that the table has, and a text that is none.
pub(super) fn row(text: &str, range: &Range<usize>, columns: usize, found: &mut Vec<Found>) {
    let row = text.get(range.clone()).unwrap_or("");
    let above = text.get(..range.start).unwrap_or("").trim_end().rsplit('\n').next().unwrap_or("");
    if columns > 1 && !row.contains('|') && above.contains('|') {
        found.push((range.clone(), WritingWarning::TextInTable.into()));
        return;
    }
    let cells = cells(row);
    let lost = cells.get(columns..).unwrap_or_default();
    let shown: Vec<&str> = lost.iter().map(|(_, cell)| cell.trim()).collect();
    if let Some((at, _)) = lost.first().filter(|_| shown.iter().any(|cell| !cell.is_empty())) {
        let end = row.trim_end().trim_end_matches('|').trim_end().len();
        let start = at + row.get(*at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let range = range.start + start..range.start + end.max(start);
        found.push((range, ProseWarning::CellsLost { lost: shown.join(" | ") }.into()));
    }
}
