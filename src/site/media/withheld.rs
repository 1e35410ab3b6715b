//! Why files of `content/media/` are not published.

use crate::media::{Content, Kind};
use crate::problem::{Lapse, NotAllowed};
use crate::source::is_left_behind;

/// Why a file is never published, whoever names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// A program left it there.
    LeftBehind,
    /// It is of a kind that is not published.
    NotAllowed(NotAllowed),
    /// Its content is certainly not what its name says.
    Belied,
    /// No consent of those in it covers it.
    NotCovered(Lapse),
    /// `withdrawn` in site.yaml names it.
    Withdrawn,
    /// It is deleted, or left out because of an error, and something still names it. So may be
    /// any file of the content.
    Lost,
}

/// Why a file is not published, by its name and content. A drawing must be known to be harmless.
pub(super) fn reason(path: &str, content: Content) -> Option<Withheld> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if is_left_behind(name) {
        return Some(Withheld::LeftBehind);
    }
    let reason = match (Kind::named(name), content) {
        (Some(Kind::Svg), Content::Known(Kind::Svg)) => return None,
        (Some(Kind::Svg), Content::ActiveSvg) => NotAllowed::ActiveSvg,
        (Some(Kind::Svg), Content::ForeignSvg) => NotAllowed::ForeignSvg,
        (Some(Kind::Svg), _) => NotAllowed::NoSvg,
        (Some(kind), content) if kind.is_belied_by(content) => return Some(Withheld::Belied),
        (Some(_), _) => return None,
        (None, content) => not_allowed(content),
    };
    Some(Withheld::NotAllowed(reason))
}

/// Why a content is of no kind that is published.
pub(super) fn not_allowed(content: Content) -> NotAllowed {
    match content {
        Content::Heic => NotAllowed::Heic,
        Content::Tiff => NotAllowed::Tiff,
        Content::OldOffice => NotAllowed::OldOffice,
        Content::ActiveSvg => NotAllowed::ActiveSvg,
        Content::ForeignSvg => NotAllowed::ForeignSvg,
        Content::Empty | Content::Known(_) | Content::Other => NotAllowed::Other,
    }
}
