//! Text as a terminal and the log of a CI may have it. Contents and names of files were written by
//! others: some characters steer a terminal (ECMA-48) or turn the direction of writing (UAX #9), and
//! some words at the beginning of a line are commands to the CI that keeps the log.

use std::borrow::Cow;
use std::fmt::Write;

/// A text for people: what steers is made visible, and no line is a command to a CI.
pub fn plain(text: &str) -> String {
    without_commands(&visible(text)).into_owned()
}

/// A text in which characters that steer are written as `\x1B` or `\u202E`; ends of lines and tabs
/// stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        let number = u32::from(character);
        // Writing into a String cannot fail.
        let _ = match character {
            _ if !steers(character) => visible.write_char(character),
            _ if number <= 0xff => write!(visible, "\\x{number:02X}"),
            _ => write!(visible, "\\u{number:04X}"),
        };
    }
    Cow::Owned(visible)
}

/// The same in one line: what was typed in several lines is no line of ours.
pub fn in_one_line(text: &str) -> String {
    visible(text).replace('\n', "\\n")
}

/// A text whose lines no CI takes for commands: `::error` at the beginning of a line (GitHub,
/// Gitea), `##[error]`, `##vso[…]`, `##teamcity[…]` anywhere (GitHub before 2019, Azure, TeamCity).
pub fn without_commands(text: &str) -> Cow<'_, str> {
    if !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        let (blanks, words) = match words.starts_with("::") {
            true => (line.strip_suffix(words).unwrap_or_default(), words),
            false => ("", line),
        };
        safe.push_str(blanks);
        if words.starts_with("::") {
            safe.push('\\');
        }
        push_without_brackets(words, &mut safe);
    }
    Cow::Owned(safe)
}

/// A JSON document with the same meaning in which nothing steers and nothing is a command: inside
/// of its strings every character may be written as `\u0000` (RFC 8259, 7).
pub fn in_json(document: &str) -> Cow<'_, str> {
    let is_safe = !document.contains("##") && !document.chars().any(steers);
    if is_safe {
        return Cow::Borrowed(document);
    }
    let mut safe = String::with_capacity(document.len() + 16);
    let mut before = ' ';
    for character in document.chars() {
        let is_second_sign = before == '#' && character == '#';
        if is_second_sign || steers(character) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
        before = character;
    }
    Cow::Owned(safe)
}

/// Puts a backslash before the bracket of `##word[`.
fn push_without_brackets(line: &str, safe: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find("##") {
        let (before, signs) = rest.split_at(at);
        let word = signs.trim_start_matches('#').trim_start_matches(|c: char| c.is_alphanumeric());
        let (command, behind) = signs.split_at(signs.len() - word.len());
        safe.push_str(before);
        safe.push_str(command);
        if behind.starts_with('[') {
            safe.push('\\');
        }
        rest = behind;
    }
    safe.push_str(rest);
}

/// Whether a character steers a terminal or the direction of writing.
fn steers(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        character => character.is_control(),
    }
}

/// A path as an argument that can be copied into a shell: in quotation marks where it needs some.
pub fn for_shell(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/-_.:\\".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) {
        return path.to_owned();
    }
    // In double quotation marks these still mean something to a shell. Windows, whose shell knows
    // no single ones, hardly has such names.
    match path.contains(['"', '$', '`', '!']) {
        true => format!("'{}'", path.replace('\'', "'\\''")),
        false => format!("\"{path}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_shown_and_letters_of_all_scripts_stay() {
        for (typed, shown) in [
            ("a\u{1b}[2Jb\u{7}", "a\\x1B[2Jb\\x07"),
            ("a\u{9b}1m\u{7f}", "a\\x9B1m\\x7F"),
            ("x\u{202e}gpj.exe", "x\\u202Egpj.exe"),
            ("a\rb\u{2028}c", "a\\x0Db\\u2028c"),
            ("Grüße\tשלום\u{200f}\n👩\u{200d}🚀", "Grüße\tשלום\u{200f}\n👩\u{200d}🚀"),
        ] {
            assert_eq!(plain(typed), shown);
        }
        assert_eq!(in_one_line("a\n::b"), "a\\n::b");
    }

    #[test]
    fn no_line_is_a_command_and_other_signs_stay() {
        for (typed, shown) in [
            ("::error::x", "\\::error::x"),
            ("a\n \t::add-mask::b", "a\n \t\\::add-mask::b"),
            ("std::fmt a::b", "std::fmt a::b"),
            ("x ##[add-mask]a", "x ##\\[add-mask]a"),
            ("###[a] ##vso[task]##teamcity[x", "###\\[a] ##vso\\[task]##teamcity\\[x"),
            ("## Heading [a] C## [b]", "## Heading [a] C## [b]"),
        ] {
            assert_eq!(plain(typed), shown);
        }
    }

    #[test]
    fn a_json_document_says_the_same() {
        let value = serde_json::json!({"a##[b]": ["\u{1b}\u{7f}\u{9b}\u{202e}", "###[x", "C##"]});
        let written = serde_json::to_string_pretty(&value).unwrap();
        let safe = in_json(&written);
        assert!(!safe.contains("##") && !safe.chars().any(steers), "{safe}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&safe).unwrap(), value);
    }
}
