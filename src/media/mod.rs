//! What the bytes of a picture or a document are, whatever its name says. Names are typed; a
//! photograph of a telephone may be called `.jpg` and be something that no browser shows. Only
//! looks at bytes that others have read.

mod chunks;
pub mod exif;
mod foreign;
mod iptc;
mod jpeg;
mod kind;
mod pdf;
mod picture;
mod place;
mod svg;
mod words;
mod xmp;
mod zip;

pub use kind::Kind;
pub use pdf::Pdf;
pub use picture::{Picture, cleaned};
pub use place::{film_has_place, has_place};
pub use svg::line_of_fault;
pub use words::words;

/// What the first bytes of a file say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// It has no bytes.
    Empty,
    /// A kind that may be published.
    Known(Kind),
    /// An SVG that browsers would run: with a script, or with a page inside.
    ActiveSvg,
    /// An SVG that would load something from another host.
    ForeignSvg,
    /// A photograph of an Apple device (ISO/IEC 23008-12), which most browsers do not show.
    Heic,
    /// A picture for print (TIFF 6.0), which most browsers do not show.
    Tiff,
    /// A document of Word, Excel or PowerPoint before 2007.
    OldOffice,
    /// Something else.
    Other,
}

impl Content {
    /// What bytes are.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Content::Empty;
        }
        // JPEG, PNG and GIF: HTML 4.8.3 and MIME Sniffing 6.1 name the same bytes.
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Content::Known(Kind::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Content::Known(Kind::Png),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Content::Known(Kind::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                Content::Known(Kind::Webp)
            }
            [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Content::Tiff,
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Content::OldOffice,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => boxes(bytes),
            [_, _, _, _, b'm', b'o', b'o', b'v', ..] => Content::Known(Kind::Mp4),
            [0x1a, 0x45, 0xdf, 0xa3, ..] => known_if(has_early(bytes, b"webm"), Kind::Webm),
            [b'O', b'g', b'g', b'S', ..] => Content::Known(Kind::Ogg),
            [b'I', b'D', b'3', ..] => Content::Known(Kind::Mp3),
            // Eleven bits of synchronisation, then layer III (ISO/IEC 11172-3, 2.4.2.3).
            [0xff, second, ..] if second & 0xe6 == 0xe2 => Content::Known(Kind::Mp3),
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Content::Known(zip::kind(bytes)),
            // Readers look for the header in the first 1024 bytes (ISO 32000-1, annex H.3).
            _ if has_early(bytes, b"%PDF-") => Content::Known(Kind::Pdf),
            _ => text(bytes),
        }
    }
}

fn known_if(is_known: bool, kind: Kind) -> Content {
    if is_known { Content::Known(kind) } else { Content::Other }
}

/// Whether something stands in the first 1024 bytes.
fn has_early(bytes: &[u8], wanted: &[u8]) -> bool {
    let early = bytes.get(..1024).unwrap_or(bytes);
    memchr::memmem::find(early, wanted).is_some()
}

/// Files of boxes (ISO/IEC 14496-12) say their brand first, then those they are compatible with.
fn boxes(bytes: &[u8]) -> Content {
    let size = bytes.first_chunk().map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let brands = bytes.get(8..size.clamp(8, 512).min(bytes.len())).unwrap_or_default();
    let mut brands = brands.chunks_exact(4);
    let is = |brand: &[u8], names: [&[u8; 4]; 4]| names.iter().any(|name| brand == *name);
    let is_avif = |brand: &[u8]| brand == b"avif" || brand == b"avis";
    match brands.next() {
        Some(brand) if is_avif(brand) => Content::Known(Kind::Avif),
        Some(brand)
            if is(brand, [b"heic", b"heix", b"hevc", b"hevx"])
                || is(brand, [b"heim", b"heis", b"mif1", b"msf1"]) =>
        {
            // The brand after the first is the minor version.
            if brands.any(is_avif) { Content::Known(Kind::Avif) } else { Content::Heic }
        }
        _ => Content::Known(Kind::Mp4),
    }
}

/// Captions begin with their name (WebVTT 4.1), calendars too (RFC 5545 3.4), and an SVG is one
/// when it is well-formed XML.
fn text(bytes: &[u8]) -> Content {
    let Ok(text) = std::str::from_utf8(bytes) else { return Content::Other };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let begins = |with: &str| {
        let start = text.trim_start().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    if begins("WEBVTT") {
        Content::Known(Kind::Vtt)
    } else if begins("BEGIN:VCALENDAR") {
        Content::Known(Kind::Ics)
    } else if begins("<") {
        svg::content(text)
    } else {
        Content::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(kind: Kind) -> Content {
        Content::Known(kind)
    }

    #[test]
    fn the_first_bytes_say_what_it_is() {
        for (bytes, expected) in [
            (&b""[..], Content::Empty),
            (b"\xff\xd8\xff\xe0", known(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", known(Kind::Png)),
            (b"GIF89a", known(Kind::Gif)),
            (b"RIFF\0\0\0\0WEBPVP8 ", known(Kind::Webp)),
            (b"RIFF\0\0\0\0WAVEfmt ", Content::Other),
            (b"II*\0", Content::Tiff),
            (b"MM\0*", Content::Tiff),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Content::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Content::Heic),
            (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", known(Kind::Avif)),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", known(Kind::Avif)),
            // What stands behind the box is no brand.
            (b"\0\0\0\x14ftypheic\0\0\0\0mif1avif", Content::Heic),
            (b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2", known(Kind::Mp4)),
            (b"\0\0\0\x10ftyp", known(Kind::Mp4)),
            (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", known(Kind::Webm)),
            (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska", Content::Other),
            (b"OggS\0", known(Kind::Ogg)),
            (b"ID3\x04", known(Kind::Mp3)),
            (b"\xff\xfb\x90\x64", known(Kind::Mp3)),
            (b"%PDF-1.7\n", known(Kind::Pdf)),
            (b"\n\n%PDF-1.4", known(Kind::Pdf)),
            (b"\xef\xbb\xbfWEBVTT\n", known(Kind::Vtt)),
            (b"BEGIN:VCALENDAR\r\n", known(Kind::Ics)),
            (b"PK\x05\x06", known(Kind::Zip)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content::OldOffice),
            (b"<!doctype html><title>x</title>", Content::Other),
            (b"only text", Content::Other),
            (b"\xff", Content::Other),
        ] {
            assert_eq!(Content::of(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn any_beginning_of_any_file_is_read_without_a_fault() {
        for start in [&b"\0\0\0\x18ftypmif1\0\0\0\0"[..], b"PK\x03\x04mimetype", b"<svg a='&x;'>"] {
            for end in 0..=start.len() {
                let _ = Content::of(start.get(..end).unwrap());
            }
        }
    }
}
