//! Comments that silence a warning: `# bba: ok W0803` in YAML, `<!-- bba: ok W0803 -->` in
//! Markdown. A warning says what is likely wrong; the comment says that somebody has looked.
//! It holds for its own line and, when nothing else is on it, for the next.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::memmem;

use super::Located;
use crate::findings::cursor::Cursor;
use crate::place::SourcePath;
use crate::problem::{Problem, Severity, SiteWarning, explain};
use crate::source::Sources;

/// What every such comment has.
const MARK: &str = "bba: ok";

/// A comment, for one of the codes that it names.
struct Comment<'t> {
    code: &'t str,
    /// The bytes of the code, or of the mark when there is none.
    range: Range<usize>,
    /// The lines it holds for, from 1.
    lines: Range<usize>,
}

/// Takes out the warnings that somebody has looked at, and adds one for every comment that is
/// of no use. In a file with errors not everything was looked for: there no comment is useless.
pub(super) fn silence(located: &mut Vec<Located>, sources: &Sources) {
    for (path, text) in sources.texts("content/") {
        if memmem::find(text.as_bytes(), MARK.as_bytes()).is_none() {
            continue;
        }
        let comments = comments(path, text);
        let (used, broken) = take_out(located, path, &comments);
        let mut cursor = Cursor::new(text);
        for (number, comment) in comments.into_iter().enumerate() {
            let start = cursor.go_to(comment.range.start);
            let Some(problem) = useless(&comment, broken || used.contains(&number)) else {
                continue;
            };
            let end = Cursor::go_to(&mut cursor.clone(), comment.range.end);
            let (severity, range) = (problem.severity(), comment.range);
            let file = path.clone();
            located.push(Located { problem, severity, file, range, start, end, fix: None });
        }
    }
}

/// Takes out the warnings of a file that a comment is about, each by the first that is. Gives the
/// numbers of these comments, and whether the file has errors. One pass: a file may have thousands
/// of comments, and a site thousands of warnings.
fn take_out(
    located: &mut Vec<Located>,
    path: &SourcePath,
    comments: &[Comment<'_>],
) -> (HashSet<usize>, bool) {
    let mut about: HashMap<(String, usize), usize> = HashMap::new();
    for (number, comment) in comments.iter().enumerate() {
        let code = comment.code.to_uppercase();
        for line in comment.lines.clone() {
            about.entry((code.clone(), line)).or_insert(number);
        }
    }
    let (mut used, mut broken) = (HashSet::new(), false);
    located.retain(|found| {
        if found.file != *path {
            return true;
        }
        if found.severity == Severity::Error {
            broken = true;
            return true;
        }
        let key = (found.problem.code().to_owned(), found.start.line);
        let comment = about.get(&key);
        used.extend(comment);
        comment.is_none()
    });
    (used, broken)
}

/// What is to be said of a comment that no warning needs.
fn useless(comment: &Comment<'_>, is_of_use: bool) -> Option<Problem> {
    let code = comment.code.to_uppercase();
    let is_warning =
        code.starts_with('W') && explain::find(&code).is_some_and(|known| known.code == code);
    match (is_warning, is_of_use) {
        (false, _) => Some(SiteWarning::CannotBeSilenced { code: comment.code.to_owned() }.into()),
        (true, true) => None,
        (true, false) => Some(SiteWarning::NothingToSilence { code }.into()),
    }
}

fn comments<'t>(path: &str, text: &'t str) -> Vec<Comment<'t>> {
    let body = match path.ends_with(".md") {
        true => crate::yaml::front_matter::range(text).end,
        false => text.len(),
    };
    let mut comments = Vec::new();
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if let Some(mark) = line.find(MARK) {
            let before = line.get(..mark).unwrap_or("").trim_end();
            let in_yaml = start < body;
            let opened = before.strip_suffix("<!--").or_else(|| {
                let before = before.strip_suffix('#').filter(|_| in_yaml)?;
                (before.is_empty() || before.ends_with(char::is_whitespace)).then_some(before)
            });
            if let Some(before) = opened {
                let alone = before.trim().is_empty();
                let lines = index + 1..index + 2 + usize::from(alone);
                codes(line, mark, start, &lines, &mut comments);
            }
        }
        start += line.len();
    }
    comments
}

/// The codes after the mark; what follows them is the reason.
fn codes<'t>(
    line: &'t str,
    mark: usize,
    line_start: usize,
    lines: &Range<usize>,
    comments: &mut Vec<Comment<'t>>,
) {
    let from = mark + MARK.len();
    let separator = |c: char| c.is_whitespace() || c == ',';
    let mut at = from;
    let mut none = true;
    for piece in line.get(from..).unwrap_or("").split_inclusive(separator) {
        let code = piece.trim_end_matches(separator);
        let range = line_start + at..line_start + at + code.len();
        at += piece.len();
        if code.is_empty() {
            continue;
        }
        let is_code = code.len() == 5
            && code.starts_with(|c: char| c.is_ascii_alphabetic())
            && code.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        if !is_code {
            break;
        }
        none = false;
        comments.push(Comment { code, range, lines: lines.clone() });
    }
    if none {
        let range = line_start + mark..line_start + from;
        comments.push(Comment { code: "", range, lines: lines.clone() });
    }
}
