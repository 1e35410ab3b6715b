//! Warnings of one kind of which there are many, say a site that is not translated yet: a few
//! examples, and where the similar are. All of them are in the formats for programs.

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
pub struct SimilarWarnings<'f> {
    /// The first that is shown.
    example: &'f Located,
    count: usize,
    /// Their lines by their files.
    lines: BTreeMap<&'f str, BTreeSet<usize>>,
}

/// The warnings to be shown in full, and the similar by their codes.
pub fn split<'f>(
    warnings: &[&'f Located],
) -> (Vec<&'f Located>, BTreeMap<&'static str, SimilarWarnings<'f>>) {
    let mut kinds: BTreeMap<&str, Vec<&Located>> = BTreeMap::new();
    for found in warnings {
        kinds.entry(found.problem.code()).or_default().push(found);
    }
    kinds.retain(|_, found| found.len() > ALL);
    let mut similar: BTreeMap<&str, SimilarWarnings<'_>> = BTreeMap::new();
    for (code, found) in kinds {
        let (shown, rest) = found.split_at(EXAMPLES.min(found.len()));
        let Some(example) = shown.first() else { continue };
        let mut lines: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for found in rest {
            lines.entry(&found.file).or_default().insert(found.start.line);
        }
        similar.insert(code, SimilarWarnings { example, count: rest.len(), lines });
    }
    let mut left: BTreeMap<&str, usize> = similar.keys().map(|code| (*code, EXAMPLES)).collect();
    let is_shown = |found: &&&Located| match left.get_mut(found.problem.code()) {
        Some(0) => false,
        Some(left) => {
            *left -= 1;
            true
        }
        None => true,
    };
    (warnings.iter().filter(is_shown).copied().collect(), similar)
}

/// Where they are, a paragraph for each kind.
pub fn text(
    language: MessageLanguage,
    similar: &BTreeMap<&'static str, SimilarWarnings<'_>>,
) -> String {
    let mut text = String::new();
    for (code, similar) in similar {
        text.push_str(&heading(language, code, similar));
        for (file, lines) in similar.lines.iter().take(FILES) {
            let mut numbers: Vec<String> = lines.iter().take(LINES).map(usize::to_string).collect();
            if lines.len() > LINES {
                numbers.push("…".into());
            }
            let word = match lines.len() {
                1 => language.pick("Zeile", "line"),
                _ => language.pick("Zeilen", "lines"),
            };
            text.push_str(&format!("  {file}: {word} {}\n", numbers.join(", ")));
        }
        if let Some(more) = similar.lines.len().checked_sub(FILES).filter(|more| *more > 0) {
            text.push_str(&further(language, more));
        }
        text.push('\n');
    }
    text
}

fn heading(language: MessageLanguage, code: &str, similar: &SimilarWarnings<'_>) -> String {
    let (count, message) = (similar.count, similar.example.problem.message(language));
    language.pick(
        format!("{count} weitere Warnungen {code} wie »{message}«:\n"),
        format!("{count} further warnings {code} like “{message}”:\n"),
    )
}

fn further(language: MessageLanguage, files: usize) -> String {
    match files {
        1 => language.pick("  und eine weitere Datei\n", "  and one more file\n").to_owned(),
        _ => language.pick(
            format!("  und {files} weitere Dateien\n"),
            format!("  and {files} more files\n"),
        ),
    }
}
