//! How a server answers for what is elsewhere, gone, or never was.

use std::collections::BTreeMap;
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::server::address;
use super::{Difference, Flaw, Host, add, headers};
use crate::files::OutPath;
use crate::outputs::Hosting;
use crate::published::{Answer, Client, Take, Unreadable};

/// How long an answer may take.
const TIME: Duration = Duration::from_secs(10);

/// An address at which nothing is.
const NOWHERE: &str = "diese-seite-gibt-es-nicht-404/";

/// Old addresses that do not lead on for good (RFC 9110 15.4.2, 15.4.9), or elsewhere.
pub(super) fn forwarded(
    client: &mut Client,
    moved: &BTreeMap<OutPath, String>,
) -> Result<Vec<Difference>, Unreadable> {
    let mut found = Vec::new();
    for (path, wanted) in moved {
        let url = address(client, path);
        let answer = client.ask(&url, Take::Hash, TIME)?;
        let Answer { status: 301 | 308, location: Some(to), .. } = answer else {
            add(&mut found, Difference::of(path, Flaw::NotForwarded(answer.status)));
            continue;
        };
        if !is_same(&to, wanted) {
            let wanted = wanted.clone();
            found.push(Difference::of(path, Flaw::ForwardedElsewhere { to, wanted }));
        }
    }
    Ok(found)
}

/// Whether a whole address is that of a link from the root of its host.
fn is_same(url: &str, link: &str) -> bool {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    let path = path.map_or("", |(_, path)| path);
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    decoded(path) == decoded(link.trim_start_matches('/'))
}

/// What is gone for good and not answered with 410 (RFC 9110 15.5.11).
pub(super) fn gone(
    client: &mut Client,
    hosting: Option<&Hosting>,
    host: Host,
) -> Result<Vec<Difference>, Unreadable> {
    let mut found = Vec::new();
    for path in hosting.into_iter().flat_map(|hosting| &hosting.gone) {
        let url = address(client, path);
        let answer = client.ask(&url, Take::Hash, TIME)?;
        let is_gone = answer.status == 410 || host == Host::Plain && answer.status == 404;
        if !is_gone {
            add(&mut found, Difference::of(path, Flaw::NotGone(answer.status)));
        }
    }
    Ok(found)
}

/// How the server says that there is no such page. `pages` are those of the site that say it, with
/// their hashes; a server that knows one of them alone shows it in every language.
pub(super) fn never_there(
    client: &mut Client,
    pages: &[(OutPath, String)],
    host: Host,
    found: &mut Vec<Difference>,
) -> Result<(), Unreadable> {
    let folders: Vec<&str> = match pages {
        [] => vec![""],
        pages => pages.iter().filter_map(|(path, _)| path.strip_suffix("404.html")).collect(),
    };
    for folder in folders {
        let path = format!("{folder}{NOWHERE}");
        let url = format!("{}{path}", client.base());
        let answer = client.ask(&url, Take::Hash, TIME)?;
        if answer.status != 404 {
            add(found, Difference::of(&path, Flaw::NoNotFound(answer.status)));
            continue;
        }
        let served = answer.hash.to_hex();
        if !pages.is_empty() && pages.iter().all(|(_, hash)| *hash != served.as_str()) {
            add(found, Difference::of(&path, Flaw::OtherNotFound));
        }
        if host == Host::Plain {
            continue;
        }
        let is_encrypted = url.starts_with("https://");
        for flaw in headers::unprotected(&answer.headers, is_encrypted) {
            add(found, Difference::of(&path, flaw));
        }
    }
    Ok(())
}

/// Whether the unencrypted address leads elsewhere than to the encrypted one. Whoever does not
/// listen there sends nobody the wrong way.
pub(super) fn unencrypted(client: &mut Client) -> Option<Difference> {
    let url = format!("http://{}", client.base().strip_prefix("https://")?);
    let answer = client.ask(&url, Take::Hash, TIME).ok()?;
    (!leads_to_encrypted(&answer)).then(|| Difference::of("", Flaw::NotEncrypted))
}

fn leads_to_encrypted(answer: &Answer) -> bool {
    let leads = answer.location.as_ref().is_some_and(|to| to.starts_with("https://"));
    matches!(answer.status, 301 | 308) && leads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::Headers;

    #[test]
    fn only_a_redirect_for_good_to_the_encrypted_address_will_do() {
        let answer = |status, to: Option<&str>| Answer {
            status,
            headers: Headers::new(),
            hash: blake3::hash(b""),
            bytes: Vec::new(),
            location: to.map(str::to_owned),
        };
        assert!(leads_to_encrypted(&answer(301, Some("https://a.example.org/"))));
        assert!(leads_to_encrypted(&answer(308, Some("https://a.example.org/"))));
        for (status, to) in [
            (200, None),
            (302, Some("https://a.example.org/")),
            (301, Some("http://a.example.org/")),
            (403, None),
        ] {
            assert!(!leads_to_encrypted(&answer(status, to)), "{status} {to:?}");
        }
    }

    #[test]
    fn addresses_are_the_same_however_they_are_written() {
        assert!(is_same("https://a.example.org/pfad/m%c3%bcnchen/", "/pfad/m%C3%BCnchen/"));
        assert!(!is_same("https://a.example.org/", "/presse/"));
    }
}
