//! What was meant as a link and is none, because of a space or of brackets that are the wrong way
//! round: the brackets would stay on the page.

use std::ops::Range;

use super::Found;
use super::slips::is_escaped;
use crate::problem::ProseWarning;

/// What is found in a passage without markup: `[Text] (address)`, `[Text] [address]`,
/// `(Text)[address]` and `[Text](address with spaces)`.
pub(super) fn passage(text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let (raw, start) = (text.get(range.clone()).unwrap_or(""), range.start);
    let mut ended = 0;
    for (at, close) in raw.char_indices().filter(|(_, c)| matches!(c, ']' | ')')) {
        // Behind the passage: in `[Text](Name <a@b.de>)` the address is a link of its own.
        let behind = text.get(start + at + 1..).unwrap_or("");
        let inner = behind.trim_start_matches([' ', '\u{a0}']);
        let is_close = inner.len() == behind.len();
        let opened = match close {
            // `[a][b]` without a blank is told where references are looked up.
            ']' if !is_close => inner.strip_prefix(['(', '[']),
            ']' => inner.strip_prefix('('),
            _ => behind.strip_prefix('['),
        };
        let is_target = |target: &&str| {
            looks_like_target(target) || close == ']' && is_close && looks_like_contact(target)
        };
        let Some(target) = opened.filter(is_target) else { continue };
        if at < ended || is_escaped(text, start + at) {
            continue;
        }
        let end = target.find([')', ']', '\n']).map_or(target.len(), |end| end + 1);
        let end = text.len() - target.len() + end;
        let open = raw.get(ended..at).and_then(|text| text.rfind(['[', '(']));
        let from = start + open.map_or(at, |open| ended + open);
        if is_escaped(text, from) {
            continue;
        }
        let typed = text.get(from..end).unwrap_or("").to_owned();
        found.push((from..end, ProseWarning::LinkTypo { typed }.into()));
        ended = end - start;
    }
}

/// What stands between the brackets of a target.
fn inside(target: &str) -> &str {
    target.split([')', ']', '\n']).next().unwrap_or(target)
}

/// Whether a text can only be the target of a link.
fn looks_like_target(text: &str) -> bool {
    let text = text.trim_start();
    let starts = ["http://", "https://", "www.", "mailto:", "tel:", "../", "./", "/", "#"];
    let target = inside(text);
    let is_file = [".md", ".yaml", ".pdf", ".png", ".jpg", ".jpeg", ".webp"]
        .iter()
        .any(|end| target.trim_end().to_lowercase().ends_with(end));
    target.len() > 1 && (is_file || starts.iter().any(|start| text.starts_with(start)))
}

/// Whether a text right behind square brackets has an e-mail address or is a telephone number.
fn looks_like_contact(text: &str) -> bool {
    let target = inside(text);
    let is_address = target.split_once('@').is_some_and(|(name, domain)| {
        let domain = domain.trim_start().split([' ', '>']).next().unwrap_or("");
        name.ends_with(|c: char| !c.is_whitespace()) && domain.trim_end_matches('.').contains('.')
    });
    let digits = target.bytes().filter(u8::is_ascii_digit).count();
    let is_number = target.starts_with(['0', '+'])
        && digits >= 6
        && target.chars().all(|c| c.is_ascii_digit() || " /-–(+".contains(c));
    is_address || is_number
}
