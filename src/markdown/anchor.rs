//! Anchors of headings and footnotes. A text is read before anybody knows what else is on its
//! page: the theme has anchors of its own (`#ort`), and so have other texts. So a text only marks
//! its anchors, and the finished page settles them: the theme keeps its own, a heading whose
//! anchor is taken counts on, and the links of a text lead to its own headings.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::{memchr2, memmem};
use percent_encoding::percent_decode;

/// Begins an anchor of a text, and a link to an anchor of the same page.
pub const MARK: char = '\u{1d}';

/// The same for the first of a text.
pub const FIRST_MARK: char = '\u{1e}';

/// A page on which every anchor appears once, without marks.
pub fn settle(html: String) -> String {
    let marks = marks(html.as_bytes());
    if marks.is_empty() {
        return html;
    }
    let mut taken: HashSet<&[u8]> = ids(html.as_bytes()).collect();
    let mut texts: Vec<HashMap<&[u8], String>> = Vec::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut settled: HashSet<String> = HashSet::new();
    for mark in &marks {
        if mark.first || texts.is_empty() {
            texts.push(HashMap::new());
        }
        let (Some(id), Some(own), false) =
            (html.get(mark.name.clone()), texts.last_mut(), mark.is_link)
        else {
            continue;
        };
        let mut unique = id.to_owned();
        while taken.contains(unique.as_bytes()) || settled.contains(&unique) {
            let count = counts.entry(id).or_insert(1);
            *count += 1;
            unique = format!("{id}-{count}");
        }
        settled.insert(unique.clone());
        own.insert(id.as_bytes(), unique);
    }
    taken.clear();
    let mut page = String::with_capacity(html.len());
    let (mut from, mut text) = (0, None);
    for mark in &marks {
        if mark.first || text.is_none() {
            text = Some(text.map_or(0, |text: usize| text + 1));
        }
        page.push_str(html.get(from..mark.name.start - 1).unwrap_or_default());
        let name = html.get(mark.name.clone()).unwrap_or_default();
        let own = text.and_then(|text| texts.get(text));
        let decoded: Vec<u8> = percent_decode(name.as_bytes()).collect();
        match own.and_then(|own| own.get(decoded.as_slice())) {
            Some(unique) if mark.is_link && unique.as_bytes() == decoded => {
                page.push_str(name);
            }
            Some(unique) => page.push_str(unique),
            None => page.push_str(name),
        }
        from = mark.name.end;
    }
    page.push_str(html.get(from..).unwrap_or_default());
    page
}

struct Mark {
    name: Range<usize>,
    first: bool,
    is_link: bool,
}

fn marks(html: &[u8]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(at) = html.get(from..).and_then(|rest| memchr2(0x1d, 0x1e, rest)) {
        let start = from + at + 1;
        let rest = html.get(start..).unwrap_or_default();
        let end = start + memchr::memchr(b'"', rest).unwrap_or(rest.len());
        let is_link = html.get(..start - 1).is_some_and(|before| before.ends_with(b"#"));
        marks.push(Mark { name: start..end, first: html.get(start - 1) == Some(&0x1e), is_link });
        from = end;
    }
    marks
}

/// The anchors that no text has marked.
fn ids(html: &[u8]) -> impl Iterator<Item = &[u8]> {
    memmem::find_iter(html, b" id=\"").filter_map(|at| {
        let value = html.get(at + 5..)?;
        let value = value.get(..memchr::memchr(b'"', value)?)?;
        (!value.starts_with(b"\x1d") && !value.starts_with(b"\x1e")).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::settle;

    #[test]
    fn the_theme_keeps_its_anchor_and_the_text_leads_to_its_own() {
        let page = "<a href=\"#\u{1e}ort\"></a><h2 id=\"\u{1d}ort\"></h2><dt id=\"ort\">";
        assert_eq!(
            settle(page.to_owned()),
            "<a href=\"#ort-2\"></a><h2 id=\"ort-2\"></h2><dt id=\"ort\">"
        );
    }

    #[test]
    fn a_link_to_what_the_text_does_not_have_leads_to_the_theme() {
        let page = "<a href=\"#\u{1e}ort\"></a><dt id=\"ort\">";
        assert_eq!(settle(page.to_owned()), "<a href=\"#ort\"></a><dt id=\"ort\">");
    }

    #[test]
    fn two_texts_of_one_page_have_anchors_of_their_own() {
        let text = "<h2 id=\"\u{1e}a\"></h2><h2 id=\"\u{1d}a-2\"></h2><a href=\"#\u{1d}a\"></a>";
        assert_eq!(
            settle(format!("{text}{text}")),
            "<h2 id=\"a\"></h2><h2 id=\"a-2\"></h2><a href=\"#a\"></a>\
             <h2 id=\"a-3\"></h2><h2 id=\"a-2-2\"></h2><a href=\"#a-3\"></a>"
        );
    }
}
