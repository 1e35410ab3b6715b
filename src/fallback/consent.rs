//! What an older state of an item must not show again: people who take part, and pictures, whose
//! consent is another in the newer file, or not there any more. In doubt nobody is shown.

use std::collections::BTreeSet;

use crate::model::{ContentKind, delegation, event, release};
use crate::place::{KeyPath, SourcePath};
use crate::yaml::key::Form;
use crate::yaml::typed::{Map, Typed};
use crate::yaml::{self, Positions, Yaml, front_matter};

/// An older state as it may be shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// The text, in which those who are not to be named have not agreed; `None` when that is nobody.
    pub text: Option<String>,
    /// The names of pictures that must be nowhere.
    pub withdrawn: BTreeSet<String>,
}

/// What may be shown of an older item, by what the newer one says of consents, however broken that
/// is.
pub(super) fn shown(path: &SourcePath, older: &str, newer: &str) -> Shown {
    let older = Item { path, text: older };
    let newer = Item { path, text: newer };
    let Some((kind, was)) = older.read() else { return Shown::default() };
    let is = newer.read().map(|(_, is)| entries(kind, &is));
    let positions = older.positions();
    let lapsed = entries(kind, &was).into_iter().filter(|entry| {
        let text = older.text.get(positions.whole(&entry.at)).unwrap_or_default();
        match &is {
            Some(is) => !entry.stands_among(is),
            None => entry.consent.is_some() && !newer.has(text),
        }
    });
    let mut shown = Shown::default();
    let mut consents = Vec::new();
    for entry in lapsed {
        match entry.is_picture {
            true => drop(shown.withdrawn.insert(entry.name)),
            false => consents.push(positions.whole(&entry.consent_at)),
        }
    }
    if !consents.is_empty() {
        // From the end: what stands before a consent stays where it is.
        consents.sort_by_key(|range| std::cmp::Reverse(range.start));
        let mut text = older.text.to_owned();
        for range in consents {
            let length = text.get(range.clone()).unwrap_or_default().trim_end().len();
            text.replace_range(range.start..range.start + length, "false");
        }
        shown.text = Some(text);
    }
    shown
}

/// A state of an item.
struct Item<'t> {
    path: &'t SourcePath,
    text: &'t str,
}

impl Item<'_> {
    fn yaml(&self) -> Yaml<'_> {
        let is_text = self.path.ends_with(".md");
        let range = if is_text { front_matter::range(self.text) } else { 0..self.text.len() };
        Yaml { file: self.path, text: self.text, range }
    }

    /// What it says, without what is wrong in it; `None` where that cannot be told.
    fn read(&self) -> Option<(ContentKind, Map)> {
        let (folder, _) = self.path.strip_prefix("content/")?.split_once('/')?;
        let kind = ContentKind::in_folder(folder)?;
        let keys = match kind {
            ContentKind::Event => event::KEYS,
            ContentKind::Delegation => delegation::KEYS,
            ContentKind::Release => release::KEYS,
            ContentKind::Page => return None,
        };
        Some((kind, yaml::read(&self.yaml(), &Form::Keys(keys), &mut Vec::new())?))
    }

    fn positions(&self) -> Positions {
        let yaml = self.yaml();
        Positions::read(yaml.text.get(yaml.range.clone()).unwrap_or(""), yaml.range.start, &[])
    }

    /// Whether it has an entry in these words. Where two states stand in one file nobody knows
    /// which holds.
    fn has(&self, entry: &str) -> bool {
        let is_conflict = self.text.lines().any(|line| line.starts_with("<<<<<<<"));
        !is_conflict && in_one_line(self.text).contains(&in_one_line(entry))
    }
}

/// The words of a text without comments.
fn in_one_line(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Somebody who takes part, or a picture.
struct Entry {
    is_picture: bool,
    /// Of who takes part, or of the file.
    name: String,
    /// What stands under `consent`.
    consent: Option<Vec<String>>,
    at: KeyPath,
    consent_at: KeyPath,
}

impl Entry {
    fn of(map: &Map, is_picture: bool) -> Option<Entry> {
        let name = map.text(if is_picture { "file" } else { "organisation" })?.trim().to_owned();
        let consent = map.get("consent").map(words);
        Some(Entry { is_picture, name, consent, at: map.here(), consent_at: map.at("consent") })
    }

    /// Whether the newer state says the same of its consent.
    fn stands_among(&self, newer: &[Entry]) -> bool {
        let is_same =
            |entry: &&Entry| entry.is_picture == self.is_picture && entry.name == self.name;
        let mut same = newer.iter().filter(is_same).peekable();
        match same.peek() {
            None => self.consent.is_none(),
            Some(_) => same.all(|entry| entry.consent == self.consent),
        }
    }
}

fn words(consent: &Typed) -> Vec<String> {
    let Some(map) = consent.map() else {
        return consent.text().into_iter().map(|text| text.trim().to_owned()).collect();
    };
    let day = |(key, day): (&str, &Typed)| format!("{key}: {}", day.text().unwrap_or_default());
    let mut days: Vec<String> = map.iter().map(day).collect();
    days.sort();
    days
}

fn entries(kind: ContentKind, map: &Map) -> Vec<Entry> {
    let images = (kind == ContentKind::Release).then(|| map.maps("images"));
    let pictures = map.map("image").into_iter().chain(images.into_iter().flatten());
    let people = (kind == ContentKind::Delegation).then(|| map.maps("participants"));
    let people = people.into_iter().flatten().filter_map(|map| Entry::of(map, false));
    // Who has not agreed is not shown anyway.
    let people = people.filter(|entry| entry.consent.is_some());
    people.chain(pictures.filter_map(|map| Entry::of(map, true))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VISIT: &str = "content/delegations/besuch.yaml";

    fn of_visit(older: &str, newer: &str) -> Option<String> {
        shown(&VISIT.into(), older, newer).text
    }

    #[test]
    fn who_does_not_agree_any_more_is_not_named_again() {
        let older = "title: A\nparticipants:\n  - organisation: Nord SA\n    consent:\n      given: 2019-01-01\n\
                     \x20     until: 2020-01-01\n    country: MX\n  - {organisation: Süd, consent: true}\n";
        let without = older.replace("given: 2019-01-01\n      until: 2020-01-01", "false");
        for newer in [
            "title: A\nfoo: 1\nparticipants: [{organisation: Süd, consent: true}, {organisation: Nord SA, consent: false}]",
            "title: A\nfoo: 1\nparticipants: [{organisation: Süd, consent: true}]",
            "title: A\nfoo: 1\nparticipants: [{organisation: Süd, consent: true}, {organisation: Nord SA, consent: {given: 2019-01-01}}]",
            "title: [\nparticipants:\n- {organisation: Süd, consent: true}\n",
            "title: [\nparticipants:\n- {organisation: Süd, consent: true}\n# organisation: Nord SA\n",
        ] {
            assert_eq!(of_visit(older, newer), Some(without.clone()), "{newer}");
        }
        for newer in [
            older.replace("title: A", "foo: 1"),
            older.replace("title: A", "title: ["),
            older.replace("country: MX", "offers: Neu").replace("title: A", "foo: 1"),
        ] {
            assert_eq!(of_visit(older, &newer), None, "{newer}");
        }
        let conflict = format!("<<<<<<< a\n{older}=======\n");
        assert_eq!(of_visit(older, &conflict).unwrap().matches("false").count(), 2);
    }

    #[test]
    fn pictures_whose_consent_is_another_are_nowhere() {
        let pictures = |older: &str, newer: &str| {
            let shown = shown(&"content/press/2019-01-01-a.md".into(), older, newer);
            assert_eq!(shown.text, None);
            shown.withdrawn.into_iter().collect::<Vec<_>>()
        };
        let text = |lines: &str| format!("---\ntitle: A\n{lines}\n---\nText\n");
        let both = "image: {file: a.jpg, consent: true}\nimages: [{file: b.jpg}]";
        for (newer, withdrawn) in [
            ("foo: 1\nimage: {file: a.jpg, consent: true}\nimages: [{file: b.jpg}]", &[][..]),
            ("foo: 1\nimage: {file: a.jpg, consent: true}", &[]),
            ("foo: 1\nimage: {file: a.jpg, consent: false}", &["a.jpg"]),
            ("foo: 1\nimages: [{file: b.jpg, consent: false}]", &["a.jpg", "b.jpg"]),
            ("title: [\nimage: {file: a.jpg, consent: true}", &[]),
            ("title: [\nimage: {file: a.jpg}", &["a.jpg"]),
        ] {
            assert_eq!(pictures(&text(both), &text(newer)), withdrawn, "{newer}");
        }
    }
}
