//! The Atom feed of what changed about events and visits (RFC 4287). Calendars on the web hide what
//! is called off; who reads this feed is told. An entry is one change; it stays what it was,
//! whatever changes later.

use jiff::Timestamp;
use quick_xml::escape::escape;
use quick_xml::events::BytesText;
use uuid::Uuid;

use super::atom::{allowed, author, link, text};
use super::xml::{Xml, document};
use super::{Artifact, Context};
use crate::dates::{Clocks, Dates, rfc3339_in};
use crate::language::Translated;
use crate::route::{Route, out_path};
use crate::site::{News, Site, Told};

/// The feed.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let path = out_path(&site.routes.path(Route::ChangesFeed));
    vec![Artifact::new(path, None, move || Ok(feed(site).into()))]
}

/// What a change is a change of.
struct Item<'s> {
    title: &'s Translated<String>,
    route: Route<'s>,
    /// Its date as it is now, where it has one.
    now: Option<String>,
    /// The clocks by which its times are told.
    clocks: Clocks,
    told: Told<'s>,
}

/// All changes of what the calendar keeps, the newest first.
fn items<'s>(site: &'s Site) -> Vec<Item<'s>> {
    let dates = Dates(&site.strings);
    let events = site.events.iter().filter(|event| site.is_kept(event.days().last));
    let events = events.flat_map(|event| {
        let clocks = site.clocks(&site.whole(event));
        site.told_of_event(event).into_iter().map(move |told| Item {
            title: &event.title,
            route: Route::Event(&event.id),
            now: told.date.map(|date| dates.event_by(date, false, &clocks)),
            clocks: clocks.clone(),
            told,
        })
    });
    let visits = site.delegations.iter().filter(|visit| site.is_kept(visit.dates.days().last));
    let visits = visits.flat_map(|visit| {
        site.told_of_visit(visit).into_iter().map(move |told| Item {
            title: &visit.title,
            route: Route::Delegation(&visit.id),
            now: Some(dates.visit(visit.dates)),
            clocks: Clocks::default(),
            told,
        })
    });
    let mut items: Vec<Item> = events.chain(visits).collect();
    items.sort_by_key(|item| (std::cmp::Reverse(item.told.update.at), item.told.id));
    items
}

fn feed(site: &Site) -> Vec<u8> {
    let items = items(site);
    let title = site.config.title.get(&site.language);
    let title = site.strings.fill("changes.feed_title", &[("site", title)]);
    // A feed in another language is another feed; its entries are the same.
    let feed =
        if site.is_default() { "changes".to_owned() } else { format!("changes/{}", site.language) };
    let newest = items.first().map_or(Timestamp::UNIX_EPOCH, |item| item.told.update.at);
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language.tag())];
    document("feed", &attributes, |xml| {
        text(xml, "title", &title);
        text(xml, "id", &urn(site.uid("feed", &feed)));
        text(xml, "updated", &rfc3339_in(newest, site.zone()));
        link(xml, "self", "application/atom+xml", &site.routes.absolute(Route::ChangesFeed));
        link(xml, "alternate", "text/html", &site.routes.absolute(Route::Events));
        author(xml, site);
        items.iter().for_each(|item| entry(xml, site, item));
    })
}

fn urn(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

fn entry(xml: &mut Xml, site: &Site, item: &Item<'_>) {
    let at = rfc3339_in(item.told.update.at, site.zone());
    let title = item.title.get(&site.language);
    let title =
        site.strings.fill(&format!("changes.title.{}", item.told.news.word()), &[("title", title)]);
    let _ = xml.create_element("entry").write_inner_content(|xml| {
        let mut element = xml.create_element("title");
        let spoken = site.language_of(item.title);
        if *spoken != site.language {
            element = element.with_attribute(("xml:lang", spoken.tag()));
        }
        element.write_text_content(BytesText::new(&allowed(&title)))?;
        text(xml, "id", &urn(item.told.id));
        text(xml, "published", &at);
        text(xml, "updated", &at);
        link(xml, "alternate", "text/html", &site.routes.absolute(item.route));
        xml.create_element("content")
            .with_attribute(("type", "html"))
            .write_text_content(BytesText::new(&allowed(&content(site, item))))?;
        Ok(())
    });
}

/// What the editor says, and the dates, as HTML.
fn content(site: &Site, item: &Item<'_>) -> String {
    let mut html = String::new();
    if let Some(note) = &item.told.update.note {
        let spoken = site.language_of(note);
        let lang = if *spoken == site.language {
            String::new()
        } else {
            format!(" lang=\"{}\"", spoken.tag())
        };
        html.push_str(&format!("<p{lang}>{}</p>", escape(note.get(&site.language))));
    }
    let lines: Vec<String> =
        lines(site, item).iter().map(|line| escape(line).into_owned()).collect();
    if !lines.is_empty() {
        html.push_str(&format!("<p>{}</p>", lines.join("<br>")));
    }
    let url = site.routes.absolute(item.route);
    html.push_str(&format!("<p><a href=\"{0}\">{0}</a></p>", escape(&url)));
    html
}

/// The date before and the date after, as far as they are known.
fn lines(site: &Site, item: &Item<'_>) -> Vec<String> {
    let dates = Dates(&site.strings);
    let told = &item.told;
    let start = |start| dates.start(start, &item.clocks);
    let before = told.before.as_ref().map(start);
    let after = told.after.as_ref().map(start).or_else(|| item.now.clone());
    let line = |key: &str, time: &str| site.strings.fill(key, &[("time", time)]);
    match told.news {
        News::Postponed => {
            let before = before.or(after).map(|time| line("changes.before", &time));
            let open = site.strings.get("events.status_text.postponed").to_owned();
            before.into_iter().chain([open]).collect()
        }
        News::Cancelled => {
            let before = before.map(|time| line("changes.before", &time));
            before.into_iter().chain(after.map(|time| line("changes.not_held", &time))).collect()
        }
        _ => {
            let key = if before.is_some() { "changes.after" } else { "changes.date" };
            let before = before.map(|time| line("changes.before", &time));
            before.into_iter().chain(after.map(|time| line(key, &time))).collect()
        }
    }
}
