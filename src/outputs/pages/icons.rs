//! What devices show of a site beside their own: the icon on a home screen, and a web manifest that
//! names it. Both are made from the icon of the theme.

use std::sync::Arc;

use serde::Serialize;

use super::paint::{ICON, icon};
use crate::drawing::{Drawing, Layer, Recipe, Vector};
use crate::files::Body;
use crate::outputs::{Artifact, Context};
use crate::route::{Route, out_path};
use crate::site::Site;

/// The icon that Apple's devices ask for, in pixels.
const SIDE: u32 = 180;

/// Its name (Safari Web Content Guide, “Specifying a Webpage Icon”).
pub const TOUCH_ICON: &str = "apple-touch-icon.png";

/// A web application manifest (W3C, 2025). It asks for nothing but a name and an icon: the site
/// stays one in the browser.
#[derive(Serialize)]
struct Manifest<'m> {
    name: &'m str,
    lang: &'m str,
    start_url: String,
    scope: String,
    display: &'static str,
    icons: [Icon; 2],
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// The icon once, and a manifest in each language. What a theme brings stays.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let statics = context.sources.theme_static(&site.config.theme);
    let mut artifacts = Vec::new();
    let manifest = out_path(&site.routes.path(Route::WebManifest));
    if !statics.contains_key(manifest.as_str()) {
        artifacts.push(Artifact::new(manifest, None, || Ok(written(site))));
    }
    let icon = icon(context.sources, &site.config.theme).filter(|_| site.is_default());
    if let Some(svg) = icon.filter(|_| !statics.contains_key(TOUCH_ICON)) {
        let layer = Layer { svg: svg.to_owned(), left: 0, top: 0, width: SIDE };
        // Nothing shines through: devices would put black behind it.
        let ground = [0xff; 3];
        let vector = Vector { width: SIDE, height: SIDE, ground, layers: vec![layer] };
        let drawing = Arc::new(Drawing::new(Recipe::Vector(vector)));
        let path = out_path(&site.routes.path(Route::Static(TOUCH_ICON)));
        artifacts.push(Artifact::new(path, None, move || Ok(Body::Drawn(drawing.clone()))));
    }
    artifacts
}

fn written(site: &Site) -> Body {
    let brand = site.config.brand.name.as_ref().unwrap_or(&site.config.title);
    let home = site.routes.href(Route::Home);
    let manifest = Manifest {
        name: brand.get(&site.language),
        lang: site.language.tag(),
        start_url: home.clone(),
        scope: home,
        display: "browser",
        icons: [
            Icon {
                src: site.routes.href(Route::Static(ICON)),
                sizes: "any".to_owned(),
                media_type: "image/svg+xml",
            },
            Icon {
                src: site.routes.href(Route::Static(TOUCH_ICON)),
                sizes: format!("{SIDE}x{SIDE}"),
                media_type: "image/png",
            },
        ],
    };
    Body::json(&manifest)
}
