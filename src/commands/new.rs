//! `bba new`: begins a record with a commented file that passes `check`, and never overwrites a file.

use std::collections::HashSet;
use std::path::Path;

use jiff::civil::DateTime;

use super::ask::{ask, ask_text};
use super::{Exit, Failure, failed, print, refuse_folder_inside, tell};
use crate::cli::{Environment, NewArgs};
use crate::country::Country;
use crate::markdown::slug;
use crate::model::ContentKind;
use crate::model::config::{Config, FILE};
use crate::model::release::date_of_id;
use crate::pipeline::{self, Now, Options};
use crate::problem::{FileProblem, MessageLanguage, Severity};
use crate::read::config;
use crate::report::{Report, human};
use crate::scaffold;
use crate::source::{Sources, is_reserved};
use crate::starter::{self, Copied, NewRecord};
use crate::suggest::closest;
use crate::values::{Id, PlannedDate, Value, When};

/// Runs the command.
///
/// # Errors
/// When there is no site, an argument makes no sense, the file is there already or the disk fails.
pub fn run(args: &NewArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.root);
    let new = New { args, environment, language };
    new.refuse_useless()?;
    let mut sources = Sources::read(&args.root).map_err(failed(&args.root, language))?;
    let config = new.site(&sources)?;
    let now = environment.now(args.now.as_ref()).map_err(Failure)?;
    let local = now.resolve(&config.timezone).to_zoned(config.timezone.clone()).datetime();
    let other = new.other(&sources)?;
    let record = new.record(local, other.as_ref())?;
    let id = new.id(&record, &sources)?;
    let path = args.kind.path(&id);
    new.refuse_taken(&sources, &path, &id)?;

    let copied = match &other {
        Some(other) => Some(new.copy(other, &record)?),
        None => None,
    };
    let text = match &copied {
        Some(copied) => copied.text.clone(),
        None => starter::record(args.kind, &record),
    };
    sources.add(&path, &text);
    new.refuse_mistakes(&sources, &path, now)?;
    scaffold::create(&args.root.join(&path), text.as_bytes())
        .map_err(failed(Path::new(&path), language))?;
    print(&format!("{path}\n"))?;
    tell(&new.next_steps(copied.as_ref()));
    Ok(Exit::Done)
}

/// The title of a copy that nobody has named.
const NO_TITLE: &str = "??Titel??";

/// What was typed, and where.
struct New<'a> {
    args: &'a NewArgs,
    environment: &'a Environment,
    language: MessageLanguage,
}

impl New<'_> {
    /// That nothing is created, and why.
    fn refuse<T>(
        &self,
        german: impl Into<String>,
        english: impl Into<String>,
    ) -> Result<T, Failure> {
        Err(Failure(self.language.pick(german.into(), english.into())))
    }

    fn next_steps(&self, copied: Option<&Copied>) -> String {
        let language = self.language;
        let mut steps = Vec::new();
        if let Some(copied) = copied {
            steps.extend(self.said_of_copy(copied));
        }
        steps.push(language.pick(
            "Nächster Schritt: die Datei öffnen und die Lücken `??…??` füllen; `bba check` nennt sie.".to_owned(),
            "Next: open the file and fill the gaps `??…??`; `bba check` names them.".to_owned(),
        ));
        steps.push(language.pick(
            "Sie ist ein Entwurf. Zum Veröffentlichen die Zeile `draft: true` löschen.".to_owned(),
            "It is a draft. To publish it, delete the line `draft: true`.".to_owned(),
        ));
        steps.join("\n")
    }

    /// What an editor has to look at in a copy.
    fn said_of_copy(&self, copied: &Copied) -> Vec<String> {
        let said = [
            (&copied.open, "Neu einzutragen", "To be entered anew"),
            (&copied.kept, "Übernommen, bitte prüfen", "Copied, please check"),
            (&copied.left_out, "Nicht übernommen", "Not copied"),
        ];
        let said = said.into_iter().filter(|(keys, ..)| !keys.is_empty());
        let line = |(keys, german, english): (&Vec<String>, &str, &str)| {
            format!("{}: {}", self.language.pick(german, english), keys.join(", "))
        };
        let texts = self.language.pick(
            "Auch die Texte sind die alten: nach Tagen, Namen und Orten darin sehen.",
            "The texts are the old ones too: look for days, names and places in them.",
        );
        said.map(line).chain([texts.to_owned()]).collect()
    }

    /// The record that is to be copied: its id and its text.
    fn other(&self, sources: &Sources) -> Result<Option<(String, String)>, Failure> {
        let Some(from) = &self.args.from else { return Ok(None) };
        let folder = format!("content/{}/", self.args.kind.folder());
        let name = format!("{from}.{}", self.args.kind.ending());
        let found = sources.texts(&folder).find(|(path, _)| path.rsplit('/').next() == Some(&name));
        if let Some((_, text)) = found {
            return Ok(Some((from.clone(), text.to_owned())));
        }
        let names = sources.texts(&folder).filter_map(|(path, _)| path.rsplit('/').next());
        let ids = names.filter_map(|name| name.split('.').next());
        let hint = closest(from, ids).map(|id| {
            self.language.pick(format!(" Meinten Sie {id}?"), format!("; did you mean {id}?"))
        });
        let hint = hint.unwrap_or_default();
        self.refuse(
            format!("--from: {folder}{name} gibt es nicht.{hint}"),
            format!("--from: there is no {folder}{name}{hint}"),
        )
    }

    fn copy(&self, other: &(String, String), record: &NewRecord) -> Result<Copied, Failure> {
        match starter::copy(self.args.kind, &other.1, record) {
            Some(copied) => Ok(copied),
            None => self.refuse(
                format!("--from: {} lässt sich nicht übernehmen: Jeder Schlüssel muss am Anfang einer eigenen Zeile stehen.", other.0),
                format!("--from: {} cannot be copied: each key must begin a line of its own", other.0),
            ),
        }
    }

    /// Options that the kind has no key for: better said than passed over.
    fn refuse_useless(&self) -> Result<(), Failure> {
        use ContentKind::{Delegation, Event, Release};
        let args = self.args;
        let options: [(&str, bool, &[ContentKind]); 6] = [
            ("--start", args.start.is_some(), &[Event, Delegation]),
            ("--end", args.end.is_some(), &[Event, Delegation]),
            ("--country", !args.country.is_empty(), &[Event, Delegation, Release]),
            ("--delegation", !args.delegation.is_empty(), &[Event, Release]),
            ("--venue", args.venue.is_some(), &[Event]),
            ("--contact", args.contact.is_some(), &[Event, Delegation, Release]),
        ];
        match options.iter().find(|(_, given, kinds)| *given && !kinds.contains(&args.kind)) {
            None => Ok(()),
            Some((option, ..)) => self.refuse(
                format!("{option} gibt es hier nicht."),
                format!("{option} does not apply to this kind"),
            ),
        }
    }

    fn site(&self, sources: &Sources) -> Result<Config, Failure> {
        if sources.text(FILE).is_none() {
            refuse_folder_inside(&self.args.root, self.language)?;
            let root = self.args.root.display();
            return self.refuse(
                format!("{root}: Hier ist keine Website, es fehlt {FILE}. `bba init ORDNER` beginnt eine neue."),
                format!("{root}: not a site, {FILE} is missing; `bba init DIR` creates a new one"),
            );
        }
        Ok(config::read(sources, &mut Vec::new()).0)
    }

    /// What was typed, and at a terminal the answers to what was not.
    fn record(
        &self,
        now: DateTime,
        other: Option<&(String, String)>,
    ) -> Result<NewRecord, Failure> {
        let (args, language) = (self.args, self.language);
        let interactive = self.environment.interactive;
        let title = match (&args.title, interactive) {
            (Some(title), _) => title.trim().to_owned(),
            (None, false) if other.is_some() => NO_TITLE.to_owned(),
            (None, true) => ask_text(language, language.pick("Titel", "Title"), "")?,
            (None, false) => String::new(),
        };
        if title.is_empty() {
            return self.refuse("Es fehlt der Titel.", "the title is missing");
        }
        let mut record = NewRecord {
            title,
            now,
            start: args.start.clone(),
            end: args.end.clone(),
            countries: args.country.clone(),
            delegations: args.delegation.clone(),
            venue: args.venue.clone(),
            contact: args.contact.clone(),
        };
        if args.kind == ContentKind::Delegation && record.countries.is_empty() {
            record.countries = countries_in(&record.title);
        }
        if interactive && matches!(args.kind, ContentKind::Event | ContentKind::Delegation) {
            self.ask_for_the_rest(&mut record)?;
        }
        Ok(record)
    }

    fn ask_for_the_rest(&self, record: &mut NewRecord) -> Result<(), Failure> {
        let (args, language) = (self.args, self.language);
        let check = |answer: &str| match args.kind {
            ContentKind::Event => When::read(answer).map(|_| ()),
            _ => PlannedDate::read(answer).map(|_| ()),
        };
        if args.kind == ContentKind::Delegation && args.country.is_empty() {
            let question = language.pick(
                "Länder, zwei Buchstaben, mehrere mit Komma",
                "Countries, two letters, several with commas",
            );
            let default = record.countries.join(", ");
            let answer = ask(language, question, &default, |answer| {
                codes(answer).try_for_each(|code| <&'static Country>::read(code).map(|_| ()))
            })?;
            record.countries = codes(&answer).map(str::to_owned).collect();
        }
        let optional = |answer: &str| if answer.is_empty() { Ok(()) } else { check(answer) };
        if args.start.is_none() {
            let question = language
                .pick("Beginn (leer: steht noch nicht fest)", "Start (empty: not known yet)");
            let answer = ask(language, question, "", optional)?;
            record.start = Some(answer).filter(|answer| !answer.is_empty());
        }
        if let Some(start) = record.start.as_deref().filter(|_| args.end.is_none()) {
            let end = starter::two_hours_later(start).unwrap_or_default();
            let question = match end.as_str() {
                "" => language.pick("Ende (leer: keines)", "End (empty: none)"),
                _ => language.pick("Ende", "End"),
            };
            let answer = ask(language, question, &end, optional)?;
            record.end = Some(answer).filter(|answer| !answer.is_empty());
        }
        Ok(())
    }

    /// The id as typed, else made from the title; a release's begins with its date.
    fn id(&self, record: &NewRecord, sources: &Sources) -> Result<String, Failure> {
        let typed = self.args.id.as_ref();
        let made = || match &self.args.from {
            Some(from) if record.title == NO_TITLE => self.next_id(from, sources),
            _ => shortened(&slug(&record.title)),
        };
        let mut id = typed.cloned().unwrap_or_else(made);
        let date = record.now.date().to_string();
        if self.args.kind == ContentKind::Release && !id.starts_with(&date) {
            id = format!("{date}-{id}");
        }
        if is_reserved(&id) {
            let name = format!("{id}.{}", self.args.kind.ending());
            return self.refuse(
                format!("Windows nimmt keine Datei, die {name} heißt. Mit --id NAME einen anderen Namen wählen."),
                format!("Windows takes no file called {name}; choose another name with --id NAME"),
            );
        }
        if Id::is_valid(&id) {
            return Ok(id);
        }
        if typed.is_none() {
            return self.refuse(
                "Aus dem Titel wird kein Dateiname. Mit --id NAME einen wählen.",
                "no file name can be made from the title; choose one with --id NAME",
            );
        }
        let problem = FileProblem::BadId { suggestion: slug(&id), id };
        let hint = problem.hint(self.language).unwrap_or_default();
        Err(Failure(format!("--id: {} {hint}", problem.message(self.language))))
    }

    /// The first id after another that is free; a release's without its date.
    fn next_id(&self, from: &str, sources: &Sources) -> String {
        let name = date_of_id(from).map_or(from, |(_, name)| name);
        let taken: HashSet<&str> = sources
            .texts("content/")
            .filter_map(|(path, _)| path.rsplit('/').next()?.split('.').next())
            .collect();
        let mut ids = (2_u32..).map(|number| format!("{name}-{number}"));
        ids.find(|id| !taken.iter().any(|taken| taken.ends_with(id.as_str()))).unwrap_or_default()
    }

    /// An id is taken wherever in the kind's folder the other file is.
    fn refuse_taken(&self, sources: &Sources, path: &str, id: &str) -> Result<(), Failure> {
        let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
        let stem = |path: &str| {
            path.rsplit('/').next().and_then(|name| name.split('.').next().map(str::to_owned))
        };
        let taken = sources.texts(folder).find(|(other, _)| stem(other).as_deref() == Some(id));
        match taken {
            None => Ok(()),
            Some((other, _)) => self.refuse(
                format!("Die Datei {other} gibt es schon; sie bleibt, wie sie ist. Mit --id NAME einen anderen Namen wählen."),
                format!("{other} already exists and stays as it is; choose another name with --id NAME"),
            ),
        }
    }

    /// What was typed may make no sense: then nothing is written.
    fn refuse_mistakes(&self, sources: &Sources, path: &str, now: Now) -> Result<(), Failure> {
        let options = Options { now, drafts: true, ..Options::default() };
        let mut mistakes = pipeline::build_once(sources, &options).diagnostics;
        mistakes
            .retain(|found| &*found.file == path && found.problem.severity() == Severity::Error);
        if mistakes.is_empty() {
            return Ok(());
        }
        let (language, colour) = (self.language, self.environment.colour);
        let report = Report { diagnostics: &mistakes, sources, language, below: "", colour };
        tell(human(&report).trim_end_matches('\n'));
        self.refuse(
            format!("{path}: Nicht angelegt; bitte die Angaben oben berichtigen."),
            format!("{path}: not created; correct the values above"),
        )
    }
}

/// `MX, pl` as codes. At least one, so that nothing typed is an answer that makes no sense.
fn codes(answer: &str) -> impl Iterator<Item = &str> {
    answer.split(',').map(str::trim)
}

/// The countries that a title names, in its order.
fn countries_in(title: &str) -> Vec<String> {
    let is_word = |at: usize, name: &str| {
        let before = title[..at].chars().next_back();
        let after = title[at + name.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    let mut found: Vec<(usize, &str)> = Country::all()
        .iter()
        .filter_map(|country| {
            let mut names = ["de", "en"].into_iter().map(|language| country.name(language));
            names.find_map(|name| {
                let at = title.find(name).filter(|at| is_word(*at, name))?;
                Some((at, country.code))
            })
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, code)| code.to_owned()).collect()
}

/// Long titles make long addresses; a release's id has its date besides.
fn shortened(slug: &str) -> String {
    const MAX: usize = 60;
    match slug.get(..MAX) {
        Some(start) => start.rsplit_once('-').map_or(start, |(whole, _)| whole).to_owned(),
        None => slug.to_owned(),
    }
}
