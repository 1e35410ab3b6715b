//! The headers of answers: the only list of them. Configurations are written from it, and the
//! preview sends them.

use crate::media_type::{self, without_charset};

/// The content security policy: what the site has itself and nothing else, and no script makes
/// HTML of texts (Trusted Types).
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; \
     font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types 'none'";

/// Headers of every answer, whatever the file.
pub const ALWAYS: [(&str, &str); 6] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Calendars are fetched by other sites with CORS, which this leaves alone.
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// The header of every encrypted answer (RFC 6797 7.2: of no other): for a year this host alone,
/// since other hosts of the operator are not ours.
pub const ENCRYPTED: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// Whether pages of other sites may read a file.
pub const ORIGIN: &str = "Access-Control-Allow-Origin";

/// How long a file is kept.
pub const CACHE: &str = "Cache-Control";

/// How long those who have a file keep it before they ask again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Ask each time, by ETag: whoever moves an event is seen at once.
    Ask,
    /// Pictures and documents.
    Hour,
    /// What has another name when it has other bytes.
    Forever,
}

impl Keeping {
    /// The value of `Cache-Control`.
    pub fn value(self) -> &'static str {
        match self {
            Keeping::Ask => "no-cache",
            Keeping::Hour => "public, max-age=3600",
            Keeping::Forever => "public, max-age=31536000, immutable",
        }
    }

    /// The values of all three, in the order in which they are declared.
    pub(super) fn values() -> [&'static str; 3] {
        [Keeping::Ask, Keeping::Hour, Keeping::Forever].map(Keeping::value)
    }

    /// How long a file of the output is kept.
    pub fn of(path: &str) -> Keeping {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let is_asset = folders == ASSETS || folders.starts_with(&format!("{ASSETS}/"));
        if is_asset && has_hash(name) {
            Keeping::Forever
        } else if is_kept(media_type::of(path)) {
            Keeping::Hour
        } else {
            Keeping::Ask
        }
    }
}

/// The folder of the files that pages are made with.
pub const ASSETS: &str = "assets";

/// A name with a hash of the content, `style.3f9a01bc.css`, as a regular expression; of media an
/// editor could have typed it, so it counts in [`ASSETS`] alone.
pub const HASHED: &str = r"[.-][0-9a-f]{8,64}\.[0-9a-z]+(\.gz)?$";

/// Whether [`HASHED`] fits a name.
pub fn has_hash(name: &str) -> bool {
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let hash = stem.rsplit(['.', '-']).next().filter(|hash| hash.len() < stem.len());
    let is_hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    let is_plain = |c: u8| c.is_ascii_digit() || c.is_ascii_lowercase();
    hash.is_some_and(|hash| (8..=64).contains(&hash.len()) && hash.bytes().all(is_hex))
        && !ending.is_empty()
        && ending.bytes().all(is_plain)
}

/// Whether files of a type are kept for an hour: what is no text, mostly pictures and documents.
pub fn is_kept(media_type: &str) -> bool {
    let bare = without_charset(media_type);
    let kinds = ["image/", "font/", "audio/", "video/", "application/"];
    let is_document = kinds.iter().any(|kind| bare.starts_with(kind));
    // What is compressed is a text.
    let is_data = ["json", "xml", "gzip"].iter().any(|end| bare.ends_with(end));
    matches!(bare, "image/svg+xml" | "text/vtt") || is_document && !is_data
}

/// Whether pages of other sites may read files of a type: calendars, feeds and data.
pub fn is_open(media_type: &str) -> bool {
    let bare = without_charset(media_type);
    matches!(bare, "text/calendar" | "application/atom+xml")
        || (bare.ends_with("json") && bare != "application/manifest+json")
}

/// What pages may load, without what the policy says of scripts that make HTML of texts.
pub fn loads() -> &'static str {
    POLICY.split_once("; require-trusted-types-for").map_or(POLICY, |(loads, _)| loads)
}

/// Whether files of a type become smaller when they are compressed: texts.
pub fn is_compressible(media_type: &str) -> bool {
    let bare = without_charset(media_type);
    bare.starts_with("text/") || ["json", "xml"].iter().any(|end| bare.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_change_is_asked_for_and_what_cannot_is_kept() {
        let keeping = [
            ("index.html", Keeping::Ask),
            ("veranstaltungen/treffen.ics", Keeping::Ask),
            ("presse/feed.xml", Keeping::Ask),
            ("data/events.json", Keeping::Ask),
            ("build.json", Keeping::Ask),
            ("assets/style.css", Keeping::Ask),
            ("site.webmanifest", Keeping::Ask),
            ("assets/style.3f9a01bc.css", Keeping::Forever),
            ("assets/style.3f9a01bc.css.gz", Keeping::Forever),
            ("index.html.gz", Keeping::Ask),
            ("assets/fonts/text-3f9a01bc.woff2", Keeping::Forever),
            ("assets/fonts/text.woff2", Keeping::Hour),
            // A day is no hash, and an editor may put other bytes under the same name.
            ("media/programm-20190924.pdf", Keeping::Hour),
            ("media/gruppe.3f9a01bc.jpg", Keeping::Hour),
            ("favicon.svg", Keeping::Hour),
            ("media/film.vtt", Keeping::Hour),
            ("media/archiv.zip", Keeping::Hour),
            ("media/tabelle.xlsx", Keeping::Hour),
        ];
        for (path, expected) in keeping {
            assert_eq!(Keeping::of(path), expected, "{path}");
        }
    }
}
