//! Small views that several pages share: times, facts, contacts, notices, files, codes.

use std::collections::BTreeSet;

use serde::Serialize;

use super::text::{PageSite, Text};
use super::time::TimeView;
use crate::country::Country;
use crate::dates::{Dates, rfc3339};
use crate::host;
use crate::language::Translated;
use crate::model::delegation::Figure;
use crate::model::registry::Contact;
use crate::model::shared::{Extras, Image, OwnField, Publication, Roles, Update};
use crate::route::Route;
use crate::site::{FileFacts, SIZES, Site};
use crate::values::{Days, Id, Phone, Url, Value};

/// The block with the day beside a title. Its month stands in it, or above it as a heading.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// »4.–8.«
    day: String,
    /// »Nov. 2019«
    month: String,
    /// »4«
    number: i8,
    /// »Mo«
    weekday: String,
    /// »bis 8.«, of more than one day.
    last: Option<String>,
}

/// The tile of a range of days.
pub fn tile(site: &PageSite, days: Days) -> Tile {
    let dates = Dates(&site.strings);
    Tile {
        day: dates.tile_day(days),
        month: dates.tile_month(days.first),
        number: days.first.day(),
        weekday: site.strings.cldr().short_weekday(days.first.weekday()),
        last: dates.tile_last(days),
    }
}

/// A text, perhaps with a link.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// The text.
    pub text: Text,
    /// Where it leads.
    pub href: Option<String>,
    /// What people want to know before they load it: »PDF, 1,2 MB, 3 Seiten«.
    pub facts: Option<String>,
}

impl LinkView {
    /// A text without a link.
    pub fn plain(text: impl Into<Text>) -> Self {
        LinkView { text: text.into(), href: None, facts: None }
    }

    /// A text with a link.
    pub fn to(text: impl Into<Text>, href: String) -> Self {
        LinkView { text: text.into(), href: Some(href), facts: None }
    }
}

/// A row of facts: a label and lines; the items of a line are separated by commas.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The language of the label, when that is not the page's.
    pub label_lang: Option<String>,
    /// An anchor.
    pub id: Option<&'static str>,
    /// Its lines.
    pub lines: Vec<Vec<LinkView>>,
}

impl Fact {
    /// A fact of some lines.
    pub fn new(label: String, lines: Vec<Vec<LinkView>>) -> Fact {
        Fact { label, label_lang: None, id: None, lines }
    }

    /// A fact of one line; nothing when the line is empty.
    pub fn line(site: &PageSite, key: &str, line: Vec<LinkView>) -> Option<Fact> {
        let label = site.strings.get(key).to_owned();
        (!line.is_empty()).then(|| Fact::new(label, vec![line]))
    }

    /// A fact whose label says whether it is one thing or several.
    fn counted(site: &PageSite, key: &str, line: Vec<LinkView>) -> Option<Fact> {
        let label = site.strings.plural(key, line.len());
        (!line.is_empty()).then(|| Fact::new(label, vec![line]))
    }

    /// A fact that is one text.
    pub fn text(site: &PageSite, key: &str, text: Option<&Translated<String>>) -> Option<Fact> {
        let text = Text::maybe(site, text);
        Fact::line(site, key, text.map(LinkView::plain).into_iter().collect())
    }
}

/// Countries as a fact, with links.
pub fn countries(site: &PageSite, countries: &[&'static Country]) -> Option<Fact> {
    let links = countries.iter().map(|country| {
        let href = site.routes.href(Route::Country(country));
        LinkView::to(country.name(site.language.tag()), href)
    });
    Fact::counted(site, "facts.countries", links.collect())
}

/// Sectors as a fact, with links.
pub fn sectors(site: &PageSite, keys: &[Id]) -> Option<Fact> {
    let links = keys
        .iter()
        .filter_map(|key| {
            let sector = site.sectors.get(&key.0)?;
            let href = site.routes.href(Route::Sector(&key.0));
            Some(LinkView::to(Text::of(site, &sector.name), href))
        })
        .collect();
    Fact::counted(site, "facts.sectors", links)
}

/// The fields of the site's own, in the order of site.yaml; a line that is a web address is a link.
pub fn own_fields(site: &PageSite, fields: &[OwnField]) -> Vec<Fact> {
    let row = |(key, label): &(String, Translated<String>)| {
        let field = fields.iter().find(|field| field.key == *key)?;
        let text = Text::of(site, &field.text);
        let lines = text.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines = lines.map(|line| {
            let text = Text { text: line.to_owned(), lang: text.lang.clone() };
            let href = Url::read(line).ok().map(|Url(address)| address);
            vec![LinkView { text, href, facts: None }]
        });
        let label_lang = site.original_language(label);
        Some(Fact { label_lang, ..Fact::new(label.get(&site.language).clone(), lines.collect()) })
    };
    site.config.own_fields.iter().filter_map(row).collect()
}

/// Who does what, a row for each role.
pub fn roles(site: &PageSite, roles: &Roles) -> Vec<Fact> {
    let row = |(role, keys): (&str, &[Id])| {
        let names = keys.iter().filter_map(|key| {
            let organisation = site.organisations.get(&key.0)?;
            let href = organisation.url.as_ref().map(|url| url.0.clone());
            Some(LinkView { text: Text::of(site, &organisation.name), href, facts: None })
        });
        Fact::line(site, &format!("roles.{role}"), names.collect())
    };
    roles.each().into_iter().filter_map(row).collect()
}

/// Somebody to ask.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    name: Text,
    role: Option<Text>,
    email: Option<EmailView>,
    phone: Option<PhoneView>,
}

/// An e-mail address, in two parts between which a line may break.
#[derive(Debug, Clone, Serialize)]
pub struct EmailView {
    /// The whole address.
    pub address: String,
    /// The link to it.
    href: String,
    local: String,
    domain: String,
}

/// An e-mail address as templates see it.
pub fn email(address: &str) -> EmailView {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    EmailView {
        address: address.to_owned(),
        href: host::mailto(address),
        local: local.to_owned(),
        domain: domain.to_owned(),
    }
}

/// A telephone number.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneView {
    /// In international form.
    pub dial: String,
    shown: String,
}

/// A telephone number as templates see it: it never breaks across lines.
pub fn phone(phone: &Phone) -> PhoneView {
    let shown = phone.shown.replace(' ', "\u{a0}").replace('-', "\u{2011}");
    PhoneView { dial: phone.dial.clone(), shown }
}

/// A contact as templates see it.
pub fn contact(site: &PageSite, contact: &Contact) -> ContactView {
    ContactView {
        name: Text::of(site, &contact.name),
        role: Text::maybe(site, contact.role.as_ref()),
        email: contact.email.as_ref().map(|address| email(&address.0)),
        phone: contact.phone.as_ref().map(phone),
    }
}

/// Whom to ask about everything: stands at the end of every page.
pub fn site_contact<'s>(site: &'s PageSite<'_>) -> Option<&'s Id> {
    site.config.calendar.organizer.as_ref().or(site.config.press_contact.as_ref())
}

/// The contact of a record, unless every page names it anyway.
pub fn own_contact(site: &PageSite, key: Option<&Id>) -> Option<ContactView> {
    contact_of(site, key.filter(|key| site_contact(site) != Some(*key)))
}

/// The contact of a record.
pub fn contact_of(site: &PageSite, key: Option<&Id>) -> Option<ContactView> {
    key.and_then(|key| site.contact(key)).map(|found| contact(site, found))
}

/// Something above the title that everybody must see.
#[derive(Debug, Serialize)]
pub struct Notice {
    /// `alert`, or empty.
    pub class: &'static str,
    /// The first words.
    pub strong: String,
    /// The rest.
    pub texts: Vec<Text>,
}

/// A change after publication.
#[derive(Debug, Serialize)]
pub struct UpdateView {
    when: TimeView,
    kind: String,
    note: Option<Text>,
}

/// The changes, the newest first, in the time of the site.
pub fn updates(site: &PageSite, publication: &Publication) -> Vec<UpdateView> {
    let dates = Dates(&site.strings);
    let view_at = |update: &Update, when: TimeView| UpdateView {
        when,
        kind: site.strings.get(&format!("updates.{}", update.kind.word())).to_owned(),
        note: Text::maybe(site, update.note.as_ref()),
    };
    let view = |update: &Update| {
        // A day without an hour stays one, unless it is settled when it has been.
        if let Some(day) = update.day.filter(|_| update.at == update.written) {
            return view_at(update, TimeView { datetime: day.to_string(), text: dates.day(day) });
        }
        let at = update.at.to_zoned(site.zone().clone());
        let values = [("day", dates.day(at.date())), ("time", dates.span_of_day(&at, None))];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let text = site.strings.fill("dates.day_and_time", &values);
        view_at(update, TimeView { datetime: rfc3339(&at), text })
    };
    publication.updates.iter().rev().map(view).collect()
}

/// Why something is not public, for previews.
pub fn preview(site: &PageSite, publication: &Publication) -> Option<String> {
    if publication.draft {
        return Some(site.strings.get("preview.draft").to_owned());
    }
    let until = publication.hidden_until(site.now)?.to_zoned(site.zone().clone());
    let until = Dates(&site.strings).day_and_time(&until);
    Some(site.strings.fill("preview.embargo", &[("until", &until)]))
}

/// Pictures, files and links as templates see them.
#[derive(Debug, Serialize)]
pub struct ExtrasView {
    /// The picture that the page begins with.
    image: Option<ImageView>,
    /// The others.
    images: Vec<ImageView>,
    files: Vec<LinkView>,
    links: Vec<LinkView>,
}

/// A picture as templates see it.
#[derive(Debug, Serialize)]
pub struct ImageView {
    src: String,
    /// All sizes with their widths; of a photograph alone.
    srcset: Option<String>,
    /// How wide it is shown.
    sizes: &'static str,
    /// In pixels, where it is known.
    width: Option<u32>,
    /// In pixels, where it is known.
    height: Option<u32>,
    /// Whether it may be loaded when it is near.
    is_lazy: bool,
    alt: Text,
    credit: String,
    rights: Option<String>,
    /// The file itself, to be printed.
    original: LinkView,
}

/// The first picture of a record.
pub fn first_image(site: &PageSite, extras: &Extras) -> Option<ImageView> {
    extras.images.first().map(|image| image_view(site, image))
}

fn image_view(site: &PageSite, image: &Image) -> ImageView {
    let address = site.picture(&image.file.0, &|path: &str| site.routes.link(path));
    let (width, height) = address.size.unzip();
    ImageView {
        src: address.src,
        srcset: address.srcset,
        sizes: SIZES,
        width,
        height,
        is_lazy: !site.is_first_picture(),
        alt: Text::maybe(site, image.alt.as_ref()).unwrap_or_default(),
        credit: image.credit.clone(),
        rights: image.rights.clone(),
        original: LinkView {
            text: site.strings.get("extras.original").into(),
            href: Some(site.routes.href(Route::Media(&image.file.0))),
            facts: print_facts(site, image),
        },
    }
}

/// »JPEG, 4.000 × 3.000 Pixel, 3,2 MB«
fn print_facts(site: &PageSite, image: &Image) -> Option<String> {
    let facts = site.media.facts(&image.file)?;
    let number = |side: u32| site.strings.cldr().number(&side.to_string());
    let size = site.media.shown(&image.file.0).map(|shown| {
        let (width, height) = (number(shown.width), number(shown.height));
        site.strings.fill("extras.pixels", &[("width", &width), ("height", &height)])
    });
    let known = [Some(facts.kind.label().to_owned()), size, Some(file_size(site, facts.size))];
    Some(known.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// Pictures, files and links of a record.
pub fn extras(site: &PageSite, extras: &Extras) -> ExtrasView {
    let media = |file: &str| site.routes.href(Route::Media(file));
    let mut seen = BTreeSet::new();
    let once = extras.images.iter().filter(|image| seen.insert(&image.file.0));
    let mut images = once.map(|image| image_view(site, image));
    ExtrasView {
        image: images.next(),
        images: images.collect(),
        files: extras
            .attachments
            .iter()
            .map(|file| LinkView {
                text: Text::of(site, &file.title),
                href: Some(media(&file.file.0)),
                facts: site.media.facts(&file.file).map(|facts| file_facts(site, facts)),
            })
            .collect(),
        links: extras
            .links
            .iter()
            .map(|link| {
                let label = Text::maybe(site, link.label.as_ref());
                let label = label.unwrap_or_else(|| link.url.0.as_str().into());
                LinkView::to(label, link.url.0.clone())
            })
            .collect(),
    }
}

/// What a file is, how large it is and how many pages it has: »PDF, 1,2 MB, 3 Seiten«.
pub fn file_facts(site: &Site<'_>, facts: FileFacts) -> String {
    let pages = facts.pages.map(|pages| site.strings.plural("extras.pages", pages));
    let known = [facts.kind.label().to_owned(), file_size(site, facts.size)];
    known.into_iter().chain(pages).collect::<Vec<_>>().join(", ")
}

/// A size as people write it, in units of a thousand (IEC 80000-13): »312 kB«, »1,2 MB«.
fn file_size(site: &Site<'_>, bytes: u64) -> String {
    let number = |written: String| site.strings.cldr().number(&written);
    match bytes {
        0..999_500 => format!(
            "{}\u{a0}kB",
            number(bytes.saturating_add(500).max(1000).div_euclid(1000).to_string())
        ),
        999_500..999_950_000 => format!("{}\u{a0}MB", number(format!("{:.1}", bytes as f64 / 1e6))),
        _ => format!("{}\u{a0}GB", number(format!("{:.1}", bytes as f64 / 1e9))),
    }
}

/// A figure with year and source.
#[derive(Debug, Serialize)]
pub struct FigureView {
    label: Text,
    value: String,
    unit: Option<Text>,
    source: Text,
}

/// Figures as templates see them; `of_many` when the page is about several countries.
pub fn figures<'f>(
    site: &PageSite,
    figures: impl Iterator<Item = &'f Figure>,
    of_many: bool,
) -> Vec<FigureView> {
    let language = &site.language;
    let view = |figure: &Figure| {
        let unit = Text::maybe(site, figure.unit.as_ref());
        let together = |unit: Text| Text { text: unit.text.replace(' ', "\u{a0}"), ..unit };
        let country =
            figure.country.filter(|_| of_many).map(|country| country.name(language.tag()));
        let label = Text::of(site, &figure.label);
        let what = country.into_iter().chain([label.text.as_str()]);
        let text = format!("{}, {}", what.collect::<Vec<_>>().join(": "), figure.year);
        FigureView {
            label: Text { text, ..label },
            value: site.strings.cldr().number(&figure.value.text),
            unit: unit.map(together),
            source: Text::of(site, &figure.source),
        }
    };
    figures.map(view).collect()
}
