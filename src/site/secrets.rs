//! What is said in items that are not public, and nowhere else may be: the check over the finished
//! files looks for it. What else must not get out, such as a person whose consent has ended, is added
//! in [`Secret::among`].

use super::Hidden;
use crate::language::Translated;
use crate::model::Records;
use crate::model::shared::Extras;
use crate::place::SourcePath;

/// A text of an item that is not public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// The text.
    pub text: String,
    /// The file of the item.
    pub file: SourcePath,
    /// What it is.
    pub kind: SecretKind,
    /// The key that it stands under.
    pub key: &'static str,
}

/// What a text of an item that is not public is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    /// A title, a sentence or a name: words, however they are set.
    Words,
    /// An id or the name of a file: signs as they are.
    Path,
}

/// Shorter texts stand anywhere: so many letters are needed to be something of its own.
const LETTERS: usize = 12;

impl Secret {
    /// The texts of hidden items. Call it while these are still among the records.
    pub(super) fn among(records: &Records, hidden: &Hidden) -> Vec<Secret> {
        let mut secrets = Secrets { found: Vec::new() };
        for event in records.events.iter().filter(|event| hidden.contains(&event.file)) {
            let texts = [("title", Some(&event.title)), ("summary", event.summary.as_ref())];
            secrets.item(&event.file, &event.id, &texts, &event.extras);
        }
        for visit in records.delegations.iter().filter(|visit| hidden.contains(&visit.file)) {
            let texts = [("title", Some(&visit.title)), ("summary", visit.summary.as_ref())];
            secrets.item(&visit.file, &visit.id, &texts, &visit.extras);
            for participant in &visit.participants {
                let name = &participant.organisation;
                secrets.add(&visit.file, name, SecretKind::Words, "organisation");
            }
        }
        for release in records.releases.iter().filter(|release| hidden.contains(&release.file)) {
            let texts = [
                ("title", Some(&release.title)),
                ("subtitle", release.subtitle.as_ref()),
                ("lead", release.lead.as_ref()),
            ];
            secrets.item(&release.file, &release.id, &texts, &release.extras);
        }
        for page in records.pages.iter().filter(|page| hidden.contains(&page.file)) {
            let texts = [("title", Some(&page.title)), ("description", page.description.as_ref())];
            secrets.item(&page.file, &page.id, &texts, &Extras::default());
        }
        secrets.found
    }
}

struct Secrets {
    found: Vec<Secret>,
}

impl Secrets {
    fn item(
        &mut self,
        file: &SourcePath,
        id: &str,
        texts: &[(&'static str, Option<&Translated<String>>)],
        extras: &Extras,
    ) {
        self.add(file, id, SecretKind::Path, "id");
        for (key, texts) in texts {
            for text in texts.iter().flat_map(|texts| texts.iter()) {
                self.add(file, text, SecretKind::Words, key);
            }
        }
        let images = extras.images.iter().map(|image| &image.file);
        let attachments = extras.attachments.iter().map(|attachment| &attachment.file);
        for media in images.chain(attachments) {
            self.add(file, &media.0, SecretKind::Path, "file");
        }
    }

    fn add(&mut self, file: &SourcePath, text: &str, kind: SecretKind, key: &'static str) {
        if text.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS {
            self.found.push(Secret { text: text.to_owned(), file: file.clone(), kind, key });
        }
    }
}
