//! Corrections put into a file as it lies on the disk. Their places speak of the text as it was
//! read, without byte order mark and with plain line ends; all other bytes stay as they are.

use super::Fix;

/// The file with these corrections, in as far as they do not overlap; nothing when it is not the
/// file whose text was `read`.
pub fn apply(file: &str, read: &str, fixes: &[&Fix]) -> Option<String> {
    let offsets = offsets(file);
    if offsets.len() != read.len() + 1 {
        return None;
    }
    let line_end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let mut fixes = fixes.to_vec();
    fixes.sort_by_key(|fix| (fix.range.start, fix.range.end));
    let (mut fixed, mut from, mut last) = (String::with_capacity(file.len()), 0, None);
    for fix in fixes {
        let (start, end) = (*offsets.get(fix.range.start)?, *offsets.get(fix.range.end)?);
        if start < from || last == Some(start) {
            continue;
        }
        fixed.push_str(file.get(from..start)?);
        fixed.push_str(&fix.text.replace('\n', line_end));
        (from, last) = (end, Some(start));
    }
    fixed.push_str(file.get(from..)?);
    Some(fixed)
}

/// Where each byte of the text, and its end, stands in the file: see how
/// [`source`](crate::source) makes the one of the other.
fn offsets(file: &str) -> Vec<usize> {
    let start = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut offsets = Vec::with_capacity(file.len() + 1);
    let mut characters = file.char_indices().skip_while(|(at, _)| *at < start).peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\r' => {
                characters.next_if(|(_, next)| *next == '\n');
                offsets.push(at);
            }
            '\0' => offsets.extend([at; char::REPLACEMENT_CHARACTER.len_utf8()]),
            other => offsets.extend(at..at + other.len_utf8()),
        }
    }
    offsets.push(file.len());
    offsets
}

#[cfg(test)]
mod tests {
    use super::{Fix, apply};
    use crate::place::LineColumn;

    fn fix(range: std::ops::Range<usize>, text: &str) -> Fix {
        let (start, end) = (LineColumn { line: 1, column: 1 }, LineColumn { line: 1, column: 1 });
        Fix { range, start, end, text: text.to_owned() }
    }

    #[test]
    fn a_byte_order_mark_line_ends_and_marks_on_letters_stay() {
        let file = "\u{feff}# Ru\u{308}ge\r\ntitle: A\rdraft: ja\r\nlast: \0";
        let read = "# Ru\u{308}ge\ntitle: A\ndraft: ja\nlast: \u{fffd}";
        let at = read.find("ja").unwrap();
        let end = read.len();
        let fixed = apply(file, read, &[&fix(end..end, "!"), &fix(at..at + 2, "true")]).unwrap();
        assert_eq!(fixed, "\u{feff}# Ru\u{308}ge\r\ntitle: A\rdraft: true\r\nlast: \0!");
    }

    #[test]
    fn of_two_corrections_of_one_place_the_first_holds() {
        let fixes = [fix(0..3, "x"), fix(2..4, "y"), fix(4..4, "z"), fix(4..4, "z")];
        let fixes: Vec<&Fix> = fixes.iter().collect();
        assert_eq!(apply("abcdef", "abcdef", &fixes).unwrap(), "xdzef");
        assert_eq!(apply("abc", "other", &fixes), None);
    }
}
