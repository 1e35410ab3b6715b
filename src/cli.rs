//! The command line: what was typed, and what it means.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::Timestamp;

use crate::content::config;
use crate::country::Country;
use crate::pipeline::{Now, Options};
use crate::problem::MessageLanguage;
use crate::query::ListKind;
use crate::report::Format;

/// Builds the site of a programme: events, delegations and press releases from Markdown and YAML.
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
    /// Check the content without writing anything
    Check(CheckArgs),
    /// Note that translations fit their originals as they are now
    Translate(TranslateArgs),
    /// Say why something is shown, hidden or outdated, and what it is made from
    Why(WhyArgs),
    /// List what there is, what is coming and what was promised
    List(ListArgs),
    /// Say when a rebuild would next differ of itself
    Next(CheckArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// Arguments of `why`.
#[derive(Debug, Args)]
pub struct WhyArgs {
    /// A path, an address or an id
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
    /// Only what is not over (events, delegations)
    #[arg(long)]
    pub upcoming: bool,
    /// Only what has to do with a country: MX
    #[arg(long, value_name = "CODE", value_parser = |code: &str| Country::by_code(&code.to_uppercase()).ok_or("not a country code"))]
    pub country: Option<&'static Country>,
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
    /// content/press/2019-09-23-mexiko.en.md; it can be given several times
    #[arg(long, value_name = "FILE", required_unless_present = "all")]
    pub accept: Vec<PathBuf>,
    /// All translations
    #[arg(long, conflicts_with = "accept")]
    pub all: bool,
    /// The language of messages [default: the environment's, else German]
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Where the site goes [default: public in the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What `check` has too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `check`, and of `build`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The folder with content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Where the site will be served from, instead of base_url in site.yaml
    #[arg(long, value_name = "URL", value_parser = |url: &str| config::base_url(url).map_err(|_| "not a web address"))]
    pub base_url: Option<String>,
    /// What time it is: 2019-09-24T15:00 in the site's zone, or with an offset
    #[arg(long, value_name = "TIME", value_parser = |time: &str| Now::read(time).ok_or("not a time"))]
    pub now: Option<Now>,
    /// Show drafts and embargoed items, marked as such
    #[arg(long)]
    pub drafts: bool,
    /// Treat what is not translated, or not known to be up to date, as an error
    #[arg(long)]
    pub strict_translations: bool,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// The language of messages [default: the environment's, else German]
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
    /// Print nothing but findings
    #[arg(long)]
    pub quiet: bool,
}

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// German.
    De,
    /// English.
    En,
}

/// What the surroundings say; read once, in `main`.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `SOURCE_DATE_EPOCH`, in seconds.
    pub source_date_epoch: Option<String>,
    /// `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
    pub locale: Option<String>,
    /// Whether standard error may have colours.
    pub colour: bool,
    /// What the clock shows.
    pub clock: Timestamp,
}

impl CheckArgs {
    /// What the arguments mean for a build.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is needed and is no number of seconds.
    pub fn options(&self, environment: &Environment) -> Result<Options, String> {
        let now = match (&self.now, &environment.source_date_epoch) {
            (Some(now), _) => now.clone(),
            (None, Some(seconds)) => {
                let instant =
                    seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
                Now::At(instant.ok_or(format!("SOURCE_DATE_EPOCH: {seconds}"))?)
            }
            (None, None) => Now::At(environment.clock),
        };
        Ok(Options {
            base_url: self.base_url.clone(),
            now,
            drafts: self.drafts,
            strict_translations: self.strict_translations,
        })
    }

    /// The language of messages: as asked for, else the environment's, else German.
    pub fn language(&self, environment: &Environment) -> MessageLanguage {
        environment.language(self.lang)
    }
}

impl Environment {
    /// The language of messages: as asked for, else the environment's, else German.
    pub fn language(&self, asked: Option<Lang>) -> MessageLanguage {
        let english = match asked {
            Some(lang) => lang == Lang::En,
            None => self.locale.as_ref().is_some_and(|locale| locale.starts_with("en")),
        };
        if english { MessageLanguage::English } else { MessageLanguage::German }
    }
}
