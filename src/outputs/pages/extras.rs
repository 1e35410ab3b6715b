//! Pictures, files and links beside a text, as templates see them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::parts::LinkView;
use super::text::{PageSite, Text};
use crate::model::shared::{Extras, Image};
use crate::route::Route;
use crate::site::SIZES;

/// Pictures, files and links as templates see them.
#[derive(Debug, Serialize)]
pub struct ExtrasView {
    /// The picture that the page begins with.
    image: Option<ImageView>,
    /// The others.
    images: Vec<ImageView>,
    files: Vec<LinkView>,
    links: Vec<LinkView>,
}

/// A picture as templates see it.
#[derive(Debug, Serialize)]
pub struct ImageView {
    src: String,
    /// All sizes with their widths; of a photograph alone.
    srcset: Option<String>,
    /// How wide it is shown.
    sizes: &'static str,
    /// In pixels, where it is known.
    width: Option<u32>,
    /// In pixels, where it is known.
    height: Option<u32>,
    /// Whether it may be loaded when it is near.
    is_lazy: bool,
    alt: Text,
    credit: String,
    rights: Option<String>,
    /// The file itself, to be printed.
    original: LinkView,
}

/// The first picture of a record.
pub fn first_image(site: &PageSite, extras: &Extras) -> Option<ImageView> {
    extras.images.first().map(|image| image_view(site, image))
}

fn image_view(site: &PageSite, image: &Image) -> ImageView {
    let address = site.picture(&image.file.0, &|path: &str| site.routes.link(path));
    let (width, height) = address.size.unzip();
    ImageView {
        src: address.src,
        srcset: address.srcset,
        sizes: SIZES,
        width,
        height,
        is_lazy: !site.is_first_picture(),
        alt: Text::maybe(site, image.alt.as_ref()).unwrap_or_default(),
        credit: image.credit.clone(),
        rights: image.rights.clone(),
        original: LinkView {
            text: site.strings.get("extras.original").into(),
            href: Some(site.routes.href(Route::Media(&image.file.0))),
            facts: print_facts(site, image),
        },
    }
}

/// »JPEG, 4.000 × 3.000 Pixel, 3,2 MB«
fn print_facts(site: &PageSite, image: &Image) -> Option<String> {
    let facts = site.media.facts(&image.file)?;
    let number = |side: u32| site.strings.cldr().number(&side.to_string());
    let size = site.media.shown(&image.file.0).map(|shown| {
        let (width, height) = (number(shown.width), number(shown.height));
        site.strings.fill("extras.pixels", &[("width", &width), ("height", &height)])
    });
    let known = [Some(facts.kind.label().to_owned()), size, Some(site.file_size(facts.size))];
    Some(known.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// Pictures, files and links of a record.
pub fn extras(site: &PageSite, extras: &Extras) -> ExtrasView {
    let media = |file: &str| site.routes.href(Route::Media(file));
    let mut seen = BTreeSet::new();
    let once = extras.images.iter().filter(|image| seen.insert(&image.file.0));
    let mut images = once.map(|image| image_view(site, image));
    ExtrasView {
        image: images.next(),
        images: images.collect(),
        files: extras
            .attachments
            .iter()
            .map(|file| LinkView {
                text: Text::of(site, &file.title),
                href: Some(media(&file.file.0)),
                facts: site.media.facts(&file.file).map(|facts| site.file_facts(facts)),
            })
            .collect(),
        links: extras
            .links
            .iter()
            .map(|link| {
                let label = Text::maybe(site, link.label.as_ref());
                let label = label.unwrap_or_else(|| link.url.0.as_str().into());
                LinkView::to(label, link.url.0.clone())
            })
            .collect(),
    }
}
