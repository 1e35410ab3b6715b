//! Which files of `content/media/` are published: those that something public names, of a kind
//! that may be. What is withheld leaves the records here, so that no output can lead to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::Hidden;
use crate::composed::composed;
use crate::diagnostic::Diagnostic;
use crate::language::Translated;
use crate::markdown::{Link, Markdown, Target};
use crate::media::{Content, Kind};
use crate::model::Records;
use crate::model::shared::Extras;
use crate::place::{Part, SourcePath, Step};
use crate::problem::{MediaProblem, NotAllowed, ReferenceKind, Seems};
use crate::source::{Binary, Bytes, MEDIA, Sources, is_left_behind};
use crate::suggest::closest;
use crate::values::MediaFile;

/// Where media lie on the site.
const ADDRESS: &str = "/media/";

/// What is known of the files of `content/media/`.
#[derive(Debug, Default)]
pub struct Media {
    published: BTreeSet<SourcePath>,
    withheld: BTreeMap<SourcePath, Withheld>,
}

/// Why a file is never published, whoever names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// A program left it there.
    LeftBehind,
    /// It is of a kind that is not published.
    NotAllowed(NotAllowed),
    /// `withdrawn` in site.yaml names it.
    Withdrawn,
}

/// A place that names a file of `media/`.
struct Mention {
    file: SourcePath,
    part: Part,
    media: SourcePath,
}

impl Media {
    /// What the records say of media, and what is to be said about them. Call it while hidden
    /// items are still among the records.
    pub(super) fn of(
        records: &Records,
        hidden: &Hidden,
        sources: &Sources,
    ) -> (Self, Vec<Diagnostic>) {
        let mentions = mentions(records, sources);
        let named: BTreeSet<&SourcePath> = mentions.iter().map(|mention| &mention.media).collect();
        let withheld = sources
            .binaries(MEDIA)
            .filter_map(|(path, binary)| Some((path.clone(), reason(path, binary.content)?)));
        let withdrawn = records.config.withdrawn.iter();
        let withdrawn = withdrawn.map(|(_, file)| (path_of(file).into(), Withheld::Withdrawn));
        let withheld = withheld.chain(withdrawn);
        let mut media = Media { withheld: withheld.collect(), published: BTreeSet::new() };
        let public = mentions.iter().filter(|mention| !hidden.contains(&mention.file));
        let public = public.map(|mention| &mention.media);
        let there = |path: &&SourcePath| {
            sources.binary(path).is_some() && !media.withheld.contains_key(&***path)
        };
        media.published = public.filter(there).cloned().collect();

        let mut found = media.left_behind();
        // A file that could not be read may have named it.
        if records.are_complete() {
            let unused = sources.binaries(MEDIA).map(|(path, _)| path);
            let unused = unused.filter(|path| !named.contains(path));
            let unused = unused.filter(|path| {
                !matches!(media.reason(path), Some(Withheld::LeftBehind | Withheld::Withdrawn))
            });
            found.extend(unused.map(|path| Diagnostic::whole(path, MediaProblem::Unused)));
        }
        found.extend(faulty(&mentions, sources, &media));
        found.extend(media.names_withdrawn(&mentions));
        found.extend(media.withdrawn_unknown(records, sources));
        (media, found)
    }

    /// Whether a file of `content/media/` is in the output.
    pub fn is_published(&self, path: &str) -> bool {
        self.published.contains(path)
    }

    /// The names of files that were published and must not be any more: whoever asks for one is
    /// told that it is gone.
    pub fn gone(&self) -> impl Iterator<Item = &str> {
        let gone = self.withheld.iter().filter(|(_, reason)| **reason == Withheld::Withdrawn);
        gone.filter_map(|(path, _)| path.strip_prefix(MEDIA))
    }

    /// Whether a file is withdrawn, so that nobody is told it is missing.
    pub(super) fn is_withdrawn(&self, name: &str) -> bool {
        self.gone().any(|gone| gone == name)
    }

    /// Every place that names a file which is withdrawn.
    fn names_withdrawn(&self, mentions: &[Mention]) -> Vec<Diagnostic> {
        let named = |mention: &Mention| {
            let is_out = self.reason(&mention.media) == Some(Withheld::Withdrawn);
            let name = mention.media.strip_prefix(MEDIA).filter(|_| is_out)?.to_owned();
            let problem = MediaProblem::NamesWithdrawn { name };
            Some(Diagnostic::new(&mention.file, mention.part.clone(), problem))
        };
        mentions.iter().filter_map(named).collect()
    }

    /// Names under `withdrawn` that no file has, where a file has a similar one: it would stay
    /// public.
    fn withdrawn_unknown(&self, records: &Records, sources: &Sources) -> Vec<Diagnostic> {
        let config = &records.config;
        let public = self.published.iter().filter_map(|path| path.strip_prefix(MEDIA));
        let public: Vec<&str> = public.collect();
        let unknown = |(index, file): &(usize, MediaFile)| {
            let name = file.0.clone();
            let is_there = sources.binary(&path_of(file)).is_some();
            let similar = closest(&name, public.iter().copied()).filter(|_| !is_there)?;
            let suggestion = similar.to_owned();
            let part = Part::Value(vec![Step::Key("withdrawn".to_owned()), Step::Item(*index)]);
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

    /// Takes what is withheld out of the records.
    pub(super) fn take_out_of(&self, records: &mut Records) {
        if self.withheld.is_empty() {
            return;
        }
        let base_url = records.config.base_url.clone();
        let is_out = |link: &Link| {
            target(&link.target, &base_url).is_some_and(|path| self.reason(&path).is_some())
        };
        let is_in = |file: &MediaFile| self.reason(&path_of(file)).is_none();
        let tidy = |text: &mut Translated<Markdown>| {
            text.default.take_out(is_out);
            text.others.iter_mut().for_each(|(_, text)| text.take_out(is_out));
        };
        let tidy_extras = |extras: &mut Extras| {
            extras.images.retain(|image| is_in(&image.file));
            extras.attachments.retain(|attachment| is_in(&attachment.file));
        };
        let is_tidy = |text: Option<&Translated<Markdown>>, extras: &Extras| {
            let mut texts = text.into_iter().flat_map(Translated::iter);
            texts.all(|text| !text.links.iter().any(is_out))
                && extras.images.iter().all(|image| is_in(&image.file))
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
                video.poster = video.poster.take().filter(is_in);
                video.captions = video.captions.take().filter(is_in);
            }
        }
        for organisation in records.organisations.entries.values_mut() {
            organisation.logo = organisation.logo.take().filter(is_in);
        }
        let config = &mut records.config;
        config.brand.logo = config.brand.logo.take().filter(is_in);
        config.boilerplate.iter_mut().for_each(tidy);
        records.links.retain(|written| !is_out(&written.link));
    }
}

fn path_of(file: &MediaFile) -> String {
    format!("{MEDIA}{}", file.0)
}

/// Why a file is not published, by its name and content. A drawing must be known to be harmless;
/// of another file with a good name that is something else nobody but its readers suffers.
fn reason(path: &str, content: Content) -> Option<Withheld> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if is_left_behind(name) {
        return Some(Withheld::LeftBehind);
    }
    let reason = match (Kind::named(name), content) {
        (Some(Kind::Svg), Content::Known(Kind::Svg)) => return None,
        (Some(Kind::Svg), Content::ActiveSvg) => NotAllowed::ActiveSvg,
        (Some(Kind::Svg), _) => NotAllowed::NoSvg,
        (Some(_), _) => return None,
        (None, content) => not_allowed(content),
    };
    Some(Withheld::NotAllowed(reason))
}

fn not_allowed(content: Content) -> NotAllowed {
    match content {
        Content::Heic => NotAllowed::Heic,
        Content::Tiff => NotAllowed::Tiff,
        Content::OldOffice => NotAllowed::OldOffice,
        Content::ActiveSvg => NotAllowed::ActiveSvg,
        Content::Empty | Content::Known(_) | Content::Other => NotAllowed::Other,
    }
}

/// Files that are named and of a wrong kind, each at the first place that names it.
fn faulty(mentions: &[Mention], sources: &Sources, media: &Media) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let first = mentions.iter().filter(|mention| seen.insert(&mention.media));
    let problem = |mention: &Mention| {
        let content = sources.binary(&mention.media)?.content;
        let name = mention.media.strip_prefix(MEDIA)?.to_owned();
        let problem = match (media.reason(&mention.media), Kind::named(&name)) {
            (Some(Withheld::NotAllowed(reason)), _) => {
                MediaProblem::NotPublished { name, reason, kinds: Kind::labels() }
            }
            (None, Some(kind)) if !kind.fits(content) => {
                let is = Some(seems(content));
                MediaProblem::OtherContent { name, says: kind.label(), is }
            }
            _ => return None,
        };
        Some(Diagnostic::new(&mention.file, mention.part.clone(), problem))
    };
    first.filter_map(problem).collect()
}

fn seems(content: Content) -> Seems {
    match content {
        Content::Empty => Seems::Empty,
        Content::Known(kind) => Seems::Kind(kind.label(), kind.ending()),
        other => Seems::NotAllowed(not_allowed(other)),
    }
}

/// The path of the file of `media/` that a link leads to, whether it is there or not.
fn target(target: &Target, base_url: &str) -> Option<String> {
    match target {
        Target::Content(path, _) => path.starts_with(MEDIA).then(|| path.to_string()),
        Target::Site(path, _) => Some(format!("{MEDIA}{}", path.strip_prefix(ADDRESS)?)),
        Target::Elsewhere(url) => {
            let name = url.strip_prefix(base_url)?.strip_prefix("media/")?;
            Some(decoded(name.split(['#', '?']).next().unwrap_or(name)))
        }
        Target::Anchor(_) => None,
    }
}

fn decoded(name: &str) -> String {
    composed(&format!("{MEDIA}{}", percent_decode_str(name).decode_utf8_lossy())).into_owned()
}

/// Every place that names a file of `media/`: by its name, with a link, with its whole address,
/// or in the theme.
fn mentions(records: &Records, sources: &Sources) -> Vec<Mention> {
    let by_reference = records.references.iter().filter_map(|reference| {
        let media: SourcePath = match reference.kind {
            ReferenceKind::Media => format!("{MEDIA}{}", reference.id).into(),
            ReferenceKind::File if reference.id.starts_with(MEDIA) => reference.id.as_str().into(),
            _ => return None,
        };
        Some(Mention { file: reference.file.clone(), part: reference.part.clone(), media })
    });
    let by_path = records.links.iter().filter_map(|written| {
        let Target::Site(path, _) = &written.link.target else { return None };
        let media = format!("{MEDIA}{}", path.strip_prefix(ADDRESS)?).into();
        Some(Mention { file: written.file.clone(), part: written.part.clone(), media })
    });
    let prefix = format!("{}media/", records.config.base_url);
    let by_address =
        sources.texts("content/").flat_map(|(file, text)| addresses(file, text, &prefix));
    by_reference.chain(by_path).chain(by_address).chain(of_theme(records, sources)).collect()
}

/// What templates and style sheets of the theme name.
fn of_theme(records: &Records, sources: &Sources) -> Vec<Mention> {
    let theme = &records.config.theme;
    let templates = sources.theme_texts(theme, "templates").into_values();
    let statics = sources.theme_static(theme).into_values();
    let statics = statics.filter_map(|(path, binary)| Some((path, held_text(binary)?)));
    let texts = templates.map(|(path, text)| (path, text.as_str())).chain(statics);
    texts
        .flat_map(|(file, text)| addresses(file, text, ADDRESS))
        .map(|mention| Mention { part: Part::Whole, ..mention })
        .collect()
}

fn held_text(binary: &Binary) -> Option<&str> {
    match &binary.bytes {
        Bytes::Held(bytes) => std::str::from_utf8(bytes).ok(),
        Bytes::OnDisk(_) => None,
    }
}

/// The addresses in a text that begin with a prefix: they end where one cannot go on.
fn addresses<'t>(
    file: &'t SourcePath,
    text: &'t str,
    prefix: &'t str,
) -> impl Iterator<Item = Mention> + 't {
    text.match_indices(prefix).filter_map(move |(at, _)| {
        let start = at + prefix.len();
        let rest = text.get(start..)?;
        let ends = |c: char| c.is_whitespace() || "\"'<>()[]{}#?,;".contains(c);
        let name = rest.split(ends).next().filter(|name| !name.is_empty())?;
        let range: Range<usize> = at..start + name.len();
        let media = decoded(name.trim_end_matches(['.', '!', ':'])).into();
        Some(Mention { file: file.clone(), part: Part::Bytes(range), media })
    })
}
