//! Takes links and pictures out of a text that was read already: what they lead to is not
//! published. The words of a link stay.

use std::collections::{BTreeSet, HashMap};

use super::{Link, Markdown, Piece};

/// What ends the tag that a hole stands in.
enum Rest {
    /// The quotation mark behind the address of a link.
    Quote,
    /// The whole tag of a picture.
    Tag,
    /// The bracket behind an address that is written out.
    Bracket,
}

impl Markdown {
    /// Takes out the links and pictures that `is_out` names.
    pub fn take_out(&mut self, is_out: impl Fn(&Link) -> bool) {
        let out: Vec<bool> = self.links.iter().map(is_out).collect();
        if out.contains(&true) {
            for pieces in [&mut self.html, &mut self.plain] {
                *pieces = without(std::mem::take(pieces), &out);
            }
        }
    }

    /// Forgets the links that it does not show: those of footnotes that nothing refers to.
    pub(super) fn forget_unseen_links(&mut self) {
        let number = |piece: &Piece| match piece {
            Piece::Link(number) | Piece::Facts(number) => Some(*number),
            _ => None,
        };
        let pieces = self.html.iter().chain(&self.plain);
        let seen: BTreeSet<usize> = pieces.filter_map(number).collect();
        let new: HashMap<usize, usize> =
            seen.iter().enumerate().map(|(new, old)| (*old, new)).collect();
        let mut old = 0..;
        self.links.retain(|_| old.next().is_some_and(|old| seen.contains(&old)));
        for piece in self.html.iter_mut().chain(&mut self.plain) {
            if let Piece::Link(number) | Piece::Facts(number) = piece {
                *number = new.get(number).copied().unwrap_or(*number);
            }
        }
    }
}

fn without(pieces: Vec<Piece>, out: &[bool]) -> Vec<Piece> {
    let mut kept = Vec::new();
    let mut rest = None;
    for piece in pieces {
        match (piece, rest.take()) {
            (Piece::Facts(number), _) if out.get(number) == Some(&true) => {}
            (Piece::Link(number), _) if out.get(number) == Some(&true) => {
                rest = kept.last_mut().and_then(open);
            }
            (Piece::Text(text), Some(rest)) => {
                let text = behind(&mut kept, &text, rest);
                kept.push(Piece::Text(text));
            }
            (piece, _) => kept.push(piece),
        }
    }
    kept
}

/// Takes the beginning off the tag that a text ends with.
fn open(before: &mut Piece) -> Option<Rest> {
    let Piece::Text(text) = before else { return None };
    let (begin, rest) =
        [(" href=\"", Rest::Quote), ("<img src=\"", Rest::Tag), (" (", Rest::Bracket)]
            .into_iter()
            .find(|(begin, _)| text.ends_with(begin))?;
    text.truncate(text.len() - begin.len());
    Some(rest)
}

/// What stands behind the rest of a tag. A paragraph that held only a picture goes with it.
fn behind(kept: &mut [Piece], text: &str, rest: Rest) -> String {
    let text = match rest {
        Rest::Quote => text.strip_prefix('"'),
        Rest::Tag => text.split_once('>').map(|(_, text)| text),
        Rest::Bracket => text.strip_prefix(')'),
    }
    .unwrap_or(text);
    let before = match kept.last_mut() {
        Some(Piece::Text(before)) if matches!(rest, Rest::Tag) => before,
        _ => return text.to_owned(),
    };
    match text.strip_prefix("</p>\n").filter(|_| before.ends_with("<p>")) {
        Some(text) => {
            before.truncate(before.len() - "<p>".len());
            text.to_owned()
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::{self, Link, Target};

    /// A text as HTML and as plain text, without what leads to `weg.*`.
    fn texts(text: &str) -> (String, String) {
        let (mut markdown, _) = markdown::read(&"content/pages/a.md".into(), text, 1);
        markdown.take_out(
            |link| matches!(&link.target, Target::Content(path, _) if path.contains("/weg.")),
        );
        let facts = |link: &Link| format!(" ({})", link.typed.len());
        let html = markdown.html(false, |link| link.typed.clone(), facts, |_| String::new());
        (html, markdown.plain(|link| link.typed.clone()))
    }

    #[test]
    fn words_of_links_stay_and_pictures_go() {
        for (text, html, plain) in [
            ("A [B](../media/weg.pdf) c.", "<p>A <a>B</a> c.</p>\n", "A B c."),
            (
                "A [B](../media/da.pdf) [C](../media/weg.pdf)",
                "<p>A <a href=\"../media/da.pdf\">B (15)</a> <a>C</a></p>\n",
                "A B (../media/da.pdf) C",
            ),
            ("A ![x > y](../media/weg.jpg)!", "<p>A !</p>\n", "A !"),
            ("A\n\n![x](../media/weg.jpg)\n\nB", "<p>A</p>\n<p>B</p>\n", "A\n\nB"),
            (
                "[![x](../media/weg.jpg)](https://example.org/)",
                "<p><a href=\"https://example.org/\"></a></p>\n",
                "(https://example.org/)",
            ),
        ] {
            assert_eq!(texts(text), (html.to_owned(), plain.to_owned()), "{text}");
        }
    }
}
