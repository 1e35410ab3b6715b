//! What is wrong, as the page in the browser shows it: ready words, so that the script has none
//! of its own. The script puts them into the page as text, never as HTML.

use serde::Serialize;

use crate::findings::Located;
use crate::model::config::Repository;
use crate::problem::{MessageLanguage, Severity};
use crate::report;
use crate::source::Sources;

/// Warnings that are listed; the terminal has all of them.
const MAX_WARNINGS: usize = 100;

/// The longest line that is quoted, in characters.
const MAX_EXCERPT: usize = 400;

/// Everything that is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    errors: Vec<Finding>,
    warnings: Vec<Finding>,
    words: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Finding {
    code: &'static str,
    message: String,
    /// `content/events/treffen.yaml:3:8`; empty when it is not about a file.
    place: String,
    excerpt: Option<Excerpt>,
    hint: Option<String>,
    /// Where the file is edited.
    edit: Option<String>,
}

/// A line, and the part of it that is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Excerpt {
    line: usize,
    before: String,
    marked: String,
    after: String,
}

/// The words around the findings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct Words {
    errors: String,
    warnings: String,
    still_shown: &'static str,
    waiting: &'static str,
    hide: &'static str,
    hint: &'static str,
    edit: &'static str,
    gone: &'static str,
    stopped: &'static str,
}

impl Findings {
    /// What a build found.
    pub fn new(
        found: &[Located],
        sources: &Sources,
        repository: Option<&Repository>,
        language: MessageLanguage,
    ) -> Self {
        let (errors, warnings): (Vec<_>, Vec<_>) =
            found.iter().partition(|found| found.problem.severity() == Severity::Error);
        let finding = |found: &&Located| Finding {
            edit: repository.map(|repository| repository.edit(&found.file)),
            ..finding(found, sources, language)
        };
        Findings {
            words: words(language, errors.len(), warnings.len()),
            errors: errors.iter().map(finding).collect(),
            warnings: warnings.iter().take(MAX_WARNINGS).map(finding).collect(),
        }
    }

    /// What the page says while there is no site.
    pub fn waiting(&self) -> &'static str {
        self.words.waiting
    }

    /// That the disk failed.
    pub fn failure(message: String, language: MessageLanguage) -> Self {
        let (code, place) = ("", String::new());
        let error = Finding { code, message, place, excerpt: None, hint: None, edit: None };
        Findings { errors: vec![error], warnings: Vec::new(), words: words(language, 1, 0) }
    }
}

fn finding(found: &Located, sources: &Sources, language: MessageLanguage) -> Finding {
    Finding {
        code: found.problem.code(),
        message: found.problem.message(language),
        place: format!("{}:{}:{}", found.file, found.start.line, found.start.column),
        excerpt: excerpt(found, sources),
        hint: found.problem.hint(language),
        edit: None,
    }
}

/// The line with the finding; `None` when it is about the file as a whole.
fn excerpt(found: &Located, sources: &Sources) -> Option<Excerpt> {
    let line = found.start.line;
    let text = sources.shown(&found.file).lines().nth(line - 1)?;
    if found.range.is_empty() || text.chars().count() > MAX_EXCERPT {
        return None;
    }
    let mut characters = text.chars();
    let before: String = characters.by_ref().take(found.start.column - 1).collect();
    let rest: String = characters.collect();
    let length = if found.end.line == line {
        found.end.column.saturating_sub(found.start.column)
    } else {
        usize::MAX
    };
    let marked: String = rest.chars().take(length).collect();
    let after = rest.chars().skip(length).collect();
    Some(Excerpt { line, before, marked, after })
}

fn words(language: MessageLanguage, errors: usize, warnings: usize) -> Words {
    Words {
        errors: report::errors(language, errors),
        warnings: report::warnings(language, warnings),
        still_shown: language.pick(
            "Bis das behoben ist, zeigt die Vorschau den letzten Stand ohne Fehler.",
            "Until this is fixed, the preview shows the last version without errors.",
        ),
        waiting: language.pick(
            "Die Seite erscheint hier, sobald der Inhalt keinen Fehler mehr hat.",
            "The site appears here as soon as the content has no errors.",
        ),
        hide: language.pick("Ausblenden (Esc)", "Hide (Esc)"),
        hint: language.pick("Hinweis:", "Help:"),
        edit: language.pick("Diese Seite bearbeiten", "Edit this page"),
        gone: language.pick("Diese Seite gibt es nicht mehr.", "This page no longer exists."),
        stopped: language.pick(
            "Die Vorschau läuft nicht mehr. Starten Sie bba serve neu.",
            "The preview has stopped. Start bba serve again.",
        ),
    }
}
