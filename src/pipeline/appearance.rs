//! How a site looks, whatever it shows: its interface texts and templates, which a cache keeps by
//! the files they are made of.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Checked;
use crate::language::Language;
use crate::memo;
use crate::model::config::Config;
use crate::source::Sources;
use crate::strings::{Known, Strings};
use crate::theme::Theme;

/// A key of everything that the interface texts and the templates of a site are made of. The default
/// theme is the same for all.
pub(super) fn key(config: &Config, sources: &Sources) -> memo::Key {
    let languages = config.languages.iter().map(|language| language.tag().as_bytes());
    let texts =
        sources.texts("themes/").flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]);
    let is_there = [u8::from(sources.has_theme(&config.theme))];
    let parts = [config.theme.as_bytes(), &is_there].into_iter().chain(languages).chain(texts);
    memo::key(&parts.collect::<Vec<_>>())
}

/// The templates of a theme.
pub(super) fn templates(sources: &Sources, theme: &str) -> Checked<Theme> {
    let mut diagnostics = Vec::new();
    let value = Theme::compile(sources, theme, &mut diagnostics);
    Checked { value, diagnostics }
}

/// The interface texts of every language of a site, the default first.
pub(super) fn strings(config: &Config, sources: &Sources) -> Checked<Vec<Arc<Strings>>> {
    let mut diagnostics = Vec::new();
    let read = |language: &Language| {
        let mut found = Vec::new();
        let strings = Strings::read(sources, &config.theme, language.tag(), &mut found);
        (Arc::new(strings), found)
    };
    let (read, known) = rayon::join(
        || config.languages.par_iter().map(read).collect::<Vec<_>>(),
        Known::of_default_theme,
    );
    let mut strings: Vec<Arc<Strings>> = Vec::new();
    for (texts, found) in read {
        strings.push(texts);
        diagnostics.extend(found);
    }
    if let Some((default, further)) = strings.split_first() {
        diagnostics.extend(further.iter().flat_map(|strings| strings.lacks(default)));
    }
    diagnostics.extend(strings.iter().flat_map(|strings| strings.mistakes(sources, known)));
    diagnostics.extend(strings.iter().flat_map(|strings| strings.unused(sources, known)));
    Checked { value: strings, diagnostics }
}
