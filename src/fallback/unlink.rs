//! A link in a Markdown text becomes its words.

use std::ops::Range;

/// A text in which the link at a range is only words, and a picture nothing; `None` when there is
/// no link of a known form.
pub(super) fn unlinked(text: &str, range: &Range<usize>) -> Option<String> {
    let link = text.get(range.clone())?;
    let words = match link.strip_prefix("![") {
        Some(_) => "",
        None => words(link)?,
    };
    Some(format!("{}{words}{}", text.get(..range.start)?, text.get(range.end..)?))
}

/// The words of `[words](target)`, `[words][name]` or `[words]`.
fn words(link: &str) -> Option<&str> {
    let link = link.strip_prefix('[')?;
    let inline = link.strip_suffix(')').and_then(|link| link.rsplit_once("]("));
    let named = || link.strip_suffix(']').and_then(|link| link.rsplit_once("]["));
    let words = inline.or_else(named).map(|(words, _)| words);
    words.or_else(|| link.strip_suffix(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_pictures_go() {
        for (link, words) in [
            ("[dort](/weg/)", Some("dort")),
            ("[**dort** und da](/weg/#a)", Some("**dort** und da")),
            ("[dort][weg]", Some("dort")),
            ("[dort]", Some("dort")),
            ("![Bild](../media/weg.jpg)", Some("")),
            ("<https://weg.example/>", None),
            ("[dort](/we", None),
        ] {
            let text = format!("Siehe {link}.");
            let range = 6..6 + link.len();
            let expected = words.map(|words| format!("Siehe {words}."));
            assert_eq!(unlinked(&text, &range), expected, "{link}");
        }
    }
}
