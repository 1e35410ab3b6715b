//! Style sheets and scripts that pages load. A hash of what is served stands in their names: a
//! browser keeps them for ever, and a page that it has kept still gets its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::hosting::headers;
use super::{Artifact, Context, stylesheet};
use crate::files::Body;
use crate::media_type;
use crate::memo::{self, Memo};
use crate::model::config::Config;
use crate::place::SourcePath;
use crate::route::{Route, Routes, out_path};
use crate::source::{Binary, Bytes, Sources};
use crate::values::Colour;

/// The style sheet of a theme that takes a colour.
pub const STYLESHEET: &str = "style.css";

/// The script of the search.
pub const SEARCH_SCRIPT: &str = "search.js";

/// How many digits of a hash a name has.
const HASH: usize = 16;

/// Style sheets and scripts by the names that they have in the theme.
#[derive(Debug)]
pub struct Assets(BTreeMap<String, Asset>);

#[derive(Debug)]
struct Asset {
    origin: SourcePath,
    /// The name that it is published under.
    name: String,
    body: Body,
}

impl Assets {
    /// Those of the theme of a site.
    pub fn of(config: &Config, sources: &Sources, memo: &Memo<Arc<Assets>>) -> Arc<Assets> {
        let accent = config.brand.accent;
        let statics = sources.theme_static(&config.theme).into_iter();
        let files: Vec<(&str, &SourcePath, &Binary)> = statics
            .filter_map(|(path, (origin, binary))| Some((asset(path)?, origin, binary)))
            .collect();
        let key = || {
            let accent = accent.map(|accent| accent.to_string()).unwrap_or_default();
            let parts = files.iter().flat_map(|(file, origin, binary)| {
                [file.as_bytes(), origin.as_bytes(), binary.hash.as_bytes().as_slice()]
            });
            memo::key(&parts.chain([accent.as_bytes()]).collect::<Vec<_>>())
        };
        memo.get(key, || {
            let assets = files.iter().map(|(file, origin, binary)| {
                let body = served(file, binary, accent);
                let name = hashed(file, &body);
                ((*file).to_owned(), Asset { origin: (*origin).clone(), name, body })
            });
            Arc::new(Assets(assets.collect()))
        })
    }

    /// What is served of the one at a path among the static files of the theme.
    pub fn body(&self, path: &str) -> Option<Body> {
        Some(self.0.get(asset(path)?)?.body.clone())
    }

    /// The link to one of them; it leads nowhere where the theme has none of that name.
    pub fn href(&self, routes: &Routes, file: &str) -> String {
        let name = self.0.get(file).map_or(file, |asset| &asset.name);
        routes.href(Route::Asset(name))
    }

    /// The links to all.
    pub fn links(&self, routes: &Routes) -> BTreeMap<String, String> {
        self.0.keys().map(|file| (file.clone(), self.href(routes, file))).collect()
    }
}

/// The files under their names with a hash.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let assets = context.assets.0.iter().filter(|(file, asset)| **file != asset.name);
    assets
        .map(|(_, Asset { origin, name, body })| {
            let path = out_path(&context.site.routes.path(Route::Asset(name)));
            Artifact::new(path, Some(origin), || Ok(body.clone()))
        })
        .collect()
}

/// The name of an asset that lies at a path among the static files of a theme. What lies in a
/// folder below is named by other style sheets and scripts, and keeps the name that they know.
fn asset(path: &str) -> Option<&str> {
    let file = path.strip_prefix(headers::ASSETS)?.strip_prefix('/')?;
    let media_type = media_type::without_charset(media_type::of(file));
    let is_asset = matches!(media_type, "text/css" | "text/javascript") && !file.contains('/');
    is_asset.then_some(file)
}

/// `style-1f2e3d4c5b6a7988.css`; a name with a hash stays.
fn hashed(file: &str, body: &Body) -> String {
    if headers::has_hash(file) {
        return file.to_owned();
    }
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let hash = body.hash().to_hex();
    format!("{stem}-{}.{ending}", hash.get(..HASH).unwrap_or_default())
}

/// What is served of a static file.
pub(super) fn served(path: &str, binary: &Binary, accent: Option<Colour>) -> Body {
    let Bytes::Held(bytes) = &binary.bytes else { return Body::Copy(binary.clone()) };
    let Ok(text) = std::str::from_utf8(bytes) else { return Body::Copy(binary.clone()) };
    match path {
        STYLESHEET => {
            let rules = accent.map(stylesheet::accent_rules).unwrap_or_default();
            (stylesheet::served(text) + &rules).into_bytes().into()
        }
        path if path.ends_with(".css") => stylesheet::served(text).into_bytes().into(),
        SEARCH_SCRIPT => script(text).into_bytes().into(),
        _ => Body::Copy(binary.clone()),
    }
}

/// A script without indentation, without the lines that are comments and with fewer ends of lines:
/// they only help those who read its source. A text of several lines keeps its spaces.
fn script(source: &str) -> String {
    if source.lines().any(|line| !line.matches('`').count().is_multiple_of(2)) {
        return source.to_owned();
    }
    let lines = source.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    // What goes on after these signs needs no line of its own, unless a comment ends this one.
    let goes_on = |line: &str| line.ends_with(['{', ';', ',', '(', '[']) && !line.contains("//");
    lines.flat_map(|line| [line, if goes_on(line) { "" } else { "\n" }]).collect()
}
