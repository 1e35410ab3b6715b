//! Whether what is published is what was built: every file's hash, the calendars by the full lint,
//! whether something that is due is not online; on the web also types, headers, caching, old
//! addresses, 404, 410 and the way from http to https.
//!
//! A server that is set up wrong does the same wrong to hundreds of files: that is one difference.
//!
//! | file | what it looks at |
//! |---|---|
//! | `server.rs` | how a web server answers for the files |
//! | `headers.rs` | types, headers that protect readers, caching |
//! | `old.rs` | old addresses, what is gone, what never was |
//! | `due.rs` | what the clock or the content beside wants online |
//! | `words.rs` | the report |

mod due;
mod headers;
mod old;
mod server;
mod words;

use jiff::Timestamp;

use crate::icalendar;
use crate::pipeline::{Built, Options};
use crate::published::{Published, Unreadable};
use crate::query::Due;
use crate::source::Sources;

/// Something that is not as it was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The path of the file, or of the first one.
    pub path: String,
    /// In how many further files it is the same.
    pub more: usize,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The file is not there.
    Missing,
    /// A folder, a pipe, a device or a link that leads out is in its place.
    NotAFile,
    /// It has other bytes.
    Altered,
    /// The server answers with this status.
    Status(u16),
    /// It sends to another host, or in circles.
    Astray(Option<String>),
    /// A rule of RFC 5545 is broken: line and rule.
    Calendar(String),
    /// It is served as another type.
    Type {
        /// What the server says.
        served: String,
        /// What it is.
        wanted: &'static str,
    },
    /// A header that protects readers is missing or weak.
    Header(&'static str),
    /// A changed file is not seen at once: readers' programs keep it, as this header says.
    KeptTooLong(String),
    /// Nothing tells readers' programs whether the file they have is still the same.
    NoValidator,
    /// A file that never changes is asked for again and again, as this header says.
    NotKept(String),
    /// An old address does not lead on for good: the status.
    NotForwarded(u16),
    /// An old address leads elsewhere: where to, and where it should.
    ForwardedElsewhere {
        /// Where the server sends to.
        to: String,
        /// Where the thing is.
        wanted: String,
    },
    /// What is gone for good is answered with this status, not with 410.
    NotGone(u16),
    /// A page that is not there is answered with this status, not with 404.
    NoNotFound(u16),
    /// With 404 comes another page than that of the site.
    OtherNotFound,
    /// The unencrypted address does not lead to the encrypted one.
    NotEncrypted,
    /// Since then the site would be another; the files that are known to be due.
    Overdue(Timestamp, Vec<Due>),
    /// A page of this file is to be public and is not online.
    NotOnline(String),
    /// A file is online that the content no longer has, or hides.
    StillOnline,
    /// A calendar file tells another date, place or status than this file.
    Outdated(String),
}

/// The content that a site is made from, beside which is asked.
#[derive(Debug)]
pub struct Beside<'s> {
    /// The files.
    pub sources: &'s Sources,
    /// What is wanted of a build.
    pub options: Options,
}

/// What a web server can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Types, headers, redirects: as `bba hosting` says.
    Told,
    /// Nothing: it serves files as they are, like GitHub Pages. What it cannot do is not asked.
    Plain,
}

/// Everything that differs, in the order of paths; what is due comes first.
///
/// # Errors
/// When it cannot be asked.
pub fn differences(
    published: &mut Published,
    now: Timestamp,
    beside: Option<&Beside<'_>>,
    host: Host,
) -> Result<Vec<Difference>, Unreadable> {
    let built = beside.map(|beside| beside.build(now));
    let mut found = due_beside(published, now, beside.zip(built.as_ref()))?;
    if published.server().is_some() {
        let hosting = built.as_ref().map(|built| &built.hosting);
        found.extend(server::differences(published, hosting, host)?);
        return Ok(found);
    }
    for (path, wanted) in published.files() {
        let hash = match published.hash(path) {
            Err(Unreadable::NotAFile(_)) => {
                found.push(Difference::of(path, Flaw::NotAFile));
                continue;
            }
            hash => hash?,
        };
        match hash {
            None => found.push(Difference::of(path, Flaw::Missing)),
            Some(hash) if hash.to_hex().as_str() != wanted => {
                found.push(Difference::of(path, Flaw::Altered));
            }
            Some(_) => {}
        }
    }
    let is_right = |path: &&String| found.iter().all(|difference| difference.path != **path);
    let calendars = published.files().keys().filter(|path| path.ends_with(".ics"));
    let calendars: Vec<String> = calendars.filter(is_right).cloned().collect();
    for path in calendars {
        let bytes = published.read(&path)?.unwrap_or_default();
        found.extend(broken_rules(&path, &bytes));
    }
    Ok(found)
}

/// What is due and not online, or is online and should not be, and nothing else: for a job that
/// watches the clock.
///
/// # Errors
/// When it cannot be asked.
pub fn due(
    published: &mut Published,
    now: Timestamp,
    beside: Option<&Beside<'_>>,
) -> Result<Vec<Difference>, Unreadable> {
    let built = beside.map(|beside| beside.build(now));
    due_beside(published, now, beside.zip(built.as_ref()))
}

/// The same, with the site as the content beside makes it.
fn due_beside(
    published: &mut Published,
    now: Timestamp,
    beside: Option<(&Beside<'_>, &Built)>,
) -> Result<Vec<Difference>, Unreadable> {
    match (due::overdue(published, now, beside.map(|(content, _)| content)), beside) {
        (Some(overdue), _) => Ok(vec![overdue]),
        (None, Some((content, built))) => due::by_content(published, built, content, now),
        (None, None) => Ok(Vec::new()),
    }
}

/// What is wrong with a calendar file.
fn broken_rules(path: &str, bytes: &[u8]) -> impl Iterator<Item = Difference> {
    let broken = icalendar::lint(bytes).into_iter();
    broken.map(move |finding| Difference::of(path, Flaw::Calendar(finding.to_string())))
}

impl Difference {
    fn of(path: &str, flaw: Flaw) -> Difference {
        Difference { path: path.to_owned(), more: 0, flaw }
    }
}

/// Adds a difference; one that is there already of another file only counts.
fn add(found: &mut Vec<Difference>, difference: Difference) {
    match found.iter_mut().find(|there| there.flaw == difference.flaw) {
        Some(there) => there.more += 1,
        None => found.push(difference),
    }
}
