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
    /// Whether it is a sentence or a title, which a public text may have by mistake.
    pub is_prose: bool,
}

/// Shorter texts stand anywhere: so many letters are needed to be something of its own.
const LETTERS: usize = 12;

impl Secret {
    /// The texts of hidden items. Call it while these are still among the records.
    pub(super) fn among(records: &Records, hidden: &Hidden) -> Vec<Secret> {
        let mut secrets = Secrets { found: Vec::new() };
        for event in records.events.iter().filter(|event| hidden.contains(&event.file)) {
            let texts = [Some(&event.title), event.summary.as_ref()];
            secrets.item(&event.file, &event.id, &texts, &event.extras);
        }
        for visit in records.delegations.iter().filter(|visit| hidden.contains(&visit.file)) {
            let texts = [Some(&visit.title), visit.summary.as_ref()];
            secrets.item(&visit.file, &visit.id, &texts, &visit.extras);
            for participant in &visit.participants {
                secrets.add(&visit.file, &participant.organisation, false);
            }
        }
        for release in records.releases.iter().filter(|release| hidden.contains(&release.file)) {
            let texts = [Some(&release.title), release.subtitle.as_ref(), release.lead.as_ref()];
            secrets.item(&release.file, &release.id, &texts, &release.extras);
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
        texts: &[Option<&Translated<String>>],
        extras: &Extras,
    ) {
        self.add(file, id, false);
        for text in texts.iter().flatten().flat_map(|texts| texts.iter()) {
            self.add(file, text, true);
        }
        let images = extras.images.iter().map(|image| &image.file);
        let attachments = extras.attachments.iter().map(|attachment| &attachment.file);
        for media in images.chain(attachments) {
            self.add(file, &media.0, false);
        }
    }

    fn add(&mut self, file: &SourcePath, text: &str, is_prose: bool) {
        if text.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS {
            self.found.push(Secret { text: text.to_owned(), file: file.clone(), is_prose });
        }
    }
}
