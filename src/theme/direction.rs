//! The direction of writing (HTML 3.2.6.4). Templates and texts say languages; which of them run
//! the other way than what is around them follows from that, and is marked wherever a `lang` is.

use crate::language::is_right_to_left;

/// What begins the tag of the page.
const PAGE: &str = "<html lang=\"";

/// What begins the language of an element.
const LANG: &str = " lang=\"";

/// A page whose elements say their direction where it is not that of the page.
pub(super) fn marked(page: String) -> String {
    let html = page.as_str();
    let of_page = html.find(PAGE).and_then(|at| language(html, at + PAGE.len()));
    let is_page_reversed = of_page.is_some_and(is_right_to_left);
    let mut marks = Vec::new();
    for at in memchr::memmem::find_iter(html.as_bytes(), LANG) {
        let Some(tag) = language(html, at + LANG.len()) else { continue };
        let is_reversed = is_right_to_left(tag);
        let is_page = html.get(..at).is_some_and(|before| before.ends_with("<html"));
        let is_other = is_reversed != is_page_reversed || (is_page && is_reversed);
        if is_other && !says_direction(html, at) {
            let end = at + LANG.len() + tag.len() + 1;
            marks.push((end, if is_reversed { " dir=\"rtl\"" } else { " dir=\"ltr\"" }));
        }
    }
    if marks.is_empty() {
        return page;
    }
    let mut marked = String::with_capacity(html.len() + marks.len() * 10);
    let mut from = 0;
    for (end, mark) in marks {
        marked.push_str(html.get(from..end).unwrap_or_default());
        marked.push_str(mark);
        from = end;
    }
    marked.push_str(html.get(from..).unwrap_or_default());
    marked
}

/// The language whose quotation mark is before a place.
fn language(html: &str, at: usize) -> Option<&str> {
    html.get(at..)?.split('"').next()
}

/// Whether the tag around a place has its direction already.
fn says_direction(html: &str, at: usize) -> bool {
    let start = html.get(..at).and_then(|before| before.rfind('<')).unwrap_or(at);
    let tag = html.get(start..).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    tag.contains(" dir=")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_what_runs_against_it_say_their_direction() {
        for (page, expected) in [
            (
                "<html lang=\"fa\"><a href=\"/\" lang=\"de\" hreflang=\"de\">DE</a><b lang=\"ur\">",
                "<html lang=\"fa\" dir=\"rtl\"><a href=\"/\" lang=\"de\" dir=\"ltr\" \
                 hreflang=\"de\">DE</a><b lang=\"ur\">",
            ),
            (
                "<html lang=\"de\"><span lang=\"ar\">x</span><i lang=\"az-Arab\" dir=\"auto\">",
                "<html lang=\"de\"><span lang=\"ar\" dir=\"rtl\">x</span><i lang=\"az-Arab\" \
                 dir=\"auto\">",
            ),
        ] {
            assert_eq!(marked(page.to_owned()), expected);
        }
        for same in [
            "<html lang=\"de\"><span lang=\"en\">lang=&quot;ar&quot;</span><a hreflang=\"ar\">",
            "<feed xml:lang=\"ar\">",
            "",
        ] {
            assert_eq!(marked(same.to_owned()), same);
        }
    }
}
