//! The page of a visit.

use serde::Serialize;
use tera::Value;

use super::calendar::{self, AddView, FeedView};
use super::contact::{ContactView, own_contact};
use super::extras::{ExtrasView, extras};
use super::layout::{Layout, NamedLink};
use super::list_item::{ListItems, visit_state};
use super::parts::{self, Fact, FigureView, LinkView, Notice, UpdateView};
use super::qr::{self, QrView};
use super::share::SharedPicture;
use super::text::{PageSite, Prose, Text, prose};
use super::time::{TimeView, previous_times, visit_time};
use crate::dates::Clocks;
use crate::icalendar::Entry;
use crate::model::delegation::Participant;
use crate::outputs::structured_data;
use crate::route::Route;
use crate::site::Delegation;
use crate::values::DelegationStatus;

#[derive(Serialize)]
struct VisitView {
    title: Text,
    state: Option<String>,
    notices: Vec<Notice>,
    when: TimeView,
    /// »bestätigt«, of one that lies ahead.
    stage: Option<String>,
    countries: Option<Fact>,
    summary: Option<Text>,
    facts: Vec<Fact>,
    /// Who does what, one sentence in parts.
    involved: Vec<LinkView>,
    /// The same, a row for each role.
    roles: Vec<Fact>,
    description: Option<Prose>,
    events: Vec<Value>,
    participants: Vec<ParticipantView>,
    figures: Vec<FigureView>,
    updates: Vec<UpdateView>,
    extras: ExtrasView,
    press: Vec<Value>,
    contact: Option<ContactView>,
    calendar: Option<AddView>,
    subscribe: Option<FeedView>,
    qr: Option<QrView>,
    /// The programme as one sheet to print.
    sheet: Option<String>,
    is_over: bool,
}

/// The programme of a visit on one sheet of paper.
#[derive(Serialize)]
struct SheetView {
    /// The page of the visit.
    href: String,
    title: Text,
    state: Option<String>,
    when: TimeView,
    countries: Option<Fact>,
    events: Vec<Value>,
    contact: Option<ContactView>,
    qr: Option<QrView>,
}

/// The sheet to print: what of a visit hangs on a wall.
pub fn sheet(site: &PageSite, items: &ListItems<'_>, visit: &Delegation) -> (Layout, Value) {
    let title = visit.title.get(&site.language);
    let view = SheetView {
        href: site.routes.href(Route::Delegation(&visit.id)),
        title: Text::of(site, &visit.title),
        state: visit_state(site, visit.status),
        when: visit_time(site, visit),
        countries: parts::countries(site, &visit.countries),
        events: items.events(site, &visit.events),
        contact: own_contact(site, visit.contact.as_ref()),
        qr: qr::of_page(site, Route::Delegation(&visit.id)),
    };
    let layout = Layout {
        title: Text {
            text: format!("{}: {title}", site.strings.get("delegations.programme")),
            lang: site.original_language(&visit.title),
        },
        preview: parts::preview(site, &visit.publication),
        ..Layout::below(site, "delegations.title", Route::Delegations)
    };
    (layout, Value::from_serializable(&view))
}

/// An organisation that comes along.
#[derive(Serialize)]
pub struct ParticipantView {
    name: LinkView,
    country: String,
    offers: Option<Text>,
    seeks: Option<Text>,
}

/// The page of a visit.
pub fn view(
    site: &PageSite,
    items: &ListItems<'_>,
    visit: &Delegation,
    entry: Option<&Entry>,
) -> (Layout, Value) {
    let language = &site.language;
    let title = visit.title.get(language);
    let fixed = visit.is_fixed();
    let is_over = !site.is_visit_ahead(visit);
    let file = Route::DelegationCalendar(&visit.id);
    let has_entries = fixed || !visit.events.is_empty();
    let has_calendar = has_entries && !is_over;
    let state = visit_state(site, visit.status);
    let off = state.is_some();
    // Its main picture stands above the description.
    let extras = extras(site, &visit.extras);
    let view = VisitView {
        title: Text::of(site, &visit.title),
        notices: notices(site, visit, state.as_deref()),
        state,
        when: visit_time(site, visit),
        summary: Text::maybe(site, visit.summary.as_ref()),
        stage: (!is_over).then(|| {
            site.strings.get(&format!("delegations.stage.{}", stage(site, visit))).to_owned()
        }),
        countries: parts::countries(site, &visit.countries),
        facts: facts(site, visit),
        involved: parts::involved(site, &visit.roles),
        roles: parts::roles(site, &visit.roles),
        description: prose(site, visit.description.as_ref()),
        events: items.events(site, &visit.events),
        participants: participants(site, [visit].into_iter()),
        figures: parts::figures(site, visit.figures.iter(), visit.countries.len() > 1),
        updates: parts::updates(site, &visit.publication),
        extras,
        press: items.releases(site, &visit.releases),
        contact: own_contact(site, visit.contact.as_ref()),
        calendar: has_calendar.then(|| calendar::add(site, file, "calendar.add_visit", entry, off)),
        subscribe: (has_calendar && !off)
            .then(|| calendar::feed(site, file, Text::of(site, &visit.title))),
        qr: if is_over { None } else { qr::of_page(site, Route::Delegation(&visit.id)) },
        sheet: (!visit.events.is_empty())
            .then(|| site.routes.href(Route::DelegationSheet(&visit.id))),
        is_over,
    };
    let summary = visit.summary.as_ref().map(|summary| summary.get(language).clone());
    let layout = Layout {
        title: Text::of(site, &visit.title),
        description: summary.unwrap_or_else(|| {
            let date = crate::dates::Dates(&site.strings).visit(visit.dates);
            format!("{title}: {date}")
        }),
        structured_data: if fixed { vec![structured_data::visit(site, visit)] } else { Vec::new() },
        calendar: has_entries.then(|| NamedLink::to(site, title, file)),
        preview: parts::preview(site, &visit.publication),
        image: SharedPicture::of(site, &visit.extras),
        ..Layout::below(site, "delegations.title", Route::Delegations)
    };
    (layout, Value::from_serializable(&view))
}

/// What everybody must see first: that it is called off, or was to be earlier.
fn notices(site: &PageSite, visit: &Delegation, state: Option<&str>) -> Vec<Notice> {
    let before = previous_times(site, &site.previous_of_visit(visit), &Clocks::default());
    let rescheduled = || site.strings.get("events.rescheduled");
    let Some(strong) = state.or_else(|| before.is_some().then(rescheduled)) else {
        return Vec::new();
    };
    let explained =
        || site.strings.get(&format!("delegations.status_text.{}", visit.status.word()));
    let texts = state.map(|_| explained().into()).into_iter().chain(before.map(Text::from));
    let class = if visit.status == DelegationStatus::Cancelled { "alert" } else { "" };
    vec![Notice { class, strong: format!("{strong}."), texts: texts.collect() }]
}

/// Where a visit that lies ahead stands: what its editor says, and whether it has begun.
fn stage(site: &PageSite, visit: &Delegation) -> &'static str {
    let days = visit.dates.days();
    match visit.status {
        DelegationStatus::Cancelled | DelegationStatus::Postponed => visit.status.word(),
        _ if days.first <= site.today() && visit.is_fixed() => "running",
        status => status.word(),
    }
}

fn facts(site: &PageSite, visit: &Delegation) -> Vec<Fact> {
    let facts = [
        parts::sectors(site, &visit.sectors),
        Fact::text(site, "facts.seeks", visit.seeks.as_ref()),
    ];
    let mut facts: Vec<Fact> = facts.into_iter().flatten().collect();
    facts.extend(parts::own_fields(site, &visit.extras.own_fields));
    facts
}

/// Who comes with some visits.
pub fn participants<'v>(
    site: &PageSite,
    visits: impl Iterator<Item = &'v Delegation>,
) -> Vec<ParticipantView> {
    visits.flat_map(|visit| &visit.participants).map(|one| participant(site, one)).collect()
}

fn participant(site: &PageSite, participant: &Participant) -> ParticipantView {
    let href = participant.url.as_ref().map(|url| url.0.clone());
    let country = participant.country.map(|country| country.name(site.language.tag()));
    ParticipantView {
        name: LinkView { text: participant.organisation.as_str().into(), href, facts: None },
        country: country.unwrap_or_default().to_owned(),
        offers: Text::maybe(site, participant.offers.as_ref()),
        seeks: Text::maybe(site, participant.seeks.as_ref()),
    }
}
