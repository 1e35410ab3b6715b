//! Whether a document or a film says where it was recorded. These are not changed on their way, so
//! their editors are told.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;

use super::exif::{self, Exif};
use super::zip;
use super::{Content, Kind};

/// How much of an entry of an archive is looked at, in bytes: EXIF stands at the beginning.
const BEGINNING: usize = 100_000;

/// How many boxes of a film are looked at, and how much of the one that tells of the others.
const MOST_BOXES: usize = 1000;
const MOST_MOVIE: u64 = 16_000_000;

/// The most that an entry is unpacked to, in bytes.
const MOST: u64 = 1_000_000;

/// What texts about a picture call a place (XMP, EXIF part).
const XMP_PLACE: &[u8] = b"GPSLatitude";

/// Whether bytes say where something in them was recorded.
pub fn has_place(content: Content, bytes: &[u8]) -> bool {
    let Content::Known(kind) = content else { return false };
    match kind {
        Kind::Pdf => in_pictures(bytes),
        Kind::Odt | Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::Zip => {
            zip::pictures(bytes).any(|(data, is_packed)| {
                let data = data.get(..BEGINNING).unwrap_or(data);
                if is_packed { in_pictures(&unpacked(data)) } else { in_pictures(data) }
            })
        }
        Kind::Mp4 | Kind::Webm => {
            film_has_place(content, &mut Cursor::new(bytes)).unwrap_or_default()
        }
        Kind::Avif => in_pictures(bytes),
        _ => false,
    }
}

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}

/// Whether a picture somewhere in bytes has a place.
fn in_pictures(bytes: &[u8]) -> bool {
    let mut marks = memchr::memmem::find_iter(bytes, exif::HEAD);
    let is_placed = |at: usize| {
        let rest = bytes.get(at + exif::HEAD.len()..).unwrap_or_default();
        Exif::read(rest).has_place
    };
    marks.any(is_placed) || has(bytes, XMP_PLACE)
}

/// What was packed (RFC 1951), as far as it can be read: it may be cut off.
pub(super) fn unpacked(data: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let _ = DeflateDecoder::new(data).take(MOST).read_to_end(&mut unpacked);
    unpacked
}

/// Whether a film says where it was recorded; it may be of any length.
///
/// # Errors
/// When it cannot be read.
pub fn film_has_place(content: Content, film: &mut (impl Read + Seek)) -> io::Result<bool> {
    match content {
        Content::Known(Kind::Mp4) => {
            let parts = movie(film)?;
            Ok(boxes(&parts).any(is_placed))
        }
        Content::Known(Kind::Webm) => {
            // Its tags stand before what is shown, or behind it.
            let end = film.seek(SeekFrom::End(0))?;
            let mut parts = Vec::new();
            for at in [0, end.saturating_sub(BEGINNING as u64)] {
                film.seek(SeekFrom::Start(at))?;
                film.take(BEGINNING as u64).read_to_end(&mut parts)?;
            }
            Ok(has(&parts, b"LOCATION"))
        }
        _ => Ok(false),
    }
}

/// Whether a box beside the tracks of a film says a place: by Apple's names, or as 3GPP TS 26.244,
/// 8.2 does.
fn is_placed((name, data): (&[u8; 4], &[u8])) -> bool {
    match name {
        b"udta" => has(data, b"\xa9xyz") || has(data, b"loci") || has(data, b"location"),
        b"meta" => has(data, b"location"),
        _ => false,
    }
}

/// What a film says of itself: its box `moov` (ISO/IEC 14496-12, 8.2.1), wherever it stands.
fn movie(film: &mut (impl Read + Seek)) -> io::Result<Vec<u8>> {
    let (mut at, mut data) = (0_u64, Vec::new());
    for _ in 0..MOST_BOXES {
        film.seek(SeekFrom::Start(at))?;
        let mut head = [0; 16];
        let read = film.read(&mut head)?;
        let [a, b, c, d, name @ .., _, _, _, _, _, _, _, _] = head;
        let long = u64::from_be_bytes(*head.last_chunk().unwrap_or(&[0; 8]));
        let (start, length) = match u32::from_be_bytes([a, b, c, d]) {
            1 => (16, long),
            short => (8, u64::from(short)),
        };
        if read < 8 || length < start {
            break;
        }
        if &name == b"moov" {
            film.seek(SeekFrom::Start(at + start))?;
            film.take((length - start).min(MOST_MOVIE)).read_to_end(&mut data)?;
            break;
        }
        at = at.saturating_add(length);
    }
    Ok(data)
}

/// Boxes with their names.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let short = usize::try_from(u32::from_be_bytes(*bytes.first_chunk()?)).ok()?;
        let name = bytes.get(4..)?.first_chunk()?;
        let (head, length) = match short {
            0 => (8, bytes.len()),
            1 => {
                let long = u64::from_be_bytes(*bytes.get(8..)?.first_chunk()?);
                (16, usize::try_from(long).ok()?)
            }
            _ => (8, short),
        };
        let data = bytes.get(head..length)?;
        bytes = bytes.get(length..)?;
        Some((name, data))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A photograph that says where it was taken.
    const PLACED: &[u8] = b"\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\0";

    fn boxed(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len() + 8).unwrap().to_be_bytes();
        [&length, name.as_slice(), data].concat()
    }

    #[test]
    fn films_and_documents_say_places() {
        let film = |inner: Vec<u8>| {
            [boxed(b"ftyp", b"isom"), boxed(b"mdat", b"\xa9xyz"), boxed(b"moov", &inner)].concat()
        };
        let is_in = |kind, bytes: &[u8]| has_place(Content::Known(kind), bytes);
        let placed = film(boxed(b"udta", &boxed(b"\xa9xyz", b"+51.05+013.73/")));
        assert!(is_in(Kind::Mp4, &placed));
        let apple = boxed(b"meta", b"mdtacom.apple.quicktime.location.ISO6709");
        assert!(is_in(Kind::Mp4, &film(apple)));
        assert!(!is_in(Kind::Mp4, &film(boxed(b"udta", &boxed(b"\xa9nam", b"Titel")))));
        assert!(is_in(Kind::Pdf, &[b"%PDF-1.7\nstream\n", PLACED].concat()));
        assert!(!is_in(Kind::Pdf, b"%PDF-1.7\nstream\nExif\0\0MM\0*\0\0\0\x08\0\0"));
        for end in 0..placed.len() {
            is_in(Kind::Mp4, &placed[..end]);
        }
    }

    /// The packed bytes are one block without compression (RFC 1951, 3.2.4).
    #[test]
    fn what_is_packed_is_unpacked() {
        let length = u16::try_from(PLACED.len()).unwrap();
        let head = [&[1], &length.to_le_bytes()[..], &(!length).to_le_bytes()].concat();
        assert_eq!(unpacked(&[&head, PLACED].concat()), PLACED);
    }
}
