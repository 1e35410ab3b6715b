//! Which files of `content/media/` are published: those that something public names, of a kind
//! that may be. What is withheld leaves the records here, so that no output can lead to it.

mod faults;
mod mentions;
mod pictures;
mod public;
mod withheld;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::{Covered, Held, Hidden};
use crate::diagnostic::Diagnostic;
use crate::language::Translated;
use crate::markdown::{Link, Markdown, Target};
use crate::media::Kind;
use crate::model::Records;
use crate::model::shared::Extras;
use crate::place::{Place, SourcePath, Spot, Step};
use crate::problem::{ConsentProblem, Lapse, MediaProblem, Problem};
use crate::source::{Binary, MEDIA, Sources};
use crate::suggest::closest;
use crate::values::MediaFile;
use faults::{faulty, no_pictures, other_than_picture, program_in_name};
use mentions::{Mention, mentions, target as media_of};
use pictures::shown;
use public::Public;
use withheld::reason;

pub use pictures::{Shown, ShownSize, stem_of_sizes};
pub use withheld::Withheld;

/// What is known of the files of `content/media/`.
#[derive(Debug, Default)]
pub struct Media {
    published: BTreeMap<SourcePath, FileFacts>,
    /// Where something public names a file first.
    named: BTreeMap<SourcePath, Place>,
    withheld: BTreeMap<SourcePath, Withheld>,
    /// When last a picture came into or went out of what a file shows, by a consent.
    changed: BTreeMap<SourcePath, Timestamp>,
    /// The pictures that pages show.
    shown: BTreeMap<SourcePath, Shown>,
}

/// What people want to know of a file before they load it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileFacts {
    /// What its name says that it is.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
    /// How many pages a PDF has.
    pub pages: Option<usize>,
}

impl Media {
    /// What the records say of media, and what is to be said about them. Call it while hidden
    /// items are still among the records.
    pub(super) fn of(
        records: &Records,
        hidden: &Hidden,
        consents: &[Held],
        sources: &Sources,
        now: Timestamp,
    ) -> (Self, Vec<Diagnostic>) {
        let mentions = mentions(records, sources);
        let named: BTreeSet<&SourcePath> = mentions.iter().map(|mention| &mention.media).collect();
        let withheld = sources
            .binaries(MEDIA)
            .filter_map(|(path, binary)| Some((path.clone(), reason(path, binary.content)?)));
        let withdrawn = records.config.withdrawn.iter();
        let withdrawn = withdrawn.map(|(_, file)| (path_of(file).into(), Withheld::Withdrawn));
        let withheld = withheld.chain(not_covered(consents, now)).chain(withdrawn);
        let lost = sources.lost().map(|path| (path.clone(), Withheld::Lost));
        let withheld = lost.chain(withheld);
        let mut media = Media {
            withheld: withheld.collect(),
            published: BTreeMap::new(),
            named: BTreeMap::new(),
            changed: changed(&mentions, consents, now),
            shown: BTreeMap::new(),
        };
        let who = Public::of(records, hidden);
        let public = mentions.iter().filter(|mention| who.has(mention));
        for Mention { file, spot, media: path } in public.clone() {
            let place = || Place { file: file.clone(), spot: spot.clone() };
            media.named.entry(path.clone()).or_insert_with(place);
        }
        let public = public.map(|mention| &mention.media);
        let facts = |path: &SourcePath| {
            let binary = sources.binary(path).filter(|_| media.reason(path).is_none())?;
            let pages = binary.pdf.map(|pdf| pdf.pages);
            let size = binary.published_size();
            let facts = FileFacts { kind: Kind::named(path)?, size, pages };
            Some((path.clone(), facts))
        };
        media.published = public.filter_map(facts).collect();
        media.shown = shown(records, hidden, sources, |path| media.is_published(path));

        let mut found = media.left_behind();
        // A file that could not be read may have named it.
        if records.are_complete() {
            let unused = sources.binaries(MEDIA).map(|(path, _)| path);
            let unused = unused.filter(|path| !named.contains(path));
            let unused = unused.filter(|path| {
                !matches!(media.reason(path), Some(Withheld::LeftBehind)) && !media.is_down(path)
            });
            found.extend(unused.map(|path| Diagnostic::whole(path, MediaProblem::Unused)));
        }
        found.extend(faulty(&mentions, sources, |path| media.reason(path)));
        found.extend(no_pictures(records));
        found.extend(media.published.keys().filter_map(program_in_name));
        found.extend(media.names_what_is_down(&mentions));
        found.extend(media.withdrawn_unknown(records, sources));
        (media, found)
    }

    /// The files of `content/media/` that may be kept in some form: all but those that must be
    /// nowhere any more.
    pub fn kept<'s>(&'s self, sources: &'s Sources) -> impl Iterator<Item = &'s Binary> {
        let files = sources.binaries(MEDIA).filter(|(path, _)| !self.is_down(path));
        files.map(|(_, binary)| binary)
    }

    /// Whether a file of `content/media/` is in the output.
    pub fn is_published(&self, path: &str) -> bool {
        self.published.contains_key(path)
    }

    /// Where something public names a file of `content/media/` first.
    pub fn named_at(&self, path: &str) -> Option<&Place> {
        self.named.get(path)
    }

    /// What people want to know of a file that is published, by its name.
    pub fn facts(&self, file: &MediaFile) -> Option<FileFacts> {
        self.published.get(path_of(file).as_str()).copied()
    }

    /// How a picture is shown, by its name below `content/media/`; nothing of a drawing, or of one
    /// whose size nobody knows.
    pub fn shown(&self, name: &str) -> Option<&Shown> {
        self.shown.get(format!("{MEDIA}{name}").as_str())
    }

    /// The smaller sizes of all photographs, each with the path of the photograph.
    pub fn sizes(&self) -> impl Iterator<Item = (&SourcePath, &ShownSize)> {
        self.shown.iter().flat_map(|(path, shown)| shown.sizes.iter().map(move |size| (path, size)))
    }

    /// When last a picture came into or went out of what a file shows, by a consent.
    pub(super) fn changed(&self, file: &str) -> Option<Timestamp> {
        self.changed.get(file).copied()
    }

    /// Why no consent covers a picture that something names.
    pub fn lapse(&self, path: &str) -> Option<Lapse> {
        match self.reason(path)? {
            Withheld::NotCovered(lapse) => Some(lapse),
            _ => None,
        }
    }

    /// The names of files that were published and must not be any more: whoever asks for one is
    /// told that it is gone.
    pub fn gone(&self) -> impl Iterator<Item = &str> {
        self.withheld.keys().filter(|path| self.is_down(path)).filter_map(|p| p.strip_prefix(MEDIA))
    }

    /// Whether a file must be nowhere any more.
    fn is_down(&self, path: &str) -> bool {
        matches!(self.reason(path), Some(Withheld::Withdrawn | Withheld::NotCovered(_)))
    }

    /// Whether a file must be nowhere any more, so that nobody is told it is missing.
    pub(super) fn is_gone(&self, name: &str) -> bool {
        self.gone().any(|gone| gone == name)
    }

    /// Every place that names a file which must be nowhere any more.
    fn names_what_is_down(&self, mentions: &[Mention]) -> Vec<Diagnostic> {
        let named = |mention: &Mention| {
            let name = mention.media.strip_prefix(MEDIA)?.to_owned();
            let problem: Problem = match self.reason(&mention.media)? {
                Withheld::Withdrawn => MediaProblem::NamesWithdrawn { name }.into(),
                Withheld::NotCovered(lapse) => ConsentProblem::NotCovered { name, lapse }.into(),
                Withheld::LeftBehind
                | Withheld::NotAllowed(_)
                | Withheld::Belied
                | Withheld::Lost => return None,
            };
            Some(Diagnostic::new(&mention.file, mention.spot.clone(), problem))
        };
        mentions.iter().filter_map(named).collect()
    }

    /// Names under `withdrawn` that no file has, where a file has a similar one: it would stay
    /// public.
    fn withdrawn_unknown(&self, records: &Records, sources: &Sources) -> Vec<Diagnostic> {
        let config = &records.config;
        let public = self.published.keys().filter_map(|path| path.strip_prefix(MEDIA));
        let public: Vec<&str> = public.collect();
        let unknown = |(index, file): &(usize, MediaFile)| {
            let name = file.0.clone();
            let is_there = sources.binary(&path_of(file)).is_some();
            let similar = closest(&name, public.iter().copied()).filter(|_| !is_there)?;
            let suggestion = similar.to_owned();
            let part = Spot::Value(vec![Step::Key("withdrawn".to_owned()), Step::Item(*index)]);
            let problem = MediaProblem::WithdrawnUnknown { name, suggestion };
            Some(Diagnostic::new(&config.file, part, problem))
        };
        config.withdrawn.iter().filter_map(unknown).collect()
    }

    /// Why a file is never published.
    fn reason(&self, path: &str) -> Option<Withheld> {
        self.withheld.get(path).copied()
    }

    fn left_behind(&self) -> Vec<Diagnostic> {
        let left = self.withheld.iter().filter(|(_, reason)| **reason == Withheld::LeftBehind);
        let named = |(path, _): (&SourcePath, _)| {
            let name = path.rsplit('/').next().unwrap_or(path).to_owned();
            Diagnostic::whole(path, MediaProblem::LeftBehind { name })
        };
        left.map(named).collect()
    }

    /// Takes what is withheld out of the records, and what is shown as a picture and is none.
    pub(super) fn take_out_of(&self, records: &mut Records) {
        let base_url = records.config.base_url.clone();
        let is_out = |link: &Link| match &link.target {
            Target::Content(path, _) => {
                self.reason(path).is_some() || link.is_picture && other_than_picture(path).is_some()
            }
            target => media_of(target, &base_url).is_some_and(|path| self.reason(&path).is_some()),
        };
        let is_in = |file: &MediaFile| self.reason(&path_of(file)).is_none();
        let is_shown = |file: &MediaFile| is_in(file) && other_than_picture(&file.0).is_none();
        let tidy = |text: &mut Translated<Markdown>| {
            text.default.take_out(is_out);
            text.others.iter_mut().for_each(|(_, text)| text.take_out(is_out));
        };
        let tidy_extras = |extras: &mut Extras| {
            extras.images.retain(|image| is_shown(&image.file));
            extras.attachments.retain(|attachment| is_in(&attachment.file));
        };
        let is_tidy = |text: Option<&Translated<Markdown>>, extras: &Extras| {
            let mut texts = text.into_iter().flat_map(Translated::iter);
            texts.all(|text| !text.links.iter().any(is_out))
                && extras.images.iter().all(|image| is_shown(&image.file))
                && extras.attachments.iter().all(|attachment| is_in(&attachment.file))
        };
        for event in &mut records.events {
            if is_tidy(event.description.as_ref(), &event.extras) {
                continue;
            }
            let event = Arc::make_mut(event);
            event.description.iter_mut().for_each(tidy);
            tidy_extras(&mut event.extras);
        }
        for visit in &mut records.delegations {
            if is_tidy(visit.description.as_ref(), &visit.extras) {
                continue;
            }
            let visit = Arc::make_mut(visit);
            visit.description.iter_mut().for_each(tidy);
            tidy_extras(&mut visit.extras);
        }
        for release in &mut records.releases {
            if is_tidy(Some(&release.body), &release.extras) {
                continue;
            }
            let release = Arc::make_mut(release);
            tidy(&mut release.body);
            tidy_extras(&mut release.extras);
        }
        for page in &mut records.pages {
            tidy(&mut page.body);
            page.video = page.video.take().filter(|video| is_in(&video.file));
            if let Some(video) = &mut page.video {
                video.poster = video.poster.take().filter(is_shown);
                video.captions = video.captions.take().filter(is_in);
            }
        }
        for organisation in records.organisations.entries.values_mut() {
            organisation.logo = organisation.logo.take().filter(is_shown);
        }
        let config = &mut records.config;
        config.brand.logo = config.brand.logo.take().filter(is_shown);
        config.boilerplate.iter_mut().for_each(tidy);
        records.links.retain(|written| !is_out(&written.link));
    }
}

/// Pictures of people who do not agree to be shown, or not any more; of several consents for one
/// picture the first to end counts.
fn not_covered(consents: &[Held], now: Timestamp) -> impl Iterator<Item = (SourcePath, Withheld)> {
    consents.iter().filter_map(move |held| {
        let Covered::Picture(file) = &held.of else { return None };
        Some((path_of(file).into(), Withheld::NotCovered(held.lapse(now)?)))
    })
}

/// When consents last changed what each file shows.
fn changed(
    mentions: &[Mention],
    consents: &[Held],
    now: Timestamp,
) -> BTreeMap<SourcePath, Timestamp> {
    let mut of_pictures: BTreeMap<String, Timestamp> = BTreeMap::new();
    for held in consents {
        if let (Covered::Picture(file), Some(at)) = (&held.of, held.changed(now)) {
            let last = of_pictures.entry(path_of(file)).or_insert(at);
            *last = at.max(*last);
        }
    }
    let mut changed: BTreeMap<SourcePath, Timestamp> = BTreeMap::new();
    for mention in mentions {
        if let Some(at) = of_pictures.get(&*mention.media) {
            let last = changed.entry(mention.file.clone()).or_insert(*at);
            *last = (*last).max(*at);
        }
    }
    changed
}

fn path_of(file: &MediaFile) -> String {
    format!("{MEDIA}{}", file.0)
}
