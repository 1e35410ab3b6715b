//! Office documents are ZIP files that hold a known part (ISO/IEC 29500-2; ODF 1.3 part 2, 3.3):
//! the list at the end of the file says which (APPNOTE 6.3, 4.3.12).

use super::Kind;

/// The longest end of a ZIP file: its record and the longest comment.
const END: usize = 22 + 0xffff;
/// How many entries are looked at: the known part is among the first.
const ENTRIES: usize = 10_000;

/// Which kind of ZIP file bytes are.
pub fn kind(bytes: &[u8]) -> Kind {
    // The first entry is not compressed, so that it can be told by its first bytes.
    let open_document = b"mimetypeapplication/vnd.oasis.opendocument.text";
    if bytes.get(30..).is_some_and(|rest| {
        let behind = rest.get(open_document.len()).copied();
        rest.starts_with(open_document) && behind != Some(b'-')
    }) {
        return Kind::Odt;
    }
    let parts: [(&[u8], Kind); 3] =
        [(b"word/", Kind::Docx), (b"xl/", Kind::Xlsx), (b"ppt/", Kind::Pptx)];
    let mut has_types = false;
    let mut found = None;
    for Entry { name, .. } in entries(bytes).unwrap_or_default() {
        has_types |= name == b"[Content_Types].xml";
        let part = parts.iter().find(|(folder, _)| name.starts_with(folder));
        found = found.or(part.map(|(_, kind)| *kind));
    }
    found.filter(|_| has_types).unwrap_or(Kind::Zip)
}

/// A line of the list.
struct Entry<'b> {
    name: &'b [u8],
    /// Where its head stands.
    at: usize,
    /// How many bytes it has as it is stored.
    length: usize,
    is_packed: bool,
}

/// The list.
fn entries(bytes: &[u8]) -> Option<Vec<Entry<'_>>> {
    let tail = bytes.len().saturating_sub(END);
    let end = tail + memchr::memmem::rfind(bytes.get(tail..)?, b"PK\x05\x06")?;
    let mut at = number(bytes, end + 16, 4)?;
    let mut entries = Vec::new();
    while entries.len() < ENTRIES && bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let [name, extra, comment] =
            [number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?];
        entries.push(Entry {
            name: bytes.get(at + 46..at + 46 + name)?,
            at: number(bytes, at + 42, 4)?,
            length: number(bytes, at + 20, 4)?,
            is_packed: number(bytes, at + 10, 2)? != 0,
        });
        at += 46 + name + extra + comment;
    }
    Some(entries)
}

/// How many entries of a kind are looked into: all can stand for the same bytes.
const LOOKED_INTO: usize = 1000;

/// The bytes of the photographs in it, and whether they are packed.
pub fn pictures(bytes: &[u8]) -> impl Iterator<Item = (&[u8], bool)> {
    ending_with(bytes, &[".jpg", ".jpeg", ".tif", ".tiff", ".heic"])
}

/// The same of its texts.
pub fn texts(bytes: &[u8]) -> impl Iterator<Item = (&[u8], bool)> {
    ending_with(bytes, &[".xml"])
}

/// The bytes of the entries whose names end so, and whether they are packed.
fn ending_with<'b>(
    bytes: &'b [u8],
    endings: &'static [&str],
) -> impl Iterator<Item = (&'b [u8], bool)> {
    let is_meant = |entry: &Entry<'_>| {
        let name = entry.name.to_ascii_lowercase();
        endings.iter().any(|end| name.ends_with(end.as_bytes()))
    };
    let entries = entries(bytes).unwrap_or_default().into_iter().filter(is_meant);
    entries.take(LOOKED_INTO).filter_map(move |entry| {
        let at = entry.at;
        let start = at + 30 + number(bytes, at + 26, 2)? + number(bytes, at + 28, 2)?;
        let rest = bytes.get(start..)?;
        Some((rest.get(..entry.length).unwrap_or(rest), entry.is_packed))
    })
}

/// A number of some bytes, the least first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ZIP file with empty entries of these names.
    fn zip(names: &[&str]) -> Vec<u8> {
        let (mut files, mut list) = (Vec::new(), Vec::new());
        for name in names {
            let length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let at = u32::try_from(files.len()).unwrap().to_le_bytes();
            files.extend(b"PK\x03\x04");
            files.extend([0; 22]);
            files.extend(length);
            files.extend([0; 2]);
            files.extend(name.as_bytes());
            list.extend(b"PK\x01\x02");
            list.extend([0; 24]);
            list.extend(length);
            list.extend([0; 12]);
            list.extend(at);
            list.extend(name.as_bytes());
        }
        let at = u32::try_from(files.len()).unwrap().to_le_bytes();
        let mut end = b"PK\x05\x06".to_vec();
        end.extend([0; 12]);
        end.extend(at);
        end.extend([0; 2]);
        [files, list, end].concat()
    }

    #[test]
    fn a_known_part_says_which_document_it_is() {
        for (names, expected) in [
            (&["[Content_Types].xml", "word/document.xml"][..], Kind::Docx),
            (&["[Content_Types].xml", "docProps/app.xml", "xl/workbook.xml"], Kind::Xlsx),
            (&["ppt/presentation.xml", "[Content_Types].xml"], Kind::Pptx),
            // A word processor's folder in an archive is still an archive.
            (&["word/brief.docx"], Kind::Zip),
            (&["mimetypeapplication/vnd.oasis.opendocument.text"], Kind::Odt),
            (&["mimetypeapplication/vnd.oasis.opendocument.text-template"], Kind::Zip),
            (&["bilder/a.jpg"], Kind::Zip),
            (&[], Kind::Zip),
        ] {
            assert_eq!(kind(&zip(names)), expected, "{names:?}");
        }
    }

    #[test]
    fn a_damaged_list_is_no_fault() {
        let whole = zip(&["[Content_Types].xml", "word/document.xml"]);
        for end in 0..whole.len() {
            kind(&whole[..end]);
            let mut damaged = whole.clone();
            damaged[end] = 0xff;
            kind(&damaged);
        }
    }
}
