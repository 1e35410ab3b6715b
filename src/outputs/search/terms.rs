//! An inverted index: for each term the items that have it. It is written into two texts of
//! printable ASCII that JSON need not escape and gzip makes small; `assets/search.js` reads them.
//!
//! Terms are sorted, each a capital letter for how many letters it shares with the one before
//! (`A` none, `B` one, at most 25), and the rest: `AbahnEsteig` is `bahn`, `bahnsteig`. A list of items
//! belongs to each term, separated by spaces. It holds numbers, for each item how many lie between it and
//! the one before, times the number of fields, plus the field. What another term has already is
//! `!` and the number of that term.

use std::collections::HashMap;

/// Digits of a number: those below end it, those above go on.
const BASE: u32 = 45;

/// The most letters that a term shares with the one before.
const MOST_SHARED: usize = 25;

/// Terms with the items that have them, and the best field of each.
#[derive(Debug, Default)]
pub struct Terms(HashMap<String, Vec<(u32, u32)>>);

/// An index as it is written.
#[derive(Debug)]
pub struct Written {
    /// The terms.
    pub terms: String,
    /// The items of each.
    pub lists: String,
}

impl Terms {
    /// Adds a term of an item; items come in their order, each term of one once.
    pub fn add(&mut self, term: String, item: u32, field: u32) {
        self.0.entry(term).or_default().push((item, field));
    }

    /// The index as it is written, where each item has a term in one of so many fields.
    pub fn written(self, fields: u32) -> Written {
        let mut terms: Vec<(String, Vec<(u32, u32)>)> = self.0.into_iter().collect();
        terms.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut written = Written { terms: String::new(), lists: String::new() };
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut last = "";
        for (number, (term, items)) in (0..).zip(&terms) {
            push_term(&mut written.terms, last, term);
            last = term;
            if number > 0 {
                written.lists.push(' ');
            }
            let list = list(items, fields);
            match seen.get(&list) {
                Some(same) => {
                    written.lists.push('!');
                    push_number(&mut written.lists, *same);
                }
                None => {
                    written.lists.push_str(&list);
                    seen.insert(list, number);
                }
            }
        }
        written
    }
}

fn push_term(out: &mut String, last: &str, term: &str) {
    let pairs = last.chars().zip(term.chars());
    // JavaScript counts in units of UTF-16.
    let (mut units, mut bytes) = (0, 0);
    for (letter, _) in pairs.take_while(|(a, b)| a == b) {
        if units + letter.len_utf16() > MOST_SHARED {
            break;
        }
        units += letter.len_utf16();
        bytes += letter.len_utf8();
    }
    out.extend(('A'..='Z').nth(units));
    out.push_str(term.get(bytes..).unwrap_or_default());
}

fn list(items: &[(u32, u32)], fields: u32) -> String {
    let mut list = String::new();
    let mut next = 0;
    for (item, field) in items {
        push_number(&mut list, item.saturating_sub(next) * fields + field);
        next = item + 1;
    }
    list
}

/// A number in digits of 45, the lowest first; all but the last are raised by 45. The digits are
/// the characters from `#` on, without the backslash.
fn push_number(out: &mut String, mut number: u32) {
    loop {
        let more = number >= BASE;
        let digit = number % BASE + if more { BASE } else { 0 };
        let skipped = u32::from(digit >= u32::from(b'\\' - b'#'));
        out.extend(char::from_u32(u32::from(b'#') + digit + skipped));
        if !more {
            break;
        }
        number /= BASE;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_say_what_they_share_and_lists_the_way_to_the_next_item() {
        let mut terms = Terms::default();
        for (term, item, field) in
            [("bahn", 0, 0), ("bahnsteig", 0, 0), ("bahn", 3, 1), ("zug", 50, 0), ("über", 0, 0)]
        {
            terms.add(term.to_owned(), item, field);
        }
        let written = terms.written(2);
        assert_eq!(written.terms, "AbahnEsteigAzugAüber");
        // bahn: item 0 in field 0 is 0; two lie between, in field 1: 2 × 2 + 1 = 5.
        // zug: 50 × 2 = 100 = 10 + 2 × 45, and 10 is raised by 45 to 55.
        assert_eq!(written.lists, "#( # Z% !$");
    }

    #[test]
    fn no_digit_is_a_backslash_or_a_quotation_mark() {
        let mut digits = String::new();
        (0..4_100).for_each(|number| push_number(&mut digits, number));
        assert!(digits.bytes().all(|byte| byte > b'"' && byte < 127 && byte != b'\\'));
        assert!(digits.contains('[') && digits.contains(']') && digits.contains('}'));
    }
}
