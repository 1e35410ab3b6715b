//! Who agreed to be named or shown, and until when: a consent is given once and ends by itself,
//! so that nobody has to remember to take a name or a picture down (GDPR, Article 17).

use jiff::civil::Date;

use crate::place::KeyPath;
use crate::values::Keep;
use crate::yaml::key::{Form, Key, key};

/// The keys of a consent.
#[rustfmt::skip]
const KEYS: &[Key] = { use Form::*; &[
    key("given", Day, "Tag, an dem sie erteilt wurde.").german("erteilt am seit von").such_as(&["2019-09-01"]).required(),
    key("until", Day, "Letzter Tag, an dem sie gilt. Danach erscheint nichts mehr davon.").german("bis gültig_bis Ende").such_as(&["2020-11-08"]),
] };

/// Whether somebody may be named.
pub const OF_PARTICIPANT: Key = key(
    "consent",
    Form::YesOrKeys(KEYS),
    "Wann sie zugestimmt hat, hier genannt zu werden, und bis wann. Sonst erscheint sie nicht.",
)
.german("Einwilligung Zustimmung")
.such_as(&["{given: 2019-09-01, until: 2020-11-08}"]);

/// Whether a picture of somebody may be shown.
pub const OF_IMAGE: Key = key(
    "consent",
    Form::YesOrKeys(KEYS),
    "Wann die Abgebildeten zugestimmt haben, und bis wann. Danach ist das Bild nirgends mehr.",
)
.german("Einwilligung Zustimmung")
.such_as(&["{given: 2019-09-24, until: 2021-09-24}"]);

/// The keys of `consent` in site.yaml.
#[rustfmt::skip]
pub const SITE_KEYS: &[Key] = { use Form::*; &[
    key("keep", Pattern("^[0-9]+ *months?$"), "Wie lange eine Einwilligung ohne `until` nach dem Besuch gilt.").such_as(&["12 months"]),
] };

/// What `consent` in site.yaml means.
#[derive(Debug, Clone, Copy, Default)]
pub struct ConsentConfig {
    /// How long after its item a consent holds that has no end of its own; for ever when nothing
    /// is said.
    pub keep: Option<Keep>,
}

/// Somebody's answer whether they may be named or shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Since when it is a yes.
    pub given: Given,
    /// The last day on which it holds, if it says so itself.
    pub until: Option<Date>,
    /// Where it is written.
    pub at: KeyPath,
}

/// Since when somebody agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// They do not.
    Never,
    /// Since a day that nobody wrote down: that of the publication.
    WhenPublished,
    /// Since a day.
    On(Date),
}
