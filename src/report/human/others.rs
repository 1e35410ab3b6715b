//! Warnings of one kind of which there are many, say a site that is not translated yet: a few
//! examples, and where the others are. All of them stand in the formats for programs.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Located;
use crate::problem::MessageLanguage;

/// So many of one kind are all shown.
const ALL: usize = 10;
/// Of more, so many.
const EXAMPLES: usize = 3;
/// So many files are named, and so many lines of each.
const FILES: usize = 20;
const LINES: usize = 10;

/// Lines by file by code.
pub type Others<'f> = BTreeMap<&'static str, BTreeMap<&'f str, BTreeSet<usize>>>;

/// The warnings to be shown in full, and where the others are.
pub fn split<'f>(warnings: &[&'f Located]) -> (Vec<&'f Located>, Others<'f>) {
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for found in warnings {
        *totals.entry(found.problem.code()).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut others = Others::new();
    let mut shown = Vec::new();
    for found in warnings {
        let code = found.problem.code();
        let seen = seen.entry(code).or_default();
        *seen += 1;
        let are_many = totals.get(code).is_some_and(|total| *total > ALL);
        if are_many && *seen > EXAMPLES {
            let files = others.entry(code).or_default();
            files.entry(&found.file).or_default().insert(found.start.line);
        } else {
            shown.push(*found);
        }
    }
    (shown, others)
}

/// Where they are, a paragraph for each kind.
pub fn text(language: MessageLanguage, others: &Others<'_>) -> String {
    let mut text = String::new();
    for (code, files) in others {
        text.push_str(&heading(language, code));
        for (file, lines) in files.iter().take(FILES) {
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
        if let Some(more) = files.len().checked_sub(FILES).filter(|more| *more > 0) {
            text.push_str(&further(language, more));
        }
        text.push('\n');
    }
    text
}

fn heading(language: MessageLanguage, code: &str) -> String {
    match language {
        MessageLanguage::German => {
            format!("Weitere Warnungen {code}, im Einzelnen mit bba check --format json:\n")
        }
        MessageLanguage::English => {
            format!("Further warnings {code}, one by one with bba check --format json:\n")
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
