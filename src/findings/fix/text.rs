//! Changes of texts: links, marks that lack a space, characters that came along with copying.

use std::ops::Range;

use super::Edit;
use crate::problem::{ProseWarning, TextProblem};
use crate::suggest::closest;

/// The change for a link that leads nowhere because of how it begins.
pub(super) fn link(problem: &TextProblem, written: &str, range: &Range<usize>) -> Option<Edit> {
    let (wrong, right) = match problem {
        TextProblem::LinkWithoutScheme { target, suggestion } => {
            (format!("]({target}"), format!("]({suggestion}"))
        }
        // `[Text]((https://…))`
        TextProblem::LinkScheme { scheme } if scheme.starts_with('(') => {
            let (text, target) = written.strip_suffix("))")?.split_once("]((")?;
            let is_plain = !target.contains(['(', ')']);
            return is_plain.then(|| Edit::new(range.clone(), format!("{text}]({target})")))?;
        }
        TextProblem::LinkScheme { scheme } => {
            let right = closest(scheme, ["https", "http", "mailto", "tel"])?;
            (format!("]({scheme}:"), format!("]({right}:"))
        }
        _ => return None,
    };
    let is_once = written.matches(&wrong).count() == 1;
    is_once.then(|| Edit::new(range.clone(), written.replacen(&wrong, &right, 1)))?
}

/// The change for a warning about a text.
pub(super) fn change(
    warning: &ProseWarning,
    text: &str,
    range: &Range<usize>,
    yaml: &Range<usize>,
) -> Option<Edit> {
    let written = text.get(range.clone())?;
    match warning {
        ProseWarning::Ligature { word, suggestion } => {
            (written == word).then(|| Edit::new(range.clone(), suggestion))?
        }
        ProseWarning::BrokenLetters { found, meant: Some(meant) } => {
            (written == found).then(|| Edit::new(range.clone(), meant))?
        }
        ProseWarning::HiddenCharacter { character } => {
            let is_this = written == character.to_string();
            is_this.then(|| Edit::new(range.clone(), ""))?
        }
        ProseWarning::HeadingOfPage => {
            // With others below it all would become of one level.
            let behind_yaml = if yaml.contains(&range.start) { 0 } else { yaml.end };
            let mut lines = text.get(behind_yaml..)?.lines();
            let has_others =
                lines.any(|line| line.trim_start_matches([' ', '>']).starts_with("##"));
            (written.starts_with("# ") && !has_others).then(|| Edit::insert(range.start, "#"))?
        }
        ProseWarning::MarkerWithoutSpace { marker } => {
            let behind = written.strip_prefix(marker.as_str())?;
            let next = behind.chars().next()?;
            let odd = next.is_whitespace() && !next.is_ascii();
            let at = range.start + marker.len();
            match odd {
                true => Edit::new(at..at + next.len_utf8(), " "),
                false if marker.starts_with('#') => Edit::insert(at, " "),
                false => None,
            }
        }
        ProseWarning::LinkTypo { typed } => {
            (written == typed).then(|| Edit::new(range.clone(), joined_link(typed)?))?
        }
        // A dash can also begin what somebody says, and `o` is a word.
        ProseWarning::ForeignBullet { bullet: '–' | '—' | 'o' } => None,
        ProseWarning::ForeignBullet { bullet } => bullets(text, range, *bullet),
        ProseWarning::MarkupInPlainText { found } if written == found => {
            // At the beginning of a value a sign could have a meaning of its own.
            let in_yaml = yaml.contains(&range.start);
            let begins = text.get(..range.start)?.trim_end().ends_with([':', '-', '[', '{', ',']);
            plain(found)
                .filter(|_| !(in_yaml && begins))
                .map(|plain| Edit { range: range.clone(), text: plain.to_owned() })
        }
        _ => None,
    }
}

/// What shows the same without markup: `&amp;` is `&`, `**alle**` is `alle`, `<b>` is nothing.
fn plain(markup: &str) -> Option<&str> {
    const TAGS: [&str; 10] =
        ["<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<em>", "</em>", "<u>", "</u>"];
    let inner = || {
        let inner = markup.strip_prefix("**")?.strip_suffix("**")?;
        inner.starts_with(char::is_alphanumeric).then_some(inner)
    };
    match markup {
        "&amp;" => Some("&"),
        tag if TAGS.contains(&tag) => Some(""),
        _ => inner(),
    }
}

/// `[Text] (https://…)` or `(Text)[https://…]` as a link. Only addresses on the web are joined:
/// whether a path leads somewhere is another question.
fn joined_link(typed: &str) -> Option<String> {
    let (text, target) = match typed.strip_prefix('[') {
        Some(rest) => {
            let (text, behind) = rest.split_once(']')?;
            (text, behind.trim_start().strip_prefix('(')?.strip_suffix(')')?)
        }
        None => {
            let (text, behind) = typed.strip_prefix('(')?.split_once(")[")?;
            (text, behind.strip_suffix(']')?)
        }
    };
    let target = target.trim();
    let target = match target.strip_prefix("www.") {
        Some(_) => format!("https://{target}"),
        None => target.to_owned(),
    };
    let on_web = ["https://", "http://", "mailto:"].iter().any(|start| target.starts_with(start));
    let plain = |c: char| !c.is_whitespace() && !"[]()<>".contains(c);
    let is_whole = on_web && target.chars().all(plain) && !text.trim().is_empty();
    (is_whole && !text.contains(['[', ']'])).then(|| format!("[{text}]({target})"))
}

/// The bullets of all lines of a list, from the first on, as hyphens.
fn bullets(text: &str, range: &Range<usize>, bullet: char) -> Option<Edit> {
    let rest = text.get(range.start..)?;
    let (mut changed, mut end, mut lines) = (String::new(), range.start, 0);
    for line in rest.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let (indent, content) = line.split_at_checked(indent)?;
        let Some(item) = content.strip_prefix(bullet) else { break };
        let item = item.trim_start_matches([' ', '\t', '\u{a0}']);
        changed.push_str(&format!("{indent}- {item}"));
        end += line.len();
        lines += 1;
    }
    (lines > 1).then(|| Edit::new(range.start..end, changed))?
}
