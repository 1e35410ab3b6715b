//! Files that are copied: static files of the theme, and media of the content that something public
//! names, with the smaller sizes of photographs.

use super::{Artifact, Context, assets};
use crate::files::Body;
use crate::route::{Route, out_path};
use crate::source::MEDIA;

/// Copied files.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let routes = &context.site.routes;
    let media = context.sources.binaries(MEDIA);
    let media = media.filter(|(path, _)| context.site.media.is_published(path));
    let media = media.filter_map(|(path, binary)| {
        let out = out_path(&routes.path(Route::Media(path.strip_prefix(MEDIA)?)));
        Some(Artifact::new(out, Some(path), || Ok(Body::Copy(binary.clone()))))
    });
    let statics = context.sources.theme_static(&context.site.config.theme).into_iter();
    // Assets too: templates, style sheets and scripts of a theme may name them as they are.
    let statics = statics.map(|(name, (path, binary))| {
        let out = out_path(&routes.path(Route::Static(name)));
        let asset = context.assets.body(name);
        Artifact::new(out, Some(path), move || {
            Ok(asset.clone().unwrap_or_else(|| assets::served(name, binary, None)))
        })
    });
    let sizes = context.site.media.sizes().map(|(photo, size)| {
        let path = out_path(&routes.path(Route::Photo(&size.name)));
        Artifact::new(path, Some(photo), move || Ok(Body::Drawn(size.drawing.clone())))
    });
    media.chain(statics).chain(sizes).collect()
}
