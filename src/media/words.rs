//! The words of documents that readers open with a program of their own: PDF, and the texts, tables
//! and slides of Office programs.

use std::borrow::Cow;
use std::panic::catch_unwind;

use super::place::unpacked;
use super::{Content, Kind, pdf, zip};

/// Of a document so much is read, in bytes: a small file can be packed of any number.
pub(super) const MOST: usize = 8_000_000;

/// The words of a document, as far as they can be read; nothing of other files. Tags of Office
/// documents stay in it.
pub fn words(content: Content, bytes: &[u8]) -> String {
    let Content::Known(kind) = content else { return String::new() };
    match kind {
        // As for its facts: a damaged file must never take a build down.
        Kind::Pdf => catch_unwind(|| pdf::words(bytes)).unwrap_or_default(),
        Kind::Odt | Kind::Docx | Kind::Xlsx | Kind::Pptx => of_office(bytes),
        _ => String::new(),
    }
}

fn of_office(bytes: &[u8]) -> String {
    let mut words = String::new();
    for (data, is_packed) in zip::texts(bytes) {
        if words.len() > MOST {
            break;
        }
        let data = if is_packed { Cow::Owned(unpacked(data)) } else { Cow::Borrowed(data) };
        words.push_str(&String::from_utf8_lossy(&data));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ZIP file whose entries all stand for the same packed bytes.
    fn bomb(entries: u32) -> Vec<u8> {
        let block = {
            use std::io::Write as _;
            let mut packer =
                flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(&vec![b'x'; 900_000]).unwrap();
            packer.finish().unwrap()
        };
        let length = u32::try_from(block.len()).unwrap().to_le_bytes();
        let mut bytes = [&b"PK\x03\x04"[..], &[0; 22], &[5, 0, 0, 0], b"a.xml", &block].concat();
        let list = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        for _ in 0..entries {
            let line = [&b"PK\x01\x02"[..], &[0; 6], &[8, 0], &[0; 8], &length, &[0; 4], &[5, 0]];
            bytes.extend(line.concat());
            bytes.extend([&[0; 16][..], b"a.xml"].concat());
        }
        bytes.extend([&b"PK\x05\x06"[..], &[0; 12], &list, &[0; 2]].concat());
        bytes
    }

    #[test]
    fn what_is_packed_of_any_number_is_read_to_a_limit() {
        let docx = Content::Known(Kind::Docx);
        assert_eq!(words(docx, &bomb(2)).len(), 1_800_000);
        assert!(words(docx, &bomb(9000)).len() < MOST + 1_000_000);
    }
}
