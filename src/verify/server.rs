//! How a web server answers for the files that were built. They are asked for where readers ask:
//! `presse/index.html` at `/presse/`.

use std::time::Duration;

use super::{Difference, Flaw, Host, add, broken_rules, headers, old};
use crate::outputs::Hosting;
use crate::published::{Answer, Client, Headers, Published, Take, Unreadable};
use crate::route::{encode, site_path};
use crate::source::is_for_servers;

/// How long an answer may take that is short.
const TIME: Duration = Duration::from_secs(10);

/// The slowest that a long one may come, in bytes a second.
const SLOWEST: u64 = 200_000;

/// Everything that a server answers otherwise than it should.
pub(super) fn differences(
    published: &mut Published,
    hosting: Option<&Hosting>,
    host: Host,
) -> Result<Vec<Difference>, Unreadable> {
    let mut moved = published.moved().clone();
    moved.extend(hosting.into_iter().flat_map(|hosting| hosting.moved.clone()));
    if host == Host::Plain {
        // There pages lead on from old addresses, and are files as others are.
        moved.clear();
    }
    let files: Vec<(String, String, u64)> = published
        .files()
        .iter()
        .map(|(path, hash)| {
            let size = published.sizes().get(path).copied().unwrap_or_default();
            (path.clone(), hash.clone(), size)
        })
        .collect();
    let not_found: Vec<(String, String)> = files
        .iter()
        .filter(|(path, ..)| is_not_found(path))
        .map(|(path, hash, _)| (path.clone(), hash.clone()))
        .collect();
    let Some(client) = published.server() else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for (path, hash, size) in &files {
        let name = path.rsplit('/').next().unwrap_or(path);
        if moved.contains_key(path) || is_not_found(path) || is_for_servers(name) {
            continue;
        }
        let headers = file(client, path, hash, *size, &mut found)?;
        if let (Some(headers), Host::Told) = (headers, host) {
            let is_encrypted = client.base().starts_with("https://");
            let flaws = headers::wrong_type(path, &headers)
                .into_iter()
                .chain(headers::unprotected(&headers, is_encrypted))
                .chain(headers::caching(path, &headers));
            flaws.for_each(|flaw| add(&mut found, Difference::of(path, flaw)));
        }
    }
    found.extend(old::forwarded(client, &moved)?);
    found.extend(old::gone(client, hosting, host)?);
    old::never_there(client, &not_found, host, &mut found)?;
    found.extend(old::unencrypted(client));
    Ok(found)
}

/// The page for what is not there is shown in its place, and need not have an address.
fn is_not_found(path: &str) -> bool {
    path == "404.html" || path.ends_with("/404.html")
}

/// The address of a file.
pub(super) fn address(client: &Client, path: &str) -> String {
    format!("{}{}", client.base(), encode(site_path(path).trim_start_matches('/')))
}

/// Whether a file is served as it was built; the headers with it, if it is served at all.
fn file(
    client: &mut Client,
    path: &str,
    hash: &str,
    size: u64,
    found: &mut Vec<Difference>,
) -> Result<Option<Headers>, Unreadable> {
    let is_calendar = path.ends_with(".ics");
    let take = if is_calendar { Take::Bytes } else { Take::Hash };
    let time = TIME + Duration::from_secs(size / SLOWEST);
    let url = address(client, path);
    let Answer { status, headers, hash: served, bytes, .. } = match client.follow(&url, take, time)
    {
        Err(Unreadable::OtherHost(to)) => {
            add(found, Difference::of(path, Flaw::Astray(Some(to))));
            return Ok(None);
        }
        Err(Unreadable::TooManyRedirects) => {
            add(found, Difference::of(path, Flaw::Astray(None)));
            return Ok(None);
        }
        answer => answer?,
    };
    match status {
        200 => {}
        404 | 410 => {
            found.push(Difference::of(path, Flaw::Missing));
            return Ok(None);
        }
        status => {
            add(found, Difference::of(path, Flaw::Status(status)));
            return Ok(None);
        }
    }
    if served.to_hex().as_str() != hash {
        found.push(Difference::of(path, Flaw::Altered));
    } else if is_calendar {
        found.extend(broken_rules(path, &bytes));
    }
    Ok(Some(headers))
}
