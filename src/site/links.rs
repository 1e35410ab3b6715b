//! Where a link in a Markdown text leads, once the whole site is known.

use pulldown_cmark_escape::escape_href;

use super::Site;
use super::picture::Loading;
use crate::markdown::{Link, Markdown, Target};
use crate::model::page::PageRecord;
use crate::route::Route;
use crate::values::MediaFile;

/// The folder of a content file below `content/`, and the id of its record: a translation has
/// that of its original.
fn folder_and_id(file: &str) -> Option<(&str, &str)> {
    let (folder, rest) = file.strip_prefix("content/")?.split_once('/')?;
    let name = rest.rsplit('/').next()?;
    Some((folder, name.split('.').next()?))
}

impl Site<'_> {
    /// The path on the site that a target stands for; nothing for what lies elsewhere or is
    /// not there.
    pub fn target_path(&self, target: &Target) -> Option<String> {
        match target {
            Target::Elsewhere(_) | Target::Anchor(_) => None,
            Target::Site(path, _) => Some(path.clone()),
            Target::Content(file, _) => self.file_path(file),
        }
    }

    /// The path of the page on which the texts of a content file stand.
    pub fn page_with(&self, file: &str) -> Option<String> {
        let is_config = file == &*self.config.file;
        if is_config { Some(self.routes.path(Route::Press)) } else { self.file_path(file) }
    }

    /// The path of the page that is made from a content file.
    fn file_path(&self, file: &str) -> Option<String> {
        if let Some(media) = file.strip_prefix("content/media/") {
            return Some(self.routes.path(Route::Media(media)));
        }
        let (folder, id) = folder_and_id(file)?;
        let route = match folder {
            "events" => Route::Event(&self.event_by_id(id)?.record.id),
            "delegations" => Route::Delegation(&self.delegation_by_id(id)?.record.id),
            "press" => {
                let release = self.release_by_id(id)?;
                return Some(self.routes_to(&release.body).path(Route::Release(&release.id)));
            }
            "pages" => return Some(self.page_path(self.page_by_id(id)?)),
            _ => return None,
        };
        Some(self.routes.path(route))
    }

    /// Whether a target has no page in the language of the site, so that one reads the original.
    fn leads_to_original(&self, target: &Target) -> bool {
        let Target::Content(file, _) = target else { return false };
        let routes = match folder_and_id(file) {
            Some(("press", id)) => self.release_by_id(id).map(|r| self.routes_to(&r.body)),
            Some(("pages", id)) => self.page_by_id(id).map(|page| self.routes_to(&page.body)),
            _ => None,
        };
        routes.is_some_and(|routes| *routes.language() != self.language)
    }

    /// The path of a page that an editor wrote; of the original when it is not translated.
    pub fn page_path(&self, page: &PageRecord) -> String {
        let routes = self.routes_to(&page.body);
        routes.path(Route::Page(page.slug.get(routes.language())))
    }

    /// The address of a link; `address` makes it from a path on the site.
    fn address(&self, link: &Link, address: &impl Fn(&str) -> String) -> String {
        let anchor = match &link.target {
            Target::Elsewhere(url) => return url.clone(),
            Target::Anchor(anchor) => return format!("#{anchor}"),
            Target::Content(_, anchor) | Target::Site(_, anchor) => anchor,
        };
        let path = self.target_path(&link.target).map(|path| address(&path)).unwrap_or_default();
        match anchor {
            Some(anchor) => format!("{path}#{anchor}"),
            None => path,
        }
    }

    /// A text as HTML; `address` makes addresses from paths on the site. A link to what is not
    /// translated says the language of the page it leads to.
    pub fn html(&self, markdown: &Markdown, address: impl Fn(&str) -> String) -> String {
        self.filled(markdown, false, Loading::AsItCan, address)
    }

    /// A text as HTML on a page, with marks on its anchors: the page
    /// [settles](crate::markdown::anchor::settle) which they are.
    /// Pictures are loaded as `loading` says.
    pub fn html_on_page(&self, markdown: &Markdown, loading: Loading) -> String {
        self.filled(markdown, true, loading, |path| self.routes.link(path))
    }

    fn filled(
        &self,
        markdown: &Markdown,
        marked: bool,
        loading: Loading,
        address: impl Fn(&str) -> String,
    ) -> String {
        let first = markdown.links.iter().find(|link| link.is_picture);
        let escaped = |link: &Link| {
            let mut href = String::new();
            if let Target::Content(path, _) = &link.target
                && link.is_picture
            {
                let loading = loading.of(first.is_some_and(|first| first.range == link.range));
                return self.picture(path, &address).as_attributes(loading);
            }
            // Writing into a String cannot fail.
            let _ = escape_href(&mut href, &self.address(link, &address));
            if self.leads_to_original(&link.target) {
                href.push_str("\" hreflang=\"");
                href.push_str(self.config.default_language().tag());
            }
            href
        };
        let facts = |link: &Link| {
            let file = link.target.media().map(|name| MediaFile(name.to_owned()));
            let facts = file.and_then(|file| self.media.facts(&file));
            facts.map(|facts| format!(" ({})", self.file_facts(facts))).unwrap_or_default()
        };
        markdown.html(marked, escaped, facts, |key| self.strings.get(key).to_owned())
    }

    /// A text without markup, its links written out.
    pub fn plain(&self, markdown: &Markdown) -> String {
        markdown.plain(|link| match &link.target {
            Target::Elsewhere(url) => {
                let address = url.trim_start_matches("tel:");
                match address.strip_prefix("mailto:") {
                    Some(mail) => mail.split('?').next().unwrap_or(mail).to_owned(),
                    None => address.to_owned(),
                }
            }
            _ => self.address(link, &|path: &str| self.routes.url(path)),
        })
    }
}
