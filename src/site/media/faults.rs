//! What is wrong with files that are named: a wrong kind, a place inside, a PDF that not everybody
//! can read, a name that servers run.

use std::collections::BTreeSet;

use super::mentions::Mention;
use super::withheld::{Withheld, not_allowed};
use crate::diagnostic::Diagnostic;
use crate::markdown::Target;
use crate::media::{Content, Kind, Pdf, line_of_fault};
use crate::model::Records;
use crate::place::{SourcePath, Spot, Step};
use crate::problem::{
    Hazard, MediaProblem, NotAllowed, PictureProblem, Problem, ReferenceKind, Seems,
};
use crate::source::{Binary, MEDIA, Sources};
use crate::values::ending_that_servers_run;

/// An ending before the last of a name that makes a program of it to some servers (Apache
/// mod_mime, “Files with Multiple Extensions”).
pub(super) fn program_in_name(path: &SourcePath) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or(path).to_owned();
    let (inner, _) = name.rsplit_once('.')?;
    let ending = ending_that_servers_run(inner)?;
    Some(Diagnostic::whole(path, Hazard::ProgramInName { name, ending }))
}

/// Files that are named and of a wrong kind, each at the first place that names it.
pub(super) fn faulty(
    mentions: &[Mention],
    sources: &Sources,
    reason: impl Fn(&SourcePath) -> Option<Withheld>,
) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let first = mentions.iter().filter(|mention| seen.insert(&mention.media));
    let problem = |mention: &Mention| {
        let content = sources.binary(&mention.media)?.content;
        let name = mention.media.strip_prefix(MEDIA)?.to_owned();
        let problem = match (reason(&mention.media), Kind::named(&name)) {
            (Some(Withheld::NotAllowed(reason)), _) => {
                let line = line_of(reason, sources.binary(&mention.media)?);
                MediaProblem::NotPublished { name, reason, line, kinds: Kind::labels() }
            }
            (None | Some(Withheld::Belied), Some(kind)) if !kind.fits(content) => {
                let (is, is_withheld) = (Some(seems(content)), kind.is_belied_by(content));
                MediaProblem::OtherContent { name, says: kind.label(), is, is_withheld }
            }
            (None, Some(kind)) => {
                let binary = sources.binary(&mention.media)?;
                return inside(&name, kind, binary)
                    .map(|problem| Diagnostic::new(&mention.file, mention.spot.clone(), problem));
            }
            _ => return None,
        };
        Some(Diagnostic::new(&mention.file, mention.spot.clone(), problem))
    };
    first.filter_map(problem).collect()
}

/// The line of a drawing that is not allowed. It is read once more for it.
fn line_of(reason: NotAllowed, binary: &Binary) -> Option<usize> {
    let is_drawing = matches!(reason, NotAllowed::ActiveSvg | NotAllowed::ForeignSvg);
    let bytes = binary.read().ok().filter(|_| is_drawing)?;
    line_of_fault(std::str::from_utf8(&bytes).ok()?)
}

/// Files that stand where a picture must, and are none: as `image`, as a logo, in a text between
/// `![` and `]`.
pub(super) fn no_pictures(records: &Records) -> impl Iterator<Item = Diagnostic> + '_ {
    let by_key = records.references.iter().filter_map(|reference| {
        let Spot::Value(path) = &reference.spot else { return None };
        let is_media = reference.kind == ReferenceKind::Media;
        let name = Some(&reference.id).filter(|_| is_media && wants_picture(path))?;
        Some((&reference.file, &reference.spot, name.as_str()))
    });
    let in_texts = records.links.iter().filter(|written| written.link.is_picture);
    let in_texts = in_texts.filter_map(|written| {
        let Target::Content(path, _) = &written.link.target else { return None };
        Some((&written.file, &written.spot, path.strip_prefix(MEDIA)?))
    });
    by_key.chain(in_texts).filter_map(|(file, spot, name)| {
        let kind = other_than_picture(name)?.label();
        let name = name.to_owned();
        Some(Diagnostic::new(file, spot.clone(), MediaProblem::NoPicture { name, kind }))
    })
}

/// The kind of a file that is known by its name to be no picture.
pub(super) fn other_than_picture(name: &str) -> Option<Kind> {
    Kind::named(name).filter(|kind| !kind.is_picture())
}

/// Whether a value is shown as a picture.
fn wants_picture(path: &[Step]) -> bool {
    let is = |step: &Step, names: &[&str]| matches!(step, Step::Key(key) if names.contains(&key.as_str()));
    path.first().is_some_and(|first| is(first, &["image", "images"]))
        || path.last().is_some_and(|last| is(last, &["logo", "poster"]))
}

/// What is wrong inside of a file that is what its name says.
fn inside(name: &str, kind: Kind, binary: &Binary) -> Option<Problem> {
    let name = name.to_owned();
    if binary.has_place {
        let kind = kind.label();
        return Some(PictureProblem::PlaceInside { name, kind }.into());
    }
    if binary.picture.is_some_and(|picture| !picture.is_whole) {
        return Some(PictureProblem::CutOff { name }.into());
    }
    pdf_problem(name, binary.pdf?).map(Into::into)
}

/// What people miss who do not see a PDF; of a scan everything.
fn pdf_problem(name: String, pdf: Pdf) -> Option<MediaProblem> {
    if pdf.is_scanned {
        return Some(MediaProblem::PdfScanned { name });
    }
    let lacks = pdf.lacks;
    lacks.anything().then_some(MediaProblem::PdfLacksFacts { name, lacks })
}

fn seems(content: Content) -> Seems {
    match content {
        Content::Empty => Seems::Empty,
        Content::Known(kind) => Seems::Kind(kind.label(), kind.ending()),
        other => Seems::NotAllowed(not_allowed(other)),
    }
}
