//! The source files that an item is made from, and as what.

use serde::{Serialize, Serializer};

use super::Build;
use crate::markdown::Target;
use crate::model::ContentKind;
use crate::model::event::EventRecord;
use crate::model::registry::RegistryKind;
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
    pub role: OriginRole,
}

/// What a source file gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginRole {
    /// It is the file of the item.
    Itself,
    /// Its texts in another language.
    Translation,
    /// An item that it is joined with.
    Item(ContentKind),
    /// An entry that it names.
    Entry(RegistryKind),
    /// The contact that is shown in place of another.
    StandIn,
    /// A picture or attachment.
    Media,
    /// A file that its text links to.
    Linked,
    /// The template of its page.
    Template,
}

impl OriginRole {
    /// For programs and for people; `None` for people where it is the file itself.
    fn words(self, language: MessageLanguage) -> (&'static str, Option<&'static str>) {
        match self {
            OriginRole::Itself => ("itself", None),
            OriginRole::Translation => {
                ("translation", Some(language.pick("Übersetzung", "translation")))
            }
            OriginRole::Item(kind) => (kind.word(), Some(kind.name(language))),
            OriginRole::Entry(kind) => (kind.word(), Some(kind.name(language))),
            OriginRole::StandIn => ("stand-in", Some(language.pick("Vertretung", "substitute"))),
            OriginRole::Media => ("media", Some(language.pick("Datei", "media"))),
            OriginRole::Linked => ("linked", Some(language.pick("verlinkt", "linked"))),
            OriginRole::Template => ("template", Some(language.pick("Vorlage", "template"))),
        }
    }

    /// For people; `None` for the file itself.
    pub fn name(self, language: MessageLanguage) -> Option<&'static str> {
        self.words(language).1
    }
}

impl Serialize for OriginRole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.words(MessageLanguage::English).0)
    }
}

/// Everything an item is made from, its own file first. What all pages are made from, site.yaml
/// and the theme's strings, is left out.
pub(super) fn origins(build: &Build<'_>, sources: &Sources, item: Item<'_>) -> Vec<Origin> {
    let site = build.site().programme;
    let mut list = List(Vec::new());
    list.add(item.file(), OriginRole::Itself);
    if let Some(stem) = item.file().strip_suffix(".md") {
        for language in &site.config.languages {
            let file = format!("{stem}.{}.md", language.tag());
            sources.text(&file).inspect(|_| list.add(&file, OriginRole::Translation));
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
    templates.get(template).inspect(|(path, _)| list.add(path, OriginRole::Template));
    list.0
}

/// Origins, each file and entry once.
struct List(Vec<Origin>);

impl List {
    fn add(&mut self, file: &str, role: OriginRole) {
        self.push(Origin { file: file.to_owned(), key: None, role });
    }

    fn add_entry(&mut self, kind: RegistryKind, key: &Id) {
        self.add_key(kind, &key.0, OriginRole::Entry(kind));
    }

    fn add_key(&mut self, kind: RegistryKind, key: &str, role: OriginRole) {
        self.push(Origin { file: kind.file().to_owned(), key: Some(key.to_owned()), role });
    }

    fn push(&mut self, origin: Origin) {
        let same = |other: &Origin| other.file == origin.file && other.key == origin.key;
        if !self.0.iter().any(same) {
            self.0.push(origin);
        }
    }

    fn joined(&mut self, site: &Programme, events: &[usize], visits: &[usize], releases: &[usize]) {
        events.iter().for_each(|at| {
            self.add(&site.event(*at).record.file, OriginRole::Item(ContentKind::Event))
        });
        visits.iter().for_each(|at| {
            self.add(&site.delegation(*at).record.file, OriginRole::Item(ContentKind::Delegation))
        });
        releases.iter().for_each(|at| {
            self.add(&site.release(*at).record.file, OriginRole::Item(ContentKind::Release))
        });
    }

    fn venue(&mut self, event: &EventRecord) {
        if let Some(VenueRef::Key(key)) = &event.venue {
            self.add_entry(RegistryKind::Venue, key);
        }
    }

    /// A contact, and who is shown in its place by now.
    fn contact(&mut self, site: &Programme, contact: Option<&Id>) {
        let Some(key) = contact else { return };
        self.add_entry(RegistryKind::Contact, key);
        if let Some(shown) = site.shown_contact(&key.0).filter(|shown| *shown != key.0) {
            self.add_key(RegistryKind::Contact, shown, OriginRole::StandIn);
        }
    }

    fn roles(&mut self, roles: &Roles) {
        let keys = roles.each().into_iter().flat_map(|(_, keys)| keys);
        keys.for_each(|key| self.add_entry(RegistryKind::Organisation, key));
    }

    fn sectors(&mut self, sectors: &[Id]) {
        sectors.iter().for_each(|key| self.add_entry(RegistryKind::Sector, key));
    }

    fn media(&mut self, extras: &Extras) {
        let images = extras.images.iter().map(|image| &image.file);
        let files = images.chain(extras.attachments.iter().map(|attachment| &attachment.file));
        files.for_each(|file| self.add(&format!("content/media/{}", file.0), OriginRole::Media));
    }

    fn linked(&mut self, site: &Programme, item: Item<'_>) {
        for written in site.links.iter().filter(|written| written.file == *item.file()) {
            if let Target::Content(file, _) = &written.link.target {
                self.add(file, OriginRole::Linked);
            }
        }
    }
}
