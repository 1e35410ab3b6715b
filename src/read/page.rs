//! `pages/NAME.md`: a page that is no event, visit or release, and its translations.

use super::reader::Reader;
use super::shared;
use super::translation::fingerprint;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::page::*;
use crate::problem::{FileProblem, OwnProblem, Problem, ReferenceKind};
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
    let slug: Option<String> = reader.value(map, "slug");
    if let Some(slug) = slug.as_ref().filter(|slug| !is_page_path(slug)) {
        reader.report(map.at("slug"), bad_slug(slug));
    }
    let kind = reader.value(map, "type").unwrap_or(PageType::Page);
    if kind == PageType::SignLanguage {
        reader.require(map, "video");
    }
    let menu = reader.value(map, "menu");
    let description = reader.some_texts(map, "description");
    let reviewed = reader.value(map, "reviewed");
    let own_fields = shared::own_fields(reader, map);
    let video = map.map("video").and_then(|map| video(reader, map));
    let draft = reader.value(map, "draft").unwrap_or(false);
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
        own_fields,
        video,
        draft,
        aliases,
        body: Translated::only(body),
        translates,
    })
}

/// Words with slashes between them. Only a later one may be a number: `programm/2027`.
fn is_page_path(slug: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = |(number, part): (usize, &str)| {
        Id::is_valid(part) || (number > 0 && part.len() <= Id::MAX_LENGTH && is_number(part))
    };
    slug.len() <= MAX_SLUG && slug.split('/').enumerate().all(is_part)
}

/// The longest slug, in characters.
const MAX_SLUG: usize = 160;

fn bad_slug(slug: &str) -> Problem {
    let id = slug.to_owned();
    if !slug.contains('/') {
        let suggestion = crate::markdown::slug(slug);
        return FileProblem::BadId { id, suggestion }.into();
    }
    let parts = slug.split('/').map(crate::markdown::slug).filter(|part| !part.is_empty());
    let better = parts.collect::<Vec<_>>().join("/");
    // Whoever writes `..` may mean another folder.
    let is_relative = slug.split('/').any(|part| matches!(part, "." | ".."));
    let suggestion = Some(better).filter(|better| is_page_path(better) && !is_relative);
    OwnProblem::BadSlug { slug: id, suggestion }.into()
}

fn video(reader: &mut Reader<'_>, map: &Map) -> Option<Video> {
    let media = ReferenceKind::Media;
    let file = reader.required_reference(media, map, "file");
    let duration = reader.required(map, "duration");
    let poster = reader.reference(media, map, "poster");
    let captions = reader.reference(media, map, "captions");
    Some(Video { file: file?, duration: duration?, poster, captions })
}
