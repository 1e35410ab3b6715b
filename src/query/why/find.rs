//! What somebody means who types a path of the output, an address, a path of a source file or
//! an id.

use percent_encoding::percent_decode_str;

use super::entry::{self, EntryAnswer};
use super::file::FileAnswer;
use super::item::{self, ItemAnswer};
use super::{Answer, BrokenAnswer, Build, Builds, GoneAnswer, Instant, Mistake, is_error};
use crate::country::Country;
use crate::files::OutPath;
use crate::problem::MessageLanguage;
use crate::query::item::Item;
use crate::route::{Route, out_path, site_path};
use crate::suggest::closest;

/// Nothing of that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// What was typed.
    pub what: String,
    /// What was perhaps meant.
    pub suggestion: Option<String>,
}

impl NotFound {
    /// The answer for people.
    pub fn text(&self, language: MessageLanguage) -> String {
        let what = &self.what;
        let mut text = language.pick(
            format!("»{what}« gibt es hier nicht: kein Pfad, keine Adresse, keine Quelldatei und keine id."),
            format!("“{what}” does not exist here: it is no path, address, source file or id."),
        );
        if what.split('/').any(|name| name.starts_with('_')) {
            text.push_str(language.pick(
                " Namen, die mit _ beginnen, liest das Programm nicht.",
                " Names that begin with _ are not read.",
            ));
        }
        if let Some(suggestion) = &self.suggestion {
            text.push_str(&language.pick(
                format!(" Meinten Sie »{suggestion}«?"),
                format!(" Did you mean “{suggestion}”?"),
            ));
        }
        text
    }
}

/// What a question is about.
pub(super) enum Subject<'s> {
    /// An item, and the old address by which it was named.
    Item(Item<'s>, Option<String>),
    Entry(EntryAnswer),
    /// A file of the output that belongs to no item.
    Output(OutPath),
    /// A source file that makes no page.
    Source(String),
    Broken(String),
    Gone(String),
}

impl Subject<'_> {
    pub(super) fn answer(self, builds: &Builds<'_>) -> Answer {
        let everything = &builds.everything;
        match self {
            Subject::Item(item, _) if errors(everything, item.file()).next().is_some() => {
                Subject::Broken(item.file().to_string()).answer(builds)
            }
            Subject::Item(item, alias) => {
                Answer::Item(Box::new(ItemAnswer::new(builds, item, alias)))
            }
            Subject::Entry(entry) => Answer::Entry(entry),
            Subject::Output(path) => Answer::File(FileAnswer::of_output(builds, path)),
            Subject::Source(file) => Answer::File(FileAnswer::of_source(builds, file)),
            Subject::Broken(file) => {
                Answer::Broken(BrokenAnswer { errors: errors(everything, &file).collect(), file })
            }
            Subject::Gone(path) => {
                Answer::Gone(GoneAnswer { path, now: Instant(everything.site().now) })
            }
        }
    }
}

/// Everything that is meant by what was typed.
pub(super) fn find<'v>(builds: &'v Builds<'_>, what: &str) -> Vec<Subject<'v>> {
    let typed = normal(what);
    if typed.is_empty() {
        return Vec::new();
    }
    let by_id = by_id(builds, &typed);
    if !by_id.is_empty() {
        return by_id;
    }
    let found = by_source(builds, &typed).or_else(|| by_output(builds, &typed));
    found.or_else(|| gone(&builds.everything, &typed)).into_iter().collect()
}

/// An address without scheme, host, query and fragment, decoded.
fn normal(what: &str) -> String {
    let what = what.trim();
    let path = match what.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => what.strip_prefix("./").unwrap_or(what),
    };
    let path = path.split(['?', '#']).next().unwrap_or(path);
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

fn by_id<'v>(builds: &'v Builds<'_>, typed: &str) -> Vec<Subject<'v>> {
    if typed.contains('/') {
        return Vec::new();
    }
    let build = &builds.everything;
    let site = build.site();
    let items = Item::all(site.programme).filter(|item| item.id() == typed);
    let mut found: Vec<Subject<'v>> = items.map(|item| Subject::Item(item, None)).collect();
    found.extend(entry::with_key(builds, typed).into_iter().map(Subject::Entry));
    let country = Country::by_code(typed).map(|c| out_path(&site.routes.path(Route::Country(c))));
    found.extend(country.filter(|path| build.built.files.contains_key(path)).map(Subject::Output));
    found
}

fn by_source<'v>(builds: &'v Builds<'_>, typed: &str) -> Option<Subject<'v>> {
    let sources = builds.sources;
    let mut candidates = vec![typed.to_owned()];
    for ending in ["", ".yaml", ".md"] {
        candidates.push(format!("content/{typed}{ending}"));
    }
    // A path from elsewhere, as a file manager copies it.
    for folder in ["content/", "themes/"] {
        candidates.extend(typed.rfind(&format!("/{folder}")).map(|at| typed[at + 1..].to_owned()));
    }
    let there = |path: &String| {
        sources.text(path).is_some() || sources.binary(path).is_some() || sources.refused(path)
    };
    let file = candidates.into_iter().find(there)?;
    let item = item_of(&builds.everything, &file).map(|item| Subject::Item(item, None));
    Some(item.unwrap_or_else(|| {
        let broken = errors(&builds.everything, &file).next().is_some();
        if broken { Subject::Broken(file) } else { Subject::Source(file) }
    }))
}

/// The item that a file, or the original of a translation, describes.
fn item_of<'v>(build: &'v Build<'_>, file: &str) -> Option<Item<'v>> {
    let original = file.strip_suffix(".md").and_then(|path| path.rsplit_once('.'));
    let original = original.map(|(path, _)| format!("{path}.md"));
    let is = |item: &Item<'_>| {
        let of = &**item.file();
        of == file || original.as_ref().is_some_and(|original| of == original)
    };
    Item::all(build.site().programme).find(is)
}

/// Mistakes in a file.
fn errors(build: &Build<'_>, file: &str) -> impl Iterator<Item = Mistake> {
    let found = build.built.diagnostics.iter();
    let found = found.filter(move |found| &*found.file == file && is_error(found));
    found.map(|found| Mistake {
        line: found.start.line,
        column: found.start.column,
        code: found.problem.code(),
        problem: found.problem.clone(),
    })
}

fn by_output<'v>(builds: &'v Builds<'_>, typed: &str) -> Option<Subject<'v>> {
    let build = &builds.everything;
    let mut candidates = Vec::new();
    let unmounted = build.site().routes.unmounted(typed);
    let below_public = typed.rsplit_once("public/").map(|(_, path)| path);
    for path in [Some(typed), unmounted, below_public].into_iter().flatten() {
        candidates.push(out_path(path));
        candidates.push(out_path(&format!("{path}/")));
    }
    let path = candidates.into_iter().find(|path| build.built.files.contains_key(path))?;
    let Some(origin) = build.built.origins.get(&path) else { return Some(Subject::Output(path)) };
    match item_of(build, origin) {
        Some(item) => {
            let alias = item::aliases(item).iter().find(|alias| {
                let alias = normal(&alias.0);
                path == out_path(&alias) || path == out_path(&format!("{alias}/"))
            });
            Some(Subject::Item(item, alias.map(|alias| alias.0.clone())))
        }
        None => Some(Subject::Source(origin.to_string())),
    }
}

fn gone<'v>(build: &Build<'_>, typed: &str) -> Option<Subject<'v>> {
    let bare = |path: &str| path.trim_matches('/').to_owned();
    let written = build.site().config.gone.iter().map(|(_, gone)| gone.to_string());
    let mut written = written.filter(|gone| bare(gone) == bare(typed));
    let files = &build.built.hosting.gone;
    let bare = bare(typed);
    let is_file = files.contains(&bare) || files.contains(&format!("{bare}/index.html"));
    let gone = written.next().or_else(|| is_file.then(|| format!("/{bare}")));
    gone.map(Subject::Gone)
}

/// What somebody meant perhaps: an id for an id, a path for a path.
pub(super) fn not_found(builds: &Builds<'_>, what: &str) -> NotFound {
    let typed = normal(what);
    let build = &builds.everything;
    let ids = Item::all(build.site().programme).map(|item| item.id().to_owned());
    let sources = Item::all(build.site().programme).map(|item| item.file().to_string());
    let pages = build.built.files.keys().map(|path| site_path(path));
    let suggestion = if typed.contains('/') {
        let typed = build.site().routes.unmounted(&typed).unwrap_or(&typed);
        let paths: Vec<String> = sources.chain(pages).collect();
        closest(typed, paths.iter().map(String::as_str)).map(str::to_owned)
    } else {
        let ids: Vec<String> =
            ids.chain(entry::keys(build.site().programme).map(str::to_owned)).collect();
        closest(&typed, ids.iter().map(String::as_str)).map(str::to_owned)
    };
    NotFound { what: what.trim().to_owned(), suggestion }
}
