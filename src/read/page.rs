//! `pages/NAME.md`: a page that is no event, visit or release, and its translations.

use jiff::civil::Date;
use serde::Deserialize;

use super::reader::Reader;
use super::shared::list;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::page::*;
use crate::place::Path;
use crate::problem::{FileProblem, ReferenceKind};
use crate::values::{Duration, Id, MediaFile, PageType, SitePath};
use crate::yaml::typed::{Group, Texts, Written};

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
        let suggestion = crate::markdown::slug(slug);
        reader.report(top.key("slug"), FileProblem::BadId { id: slug.clone(), suggestion });
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
