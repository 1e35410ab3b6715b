//! Files that are copied: static files of the theme, and media of the content that something public
//! names, with the smaller sizes of photographs.

use super::{Artifact, Context, stylesheet};
use crate::files::Body;
use crate::route::{Route, out_path};
use crate::source::{Bytes, MEDIA};
use crate::values::Colour;

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
    let main = routes.path(Route::Static(STYLESHEET));
    let search = routes.path(Route::Static(SEARCH_SCRIPT));
    let sizes = context.site.media.sizes().map(|(photo, size)| {
        let path = out_path(&routes.path(Route::Photo(&size.name)));
        Artifact::new(path, Some(photo), move || Ok(Body::Drawn(size.drawing.clone())))
    });
    let copied = media.chain(statics).map(|(source, path, binary)| {
        let accent = accent.filter(|_| path == main);
        let is_stylesheet = path.ends_with(".css");
        let is_script = path == search;
        Artifact::new(out_path(&path), Some(source), move || {
            Ok(match &binary.bytes {
                Bytes::Held(css) if is_stylesheet => with_accent(css, accent).into(),
                Bytes::Held(script) if is_script => served(script).into(),
                _ => Body::Copy(binary.clone()),
            })
        })
    });
    copied.chain(sizes).collect()
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

/// A stylesheet as it is served, with the colour of the programme; one that is no text stays.
fn with_accent(css: &[u8], accent: Option<Colour>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(css) else { return css.to_vec() };
    let rules = accent.map(stylesheet::accent_rules).unwrap_or_default();
    (stylesheet::served(text) + &rules).into_bytes()
}
