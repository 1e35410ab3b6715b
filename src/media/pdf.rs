//! What a PDF says of itself: its pages, and what people who hear it need (ISO 14289-1): tags, its
//! language, its title. `lopdf` reads it; it bounds how deep a file nests and how large it unpacks.

use std::panic::catch_unwind;

use lopdf::{Dictionary, Document, Object};

use super::words::MOST;
use crate::problem::PdfLacks;

/// Larger files are not looked into: that would take longer than it is worth, and they are kept
/// out of memory.
const MAX_BYTES: usize = 32_000_000;

/// What is known of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pdf {
    /// How many pages it has.
    pub pages: usize,
    /// What it lacks for people who do not see it.
    pub lacks: PdfLacks,
    /// Whether its pages are pictures without any text.
    pub is_scanned: bool,
}

impl Pdf {
    /// Reads a document; nothing of one that is damaged or very large.
    pub fn read(bytes: &[u8]) -> Option<Pdf> {
        if bytes.len() > MAX_BYTES {
            return None;
        }
        // A damaged file must never take a build down. `lopdf` gives errors, but counts with
        // numbers out of the file: should one overflow, the file is one that cannot be read.
        catch_unwind(|| facts(bytes)).ok().flatten()
    }
}

fn facts(bytes: &[u8]) -> Option<Pdf> {
    let document = Document::load_mem(bytes).ok()?;
    let pages = document.page_iter().count();
    let catalog = document.catalog().ok().filter(|_| pages > 0)?;
    let is_font = |object: &Object| {
        let is = |dictionary: &Dictionary| dictionary.has_type(b"Font");
        object.as_dict().is_ok_and(is)
    };
    let is_picture = |object: &Object| {
        let stream = object.as_stream();
        stream.is_ok_and(|stream| name_is(&stream.dict, b"Subtype", b"Image"))
    };
    let has_text = document.objects.values().any(is_font);
    Some(Pdf {
        pages,
        lacks: PdfLacks {
            tags: get(&document, catalog, b"StructTreeRoot").is_none(),
            language: !has_words(&document, catalog, b"Lang"),
            title: !has_title(&document, catalog),
        },
        is_scanned: !has_text && document.objects.values().any(is_picture),
    })
}

/// How many pages are read for their words, how many at once, and how much of one is unpacked, in
/// bytes.
const MOST_PAGES: usize = 200;
const AT_ONCE: usize = 10;
const MOST_OF_PAGE: usize = 1_000_000;

/// The words on the pages of a document, its title and its bookmarks.
pub(super) fn words(bytes: &[u8]) -> String {
    if bytes.len() > MAX_BYTES {
        return String::new();
    }
    let Ok(document) = Document::load_mem(bytes) else { return String::new() };
    let pages: Vec<u32> = document.get_pages().into_keys().take(MOST_PAGES).collect();
    let mut words = String::new();
    for pages in pages.chunks(AT_ONCE) {
        if words.len() > MOST {
            break;
        }
        let shown = document.extract_text_chunks_with_limit(pages, MOST_OF_PAGE);
        words.extend(shown.into_iter().flatten());
    }
    let titles = document.objects.values().filter_map(|object| {
        let title = object.as_dict().ok()?.get(b"Title").ok()?;
        lopdf::decode_text_string(title).ok()
    });
    words.extend(titles.map(|title| format!("\n{title}\n")));
    words
}

/// The title stands in the information of the document, or in its metadata (ISO 32000-2, 14.3).
fn has_title(document: &Document, catalog: &Dictionary) -> bool {
    let information = get(document, &document.trailer, b"Info").and_then(|o| o.as_dict().ok());
    let in_metadata = || {
        let stream = get(document, catalog, b"Metadata")?.as_stream().ok()?;
        let content = stream.get_plain_content().ok()?;
        memchr::memmem::find(&content, b"<dc:title>")
    };
    information.is_some_and(|information| has_words(document, information, b"Title"))
        || in_metadata().is_some()
}

fn has_words(document: &Document, dictionary: &Dictionary, key: &[u8]) -> bool {
    let text = get(document, dictionary, key).and_then(|object| object.as_str().ok());
    text.is_some_and(|text| text.iter().any(u8::is_ascii_alphanumeric))
}

fn name_is(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
}

fn get<'d>(document: &'d Document, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    let object = dictionary.get(key).ok()?;
    document.dereference(object).ok().map(|(_, object)| object)
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};
    use proptest::prelude::*;

    use super::*;

    /// A document with pages, perhaps with what it should have, with text or as a scan.
    fn document(pages: i64, is_whole: bool, is_scanned: bool) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding" };
        let scan =
            dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1 };
        let shown = match is_scanned {
            true => document.add_object(Stream::new(scan, vec![0; 64])),
            false => document.add_object(font),
        };
        let kids: Vec<Object> = (0..pages)
            .map(|_| {
                let text = Stream::new(dictionary! {}, b"BT /F 12 Tf (Programm) Tj ET ".repeat(20));
                let content = document.add_object(text);
                let page = dictionary! {
                    "Type" => "Page", "Parent" => tree, "Contents" => content,
                    "Resources" => dictionary! { "Font" => dictionary! { "F" => shown } },
                };
                document.add_object(page).into()
            })
            .collect();
        let list = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => pages };
        document.objects.insert(tree, list.into());
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
        if is_whole {
            let tags = document.add_object(dictionary! { "Type" => "StructTreeRoot" });
            catalog.set("StructTreeRoot", tags);
            catalog.set("Lang", Object::string_literal("de-DE"));
            let information = dictionary! { "Title" => Object::string_literal("Programm") };
            let information = document.add_object(information);
            document.trailer.set("Info", information);
        }
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.compress();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_document_says_what_it_has() {
        let all = PdfLacks { tags: true, language: true, title: true };
        let none = PdfLacks { tags: false, language: false, title: false };
        for (bytes, pages, lacks, is_scanned) in [
            (document(3, true, false), 3, none, false),
            (document(1, false, false), 1, all, false),
            (document(2, false, true), 2, all, true),
        ] {
            assert_eq!(Pdf::read(&bytes), Some(Pdf { pages, lacks, is_scanned }));
        }
        for nothing in [&b"%PDF-1.4 x"[..], b"%PDF-", b"", b"%PDF-1.7\ntrailer\n<</Root 1 0 R>>"] {
            assert_eq!(Pdf::read(nothing), None);
        }
    }

    #[test]
    fn words_are_those_of_the_pages_and_of_the_title() {
        let found = words(&document(3, true, false));
        assert!(found.contains("Programm"), "{found}");
        assert!(!found.contains("Helvetica"), "{found}");
        // Every page has its line twenty times.
        let long = words(&document(250, false, false));
        assert_eq!(long.matches("Programm").count(), MOST_PAGES * 20);
    }

    #[test]
    fn a_long_document_is_counted_to_its_end() {
        assert_eq!(Pdf::read(&document(200, true, false)).unwrap().pages, 200);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_damage_stops_the_program(
            shape in (1_i64..4, any::<bool>(), any::<bool>()),
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
            cut in any::<prop::sample::Index>(),
            is_cut in any::<bool>(),
        ) {
            let mut bytes = document(shape.0, shape.1, shape.2);
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if is_cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            Pdf::read(&bytes);
            let _ = catch_unwind(|| words(&bytes));
            // Digits are what a reader counts with.
            let digits: Vec<u8> =
                bytes.iter().map(|b| if b.is_ascii_digit() { b'9' - (b - b'0') } else { *b }).collect();
            Pdf::read(&digits);
        }
    }
}
