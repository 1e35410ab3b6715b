//! Where a link in a Markdown text leads. It is read here and looked up when the whole site
//! is known.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::composed::composed;
use crate::host;
use crate::place::SourcePath;
use crate::problem::{Problem, TextProblem};
use crate::values::{Email, Phone, Value, harmless, is_public_host};

/// A link or image of a Markdown text.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Its bytes in the Markdown text.
    pub range: Range<usize>,
    /// The target as it was typed.
    pub typed: String,
    /// Whether it is a picture that is shown.
    pub is_picture: bool,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Another site, an email address or a telephone number.
    Elsewhere(String),
    /// A file of the content, by its path from the root, and perhaps an anchor on its page.
    Content(SourcePath, Option<String>),
    /// A path of this site, and perhaps an anchor.
    Site(String, Option<String>),
    /// An anchor on the same page.
    Anchor(String),
}

impl Target {
    /// The name below `content/media/` of the file that it leads to.
    pub fn media(&self) -> Option<&str> {
        match self {
            Target::Content(path, _) => path.strip_prefix("content/media/"),
            Target::Site(path, _) => path.strip_prefix("/media/"),
            Target::Elsewhere(_) | Target::Anchor(_) => None,
        }
    }

    /// Reads a target in `file`.
    pub fn read(file: &SourcePath, typed: &str) -> Result<Self, Problem> {
        let scheme = typed.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        match scheme.as_deref() {
            Some("http" | "https") => {
                harmless(typed)?;
                return Ok(Target::Elsewhere(typed.to_owned()));
            }
            Some("tel") => {
                let number = typed.split_once(':').map_or("", |(_, number)| number);
                let number = percent_decode_str(number).decode_utf8_lossy();
                return Phone::read(&number)
                    .map(|phone| Target::Elsewhere(format!("tel:{}", phone.dial)));
            }
            Some("mailto") => {
                let mail = Mail::of(typed);
                Email::read(&mail.address)?;
                harmless(typed)?;
                return Ok(Target::Elsewhere(mail.link()));
            }
            Some(scheme) if !scheme.contains(['/', '#', '.']) => {
                return Err(TextProblem::LinkScheme { scheme: scheme.to_owned() }.into());
            }
            _ => {}
        }
        if let Some(suggestion) = with_scheme(typed) {
            let target = typed.to_owned();
            return Err(TextProblem::LinkWithoutScheme { target, suggestion }.into());
        }
        if typed.starts_with("//") {
            return Err(TextProblem::LinkScheme { scheme: "//".to_owned() }.into());
        }
        let (path, anchor) = match typed.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor.to_owned())),
            None => (typed, None),
        };
        let path = percent_decode_str(path).decode_utf8_lossy();
        match (&*composed(&path), anchor) {
            ("", Some(anchor)) => Ok(Target::Anchor(anchor)),
            ("", None) => {
                Err(TextProblem::LinkTarget { target: typed.to_owned(), suggestion: None }.into())
            }
            (path, anchor) if path.starts_with('/') => Ok(Target::Site(path.to_owned(), anchor)),
            (path, anchor) => match join(file, path) {
                Some(path) => Ok(Target::Content(path.into(), anchor)),
                None => {
                    Err(TextProblem::LinkTarget { target: typed.to_owned(), suggestion: None }
                        .into())
                }
            },
        }
    }
}

/// A link to a mailbox, `mailto:a@example.org?subject=b` (RFC 6068).
pub(super) struct Mail<'t> {
    address: Cow<'t, str>,
    fields: Vec<&'t str>,
}

impl<'t> Mail<'t> {
    pub(super) fn of(typed: &'t str) -> Self {
        let rest = typed.split_once(':').map_or("", |(_, rest)| rest);
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        let address = percent_decode_str(address).decode_utf8_lossy();
        Mail { address, fields: query.split('&').filter(|field| !field.is_empty()).collect() }
    }

    /// The first field that no link may give: readers would write to somebody else, or more than
    /// they see.
    pub(super) fn foreign_field(&self) -> Option<String> {
        let foreign = self.fields.iter().find(|field| !is_of_mail(field))?;
        let name = foreign.split('=').next().unwrap_or(foreign);
        Some(percent_decode_str(name).decode_utf8_lossy().into_owned())
    }

    fn link(&self) -> String {
        let mut link = host::mailto(&self.address);
        let mut sign = '?';
        for field in self.fields.iter().filter(|field| is_of_mail(field)) {
            link.push(sign);
            link.push_str(field);
            sign = '&';
        }
        link
    }
}

/// Whether a field is a body, or a subject in one line: a break would begin another header.
fn is_of_mail(field: &str) -> bool {
    let Some((name, value)) = field.split_once('=') else { return false };
    let has_break = || percent_decode_str(value).any(|byte| byte < b' ');
    name.eq_ignore_ascii_case("body") || name.eq_ignore_ascii_case("subject") && !has_break()
}

/// What an address of another site or of a person must begin with, when it does not.
fn with_scheme(typed: &str) -> Option<String> {
    if typed.starts_with("www.") {
        return Some(format!("https://{typed}"));
    }
    // `http//example.org`
    let slashes = ["https", "http"].into_iter().find_map(|scheme| {
        let rest = typed.strip_prefix(scheme)?.strip_prefix("//")?;
        Some(format!("{scheme}://{rest}"))
    });
    if slashes.is_some() {
        return slashes;
    }
    let path = typed.split(['?', '#']).next().unwrap_or(typed);
    match path.split_once('/') {
        None => Email::read(path).is_ok().then(|| format!("mailto:{typed}")),
        Some((host, _)) => is_public_host(host).then(|| format!("https://{typed}")),
    }
}

/// A path relative to the folder of a file, from the root; `None` when it leads out.
fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}
