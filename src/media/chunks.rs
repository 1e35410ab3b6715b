//! PNG, WebP and GIF as rows of blocks: what is published of one has every pixel, its colours and
//! its credit, and nothing that a camera or a program says of itself.

use flate2::Crc;

use super::exif::{self, Exif};
use super::xmp;

const PNG_HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Texts of a PNG that stay (PNG 3, 11.3.3.2).
const PNG_TEXTS: [&[u8]; 3] = [b"Author\0", b"Copyright\0", b"Disclaimer\0"];
const PNG_XMP: &[u8] = b"XML:com.adobe.xmp\0\0\0\0\0";
/// What stays beside the chunks that a reader must know: colours, density, movement
/// (PNG 3, 11.3).
const PNG_KEPT: [&[u8; 4]; 16] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD",
    b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

/// The chunks of a PNG: type, data, and all their bytes.
fn png_chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8], &[u8])> {
    let mut rest = bytes.strip_prefix(PNG_HEAD).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let name = rest.get(4..)?.first_chunk()?;
        let end = length.checked_add(12)?;
        // Of pixels that are cut off a browser shows what is there.
        if rest.len() < end && name == b"IDAT" {
            let all = std::mem::take(&mut rest);
            return Some((name, all, all));
        }
        let (data, all) = (rest.get(8..8 + length)?, rest.get(..end)?);
        // Nothing behind the end belongs to the picture.
        rest = if name == b"IEND" { &[] } else { rest.get(end..)? };
        Some((name, data, all))
    })
}

/// A PNG as it is published.
pub fn png(bytes: &[u8]) -> Vec<u8> {
    let mut clean = PNG_HEAD.to_vec();
    for (name, data, all) in png_chunks(bytes) {
        // A capital first letter: no picture without it (5.4).
        let is_needed =
            name.first().is_some_and(u8::is_ascii_uppercase) || PNG_KEPT.contains(&name);
        let is_text = matches!(name, b"tEXt" | b"zTXt" | b"iTXt");
        if is_needed || is_text && PNG_TEXTS.iter().any(|key| data.starts_with(key)) {
            clean.extend(all);
        } else if name == b"eXIf" {
            if let Some(exif) = Exif::read(data).written() {
                png_chunk(&mut clean, name, &exif);
            }
        } else if let Some(packet) = data.strip_prefix(PNG_XMP).and_then(xmp::kept) {
            png_chunk(&mut clean, name, &[PNG_XMP, &packet].concat());
        }
    }
    clean
}

fn png_chunk(bytes: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let Ok(length) = u32::try_from(data.len()) else { return };
    bytes.extend(length.to_be_bytes());
    bytes.extend(name);
    bytes.extend(data);
    let mut sum = Crc::new();
    sum.update(name);
    sum.update(data);
    bytes.extend(sum.sum().to_be_bytes());
}

/// What the head of a PNG says: width, height, whether it is in true colours or greys without
/// anything that shines through or moves, and how it is turned.
pub fn png_facts(bytes: &[u8]) -> Option<(u32, u32, bool, u16)> {
    let mut chunks = png_chunks(bytes);
    let (b"IHDR", head, _) = chunks.next()? else { return None };
    let width = u32::from_be_bytes(*head.first_chunk()?);
    let height = u32::from_be_bytes(*head.get(4..)?.first_chunk()?);
    // Fewer bits are a drawing.
    let mut is_opaque = *head.get(8)? >= 8 && matches!(head.get(9)?, 0 | 2);
    let mut orientation = 1;
    for (name, data, _) in chunks.take_while(|(name, ..)| *name != b"IDAT") {
        is_opaque &= !matches!(name, b"tRNS" | b"acTL");
        if name == b"eXIf" {
            orientation = Exif::read(data).orientation.unwrap_or(1);
        }
    }
    (width > 0 && height > 0).then_some((width, height, is_opaque, orientation))
}

/// The chunks of a WebP: type and data.
fn webp_chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = bytes.get(12..).unwrap_or_default();
    std::iter::from_fn(move || {
        let name = rest.first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
        // Of pixels that are cut off a browser shows what is there.
        let data = rest.get(8..)?;
        let data = data.get(..length).unwrap_or(data);
        rest = rest.get(8_usize.checked_add(length)? + length % 2..).unwrap_or_default();
        Some((name, data))
    })
}

/// A WebP as it is published (RFC 9649, 2.7).
pub fn webp(bytes: &[u8]) -> Vec<u8> {
    let mut chunks: Vec<(&[u8; 4], Vec<u8>)> = Vec::new();
    for (name, data) in webp_chunks(bytes) {
        match name {
            b"EXIF" => {
                let exif = Exif::read(data.strip_prefix(exif::HEAD).unwrap_or(data));
                chunks.extend(exif.written().map(|exif| (name, exif)));
            }
            b"XMP " => chunks.extend(xmp::kept(data).map(|packet| (name, packet))),
            b"VP8X" | b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => {
                chunks.push((name, data.to_vec()));
            }
            _ => {}
        }
    }
    let has = |wanted: &[u8; 4]| chunks.iter().any(|(name, _)| *name == wanted);
    let (has_exif, has_xmp) = (has(b"EXIF"), has(b"XMP "));
    if let Some((_, head)) = chunks.iter_mut().find(|(name, _)| *name == b"VP8X")
        && let Some(flags) = head.first_mut()
    {
        *flags = *flags & !0x0c | u8::from(has_exif) << 3 | u8::from(has_xmp) << 2;
    }
    let mut body = b"WEBP".to_vec();
    for (name, data) in &chunks {
        let Ok(length) = u32::try_from(data.len()) else { continue };
        body.extend(*name);
        body.extend(length.to_le_bytes());
        body.extend(data);
        body.extend(vec![0; data.len() % 2]);
    }
    let length = u32::try_from(body.len()).unwrap_or_default();
    [b"RIFF", &length.to_le_bytes()[..], &body].concat()
}

/// Width and height of a WebP, and how it is turned.
pub fn webp_facts(bytes: &[u8]) -> Option<(u32, u32, u16)> {
    let short = |bytes: &[u8]| Some(u32::from(u16::from_le_bytes(*bytes.first_chunk()?)));
    let mut size = None;
    let mut orientation = 1;
    for (name, data) in webp_chunks(bytes) {
        let read = match name {
            b"VP8X" => {
                let three = |at: usize| {
                    let &[a, b, c] = data.get(at..)?.first_chunk()?;
                    Some(u32::from_le_bytes([a, b, c, 0]) + 1)
                };
                three(4).zip(three(7))
            }
            b"VP8 " => {
                let side = |at: usize| Some(short(data.get(at..)?)? & 0x3fff);
                side(6).zip(side(8))
            }
            b"VP8L" => data.get(1..).and_then(|data| data.first_chunk()).map(|bits| {
                let bits = u32::from_le_bytes(*bits);
                ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
            }),
            b"EXIF" => {
                let exif = Exif::read(data.strip_prefix(exif::HEAD).unwrap_or(data));
                orientation = exif.orientation.unwrap_or(1);
                None
            }
            _ => None,
        };
        size = size.or(read);
    }
    let (width, height) = size.filter(|(width, height)| *width > 0 && *height > 0)?;
    Some((width, height, orientation))
}

/// A GIF as it is published: without comments, and of the extensions of programs with the one
/// that says how often it is repeated (GIF89a, 24 and 26).
pub fn gif(bytes: &[u8]) -> Vec<u8> {
    let Some(parts) = gif_parts(bytes) else { return bytes.to_vec() };
    let is_kept = |part: &&[u8]| match part {
        [0x21, 0xfe, ..] => false,
        [0x21, 0xff, 11, rest @ ..] => {
            rest.starts_with(b"NETSCAPE2.0") || rest.starts_with(b"ANIMEXTS1.0")
        }
        _ => true,
    };
    parts.into_iter().filter(is_kept).collect::<Vec<_>>().concat()
}

/// The parts of a GIF: its head, then block by block, up to its end.
fn gif_parts(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut parts = vec![bytes.get(..at)?];
    loop {
        let start = at;
        at += match bytes.get(at)? {
            0x21 => 2,
            0x2c => 11 + colours(*bytes.get(at + 9)?),
            0x3b => {
                parts.push(bytes.get(at..=at)?);
                return Some(parts);
            }
            _ => return None,
        };
        // Blocks with their lengths before them; an empty one ends.
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
        parts.push(bytes.get(start..at)?);
    }
}

/// Width and height of a GIF.
pub fn gif_facts(bytes: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?)));
    side(6).zip(side(8)).filter(|(width, height)| *width > 0 && *height > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut bytes = PNG_HEAD.to_vec();
        chunks.iter().for_each(|(name, data)| png_chunk(&mut bytes, name, data));
        bytes
    }

    const IHDR: (&[u8; 4], &[u8]) = (b"IHDR", &[0, 0, 0, 40, 0, 0, 0, 20, 8, 2, 0, 0, 0]);

    /// CRC-32/ISO-HDLC, whose check value for "123456789" is published.
    #[test]
    fn a_chunk_ends_with_the_check_sum_of_the_standard() {
        let mut bytes = Vec::new();
        png_chunk(&mut bytes, b"1234", b"56789");
        assert_eq!(bytes, b"\0\0\0\x05123456789\xcb\xf4\x39\x26");
    }

    #[test]
    fn a_png_loses_what_programs_say() {
        let pixels = (b"IDAT", &b"xyz"[..]);
        let author = (b"tEXt", &b"Author\0Erika Muster"[..]);
        let end = (b"IEND", &b""[..]);
        let plain = png_of(&[IHDR, (b"sRGB", &[0]), author, pixels, end]);
        assert_eq!(png(&plain), plain);
        let more = [
            IHDR,
            (b"sRGB", &[0]),
            author,
            (b"tEXt", b"Software\0Paint"),
            (b"tIME", &[7, 0xe8, 1, 1, 1, 1, 1]),
            (b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\0"),
            pixels,
            end,
        ];
        let more = [png_of(&more), b"behind".to_vec()].concat();
        assert_eq!(png(&more), plain);
        assert_eq!(png_facts(&more), Some((40, 20, true, 1)));
        for cut in 0..more.len() {
            png(&more[..cut]);
            png_facts(&more[..cut]);
        }
    }

    #[test]
    fn what_shines_through_or_has_few_colours_is_no_photograph() {
        let pixels = (b"IDAT", &b"xyz"[..]);
        for (kind, extra) in [(6, b"gAMA"), (3, b"gAMA"), (2, b"tRNS"), (2, b"acTL")] {
            let mut head = IHDR.1.to_vec();
            head[9] = kind;
            let bytes = png_of(&[(b"IHDR", &head), (extra, &[]), pixels]);
            assert_eq!(png_facts(&bytes).map(|facts| facts.2), Some(false), "{kind}");
        }
    }

    #[test]
    fn a_webp_loses_its_place_and_says_so_in_its_head() {
        let chunk = |name: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap().to_le_bytes();
            [name.as_slice(), &length, data, &vec![0; data.len() % 2]].concat()
        };
        let file = |parts: &[Vec<u8>]| {
            let body = [b"WEBP".to_vec(), parts.concat()].concat();
            let length = u32::try_from(body.len()).unwrap().to_le_bytes();
            [b"RIFF".to_vec(), length.to_vec(), body].concat()
        };
        let head = |flags: u8| chunk(b"VP8X", &[flags, 0, 0, 0, 39, 0, 0, 19, 0, 0]);
        let pixels = chunk(b"VP8 ", b"abc");
        let place = b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\0";
        let with = file(&[head(0x28), pixels.clone(), chunk(b"EXIF", place)]);
        assert_eq!(webp(&with), file(&[head(0x20), pixels]));
        assert_eq!(webp_facts(&with), Some((40, 20, 1)));
        for cut in 0..with.len() {
            webp(&with[..cut]);
            webp_facts(&with[..cut]);
        }
    }

    #[test]
    fn a_gif_loses_comments() {
        let head = b"GIF89a\x28\0\x14\0\0\0\0".to_vec();
        let picture = b"\x2c\0\0\0\0\x28\0\x14\0\0\x02\x01x\0".to_vec();
        let repeats = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0".to_vec();
        let comment = b"\x21\xfe\x04text\0".to_vec();
        let packet = b"\x21\xff\x0bXMP DataXMP\x02<x\0".to_vec();
        let end = vec![0x3b];
        let plain = [head.clone(), repeats.clone(), picture.clone(), end.clone()].concat();
        let full = [head, comment, repeats, packet, picture, end, b"behind".to_vec()].concat();
        assert_eq!(gif(&full), plain);
        assert_eq!(gif(&plain), plain);
        assert_eq!(gif_facts(&full), Some((40, 20)));
        for cut in 0..full.len() {
            gif(&full[..cut]);
        }
    }
}
