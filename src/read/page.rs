//! `pages/NAME.md`: a page that is no event, visit or release, and its translations.

use super::reader::Reader;
use super::shared;
use super::translation::fingerprint;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::page::*;
use crate::problem::{FileProblem, ReferenceKind};
use crate::values::{Id, PageType};
use crate::yaml::typed::Map;

/// Reads a page, or a translation of one; `body` is its Markdown, `text` how that was written.
pub fn page(
    id: &str,
    reader: &mut Reader<'_>,
    map: &Map,
    body: Markdown,
    text: &str,
) -> Option<PageRecord> {
    let title = reader.required_title(map);
    let slug = reader.value(map, "slug").map(|Id(slug)| slug);
    if let Some(slug) = slug.as_ref().filter(|slug| !Id::is_valid(slug)) {
        let suggestion = crate::markdown::slug(slug);
        reader.report(map.at("slug"), FileProblem::BadId { id: slug.clone(), suggestion }.into());
    }
    let kind = reader.value(map, "type").unwrap_or(PageType::Page);
    if kind == PageType::SignLanguage {
        reader.require(map, "video");
    }
    let menu = reader.value(map, "menu");
    let description = reader.some_texts(map, "description");
    let reviewed = reader.value(map, "reviewed");
    let video = map.map("video").and_then(|map| video(reader, map));
    let aliases = shared::aliases(reader, map, false);
    let translates = reader.value(map, "translates");
    let title = title?;
    let described = description.as_ref().map_or("", |text| &text.default);
    Some(PageRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        fingerprint: fingerprint(&[&title.default, described, text]),
        title,
        slug: Translated::only(slug.unwrap_or_else(|| id.to_owned())),
        menu,
        description,
        kind,
        reviewed,
        video,
        aliases,
        body: Translated::only(body),
        translates,
    })
}

fn video(reader: &mut Reader<'_>, map: &Map) -> Option<Video> {
    let media = ReferenceKind::Media;
    let file = reader.required_reference(media, map, "file");
    let duration = reader.required(map, "duration");
    let poster = reader.reference(media, map, "poster");
    let captions = reader.reference(media, map, "captions");
    Some(Video { file: file?, duration: duration?, poster, captions })
}
