//! Over the finished files: every link leads somewhere, every anchor exists once. What
//! outputs promise each other is not believed but looked up.

mod gone;
mod own;
mod page_links;
mod pages;
pub mod secrets;
mod unread;

use std::collections::{BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::files::{Files, OutPath};
use crate::markdown::{Link, Target, slug};
use crate::model::{ContentKind, WrittenLink};
use crate::outputs::{GROUPS, SECURITY};
use crate::place::{SourcePath, Spot};
use crate::problem::{
    Problem, ReferenceKind, ReferenceProblem, SiteWarning, TextProblem, ThemeProblem,
};
use crate::route::{Route, out_path};
use crate::site::Site;
use crate::source::Sources;
use crate::suggest::closest;

pub use gone::still_there;
pub use page_links::PageLinks;
pub use pages::Pages;
use pages::{All, Number, Page};
pub use unread::Unread;

/// Checks links and anchors of the finished files; of those that are not among the pages only that
/// they are there. What may be missing only because a file is `unread`, or is among `known`, is not
/// reported again.
pub fn links(
    sites: &[Site<'_>],
    sources: &Sources,
    files: &Files,
    pages: Pages,
    origins: &HashMap<OutPath, SourcePath>,
    unread: &Unread<'_>,
    known: &[Diagnostic],
) -> Vec<Diagnostic> {
    let [site, ..] = sites else { return Vec::new() };
    let check = Check { site, sites, sources, files, all: pages.into_all(), unread };
    let mut found = check.written_links();
    let origin = site.routes.origin();
    let reported = found.iter().chain(known).filter_map(|found| {
        let target = target_of(found)?;
        let path = own::path(origin, &target).and_then(|path| site.routes.unmounted(path));
        Some(path.map_or(target.clone(), str::to_owned))
    });
    let reported: HashSet<String> = reported.collect();
    found.extend(check.output_links(origins, &reported));
    // A translation that could not be read says nothing of its original.
    if unread.is_empty() {
        found.extend(check.language_links());
    }
    found
}

/// The path on the site that a diagnostic says is missing.
fn target_of(diagnostic: &Diagnostic) -> Option<String> {
    match &diagnostic.problem {
        Problem::Text(
            TextProblem::LinkTarget { target, .. } | TextProblem::LinkToHidden { target },
        ) => Some(decoded(target.split('#').next().unwrap_or(target))),
        Problem::Reference(ReferenceProblem::UnknownReference {
            kind: ReferenceKind::Media,
            id,
            ..
        }) => Some(format!("/media/{id}")),
        Problem::Reference(ReferenceProblem::UnknownReference {
            kind: ReferenceKind::File,
            id,
            ..
        }) => id.strip_prefix("content").map(str::to_owned),
        _ => None,
    }
}

fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// Whether an editor writes all of a page: what has an anchor there changes with no time.
fn is_written(site: &Site, path: &str, file: Option<&SourcePath>) -> bool {
    let is_in = |file: &SourcePath| {
        file.starts_with("content/pages/") || file.starts_with("content/press/")
    };
    file.is_some_and(is_in) || site.pages.iter().any(|page| site.page_path(page) == path)
}

/// The pages whose anchors are named in the texts of some files.
pub fn pages_with_anchors(sites: &[Site<'_>], files: &dyn Fn(&str) -> bool) -> HashSet<OutPath> {
    let links = sites.first().map(|site| &site.links).into_iter().flatten();
    let named = links.filter(|link| files(&link.file)).filter_map(|written| {
        let site = sites.iter().find(|site| site.language == written.language)?;
        let path = match &written.link.target {
            Target::Anchor(_) => site.page_with(&written.file),
            target => site.target_path(target),
        };
        Some(out_path(&path?))
    });
    named.collect()
}

/// The anchor somebody probably meant: often the heading itself was typed.
fn similar_anchor(anchor: &str, page: &Page, all: &All) -> Option<String> {
    let slug = slug(&decoded(anchor));
    if all.has_anchor(page, &slug) {
        return Some(slug);
    }
    // Sorted, so that the same content gives the same words.
    let anchors: BTreeSet<&str> =
        page.anchors.iter().map(|number| all.anchors.text(*number)).collect();
    closest(&slug, anchors).map(str::to_owned)
}

struct Check<'c> {
    /// In the default language.
    site: &'c Site<'c>,
    sites: &'c [Site<'c>],
    sources: &'c Sources,
    files: &'c Files,
    all: All,
    unread: &'c Unread<'c>,
}

impl Check<'_> {
    /// Links that editors wrote, reported where they are.
    fn written_links(&self) -> Vec<Diagnostic> {
        let links = self.site.links.par_iter();
        let public = links.filter(|link| !self.site.hidden.contains(&link.file));
        public
            .filter_map(|WrittenLink { file, spot, link, language }| {
                let site = self.sites.iter().find(|site| site.language == *language)?;
                let problem = match &link.target {
                    Target::Elsewhere(url) => self.own_address(url, spot)?,
                    _ => self.problem(site, link, file)?,
                };
                Some(Diagnostic::new(file, spot.clone(), problem))
            })
            .collect()
    }

    fn problem(&self, site: &Site, link: &Link, file: &SourcePath) -> Option<Problem> {
        let (path, anchor, with_anchor) = match &link.target {
            Target::Elsewhere(_) => return None,
            Target::Anchor(anchor) => (site.page_with(file)?, Some(anchor), Some(file)),
            // That the file is there was checked with the references.
            Target::Content(target, anchor) => {
                (site.target_path(&link.target)?, anchor.as_ref(), Some(target))
            }
            Target::Site(path, anchor) => (path.clone(), anchor.as_ref(), None),
        };
        let out = out_path(&path);
        if !self.files.contains_key(&out) {
            let site_path = matches!(link.target, Target::Site(..));
            // It ends with the date that it names.
            if out == SECURITY && self.site.config.security.is_some() {
                return Some(SiteWarning::PlaceNotNow { target: link.typed.clone() }.into());
            }
            if site_path && self.is_hidden(&path) {
                return Some(TextProblem::LinkToHidden { target: link.typed.clone() }.into());
            }
            return (site_path && !self.unread.may_have(&path, self.sites)).then(|| {
                TextProblem::LinkTarget {
                    target: link.typed.clone(),
                    suggestion: self.similar_path(&path),
                }
                .into()
            });
        }
        let anchor = anchor.filter(|anchor| !anchor.is_empty())?;
        // A translation that could not be read is missing, and the original has other anchors.
        if !site.is_default() && with_anchor.is_some_and(|file| self.unread.has_part_of(file)) {
            return None;
        }
        let page = self.page(&out)?;
        if self.all.has_anchor(page, anchor) {
            return None;
        }
        if self.comes_and_goes(anchor) && !is_written(site, &path, with_anchor) {
            return Some(SiteWarning::PlaceNotNow { target: link.typed.clone() }.into());
        }
        let suggestion = similar_anchor(anchor, page, &self.all);
        Some(TextProblem::LinkAnchor { anchor: anchor.clone(), page: path, suggestion }.into())
    }

    /// Whether pages have an anchor at some times: a month of a list, or one that a template of the
    /// theme sets under some condition. Of one that was there nothing can be said but that.
    fn comes_and_goes(&self, anchor: &str) -> bool {
        let is_month = jiff::civil::Date::strptime("%Y-%m-%d", format!("{anchor}-01")).is_ok();
        let written = format!("id=\"{anchor}\"");
        let templates = self.sources.theme_texts(&self.site.config.theme, "templates");
        is_month
            || GROUPS.contains(&anchor)
            || templates.values().any(|(_, text)| text.contains(&written))
    }

    /// An address of this site, however it is written, that leads nowhere.
    fn own_address(&self, url: &str, spot: &Spot) -> Option<Problem> {
        let routes = &self.site.routes;
        let rest = routes.unmounted(own::path(routes.origin(), url)?)?;
        let (rest, anchor) = rest.split_once('#').unwrap_or((rest, ""));
        let path = decoded(rest.split('?').next().unwrap_or(rest));
        let path = if path.is_empty() { "/".to_owned() } else { path };
        if path == "/build.json" {
            return None;
        }
        let out = out_path(&path);
        if !self.files.contains_key(&out) {
            if self.unread.may_have(&path, self.sites) {
                return None;
            }
            let is_hidden = self.is_hidden(&path);
            let target = url.to_owned();
            let suggestion = self.similar_path(&path).filter(|_| !is_hidden);
            let is_text = !matches!(spot, Spot::Value(_));
            return Some(match own::is_as_in_config(routes.origin(), url) {
                true if is_text || self.is_linked(url) => match is_hidden {
                    true => TextProblem::LinkToHidden { target }.into(),
                    false => TextProblem::LinkTarget { target, suggestion }.into(),
                },
                _ => SiteWarning::OwnAddressLost { target, anchor: None, suggestion }.into(),
            });
        }
        let page = self.page(&out)?;
        let decoded = decoded(anchor);
        let is_there = |anchor: &str| self.all.has_anchor(page, anchor);
        // HTML 7.4.6.4: the top of a page has a name of its own; what stands behind `:~:` is for
        // the browser.
        let is_everywhere =
            decoded.is_empty() || decoded.eq_ignore_ascii_case("top") || decoded.starts_with(":~:");
        if is_everywhere || is_there(anchor) || is_there(&decoded) {
            return None;
        }
        let suggestion = similar_anchor(anchor, page, &self.all);
        let suggestion = suggestion.map(|anchor| format!("#{anchor}"));
        let (target, anchor) = (url.to_owned(), Some(decoded));
        Some(SiteWarning::OwnAddressLost { target, anchor, suggestion }.into())
    }

    /// The page at a path, if it is known which one that is.
    fn page(&self, out: &str) -> Option<&Page> {
        self.all.pages.get(out).filter(|_| !self.unread.may_differ(out))
    }

    /// Whether a page links to an address.
    fn is_linked(&self, url: &str) -> bool {
        self.all.links.find(&url.replace('&', "&amp;")).is_some()
    }

    /// Whether the page of an item that is not public would be at a path.
    fn is_hidden(&self, path: &str) -> bool {
        let is_at = |route: Route<'_>| {
            let mut paths = self.sites.iter().map(|site| site.routes.path(route));
            paths.any(|of_item| of_item.trim_end_matches('/') == path.trim_end_matches('/'))
        };
        self.site.hidden.files().any(|file| {
            let name = file.rsplit('/').next().unwrap_or(file);
            let id = name.split('.').next().unwrap_or(name);
            let inner = file.strip_prefix("content/").and_then(|inner| inner.split_once('/'));
            match inner.and_then(|(folder, _)| ContentKind::in_folder(folder)) {
                Some(ContentKind::Event) => is_at(Route::Event(id)),
                Some(ContentKind::Delegation) => is_at(Route::Delegation(id)),
                Some(ContentKind::Release) => is_at(Route::Release(id)),
                Some(ContentKind::Page) => is_at(Route::Page(id)),
                None => false,
            }
        })
    }

    fn similar_path(&self, path: &str) -> Option<String> {
        let paths = self.files.keys().map(|file| file.trim_end_matches("index.html"));
        closest(path.trim_start_matches('/'), paths).map(|path| format!("/{path}"))
    }

    /// Links that templates made.
    fn output_links(
        &self,
        origins: &HashMap<OutPath, SourcePath>,
        reported: &HashSet<String>,
    ) -> Vec<Diagnostic> {
        let theme: SourcePath = format!("themes/{}/templates", self.site.config.theme).into();
        let broken = self.broken_links(reported);
        let mut found: Vec<Diagnostic> = self
            .all
            .pages
            .par_iter()
            .flat_map_iter(|(page, facts)| {
                let place = origins.get(page).unwrap_or(&theme);
                let page = format!("/{page}");
                let twice = facts.twice.iter().map(|anchor| {
                    let (anchor, page) = (self.all.anchors.text(*anchor).to_owned(), page.clone());
                    Diagnostic::whole(place, ThemeProblem::DuplicateAnchor { anchor, page })
                });
                let broken = facts.links.iter().filter_map(|link| {
                    let (target, page) = (broken.get(link)?.clone(), page.clone());
                    Some(Diagnostic::whole(&theme, ThemeProblem::OutputLink { target, page }))
                });
                twice.chain(broken).collect::<Vec<_>>()
            })
            .collect();
        found.sort_by(|a, b| format!("{:?}", a.problem).cmp(&format!("{:?}", b.problem)));
        found
    }

    /// Pages that say they are the same in another language must say so of each other: search
    /// engines believe neither otherwise. That each is there was checked with the links.
    fn language_links(&self) -> Vec<Diagnostic> {
        let theme: SourcePath = format!("themes/{}/templates", self.site.config.theme).into();
        let one_sided = |(page, other): (&str, String)| {
            let (page, other) = (format!("/{page}"), format!("/{other}"));
            Diagnostic::whole(&theme, ThemeProblem::LanguageLinkOneSided { page, other })
        };
        // Pages that give the same addresses; most of them are each other's.
        let mut groups: HashMap<&[Number], Vec<&str>> = HashMap::new();
        for (page, facts) in self.all.pages.iter().filter(|(_, facts)| !facts.alternates.is_empty())
        {
            groups.entry(&facts.alternates).or_default().push(page);
        }
        let mut found: Vec<(&str, String)> = groups
            .par_iter()
            .flat_map_iter(|(addresses, pages)| {
                let others = addresses.iter().map(|other| self.all.links.text(*other));
                let others = others.filter_map(|other| self.file_of(other));
                others
                    .filter(|other| !pages.contains(&other.as_str()))
                    .flat_map(|other| pages.iter().map(move |page| (*page, other.clone())))
            })
            .collect();
        found.sort();
        found.dedup();
        found.into_iter().map(one_sided).collect()
    }

    /// The file that an address of the site is served from.
    fn file_of(&self, url: &str) -> Option<OutPath> {
        let path = self.site.routes.unmounted(url.strip_prefix(self.site.routes.origin())?)?;
        Some(out_path(&decoded(path)))
    }

    /// The links that lead nowhere, with their paths.
    fn broken_links(&self, reported: &HashSet<String>) -> HashMap<Number, String> {
        let links = self.all.links.all().par_iter().enumerate();
        let broken = links.filter_map(|(number, link)| {
            let target = self.broken(link).filter(|target| {
                !reported.contains(&decoded(target))
                    && !self.unread.may_have(&decoded(target), self.sites)
            })?;
            Some((number, target))
        });
        broken.collect()
    }

    /// The path of a link that leads nowhere on the site.
    fn broken(&self, link: &str) -> Option<String> {
        let path = link.split(['#', '?']).next().unwrap_or(link);
        let own = match path.strip_prefix(self.site.routes.origin()) {
            // Elsewhere on the same host.
            Some(rest) if self.site.routes.unmounted(rest).is_none() => return None,
            Some(rest) if rest.starts_with('/') => rest,
            _ if path.starts_with('/') && !path.starts_with("//") => path,
            _ => return None,
        };
        let Some(path) = self.site.routes.unmounted(own) else { return Some(own.to_owned()) };
        let exists = self.files.contains_key(&out_path(&decoded(path))) || path == "/build.json";
        (!exists).then(|| path.to_owned())
    }
}
