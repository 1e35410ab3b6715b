//! Texts for forms of calendars on the web. Outlook reads the text of an entry as HTML. Google reads
//! it as HTML where it looks so, and shows line ends as they are: there a text must say the same
//! in either reading.

/// A text as HTML, in which it looks as it does.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\n', "<br>")
}

/// A text that says the same as HTML and as itself. Only what HTML would take for a tag or a
/// character reference is escaped: `AT & T` and `a < b` are neither (WHATWG HTML 13.2.5).
pub(super) fn either_way(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '<' if opens_tag(after) => out.push_str("&lt;"),
            '&' if begins_reference(after) => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

fn opens_tag(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// `&#8364;`, `&euro;`, and the old names that need no semicolon, also in the middle of an address.
fn begins_reference(after: &str) -> bool {
    let name = after.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let closed = after.get(name.len()..).is_some_and(|rest| rest.starts_with(';'));
    after.starts_with('#')
        || (!name.is_empty() && closed)
        || WITHOUT_SEMICOLON.iter().any(|known| name.starts_with(known))
}

/// Names that count without a semicolon, but for letters with accents (WHATWG HTML 13.5).
const WITHOUT_SEMICOLON: [&str; 44] = [
    "AMP", "COPY", "GT", "LT", "QUOT", "REG", "acute", "amp", "brvbar", "cedil", "cent", "copy",
    "curren", "deg", "divide", "eth", "frac12", "frac14", "frac34", "gt", "iexcl", "iquest",
    "laquo", "lt", "macr", "micro", "middot", "nbsp", "not", "ordf", "ordm", "para", "plusmn",
    "pound", "quot", "raquo", "reg", "sect", "shy", "sup", "szlig", "times", "uml", "yen",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_html_a_text_looks_as_it_does() {
        assert_eq!(escaped("<b> & »Q&amp;A«\n\nEnde"), "&lt;b&gt; &amp; »Q&amp;amp;A«<br><br>Ende");
    }

    #[test]
    fn only_what_html_would_take_for_its_own_is_escaped_for_both_readings() {
        for (text, written) in [
            ("a < b & c > d\nR&D", "a < b & c > d\nR&D"),
            ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
            ("<b>, </p>, <!-- und <?", "&lt;b>, &lt;/p>, &lt;!-- und &lt;?"),
            ("&euro; &#39; &copy=1", "&amp;euro; &amp;#39; &amp;copy=1"),
        ] {
            assert_eq!(either_way(text), written);
        }
    }
}
