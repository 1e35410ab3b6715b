//! A page of free text.

use jiff::civil::Date;

use crate::language::Translated;
use crate::markdown::Markdown;
use crate::place::SourcePath;
use crate::values::{Duration, MediaFile, PageType, SitePath};

/// A video in sign language, with what visitors must know before they load it (BITV 2.0,
/// annex 2, part 1): how long it is; its size is that of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Video {
    /// Its file below `content/media/`.
    pub file: MediaFile,
    /// Minutes and seconds: `2:30`.
    pub duration: Duration,
    /// A picture that stands there before it plays.
    pub poster: Option<MediaFile>,
    /// Captions (WebVTT).
    pub captions: Option<MediaFile>,
}

/// A page.
#[derive(Debug, Clone)]
pub struct PageRecord {
    /// The stem of its file.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its name.
    pub title: Translated<String>,
    /// Its part of the URL.
    pub slug: Translated<String>,
    /// Its place in the menu.
    pub menu: Option<u32>,
    /// One sentence about it.
    pub description: Option<Translated<String>>,
    /// What it is for.
    pub kind: PageType,
    /// The day on which somebody last looked whether it is still right.
    pub reviewed: Option<Date>,
    /// Of a page in sign language: the video.
    pub video: Option<Video>,
    /// Old paths that lead to it.
    pub aliases: Vec<SitePath>,
    /// Its text.
    pub body: Translated<Markdown>,
    /// Of its texts in the default language, see [`super::translation`].
    pub fingerprint: String,
    /// When it was read as a translation: of which texts it is one.
    pub translates: Option<String>,
}
