//! Each release once more as plain text, `index.txt` beside its page: what a newsroom copies has no
//! soft hyphens, no markup and every address written out. A correction stands above the text.

use super::{Artifact, Context};
use crate::dates::Dates;
use crate::language::Translated;
use crate::route::{Route, out_path};
use crate::site::{Release, Site};

/// An invisible hyphen, which would stay in the middle of a copied word.
const SOFT_HYPHEN: char = '\u{ad}';

/// The text of every release that the language has.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let releases = site.programme.releases.iter();
    let releases = releases.filter(|release| site.own(&release.body).is_some());
    let artifact = |release: &'c Release| {
        let path = out_path(&site.routes.path(Route::ReleaseText(&release.id)));
        let file = site.programme.file_in(&release.record.file, &site.language);
        Artifact::new(path, Some(file), move || Ok(text(site, release).into_bytes().into()))
    };
    releases.map(artifact).collect()
}

fn text(site: &Site, release: &Release) -> String {
    let own =
        |text: &Option<Translated<String>>| text.as_ref().and_then(|text| site.own(text)).cloned();
    let day = Dates(&site.strings).day(release.date);
    let place_and_day = own(&release.place).map_or(day.clone(), |place| format!("{place}, {day}"));
    let head = [
        Some(format!("{}\n{place_and_day}", site.strings.get("press.label"))),
        Some(release.title.get(&site.language).clone()),
        own(&release.subtitle),
    ];
    let boilerplate = site.config.boilerplate.as_ref().map(|text| {
        let text = site.plain(text.get(&site.language));
        format!("{}\n{text}", site.strings.get("press.boilerplate"))
    });
    let foot = [boilerplate, contact(site, release)];
    let url = site.routes.absolute(Route::Release(&release.id));
    let parts = head
        .into_iter()
        .flatten()
        .chain(updates(site, release))
        .chain(own(&release.lead))
        .chain([site.plain(release.body.get(&site.language))])
        .chain(foot.into_iter().flatten())
        .chain([url]);
    let parts: Vec<String> = parts.map(|part| part.trim().replace(SOFT_HYPHEN, "")).collect();
    parts.join("\n\n") + "\n"
}

/// »24. September 2019: Berichtigung. Ein Name war falsch.«, the newest first.
fn updates(site: &Site, release: &Release) -> Vec<String> {
    let line = |update: &crate::model::shared::Update| {
        let day = Dates(&site.strings).day(update.at.to_zoned(site.zone().clone()).date());
        let kind = site.strings.get(&format!("updates.{}", update.kind.word()));
        let note = update.note.as_ref().map(|note| format!(". {}", note.get(&site.language)));
        format!("{day}: {kind}{}", note.unwrap_or_default())
    };
    release.publication.updates.iter().rev().map(line).collect()
}

fn contact(site: &Site, release: &Release) -> Option<String> {
    let key = release.contact.as_ref().or(site.config.press_contact.as_ref())?;
    let contact = site.contact(key)?;
    let lines = [
        Some(site.strings.get("press.contact").to_owned()),
        Some(contact.name.get(&site.language).clone()),
        contact.role.as_ref().map(|role| role.get(&site.language).clone()),
        contact.email.as_ref().map(|email| email.0.clone()),
        contact.phone.as_ref().map(|phone| phone.shown.clone()),
    ];
    Some(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}
