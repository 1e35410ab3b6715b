//! Spaces and dashes between words: which words stay on one line, and where a dash between
//! figures means »to«.

use super::customs::Customs;
use super::quotes::Quotes;

/// Keeps two words on one line.
const NO_BREAK: &str = "\u{a0}";
/// The same and narrower, inside of abbreviations: »z. B.«.
const NARROW: &str = "\u{202f}";
/// From one figure to another.
const EN_DASH: char = '–';

/// The words of a text, each with the space before it.
#[derive(Default)]
pub(super) struct Words<'p> {
    words: Vec<Word<'p>>,
}

#[derive(Clone, Copy)]
struct Word<'p> {
    space: &'p str,
    text: &'p str,
}

impl Word<'_> {
    /// The word without the marks around it: of »(Dr.« »Dr.«.
    fn bare(&self) -> &str {
        self.text.trim_start_matches(['(', '[', '»', '›', '„', '“', '«'])
    }

    /// The word without what ends a sentence or a bracket behind it.
    fn without_end(&self) -> &str {
        self.text.trim_end_matches([',', ';', ':', '.', ')', ']', '!', '?', '«', '‹', '“', '”'])
    }

    fn ends_in_figure(&self) -> bool {
        self.text.ends_with(|last: char| last.is_ascii_digit())
    }

    fn begins_with_figure(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }

    fn begins_with_capital(&self) -> bool {
        self.bare().starts_with(|first: char| first.is_uppercase())
    }

    /// »24.«, or a range that ends so: »4.–8.«.
    fn is_ordinal(&self) -> bool {
        let last = self.bare().rsplit(['-', EN_DASH]).next();
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

fn is_space(character: char) -> bool {
    character.is_whitespace()
}

impl<'p> Words<'p> {
    /// Writes a text of a page, set.
    pub fn set(
        &mut self,
        text: &'p str,
        customs: &'static Customs,
        quotes: &mut Quotes,
        out: &mut String,
    ) {
        let start = out.len();
        self.split(text);
        let mut in_phone = false;
        let mut number = 0;
        while let Some(word) = self.words.get(number).copied() {
            let before = number.checked_sub(1).and_then(|before| self.words.get(before)).copied();
            in_phone = word.bare().starts_with('+') || (in_phone && word.begins_with_figure());
            match before.filter(|_| word.has_plain_space()) {
                Some(before) => {
                    let bound = in_phone && before.ends_in_figure();
                    let space = if bound { Some(NO_BREAK) } else { binds(before, word, customs) };
                    out.push_str(space.unwrap_or(word.space));
                }
                None => out.push_str(word.space),
            }
            let taken = self.range_at(number, customs);
            match taken {
                Some((from, to, words)) => {
                    out.push_str(from);
                    out.push(EN_DASH);
                    out.push_str(to);
                    number += words;
                }
                None => {
                    out.push_str(word.text);
                    number += 1;
                }
            }
        }
        if let Some(written) = out.get(start..) {
            quotes.note(written, start, customs);
        }
    }

    fn split(&mut self, text: &'p str) {
        self.words.clear();
        let mut rest = text;
        while !rest.is_empty() {
            let (space, from) = rest.split_at(rest.find(|c| !is_space(c)).unwrap_or(rest.len()));
            let (text, after) = from.split_at(from.find(is_space).unwrap_or(from.len()));
            self.words.push(Word { space, text });
            rest = after;
        }
    }

    /// A range of figures that begins at a word, written with a hyphen or with spaces: its two
    /// ends and how many words they take. Only where what follows says that it is one: »15-17
    /// Uhr« is a range, »8138-150« a telephone number and »2019-09-24« a date.
    fn range_at(&self, number: usize, customs: &Customs) -> Option<(&'p str, &'p str, usize)> {
        let word = self.words.get(number)?;
        let (from, to, words) = match word.text.split_once(['-', EN_DASH]) {
            Some((from, to)) => (from, to, 1),
            None => {
                let [dash, to] = self.words.get(number + 1..number + 3)? else { return None };
                let plain = dash.has_plain_space() && to.has_plain_space();
                if !plain || !matches!(dash.text, "-" | "–") {
                    return None;
                }
                (word.text, to.text, 3)
            }
        };
        let is_clock = |text: &str| is_figure(text) && text.contains(':');
        let next = self.words.get(number + words).copied();
        let follows = |is_one: fn(&Customs, &str) -> bool| {
            next.is_some_and(|next| {
                is_one(customs, next.without_end()) || is_one(customs, next.text)
            })
        };
        let bare = from.trim_start_matches(['(', '[']);
        let days = is_ordinal_figure(bare) && is_ordinal_figure(to);
        let is_range = (is_figure(bare) && is_figure(to) && follows(Customs::is_unit))
            || (is_figure(bare) && is_figure(to) && follows(Customs::is_month))
            || (days && follows(Customs::is_month))
            || (is_clock(bare) && is_clock(to.trim_end_matches([',', '.', ')'])));
        is_range.then_some((from, to, words))
    }
}

/// »15«, »9:30«, »1,5«
fn is_figure(text: &str) -> bool {
    let is_part = |part: &str| is_all(part, |c| c.is_ascii_digit());
    let mut parts = text.split(['.', ',', ':']);
    parts.clone().count() <= 2 && parts.all(is_part)
}

fn is_ordinal_figure(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|number| is_all(number, |c| c.is_ascii_digit()))
}

/// The space between two words that belong together; nothing when a line may end there.
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

/// »z. B.«, perhaps with a comma behind it.
fn is_abbreviation(before: Word<'_>, word: Word<'_>) -> bool {
    let text = word.text.trim_end_matches([',', ';', ':', ')']);
    before.is_letter_with_stop() && Word { space: "", text }.is_letter_with_stop()
}
