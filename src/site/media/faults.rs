//! What is wrong with files that are named: a wrong kind, a place inside, a PDF that not everybody
//! can read, a name that servers run.

use std::collections::BTreeSet;

use super::mentions::Mention;
use super::withheld::{Withheld, not_allowed};
use crate::diagnostic::Diagnostic;
use crate::media::{Content, Kind, Pdf};
use crate::place::SourcePath;
use crate::problem::{Hazard, MediaProblem, PictureProblem, Problem, Seems};
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
                MediaProblem::NotPublished { name, reason, kinds: Kind::labels() }
            }
            (None, Some(kind)) if !kind.fits(content) => {
                let is = Some(seems(content));
                MediaProblem::OtherContent { name, says: kind.label(), is }
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
