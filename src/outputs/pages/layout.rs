//! What every page has: head, breadcrumb, menu, footer.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::PageKind;
use super::calendar::{FeedView, feed};
use super::contact::{ContactView, contact_of, site_contact};
use super::icons::TOUCH_ICON;
use super::languages::{self, Choice};
use super::once;
use super::paint::ICON;
use super::share::SharedPicture;
use super::text::{PageSite, Text};
use crate::model::config::MenuItem;
use crate::model::page::PageRecord;
use crate::outputs::assets::{Assets, STYLESHEET};
use crate::outputs::calendar::LargeFeeds;
use crate::outputs::{Context, structured_data};
use crate::route::Route;
use crate::site::Site;
use crate::theme::Theme;
use crate::values::{PageType, Section};

/// The longest description of a page, in characters; search engines cut there.
const MAX_DESCRIPTION: usize = 200;

/// The faces of the default theme that every page needs.
const FONTS: [&str; 2] = ["assets/fonts/sans.woff2", "assets/fonts/serif.woff2"];

/// What a page says of itself.
#[derive(Debug, Default, Serialize)]
pub struct Layout {
    /// The name of the page; the home page's is the site's.
    pub title: Text,
    /// One or two sentences; the site's when empty.
    pub description: String,
    /// The path of the menu entry it belongs to.
    pub section: String,
    /// The pages above it.
    pub crumbs: Vec<NamedLink>,
    /// Whether it is an article (OpenGraph).
    pub article: bool,
    /// JSON-LD objects, each a script.
    pub structured_data: Vec<String>,
    /// A calendar file of its own.
    pub calendar: Option<NamedLink>,
    /// The same content in other formats.
    pub alternates: Vec<OtherFormat>,
    /// Why it is not public, when drafts are shown.
    pub preview: Option<String>,
    /// What networks show of it; the site's share image when it has no picture of its own.
    pub image: Option<SharedPicture>,
}

/// A link in the head or the breadcrumb.
#[derive(Debug, Serialize)]
pub struct NamedLink {
    label: String,
    href: String,
}

impl NamedLink {
    /// A link to a route.
    pub fn to(site: &Site, label: &str, route: Route<'_>) -> Self {
        NamedLink { label: label.to_owned(), href: site.routes.href(route) }
    }
}

/// The same content in another format.
#[derive(Debug, Serialize)]
pub struct OtherFormat {
    /// Its media type.
    pub media_type: &'static str,
    /// Where it is.
    pub href: String,
}

#[derive(Serialize)]
struct PageView {
    #[serde(flatten)]
    layout: Layout,
    /// How its heading is drawn: `long`, or `long longest`.
    title_class: &'static str,
    head_title: String,
    canonical: String,
    path: String,
    is_home: bool,
    noindex: bool,
    languages: Vec<Choice>,
    translations: Vec<languages::Alternate>,
    /// That some texts are in another language, because nobody has translated them.
    untranslated: Option<String>,
}

/// A long title is set smaller, so that what the page is about begins in the first view; by its
/// letters.
fn title_class(title: &str) -> &'static str {
    match title.chars().count() {
        121.. => "long longest",
        71.. => "long",
        _ => "",
    }
}

impl Layout {
    /// Of a page below a page of the menu.
    pub fn below(site: &Site, title: &str, route: Route<'_>) -> Self {
        let above = NamedLink::to(site, site.strings.get(title), route);
        Layout { section: site.routes.path(route), crumbs: vec![above], ..Layout::default() }
    }

    /// The layout as templates see it. `shows_original` says that the page shows texts that are
    /// not translated.
    pub(super) fn complete(
        mut self,
        context: &Context<'_>,
        page: &PageKind<'_>,
        shows_original: bool,
    ) -> Value {
        let site = context.site;
        let path = page.path(site);
        let site_title = site.config.title.get(&site.language);
        let is_home = path == site.routes.path(Route::Home);
        if self.description.is_empty() {
            let texts = site.config.description.as_ref();
            self.description = texts.map_or(site_title.clone(), |t| t.get(&site.language).clone());
        }
        self.description = shortened(&self.description);
        let image = context.share.of_page(&path, &self.section);
        self.image = self.image.or_else(|| Some(SharedPicture::drawn(site, image?)));
        let mut head_title = site_title.clone();
        if !is_home {
            head_title = format!("{} – {site_title}", self.title.text);
            let home = NamedLink::to(site, site.strings.get("nav.home"), Route::Home);
            self.crumbs.insert(0, home);
            let own = site.routes.link(&path);
            let above = self.crumbs.iter().map(|link| (link.label.as_str(), link.href.as_str()));
            let all = above.chain([(self.title.text.as_str(), own.as_str())]);
            self.structured_data.push(structured_data::breadcrumbs(site, all));
        }
        Value::from_serializable(&PageView {
            title_class: title_class(&self.title.text),
            layout: self,
            head_title,
            canonical: site.routes.url(&path),
            path,
            is_home,
            noindex: !page.is_indexed(site),
            languages: languages::choices(site, context.sites, page),
            translations: languages::alternates(context.sites, page),
            untranslated: shows_original.then(|| {
                let default = site.language_name(site.config.default_language().tag());
                site.strings.fill("language.untranslated", &[("language", &default)])
            }),
        })
    }
}

/// A text cut between words.
fn shortened(text: &str) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MAX_DESCRIPTION) {
        None => text,
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", text[..end].trim_end_matches([',', ';', ':', '–']).trim_end())
        }
    }
}

/// What is the same on every page.
#[derive(Debug, Serialize)]
pub struct Global {
    title: String,
    brand: String,
    logo: Option<String>,
    language: String,
    publisher: Option<Text>,
    funding_notice: Option<Text>,
    /// What the place of the programme is called.
    region: Option<Text>,
    home: String,
    stylesheet: String,
    /// Links to style sheets and scripts by their names in the theme.
    assets: BTreeMap<String, String>,
    /// The faces of a page in Latin-1, to be loaded with the stylesheet.
    fonts: Vec<String>,
    icon: String,
    touch_icon: String,
    web_manifest: String,
    feed: String,
    /// The feed of changes.
    changes: String,
    calendar: String,
    subscribe: FeedView,
    subscribe_page: String,
    menu: Vec<MenuEntry>,
    /// The content in simple language and in sign language.
    easy: Vec<MenuEntry>,
    legal: Vec<MenuEntry>,
    privacy: Option<String>,
    contact: Option<ContactView>,
}

#[derive(Debug, Serialize)]
struct MenuEntry {
    label: Text,
    /// The language of the page it leads to, when that is another.
    hreflang: Option<String>,
    href: String,
    path: String,
}

impl MenuEntry {
    /// Nothing of what is not public.
    fn of_item(site: &PageSite, section: Section, id: &str) -> Option<Self> {
        let (title, route) = match section {
            Section::Events => (&site.event_by_id(id)?.record.title, Route::Event(id)),
            Section::Delegations => {
                (&site.delegation_by_id(id)?.record.title, Route::Delegation(id))
            }
            Section::Press => (&site.release_by_id(id)?.record.title, Route::Release(id)),
        };
        let label = Text::of(site, title);
        let routes = if section == Section::Press { site.routes_to(title) } else { &site.routes };
        let hreflang = label.lang.clone().filter(|_| section == Section::Press);
        Some(MenuEntry { label, hreflang, href: routes.href(route), path: routes.path(route) })
    }

    fn of_page(site: &PageSite, page: &PageRecord) -> Self {
        let path = site.page_path(page);
        MenuEntry {
            label: Text::of(site, &page.title),
            hreflang: site.original_language(&page.body),
            href: site.routes.link(&path),
            path,
        }
    }
}

impl Global {
    /// The values of a site. What stands on every page is marked there, and counts for none.
    pub fn of(site: &Site, large_feeds: &LargeFeeds, assets: &Assets) -> Self {
        let site = &PageSite::new(site).with_feeds(large_feeds);
        let (language, routes) = (&site.language, &site.routes);
        let organisation =
            site.config.organisation.as_ref().and_then(|key| site.organisations.get(&key.0));
        let brand = &site.config.brand;
        Global {
            title: site.config.title.get(language).clone(),
            brand: brand.name.as_ref().unwrap_or(&site.config.title).get(language).clone(),
            logo: brand.logo.as_ref().map(|logo| routes.href(Route::Media(&logo.0))),
            language: language.tag().to_owned(),
            publisher: organisation.map(|organisation| Text::of(site, &organisation.name)),
            funding_notice: Text::maybe(site, site.config.funding_notice.as_ref()),
            region: site.config.region.as_ref().map(|region| Text::of(site, &region.name)),
            home: routes.href(Route::Home),
            stylesheet: assets.href(routes, STYLESHEET),
            assets: assets.links(routes),
            fonts: FONTS.map(|font| routes.href(Route::Static(font))).into(),
            icon: routes.href(Route::Static(ICON)),
            touch_icon: routes.href(Route::Static(TOUCH_ICON)),
            web_manifest: routes.href(Route::WebManifest),
            feed: routes.href(Route::PressFeed),
            changes: routes.href(Route::ChangesFeed),
            calendar: routes.href(Route::Calendar),
            subscribe: feed(site, Route::Calendar, site.strings.get("calendar.all")),
            subscribe_page: routes.href(Route::Subscribe),
            menu: menu(site),
            easy: pages_of(site, &[PageType::SimpleLanguage, PageType::SignLanguage]),
            legal: pages_of(site, &[PageType::Imprint, PageType::Privacy, PageType::Accessibility]),
            privacy: site
                .page_of_type(PageType::Privacy)
                .map(|page| routes.link(&site.page_path(page))),
            contact: contact_of(site, site_contact(site)),
        }
    }
}

/// What templates call it.
const GLOBAL: &str = "site";

/// The component of what ends every page.
const FOOTER: &str = "footer";

/// The component of the menu.
const MENU: &str = "menu";

/// A theme in the language of a site, where every template sees a [`Global`].
pub fn themed(theme: &Theme, site: &Site, global: &Global) -> Theme {
    let mut theme = theme.in_language(&site.strings);
    let menus = |theme: &Theme| Value::from(menus(theme, site, &global.menu));
    let global = Value::from_serializable(global);
    theme.show(GLOBAL, global.clone());
    let footer = once::rendered(&theme, &site.language, FOOTER, &[(GLOBAL, &global)]);
    let global = once::with_field(global, "menus", Some(menus(&theme)));
    theme.show(GLOBAL, once::with_field(global, FOOTER, footer));
    theme
}

/// The menu as pages of each section show it that are not in it themselves, by the section's path;
/// by no path that of pages outside of all.
fn menus(theme: &Theme, site: &Site, menu: &[MenuEntry]) -> BTreeMap<String, Value> {
    let entries = Value::from_serializable(&menu);
    let sections = menu.iter().map(|entry| entry.path.as_str()).chain([""]);
    let shown = |section: &str| {
        let arguments =
            [(MENU, &entries), ("path", &Value::from("")), ("section", &Value::from(section))];
        Some((section.to_owned(), once::rendered(theme, &site.language, MENU, &arguments)?))
    };
    sections.filter_map(shown).collect()
}

/// The menu of site.yaml, then pages with a place in the menu of their own.
fn menu(site: &PageSite) -> Vec<MenuEntry> {
    let entry = |label: &str, route: Route<'_>| MenuEntry {
        label: label.into(),
        hreflang: None,
        href: site.routes.href(route),
        path: site.routes.path(route),
    };
    let page_entry = |page: &PageRecord| MenuEntry::of_page(site, page);
    let mut menu: Vec<MenuEntry> = Vec::new();
    for item in &site.config.menu {
        menu.extend(match item {
            MenuItem::Section(Section::Delegations) => {
                Some(entry(site.strings.get("delegations.title"), Route::Delegations))
            }
            MenuItem::Section(Section::Events) => {
                Some(entry(site.strings.get("events.title"), Route::Events))
            }
            MenuItem::Section(Section::Press) => {
                Some(entry(site.strings.get("press.title"), Route::Press))
            }
            MenuItem::Page(id) => site.page_by_id(&id.0).map(page_entry),
            MenuItem::Item(section, id) => MenuEntry::of_item(site, *section, &id.0),
            MenuItem::Link { url, label } => Some(MenuEntry {
                label: Text::of(site, label),
                hreflang: None,
                href: url.0.clone(),
                path: url.0.clone(),
            }),
        });
    }
    let mut pages: Vec<_> = site.pages.iter().filter(|page| page.menu.is_some()).collect();
    pages.sort_by_key(|page| page.menu);
    for page in pages {
        let entry = page_entry(page);
        if !menu.iter().any(|known| known.path == entry.path) {
            menu.push(entry);
        }
    }
    if site.shows_search() {
        menu.push(entry(site.strings.get("search.title"), Route::Search));
    }
    menu
}

/// The pages of some types, as far as they are there: the law wants links to them everywhere.
fn pages_of(site: &PageSite, kinds: &[PageType]) -> Vec<MenuEntry> {
    let pages = kinds.iter().filter_map(|kind| site.page_of_type(*kind));
    pages.map(|page| MenuEntry::of_page(site, page)).collect()
}
