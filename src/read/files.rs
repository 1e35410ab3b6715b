//! Which file is what. A file that nobody would read is an error that says the right name:
//! an editor must never wonder why something does not appear.

use std::collections::{BTreeMap, BTreeSet};

use super::basics::Basics;
use super::meant_name;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::release::date_of_id;
use crate::model::{ContentKind, accessibility};
use crate::place::SourcePath;
use crate::problem::{FileProblem, Hazard, Problem, TranslationWarning};
use crate::source::{Sources, reserved_part};
use crate::values::{Id, unknown_language};
use crate::yaml::Yaml;

/// Files of the content that are not one record each.
const SINGLE_FILES: [&str; 6] = [
    "site.yaml",
    "organisations.yaml",
    "contacts.yaml",
    "venues.yaml",
    "sectors.yaml",
    accessibility::NAME,
];

/// A file that holds one record.
#[derive(Debug)]
pub(super) struct ContentFile<'s> {
    pub path: &'s SourcePath,
    pub text: &'s str,
    pub kind: ContentKind,
    pub id: &'s str,
    /// The language of a translation.
    pub language: Option<Language>,
    /// Whether its name is wrong: then its mistakes are told, and nothing comes of it.
    pub is_misnamed: bool,
}

impl ContentFile<'_> {
    pub(super) fn yaml(&self) -> Yaml<'_> {
        Yaml { file: self.path, text: self.text, range: 0..self.text.len() }
    }
}

/// The kind and id that a path stands for, whatever the file holds.
pub(super) fn kind_and_id(path: &str) -> Option<(ContentKind, String)> {
    let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
    let kind = ContentKind::in_folder(folder)?;
    let name = rest.rsplit('/').next()?;
    let stem = name.strip_suffix(kind.ending())?.strip_suffix('.')?;
    Some((kind, stem.to_owned()))
}

/// The kind and id that a file with a wrong name is meant to have: a reference to it is not a
/// second mistake.
fn meant_by(path: &str, problem: &Problem) -> Option<(ContentKind, String)> {
    match problem {
        Problem::File(FileProblem::WrongFileName { right: Some(right), .. }) => {
            kind_and_id(&format!("content/{right}"))
        }
        _ => kind_and_id(path),
    }
}

/// Whether one of the files that are not one record each is there under a wrong name.
pub(super) fn is_misnamed(sources: &Sources, name: &str) -> bool {
    let inner = |path: &'_ str| path.strip_prefix("content/").map(str::to_owned);
    let mut names = sources.texts("content/").filter_map(|(path, _)| inner(path));
    names.any(|inner| {
        !inner.contains('/')
            && !SINGLE_FILES.contains(&&*inner)
            && meant_place(&inner, None).as_deref() == Some(name)
    })
}

/// Sorts the content files by what they are, and reports those that are nothing.
pub(super) fn classify<'s>(
    sources: &'s Sources,
    basics: &Basics,
    broken: &mut BTreeSet<(ContentKind, String)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ContentFile<'s>> {
    diagnostics.extend(reserved(sources));
    let (mut files, mut misnamed) = (Vec::new(), Vec::new());
    for (path, text) in sources.texts("content/") {
        match read_name(path, basics) {
            Ok(Some((kind, id, language))) => {
                let is_misnamed = false;
                files.push(ContentFile { path, text, kind, id, language, is_misnamed });
            }
            Ok(None) => {}
            Err(mut problem) => {
                if let Some(right) = looks_like_translation(path, sources, basics) {
                    problem = wrong_name(Some(right));
                }
                if let Problem::File(FileProblem::WrongFileName { right: Some(right), is_taken }) =
                    &mut problem
                {
                    *is_taken = sources.text(&format!("content/{right}")).is_some();
                }
                broken.extend(meant_by(path, &problem));
                misnamed.extend(misnamed_file(path, text, &problem, basics));
                diagnostics.push(Diagnostic::whole(path, problem));
            }
        }
    }
    let mut originals: BTreeMap<(ContentKind, &str), &SourcePath> = BTreeMap::new();
    let mut first_files = Vec::new();
    let mut translations = Vec::new();
    for file in files {
        if file.language.is_some() {
            translations.push(file);
            continue;
        }
        match originals.get(&(file.kind, file.id)) {
            Some(other) => {
                let (id, other) = (file.id.to_owned(), other.to_string());
                diagnostics
                    .push(Diagnostic::whole(file.path, FileProblem::DuplicateId { id, other }));
            }
            None => {
                originals.insert((file.kind, file.id), file.path);
                if let Some(right) = looks_like_translation(file.path, sources, basics) {
                    diagnostics.push(Diagnostic::whole(
                        file.path,
                        TranslationWarning::LooksLikeTranslation { right },
                    ));
                }
                first_files.push(file);
            }
        }
    }
    for file in translations {
        let refused = |path: &str| {
            kind_and_id(path).is_some_and(|(kind, id)| kind == file.kind && id == file.id)
        };
        let known = originals.contains_key(&(file.kind, file.id))
            || sources.diagnostics().iter().any(|diagnostic| refused(&diagnostic.place.file));
        if known {
            first_files.push(file);
        } else {
            let original = format!("{}.md", file.id);
            diagnostics.push(Diagnostic::whole(file.path, FileProblem::NoOriginal { original }));
        }
    }
    first_files.append(&mut misnamed);
    first_files
}

/// Files that nobody on Windows can have, drafts and what is not published included.
fn reserved(sources: &Sources) -> impl Iterator<Item = Diagnostic> + '_ {
    let texts = sources.texts("content/").map(|(path, _)| path);
    let media = sources.binaries("content/").map(|(path, _)| path);
    texts.chain(media).filter_map(|path| {
        let part = reserved_part(path)?.to_owned();
        let path_of_file = path.to_string();
        Some(Diagnostic::whole(path, Hazard::ReservedByWindows { path: path_of_file, part }))
    })
}

/// The file of a kind whose name is wrong, to be read all the same: two mistakes are told both.
fn misnamed_file<'s>(
    path: &'s SourcePath,
    text: &'s str,
    problem: &Problem,
    basics: &Basics,
) -> Option<ContentFile<'s>> {
    let inner = path.strip_prefix("content/")?;
    let (folder, rest) = inner.split_once('/')?;
    let right = match problem {
        Problem::File(FileProblem::WrongFileName { right: Some(right), .. }) => right.as_str(),
        _ => inner,
    };
    let kind = right.split_once('/').map_or(folder, |(folder, _)| folder);
    let kind = ContentKind::in_folder(kind)?;
    let (stem, ending) = rest.rsplit('/').next()?.rsplit_once('.')?;
    let endings: &[&str] =
        if kind.ending() == "md" { &["md", "markdown"] } else { &["yaml", "yml"] };
    if !endings.contains(&ending.to_lowercase().as_str()) {
        return None;
    }
    let language = language_of(right, basics);
    // A translation into a language that the site has not: what it may say is not known.
    if language.is_none() && stem.contains('.') {
        return None;
    }
    let id = match (&language, stem.split_once('.')) {
        (Some(_), Some((id, _))) => id,
        (Some(_), None) => meant_name::translated(stem).map_or(stem, |(id, _)| id),
        (None, _) => stem,
    };
    Some(ContentFile { path, text, kind, id, language, is_misnamed: true })
}

/// The language in the name of a translation: `en` of `press/2019-09-23-mexiko.en.md`.
fn language_of(path: &str, basics: &Basics) -> Option<Language> {
    let stem = path.strip_suffix(".md")?;
    let (_, tag) = stem.rsplit('/').next()?.split_once('.')?;
    translation_language(tag, basics).ok()
}

fn wrong_name(right: Option<String>) -> Problem {
    FileProblem::WrongFileName { right, is_taken: false }.into()
}

/// The right name, from `content/` on, of a file that ends as a translation could, while the
/// original lies beside it.
fn looks_like_translation(path: &str, sources: &Sources, basics: &Basics) -> Option<String> {
    let stem = path.strip_suffix(".md")?;
    let (original, tag) = meant_name::translated(stem)?;
    let language = Language::new(&tag).filter(|language| *language != basics.default_language)?;
    let is_ours = basics.languages_known && basics.languages.contains(&language);
    sources.text(&format!("{original}.md")).filter(|_| is_ours)?;
    Some(format!("{}.{language}.md", original.strip_prefix("content/")?))
}

type Name<'s> = (ContentKind, &'s str, Option<Language>);

/// What the name of a file says; `None` for files that are read elsewhere.
fn read_name<'s>(path: &'s str, basics: &Basics) -> Result<Option<Name<'s>>, Problem> {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let Some((folder, rest)) = inner.split_once('/') else {
        let is_known = SINGLE_FILES.contains(&inner);
        return if is_known { Ok(None) } else { Err(wrong_name(meant_place(inner, None))) };
    };
    let Some(kind) = ContentKind::in_folder(folder) else {
        return Err(wrong_name(meant_place(inner, Some(folder))));
    };
    let ending = kind.ending();
    let name = rest.rsplit('/').next().unwrap_or(rest);
    let Some(stem) = name.strip_suffix(ending).and_then(|stem| stem.strip_suffix('.')) else {
        let speaks = |tag: &str| translation_language(tag, basics).is_ok();
        let right = meant_name::with_ending(name, ending, speaks);
        return Err(wrong_name(Some(format!("{folder}/{right}"))));
    };
    let is_dated = || date_of_id(stem.split('.').next().unwrap_or(stem)).is_some();
    if kind == ContentKind::Release && !is_dated() {
        let translated = stem.rsplit_once('.');
        let translated = translated.filter(|(_, tag)| translation_language(tag, basics).is_ok());
        let (original, language) = translated.unzip();
        if let Some(right) = meant_name::dated(original.unwrap_or(stem)) {
            let language = language.map(|tag| format!(".{tag}")).unwrap_or_default();
            return Err(wrong_name(Some(format!("{folder}/{right}{language}.{ending}"))));
        }
    }
    let (id, language) = match stem.split_once('.') {
        Some((id, tag)) if ending == "md" => (id, Some(translation_language(tag, basics)?)),
        _ => (stem, None),
    };
    if !Id::is_valid(id) {
        return Err(FileProblem::BadId { id: id.to_owned(), suggestion: slug(id) }.into());
    }
    if kind == ContentKind::Release && date_of_id(id).is_none() {
        return Err(FileProblem::ReleaseNameWithoutDate { name: id.to_owned() }.into());
    }
    Ok(Some((kind, id, language)))
}

fn translation_language(tag: &str, basics: &Basics) -> Result<Language, Problem> {
    let language = Language::new(tag).ok_or_else(|| unknown_language(tag))?;
    if language == basics.default_language {
        return Err(FileProblem::OriginalWithLanguage { language: tag.to_owned() }.into());
    }
    if !basics.speaks(&language) {
        return Err(basics.not_spoken(&language));
    }
    Ok(language)
}

/// The right name for a file that is where nobody looks.
fn meant_place(inner: &str, folder: Option<&str>) -> Option<String> {
    let singles = SINGLE_FILES.iter().copied();
    match folder {
        None => crate::suggest::closest(&inner.to_lowercase(), singles).map(str::to_owned),
        Some(folder) => {
            let folders = ContentKind::ALL.map(ContentKind::folder).into_iter().chain(["media"]);
            crate::suggest::closest(&folder.to_lowercase(), folders)
                .map(|right| inner.replacen(folder, right, 1))
        }
    }
}
