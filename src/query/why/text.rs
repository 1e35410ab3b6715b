//! The answers as people read them.

use jiff::tz::TimeZone;
use unicode_width::UnicodeWidthStr;

use super::entry::EntryAnswer;
use super::item::{ItemAnswer, Stage};
use super::{Answer, BrokenAnswer, FileAnswer, GoneAnswer};
use crate::problem::MessageLanguage;
use crate::query::next::effect;
use crate::query::times::InstantWriter;
use crate::typography::capitalised;

/// How many files a list names for people.
const MAX_FILES: usize = 12;

impl Answer {
    /// The answer for people.
    pub fn text(&self, language: MessageLanguage) -> String {
        match self {
            Answer::Item(answer) => answer.text(language),
            Answer::File(answer) => file(answer, language),
            Answer::Entry(answer) => entry(answer, language),
            Answer::Broken(answer) => broken(answer, language),
            Answer::Gone(answer) => gone(answer, language),
        }
    }
}

/// Labels with their lines.
struct Labelled {
    language: MessageLanguage,
    title: String,
    lines: Vec<(&'static str, Vec<String>)>,
}

impl Labelled {
    fn new(language: MessageLanguage, title: String) -> Self {
        Labelled { language, title, lines: Vec::new() }
    }

    /// A fact; one without lines is left out.
    fn add(&mut self, german: &'static str, english: &'static str, lines: Vec<String>) {
        if !lines.is_empty() {
            self.lines.push((self.language.pick(german, english), lines));
        }
    }

    /// Files, not more than people read.
    fn files(&mut self, german: &'static str, english: &'static str, files: &[String]) {
        let mut lines: Vec<String> = files.iter().take(MAX_FILES).cloned().collect();
        let more = files.len().saturating_sub(MAX_FILES);
        if more > 0 {
            lines.push(
                self.language.pick(format!("und {more} weitere"), format!("and {more} more")),
            );
        }
        self.add(german, english, lines);
    }

    fn text(&self) -> String {
        let width = self.lines.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
        let mut text = format!("{}\n", self.title);
        for (label, lines) in &self.lines {
            for (number, line) in lines.iter().enumerate() {
                let label = if number == 0 { label } else { "" };
                let padding = " ".repeat(width - label.width());
                text.push_str(&format!("  {label}{padding}  {line}\n"));
            }
        }
        text
    }
}

impl ItemAnswer {
    fn text(&self, language: MessageLanguage) -> String {
        let kind = capitalised(self.kind.name(language));
        let (id, title) = (&self.id, &self.title);
        let mut lines = Labelled::new(
            language,
            language.pick(format!("{kind} {id}: »{title}«"), format!("{kind} {id}: “{title}”")),
        );
        let zone = TimeZone::get(&self.timezone).unwrap_or(TimeZone::UTC);
        let instants = InstantWriter::new(language, &zone);
        lines.add("Sichtbar", "Visible", self.visibility_lines(&instants));
        lines.add("Stand", "State", self.state_lines(&instants));
        lines.add("Ändert sich", "Changes", vec![self.change_line(&instants)]);
        lines.add("Adresse", "Address", vec![self.url.clone()]);
        let alias = self.asked_by_alias.iter().map(|alias| {
            let leads = language.pick(
                "ist eine alte Adresse und leitet hierher weiter",
                "is an old address that redirects here",
            );
            format!("{alias} {leads}")
        });
        let others =
            self.aliases.iter().filter(|other| self.asked_by_alias.as_ref() != Some(other));
        lines.add("Alte Adressen", "Old addresses", alias.chain(others.cloned()).collect());
        let origin = |origin: &super::origin::Origin| {
            let key = origin.key.as_ref().map(|key| format!(": {key}")).unwrap_or_default();
            let role = origin.role.name(language).map(|n| format!(" ({n})")).unwrap_or_default();
            format!("{}{key}{role}", origin.file)
        };
        lines.add("Gemacht aus", "Made from", self.made_from.iter().map(origin).collect());
        lines.files("Dateien", "Files", &self.files);
        let mut calendars = self.calendars.clone();
        calendars.extend(self.dropped_from.as_ref().map(|dropped| {
            let (path, months) = (&dropped.path, dropped.keep_months);
            language.pick(
                format!("nicht mehr in {path}: calendar.keep in site.yaml behält {months} Monate"),
                format!("no longer in {path}: calendar.keep in site.yaml keeps {months} months"),
            )
        }));
        lines.files("Kalender", "Calendars", &calendars);
        lines.files("Verlinkt von", "Linked from", &self.linked_from);
        lines.text()
    }

    fn visibility_lines(&self, instants: &InstantWriter<'_>) -> Vec<String> {
        let language = instants.language;
        let say = |german: &str, english: &str| language.pick(german, english).to_owned();
        let mut lines = Vec::new();
        if self.draft {
            lines.push(say(
                "nein: Entwurf (draft: true), nirgends in der Ausgabe",
                "no: draft (draft: true), nowhere in the output",
            ));
        }
        if let Some(until) = self.embargo {
            let (full, now) = (instants.full(until.0), instants.beside(self.now.0, until.0));
            let no = if self.draft { "" } else { language.pick("nein: ", "no: ") };
            lines.push(match self.hidden_by {
                None => language.pick(
                    format!("{no}Sperrfrist bis {full}; jetzt {now}"),
                    format!("{no}embargoed until {full}; now {now}"),
                ),
                Some(key) => language.pick(
                    format!("{no}verborgen bis zu ihrem Datum ({key}), {full}; jetzt {now}"),
                    format!("{no}hidden until its date ({key}), {full}; now {now}"),
                ),
            });
        }
        if lines.is_empty() {
            lines.push(self.public_line(instants));
        } else if self.drafts_shown {
            lines.push(say(
                "hier trotzdem gezeigt und markiert: --drafts",
                "shown here anyway, and marked: --drafts",
            ));
        } else {
            lines.push(say(
                "Dateien, Kalender und Links unten gelten, sobald sie sichtbar ist",
                "files, calendars and links below apply once it is visible",
            ));
        }
        lines
    }

    fn public_line(&self, instants: &InstantWriter<'_>) -> String {
        let language = instants.language;
        let Some(published) = self.published else {
            return language.pick("ja", "yes").to_owned();
        };
        let at = instants.day_or_full(published.0);
        language.pick(format!("ja, veröffentlicht am {at}"), format!("yes, published on {at}"))
    }

    fn state_lines(&self, instants: &InstantWriter<'_>) -> Vec<String> {
        let language = instants.language;
        let stage = self.stage.map(|stage| match stage {
            Stage::Ahead(at) => {
                let at = instants.day_or_full(at.0);
                language.pick(format!("beginnt am {at}"), format!("begins on {at}"))
            }
            Stage::Running(at) => language.pick(
                format!("läuft bis {}", instants.full(at.0)),
                format!("runs until {}", instants.full(at.0)),
            ),
            Stage::Over(at) => language.pick(
                format!(
                    "vorbei seit {}; steht nicht mehr unter den nächsten Terminen",
                    instants.full(at.0)
                ),
                format!("over since {}; no longer listed as upcoming", instants.full(at.0)),
            ),
        });
        let updated = self.updated.map(|at| {
            let at = instants.day_or_full(at.0);
            language.pick(format!("zuletzt geändert am {at}"), format!("last changed on {at}"))
        });
        self.status_line(language).into_iter().chain(stage).chain(updated).collect()
    }

    /// What an editor says of it, unless it simply takes place.
    fn status_line(&self, language: MessageLanguage) -> Option<String> {
        let status = self.status?;
        let (german, english) = match status {
            "planned" => ("geplant, noch nicht bestätigt", "planned, not yet confirmed"),
            "cancelled" => ("abgesagt", "cancelled"),
            "postponed" => ("verschoben, neuer Termin offen", "postponed, new date open"),
            "moved-online" => ("findet online statt", "takes place online"),
            _ => return None,
        };
        Some(format!("{} (status: {status})", language.pick(german, english)))
    }

    fn change_line(&self, instants: &InstantWriter<'_>) -> String {
        let language = instants.language;
        let Some(next) = &self.next_change else {
            return language.pick("nicht von selbst", "not by itself").to_owned();
        };
        format!("{}: {}", instants.full(next.at.0), effect(next.reason, language))
    }
}

fn file(answer: &FileAnswer, language: MessageLanguage) -> String {
    let name = answer.source.as_ref().or(answer.path.as_ref()).cloned().unwrap_or_default();
    let mut lines =
        Labelled::new(language, language.pick(format!("Datei {name}"), format!("File {name}")));
    let visible = answer.public.map(|public| match (&answer.consent_ended, public) {
        (Some(last), _) => language.pick(
            format!("nein: Die Einwilligung der Abgebildeten galt bis {last}"),
            format!("no: the consent of those in it held until {last}"),
        ),
        (None, true) => language.pick("ja", "yes").to_owned(),
        (None, false) => language.pick(
            "nein: Es gibt sie erst, wenn sichtbar wird, was dazugehört".to_owned(),
            "no: it will exist once what it shows is visible".to_owned(),
        ),
    });
    lines.add("Sichtbar", "Visible", visible.into_iter().collect());
    lines.add("Adresse", "Address", answer.url.iter().cloned().collect());
    lines.add("Vorlage", "Template", answer.template.iter().cloned().collect());
    match answer.source {
        None => lines.files("Zeigt", "Shows", &answer.items),
        Some(_) if answer.everywhere => {
            let many = language.pick("vielen Seiten", "many pages").to_owned();
            lines.add("Verwendet von", "Used by", vec![many]);
        }
        Some(_) => lines.files("Verwendet von", "Used by", &answer.items),
    }
    lines.text()
}

fn entry(answer: &EntryAnswer, language: MessageLanguage) -> String {
    let (kind, key, name) = (answer.kind.name(language), &answer.key, &answer.name);
    let title = language.pick(format!("{kind} {key}: »{name}«"), format!("{kind} {key}: “{name}”"));
    let mut lines = Labelled::new(language, title);
    lines.add("Steht in", "In file", vec![answer.file.clone()]);
    let until = answer.until.iter().map(|until| match &answer.stands_in {
        Some(other) => language.pick(
            format!("nein: gezeigt bis {until}, jetzt an ihrer Stelle {other}"),
            format!("no: shown until {until}, now {other} in its place"),
        ),
        None => language.pick(format!("bis {until}"), format!("until {until}")),
    });
    lines.add("Sichtbar", "Visible", until.collect());
    lines.files("Verwendet von", "Used by", &answer.used_by);
    lines.text()
}

fn broken(answer: &BrokenAnswer, language: MessageLanguage) -> String {
    let file = &answer.file;
    let title = language.pick(
        format!("{file} hat Fehler: Daraus entsteht nichts, und nichts wird veröffentlicht"),
        format!("{file} has errors: nothing is made from it, and nothing is published"),
    );
    let mut lines = Labelled::new(language, title);
    let mistakes = answer.errors.iter().map(|mistake| {
        let (line, column, code) = (mistake.line, mistake.column, mistake.code);
        format!("{line}:{column} {code} {}", mistake.problem.message(language))
    });
    lines.add("Fehler", "Errors", mistakes.collect());
    lines.add("Mehr dazu", "More", vec!["bba check".to_owned()]);
    lines.text()
}

fn gone(answer: &GoneAnswer, language: MessageLanguage) -> String {
    let path = &answer.path;
    language.pick(
        format!("{path} gibt es nicht mehr: steht unter gone in content/site.yaml, der Server antwortet 410\n"),
        format!("{path} is gone: it is listed under gone in content/site.yaml, the server answers 410\n"),
    )
}
