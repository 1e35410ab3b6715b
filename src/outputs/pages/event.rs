//! The page of an event.

use serde::Serialize;
use tera::Value;

use super::calendar::{self, AddView};
use super::contact::{ContactView, own_contact};
use super::delegation::{self, ParticipantView};
use super::extras::{ExtrasView, extras};
use super::layout::{Layout, NamedLink};
use super::list_item::{ListItems, event_state, unconfirmed};
use super::parts::{self, Fact, LinkView, Notice, Tile, UpdateView};
use super::qr::{self, QrView};
use super::registration::{self, RegistrationView};
use super::repeat::{self, RepeatView};
use super::share::SharedPicture;
use super::text::{PageSite, Prose, Text, prose};
use super::time::{self, EventTimeView, GuestsView, event_time};
use crate::dates::Dates;
use crate::host;
use crate::icalendar::Entry;
use crate::language::Language;
use crate::model::venue::Accessibility;
use crate::outputs::calendar::of_date;
use crate::outputs::structured_data;
use crate::route::Route;
use crate::site::{Event, Occurrence};
use crate::values::{EventStatus, Id};

#[derive(Serialize)]
struct EventView {
    kind: Option<String>,
    kind_lang: Option<String>,
    /// All events of the kind.
    kind_href: Option<String>,
    title: Text,
    state: Option<String>,
    notices: Vec<Notice>,
    tile: Tile,
    when: EventTimeView,
    /// Where it is: a place, a link, or both.
    places: Vec<Fact>,
    repeat: Option<RepeatView>,
    guests: GuestsView,
    summary: Option<Text>,
    registration: Option<RegistrationView>,
    calendar: Option<AddView>,
    qr: Option<QrView>,
    facts: Vec<Fact>,
    description: Option<Prose>,
    /// Who comes, of all its visits.
    participants: Vec<ParticipantView>,
    /// Who does what, one sentence in parts.
    involved: Vec<LinkView>,
    /// The same, a row for each role.
    roles: Vec<Fact>,
    /// What else its visits do, except where that is nothing.
    more: Vec<Value>,
    updates: Vec<UpdateView>,
    extras: ExtrasView,
    press: Vec<Value>,
    contact: Option<ContactView>,
    is_over: bool,
}

/// The page of an event.
pub fn view(
    site: &PageSite,
    items: &ListItems<'_>,
    event: &Event,
    entry: Option<&Entry>,
) -> (Layout, Value) {
    let language = &site.language;
    let title = event.title.get(language);
    let is_over = !site.is_upcoming(event);
    let occurrence = &site.occurrence(event);
    let file = Route::EventCalendar(&event.id);
    // A link opens a form for one date, and no form takes a rule.
    let next_date = of_date(site, occurrence);
    let entry = next_date.as_ref().or(entry);
    let registration = registration::view(site, occurrence);
    // Whom to ask is not said twice.
    let is_said = |key: &Id| match (&registration, site.contact(key)) {
        (Some(registration), Some(contact)) => registration.says(contact),
        _ => false,
    };
    let contact = event.contact.as_ref().filter(|key| !is_said(key));
    let kind = event.kind.as_ref();
    let visits = || event.delegations.iter().map(|number| site.delegation(*number));
    // Its main picture stands above the description.
    let extras = extras(site, &event.extras);
    let view = EventView {
        kind: kind.map(|kind| site.kind_name(kind).to_owned()),
        kind_lang: kind
            .and_then(|kind| site.own_name(kind))
            .and_then(|name| site.original_language(name)),
        kind_href: kind.map(|kind| site.routes.href(Route::EventKind(kind.word()))),
        title: Text::of(site, &event.title),
        state: event_state(site, occurrence.status),
        notices: notices(site, occurrence),
        tile: parts::tile(site, occurrence.date.days()),
        when: time::event_time_in_parts(site, occurrence),
        places: places(site, occurrence),
        repeat: repeat::view(site, occurrence),
        guests: time::guests(site, occurrence),
        summary: Text::maybe(site, event.summary.as_ref()),
        registration,
        calendar: (!is_over)
            .then(|| calendar::add(site, file, "calendar.add", entry, occurrence.is_called_off())),
        qr: if is_over { None } else { qr::of_page(site, Route::Event(&event.id)) },
        facts: facts(site, occurrence),
        description: prose(site, event.description.as_ref()),
        involved: parts::involved(site, &event.roles),
        roles: parts::roles(site, &event.roles),
        participants: delegation::participants(site, visits()),
        more: items.events(site, &siblings(site, event)),
        updates: parts::updates(site, &event.publication),
        extras,
        press: items.releases(site, &event.releases),
        contact: own_contact(site, contact),
        is_over,
    };
    let layout = Layout {
        title: Text::of(site, &event.title),
        description: description(site, occurrence),
        structured_data: vec![structured_data::event(site, occurrence)],
        calendar: Some(NamedLink::to(site, title, file)),
        preview: parts::preview(site, &event.publication),
        image: SharedPicture::of(site, &event.extras),
        ..Layout::below(site, "events.title", Route::Events)
    };
    (layout, Value::from_serializable(&view))
}

/// The other events of its visits.
fn siblings(site: &PageSite, event: &Event) -> Vec<usize> {
    let visits = event.delegations.iter().map(|number| site.delegation(*number));
    let own = site.event_number(&event.id);
    let mut events: Vec<usize> = visits.flat_map(|visit| visit.events.iter().copied()).collect();
    events.sort_unstable();
    events.dedup();
    events.retain(|number| Some(*number) != own);
    events
}

/// Title and date where there is no summary.
fn description(site: &PageSite, occurrence: &Occurrence<'_>) -> String {
    let event = occurrence.event;
    match &event.summary {
        Some(summary) => summary.get(&site.language).clone(),
        None => {
            let time = event_time(site, occurrence).text;
            format!("{}: {time}", event.title.get(&site.language))
        }
    }
}

/// What everybody must see first: that it is called off, not confirmed, has moved, or was to be
/// earlier.
fn notices(site: &PageSite, occurrence: &Occurrence<'_>) -> Vec<Notice> {
    let status = occurrence.status;
    let state = event_state(site, status).or_else(|| unconfirmed(site, occurrence));
    let note = Text::maybe(site, occurrence.note);
    let explained = || site.strings.get(&format!("events.status_text.{}", status.word()));
    let note = note.or_else(|| state.is_some().then(|| explained().into()));
    let before = previous_time(site, occurrence);
    let rescheduled = || site.strings.get("events.rescheduled").to_owned();
    let strong = state.or_else(|| before.is_some().then(rescheduled));
    let texts: Vec<Text> = note.into_iter().chain(before.map(Text::from)).collect();
    if strong.is_none() && texts.is_empty() {
        return Vec::new();
    }
    let class = if status == EventStatus::Cancelled { "alert" } else { "" };
    let strong = strong.map(|strong| format!("{strong}.")).unwrap_or_default();
    vec![Notice { class, strong, texts }]
}

/// When an occurrence was to begin before. That a series has moved as a whole is said of its first
/// date: where the date that is shown would have been nobody knows.
fn previous_time(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<String> {
    let event = occurrence.event;
    let whole = site.whole(event);
    let own = time::previous_times(site, &occurrence.previous, &site.clocks(occurrence));
    let is_first = || occurrence.of_series.is_none_or(|date| date.regular == whole.date.start());
    let of_whole = || {
        let before = time::previous_times(site, &whole.previous, &site.clocks(&whole))?;
        let dates = Dates(&site.strings);
        let first = dates.start(&whole.date.start(), &site.clocks(&whole));
        Some(site.strings.fill("repeat.moved", &[("time", &first), ("before", &before)]))
    };
    let of_whole = if is_first() { None } else { of_whole() };
    let texts: Vec<String> = own.into_iter().chain(of_whole).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

fn facts(site: &PageSite, occurrence: &Occurrence<'_>) -> Vec<Fact> {
    let event = occurrence.event;
    let delegations = event.delegations.iter().map(|visit| site.delegation(*visit)).map(|visit| {
        LinkView::to(Text::of(site, &visit.title), site.routes.href(Route::Delegation(&visit.id)))
    });
    [
        address(site, occurrence),
        directions(site, occurrence),
        accessibility(site, occurrence),
        Fact::text(site, "facts.audience", event.audience.as_ref()),
        price(site, event),
        languages(site, "facts.languages", &event.languages),
        languages(site, "facts.interpretation", &event.interpretation),
        Fact::line(site, "facts.delegation", delegations.collect()),
        parts::countries(site, &event.countries),
        parts::sectors(site, &event.sectors),
    ]
    .into_iter()
    .flatten()
    .chain(parts::own_fields(site, &event.extras.own_fields))
    .collect()
}

fn places(site: &PageSite, occurrence: &Occurrence<'_>) -> Vec<Fact> {
    match (place(site, occurrence), online(site, occurrence)) {
        // »Online« says where it is, and the link how to come there.
        (Some(place), Some(online)) if occurrence.status == EventStatus::MovedOnline => {
            vec![Fact { lines: [place.lines, online.lines].concat(), ..place }]
        }
        (place, online) => place.into_iter().chain(online).collect(),
    }
}

/// Where it is. Links to the place keep working when an event moves online.
fn place(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<Fact> {
    let label = site.strings.get("facts.place").to_owned();
    // A link is a fact of its own; one that follows is none, and yet says where it is.
    let link_follows = occurrence.online.is_none() && occurrence.is_online();
    if occurrence.status == EventStatus::MovedOnline || occurrence.venue.is_none() && link_follows {
        let online = LinkView::plain(site.strings.get("events.online"));
        return Some(Fact { id: Some("ort"), ..Fact::new(label, vec![vec![online]]) });
    }
    let venue = occurrence.venue?;
    let language = &site.language;
    let city = venue.city.as_ref().map(|city| city.get(language).as_str()).unwrap_or_default();
    let city_line = [venue.postcode.as_deref().unwrap_or_default(), city].join(" ");
    let city_line = city_line.trim();
    // Who reads in another language may write from abroad.
    let country = venue.country.filter(|country| country.code != "DE" || !site.is_default());
    let lines = [
        Some(Text::of(site, &venue.name)),
        (!city_line.is_empty() && !venue.name_says_city(language)).then(|| city_line.into()),
        country.map(|country| country.name(language.tag()).into()),
    ];
    let lines = lines.into_iter().flatten().map(|line| vec![LinkView::plain(line)]);
    Some(Fact { id: Some("ort"), ..Fact::new(label, lines.collect()) })
}

/// Room and street: what one needs on the way, and not to decide whether to come.
fn address(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<Fact> {
    let venue = occurrence.venue?;
    let lines = [venue.room.as_ref(), venue.street.as_ref()];
    let lines = lines.into_iter().filter_map(|line| Text::maybe(site, line));
    let lines: Vec<_> = lines.map(|line| vec![LinkView::plain(line)]).collect();
    let label = site.strings.get("facts.address").to_owned();
    (!lines.is_empty()).then(|| Fact::new(label, lines))
}

fn online(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<Fact> {
    let online = occurrence.online?;
    let label = Text::maybe(site, online.label.as_ref());
    let label = label.unwrap_or_else(|| online.url.0.as_str().into());
    Fact::line(site, "facts.online", vec![LinkView::to(label, online.url.0.clone())])
}

fn directions(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<Fact> {
    let venue = occurrence.venue?;
    Fact::text(site, "facts.directions", venue.directions.as_ref())
}

/// What is known about barriers; that nothing is known is said too.
fn accessibility(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<Fact> {
    let venue = occurrence.venue?;
    let known = venue.accessibility.clone().unwrap_or_default();
    let mut line: Vec<LinkView> = words(site, &known).into_iter().map(LinkView::plain).collect();
    let mut lines = Vec::new();
    if line.is_empty() && known.note.is_none() {
        let contact = occurrence.event.contact.as_ref();
        let contact = contact.and_then(|key| site.contact(key));
        let address = contact.and_then(|contact| contact.email.as_ref());
        let href = address.map(|address| host::mailto(&address.0));
        line.push(LinkView { text: site.strings.get("access.unknown").into(), href, facts: None });
    }
    lines.push(line);
    lines.extend(known.note.map(|note| vec![LinkView::plain(Text::of(site, &note))]));
    lines.retain(|line| !line.is_empty());
    let label = site.strings.get("facts.accessibility").to_owned();
    Some(Fact { id: Some("barrierefreiheit"), ..Fact::new(label, lines) })
}

fn words(site: &PageSite, known: &Accessibility) -> Vec<String> {
    let facts = [("step_free", known.step_free), ("lift", known.lift), ("wc", known.wc)];
    facts
        .into_iter()
        .filter_map(|(name, fact)| {
            let answer = if fact? { "yes" } else { "no" };
            Some(site.strings.get(&format!("access.{name}.{answer}")).to_owned())
        })
        .collect()
}

fn price(site: &PageSite, event: &Event) -> Option<Fact> {
    let price = event.price.as_ref()?;
    let note = Text::maybe(site, price.note.as_ref());
    let free = price.amount.as_ref().is_none_or(|amount| amount.number == 0.0);
    let amount = match (&price.amount, &price.currency) {
        (Some(amount), Some(currency)) if !free => {
            let number = site.strings.cldr().number(&in_cents(&amount.text));
            Some(Text::from(format!("{number}\u{a0}{}", currency.0)))
        }
        // The editor's word stands for itself: »kostenneutral« is not »kostenlos«.
        _ if note.is_some() => None,
        _ => Some(site.strings.get("events.free").into()),
    };
    let lines = amount.into_iter().chain(note).map(|line| vec![LinkView::plain(line)]).collect();
    Some(Fact::new(site.strings.get("facts.price").to_owned(), lines))
}

/// An amount with both figures of its cents, if it has any: `12.5` is `12.50`.
fn in_cents(amount: &str) -> String {
    match amount.split_once('.') {
        Some((_, cents)) if cents.len() == 1 => format!("{amount}0"),
        _ => amount.to_owned(),
    }
}

fn languages(site: &PageSite, key: &str, languages: &[Language]) -> Option<Fact> {
    let names =
        languages.iter().map(|language| LinkView::plain(&*site.language_name(language.tag())));
    Fact::line(site, key, names.collect())
}
