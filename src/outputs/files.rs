//! Files that are copied as they are: static files of the theme, and media of the content that
//! something public names.

use super::{Artifact, Context};
use crate::files::Body;
use crate::route::{Route, out_path};
use crate::source::{Bytes, MEDIA};
use crate::values::colour::{self, Colour};

/// The stylesheet of a theme that takes a colour.
pub const STYLESHEET: &str = "assets/style.css";

/// The script of the search.
pub const SEARCH_SCRIPT: &str = "assets/search.js";

/// Copied files.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let routes = &context.site.routes;
    let media = context.sources.binaries(MEDIA);
    let media = media.filter(|(path, _)| context.site.media.is_published(path));
    let media = media.filter_map(|(path, binary)| {
        let name = path.strip_prefix(MEDIA)?;
        Some((path, routes.path(Route::Media(name)), binary))
    });
    let statics = context.sources.theme_static(&context.site.config.theme).into_iter();
    let statics =
        statics.map(|(name, (path, binary))| (path, routes.path(Route::Static(name)), binary));
    let accent = context.site.config.brand.accent;
    let stylesheet = routes.path(Route::Static(STYLESHEET));
    let search = routes.path(Route::Static(SEARCH_SCRIPT));
    media
        .chain(statics)
        .map(|(source, path, binary)| {
            let accent = accent.filter(|_| path == stylesheet);
            let is_script = path == search;
            Artifact::new(out_path(&path), Some(source), move || {
                Ok(match (accent, &binary.bytes) {
                    (Some(accent), Bytes::Held(css)) => with_accent(css, accent).into(),
                    (None, Bytes::Held(script)) if is_script => served(script).into(),
                    _ => Body::Copy(binary.clone()),
                })
            })
        })
        .collect()
}

/// A script without indentation and without the lines that are comments, which only help those who
/// read its source. A text of several lines keeps its spaces.
fn served(script: &[u8]) -> Vec<u8> {
    let Ok(source) = std::str::from_utf8(script) else { return script.to_vec() };
    if source.lines().any(|line| !line.matches('`').count().is_multiple_of(2)) {
        return script.to_vec();
    }
    let lines = source.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

/// The stylesheet with the colour of the programme. It is written there and not into pages, so
/// that a site can forbid inline styles (CSP). Dark pages get a lighter and a darker one of it;
/// print stays black.
fn with_accent(stylesheet: &[u8], accent: Colour) -> Vec<u8> {
    let lighter = accent.mixed_until(Colour::WHITE, &colour::DARK, Colour::READABLE);
    let darker = accent.mixed_until(Colour::BLACK, &[colour::ON_DARK_BAND], Colour::READABLE);
    let rules = format!(
        "\n/* brand.accent in site.yaml */\n\
         @media screen {{\n  :root {{ --accent: {accent}; --band: {accent}; }}\n}}\n\
         @media screen and (prefers-color-scheme: dark) {{\n  \
         :root {{ --accent: {lighter}; --band: {darker}; }}\n}}\n"
    );
    [stylesheet, rules.as_bytes()].concat()
}
