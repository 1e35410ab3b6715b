//! A path on the site, as links have it and as the file that it is served from.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::files::OutPath;

/// Characters that are escaped in a path segment (RFC 3986 3.3), and quotes.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'')
    .add(b'&');

/// A path on the site as it is written in a link.
pub fn encode(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, SEGMENT).into()
}

/// The address of a file of the output as links have it, without where the site is mounted:
/// `/presse/`.
pub fn address(file: &str) -> String {
    encode(&site_path(file)).into_owned()
}

/// The file that a path on the site is served from.
pub fn out_path(path: &str) -> OutPath {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The path on the site of a file of the output: what [`out_path`] was made from.
pub fn site_path(file: &str) -> String {
    let folder = file.strip_suffix("index.html").filter(|f| f.is_empty() || f.ends_with('/'));
    format!("/{}", folder.unwrap_or(file))
}
