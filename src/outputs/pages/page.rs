//! Pages that an editor wrote, and the page for addresses that lead nowhere.

use serde::Serialize;
use tera::Value;

use super::accessibility::{StatementView, statement};
use super::layout::Layout;
use super::list_item::ListItems;
use super::parts::{Fact, own_fields};
use super::simple::a_sentence_a_line;
use super::text::PageSite;
use super::time::TimeView;
use crate::dates::Dates;
use crate::model::page::{PageRecord, Video};
use crate::outputs::Context;
use crate::route::Route;
use crate::values::{MediaFile, PageType};

#[derive(Serialize)]
struct WrittenPageView {
    title: String,
    body: String,
    facts: Vec<Fact>,
    reviewed: Option<TimeView>,
    /// Whether it is in simple language: it is set with more space and never hyphenated.
    is_simple: bool,
    video: Option<VideoView>,
    statement: Option<StatementView>,
}

#[derive(Serialize)]
struct VideoView {
    src: String,
    poster: Option<String>,
    captions: Option<String>,
    /// »MP4, 12,5 MB, 2:30«
    facts: String,
    /// The language of the captions.
    srclang: String,
}

fn video(context: &Context<'_>, video: &Video) -> VideoView {
    let site = context.site;
    let media = |file: &MediaFile| site.routes.href(Route::Media(&file.0));
    let facts = site.media.facts(&video.file).map(|facts| site.file_facts(facts));
    VideoView {
        src: media(&video.file),
        poster: video.poster.as_ref().map(media),
        captions: video.captions.as_ref().map(media),
        facts: facts
            .into_iter()
            .chain([video.duration.0.to_string()])
            .collect::<Vec<_>>()
            .join(", "),
        srclang: site.language.tag().to_owned(),
    }
}

/// A page that an editor wrote.
pub fn view(context: &Context<'_>, site: &PageSite, page: &PageRecord) -> (Layout, Value) {
    let language = &site.language;
    let title = page.title.get(language);
    let is_simple = page.kind == PageType::SimpleLanguage;
    let body = site.text(page.body.get(language));
    let view = WrittenPageView {
        title: title.clone(),
        body: if is_simple { a_sentence_a_line(&body) } else { body },
        facts: own_fields(site, &page.own_fields),
        reviewed: page
            .reviewed
            .map(|day| TimeView { datetime: day.to_string(), text: Dates(&site.strings).day(day) }),
        is_simple,
        video: page.video.as_ref().map(|known| video(context, known)),
        statement: (page.kind == PageType::Accessibility).then(|| statement(site)).flatten(),
    };
    let description = page.description.as_ref().map(|text| text.get(language).clone());
    let layout = Layout {
        title: title.as_str().into(),
        description: description.unwrap_or_default(),
        section: site.page_path(page),
        preview: page.draft.then(|| site.strings.get("preview.draft").to_owned()),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

/// How many of the next events the page for addresses that lead nowhere names.
const NEXT: usize = 3;

#[derive(Serialize)]
struct NotFoundView {
    /// Where to search, if there is a search.
    search: Option<String>,
    /// The next events.
    next: Vec<Value>,
    events: String,
    delegations: String,
    press: String,
}

/// The page for addresses that lead nowhere.
pub fn not_found(site: &PageSite, items: &ListItems<'_>) -> (Layout, Value) {
    let next: Vec<usize> = site.upcoming().take(NEXT).collect();
    let view = NotFoundView {
        search: site.has_search().then(|| site.routes.href(Route::Search)),
        next: items.events(site, &next),
        events: site.routes.href(Route::Events),
        delegations: site.routes.href(Route::Delegations),
        press: site.routes.href(Route::Press),
    };
    let layout = Layout {
        title: site.strings.get("not_found.title").into(),
        description: site.strings.get("not_found.lead").to_owned(),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}
