//! Old addresses: a stub page that forwards to where the thing is now, which works on any server.
//! For servers with rules of their own `hosting` says what has moved.

use super::{Artifact, Context};
use crate::files::OutPath;
use crate::place::{SourcePath, Spot, Step};
use crate::route::{Route, out_path};
use crate::site::Site;
use crate::values::SitePath;

/// Stub pages for old addresses.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let stub = |alias: Alias<'c>| {
        let target = context.site.routes.absolute(alias.target);
        let render = move || {
            let view = tera::context! { target => &target };
            let html = context.theme.render("alias.html", &view)?;
            Ok(html.into())
        };
        let written_at = Some(alias.written_at());
        Artifact { written_at, ..Artifact::new(alias.stub, Some(alias.file), render) }
    };
    // A page where servers run programs, or programs fetch data, forwards nobody.
    let pages = all(context.site).into_iter().filter(|alias| !alias.is_for_programs);
    pages.map(stub).collect()
}

/// An old address.
pub struct Alias<'s> {
    /// The file of its stub.
    pub stub: OutPath,
    /// The source file that names it.
    pub file: &'s SourcePath,
    /// Which of its `aliases` it is, from 0.
    number: usize,
    /// Whether no page can lie there: only a rule of the server leads on.
    is_for_programs: bool,
    /// Where the thing is now.
    pub target: Route<'s>,
}

impl Alias<'_> {
    /// Where it stands in the file that names it.
    pub fn written_at(&self) -> Spot {
        Spot::Value(vec![Step::Key("aliases".to_owned()), Step::Item(self.number)])
    }
}

/// Old addresses at which no page can lie. No other file may lie there either: the rule of the
/// server would hide it.
pub fn without_pages<'s>(site: &'s Site<'_>) -> impl Iterator<Item = Alias<'s>> {
    all(site).into_iter().filter(|alias| alias.is_for_programs)
}

/// Every old address.
pub fn all<'s>(site: &'s Site<'_>) -> Vec<Alias<'s>> {
    let mut all = Vec::new();
    let mut add = |file: &'s SourcePath, aliases: &[SitePath], target: Route<'s>| {
        let pages = aliases.iter().enumerate();
        let pages = pages.filter(|(_, alias)| !(has_calendar(target) && alias.is_calendar()));
        all.extend(pages.map(|(number, alias)| {
            let (stub, is_for_programs) = (stub_path(alias), alias.is_for_programs());
            Alias { stub, file, number, is_for_programs, target }
        }));
    };
    for event in &site.events {
        add(&event.file, &event.publication.aliases, Route::Event(&event.id));
    }
    for visit in &site.delegations {
        add(&visit.file, &visit.publication.aliases, Route::Delegation(&visit.id));
    }
    for release in &site.releases {
        add(&release.file, &release.publication.aliases, Route::Release(&release.id));
    }
    for page in &site.pages {
        add(&page.file, &page.aliases, Route::Page(page.slug.get(&site.language)));
    }
    all
}

/// Whether there is a calendar file of something: at an old address of that it lies itself.
fn has_calendar(target: Route<'_>) -> bool {
    matches!(target, Route::Event(_) | Route::Delegation(_))
}

/// The files of old calendars among these addresses that are in the language of a site: those below
/// its tag, and all others in the default language.
pub fn calendars<'s>(
    site: &'s Site<'_>,
    aliases: &'s [SitePath],
) -> impl Iterator<Item = OutPath> + 's {
    let calendars = aliases.iter().filter(|alias| alias.is_calendar());
    let in_language = calendars.filter(|alias| {
        let first = alias.0.split('/').nth(1).unwrap_or_default();
        let mut others = site.config.languages.iter().skip(1);
        match others.find(|other| other.tag() == first) {
            Some(other) => *other == site.language,
            None => site.is_default(),
        }
    });
    in_language.map(stub_path)
}

/// The file of an old address: `/alt` and `/alt/` are a folder's page, `/alt.html` is a file.
pub fn stub_path(written: &SitePath) -> String {
    let alias = written.decoded();
    let last = alias.rsplit('/').next().unwrap_or("");
    if last.is_empty() || last.contains('.') {
        out_path(&alias)
    } else {
        out_path(&format!("{alias}/"))
    }
}
