//! The type of a file by its name, as `bba hosting` tells servers to say it.

/// The type of a file without its character set, as FMTTYPE wants it (RFC 5545 3.2.8); nothing
/// where the name does not tell.
pub fn bare(path: &str) -> Option<&'static str> {
    let bare = without_charset(of(path));
    (bare != UNKNOWN).then_some(bare)
}

/// A type without its character set.
pub fn without_charset(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default()
}

/// What a file is of which nobody knows more.
const UNKNOWN: &str = "application/octet-stream";

/// The type of an Atom feed (RFC 4287 8).
pub const FEED: &str = "application/atom+xml; charset=utf-8";

/// Types by whole names, or by endings of two parts, which tell more than the last one.
#[rustfmt::skip]
pub const NAMES: [(&str, &str); 3] = [
    ("feed.xml", FEED),
    // RFC 7265 7, RFC 8984 8.
    (".jcal.json", "application/calendar+json"),
    (".jscalendar.json", "application/jscalendar+json"),
];

/// Types by endings.
#[rustfmt::skip]
pub const ENDINGS: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    // Beside feeds, sitemaps.
    ("xml", "application/xml; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    // RFC 5545 8.1.
    ("ics", "text/calendar; charset=utf-8"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/vnd.microsoft.icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("pdf", "application/pdf"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("zip", "application/zip"),
    ("gz", "application/gzip"),
];

/// The value of `Content-Type` for a file of the output.
pub fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let fits = |known: &str| match known.strip_prefix('.') {
        Some(_) => name.ends_with(known),
        None => name == known,
    };
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let of_ending = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    let named = NAMES.iter().find(|(known, _)| fits(known)).or(of_ending);
    named.map_or(UNKNOWN, |(_, media_type)| media_type)
}
