//! Files that are copied as they are: static files of the theme, and media of the content but
//! for those that only hidden items name.

use super::brand::{STYLESHEET, with_accent};
use super::{Artifact, Context, Output, Scope};
use crate::files::Body;
use crate::route::{Route, out_path};
use crate::source::Bytes;

/// Copied files.
pub struct Files;

impl Output for Files {
    fn name(&self) -> &'static str {
        "files"
    }

    fn scope(&self) -> Scope {
        Scope::Once
    }

    fn plan<'c>(&self, context: &'c Context<'c>) -> Vec<Artifact<'c>> {
        let routes = &context.site.routes;
        let media = context.sources.binaries("content/media/");
        let media = media.filter(|(path, _)| !context.site.hidden.contains(path));
        let media = media.filter_map(|(path, binary)| {
            let name = path.strip_prefix("content/media/")?;
            Some((path, routes.path(Route::Media(name)), binary))
        });
        let statics = context.sources.theme_static(&context.site.config.theme).into_iter();
        let statics =
            statics.map(|(name, (path, binary))| (path, routes.path(Route::Static(name)), binary));
        let accent = context.site.config.brand.accent;
        let stylesheet = routes.path(Route::Static(STYLESHEET));
        media
            .chain(statics)
            .map(|(source, path, binary)| {
                let accent = accent.filter(|_| path == stylesheet);
                Artifact::new(out_path(&path), Some(source), move || {
                    Ok(match (accent, &binary.bytes) {
                        (Some(accent), Bytes::Held(css)) => with_accent(css, accent).into(),
                        _ => Body::Copy(binary.clone()),
                    })
                })
            })
            .collect()
    }
}
