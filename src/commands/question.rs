//! What `why`, `list` and `next` have in common: they read a site, ask it something and print
//! the answer on standard output.

use super::{Exit, Failure, read, say};
use crate::cli::{CheckArgs, Environment};
use crate::diagnostic::Diagnostic;
use crate::findings::Located;
use crate::pipeline::{self, Options};
use crate::problem::MessageLanguage;
use crate::report::Format;
use crate::site::Programme;
use crate::source::Sources;

/// Somebody's question and what it is about.
pub struct Question<'a> {
    args: &'a CheckArgs,
    /// The files.
    pub sources: Sources,
    /// What the user wants.
    pub options: Options,
    /// The language of the answer.
    pub language: MessageLanguage,
    /// Whether a program asks.
    pub json: bool,
}

/// A programme, and how many mistakes the content has.
pub struct Assembled {
    /// The programme without what could not be read.
    pub programme: Programme,
    /// Mistakes.
    pub errors: usize,
}

impl<'a> Question<'a> {
    /// Reads the files.
    ///
    /// # Errors
    /// When the disk fails or an argument makes no sense.
    pub fn read(args: &'a CheckArgs, environment: &Environment) -> Result<Self, Failure> {
        let (sources, options) = read(args, environment)?;
        let language = args.language(environment);
        Ok(Question { args, sources, options, language, json: args.format == Format::Json })
    }

    /// The site as it would be built.
    pub fn shown(&self) -> Assembled {
        assembled(&self.sources, &self.options)
    }

    /// The site with its hidden items.
    pub fn everything(&self) -> Assembled {
        assembled(&self.sources, &Options { drafts: true, ..self.options.clone() })
    }

    /// What a build with hidden items finds.
    pub fn findings(&self) -> Vec<Located> {
        let options = Options { drafts: true, ..self.options.clone() };
        pipeline::build_once(&self.sources, &options).diagnostics
    }

    /// A line for people on standard error.
    pub fn say(&self, line: &str) {
        say(self.args, line);
    }

    /// Says that the answer is not complete, if it is not.
    pub fn end(&self, errors: usize) -> Exit {
        if errors == 0 {
            return Exit::Done;
        }
        self.say(&self.language.pick(
            format!("Fehler im Inhalt: {errors}. Was in diesen Dateien steht, fehlt hier; »bba check« zeigt sie."),
            format!("Errors in the content: {errors}. What these files contain is missing here; run `bba check`."),
        ));
        Exit::ContentErrors
    }
}

fn assembled(sources: &Sources, options: &Options) -> Assembled {
    let checked = pipeline::programme(sources, options);
    let errors = checked.diagnostics.iter().filter(|found| Diagnostic::is_error(found)).count();
    Assembled { programme: checked.value, errors }
}
