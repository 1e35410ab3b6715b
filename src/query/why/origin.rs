//! The source files that an item is made from, and as what.

use serde::Serialize;

use super::Build;
use crate::markdown::Target;
use crate::model::event::EventRecord;
use crate::model::shared::{Extras, Roles};
use crate::model::venue::VenueRef;
use crate::problem::MessageLanguage;
use crate::query::item::Item;
use crate::site::Programme;
use crate::source::Sources;
use crate::values::Id;

/// A source file, or an entry in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The file.
    pub file: String,
    /// The key of the entry that is meant.
    pub key: Option<String>,
    /// What it gives.
    #[serde(rename = "as")]
    pub part: Part,
}

/// What a source file gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Itself,
    Translation,
    Event,
    Delegation,
    Press,
    Venue,
    Contact,
    StandIn,
    Organisation,
    Sector,
    Media,
    Linked,
    Template,
}

impl Part {
    /// For people; nothing for the file itself.
    pub fn name(self, language: MessageLanguage) -> Option<&'static str> {
        let (german, english) = match self {
            Part::Itself => return None,
            Part::Translation => ("Übersetzung", "translation"),
            Part::Event => ("Veranstaltung", "event"),
            Part::Delegation => ("Delegation", "delegation"),
            Part::Press => ("Pressemitteilung", "press release"),
            Part::Venue => ("Ort", "venue"),
            Part::Contact => ("Ansprechperson", "contact"),
            Part::StandIn => ("Vertretung", "stands in"),
            Part::Organisation => ("Organisation", "organisation"),
            Part::Sector => ("Branche", "sector"),
            Part::Media => ("Datei", "media"),
            Part::Linked => ("verlinkt", "linked"),
            Part::Template => ("Vorlage", "template"),
        };
        Some(language.pick(german, english))
    }
}

/// Everything an item is made from, its own file first. What all pages are made from, site.yaml
/// and the theme's strings, is left out.
pub(super) fn origins(build: &Build<'_>, sources: &Sources, item: Item<'_>) -> Vec<Origin> {
    let site = build.site().programme;
    let mut list = List(Vec::new());
    list.add(item.file(), Part::Itself);
    if let Some(stem) = item.file().strip_suffix(".md") {
        for language in &site.config.languages {
            let file = format!("{stem}.{}.md", language.tag());
            sources.text(&file).inspect(|_| list.add(&file, Part::Translation));
        }
    }
    match item {
        Item::Event(event) => {
            list.joined(site, &[], &event.delegations, &event.releases);
            list.venue(event);
            list.contact(site, event.contact.as_ref());
            list.roles(&event.roles);
            list.sectors(&event.sectors);
            list.media(&event.extras);
        }
        Item::Delegation(visit) => {
            list.joined(site, &visit.events, &[], &visit.releases);
            list.contact(site, visit.contact.as_ref());
            list.roles(&visit.roles);
            list.sectors(&visit.sectors);
            list.media(&visit.extras);
        }
        Item::Release(release) => {
            list.joined(site, &release.events, &release.delegations, &[]);
            list.contact(site, release.contact.as_ref().or(site.config.press_contact.as_ref()));
            list.sectors(&release.sectors);
            list.media(&release.extras);
        }
        Item::Page(_) => {}
    }
    list.linked(site, item);
    let template = item.page().template();
    let templates = sources.theme_texts(&site.config.theme, "templates");
    templates.get(template).inspect(|(path, _)| list.add(path, Part::Template));
    list.0
}

/// Origins, each file and entry once.
struct List(Vec<Origin>);

impl List {
    fn add(&mut self, file: &str, part: Part) {
        self.push(Origin { file: file.to_owned(), key: None, part });
    }

    fn add_key(&mut self, file: &str, key: &Id, part: Part) {
        self.push(Origin { file: format!("content/{file}"), key: Some(key.0.clone()), part });
    }

    fn push(&mut self, origin: Origin) {
        let same = |other: &Origin| other.file == origin.file && other.key == origin.key;
        if !self.0.iter().any(same) {
            self.0.push(origin);
        }
    }

    fn joined(&mut self, site: &Programme, events: &[usize], visits: &[usize], releases: &[usize]) {
        events.iter().for_each(|at| self.add(&site.event(*at).record.file, Part::Event));
        visits.iter().for_each(|at| self.add(&site.delegation(*at).record.file, Part::Delegation));
        releases.iter().for_each(|at| self.add(&site.release(*at).record.file, Part::Press));
    }

    fn venue(&mut self, event: &EventRecord) {
        if let Some(VenueRef::Key(key)) = &event.venue {
            self.add_key("venues.yaml", key, Part::Venue);
        }
    }

    /// A contact, and who stands in for it by now.
    fn contact(&mut self, site: &Programme, contact: Option<&Id>) {
        let Some(key) = contact else { return };
        self.add_key("contacts.yaml", key, Part::Contact);
        if let Some(shown) = site.shown_contact(&key.0).filter(|shown| *shown != key.0) {
            self.add_key("contacts.yaml", &Id(shown.to_owned()), Part::StandIn);
        }
    }

    fn roles(&mut self, roles: &Roles) {
        let keys = roles.each().into_iter().flat_map(|(_, keys)| keys);
        keys.for_each(|key| self.add_key("organisations.yaml", key, Part::Organisation));
    }

    fn sectors(&mut self, sectors: &[Id]) {
        sectors.iter().for_each(|key| self.add_key("sectors.yaml", key, Part::Sector));
    }

    fn media(&mut self, extras: &Extras) {
        let images = extras.images.iter().map(|image| &image.file);
        let files = images.chain(extras.attachments.iter().map(|attachment| &attachment.file));
        files.for_each(|file| self.add(&format!("content/media/{}", file.0), Part::Media));
    }

    fn linked(&mut self, site: &Programme, item: Item<'_>) {
        for written in site.links.iter().filter(|written| written.file == *item.file()) {
            if let Target::Content(file, _) = &written.link.target {
                self.add(file, Part::Linked);
            }
        }
    }
}
