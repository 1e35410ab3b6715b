//! `pages/NAME.md`: a page that is no event, visit or release, and its translations.

use jiff::civil::Date;
use serde::Deserialize;

use super::markdown::Markdown;
use super::reader::{Reader, ReferenceKind};
use super::shared::list;
use super::values::{Duration, Id, MediaFile, PageType, SitePath};
use super::written::{Group, Texts, Written};
use super::yaml::Path;
use crate::language::Translated;
use crate::problem::Problem;
use crate::source::SourcePath;

/// A page's front matter as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageFile {
    title: Option<Texts>,
    translates: Option<Written<String>>,
    slug: Option<Written<Id>>,
    menu: Option<Written<u32>>,
    description: Option<Texts>,
    r#type: Option<Written<PageType>>,
    reviewed: Option<Written<Date>>,
    video: Option<Group<VideoFile>>,
    aliases: Option<Vec<Written<SitePath>>>,
}

/// A video as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VideoFile {
    file: Option<Written<MediaFile>>,
    duration: Option<Written<Duration>>,
    poster: Option<Written<MediaFile>>,
    captions: Option<Written<MediaFile>>,
}

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

/// Reads a page, or a translation of one; `body` is its Markdown.
pub fn page(
    id: &str,
    reader: &mut Reader<'_>,
    typed: &PageFile,
    body: Markdown,
) -> Option<PageRecord> {
    let top = Path::Top;
    let title = reader.required_title(typed.title.as_ref());
    let slug = reader.value(top.key("slug"), typed.slug.as_ref()).map(|slug| slug.0);
    if let Some(slug) = slug.as_ref().filter(|slug| !Id::is_valid(slug)) {
        let suggestion = super::markdown::slug(slug);
        reader.report(top.key("slug"), Problem::BadId { id: slug.clone(), suggestion });
    }
    let kind = reader.value(top.key("type"), typed.r#type.as_ref()).unwrap_or(PageType::Page);
    if kind == PageType::SignLanguage && typed.video.is_none() {
        reader.missing(top, "video");
    }
    let page = PageRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        title: title.clone().unwrap_or_default(),
        slug: Translated::only(slug.unwrap_or_else(|| id.to_owned())),
        menu: reader.value(top.key("menu"), typed.menu.as_ref()),
        description: reader.some_texts(top.key("description"), typed.description.as_ref()),
        kind,
        reviewed: reader.value(top.key("reviewed"), typed.reviewed.as_ref()),
        video: video(reader, typed.video.as_deref()),
        aliases: list(reader, top.key("aliases"), typed.aliases.as_deref()),
        body: Translated::only(body),
        fingerprint: String::new(),
        translates: reader.value(top.key("translates"), typed.translates.as_ref()),
    };
    title.map(|_| page)
}

fn video(reader: &mut Reader<'_>, typed: Option<&VideoFile>) -> Option<Video> {
    let typed = typed?;
    let at = Path::Top.key("video");
    if typed.file.is_none() {
        reader.missing(at, "file");
    }
    let media = ReferenceKind::Media;
    let file = reader.reference(media, at.key("file"), typed.file.as_ref());
    let duration = reader.required(at, "duration", typed.duration.as_ref());
    let poster = reader.reference(media, at.key("poster"), typed.poster.as_ref());
    let captions = reader.reference(media, at.key("captions"), typed.captions.as_ref());
    Some(Video { file: file?, duration: duration?, poster, captions })
}
