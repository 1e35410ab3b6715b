//! The page of a visit.

use serde::Serialize;
use tera::Value;

use super::entry::{Entry, event, release, visit_state, visit_time};
use super::layout::Layout;
use super::parts::{
    self, ContactView, ExtrasView, Fact, FigureView, LinkView, Notice, Tile, TimeView, UpdateView,
};
use crate::content::delegation::{Participant, VisitDates};
use crate::content::values::DelegationStatus;
use crate::outputs::structured_data;
use crate::route::Route;
use crate::site::{Delegation, Site};

#[derive(Serialize)]
struct View {
    title: String,
    state: Option<String>,
    notices: Vec<Notice>,
    tile: Option<Tile>,
    when: TimeView,
    summary: Option<String>,
    facts: Vec<Fact>,
    description: Option<String>,
    events: Vec<Entry>,
    participants: Vec<ParticipantView>,
    figures: Vec<FigureView>,
    updates: Vec<UpdateView>,
    extras: ExtrasView,
    press: Vec<Entry>,
    contact: Option<ContactView>,
    calendar: Option<String>,
}

#[derive(Serialize)]
struct ParticipantView {
    name: LinkView,
    country: String,
    offers: Option<String>,
    seeks: Option<String>,
}

/// The page of a visit.
pub fn view(site: &Site, visit: &Delegation) -> (Layout, Value) {
    let language = &site.language;
    let title = visit.title.get(language);
    let fixed = matches!(visit.dates, VisitDates::Fixed(_));
    let calendar = site.routes.path(Route::DelegationCalendar(&visit.id));
    let state = visit_state(site, visit.status);
    let view = View {
        title: title.clone(),
        notices: state.iter().map(|strong| notice(site, visit, strong)).collect(),
        state,
        tile: fixed.then(|| parts::tile(site, visit.dates.days())),
        when: visit_time(site, visit),
        summary: visit.summary.as_ref().map(|summary| summary.get(language).clone()),
        facts: facts(site, visit),
        description: parts::prose(site, visit.description.as_ref()),
        events: visit.events.iter().map(|number| event(site, site.event(*number))).collect(),
        participants: visit.participants.iter().map(|p| participant(site, p)).collect(),
        figures: parts::figures(site, visit.figures.iter(), visit.countries.len() > 1),
        updates: parts::updates(site, &visit.publication),
        extras: parts::extras(site, &visit.extras),
        press: visit.releases.iter().map(|number| release(site, site.release(*number))).collect(),
        contact: parts::contact_of(site, visit.contact.as_ref()),
        calendar: (fixed || !visit.events.is_empty()).then(|| site.routes.link(&calendar)),
    };
    let list =
        (site.strings.get("delegations.title").to_owned(), site.routes.path(Route::Delegations));
    let summary = visit.summary.as_ref().map(|summary| summary.get(language).clone());
    let layout = Layout {
        title: title.clone(),
        description: summary.unwrap_or_else(|| {
            let date = crate::dates::Dates(&site.strings).visit(visit.dates);
            format!("{title}: {date}")
        }),
        section: site.routes.path(Route::Delegations),
        above: vec![list],
        data: if fixed { vec![structured_data::visit(site, visit)] } else { Vec::new() },
        calendar: view.calendar.as_ref().map(|_| (title.clone(), calendar)),
        preview: parts::preview(site, &visit.publication),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

fn notice(site: &Site, visit: &Delegation, strong: &str) -> Notice {
    let class = if visit.status == DelegationStatus::Cancelled { "alert" } else { "" };
    let text = site.strings.get(&format!("delegations.status_text.{}", visit.status.word()));
    Notice { class, strong: format!("{strong}."), text: text.to_owned() }
}

/// Where a visit stands: what its editor says, and what follows from its dates.
fn stage(site: &Site, visit: &Delegation) -> &'static str {
    let days = visit.dates.days();
    match visit.status {
        DelegationStatus::Cancelled | DelegationStatus::Postponed => visit.status.word(),
        _ if days.last < site.today() => "past",
        _ if days.first <= site.today() && matches!(visit.dates, VisitDates::Fixed(_)) => "running",
        status => status.word(),
    }
}

fn facts(site: &Site, visit: &Delegation) -> Vec<Fact> {
    let stage = site.strings.get(&format!("delegations.stage.{}", stage(site, visit)));
    let mut facts: Vec<Fact> = [
        Fact::line(site, "facts.stage", vec![LinkView::plain(stage)]),
        parts::countries(site, &visit.countries),
        parts::sectors(site, &visit.sectors),
        Fact::text(site, "facts.seeks", visit.seeks.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    facts.extend(parts::roles(site, &visit.roles));
    facts
}

fn participant(site: &Site, participant: &Participant) -> ParticipantView {
    let text = |text: &Option<crate::language::Translated<String>>| {
        text.as_ref().map(|text| text.get(&site.language).clone())
    };
    let href = participant.url.as_ref().map(|url| url.0.clone());
    let country = participant.country.map(|country| country.name(site.language.tag()));
    ParticipantView {
        name: LinkView { text: participant.organisation.clone(), href },
        country: country.unwrap_or_default().to_owned(),
        offers: text(&participant.offers),
        seeks: text(&participant.seeks),
    }
}
