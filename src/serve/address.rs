//! From the path of a request to a file. It is a look-up in the map of finished files: nothing
//! here knows the disk, so no path can lead out of the site.

use percent_encoding::percent_decode_str;

use super::Site;
use crate::files::Body;

/// What an address means.
#[derive(Debug, Clone, Copy)]
pub enum Answer<'s> {
    /// A file: its path and what it holds.
    File(&'s str, &'s Body),
    /// It is at another address. An old one still has its stub.
    Moved(&'s str, Option<(&'s str, &'s Body)>),
    /// It is there with a slash at the end.
    SlashMissing(&'s str),
    /// It is gone for good.
    Gone,
    /// It never was.
    NotFound,
}

/// Looks up the path of a request, as it was sent.
pub fn answer<'s>(site: &'s Site, path: &str) -> Answer<'s> {
    let Some(path) = normal(path).and_then(|path| below(&path, site.hosting.routes.mount())) else {
        return Answer::NotFound;
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    let file = if is_folder { format!("{path}index.html") } else { path };
    if site.hosting.gone.contains(&file) {
        return Answer::Gone;
    }
    let found = site.files.get_key_value(&file).map(|(path, body)| (path.as_str(), body));
    if let Some(target) = site.hosting.moved.get(&file) {
        return Answer::Moved(target, found);
    }
    if let Some((path, body)) = found {
        return Answer::File(path, body);
    }
    let index = format!("{file}/index.html");
    if site.hosting.gone.contains(&index) {
        return Answer::Gone;
    }
    match site.files.get_key_value(&index) {
        Some((index, _)) => Answer::SlashMissing(index.trim_end_matches("index.html")),
        None => Answer::NotFound,
    }
}

/// The page that says that there is nothing at a path, in the language whose folder that is in.
pub fn not_found<'s>(site: &'s Site, path: &str) -> Option<(&'s str, &'s Body)> {
    let path = normal(path).and_then(|path| below(&path, site.hosting.routes.mount()));
    let folder = path.as_deref().and_then(|path| path.split('/').next()).unwrap_or_default();
    let page = |name: &str| site.files.get_key_value(name);
    let found = page(&format!("{folder}/404.html")).or_else(|| page("404.html"));
    found.map(|(path, body)| (path.as_str(), body))
}

/// A path decoded, without empty segments and `.` (RFC 3986 6.2.2.3). One that goes up is none
/// of ours: browsers resolve `..` before they ask.
fn normal(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let ends_with_slash = decoded.ends_with('/') || decoded.ends_with("/.");
    let mut normal = String::with_capacity(decoded.len());
    for segment in decoded.split('/').filter(|segment| !matches!(*segment, "" | ".")) {
        if segment == ".." || segment.contains(['\\', '\0']) {
            return None;
        }
        normal.push('/');
        normal.push_str(segment);
    }
    if ends_with_slash {
        normal.push('/');
    }
    Some(normal)
}

/// The path below where the site is mounted, without a `/` in front.
fn below(path: &str, mount: &str) -> Option<String> {
    let mount = percent_decode_str(mount).decode_utf8().ok()?;
    let rest = path.strip_prefix(&*mount)?;
    rest.strip_prefix('/').map(str::to_owned)
}
