//! Copied files, which nobody has made from records: captions, drawings, documents, what a theme
//! has beside its templates. They are read only when something is hidden.

use std::borrow::Cow;

use rayon::prelude::*;

use super::letters::{without_markup, without_times};
use super::search::{Search, is_whole_words};
use crate::composed::compatible;
use crate::diagnostic::Diagnostic;
use crate::media::{Kind, words};
use crate::place::{SourcePath, line_of};
use crate::problem::Hazard;
use crate::site::{Programme, Secret};
use crate::source::{Binary, MEDIA, Sources};

/// Larger texts and documents are not looked into, in bytes.
const MOST_OF_TEXT: u64 = 4_000_000;
const MOST_OF_DOCUMENT: u64 = 32_000_000;

/// What words and paths of hidden items public copied files have; told where a file is named first,
/// since most of them can hold no comment.
pub fn in_copied_files(
    secrets: &[Secret],
    programme: &Programme,
    sources: &Sources,
) -> Vec<Diagnostic> {
    if secrets.is_empty() {
        return Vec::new();
    }
    let search = Search::of(secrets);
    let media = sources.binaries(MEDIA).filter(|(path, _)| programme.media.is_published(path));
    let statics = sources.theme_static(&programme.config.theme).into_values();
    let statics = statics.filter(|(path, _)| path.starts_with("themes/"));
    let copied: Vec<(&SourcePath, &Binary)> = media.chain(statics).collect();
    let in_file = |(path, binary): (&SourcePath, &Binary)| -> Vec<Diagnostic> {
        let Some(form) = Form::of(path) else { return Vec::new() };
        let place = programme.media.named_at(path);
        let name = path.strip_prefix(MEDIA).unwrap_or(path);
        let told = told(form, binary, &search).into_iter();
        told.map(|(secret, line)| {
            let (name, text, item) =
                (name.to_owned(), secret.text.clone(), secret.file.to_string());
            let problem = Hazard::HiddenInFile { name, line, text, item };
            match place {
                Some(place) => Diagnostic { place: place.clone(), problem: problem.into() },
                None => Diagnostic::whole(path, problem),
            }
        })
        .collect()
    };
    copied.into_par_iter().flat_map_iter(in_file).collect()
}

/// How a file holds its words.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// As everybody can read them, perhaps between tags.
    Text,
    /// Between times.
    Captions,
    /// In a form of its own.
    Document,
}

impl Form {
    fn of(path: &str) -> Option<Form> {
        const TEXTS: [&str; 10] =
            ["html", "htm", "txt", "md", "css", "js", "mjs", "json", "xml", "csv"];
        match Kind::named(path) {
            Some(Kind::Vtt) => Some(Form::Captions),
            Some(Kind::Svg | Kind::Ics) => Some(Form::Text),
            Some(Kind::Pdf | Kind::Odt | Kind::Docx | Kind::Xlsx | Kind::Pptx) => {
                Some(Form::Document)
            }
            Some(_) => None,
            None => {
                let (_, ending) = path.rsplit_once('.')?;
                TEXTS.contains(&ending).then_some(Form::Text)
            }
        }
    }
}

/// The secrets that a file tells, each once, and the line, where it has lines.
fn told<'s>(form: Form, binary: &Binary, search: &Search<'s>) -> Vec<(&'s Secret, Option<usize>)> {
    let most = if form == Form::Document { MOST_OF_DOCUMENT } else { MOST_OF_TEXT };
    if binary.size > most {
        return Vec::new();
    }
    // What cannot be read cannot be published either; that is told there.
    let Ok(bytes) = binary.read() else { return Vec::new() };
    let text = match form {
        Form::Document => {
            Cow::Owned(words(binary.content, &bytes).chars().flat_map(compatible).collect())
        }
        Form::Text | Form::Captions => String::from_utf8_lossy(&bytes),
    };
    let shown = match form {
        Form::Captions => without_times(&text),
        Form::Text | Form::Document => without_markup(&text),
    };
    let mut told: Vec<(&Secret, Option<usize>)> = Vec::new();
    for text in [&*text, &shown] {
        for (secret, range) in search.hits(text) {
            let is_new = told.iter().all(|(known, _)| known.text != secret.text);
            if is_new && is_whole_words(text, &range, secret.kind) {
                let line = (form != Form::Document).then(|| line_of(text, range.start));
                told.push((secret, line));
            }
        }
    }
    told
}
