//! What the headers of an answer say: its type, what browsers may do with it, how long it is kept.

use super::Flaw;
use crate::media_type;
use crate::outputs::hosting::headers::Keeping;
use crate::published::Headers;

/// How long a picture or a document may be kept: what is withdrawn must vanish, in seconds.
const AN_HOUR: u64 = 3600;

/// How long a file is to be kept that has another name when it changes, in seconds.
const A_DAY: u64 = 24 * 3600;

/// A type that is not the file's own; its parameters count where both name them.
pub(super) fn wrong_type(path: &str, headers: &Headers) -> Option<Flaw> {
    let wanted = media_type::of(path);
    let served = headers.get("content-type").map_or("", String::as_str);
    let plain = |text: &str| text.to_ascii_lowercase().replace([' ', '"'], "");
    let bare = |text: &str| plain(text).split(';').next().unwrap_or_default().to_owned();
    let is_text = wanted.contains("charset");
    let is_right = bare(served) == bare(wanted)
        && (!is_text || plain(served).contains("charset=utf-8"))
        // A build knows types that a server need not.
        || media_type::bare(path).is_none();
    (!is_right).then(|| Flaw::Type { served: served.to_owned(), wanted })
}

/// The headers that every answer needs and this one lacks.
pub(super) fn unprotected(headers: &Headers, is_encrypted: bool) -> impl Iterator<Item = Flaw> {
    let value = |name: &str| headers.get(name).map_or("", String::as_str).to_ascii_lowercase();
    let policy = value("content-security-policy");
    let is_strict = policy.contains("default-src 'none'") && !policy.contains("unsafe-");
    let resources = value("cross-origin-resource-policy");
    let transport = value("strict-transport-security");
    let lasts = seconds(&transport, "max-age").is_some_and(|seconds| seconds > 0);
    let checks = [
        ("content-security-policy", is_strict),
        ("x-content-type-options", value("x-content-type-options") == "nosniff"),
        ("referrer-policy", is_discreet(&value("referrer-policy"))),
        ("permissions-policy", !value("permissions-policy").is_empty()),
        ("cross-origin-resource-policy", is_one_of(&resources, &RESOURCE_POLICIES)),
        ("strict-transport-security", !is_encrypted || lasts),
    ];
    checks.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| Flaw::Header(name))
}

/// Whom a file may be put into the pages of (Fetch, 3.7).
const RESOURCE_POLICIES: [&str; 3] = ["same-origin", "same-site", "cross-origin"];

fn is_one_of(value: &str, values: &[&str]) -> bool {
    values.contains(&value)
}

/// Whether other hosts are not told which page somebody comes from (Referrer Policy, 3).
fn is_discreet(policy: &str) -> bool {
    let last = policy.rsplit(',').next().unwrap_or_default().trim();
    !last.is_empty() && !matches!(last, "unsafe-url" | "no-referrer-when-downgrade")
}

/// How caches are told to treat a file, where that does harm: a cancellation must be seen at once.
pub(super) fn caching(path: &str, headers: &Headers) -> Vec<Flaw> {
    let value = |name: &str| headers.get(name).map_or("", String::as_str).to_ascii_lowercase();
    let control = value("cache-control");
    let is_asked_again = ["no-cache", "no-store"].iter().any(|word| control.contains(word));
    let kept = match seconds(&control, "max-age") {
        _ if is_asked_again => Some(0),
        None if !value("expires").is_empty() => Some(u64::MAX),
        kept => kept,
    };
    let told = if control.is_empty() { value("expires") } else { control };
    let has_validator = !value("etag").is_empty() || !value("last-modified").is_empty();
    let mut flaws = Vec::new();
    match Keeping::of(path) {
        // Without a word caches guess (RFC 9111 4.2.2).
        Keeping::Ask if kept != Some(0) => flaws.push(Flaw::KeptTooLong(told)),
        Keeping::Hour if kept.is_some_and(|kept| kept > AN_HOUR) => {
            flaws.push(Flaw::KeptTooLong(told));
        }
        Keeping::Forever if kept.is_none_or(|kept| kept < A_DAY) => {
            flaws.push(Flaw::NotKept(told));
        }
        _ => {}
    }
    if Keeping::of(path) == Keeping::Ask && !has_validator {
        flaws.push(Flaw::NoValidator);
    }
    flaws
}

/// The number behind a name in a list of directives: `public, max-age=900`.
fn seconds(directives: &str, name: &str) -> Option<u64> {
    directives.split([',', ';']).find_map(|directive| {
        let (there, value) = directive.trim().split_once('=')?;
        (there.trim() == name).then(|| value.trim().trim_matches('"').parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&str, &str)]) -> Headers {
        lines.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_may_change_is_asked_for_again() {
        let page = |control: &str| {
            caching("presse/index.html", &headers(&[("cache-control", control), ("etag", "\"a\"")]))
        };
        for right in ["no-cache", "max-age=0, must-revalidate", "no-store", "private, no-cache"] {
            assert_eq!(page(right), [], "{right}");
        }
        for wrong in ["", "public", "max-age=900", "public, max-age=31536000, immutable"] {
            assert_eq!(page(wrong), [Flaw::KeptTooLong(wrong.to_owned())], "{wrong}");
        }
        let later = headers(&[("expires", "wed, 21 oct 2099 07:28:00 gmt"), ("etag", "\"a\"")]);
        assert_eq!(caching("treffen.ics", &later).len(), 1);
        let bare = headers(&[("cache-control", "no-cache")]);
        assert_eq!(caching("data/events.json", &bare), [Flaw::NoValidator]);
    }

    #[test]
    fn pictures_are_kept_an_hour_and_names_with_a_hash_for_long() {
        let of = |path: &str, control: &str| caching(path, &headers(&[("cache-control", control)]));
        assert_eq!(of("media/bild.jpg", "max-age=3600"), []);
        assert_eq!(of("media/bild.jpg", "max-age=86400").len(), 1);
        assert_eq!(of("assets/style.3f9a01bc.css", "max-age=31536000, immutable"), []);
        let asked = Flaw::NotKept("no-cache".to_owned());
        assert_eq!(of("assets/style.3f9a01bc.css", "no-cache"), [asked]);
        assert_eq!(of("media/bild-3f9a01bc.jpg", "no-cache"), []);
    }

    #[test]
    fn encryption_is_asked_of_encrypted_sites_alone() {
        let right = [
            ("content-security-policy", "default-src 'none'"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("permissions-policy", "camera=()"),
            ("cross-origin-resource-policy", "same-origin"),
        ];
        assert_eq!(unprotected(&headers(&right), false).count(), 0);
        let missing: Vec<Flaw> = unprotected(&headers(&right), true).collect();
        assert_eq!(missing, [Flaw::Header("strict-transport-security")]);
        for (value, is_right) in [("max-age=31536000", true), ("max-age=0", false), ("on", false)] {
            let all = [&right[..], &[("strict-transport-security", value)]].concat();
            assert_eq!(unprotected(&headers(&all), true).count() == 0, is_right, "{value}");
        }
    }
}
