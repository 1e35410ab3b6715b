//! Where a picture lies in each of its sizes, and how a browser is told.

use pulldown_cmark_escape::{escape_href, escape_html};

use super::{Shown, Site};
use crate::route::Route;
use crate::source::MEDIA;

/// The width of the size that browsers take that know only one, in pixels.
const USUAL: u32 = 800;

/// How wide a picture is among text: as wide as the window, at most 50rem (`style.css`, `.photo`).
pub const SIZES: &str = "(min-width: 52rem) 50rem, 100vw";

/// When a browser loads the pictures of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// The first at once, for it may be what a page begins with; the others when they are near.
    FirstAtOnce,
    /// Each when it is near.
    Lazy,
    /// Nobody says: readers of feeds have their own ways.
    AsItCan,
}

impl Loading {
    /// The same for one of the pictures.
    pub(super) fn of(self, is_first: bool) -> Self {
        if self == Loading::FirstAtOnce && !is_first { Loading::Lazy } else { self }
    }
}

/// Where a picture lies.
#[derive(Debug, Clone)]
pub struct PictureAddress {
    /// The address for browsers that know only one.
    pub src: String,
    /// The addresses of all sizes with their widths (HTML, 4.8.4.2.1).
    pub srcset: Option<String>,
    /// Width and height of what `src` leads to, in pixels, where they are known.
    pub size: Option<(u32, u32)>,
}

impl PictureAddress {
    /// What stands in a tag between `src="` and the next quotation mark.
    pub(super) fn as_attributes(&self, loading: Loading) -> String {
        let mut text = String::new();
        // Writing into a String cannot fail.
        let _ = escape_href(&mut text, &self.src);
        if let Some(srcset) = self.srcset.as_ref().filter(|_| loading != Loading::AsItCan) {
            text.push_str("\" srcset=\"");
            let _ = escape_html(&mut text, srcset);
            text.push_str(&format!("\" sizes=\"{SIZES}"));
        }
        if let Some((width, height)) = self.size {
            text.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        if loading == Loading::Lazy {
            text.push_str("\" loading=\"lazy");
        }
        text
    }
}

impl Site<'_> {
    /// Where a picture lies, by its path; `address` makes addresses from paths on the site.
    pub fn picture(&self, path: &str, address: &impl Fn(&str) -> String) -> PictureAddress {
        let name = path.strip_prefix(MEDIA).unwrap_or(path);
        let (route, size) = self.picture_within(name, USUAL);
        let of_size = |name: &str| address(&self.routes.path(Route::Photo(name)));
        let sizes = self.media.shown(name).filter(|_| matches!(route, Route::Photo(_)));
        let srcset = sizes.map(|Shown { sizes, .. }| {
            let all = sizes.iter().map(|size| format!("{} {}w", of_size(&size.name), size.width));
            all.collect::<Vec<_>>().join(", ")
        });
        PictureAddress { src: address(&self.routes.path(route)), srcset, size }
    }

    /// The widest size of a photograph within a width, else the file itself; with its width and
    /// height in pixels, where they are known.
    pub fn picture_within<'n>(
        &'n self,
        name: &'n str,
        width: u32,
    ) -> (Route<'n>, Option<(u32, u32)>) {
        let shown = self.media.shown(name);
        match shown.and_then(|shown| shown.within(width)) {
            Some(size) => (Route::Photo(&size.name), Some((size.width, size.height))),
            None => (Route::Media(name), shown.map(|shown| (shown.width, shown.height))),
        }
    }
}
