//! The address of a page as a code on paper.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

use super::text::PageSite;
use crate::memo;
use crate::route::Route;

/// Modules of white around the code (ISO/IEC 18004 6.3.8).
const QUIET: usize = 4;

/// A QR code as the path of an SVG, to be drawn with a stroke one module wide.
#[derive(Debug, Clone, Serialize)]
pub struct QrView {
    /// Width and height, in modules.
    size: usize,
    /// The dark modules, row by row: a stroke is half as long as outlines.
    path: String,
}

/// The code of a page's address, for paper: paper never learns of a cancellation, the page
/// does. Nothing for one that is too long for any code.
pub fn of_page(site: &PageSite, route: Route<'_>) -> Option<QrView> {
    let url = site.routes.absolute(route);
    match site.memos {
        Some(memos) => memos.codes.get(|| memo::key(&[url.as_bytes()]), || drawn(&url)),
        None => drawn(&url),
    }
}

fn drawn(url: &str) -> Option<QrView> {
    let code = QRBuilder::new(url).ecl(ECL::M).build().ok()?;
    let mut path = String::with_capacity(4096);
    for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(path, "M{QUIET} {}.5", y + QUIET);
        for run in row.chunk_by(|a, b| a.value() == b.value()) {
            let length = run.len();
            let _ = match run.first().is_some_and(|module| module.value()) {
                true => write!(path, "h{length}"),
                false => write!(path, "m{length} 0"),
            };
        }
    }
    Some(QrView { size: code.size + 2 * QUIET, path })
}
