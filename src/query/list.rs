//! `bba list`: what there is, what is coming, and what was promised and not kept. Hidden items
//! are listed too, and say so.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::json;

use super::broken_promise::{self, PromisedIn};
use super::item::{Item, Visibility};
use super::table::{self, Cell, Column};
use super::times::{event_time, visit_time};
use crate::country::Country;
use crate::dates::{machine_when, rfc3339_in, rfc3339_utc};
use crate::findings::Located;
use crate::gap::Gap;
use crate::problem::MessageLanguage;
use crate::site::{Covered, Delegation, Event, Held, Programme, Release, named_in};
use crate::source::Sources;

/// Days before the end of a consent at which it is listed: enough to ask for a new one.
const CONSENT_AHEAD: i64 = 60;

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ListKind {
    /// Events
    Events,
    /// Press releases
    Press,
    /// Delegations
    Delegations,
    /// Embargoes that have not ended
    Embargoes,
    /// Registration deadlines ahead
    Deadlines,
    /// Consents that end within 60 days or have ended, and the texts that have the names
    Consent,
    /// Gaps `??…??`, grouped by who must fill them
    Gaps,
    /// What was promised to readers and is missing
    BrokenPromises,
}

/// What of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only what is not over.
    pub upcoming: bool,
    /// Only what has to do with a country.
    pub country: Option<&'static Country>,
}

/// A list: the same rows for people and for programs.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Listing {
    /// An aligned table; empty when the list is.
    pub fn table(&self) -> String {
        table::aligned(&self.columns, &self.rows)
    }

    /// A JSON list of objects.
    pub fn json(&self) -> String {
        super::json(&table::objects(&self.columns, &self.rows))
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Lists something. `site` has hidden items too; `findings` are those of a build, for the gaps.
pub fn list(
    site: &Programme,
    sources: &Sources,
    findings: &[Located],
    kind: ListKind,
    filter: Filter,
    language: MessageLanguage,
) -> Listing {
    let of_consents = kind == ListKind::Consent;
    let lister = Lister { site, filter, language, of_consents };
    match kind {
        ListKind::Events => lister.events(),
        ListKind::Press => lister.press(),
        ListKind::Delegations => lister.delegations(),
        ListKind::Embargoes => lister.embargoes(),
        ListKind::Deadlines => lister.deadlines(),
        ListKind::Consent => lister.consents(sources),
        ListKind::Gaps => lister.gaps(findings),
        ListKind::BrokenPromises => lister.broken_promises(),
    }
}

struct Lister<'s> {
    site: &'s Programme,
    filter: Filter,
    language: MessageLanguage,
    /// In which list the day of an end stands.
    of_consents: bool,
}

impl<'s> Lister<'s> {
    fn events(&self) -> Listing {
        let events = self.site.events.iter().filter(|event| {
            self.takes(Item::Event(event))
                && (!self.filter.upcoming || self.site.is_upcoming(event))
        });
        let row = |event: &'s Event| {
            let occurrence = self.site.occurrence(event);
            let place = occurrence.venue.map(|venue| &venue.name.default);
            let online = occurrence.is_online().then_some("online");
            let places: Vec<&str> = place.map(String::as_str).into_iter().chain(online).collect();
            vec![
                self.event_time(event),
                Cell::text(&event.record.id),
                Cell::text(occurrence.status.word()),
                self.visibility(Item::Event(event)),
                self.title(Item::Event(event)),
                Cell::maybe((!places.is_empty()).then(|| places.join(" + "))),
            ]
        };
        self.listing(&["when", "id", "status", "visibility", "title", "venue"], events.map(row))
    }

    fn press(&self) -> Listing {
        let releases = self.site.releases.iter().filter(|r| self.takes(Item::Release(r)));
        let row = |release: &'s Release| {
            let events = release.events.iter().map(|at| self.site.event(*at).record.id.as_str());
            let visits = release.delegations.iter();
            let visits = visits.map(|at| self.site.delegation(*at).record.id.as_str());
            vec![
                Cell::text(release.date.to_string()),
                Cell::text(&release.record.id),
                self.visibility(Item::Release(release)),
                self.title(Item::Release(release)),
                Cell::many(events),
                Cell::many(visits),
            ]
        };
        let columns = ["date", "id", "visibility", "title", "events", "delegations"];
        self.listing(&columns, releases.map(row))
    }

    fn delegations(&self) -> Listing {
        let visits = self.site.delegations.iter().filter(|visit| {
            self.takes(Item::Delegation(visit))
                && (!self.filter.upcoming || self.site.is_visit_ahead(visit))
        });
        let row = |visit: &'s Delegation| {
            let events = visit.events.iter().map(|at| self.site.event(*at).record.id.as_str());
            vec![
                visit_time(visit),
                Cell::text(&visit.record.id),
                Cell::text(visit.status.word()),
                self.visibility(Item::Delegation(visit)),
                Cell::many(visit.countries.iter().map(|country| country.code)),
                self.title(Item::Delegation(visit)),
                Cell::many(events),
            ]
        };
        let columns = ["when", "id", "status", "visibility", "countries", "title", "events"];
        self.listing(&columns, visits.map(row))
    }

    /// Drafts too: their embargo counts once they are none any more.
    fn embargoes(&self) -> Listing {
        let now = self.site.now;
        let embargo = |item: Item<'s>| item.publication()?.hidden_until(now);
        let items = Item::all(self.site).filter(|item| self.takes(*item));
        let mut items: Vec<_> =
            items.filter_map(|item| embargo(item).map(|until| (until, item))).collect();
        items.sort_by_key(|(until, item)| (*until, item.file().clone()));
        let rows = items.into_iter().map(|(until, item)| {
            vec![
                Cell {
                    shown: self.local(until),
                    value: rfc3339_in(until, self.site.zone()).into(),
                },
                self.kind(item),
                Cell::text(item.id()),
                self.visibility(item),
                self.title(item),
            ]
        });
        self.listing(&["until", "kind", "id", "visibility", "title"], rows)
    }

    fn deadlines(&self) -> Listing {
        let ahead = |event: &'s Event| {
            let registration = event.registration.as_ref()?;
            let deadline = registration.deadline.as_ref()?;
            let open = self.site.now < deadline.over.timestamp();
            (open && !Item::Event(event).is_called_off()).then_some((event, registration, deadline))
        };
        let events = self.site.events.iter().filter(|event| self.takes(Item::Event(event)));
        let mut events: Vec<_> = events.filter_map(ahead).collect();
        events.sort_by_key(|(event, _, deadline)| (deadline.over.timestamp(), &event.record.id));
        let rows = events.into_iter().map(|(event, registration, deadline)| {
            let written = machine_when(deadline.written, &event.timezone);
            vec![
                Cell {
                    shown: written.get(..16).unwrap_or(&written).replace('T', " "),
                    value: json!({"written": written, "over": rfc3339_utc(deadline.over.timestamp())}),
                },
                Cell::text(&event.record.id),
                Cell::text(registration.state.word()),
                self.visibility(Item::Event(event)),
                self.event_time(event),
                self.title(Item::Event(event)),
            ]
        });
        self.listing(&["deadline", "id", "state", "visibility", "when", "title"], rows)
    }

    /// By owner, and those of nobody last.
    fn gaps(&self, findings: &[Located]) -> Listing {
        let gaps = findings.iter().filter_map(|found| Some((found.problem.gap()?, found)));
        let mut gaps: Vec<(&Gap, &Located)> = gaps.collect();
        gaps.sort_by_key(|(gap, _)| (gap.owner.is_none(), gap.owner.clone()));
        let rows = gaps.into_iter().map(|(gap, found)| {
            let line = found.start.line;
            vec![
                Cell::maybe(gap.owner.clone()),
                Cell::text(&gap.what),
                Cell::text(found.file.to_string()),
                Cell { shown: line.to_string(), value: line.into() },
            ]
        });
        self.listing(&["owner", "gap", "file", "line"], rows)
    }

    fn broken_promises(&self) -> Listing {
        let broken = broken_promise::all(self.site).into_iter();
        let broken = broken.filter(|(place, _)| match place {
            PromisedIn::Item(item) => self.takes(*item),
            PromisedIn::Contact(_) => self.filter.country.is_none(),
        });
        let rows = broken.map(|(place, promise)| {
            let (file, id) = match place {
                PromisedIn::Item(item) => (item.file().to_string(), item.id()),
                PromisedIn::Contact(key) => ("content/contacts.yaml".to_owned(), key),
            };
            let message = promise.message(self.language);
            vec![
                Cell::text(file),
                Cell::text(id),
                Cell { shown: message.to_owned(), value: promise.word().into() },
            ]
        });
        self.listing(&["file", "id", "promise"], rows)
    }

    /// Also of hidden items: whoever prepares them wants to know in time. Under each consent stand
    /// the places that its end does not change.
    fn consents(&self, sources: &Sources) -> Listing {
        let horizon = self.site.today().checked_add(CONSENT_AHEAD.days()).unwrap_or(Date::MAX);
        let is_of = |file: &str| {
            Item::all(self.site).any(|item| **item.file() == *file && self.takes(item))
        };
        let held = self.site.consents.iter();
        let mut ending: Vec<(Date, &Held)> = held
            .filter_map(|held| Some((held.last.filter(|last| *last <= horizon)?, held)))
            .filter(|(_, held)| self.filter.country.is_none() || is_of(&held.file))
            .collect();
        ending.sort_by_key(|(last, held)| (*last, held.file.clone(), held.at.clone()));
        let all: Vec<&Held> = ending.iter().map(|(_, held)| *held).collect();
        let named = named_in(&all, sources);
        let rows = ending.iter().enumerate().flat_map(|(number, (last, held))| {
            let line = line_of(held.entry(sources).start, sources.text(&held.file));
            let own = self.consent_row(*last, held, &held.file, line, None);
            let texts = named.iter().filter(move |(of, _)| *of == number);
            let texts = texts.map(|(_, passage)| {
                self.consent_row(*last, held, &passage.file, passage.line, Some(passage.text))
            });
            std::iter::once(own).chain(texts).collect::<Vec<_>>()
        });
        self.listing(&["until", "kind", "name", "file", "line", "text"], rows)
    }

    fn consent_row(
        &self,
        last: Date,
        held: &Held,
        file: &str,
        line: usize,
        text: Option<&str>,
    ) -> Vec<Cell> {
        let (german, english, word) = match (&held.of, text) {
            (_, Some(_)) => ("Text", "text", "text"),
            (Covered::Participant(_), None) => ("Name", "name", "participant"),
            (Covered::Picture(_), None) => ("Bild", "picture", "image"),
        };
        let shown = self.language.pick(german, english).to_owned();
        vec![
            Cell::text(last.to_string()),
            Cell { shown, value: word.into() },
            Cell::text(held.of.name()),
            Cell::text(file),
            Cell { shown: line.to_string(), value: line.into() },
            Cell::maybe(text.map(str::to_owned)),
        ]
    }

    fn takes(&self, item: Item<'_>) -> bool {
        self.filter.country.is_none_or(|country| item.countries().contains(&country))
    }

    fn listing(&self, columns: &[&'static str], rows: impl Iterator<Item = Vec<Cell>>) -> Listing {
        let columns = columns.iter().map(|key| Column { key, head: self.head(key) }).collect();
        Listing { columns, rows: rows.collect() }
    }

    fn head(&self, key: &'static str) -> &'static str {
        let (german, english) = match key {
            "when" => ("Wann", "when"),
            "venue" => ("Ort", "venue"),
            "title" => ("Titel", "title"),
            "visibility" => ("Sichtbar", "visible"),
            "date" => ("Datum", "date"),
            "events" => ("Veranstaltungen", "events"),
            "delegations" => ("Delegationen", "delegations"),
            "countries" => ("Länder", "countries"),
            "until" if self.of_consents => ("Endet nach", "ends after"),
            "until" => ("Sperrfrist bis", "embargo until"),
            "name" => ("Name", "name"),
            "line" => ("Zeile", "line"),
            "owner" => ("Wer", "who"),
            "gap" => ("Was fehlt", "what is missing"),
            "text" => ("Text", "text"),
            "kind" => ("Was", "kind"),
            "deadline" => ("Anmeldung bis", "deadline"),
            "state" => ("Plätze", "places"),
            "file" => ("Datei", "file"),
            "promise" => ("Was fehlt", "what is missing"),
            other => (other, other),
        };
        self.language.pick(german, english)
    }

    fn title(&self, item: Item<'_>) -> Cell {
        Cell::text(item.title())
    }

    fn kind(&self, item: Item<'_>) -> Cell {
        let kind = item.kind();
        Cell { shown: kind.name(self.language).to_owned(), value: kind.word().into() }
    }

    fn visibility(&self, item: Item<'_>) -> Cell {
        let visibility = item.visibility(self.site.now);
        let shown = match visibility {
            Visibility::Public => self.language.pick("ja", "yes").to_owned(),
            Visibility::Draft => self.language.pick("Entwurf", "draft").to_owned(),
            Visibility::Embargoed(until) => {
                let until = self.local(until);
                self.language.pick(format!("ab {until}"), format!("from {until}"))
            }
        };
        Cell { shown, value: visibility.word().into() }
    }

    fn event_time(&self, event: &Event) -> Cell {
        event_time(self.site, event, self.language)
    }

    fn local(&self, at: jiff::Timestamp) -> String {
        at.to_zoned(self.site.zone().clone()).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

/// The line of a byte in a file, from 1.
fn line_of(at: usize, text: Option<&str>) -> usize {
    text.and_then(|text| text.get(..at)).unwrap_or_default().matches('\n').count() + 1
}
