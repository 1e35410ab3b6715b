//! The command line: what was typed, and what it means.

mod compared;
mod environment;
mod published;

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::SignedDuration;

use crate::country::Country;
use crate::model::ContentKind;
use crate::pipeline::{Now, Options};
use crate::problem::MessageLanguage;
use crate::published::Place;
use crate::query::ListKind;
use crate::read::config;
use crate::report::Format;

use compared::read_place;
pub use compared::{ComparedArgs, PlanArgs, VerifyArgs};
pub use environment::{Clock, Environment, Pause};
pub use published::{HostingArgs, PublishArgs};

/// Build the site of a programme: events, delegations and press releases from Markdown and YAML.
#[derive(Debug, Parser)]
#[command(name = "bba", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the content and build the site
    Build(BuildArgs),
    /// Check the content; only --fix writes anything
    Check(ComparedArgs),
    /// Show the site in a browser and update it as you edit
    Serve(ServeArgs),
    /// Explain the code of a finding, with an example
    Explain(ExplainArgs),
    /// Mark translations as up to date with their originals
    Translate(TranslateArgs),
    /// Create an event, a press release, a delegation or a page
    New(NewArgs),
    /// Create the folder of a new programme
    Init(InitArgs),
    /// Print the JSON Schema of a content or data file, or refresh those in content/.schema
    Schema(SchemaArgs),
    /// List the files of the built-in theme, or copy one into the site to change it
    Theme(ThemeArgs),
    /// Explain why something is shown, hidden or outdated, and what it is made from
    Why(WhyArgs),
    /// List events, releases, delegations, embargoes, deadlines or missing information
    List(ListArgs),
    /// Show when a rebuild would next change something even if nobody edits anything
    Next(NextArgs),
    /// Show what publishing would change for visitors, and whether it breaks a promise
    Plan(PlanArgs),
    /// Check that what is published is what was built
    Verify(VerifyArgs),
    /// Put what was built where visitors find it
    Publish(PublishArgs),
    /// Print the configuration of a web server for this site
    Hosting(HostingArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// Arguments of `why`.
#[derive(Debug, Args)]
pub struct WhyArgs {
    /// A path, a web address or an id
    #[arg(value_name = "PATH|URL|ID")]
    pub what: String,
    /// What `check` has too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    pub what: ListKind,
    /// Only list what is not over (events, delegations)
    #[arg(long)]
    pub upcoming: bool,
    /// Only list what concerns a country, for example MX
    #[arg(long, value_name = "CODE", value_parser = |code: &str| Country::by_code(&code.to_uppercase()).ok_or("not a country code"))]
    pub country: Option<&'static Country>,
    /// What `check` has too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `next`.
#[derive(Debug, Args)]
pub struct NextArgs {
    /// Wait for it if it lies within this span, such as 70m, 90s or 2h, then end with 0; otherwise
    /// end with 3 at once
    #[arg(long, value_name = "SPAN", value_parser = read_span)]
    pub wait: Option<Duration>,
    /// What `check` has too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Arguments of `translate`.
#[derive(Debug, Args)]
pub struct TranslateArgs {
    /// The folder with content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// A translation that you have compared with its original, for example
    /// content/press/2019-09-23-mexiko.en.md; may be given more than once
    #[arg(long, value_name = "FILE", required_unless_present = "all")]
    pub accept: Vec<PathBuf>,
    /// Mark all translations
    #[arg(long, conflicts_with = "accept")]
    pub all: bool,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// The folder to write to [default: public in the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Keep the folder itself and put the files in one by one: for a folder that a container or a
    /// server holds open
    #[arg(long)]
    pub in_place: bool,
    /// Leave everything as it is when nothing would differ from the last build: neither content,
    /// theme, program and options, nor what is due by now
    #[arg(long)]
    pub if_due: bool,
    /// Where the last build is published, to be asked when there is no output folder
    #[arg(long, value_name = "DIR|URL", value_parser = read_place, requires = "if_due")]
    pub against: Option<Place>,
    /// Take each file that has an error now from DIR, a root with the content as it was last
    /// published; ends with 3 when there is any
    #[arg(long, value_name = "DIR", conflicts_with_all = ["strict", "strict_translations"])]
    pub last_good: Option<PathBuf>,
    /// What `check` has too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A code such as E0203; without one, all codes are listed
    pub code: Option<String>,
    /// The language of the explanation [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The port to listen on; 0 takes any free port
    #[arg(long, default_value_t = 4000)]
    pub port: u16,
    /// The address to listen on; 0.0.0.0 shows the preview to others in your network
    #[arg(long, default_value = "127.0.0.1")]
    pub host: String,
    /// Look for changes once a second, for folders that send none: network drives, containers
    #[arg(long)]
    pub poll: bool,
    /// What `check` has too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `check`, and of `build` and `serve`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The folder with content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The address of the finished site, instead of base_url in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Build as if it were this time: 2019-09-24T15:00 in the site's zone, or with an offset
    #[arg(long, value_name = "TIME", value_parser = read_now)]
    pub now: Option<Now>,
    /// Show drafts and embargoed items, marked as such
    #[arg(long)]
    pub drafts: bool,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Treat missing translations, and those not marked as up to date, as errors
    #[arg(long)]
    pub strict_translations: bool,
    /// The format of findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
    /// Only print findings
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// What to create
    #[arg(value_enum)]
    pub kind: ContentKind,
    /// Its title
    pub title: Option<String>,
    /// The name of its file without the ending [default: made from the title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its start: 2030-05-14T15:00 or 2030-05-14 [default: a gap to fill]
    #[arg(long, value_name = "TIME")]
    pub start: Option<String>,
    /// Its end
    #[arg(long, value_name = "TIME")]
    pub end: Option<String>,
    /// The id of one like it, which is copied: what was true of that one alone is left out
    #[arg(long, value_name = "ID")]
    pub from: Option<String>,
    /// A two-letter country code; may be given more than once
    #[arg(long, value_name = "CODE")]
    pub country: Vec<String>,
    /// The id of a delegation; may be given more than once
    #[arg(long, value_name = "ID")]
    pub delegation: Vec<String>,
    /// A key of venues.yaml
    #[arg(long, value_name = "KEY")]
    pub venue: Option<String>,
    /// A key of contacts.yaml
    #[arg(long, value_name = "KEY")]
    pub contact: Option<String>,
    /// The folder with content/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Work as if it were this time, see `bba build --help`
    #[arg(long, value_name = "TIME", value_parser = read_now)]
    pub now: Option<Now>,
    /// The language of questions and messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
}

impl ValueEnum for ContentKind {
    fn value_variants<'a>() -> &'a [Self] {
        &ContentKind::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder of the new site; files that are there already stay as they are
    pub dir: PathBuf,
    /// The name of the programme
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// The address of the finished site
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Work as if it were this time; nothing that is written depends on it
    #[arg(long, value_name = "TIME", value_parser = read_now, hide = true)]
    pub now: Option<Now>,
    /// The language of questions and messages [default: that of the environment, otherwise German];
    /// the new site is in German
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// The kind of content file, or the data file of the output
    #[arg(required_unless_present = "write")]
    pub kind: Option<crate::schema::Subject>,
    /// Write the schemas of all content files to content/.schema
    #[arg(long, conflicts_with = "kind")]
    pub write: bool,
    /// The folder with content/; its site.yaml names the languages
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
}

/// Arguments of `theme`.
#[derive(Debug, Args)]
pub struct ThemeArgs {
    /// List the files; also what happens without an option
    #[arg(long, conflicts_with = "copy")]
    pub list: bool,
    /// Copy a file into the theme of the site, never over one that is there;
    /// strings/LANG.yaml of a new language begins with English texts
    #[arg(long, value_name = "FILE")]
    pub copy: Vec<String>,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
    /// The folder with content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
}

fn read_span(text: &str) -> Result<Duration, &'static str> {
    let span = text.parse::<SignedDuration>().ok();
    span.and_then(|span| span.try_into().ok()).ok_or("not a span of time such as 70m, 90s or 2h")
}

fn read_now(time: &str) -> Result<Now, &'static str> {
    Now::read(time).ok_or("not a time")
}

/// The address of a site as it is typed for `--base-url`.
///
/// # Errors
/// When it is none: what is meant, in the language of messages.
pub fn read_base_url(url: &str, language: MessageLanguage) -> Result<String, String> {
    config::base_url(url).map_err(|_| {
        let complete = config::base_url(&format!("https://{url}"));
        let hint = complete.map(|url| {
            language.pick(format!("; gemeint ist wohl {url}"), format!("; did you mean {url}?"))
        });
        let hint = hint.unwrap_or_default();
        language.pick(
            format!("--base-url {url}: keine Webadresse{hint}"),
            format!("--base-url {url}: not a web address{hint}"),
        )
    })
}

impl CheckArgs {
    /// What the arguments mean for a build.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is needed and is no number of seconds, or the address is none.
    pub fn options(&self, environment: &Environment) -> Result<Options, String> {
        let now = environment.now(self.now.as_ref())?;
        let language = self.language(environment);
        let base_url = self.base_url.as_deref().map(|url| read_base_url(url, language));
        Ok(Options {
            base_url: base_url.transpose()?,
            now,
            drafts: self.drafts,
            gallery: false,
            strict: self.strict,
            strict_translations: self.strict_translations,
        })
    }

    /// The language of messages: as asked for, else the environment's, else the site's.
    pub fn language(&self, environment: &Environment) -> MessageLanguage {
        environment.language(self.lang, &self.root)
    }
}
