//! Every URL and every output path is made here and nowhere else. A [`Route`] names what is
//! meant; [`Routes`] knows the words of the language and where the site is mounted. Output
//! paths never contain the mount path, links always do.

mod path;

use std::sync::Arc;

use crate::country::Country;
use crate::host;
use crate::language::Language;

pub use path::{address, encode, out_path, site_path};

/// Something that has an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route<'r> {
    /// The home page.
    Home,
    /// Upcoming events.
    Events,
    /// The events of a year.
    EventYear(i16),
    /// The events of a kind, by its key.
    EventKind(&'r str),
    /// An event by its id.
    Event(&'r str),
    /// The calendar file of an event.
    EventCalendar(&'r str),
    /// The feed of all events and visits.
    Calendar,
    /// The same feed with reminders.
    Reminders,
    /// The feed of the last days to register.
    Deadlines,
    /// The feed of all events and visits as jCal.
    CalendarJcal,
    /// The same as JSCalendar.
    CalendarJscalendar,
    /// The Atom feed of what changed about events and visits.
    ChangesFeed,
    /// How to subscribe to calendars.
    Subscribe,
    /// Countries and their visits.
    Delegations,
    /// The programme of a visit, one sheet to print.
    DelegationSheet(&'r str),
    /// A visit by its id.
    Delegation(&'r str),
    /// The calendar file of a visit and its events.
    DelegationCalendar(&'r str),
    /// A country.
    Country(&'static Country),
    /// The feed of a country.
    CountryCalendar(&'static Country),
    /// The Atom feed of the releases about a country.
    CountryFeed(&'static Country),
    /// A sector by its key.
    Sector(&'r str),
    /// The feed of a sector.
    SectorCalendar(&'r str),
    /// The Atom feed of the releases about a sector.
    SectorFeed(&'r str),
    /// The latest releases.
    Press,
    /// The releases of a year.
    PressYear(i16),
    /// A release by its id.
    Release(&'r str),
    /// A release as plain text.
    ReleaseText(&'r str),
    /// The Atom feed of the releases.
    PressFeed,
    /// The search.
    Search,
    /// What the search knows of all items: titles, places, names, dates.
    SearchIndex,
    /// What the search knows of their texts.
    SearchTexts,
    /// A page by its slug.
    Page(&'r str),
    /// A file below `content/media/`.
    Media(&'r str),
    /// A smaller size of a photograph, by its name.
    Photo(&'r str),
    /// A share image by its name.
    ShareImage(&'r str),
    /// What devices show of the site beside their own.
    WebManifest,
    /// A style sheet or a script of the theme, by the name that it is published under.
    Asset(&'r str),
    /// A file of the theme's `static/`.
    Static(&'r str),
    /// Facts for programs: `events`, `delegations` or `press`.
    Data(&'r str),
    /// The sitemap, or its index.
    Sitemap,
    /// A part of a sitemap that has an index, from 1.
    SitemapPart(usize),
    /// Rules for crawlers.
    Robots,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// Every component of the theme, in a preview.
    Gallery,
    /// What was built.
    Manifest,
}

impl Route<'_> {
    /// Whether it is the same file for every language.
    fn is_neutral(self) -> bool {
        matches!(
            self,
            Route::Media(_)
                | Route::Photo(_)
                | Route::ShareImage(_)
                | Route::Asset(_)
                | Route::Static(_)
                | Route::Data(_)
                | Route::Sitemap
                | Route::SitemapPart(_)
                | Route::Robots
                | Route::Manifest
        )
    }
}

/// The words in URLs.
#[derive(Debug, Clone)]
pub struct PathWords {
    /// `veranstaltungen`
    pub events: String,
    /// `delegationen`
    pub delegations: String,
    /// `presse`
    pub press: String,
    /// `laender`
    pub countries: String,
    /// `branchen`
    pub sectors: String,
    /// `art`, below the events
    pub kinds: String,
    /// `kalender`
    pub subscribe: String,
    /// `aenderungen`
    pub changes: String,
    /// `suche`
    pub search: String,
}

/// Makes the addresses of a site in one of its languages.
#[derive(Debug, Clone)]
pub struct Routes {
    /// The languages and their words; the first is the default, at the root.
    languages: Arc<[(Language, PathWords)]>,
    /// Which of them it speaks.
    spoken: usize,
    /// Scheme and host in ASCII, without a `/` at the end.
    origin: String,
    /// The path the site is mounted at, without a `/` at the end.
    mount: String,
}

impl Routes {
    /// Routes of a site at `base_url`, which ends with `/`, in the first of its languages.
    pub fn new(base_url: &str, languages: Vec<(Language, PathWords)>) -> Self {
        let host_start = base_url.find("://").map_or(0, |at| at + 3);
        let path_start =
            base_url[host_start..].find('/').map_or(base_url.len(), |at| host_start + at);
        let (origin, mount) = base_url.split_at(path_start);
        // Mostly programs read it, and browsers show it as people write it.
        let origin = host::in_ascii(origin).into_owned();
        Routes {
            languages: languages.into(),
            spoken: 0,
            origin,
            mount: mount.trim_end_matches('/').to_owned(),
        }
    }

    /// The same site's routes in another of its languages; in the default one when it does not
    /// have that language.
    pub fn to(&self, language: &Language) -> Routes {
        let spoken = self.languages.iter().position(|(known, _)| known == language);
        Routes { spoken: spoken.unwrap_or(0), ..self.clone() }
    }

    /// The language they are in.
    pub fn language(&self) -> &Language {
        &self.languages[self.spoken].0
    }

    /// All languages, the default first.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.iter().map(|(language, _)| language)
    }

    /// The words of the language they are in.
    pub fn words(&self) -> &PathWords {
        &self.languages[self.spoken].1
    }

    /// The path of a route on the site, from its root: `/presse/`, `/en/press/`. What has no
    /// language is at the root.
    pub fn path(&self, route: Route<'_>) -> String {
        let path = self.path_in_language(route);
        if self.spoken == 0 || route.is_neutral() {
            path
        } else {
            format!("/{}{path}", self.language())
        }
    }

    // Those that a site has by the thousand are put together without `format!`.
    fn path_in_language(&self, route: Route<'_>) -> String {
        let (language, words) = &self.languages[self.spoken];
        let language = language.tag();
        match route {
            Route::Home => "/".to_owned(),
            Route::Events => format!("/{}/", words.events),
            Route::EventYear(year) => format!("/{}/{year}/", words.events),
            Route::EventKind(key) => {
                ["/", &words.events, "/", &words.kinds, "/", key, "/"].concat()
            }
            Route::Event(id) => ["/", &words.events, "/", id, "/"].concat(),
            Route::EventCalendar(id) => ["/", &words.events, "/", id, ".ics"].concat(),
            Route::Calendar => format!("/{}/calendar.ics", words.events),
            Route::Reminders => format!("/{}/reminders.ics", words.events),
            Route::Deadlines => format!("/{}/deadlines.ics", words.events),
            Route::CalendarJcal => format!("/{}/calendar.jcal.json", words.events),
            Route::CalendarJscalendar => format!("/{}/calendar.jscalendar.json", words.events),
            Route::ChangesFeed => format!("/{}/{}/feed.xml", words.events, words.changes),
            Route::Subscribe => format!("/{}/{}/", words.events, words.subscribe),
            Route::Delegations => format!("/{}/", words.delegations),
            Route::Delegation(id) => ["/", &words.delegations, "/", id, "/"].concat(),
            Route::DelegationSheet(id) => format!("/{}/{id}/print/", words.delegations),
            Route::DelegationCalendar(id) => format!("/{}/{id}.ics", words.delegations),
            Route::Country(country) => {
                ["/", &words.countries, "/", country.slug(language), "/"].concat()
            }
            Route::CountryCalendar(country) => {
                format!("/{}/{}/calendar.ics", words.countries, country.slug(language))
            }
            Route::CountryFeed(country) => {
                format!("/{}/{}/feed.xml", words.countries, country.slug(language))
            }
            Route::Sector(key) => ["/", &words.sectors, "/", key, "/"].concat(),
            Route::SectorCalendar(key) => format!("/{}/{key}/calendar.ics", words.sectors),
            Route::SectorFeed(key) => format!("/{}/{key}/feed.xml", words.sectors),
            Route::Press => format!("/{}/", words.press),
            Route::PressYear(year) => format!("/{}/{year}/", words.press),
            Route::Release(id) => ["/", &words.press, "/", id, "/"].concat(),
            Route::ReleaseText(id) => format!("/{}/{id}/index.txt", words.press),
            Route::PressFeed => format!("/{}/feed.xml", words.press),
            Route::Search => format!("/{}/", words.search),
            Route::SearchIndex => format!("/{}/index.json", words.search),
            Route::SearchTexts => format!("/{}/texts.json", words.search),
            Route::Page(slug) => ["/", slug, "/"].concat(),
            Route::Media(file) => format!("/media/{file}"),
            Route::Photo(name) => format!("/assets/photos/{name}"),
            Route::ShareImage(name) => format!("/assets/share/{name}"),
            Route::WebManifest => "/site.webmanifest".to_owned(),
            Route::Asset(name) => format!("/assets/{name}"),
            Route::Static(file) => format!("/{file}"),
            Route::Data(kind) => format!("/data/{kind}.json"),
            Route::Sitemap => "/sitemap.xml".to_owned(),
            Route::SitemapPart(part) => format!("/sitemap-{part}.xml"),
            Route::Robots => "/robots.txt".to_owned(),
            Route::Gallery => "/stil/".to_owned(),
            Route::NotFound => "/404.html".to_owned(),
            Route::Manifest => "/build.json".to_owned(),
        }
    }

    /// The path of the continuation of a list; page 1 is the list itself.
    pub fn page_path(&self, route: Route<'_>, page: usize) -> String {
        let path = self.path(route);
        if page <= 1 { path } else { format!("{path}{page}/") }
    }

    /// The link to a path on the site: root-relative, with the mount path.
    pub fn link(&self, path: &str) -> String {
        [self.mount.as_str(), &encode(path)].concat()
    }

    /// The whole URL of a path on the site.
    pub fn url(&self, path: &str) -> String {
        [self.origin.as_str(), &self.mount, &encode(path)].concat()
    }

    /// The link to a route.
    pub fn href(&self, route: Route<'_>) -> String {
        self.link(&self.path(route))
    }

    /// The whole URL of a route.
    pub fn absolute(&self, route: Route<'_>) -> String {
        self.url(&self.path(route))
    }

    /// The path on the site that a link made by [`Routes::link`] leads to, still encoded;
    /// nothing when it leads out of the mount path.
    pub fn unmounted<'l>(&self, link: &'l str) -> Option<&'l str> {
        link.strip_prefix(&self.mount).filter(|path| path.starts_with('/'))
    }

    /// The path the site is mounted at, without a `/` at the end.
    pub fn mount(&self) -> &str {
        &self.mount
    }

    /// Scheme and host.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::new(tag).unwrap_or_else(|| panic!("a tag"))
    }

    fn routes(base_url: &str) -> Routes {
        let words = |words: &str| {
            let mut words = words.split(' ').map(str::to_owned);
            let mut next = || words.next().unwrap_or_else(|| panic!("a word"));
            PathWords {
                events: next(),
                delegations: next(),
                press: next(),
                countries: next(),
                sectors: next(),
                kinds: next(),
                subscribe: next(),
                changes: next(),
                search: next(),
            }
        };
        let german =
            "veranstaltungen delegationen presse laender branchen art kalender aenderungen suche";
        let english = "events delegations press countries sectors kind calendars changes search";
        let languages = vec![(language("de"), words(german)), (language("en"), words(english))];
        Routes::new(base_url, languages)
    }

    #[test]
    fn a_second_language_has_its_words_below_its_tag_and_shares_what_has_no_language() {
        let german = routes("https://x.example.org/unter/");
        let english = german.to(&language("en"));
        assert_eq!(english.href(Route::Home), "/unter/en/");
        assert_eq!(english.path(Route::Event("treffen")), "/en/events/treffen/");
        let mexico = Country::by_code("MX").unwrap_or_else(|| panic!("a country"));
        assert_eq!(english.path(Route::Country(mexico)), "/en/countries/mexico/");
        assert_eq!(english.path(Route::Data("events")), german.path(Route::Data("events")));
        assert_eq!(english.to(&language("de")).path(Route::Press), "/presse/");
        assert_eq!(english.to(&language("fr")).path(Route::Press), "/presse/");
    }

    #[test]
    fn links_contain_the_mount_path_and_output_paths_do_not() {
        let routes = routes("https://x.example.org/unter/pfad/");
        assert_eq!(routes.href(Route::Press), "/unter/pfad/presse/");
        assert_eq!(routes.absolute(Route::Home), "https://x.example.org/unter/pfad/");
        assert_eq!(out_path(&routes.path(Route::Press)), "presse/index.html");
    }

    #[test]
    fn a_file_with_umlauts_has_an_encoded_link_and_a_plain_path() {
        let routes = routes("https://x.example.org/");
        assert_eq!(routes.href(Route::Media("Übersicht 1.pdf")), "/media/%C3%9Cbersicht%201.pdf");
        assert_eq!(
            out_path(&routes.path(Route::Media("Übersicht 1.pdf"))),
            "media/Übersicht 1.pdf"
        );
    }
}
