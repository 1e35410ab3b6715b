//! Everything that tells when, where and whether an event is tells the same: its page, lists, the
//! home page, structured data, its calendar file, the feed, the links that add it, and the data,
//! in every language. The programmes are made up at random; what is right is worked out from how
//! they were made up, and read back without the help of what wrote it.

mod plan;
mod random;
mod readers;
mod words;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::harness::{Output, Site};
use plan::{Occurrence, Plan, Status, Where};
use random::plan;
use readers::{Calendar, Event, Part};

/// A day, or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    Day(Date),
    At(Timestamp),
}

/// What somebody who reads one of the outputs understands.
#[derive(Debug, PartialEq)]
pub struct Told {
    pub start: Moment,
    /// Nothing for one day, or where no end is told.
    pub end: Option<Moment>,
    pub place: Where,
}

/// Languages, and the folder of the events in each.
pub const LANGUAGES: [(&str, &str); 3] =
    [("de", "veranstaltungen"), ("en", "en/events"), ("es", "es/eventos")];

fn build(plans: &[Plan], now: &Zoned) -> Output {
    let site = Site::new()
        .config_line("languages: [de, en, es]")
        .file("venues.yaml", plan::VENUES)
        .now(&now.datetime().strftime("%Y-%m-%dT%H:%M").to_string());
    let plans = plans.iter().enumerate();
    plans.fold(site, |site, (number, plan)| site.event(&id(number), &plan.yaml())).built()
}

fn id(number: usize) -> String {
    format!("ereignis-{number}")
}

/// One event in one language, and what is right to tell of it.
struct Case<'c> {
    event: Event<'c>,
    plan: &'c Plan,
    now: Timestamp,
    occurrences: Vec<Occurrence>,
    /// Which of them pages and lists show.
    shown: usize,
    is_over: bool,
}

impl<'c> Case<'c> {
    fn new(event: Event<'c>, plan: &'c Plan, now: Timestamp) -> Self {
        let occurrences = plan.occurrences();
        let counting = occurrences.iter().filter(|o| plan.counts(o, &occurrences));
        let is_over = counting.clone().all(|occurrence| plan.is_over(occurrence, now));
        let shown = plan.shown(&occurrences, now);
        Case { event, plan, now, occurrences, shown, is_over }
    }

    fn shown(&self) -> &Occurrence {
        &self.occurrences[self.shown]
    }

    fn right(&self, occurrence: &Occurrence) -> Told {
        occurrence.told(self.event.language)
    }

    /// What is looked at, for whoever reads that it is wrong.
    fn what(&self, what: &str) -> String {
        format!("{what} in {} at {} of\n{}", self.event.language, self.now, self.plan.yaml())
    }

    fn assert_shown(&self, part: &Part, what: &str) {
        assert_eq!(part.told, self.right(self.shown()), "{}", self.what(what));
        assert_eq!(part.status, self.shown().status.shown(), "{}", self.what(what));
    }

    fn check_page_and_lists(&self) {
        self.assert_shown(&self.event.page(), "page");
        let year = self.shown().start.day_in(&self.event.zone).year();
        let folder = self.event.folder;
        let lists = [format!("{folder}/{year}/index.html"), format!("{folder}/index.html")];
        for (list, must) in lists.iter().zip([true, !self.is_over]) {
            let part = self.event.listed(list);
            assert_eq!(part.is_some(), must, "{}", self.what(list));
            part.iter().for_each(|part| self.assert_shown(part, list));
        }
    }

    /// Whether it is among the next on the home page.
    fn check_home(&self) -> bool {
        let part = self.event.listed(&self.event.home());
        part.iter().for_each(|part| self.assert_shown(part, "home page"));
        part.is_some()
    }

    fn check_structured_data(&self) {
        let whole = self.event.structured();
        self.assert_structured(&whole, self.shown());
        let dates = whole["subEvent"].as_array().cloned().unwrap_or_default();
        let is_ahead =
            |o: &&Occurrence| self.plan.repeat.is_some() && !self.plan.is_over(o, self.now);
        // An event that is nowhere is none to search engines.
        let is_somewhere = |o: &&Occurrence| self.right(o).place != Where::Unknown;
        let ahead = self.occurrences.iter().filter(is_ahead).filter(is_somewhere);
        let ahead: Vec<&Occurrence> = ahead.collect();
        assert_eq!(dates.len(), ahead.len(), "{}", self.what("structured data"));
        for (date, occurrence) in dates.iter().zip(ahead) {
            self.assert_structured(date, occurrence);
        }
    }

    fn assert_structured(&self, object: &Value, occurrence: &Occurrence) {
        let what = self.what("structured data");
        assert_eq!(self.event.by_structured(object), self.right(occurrence), "{what}");
        assert_eq!(readers::statuses(object), occurrence.schema_statuses(), "{what}");
        assert_eq!(readers::previous(object), occurrence.previous, "{what}");
    }

    fn check_calendar(&self, calendar: &Calendar, what: &str) {
        for occurrence in &self.occurrences {
            let entry = self.event.entry(calendar, occurrence.start);
            let entry = entry.unwrap_or_else(|| panic!("{occurrence:?} in {}", self.what(what)));
            assert_eq!(entry.told, self.right(occurrence), "{}", self.what(what));
            let status = occurrence.calendar_status(self.plan.is_open());
            assert_eq!(entry.status, status, "{}", self.what(what));
        }
    }

    fn check_links(&self) {
        let links = self.event.links();
        let is_offered = !self.is_over && !self.shown().is_called_off();
        assert_eq!(links.len(), if is_offered { 3 } else { 0 }, "{}", self.what("links"));
        for told in links {
            assert_eq!(told, self.right(self.shown()), "{}", self.what("links"));
        }
    }

    fn check_data(&self) {
        let data = self.event.data();
        assert_eq!(data.len(), self.occurrences.len(), "{}", self.what("data"));
        for (number, (data, occurrence)) in data.iter().zip(&self.occurrences).enumerate() {
            let what = self.what("data");
            assert_eq!(data.told, self.right(occurrence), "{what}");
            assert_eq!(data.status, occurrence.status.word(), "{what}");
            assert_eq!(data.previous, occurrence.previous, "{what}");
            assert_eq!(data.is_shown, number == self.shown, "{what}");
        }
    }
}

/// Holds that everything in a language tells what is right of every event.
fn assert_agrees(
    site: &Output,
    (language, folder): (&'static str, &'static str),
    plans: &[Plan],
    now: Timestamp,
) {
    let feed = Calendar::read(site.text(&format!("{folder}/calendar.ics")));
    let (mut ahead, mut at_home) = (0, 0);
    for (number, plan) in plans.iter().enumerate() {
        let event = Event { site, id: id(number), language, folder, zone: plan.timezone() };
        let own = Calendar::read(site.text(&format!("{folder}/{}.ics", event.id)));
        let case = Case::new(event, plan, now);
        case.check_page_and_lists();
        case.check_structured_data();
        case.check_calendar(&own, "calendar file");
        case.check_calendar(&feed, "feed");
        case.check_links();
        // Their texts are in the default language.
        if language == "de" {
            case.check_data();
        }
        ahead += usize::from(!case.is_over);
        at_home += usize::from(case.check_home());
    }
    assert_eq!(at_home, ahead.min(5), "the next five stand on the home page");
}

/// Twelve programmes have some seventy events; a failure is made smaller while that is quick.
fn config() -> ProptestConfig {
    let config = ProptestConfig::with_cases(12);
    ProptestConfig { failure_persistence: None, max_shrink_iters: 64, ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn everything_tells_the_same_of_every_event(
        plans in prop::collection::vec(plan(), 4..9),
        day in 0..500_i64,
        hour in 0..24_i64,
    ) {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let first = plan::first_day().to_zoned(berlin).unwrap();
        let now = first.checked_add(jiff::Span::new().days(day).hours(hour)).unwrap();
        let site = build(&plans, &now);
        for language in LANGUAGES {
            assert_agrees(&site, language, &plans, now.timestamp());
        }
    }
}

#[test]
fn the_plans_have_everything_that_could_be_told_wrongly() {
    let mut runner = TestRunner::deterministic();
    let mut counts = [0; 6];
    for _ in 0..400 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        let occurrences = plan.occurrences();
        let places = occurrences.iter().map(|occurrence| occurrence.told("de").place);
        let places: Vec<Where> = places.collect();
        let has = [
            plan.repeat.is_some(),
            places.iter().any(|place| *place != places[0]),
            occurrences
                .iter()
                .any(|o| o.status == Status::Cancelled && plan.status != Status::Cancelled),
            occurrences.iter().any(|o| !o.previous.is_empty() && plan.repeat.is_some()),
            occurrences.iter().any(|o| o.previous.len() > 1),
            places.contains(&Where::Online),
        ];
        for (count, has) in counts.iter_mut().zip(has) {
            *count += usize::from(has);
        }
    }
    assert!(counts.iter().all(|count| *count >= 20), "{counts:?}");
}
