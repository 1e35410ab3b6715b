//! What a web server has to know beside the files: types, headers, what has moved and what is
//! gone. Each server reads it in its own words; all of them are made from the routes of the site,
//! so that they hold in every language, with the site's own words and wherever it is mounted.

mod apache;
mod caddy;
pub mod headers;
mod nginx;
mod static_host;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::{Alias, all};
use super::{Artifact, Context};
use crate::files::OutPath;
use crate::language::Language;
use crate::route::{Route, Routes, out_path, site_path};
use crate::site::Site;
use crate::values::{Gone, HostingFile, Section};

/// A server that can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// nginx: a file that it includes in `http { … }`.
    Nginx,
    /// Caddy: a Caddyfile.
    Caddy,
    /// A file that a server looks for among the files of the site.
    File(HostingFile),
}

/// The files that `hosting` in site.yaml names.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let files = context.site.config.hosting.iter().copied();
    files
        .map(|file| {
            let render = move || {
                let hosting = Hosting::of(Some(context.site), "");
                Ok(hosting.text(Server::File(file), "").into_bytes().into())
            };
            Artifact::new(file.word().to_owned(), None, render)
        })
        .collect()
}

/// What a server has to know beside the files.
#[derive(Debug, Clone)]
pub struct Hosting {
    /// Makes links; knows where the site is mounted.
    pub routes: Routes,
    /// The files of what is gone for good (`gone` and `withdrawn` in site.yaml).
    pub gone: BTreeSet<OutPath>,
    /// Links to where things are now, by the files of their old addresses.
    pub moved: BTreeMap<OutPath, String>,
    /// Whether texts lie compressed beside themselves.
    is_compressed: bool,
    /// The id of the site: names in a configuration begin with it.
    id: String,
}

/// An address that is answered with a page for what is not there, and that page; both are links.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NotFound {
    /// Everything below this address, which ends with a `/`.
    below: String,
    page: String,
}

impl Hosting {
    /// The facts of a site in the default language, at `base_url` when there is none.
    pub fn of(site: Option<&Site<'_>>, base_url: &str) -> Self {
        let Some(site) = site else {
            let routes = Routes::new(base_url, Vec::new());
            let (gone, moved) = (BTreeSet::new(), BTreeMap::new());
            return Hosting { routes, gone, moved, is_compressed: false, id: String::new() };
        };
        let link = |alias: Alias<'_>| (alias.stub, site.routes.href(alias.target));
        let moved: BTreeMap<OutPath, String> = all(site).into_iter().map(link).collect();
        let gone = site.config.gone.iter().flat_map(|(_, gone)| files_of(&site.routes, gone));
        let media = site.media.gone().map(|name| out_path(&site.routes.path(Route::Media(name))));
        let gone = gone.chain(media);
        // An old address that leads on is not gone, though the item is that had it.
        let gone = gone.filter(|file| !moved.contains_key(file)).collect();
        let (routes, id) = (site.routes.clone(), site.config.id.clone());
        Hosting { routes, gone, moved, is_compressed: site.config.outputs.gzip, id }
    }

    /// The configuration of a server. The files of the host lie in `folder`, those of a site that
    /// is mounted below a path in a folder of that path.
    pub fn text(&self, server: Server, folder: &str) -> String {
        match server {
            Server::Nginx => nginx::text(self, folder),
            Server::Caddy => caddy::text(self, folder),
            Server::File(HostingFile::Apache) => apache::text(self),
            Server::File(HostingFile::Headers) => static_host::headers(self),
            Server::File(HostingFile::Redirects) => static_host::redirects(self),
        }
    }

    /// The host of the site, without scheme and port.
    pub fn host(&self) -> &str {
        let authority = self.routes.origin().rsplit("://").next().unwrap_or_default();
        let port = authority.rfind(':').filter(|at| {
            authority.get(at + 1..).is_some_and(|port| port.bytes().all(|c| c.is_ascii_digit()))
        });
        port.and_then(|at| authority.get(..at)).unwrap_or(authority)
    }

    /// The port of the site, when it is not the usual one.
    fn port(&self) -> Option<&str> {
        self.routes.origin().rsplit("://").next()?.strip_prefix(self.host())?.strip_prefix(':')
    }

    fn is_encrypted(&self) -> bool {
        self.routes.origin().starts_with("https://")
    }

    /// The headers of every answer.
    fn headers(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let encrypted = self.is_encrypted().then_some(headers::ENCRYPTED);
        headers::ALWAYS.into_iter().chain(encrypted)
    }

    /// The address of a file of the output, not encoded.
    fn address(&self, file: &str) -> String {
        format!("{}{}", self.routes.mount(), site_path(file))
    }

    /// Where things are now, as links, by their old addresses, not encoded. The file behind an
    /// address keeps its own: whoever asks for `…/index.html` gets it.
    fn redirects(&self) -> BTreeMap<String, &str> {
        let mut redirects = BTreeMap::new();
        for (file, target) in &self.moved {
            for address in with_and_without_slash(self.address(file)) {
                redirects.insert(address, target.as_str());
            }
        }
        redirects
    }

    /// Addresses of what is gone, not encoded.
    fn gone_addresses(&self) -> BTreeSet<String> {
        let mut gone = BTreeSet::new();
        for file in &self.gone {
            let address = self.address(file);
            let is_page = address.ends_with('/');
            gone.extend(is_page.then(|| format!("{address}index.html")));
            gone.extend(with_and_without_slash(address));
        }
        let redirects = self.redirects();
        gone.retain(|address| !redirects.contains_key(address));
        gone
    }

    /// A pattern for addresses that are kept for ever (PCRE and RE2).
    fn hashed(&self) -> String {
        let mount = literal(self.routes.mount());
        format!("^{mount}/{}/.*{}", headers::ASSETS, headers::HASHED)
    }

    /// The page for what is not there.
    fn not_found(&self) -> String {
        self.routes.href(Route::NotFound)
    }

    /// Those of other languages, where they have their own.
    fn not_found_elsewhere(&self) -> Vec<NotFound> {
        let others = self.languages().skip(1).map(|routes| NotFound {
            below: routes.href(Route::Home),
            page: routes.href(Route::NotFound),
        });
        others.filter(|other| other.page != self.not_found()).collect()
    }

    /// The links of all Atom feeds.
    fn feeds(&self) -> Vec<String> {
        let feeds = |routes: Routes| [Route::PressFeed, Route::ChangesFeed].map(|f| routes.href(f));
        self.languages().flat_map(feeds).collect()
    }

    fn languages(&self) -> impl Iterator<Item = Routes> {
        let languages: Vec<Language> = self.routes.languages().cloned().collect();
        languages.into_iter().map(|language| self.routes.to(&language))
    }
}

/// An address as people type it: that of a page also without the `/` at its end.
fn with_and_without_slash(address: String) -> impl Iterator<Item = String> {
    let bare = address.strip_suffix('/').filter(|bare| !bare.is_empty()).map(str::to_owned);
    [Some(address), bare].into_iter().flatten()
}

/// A text between quotation marks, as nginx and Apache read it. Neither has a sign for every control
/// character, and for Apache a line ends within quotation marks too: what has no sign is left out.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '\\' | '"' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str(r"\n"),
            '\r' => quoted.push_str(r"\r"),
            '\t' => quoted.push_str(r"\t"),
            c if c.is_control() => {}
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A text as a regular expression that it alone fits (PCRE and RE2).
fn literal(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        if c.is_control() {
            pattern.push_str(&format!(r"\x{{{:02x}}}", u32::from(c)));
            continue;
        }
        if c.is_ascii_punctuation() && !"/-_~%'\"".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

/// The first lines of every configuration.
fn head(hosting: &Hosting, lines: &[&str]) -> String {
    let base = hosting.routes.absolute(Route::Home);
    let mut text = format!("# {base}: made by `bba hosting` from the content, to be made again ");
    text.push_str("when aliases,\n# languages or words in addresses change.\n");
    for line in lines {
        text.push_str(&format!("# {line}\n"));
    }
    text
}

/// The files of what is gone; of an item those of its pages and calendar files in every language.
pub fn files_of(routes: &Routes, gone: &Gone) -> Vec<OutPath> {
    let (section, id) = match gone {
        Gone::Path(path) => return vec![out_path(&path.decoded())],
        Gone::Item(section, id) => (section, id.0.as_str()),
    };
    let routes_of_item = match section {
        Section::Events => [Some(Route::Event(id)), Some(Route::EventCalendar(id))],
        Section::Delegations => [Some(Route::Delegation(id)), Some(Route::DelegationCalendar(id))],
        Section::Press => [Some(Route::Release(id)), None],
    };
    let languages = routes.languages().map(|language| routes.to(language));
    let paths = languages.flat_map(|routes| {
        routes_of_item.into_iter().flatten().map(move |route| out_path(&routes.path(route)))
    });
    paths.collect()
}
