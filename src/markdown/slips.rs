//! Slips of the pen: what an editor typed as Markdown and CommonMark does not take for it, and the
//! other way round. Nothing here is certainly wrong, so all of it is a warning.

use std::ops::Range;

use super::meant::begins_with_month;
use super::{Found, link_typos, rows};
use crate::problem::ProseWarning;

/// Bullets that word processors paste; the last come from their own fonts. The dashes, and what else
/// can be part of a sentence, count only where several lines begin with one. `o` is one before a tab:
/// before a space it is a word, »en tren o en coche«.
const BULLETS: &str = "•◦▪▫‣⁃∙●○■□►➢➤✓✔❖\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}·–—→⇒➔➜▶▸";
const DASHES: &str = "·–—→⇒➔➜▶▸o";

/// Whether a character is a bullet of a word processor.
fn is_bullet(character: char) -> bool {
    BULLETS.contains(character)
}

/// Lines of a paragraph, with their bytes: without the marks around them.
pub(super) fn lines<'t>(text: &'t str, range: &Range<usize>) -> Vec<(usize, &'t str)> {
    let mut lines = Vec::new();
    let mut at = range.start;
    for line in text.get(range.clone()).unwrap_or("").split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>']);
        lines.push((at + line.len() - content.len(), content.trim_end_matches(['\n', ' '])));
        at += line.len();
    }
    lines
}

/// A mark at the start of a line whose space is missing.
#[derive(Clone, Copy)]
struct Forgotten<'t> {
    mark: &'t str,
    /// Whether one line is enough: »-innen« or »1.Stock« can also be the rest of a sentence.
    alone: bool,
}

fn mark_without_space(line: &str) -> Option<Forgotten<'_>> {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
    let length = match line.chars().next()? {
        '#' if hashes <= 6 => hashes,
        '-' | '+' | '*' => 1,
        _ if numbered => digits + 1,
        _ => return None,
    };
    let (mark, behind) = line.split_at_checked(length)?;
    let next = behind.chars().next()?;
    let odd_space = next.is_whitespace() && !next.is_ascii();
    let forgotten = match mark {
        // `#BBA` is a word.
        "#" => false,
        // `*so*` is emphasis.
        "*" => next.is_alphabetic() && !behind.contains('*'),
        _ => next.is_alphabetic() || hashes > 1 && next.is_ascii_digit(),
    };
    let is_number = numbered && (begins_with_month(behind) || ends_ordinal(behind));
    let alone = hashes > 0 || odd_space && mark == "-";
    ((odd_space || forgotten) && !is_number).then_some(Forgotten { mark, alone })
}

/// Whether a text behind a number and a point belongs to the number: `1.º de mayo`, `1.er piso`,
/// `1.OG`.
fn ends_ordinal(behind: &str) -> bool {
    let end = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
    let word = behind.get(..end).unwrap_or("");
    let is_short = word.chars().count() == 2 && word.chars().all(char::is_uppercase);
    is_short || matches!(word, "º" | "ª" | "er" | "o" | "a" | "os" | "as")
}

/// An item of a list: its mark, and what stands before it in its line.
struct Item<'t> {
    mark: &'t str,
    indent: &'t str,
}

impl<'t> Item<'t> {
    /// The item that begins at a byte.
    fn at(text: &'t str, start: usize) -> Option<Self> {
        let mark = text.get(start..)?.split(char::is_whitespace).next()?;
        Some(Item { mark, indent: before_in_line(text, start) })
    }

    /// Whether a mark without its space was meant as the next item: it stands below the mark of
    /// this one and is like it, or the next number.
    fn is_followed_by(&self, text: &str, at: usize, mark: &str) -> bool {
        let number = |mark: &str| mark.trim_end_matches(['.', ')']).parse::<u32>().ok();
        let is_next = match (number(self.mark), number(mark)) {
            (Some(this), Some(next)) => this + 1 == next,
            _ => self.mark == mark,
        };
        is_next && before_in_line(text, at) == self.indent
    }
}

/// What stands before a byte in its line.
pub(super) fn before_in_line(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    before.rsplit('\n').next().unwrap_or(before)
}

/// Whether a line breaks off before the second half of a word: »Bürgerinnen und / -innen«.
fn breaks_off(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or(line);
    matches!(last, "und" | "oder" | "bzw." | "sowie" | "and" | "or" | "y" | "o" | "e" | "u")
}

/// What is found in a paragraph.
pub(super) fn paragraph(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    lines_of(text, range, None, found);
    rows::with_tabs(&lines(text, range), found);
}

/// What is found in the lines of a paragraph or of an item.
fn lines_of(text: &str, range: &Range<usize>, item: Option<&Item<'_>>, found: &mut Vec<Found>) {
    let lines = lines(text, range);
    let (mut in_marks, mut in_bullets) = (false, false);
    for (index, (at, line)) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or("", |(_, line)| line);
        let forgotten = mark_without_space(line);
        if let Some(Forgotten { mark, alone }) = forgotten {
            let is_heading = mark.starts_with('#');
            let before = index.checked_sub(1).and_then(|before| lines.get(before));
            let follows = item.is_some_and(|item| item.is_followed_by(text, *at, mark))
                && before.is_some_and(|(_, before)| !breaks_off(before));
            let begins = alone || index == 0 && mark == "-" || follows;
            let begins = begins || mark_without_space(next).is_some();
            if is_heading || begins && !in_marks {
                let problem = ProseWarning::MarkerWithoutSpace { marker: mark.to_owned() }.into();
                found.push((*at..at + line.len(), problem));
            }
            in_marks = !is_heading && (begins || in_marks);
        } else {
            in_marks = false;
        }
        match bullet(line) {
            Some(sign) if !DASHES.contains(sign) || in_bullets || bullet(next).is_some() => {
                if !in_bullets {
                    let problem = ProseWarning::ForeignBullet { bullet: sign }.into();
                    found.push((*at..at + sign.len_utf8(), problem));
                }
                in_bullets = true;
            }
            _ => in_bullets = false,
        }
    }
}

/// The bullet that a line begins with.
fn bullet(line: &str) -> Option<char> {
    if line.starts_with("o\t") {
        return Some('o');
    }
    let bullet = line.chars().next().filter(|c| is_bullet(*c))?;
    let behind = line.get(bullet.len_utf8()..)?;
    let is_space = behind.starts_with(char::is_whitespace);
    (is_space || !DASHES.contains(bullet) && !behind.is_empty()).then_some(bullet)
}

/// An item of a list that is its mark alone, as in `24. *`: the mark of a list is no text.
pub(super) fn item(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let typed = text.get(range.clone()).unwrap_or("").trim();
    if is_item_mark(typed) {
        found.push((range.clone(), ProseWarning::EmptyItem { typed: typed.to_owned() }.into()));
        return;
    }
    first_lines(text, range, found);
}

/// Whether a word is the mark of an item: `-`, `2.`, `2)`.
pub(super) fn is_item_mark(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    let is_number = !number.is_empty()
        && number.len() < word.len()
        && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number || matches!(word, "*" | "-" | "+")
}

/// The first lines of an item: without blank lines around them they are no paragraph of their own.
fn first_lines(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let item = text.get(range.clone()).unwrap_or("");
    let mark = item.find(char::is_whitespace).unwrap_or(item.len());
    let content = item.get(mark..).unwrap_or("");
    let begin = mark + content.len() - content.trim_start_matches([' ', '\t']).len();
    let content = item.get(begin..).unwrap_or("");
    if content.starts_with("```") || content.starts_with("~~~") {
        return;
    }
    if let Some(sign) = content.chars().next().filter(|sign| is_bullet(*sign))
        && content.get(sign.len_utf8()..).is_some_and(|rest| rest.starts_with([' ', '\t']))
        && !DASHES.contains(sign)
    {
        let at = range.start + begin;
        let problem = ProseWarning::BulletBehindMark { mark: sign.to_string() };
        found.push((at..at + sign.len_utf8(), problem.into()));
        return;
    }
    let is_item = |line: &str| {
        let line = line.trim_start();
        line.is_empty() || is_item_mark(line.split([' ', '\t']).next().unwrap_or(""))
    };
    let mut end = begin;
    for (index, line) in content.split_inclusive('\n').enumerate() {
        if index > 0 && is_item(line) {
            break;
        }
        end += line.len();
    }
    let lines = range.start + begin..range.start + end;
    lines_of(text, &lines, Item::at(text, range.start).as_ref(), found);
    rows::without_line(&self::lines(text, &lines), found);
}

/// Whether a fenced block of code has no end.
pub(super) fn fence(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let block = text.get(range.clone()).unwrap_or("");
    let first = block.lines().next().unwrap_or("");
    let sign = first.trim_start().chars().next().unwrap_or('`');
    let length = first.trim_start().chars().take_while(|c| *c == sign).count();
    let last = block.trim_end().lines().skip(1).last().unwrap_or("");
    let last = last.trim_start_matches([' ', '\t', '>']);
    let closes = last.chars().all(|c| c == sign) && last.len() >= length;
    if !closes {
        found.push((range.start..range.start + first.len(), ProseWarning::FenceNotClosed.into()));
    }
}

/// A text that is code because it is set in.
pub(super) fn indented(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let block = text.get(range.clone()).unwrap_or("");
    let line = block.lines().next().unwrap_or("");
    let start = range.start + line.len() - line.trim_start().len();
    found.push((start..range.start + line.len(), ProseWarning::IndentedText.into()));
}

/// A heading by a line of dashes below it that was meant as a rule.
pub(super) fn heading(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let lines = lines(text, range);
    let Some(((at, line), above)) = lines.split_last() else { return };
    let is_rule = !line.is_empty() && line.bytes().all(|byte| byte == b'-');
    let [(_, title)] = above else {
        if is_rule && !above.is_empty() {
            found.push((*at..at + line.len(), ProseWarning::LineMakesHeading.into()));
        }
        return;
    };
    // Who draws a line as long as the title means a heading.
    let drawn = line.len() > 3 && line.len().abs_diff(title.chars().count()) <= 3;
    if is_rule && !drawn {
        found.push((*at..at + line.len(), ProseWarning::LineMakesHeading.into()));
    }
}

/// What is found in a passage of a text that holds no markup: marks that are left over.
pub(super) fn passage(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let (raw, start) = (text.get(range.clone()).unwrap_or(""), range.start);
    let special = |c: char| matches!(c, '*' | '_' | '~' | ']' | ')');
    if !raw.contains(special) {
        return;
    }
    stray_signs(raw, start, found);
    apart_signs(raw, start, found);
    link_typos::passage(text, range, found);
    for (at, _) in raw.match_indices("[^") {
        let inner = raw.get(at + 2..).unwrap_or("");
        let end = inner.find([']', '[', ' ', '\n']);
        let Some(end) =
            end.filter(|end| *end > 0 && inner.get(*end..).is_some_and(|r| r.starts_with(']')))
        else {
            continue;
        };
        if is_escaped(raw, at) {
            continue;
        }
        let name = inner.get(..end).unwrap_or("").to_owned();
        let range = start + at..start + at + end + 3;
        found.push((range, ProseWarning::FootnoteMissing { name }.into()));
    }
}

/// Whether a backslash precedes a byte.
pub(super) fn is_escaped(raw: &str, at: usize) -> bool {
    raw.get(..at).is_some_and(|before| before.ends_with('\\'))
}

/// `**`, `__` and `~~` that emphasise nothing: two or three of them beside a word. Four stars and
/// more, or stars between spaces, are meant as such.
fn stray_signs(raw: &str, start: usize, found: &mut Vec<Found>) {
    let mut before = ' ';
    let mut characters = raw.char_indices().peekable();
    while let Some((at, sign)) = characters.next() {
        if !matches!(sign, '*' | '_' | '~') {
            before = sign;
            continue;
        }
        let mut length = 1;
        while characters.next_if(|(_, c)| *c == sign).is_some() {
            length += 1;
        }
        let next = characters.peek().map_or(' ', |(_, c)| *c);
        let touches = |c: char| !c.is_whitespace();
        let counts = length == 2 || length == 3 && sign == '*';
        if counts && before != '\\' && (touches(before) || touches(next)) {
            let signs: String = std::iter::repeat_n(sign, length).collect();
            let range = start + at..start + at + length;
            found.push((range, ProseWarning::StraySigns { signs }.into()));
        }
        before = sign;
    }
}

/// `** wichtig **`: stars between spaces with words between them, which are no separator.
fn apart_signs(raw: &str, start: usize, found: &mut Vec<Found>) {
    let is_apart = |at: &usize| {
        let before = raw.get(..*at).and_then(|text| text.chars().next_back());
        let behind = raw.get(at + 2..).and_then(|text| text.chars().next());
        before.is_none_or(char::is_whitespace) && behind.is_none_or(char::is_whitespace)
    };
    let apart: Vec<usize> = raw.match_indices("**").map(|(at, _)| at).filter(is_apart).collect();
    for pair in apart.chunks_exact(2) {
        let [open, close] = pair else { continue };
        let inner = raw.get(open + 2..*close).unwrap_or("");
        if inner.contains(char::is_alphabetic) && !inner.contains('\n') {
            for at in pair {
                let range = start + at..start + at + 2;
                let signs = "**".to_owned();
                found.push((range, ProseWarning::StraySigns { signs }.into()));
            }
        }
    }
}
