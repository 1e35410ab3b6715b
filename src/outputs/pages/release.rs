//! The page of a press release, in the order journalists expect: the word, place and date,
//! headline, lead, text, boilerplate, contact.

use serde::Serialize;
use tera::Value;

use super::contact::{ContactView, contact_of};
use super::extras::{ExtrasView, extras};
use super::layout::Layout;
use super::list_item::ListItems;
use super::parts::{self, Fact, UpdateView};
use super::share::SharedPicture;
use super::text::{PageSite, Prose, prose};
use super::time::TimeView;
use crate::dates::Dates;
use crate::outputs::structured_data;
use crate::route::Route;
use crate::site::Release;

#[derive(Serialize)]
struct ReleaseView {
    title: String,
    subtitle: Option<String>,
    place: Option<String>,
    when: TimeView,
    lead: Option<String>,
    body: String,
    facts: Vec<Fact>,
    boilerplate: Option<Prose>,
    /// The original, when this is a translation.
    original: Option<Original>,
    /// Whether it is so old that a reader should know.
    is_old: bool,
    updates: Vec<UpdateView>,
    extras: ExtrasView,
    related: Vec<Value>,
    /// The same as plain text.
    text_copy: String,
    contact: Option<ContactView>,
}

#[derive(Serialize)]
struct Original {
    href: String,
    hreflang: String,
    /// That the original holds: »Maßgeblich ist der Text auf Deutsch.«
    note: String,
}

impl Original {
    fn of(site: &PageSite, release: &Release) -> Self {
        let tag = site.config.default_language().tag();
        let name = site.language_name(tag);
        let language = [("language", &*name)];
        Original {
            href: site.originals.href(Route::Release(&release.id)),
            hreflang: tag.to_owned(),
            note: site.strings.fill("language.authoritative", &language),
        }
    }
}

/// The page of a release.
pub fn view(site: &PageSite, items: &ListItems<'_>, release: &Release) -> (Layout, Value) {
    let language = &site.language;
    let text = |text: &Option<crate::language::Translated<String>>| {
        // What a translation leaves out is not put in from the original.
        text.as_ref().and_then(|text| site.own(text)).cloned()
    };
    let title = release.title.get(language);
    let mut related = items.events(site, &release.events);
    related.extend(items.visits(site, &release.delegations));
    let contact = release.contact.as_ref().or(site.config.press_contact.as_ref());
    let original = (!site.is_default()).then(|| Original::of(site, release));
    // Its main picture stands above the text.
    let extras = extras(site, &release.extras);
    let view = ReleaseView {
        original,
        is_old: site.ages(release).is_some_and(|at| at <= site.now),
        title: title.clone(),
        subtitle: text(&release.subtitle),
        place: text(&release.place),
        when: TimeView {
            datetime: release.date.to_string(),
            text: Dates(&site.strings).day(release.date),
        },
        lead: text(&release.lead),
        body: site.text(release.body.get(language)),
        facts: parts::own_fields(site, &release.extras.own_fields),
        boilerplate: prose(site, site.config.boilerplate.as_ref()),
        updates: parts::updates(site, &release.publication),
        extras,
        related,
        text_copy: site.routes.href(Route::ReleaseText(&release.id)),
        contact: contact_of(site, contact),
    };
    let layout = Layout {
        title: title.as_str().into(),
        description: text(&release.lead).or(text(&release.subtitle)).unwrap_or_default(),
        article: true,
        structured_data: vec![structured_data::release(site, release)],
        preview: parts::preview(site, &release.publication),
        image: SharedPicture::of(site, &release.extras),
        ..Layout::below(site, "press.title", Route::Press)
    };
    (layout, Value::from_serializable(&view))
}
