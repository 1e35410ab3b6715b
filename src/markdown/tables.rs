//! Tables: a frame that scrolls, header cells with a scope, numbers to the right.

use pulldown_cmark::Alignment;

use super::HOLE;

/// The tables of one text.
#[derive(Default)]
pub(super) struct Tables {
    count: usize,
    alignments: Vec<Alignment>,
    /// The column of the row that is open.
    column: usize,
    in_head: bool,
    /// Whether the corner of the table is empty: then its first column names the rows.
    has_row_heads: bool,
    /// The end of the cell that is open.
    end: &'static str,
}

impl Tables {
    /// A table begins: its HTML. The frame can be focused, so that keys scroll it (WCAG 2.1.1).
    pub fn start(&mut self, alignments: Vec<Alignment>) -> String {
        self.alignments = alignments;
        self.count += 1;
        let count = self.count;
        format!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{HOLE}table{HOLE} {count}\"><table>"
        )
    }

    /// How many columns the table has.
    pub fn columns(&self) -> usize {
        self.alignments.len()
    }

    pub fn start_head(&mut self) -> &'static str {
        (self.in_head, self.column, self.has_row_heads) = (true, 0, false);
        "<thead><tr>"
    }

    pub fn end_head(&mut self) -> &'static str {
        self.in_head = false;
        "</tr></thead><tbody>"
    }

    pub fn start_row(&mut self) -> &'static str {
        self.column = 0;
        "<tr>"
    }

    /// Whether the cell that begins follows another.
    pub fn follows_a_cell(&self) -> bool {
        self.column > 0
    }

    /// A cell begins. An empty corner heads nothing, and rows below it have heads of their own
    /// (WCAG 2.2, 1.3.1, technique H63).
    pub fn start_cell(&mut self, is_empty: bool) -> &'static str {
        if self.in_head && self.column == 0 {
            self.has_row_heads = is_empty && self.columns() > 1;
        }
        let is_at_row_head = self.has_row_heads && self.column == 0;
        let is_head = if is_at_row_head { !self.in_head && !is_empty } else { self.in_head };
        self.end = if is_head { "</th>" } else { "</td>" };
        if is_at_row_head {
            return if is_head { "<th scope=\"row\">" } else { "<td>" };
        }
        let right = self.alignments.get(self.column) == Some(&Alignment::Right);
        match (is_head, right) {
            (true, false) => "<th scope=\"col\">",
            (true, true) => "<th scope=\"col\" class=\"number\">",
            (false, false) => "<td>",
            (false, true) => "<td class=\"number\">",
        }
    }

    /// The cell that is open ends.
    pub fn end_cell(&mut self) -> &'static str {
        self.column += 1;
        self.end
    }
}
