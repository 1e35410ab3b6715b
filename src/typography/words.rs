//! Spaces and dashes between words: which words stay on one line, and where a dash between
//! figures means “to”.
//!
//! Most words of a page have nothing to do with their neighbours; whether one might have is seen
//! from its first or last byte.

use std::ops::Range;

use super::customs::Customs;
use super::{Edit, quotes};

/// Keeps two words on one line.
const NO_BREAK: &str = "\u{a0}";

/// The same and narrower, inside of abbreviations: »z. B.«.
const NARROW: &str = "\u{202f}";

/// From one figure to another.
const EN_DASH: &str = "–";

/// How an editor may write it.
const DASHES: [char; 2] = ['-', '–'];

/// The words of a text, each with the space before it.
#[derive(Clone)]
struct Words<'p> {
    text: &'p str,
    /// Where the next space or word begins.
    at: usize,
}

#[derive(Clone, Copy)]
struct Word<'p> {
    space: &'p str,
    text: &'p str,
    /// Where in its text the word begins.
    at: usize,
}

impl<'p> Iterator for Words<'p> {
    type Item = Word<'p>;

    fn next(&mut self) -> Option<Word<'p>> {
        let from = self.at;
        let at = end_of_run(self.text, from, true);
        self.at = end_of_run(self.text, at, false);
        let (space, text) = (self.text.get(from..at)?, self.text.get(at..self.at)?);
        (!text.is_empty()).then_some(Word { space, text, at })
    }
}

/// Where the white space ends that begins at a byte of a text, or what is none.
fn end_of_run(text: &str, from: usize, of_space: bool) -> usize {
    let bytes = text.as_bytes();
    let mut end = from;
    // Every text of every page comes through here.
    while let Some(byte) = bytes.get(end) {
        let is_space = match KINDS[usize::from(*byte)] {
            Kind::Word => false,
            Kind::Space => true,
            Kind::Inside => of_space,
            Kind::Unclear => {
                text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
            }
        };
        if is_space != of_space {
            break;
        }
        end += 1;
    }
    end
}

/// What a byte of a text is.
#[derive(Clone, Copy)]
enum Kind {
    Word,
    Space,
    /// Inside of a character.
    Inside,
    /// The first byte of white space beyond ASCII (Unicode `White_Space`), and of other characters.
    Unclear,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Word; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte {
            0x20 | 0x09..=0x0d => Kind::Space,
            0x80..=0xbf => Kind::Inside,
            0xc2 | 0xe1..=0xe3 => Kind::Unclear,
            _ => Kind::Word,
        };
        byte += 1;
    }
    kinds
};

impl<'p> Word<'p> {
    /// The word without the marks around it: of »(Dr.« »Dr.«.
    fn bare(&self) -> &'p str {
        let mut text = self.text;
        while let Some(rest) =
            quotes::without_first_mark(text).or_else(|| text.strip_prefix(['(', '[']))
        {
            text = rest;
        }
        text
    }

    /// The word without what ends a sentence or a bracket after it.
    fn without_end(&self) -> &'p str {
        let ends = [',', ';', ':', '.', ')', ']', '!', '?'];
        let mut text = self.text;
        // One after the other: an entity ends with a semicolon too.
        while let Some(rest) = quotes::without_last_mark(text).or_else(|| text.strip_suffix(ends)) {
            text = rest;
        }
        text
    }

    fn ends_in_figure(&self) -> bool {
        self.text.ends_with(|last: char| last.is_ascii_digit())
    }

    fn begins_with_figure(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }

    fn begins_phone(&self) -> bool {
        let first = self.text.as_bytes().first();
        first.is_some_and(|byte| !byte.is_ascii_alphanumeric()) && self.bare().starts_with('+')
    }

    fn begins_with_capital(&self) -> bool {
        self.bare().starts_with(|first: char| first.is_uppercase())
    }

    /// »24.«, or a range that ends so: »4.–8.«.
    fn is_ordinal(&self) -> bool {
        let last = self.bare().rsplit(DASHES).next();
        last.is_some_and(is_ordinal_figure)
    }

    /// »z.«
    fn is_letter_with_stop(&self) -> bool {
        let mut characters = self.bare().chars();
        characters.next().is_some_and(char::is_alphabetic) && characters.as_str() == "."
    }

    /// A space that an editor typed as any other may be replaced.
    fn has_plain_space(&self) -> bool {
        matches!(self.space, " " | "\n")
    }
}

fn is_all(text: &str, is_one: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(is_one)
}

/// Sets a text that begins at the byte `start` of the page.
pub(super) fn set(text: &str, start: usize, customs: &Customs, edits: &mut Vec<Edit>) {
    let mut words = Words { text, at: 0 };
    let mut before: Option<Word<'_>> = None;
    let mut in_phone = false;
    while let Some(mut word) = words.next() {
        in_phone = word.begins_phone() || (in_phone && word.begins_with_figure());
        if let Some(before) = before.filter(|before| customs.may_bind(before.text)) {
            let in_phone = in_phone && before.ends_in_figure();
            let space = if in_phone { Some(NO_BREAK) } else { binds(before, word, customs) };
            if let Some(by) = space.filter(|_| word.has_plain_space()) {
                let at = start + word.at;
                edits.push(Edit { at: at - word.space.len()..at, by });
            }
        }
        if let Some((dash, last)) = range_at(word, &words, customs) {
            let at = start + dash.start..start + dash.end;
            edits.push(Edit { at, by: EN_DASH });
            while word.at < last.at {
                let Some(next) = words.next() else { break };
                word = next;
            }
        }
        before = Some(word);
    }
}

/// A range of figures that begins at a word, written with a hyphen or with spaces: where its
/// dash is, and its last word. Only where what follows says that it is one: »15-17 Uhr« is a
/// range, »8138-150« a telephone number and »2019-09-24« a date.
fn range_at<'p>(
    word: Word<'p>,
    words: &Words<'p>,
    customs: &Customs,
) -> Option<(Range<usize>, Word<'p>)> {
    word.text.as_bytes().first().filter(|byte| !byte.is_ascii_alphabetic())?;
    if !word.bare().starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let mut words = words.clone();
    let (from, to, dash, last) = match word.text.split_once(DASHES) {
        Some((from, to)) => {
            let end = word.at + word.text.len() - to.len();
            (from, to, word.at + from.len()..end, word)
        }
        None => {
            let (dash, to) = (words.next()?, words.next()?);
            let plain = dash.has_plain_space() && to.has_plain_space();
            if !plain || !matches!(dash.text, "-" | "–") {
                return None;
            }
            (word.text, to.text, word.at + word.text.len()..to.at, to)
        }
    };
    let next = words.next();
    let follows = |is_one: fn(&Customs, &str) -> bool| {
        next.is_some_and(|next| is_one(customs, next.without_end()) || is_one(customs, next.text))
    };
    let bare = Word { text: from, ..word }.bare();
    let are_figures = is_figure(bare) && is_figure(to) && rises(bare, to);
    // »2019 – 2 January« is the end of one date and the beginning of another.
    let are_days = (is_figure_of_day(bare) && is_figure_of_day(to) && rises(bare, to))
        || (is_ordinal_figure(bare) && is_ordinal_figure(to));
    let is_range = (are_figures && follows(Customs::is_unit))
        || (are_days && follows(Customs::is_month))
        || (is_clock(bare) && begins_with_clock(to));
    is_range.then_some((dash, last))
}

/// »15«, »9:30«, »1,5«
fn is_figure(text: &str) -> bool {
    let is_part = |part: &str| is_all(part, |c| c.is_ascii_digit());
    let mut parts = text.split(['.', ',', ':']);
    parts.clone().count() <= 2 && parts.all(is_part)
}

/// »9:30«
fn is_clock(text: &str) -> bool {
    is_figure(text) && text.contains(':')
}

/// »10:30«, whatever mark follows it.
fn begins_with_clock(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    is_clock(clock) && !rest.starts_with(char::is_alphanumeric)
}

/// »4«, »31«
fn is_figure_of_day(text: &str) -> bool {
    text.len() <= 2 && text.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// Whether the second of two figures is greater: a range leads upwards, »Halle 5 – 2 Stände«
/// does not.
fn rises(from: &str, to: &str) -> bool {
    let number = |text: &str| text.replace([',', ':'], ".").parse::<f64>().ok();
    number(from).zip(number(to)).is_some_and(|(from, to)| from < to)
}

fn is_ordinal_figure(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|number| is_all(number, |c| c.is_ascii_digit()))
}

/// The space between two words that belong together; `None` when a line may end there.
fn binds(before: Word<'_>, word: Word<'_>, customs: &Customs) -> Option<&'static str> {
    if is_abbreviation(before, word) {
        return Some(NARROW);
    }
    if customs.spaces_before_marks {
        if word.text.starts_with([';', '!', '?']) {
            return Some(NARROW);
        }
        if word.text.starts_with([':', '»']) || before.text.ends_with('«') {
            return Some(NO_BREAK);
        }
    }
    let first = before.bare();
    let is_bound = is_quantity(before, word, customs)
        || is_day(before, word, customs)
        || (word.begins_with_figure() && customs.before_figure.contains(&first))
        || (word.begins_with_capital() && customs.titles.contains(&first))
        || is_short_word(first, customs);
    is_bound.then_some(NO_BREAK)
}

/// »15 Uhr«, »464 Mio.«, »Mio. Euro«
fn is_quantity(before: Word<'_>, word: Word<'_>, customs: &Customs) -> bool {
    (before.ends_in_figure() || customs.is_large_number(before.bare()))
        && (customs.is_unit(word.without_end()) || customs.is_unit(word.text))
}

/// »24. September«, »24 de« (septiembre)
fn is_day(before: Word<'_>, word: Word<'_>, customs: &Customs) -> bool {
    (before.ends_in_figure() || before.is_ordinal())
        && (customs.is_month(word.without_end()) || customs.month_after == Some(word.text))
}

fn is_short_word(word: &str, customs: &Customs) -> bool {
    !customs.short_words.is_empty() && customs.short_words.contains(&word.to_lowercase().as_str())
}

/// »z. B.«, perhaps with a comma after it.
fn is_abbreviation(before: Word<'_>, word: Word<'_>) -> bool {
    if !before.is_letter_with_stop() {
        return false;
    }
    let mut text = word.text;
    let ends = [',', ';', ':', ')'];
    while let Some(rest) = quotes::without_last_mark(text).or_else(|| text.strip_suffix(ends)) {
        text = rest;
    }
    Word { text, ..word }.is_letter_with_stop()
}
