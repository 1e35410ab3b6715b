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
        (self.in_head, self.column) = (true, 0);
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

    pub fn start_cell(&mut self) -> &'static str {
        let right = self.alignments.get(self.column) == Some(&Alignment::Right);
        match (self.in_head, right) {
            (true, false) => "<th scope=\"col\">",
            (true, true) => "<th scope=\"col\" class=\"number\">",
            (false, false) => "<td>",
            (false, true) => "<td class=\"number\">",
        }
    }

    pub fn end_cell(&mut self) -> &'static str {
        self.column += 1;
        if self.in_head { "</th>" } else { "</td>" }
    }
}
