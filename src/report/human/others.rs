//! Warnings of one kind of which there are many, say a site that is not translated yet: a few
//! examples, and where the others are. All of them stand in the formats for programs.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::Located;
use crate::problem::MessageLanguage;

/// So many of one kind are all shown.
const ALL: usize = 10;

/// Of more, so many.
const EXAMPLES: usize = 3;

/// So many files are named, and so many lines of each.
const FILES: usize = 20;

const LINES: usize = 30;

/// Warnings of one kind that are not shown in full.
#[derive(Debug)]
pub struct Others<'f> {
    /// The first that is shown.
    example: &'f Located,
    count: usize,
    /// Their lines by their files.
    lines: BTreeMap<&'f str, BTreeSet<usize>>,
}

/// The warnings to be shown in full, and the others by their codes.
pub fn split<'f>(
    warnings: &[&'f Located],
) -> (Vec<&'f Located>, BTreeMap<&'static str, Others<'f>>) {
    let mut kinds: BTreeMap<&str, Vec<&Located>> = BTreeMap::new();
    for found in warnings {
        kinds.entry(found.problem.code()).or_default().push(found);
    }
    kinds.retain(|_, found| found.len() > ALL);
    let mut others: BTreeMap<&str, Others<'_>> = BTreeMap::new();
    for (code, found) in kinds {
        let (shown, rest) = found.split_at(EXAMPLES.min(found.len()));
        let Some(example) = shown.first() else { continue };
        let mut lines: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for found in rest {
            lines.entry(&found.file).or_default().insert(found.start.line);
        }
        others.insert(code, Others { example, count: rest.len(), lines });
    }
    let mut left: BTreeMap<&str, usize> = others.keys().map(|code| (*code, EXAMPLES)).collect();
    let is_shown = |found: &&&Located| match left.get_mut(found.problem.code()) {
        Some(0) => false,
        Some(left) => {
            *left -= 1;
            true
        }
        None => true,
    };
    (warnings.iter().filter(is_shown).copied().collect(), others)
}

/// Where they are, a paragraph for each kind.
pub fn text(language: MessageLanguage, others: &BTreeMap<&'static str, Others<'_>>) -> String {
    let mut text = String::new();
    for (code, others) in others {
        text.push_str(&heading(language, code, others));
        for (file, lines) in others.lines.iter().take(FILES) {
            let mut numbers: Vec<String> = lines.iter().take(LINES).map(usize::to_string).collect();
            if lines.len() > LINES {
                numbers.push("…".into());
            }
            let word = match (language, lines.len()) {
                (MessageLanguage::German, 1) => "Zeile",
                (MessageLanguage::German, _) => "Zeilen",
                (MessageLanguage::English, 1) => "line",
                (MessageLanguage::English, _) => "lines",
            };
            text.push_str(&format!("  {file}: {word} {}\n", numbers.join(", ")));
        }
        if let Some(more) = others.lines.len().checked_sub(FILES).filter(|more| *more > 0) {
            text.push_str(&further(language, more));
        }
        text.push('\n');
    }
    text
}

fn heading(language: MessageLanguage, code: &str, others: &Others<'_>) -> String {
    let (count, message) = (others.count, others.example.problem.message(language));
    match language {
        MessageLanguage::German => {
            format!("{count} weitere Warnungen {code} wie »{message}«:\n")
        }
        MessageLanguage::English => {
            format!("{count} further warnings {code} like “{message}”:\n")
        }
    }
}

fn further(language: MessageLanguage, files: usize) -> String {
    match (language, files) {
        (MessageLanguage::German, 1) => "  und eine weitere Datei\n".to_owned(),
        (MessageLanguage::German, _) => format!("  und {files} weitere Dateien\n"),
        (MessageLanguage::English, 1) => "  and one more file\n".to_owned(),
        (MessageLanguage::English, _) => format!("  and {files} more files\n"),
    }
}
