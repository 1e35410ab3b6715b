//! Small views that several pages share: days, links, facts, notices, changes, figures.

use serde::Serialize;

use super::text::{PageSite, Text};
use super::time::TimeView;
use crate::country::Country;
use crate::dates::{Dates, rfc3339};
use crate::language::Translated;
use crate::model::delegation::Figure;
use crate::model::registry::Organisation;
use crate::model::shared::{OwnField, Publication, Roles, Update};
use crate::route::Route;
use crate::typography::capitalised;
use crate::values::{Days, Id, Url, Value};

/// The block with the day beside a title. Its month stands in it, or above it as a heading.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// »4.–8.«
    day: String,
    /// »Nov. 2019«
    month: String,
    /// »4«
    number: i8,
    /// »Mo«
    weekday: String,
    /// »bis 8.«, of more than one day.
    last: Option<String>,
}

/// The tile of a range of days.
pub fn tile(site: &PageSite, days: Days) -> Tile {
    let dates = Dates(&site.strings);
    Tile {
        day: dates.tile_day(days),
        month: dates.tile_month(days.first),
        number: days.first.day(),
        weekday: site.strings.cldr().short_weekday(days.first.weekday()),
        last: dates.tile_last(days),
    }
}

/// A text, perhaps with a link.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// The text.
    pub text: Text,
    /// Where it leads.
    pub href: Option<String>,
    /// What people want to know before they load it: »PDF, 1,2 MB, 3 Seiten«.
    pub facts: Option<String>,
}

impl LinkView {
    /// A text without a link.
    pub fn plain(text: impl Into<Text>) -> Self {
        LinkView { text: text.into(), href: None, facts: None }
    }

    /// A text with a link.
    pub fn to(text: impl Into<Text>, href: String) -> Self {
        LinkView { text: text.into(), href: Some(href), facts: None }
    }
}

/// A row of facts: a label and lines; the items of a line are separated by commas.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The language of the label, when that is not the page's.
    pub label_lang: Option<String>,
    /// An anchor.
    pub id: Option<&'static str>,
    /// Its lines.
    pub lines: Vec<Vec<LinkView>>,
}

impl Fact {
    /// A fact of some lines.
    pub fn new(label: String, lines: Vec<Vec<LinkView>>) -> Fact {
        Fact { label, label_lang: None, id: None, lines }
    }

    /// A fact of one line; nothing when the line is empty.
    pub fn line(site: &PageSite, key: &str, line: Vec<LinkView>) -> Option<Fact> {
        let label = site.strings.get(key).to_owned();
        (!line.is_empty()).then(|| Fact::new(label, vec![line]))
    }

    /// A fact whose label says whether it is one thing or several.
    fn counted(site: &PageSite, key: &str, line: Vec<LinkView>) -> Option<Fact> {
        let label = site.strings.plural(key, line.len());
        (!line.is_empty()).then(|| Fact::new(label, vec![line]))
    }

    /// A fact that is one text.
    pub fn text(site: &PageSite, key: &str, text: Option<&Translated<String>>) -> Option<Fact> {
        let text = Text::maybe(site, text);
        Fact::line(site, key, text.map(LinkView::plain).into_iter().collect())
    }
}

/// The names of countries in the order of the alphabet: none comes before another.
pub fn names_of(site: &PageSite, countries: &[&'static Country]) -> Vec<&'static str> {
    let tag = site.language.tag();
    let mut names: Vec<&str> = countries.iter().map(|country| country.name(tag)).collect();
    names.sort_by(|a, b| site.strings.cldr().compare(a, b));
    names
}

/// Countries as a fact, with links.
pub fn countries(site: &PageSite, countries: &[&'static Country]) -> Option<Fact> {
    let links = countries.iter().map(|country| {
        let href = site.routes.href(Route::Country(country));
        LinkView::to(country.name(site.language.tag()), href)
    });
    Fact::counted(site, "facts.countries", links.collect())
}

/// Sectors as a fact, with links.
pub fn sectors(site: &PageSite, keys: &[Id]) -> Option<Fact> {
    let links = keys
        .iter()
        .filter_map(|key| {
            let sector = site.sectors.get(&key.0)?;
            let href = site.routes.href(Route::Sector(&key.0));
            Some(LinkView::to(Text::of(site, &sector.name), href))
        })
        .collect();
    Fact::counted(site, "facts.sectors", links)
}

/// The fields of the site's own, in the order of site.yaml; a line that is a web address is a link.
pub fn own_fields(site: &PageSite, fields: &[OwnField]) -> Vec<Fact> {
    let row = |(key, label): &(String, Translated<String>)| {
        let field = fields.iter().find(|field| field.key == *key)?;
        let text = Text::of(site, &field.text);
        let lines = text.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines = lines.map(|line| {
            let text = Text { text: line.to_owned(), lang: text.lang.clone() };
            let href = Url::read(line).ok().map(|Url(address)| address);
            vec![LinkView { text, href, facts: None }]
        });
        let label_lang = site.original_language(label);
        Some(Fact { label_lang, ..Fact::new(label.get(&site.language).clone(), lines.collect()) })
    };
    site.config.own_fields.iter().filter_map(row).collect()
}

/// Who does what, in one sentence: »Organisiert durch A, zu Gast bei B; Partner: C und D.«
pub fn involved(site: &PageSite, roles: &Roles) -> Vec<LinkView> {
    let mut sentence: Vec<LinkView> = Vec::new();
    for (role, keys) in roles.each() {
        let names = names_of_organisations(site, keys);
        if names.is_empty() {
            continue;
        }
        let words = site.strings.get(&format!("roles.{role}"));
        // Partners have a part in all of it, not in what stands before them.
        let before = match (sentence.is_empty(), role) {
            (true, _) => capitalised(words),
            (false, "partners") => format!("; {words}"),
            (false, _) => format!(", {words}"),
        };
        sentence.push(LinkView::plain(format!("{before} ")));
        sentence.extend(in_a_row(site, names));
    }
    if sentence.last().is_some_and(|last| !last.text.text.ends_with('.')) {
        sentence.push(LinkView::plain("."));
    }
    sentence
}

/// The same as a row for each role, for themes whose templates were copied before it was a sentence.
pub fn roles(site: &PageSite, roles: &Roles) -> Vec<Fact> {
    let row = |(role, keys): (&str, &[Id])| {
        let label = capitalised(site.strings.get(&format!("roles.{role}")));
        let label = label.trim_end_matches(':').to_owned();
        let names = names_of_organisations(site, keys);
        (!names.is_empty()).then(|| Fact::new(label, vec![names]))
    };
    roles.each().into_iter().filter_map(row).collect()
}

fn names_of_organisations(site: &PageSite, keys: &[Id]) -> Vec<LinkView> {
    let organisations = keys.iter().filter_map(|key| site.organisations.get(&key.0));
    let name = |organisation: &Organisation| {
        let href = organisation.url.as_ref().map(|url| url.0.clone());
        LinkView { text: Text::of(site, &organisation.name), href, facts: None }
    };
    organisations.map(name).collect()
}

/// »A, B und C«, each with its link.
fn in_a_row(site: &PageSite, links: Vec<LinkView>) -> Vec<LinkView> {
    let names: Vec<String> = links.iter().map(|link| link.text.text.clone()).collect();
    let whole = site.strings.cldr().list(&names);
    let (mut row, mut rest) = (Vec::new(), whole.as_str());
    for link in links {
        let (before, after) = rest.split_once(&*link.text.text).unwrap_or((", ", rest));
        if !row.is_empty() {
            row.push(LinkView::plain(before));
        }
        row.push(link);
        rest = after;
    }
    row
}

/// Something above the title that everybody must see.
#[derive(Debug, Serialize)]
pub struct Notice {
    /// `alert`, or empty.
    pub class: &'static str,
    /// The first words.
    pub strong: String,
    /// The rest.
    pub texts: Vec<Text>,
}

/// A change after publication.
#[derive(Debug, Serialize)]
pub struct UpdateView {
    when: TimeView,
    kind: String,
    note: Option<Text>,
}

/// The changes, the newest first, in the time of the site.
pub fn updates(site: &PageSite, publication: &Publication) -> Vec<UpdateView> {
    let dates = Dates(&site.strings);
    let view_at = |update: &Update, when: TimeView| UpdateView {
        when,
        kind: site.strings.get(&format!("updates.{}", update.kind.word())).to_owned(),
        note: Text::maybe(site, update.note.as_ref()),
    };
    let view = |update: &Update| {
        // A day without an hour stays one, unless it is settled when it has been.
        if let Some(day) = update.day.filter(|_| update.at == update.written) {
            return view_at(update, TimeView { datetime: day.to_string(), text: dates.day(day) });
        }
        let at = update.at.to_zoned(site.zone().clone());
        let values = [("day", dates.day(at.date())), ("time", dates.span_of_day(&at, None))];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let text = site.strings.fill("dates.day_and_time", &values);
        view_at(update, TimeView { datetime: rfc3339(&at), text })
    };
    publication.updates.iter().rev().map(view).collect()
}

/// Why something is not public, for previews.
pub fn preview(site: &PageSite, publication: &Publication) -> Option<String> {
    if publication.draft {
        return Some(site.strings.get("preview.draft").to_owned());
    }
    let until = publication.hidden_until(site.now)?.to_zoned(site.zone().clone());
    let until = Dates(&site.strings).day_and_time(&until);
    Some(site.strings.fill("preview.embargo", &[("until", &until)]))
}

/// A figure with year and source.
#[derive(Debug, Serialize)]
pub struct FigureView {
    label: Text,
    value: String,
    unit: Option<Text>,
    source: Text,
}

/// Figures as templates see them; `of_many` when the page is about several countries.
pub fn figures<'f>(
    site: &PageSite,
    figures: impl Iterator<Item = &'f Figure>,
    of_many: bool,
) -> Vec<FigureView> {
    let language = &site.language;
    let view = |figure: &Figure| {
        let unit = Text::maybe(site, figure.unit.as_ref());
        let together = |unit: Text| Text { text: unit.text.replace(' ', "\u{a0}"), ..unit };
        let country =
            figure.country.filter(|_| of_many).map(|country| country.name(language.tag()));
        let label = Text::of(site, &figure.label);
        let what = country.into_iter().chain([label.text.as_str()]);
        let text = format!("{}, {}", what.collect::<Vec<_>>().join(": "), figure.year);
        FigureView {
            label: Text { text, ..label },
            value: site.strings.cldr().number(&figure.value.text),
            unit: unit.map(together),
            source: Text::of(site, &figure.source),
        }
    };
    figures.map(view).collect()
}
