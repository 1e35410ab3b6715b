//! Texts of several lines, line by line as they were typed: YAML joins the lines of a value that no
//! `|` begins (YAML 1.2.2, 6.5).

use crate::place::Step;

/// The lines of the text at a path of keys, where YAML joins them.
pub fn joined_lines<'p>(text: &str, path: &'p [Step]) -> Option<String> {
    let key = |step: &'p Step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Item(_) => None,
    };
    let keys: Vec<&str> = path.iter().map(key).collect::<Option<_>>()?;
    let mut lines: Vec<&str> = text.lines().collect();
    for key in keys {
        lines = value(&lines, key)?;
    }
    let begin = lines.iter().position(|line| says_something(line))?;
    let lines = lines.get(begin..)?;
    let (first, others) = lines.split_first()?;
    let typed = match first.trim_start().chars().next()? {
        '|' | '[' | '{' | '&' | '*' | '!' => return None,
        '>' => without_indent(others),
        quote @ ('"' | '\'') => quoted(lines, quote)?,
        _ => plain(lines),
    };
    typed.trim_end().contains('\n').then_some(typed)
}

/// Whether a line is neither blank nor a comment.
fn says_something(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with('#')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The value of a key among lines: what stands behind its colon, and the lines below that are set
/// in further.
fn value<'t>(lines: &[&'t str], key: &str) -> Option<Vec<&'t str>> {
    let outer = indent(lines.iter().find(|line| says_something(line))?);
    let behind = |line: &&'t str| line.get(outer..)?.strip_prefix(key)?.strip_prefix(':');
    let is_here = |line: &&'t str| indent(line) == outer && behind(line).is_some();
    let at = lines.iter().position(is_here)?;
    let first = lines.get(at).and_then(behind)?;
    let below = lines.get(at + 1..)?.iter().copied();
    let below = below.take_while(|line| line.trim().is_empty() || indent(line) > outer);
    Some([first].into_iter().chain(below).collect())
}

/// The lines of a folded block, without the indent that all of them have.
fn without_indent(lines: &[&str]) -> String {
    let least = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min();
    let lines = lines.iter().map(|line| line.get(least.unwrap_or_default()..).unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of a text without quotation marks, up to a comment.
fn plain(lines: &[&str]) -> String {
    let mut typed = Vec::new();
    for line in lines.iter().map(|line| line.trim()) {
        let end = if line.starts_with('#') { Some(0) } else { line.find(" #") };
        typed.push(line.get(..end.unwrap_or(line.len())).unwrap_or_default());
        if end.is_some() {
            break;
        }
    }
    typed.join("\n")
}

/// The lines of a text in quotation marks; of one with escapes nothing is said.
fn quoted(lines: &[&str], quote: char) -> Option<String> {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let text = lines.join("\n");
    let (inner, _) = text.strip_prefix(quote)?.rsplit_once(quote)?;
    match quote {
        '"' => (!inner.contains('\\')).then(|| inner.to_owned()),
        _ => Some(inner.replace("''", "'")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, path: &[&str]) -> Option<String> {
        let path: Vec<Step> = path.iter().map(|key| Step::Key((*key).to_owned())).collect();
        joined_lines(text, &path)
    }

    #[test]
    fn lines_are_those_that_were_typed() {
        for (text, expected) in [
            ("a: >\n  - x\n    y\n\n  - z\nb: c", "- x\n  y\n\n- z"),
            ("a: >-  # Notiz\n  - x\n  - z", "- x\n- z"),
            ("a: x\n  - y # Notiz\nb: c", "x\n- y"),
            ("# a\na:\n  x\n  - y", "x\n- y"),
            ("a: \"x\n  - y\" # Notiz", "x\n- y"),
            ("a: 'x''s\n  - y'", "x's\n- y"),
        ] {
            let found = lines(text, &["a"]);
            assert_eq!(found.as_deref().map(str::trim_end), Some(expected), "{text}");
        }
        let languages = "b: 1\na:\n  de: |\n    x\n    y\n  en: >\n    x\n    - y\n";
        assert_eq!(lines(languages, &["a", "en"]).as_deref(), Some("x\n- y"));
        assert_eq!(lines(languages, &["a", "de"]), None);
    }

    #[test]
    fn texts_whose_lines_stay_have_none() {
        for text in [
            "a: |\n  x\n  y",
            "a: x",
            "a: x # y",
            "a: \"x\\n\n y\"",
            "a: {de: x,\n  en: y}",
            "b: x",
        ] {
            assert_eq!(lines(text, &["a"]), None, "{text}");
        }
    }
}
