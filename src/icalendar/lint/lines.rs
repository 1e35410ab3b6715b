//! Bytes, physical lines and content lines (RFC 5545 3.1).

use super::{Findings, Rule};

/// The most octets a physical line may have, without its line end (RFC 5545 3.1).
const MAX_OCTETS: usize = 75;

/// A content line, unfolded.
#[derive(Debug)]
pub(super) struct Line {
    /// The physical line it begins on, from 1.
    pub number: usize,
    /// The property's name.
    pub name: String,
    /// Names and values of its parameters, the values without their quotes.
    pub parameters: Vec<(String, String)>,
    /// The value as it is written.
    pub value: String,
}

impl Line {
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let named = |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.parameters.iter().find(named).map(|(_, value)| value.as_str())
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The line without its parameters, for findings.
    pub(super) fn in_short(&self) -> String {
        format!("{}:{}", self.name, self.value)
    }
}

/// Reports each of these properties that is there more than once.
pub(super) fn once(lines: &[&Line], names: &[&str], report: &mut Findings) {
    for name in names {
        if let Some(second) = lines.iter().filter(|line| line.is(name)).nth(1) {
            report.add(Rule::Repeated, second.number, *name);
        }
    }
}

/// The bytes of a file as text, once they are looked at.
pub(super) fn text<'t>(bytes: &'t [u8], report: &mut Findings) -> Option<&'t str> {
    let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf");
    if without_mark.is_some() {
        report.add(Rule::ByteOrderMark, 1, "EF BB BF");
    }
    let bytes = without_mark.unwrap_or(bytes);
    for (line, number) in bytes.split_inclusive(|byte| *byte == b'\n').zip(1..) {
        physical(line, number, report);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let valid = error.valid_up_to();
            let before = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count();
            report.add(Rule::NotUtf8, before + 1, format!("byte {valid}"));
            None
        }
    }
}

fn physical(line: &[u8], number: usize, report: &mut Findings) {
    let Some(content) = line.strip_suffix(b"\r\n") else {
        report.add(Rule::LineEnd, number, "not CRLF");
        return;
    };
    if content.is_empty() {
        report.add(Rule::BlankLine, number, "empty");
    }
    if content.len() > MAX_OCTETS {
        report.add(Rule::LongLine, number, format!("{} octets", content.len()));
    }
    let control = |byte: &&u8| (**byte < b' ' && **byte != b'\t') || **byte == 0x7f;
    if let Some(byte) = content.iter().find(control) {
        report.add(Rule::ControlCharacter, number, format!("{byte:#04x}"));
    }
    // A continuation byte of UTF-8 at the start of a line: the character began on the one before.
    let inner = content.strip_prefix(b" ").unwrap_or(content);
    if inner.first().is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000) {
        report.add(Rule::SplitCharacter, number, "begins inside a character");
    }
    let last = content.last().copied().unwrap_or(b'x');
    let ends_in_space = last.is_ascii_whitespace()
        || (last >= 0x80
            && std::str::from_utf8(content).is_ok_and(|text| text.ends_with(char::is_whitespace)));
    if ends_in_space {
        report.add(Rule::TrailingSpace, number, "ends in white space");
    }
}

/// Unfolds and parses the lines of a text.
pub(super) fn content_lines(text: &str, report: &mut Findings) -> Vec<Line> {
    let mut unfolded: Vec<(usize, String)> = Vec::new();
    for (line, number) in text.split_terminator('\n').zip(1..) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), unfolded.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ if line.is_empty() => {}
            _ => unfolded.push((number, line.to_owned())),
        }
    }
    unfolded
        .into_iter()
        .filter_map(|(number, line)| {
            let parsed = parse(&line, number, report);
            if parsed.is_none() {
                report.add(Rule::Syntax, number, "no content line");
            }
            parsed
        })
        .collect()
}

/// `name *(";" param) ":" value` (RFC 5545 3.1).
fn parse(line: &str, number: usize, report: &mut Findings) -> Option<Line> {
    let end = line.find([';', ':'])?;
    let (name, mut rest) = line.split_at(end);
    let well_named = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if name.is_empty() || !name.bytes().all(well_named) {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let split = parameter.split_once('=');
        let Some((key, after)) = split.filter(|(key, _)| key.bytes().all(well_named)) else {
            report.add(Rule::Parameter, number, format!("{name}: a value with ; needs quotes"));
            rest = &parameter[parameter.find([';', ':'])?..];
            continue;
        };
        let (value, after) = parameter_value(key, after, number, report)?;
        parameters.push((key.to_owned(), value));
        rest = after;
    }
    let value = rest.strip_prefix(':')?;
    if unquoted_remains(&parameters, value) {
        report.add(Rule::Parameter, number, format!("{name}: a value with : ; or , needs quotes"));
    }
    Some(Line { number, name: name.to_owned(), parameters, value: value.to_owned() })
}

/// Parameters that may have several values, separated by commas (RFC 5545 3.2, RFC 7986 6).
const LISTS: [&str; 5] = ["MEMBER", "DELEGATED-FROM", "DELEGATED-TO", "FEATURE", "DISPLAY"];

/// A parameter's values, separated by commas; what is in quotes may hold anything but quotes.
fn parameter_value<'l>(
    key: &str,
    text: &'l str,
    number: usize,
    report: &mut Findings,
) -> Option<(String, &'l str)> {
    let mut values = String::new();
    let mut rest = text;
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let (inside, after) = quoted.split_once('"')?;
            values.push_str(inside);
            rest = after;
            if !rest.starts_with([';', ':', ',']) {
                report.add(Rule::Parameter, number, "a quote inside a value");
                rest = &rest[rest.find([';', ':', ',']).unwrap_or(rest.len())..];
            }
        } else {
            let end = rest.find([';', ':', ','])?;
            let (plain, after) = rest.split_at(end);
            if plain.contains('"') {
                report.add(Rule::Parameter, number, "a quote inside a value");
            }
            if plain.contains('\\') {
                report.add(Rule::Parameter, number, "a backslash escapes nothing here");
            }
            values.push_str(plain);
            rest = after;
        }
        match rest.strip_prefix(',') {
            Some(after) => {
                if !LISTS.contains(&key.to_ascii_uppercase().as_str()) {
                    report.add(
                        Rule::Parameter,
                        number,
                        format!("{key}: a value with , needs quotes"),
                    );
                }
                values.push(',');
                rest = after;
            }
            None => return Some((values, rest)),
        }
    }
}

/// An unquoted `:` in a parameter ends it, and what follows looks like the value: a property
/// whose value has a form of its own gives it away. (`CN=Dr: Y:mailto:…`, `ALTREP=https://…`.)
fn unquoted_remains(parameters: &[(String, String)], value: &str) -> bool {
    let Some((key, last)) = parameters.last() else { return false };
    let address_cut = matches!(last.as_str(), "http" | "https" | "mailto" | "cid" | "geo");
    let calendar_user =
        ["CN", "SENT-BY", "DIR", "MEMBER"].contains(&key.to_ascii_uppercase().as_str());
    let second_value = value.contains(":mailto:") || value.contains(":http");
    (address_cut && value.starts_with("//")) || (calendar_user && second_value)
}
