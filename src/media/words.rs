//! The words of documents that readers open with a program of their own: PDF, and the texts, tables
//! and slides of Office programs.

use std::panic::catch_unwind;

use super::place::unpacked;
use super::{Content, Kind, pdf, zip};

/// The words of a document, as far as they can be read; nothing of other files. Tags of Office
/// documents stay in it.
pub fn words(content: Content, bytes: &[u8]) -> String {
    let Content::Known(kind) = content else { return String::new() };
    match kind {
        // As for its facts: a damaged file must never take a build down.
        Kind::Pdf => catch_unwind(|| pdf::words(bytes)).unwrap_or_default(),
        Kind::Odt | Kind::Docx | Kind::Xlsx | Kind::Pptx => zip::texts(bytes)
            .map(|(data, is_packed)| match is_packed {
                true => String::from_utf8_lossy(&unpacked(data)).into_owned(),
                false => String::from_utf8_lossy(data).into_owned(),
            })
            .collect(),
        _ => String::new(),
    }
}
