//! Share images: what messengers and networks show of a page that somebody passes on (Open Graph).
//! Title, date and sender on the ground of the site's bands, drawn in its own faces. An item with a
//! picture of its own is shown by that.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::list_item::{event_state, visit_state};
use super::paint::{HEIGHT, Painter, WIDTH, Words, escaped};
use super::time::{event_time_in_parts, visit_time};
use crate::dates::Dates;
use crate::drawing::Drawing;
use crate::files::Body;
use crate::media::Kind;
use crate::model::shared::Extras;
use crate::outputs::{Artifact, Context};
use crate::route::{Route, out_path};
use crate::site::{Delegation, Event, Release, Site};
use crate::source::Sources;
use crate::typography;
use crate::values::ShareChoice;

/// How many digits of a hash a name has.
const HASH: usize = 16;

/// What networks show of a page (Open Graph, “Structured Properties”).
#[derive(Debug, Serialize)]
pub struct SharedPicture {
    /// Its whole address.
    url: String,
    /// In pixels, where it is known.
    width: Option<u32>,
    /// In pixels, where it is known.
    height: Option<u32>,
    alt: String,
}

/// The widest size of a photograph that networks are given, in pixels.
const SHARED_WIDTH: u32 = 1200;

impl SharedPicture {
    /// The main picture of a record, if it is of a kind that networks show.
    pub fn of(site: &Site, extras: &Extras) -> Option<Self> {
        let image = extras.images.first()?;
        let kind = site.media.facts(&image.file)?.kind;
        if !matches!(kind, Kind::Jpeg | Kind::Png | Kind::Gif | Kind::Webp) {
            return None;
        }
        let alt = image.alt.as_ref().map(|alt| alt.get(&site.language).clone());
        let (route, size) = site.picture_within(&image.file.0, SHARED_WIDTH);
        let (width, height) = size.unzip();
        let url = site.routes.absolute(route);
        Some(SharedPicture { url, width, height, alt: alt.unwrap_or_default() })
    }

    /// A share image.
    pub fn drawn(site: &Site, image: &ShareImage) -> Self {
        SharedPicture {
            url: site.routes.absolute(Route::ShareImage(&image.name)),
            width: Some(WIDTH),
            height: Some(HEIGHT),
            alt: image.alt.clone(),
        }
    }
}

/// A share image.
#[derive(Debug)]
pub struct ShareImage {
    /// Its name, with a hash of what it is drawn from.
    pub name: String,
    /// What it says.
    pub alt: String,
    /// The picture.
    pub drawing: Arc<Drawing>,
}

impl ShareImage {
    fn of(site: &Site, painter: &Painter<'_>, stem: &str, words: Words) -> Self {
        let drawing = painter.drawing(&words);
        let hash = drawing.key().to_hex();
        let hash = hash.get(..HASH).unwrap_or_default();
        let name = format!("{stem}-{}-{hash}.png", site.language);
        let facts: Vec<String> = [words.title].into_iter().chain(words.when).collect();
        ShareImage { name, alt: facts.join(", "), drawing: Arc::new(drawing) }
    }
}

/// The share images of a site in a language.
#[derive(Debug, Default)]
pub struct ShareImages {
    /// By the paths of their pages. Those of sections stand for what belongs to them, that of the
    /// home page for everything.
    by_path: BTreeMap<String, ShareImage>,
    home: String,
}

impl ShareImages {
    /// Of a site, as site.yaml wants them.
    pub fn of(site: &Site, sources: &Sources) -> Self {
        let choice = site.config.outputs.share_images;
        let home = site.routes.path(Route::Home);
        let Some(painter) = Painter::of(site, sources).filter(|_| choice != ShareChoice::None)
        else {
            return ShareImages { by_path: BTreeMap::new(), home };
        };
        let words = sections(site).into_iter().chain(items(site, choice));
        let images = words.filter_map(|(path, stem, words)| {
            // A box in the place of a letter is worse than the programme's image.
            let can_be_set = painter.can_set(&words);
            can_be_set.then(|| (path, ShareImage::of(site, &painter, stem, words)))
        });
        ShareImages { by_path: images.collect(), home }
    }

    /// The image of a page, by its path and that of its section.
    pub fn of_page(&self, path: &str, section: &str) -> Option<&ShareImage> {
        let paths = [path, section, &self.home].into_iter();
        { paths }.find_map(|path| self.by_path.get(path))
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &ShareImage> {
        self.by_path.values()
    }
}

/// The path of a page, what the name of its image begins with, and what the image says.
type Wanted<'s> = (String, &'s str, Words);

/// The home page and the lists.
fn sections(site: &Site) -> Vec<Wanted<'static>> {
    let lists = [
        (Route::Events, "events.title", "events"),
        (Route::Delegations, "delegations.title", "delegations"),
        (Route::Press, "press.title", "press"),
    ];
    let list = |(route, title, stem): (Route<'_>, &str, &'static str)| {
        let title = site.strings.get(title).to_owned();
        (site.routes.path(route), stem, Words { title, ..Words::default() })
    };
    let home = (site.routes.path(Route::Home), "home", of_programme(site));
    [home].into_iter().chain(lists.map(list)).collect()
}

/// Events, visits and releases without a picture that networks show.
fn items<'s>(site: &'s Site<'_>, choice: ShareChoice) -> Vec<Wanted<'s>> {
    let two_years_ago = site.today().checked_sub(2.years()).unwrap_or(Date::MIN);
    let is_wanted = |extras: &Extras, last: Date| {
        let is_recent = choice == ShareChoice::All || last >= two_years_ago;
        is_recent && SharedPicture::of(site, extras).is_none()
    };
    let path = |route| site.routes.path(route);
    let programme = site.programme;
    let events = programme.events.iter().filter_map(|event| {
        let last = site.occurrence(event).date.days().last;
        let words = is_wanted(&event.extras, last).then(|| of_event(site, event))?;
        Some((path(Route::Event(&event.id)), event.id.as_str(), words))
    });
    let visits = programme.delegations.iter().filter_map(|visit| {
        let last = visit.dates.days().last;
        let words = is_wanted(&visit.extras, last).then(|| of_visit(site, visit))?;
        Some((path(Route::Delegation(&visit.id)), visit.id.as_str(), words))
    });
    let releases = programme.releases.iter().filter_map(|release| {
        site.own(&release.body)?;
        let words = is_wanted(&release.extras, release.date).then(|| of_release(site, release))?;
        Some((path(Route::Release(&release.id)), release.id.as_str(), words))
    });
    events.chain(visits).chain(releases).collect()
}

fn of_programme(site: &Site) -> Words {
    let title = site.config.title.get(&site.language);
    Words { title: typeset(site, title), ..Words::default() }
}

fn of_event(site: &Site, event: &Event) -> Words {
    let occurrence = site.occurrence(event);
    let time = event_time_in_parts(site, &occurrence);
    let kind = event.kind.as_ref().map(|kind| site.kind_name(kind).to_owned());
    let state = event_state(site, occurrence.status);
    let place = occurrence.venue.map(|venue| venue.name.get(&site.language).clone());
    Words {
        label: [state, kind].into_iter().flatten().collect::<Vec<_>>().join(": "),
        countries: event.countries.clone(),
        title: typeset(site, event.title.get(&site.language)),
        when: Some(time.day),
        is_ahead: site.is_upcoming(event),
        details: time.hours.into_iter().chain(place).collect(),
    }
}

fn of_visit(site: &Site, visit: &Delegation) -> Words {
    let kind = Some(site.strings.get("delegations.label").to_owned());
    let state = visit_state(site, visit.status);
    Words {
        label: [state, kind].into_iter().flatten().collect::<Vec<_>>().join(": "),
        countries: visit.countries.clone(),
        title: typeset(site, visit.title.get(&site.language)),
        when: Some(visit_time(site, visit).text),
        is_ahead: site.is_visit_ahead(visit),
        details: Vec::new(),
    }
}

fn of_release(site: &Site, release: &Release) -> Words {
    Words {
        label: site.strings.get("press.label").to_owned(),
        countries: release.countries.clone(),
        title: typeset(site, release.title.get(&site.language)),
        when: Some(Dates(&site.strings).day(release.date)),
        is_ahead: false,
        details: Vec::new(),
    }
}

/// A title with the quotation marks, dashes and spaces of its language.
fn typeset(site: &Site, text: &str) -> String {
    let html = format!("<p>{}</p>", escaped(text));
    let html = typography::page(html, site.language.tag());
    let inner = html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    let inner = inner.and_then(|inner| quick_xml::escape::unescape(inner).ok());
    inner.map_or_else(|| text.to_owned(), |text| text.into_owned())
}

/// The images.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let artifact = |image: &ShareImage| {
        let path = out_path(&context.site.routes.path(Route::ShareImage(&image.name)));
        let drawing = image.drawing.clone();
        Artifact::new(path, None, move || Ok(Body::Drawn(drawing.clone())))
    };
    context.share.all().map(artifact).collect()
}
