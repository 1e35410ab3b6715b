//! Arguments of the commands that look at what is published.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{CheckArgs, read_now};
use crate::pipeline::Now;
use crate::plan;
use crate::problem::MessageLanguage;
use crate::published::Place;
use crate::report::Format;

/// Arguments of `check` alone.
#[derive(Debug, Args)]
pub struct ComparedArgs {
    /// Compare with what is published, in a folder or on the web: addresses and calendar entries
    /// that readers have must not break
    #[arg(long, value_name = "DIR|URL", value_parser = read_place)]
    pub against: Option<Place>,
    /// Put in the corrections that have only one sensible form, show them as a diff, and report
    /// what is left
    #[arg(long)]
    pub fix: bool,
    /// Also ask links to other sites, each host once a second; answers count for a week
    #[arg(long)]
    pub external: bool,
    /// What other commands have too.
    #[command(flatten)]
    pub common: CheckArgs,
}

/// Arguments of `plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// What is published, in a folder or on the web
    #[arg(long, value_name = "DIR|URL", value_parser = read_place)]
    pub against: Place,
    /// How the plan is shown
    #[arg(long, value_enum, default_value_t = plan::PlanFormat::Text)]
    pub format: plan::PlanFormat,
    /// The folder with content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The address of the preview, instead of base_url in site.yaml: each change links to it
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Build as if it were this time, see `bba build --help`
    #[arg(long, value_name = "TIME", value_parser = read_now)]
    pub now: Option<Now>,
    /// Treat warnings about promises as errors
    #[arg(long)]
    pub strict: bool,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
    /// Only print the plan
    #[arg(long)]
    pub quiet: bool,
}

impl CheckArgs {
    /// Those of a command that has only these.
    pub(super) fn of(
        root: &Path,
        base_url: &Option<String>,
        now: &Option<Now>,
        lang: Option<MessageLanguage>,
    ) -> Self {
        CheckArgs {
            root: root.to_owned(),
            base_url: base_url.clone(),
            now: now.clone(),
            drafts: false,
            strict: false,
            strict_translations: false,
            format: Format::Human,
            lang,
            timings: false,
            quiet: false,
        }
    }
}

impl PlanArgs {
    /// What `check` would be asked for; findings about the content are for people.
    pub fn common(&self) -> CheckArgs {
        let common = CheckArgs::of(&self.root, &self.base_url, &self.now, self.lang);
        CheckArgs { strict: self.strict, quiet: self.quiet, ..common }
    }
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// What is published, in a folder or on the web
    #[arg(value_name = "DIR|URL", value_parser = read_place)]
    pub place: Place,
    /// Only ask whether something that is due is not online
    #[arg(long)]
    pub due: bool,
    /// The host serves files as they are and cannot be told more, like GitHub Pages: do not ask
    /// for types, headers, caching, redirects and 410
    #[arg(long, conflicts_with = "due")]
    pub plain_host: bool,
    /// The folder with content/: if there is one, what is due by it is asked for too, and old
    /// addresses and what is gone
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Ask as if it were this time, see `bba build --help`
    #[arg(long, value_name = "TIME", value_parser = read_now)]
    pub now: Option<Now>,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
}

pub(super) fn read_place(text: &str) -> Result<Place, &'static str> {
    Place::read(text).ok_or("neither a folder nor a web address")
}
