//! Rows of cells as an aligned table, or as a JSON list of objects.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

/// What is between two columns.
const GAP: &str = "  ";

/// A cell: as people read it and as programs do.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// For people.
    pub shown: String,
    /// For programs.
    pub value: Value,
}

impl Cell {
    /// The same for both.
    pub fn text(text: impl Into<String>) -> Self {
        let shown: String = text.into();
        Cell { value: Value::from(shown.clone()), shown }
    }

    /// A text, or nothing.
    pub fn maybe(text: Option<String>) -> Self {
        text.map_or(Cell { shown: String::new(), value: Value::Null }, Cell::text)
    }

    /// Several texts.
    pub fn many<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let texts: Vec<&str> = texts.into_iter().collect();
        Cell { shown: texts.join(", "), value: Value::from(texts) }
    }
}

/// A column: its key for programs, its head for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// For programs.
    pub key: &'static str,
    /// For people.
    pub head: &'static str,
}

/// The rows as lines of equal columns, as wide as a terminal shows them (UAX #11); the last
/// column has no padding. Nothing when there are no rows.
pub fn aligned(columns: &[Column], rows: &[Vec<Cell>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let heads: Vec<String> = columns.iter().map(|column| column.head.to_uppercase()).collect();
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.shown.width());
        heads.get(at).map_or(0, |head| head.width()).max(cells.max().unwrap_or(0))
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let mut text = line(&widths, heads.iter().map(String::as_str));
    for row in rows {
        text.push_str(&line(&widths, row.iter().map(|cell| cell.shown.as_str())));
    }
    text
}

fn line<'c>(widths: &[usize], cells: impl Iterator<Item = &'c str>) -> String {
    let mut line = String::new();
    for (cell, width) in cells.zip(widths) {
        line.push_str(cell);
        line.push_str(&" ".repeat(width.saturating_sub(cell.width())));
        line.push_str(GAP);
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
}

/// The rows as objects.
pub fn objects(columns: &[Column], rows: &[Vec<Cell>]) -> Vec<Map<String, Value>> {
    let object = |row: &Vec<Cell>| {
        let cells = columns.iter().zip(row);
        cells.map(|(column, cell)| (column.key.to_owned(), cell.value.clone())).collect()
    };
    rows.iter().map(object).collect()
}
