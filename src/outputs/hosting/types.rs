//! Media types as the languages of servers want them: by their endings, and as patterns, which fit
//! the end of an address (PCRE and RE2).

use std::collections::BTreeMap;

use super::{headers, literal};
use crate::media_type::{self, ENDINGS, NAMES, without_charset};

/// What charset every text has.
const CHARSET: &str = "; charset=utf-8";

/// The endings of each type, the type without its charset.
pub(super) fn bare() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (ending, media_type) in ENDINGS {
        types.entry(without_charset(media_type)).or_default().push(ending);
    }
    types.into_iter().collect()
}

/// The endings of each type, with its charset.
pub(super) fn whole() -> Vec<(&'static str, Vec<&'static str>)> {
    let charset_of = |bare: &str| {
        ENDINGS.iter().find(|(_, whole)| without_charset(whole) == bare).map(|(_, whole)| *whole)
    };
    bare().into_iter().filter_map(|(bare, endings)| Some((charset_of(bare)?, endings))).collect()
}

/// The types of files whose whole name or double ending tells it, with a pattern.
pub(super) fn named() -> Vec<(String, &'static str)> {
    let pattern = |name: &str| match name.starts_with('.') {
        true => format!("{}$", literal(name)),
        false => format!("/{}$", literal(name)),
    };
    NAMES.iter().map(|(name, media_type)| (pattern(name), *media_type)).collect()
}

/// The patterns of such files whose type is of a sort.
pub(super) fn names(is: fn(&str) -> bool) -> impl Iterator<Item = String> {
    named().into_iter().filter(move |(_, media_type)| is(media_type)).map(|(pattern, _)| pattern)
}

/// A pattern for all endings whose type is of a sort.
pub(super) fn ending_in(is: fn(&str) -> bool) -> String {
    let endings = ENDINGS.iter().filter(|(_, media_type)| is(media_type));
    let endings: Vec<&str> = endings.map(|(ending, _)| *ending).collect();
    any_of(&endings)
}

/// A pattern for these endings.
pub(super) fn any_of(endings: &[&str]) -> String {
    format!(r"\.({})$", endings.join("|"))
}

/// The types that have a charset, without HTML, which nginx has anyway.
pub(super) fn with_charset() -> Vec<&'static str> {
    distinct(|media_type| media_type.ends_with(CHARSET))
}

/// The types that become smaller when they are compressed, without HTML, which nginx has anyway.
pub(super) fn compressible() -> Vec<&'static str> {
    distinct(headers::is_compressible)
}

fn distinct(is: impl Fn(&'static str) -> bool) -> Vec<&'static str> {
    let all = ENDINGS.iter().chain(&NAMES).map(|(_, media_type)| *media_type);
    let all = all.filter(|media_type| is(media_type)).map(without_charset);
    let mut types: Vec<&str> = all.filter(|bare| *bare != HTML).collect();
    types.sort_unstable();
    types.dedup();
    types
}

/// The type of pages.
pub(super) const HTML: &str = "text/html";

/// The type of a page, with its charset.
pub(super) fn of_pages() -> &'static str {
    media_type::of("index.html")
}
