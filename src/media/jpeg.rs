//! A JPEG as a row of segments (ISO/IEC 10918-1, B.1): what is published of one has every pixel,
//! its colours and its credit, and nothing that a camera or a program says of itself.

use super::exif::{self, Exif};
use super::iptc;
use super::xmp;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const COMMENT: u8 = 0xfe;
const ICC: &[u8] = b"ICC_PROFILE\0";
const JFIF: &[u8] = b"JFIF\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// A part of a JPEG behind its start.
enum Part<'b> {
    /// A segment with its marker, without its length.
    Segment(u8, &'b [u8]),
    /// What follows a segment [`SCAN`]: pixels.
    Pixels(&'b [u8]),
}

/// The parts of a JPEG in their order.
struct Parts<'b> {
    rest: &'b [u8],
    is_in_scan: bool,
    /// Whether the end was reached that a whole file has.
    is_whole: bool,
}

impl<'b> Parts<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        let rest = bytes.strip_prefix(&[0xff, START]).unwrap_or_default();
        Parts { rest, is_in_scan: false, is_whole: false }
    }
}

impl<'b> Iterator for Parts<'b> {
    type Item = Part<'b>;

    fn next(&mut self) -> Option<Part<'b>> {
        if std::mem::take(&mut self.is_in_scan) {
            let (pixels, rest) = self.rest.split_at(end_of_pixels(self.rest));
            self.rest = rest;
            return Some(Part::Pixels(pixels));
        }
        let (marker, rest) = next_marker(self.rest)?;
        if marker == END {
            self.is_whole = true;
            self.rest = &[];
            return None;
        }
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        let data = rest.get(2..length)?;
        self.rest = rest.get(length..)?;
        self.is_in_scan = marker == SCAN;
        Some(Part::Segment(marker, data))
    }
}

/// The next marker, and what follows it. Fill bytes may stand before it (B.1.1.2); what else does is
/// passed over, as browsers do.
fn next_marker(mut bytes: &[u8]) -> Option<(u8, &[u8])> {
    loop {
        bytes = bytes.get(memchr::memchr(0xff, bytes)?..)?;
        let at = bytes.iter().position(|byte| *byte != 0xff)?;
        let marker = *bytes.get(at)?;
        bytes = bytes.get(at + 1..)?;
        if marker != 0 {
            return Some((marker, bytes));
        }
    }
}

/// Where the next marker stands that is none of those inside of pixels (B.1.1.5, E.1.2).
fn end_of_pixels(bytes: &[u8]) -> usize {
    let mut marks = memchr::memchr_iter(0xff, bytes);
    let ends = |at: &usize| !matches!(bytes.get(at + 1), None | Some(0 | 0xff | 0xd0..=0xd7));
    marks.find(ends).unwrap_or(bytes.len())
}

/// What is known of a JPEG without looking at its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// In pixels, as they are stored.
    pub width: u32,
    /// In pixels, as they are stored.
    pub height: u32,
    /// Whether it is of the kinds that are read: eight bits, not lossless, not arithmetic.
    pub is_common: bool,
    /// How it is turned (EXIF 2.32, 4.6.5).
    pub orientation: u16,
}

impl Frame {
    /// Reads the head of a JPEG.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let mut orientation = 1;
        for part in Parts::of(bytes) {
            let Part::Segment(marker, data) = part else { return None };
            match marker {
                0xe1 if data.starts_with(exif::HEAD) => {
                    let exif = Exif::read(data.get(exif::HEAD.len()..)?);
                    orientation = exif.orientation.unwrap_or(orientation);
                }
                // Every start of a frame; the three others are tables (table B.1).
                0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                    let [precision, h1, h2, w1, w2, parts] = *data.first_chunk()?;
                    let (height, width) =
                        (u16::from_be_bytes([h1, h2]), u16::from_be_bytes([w1, w2]));
                    let is_common = marker <= 0xc2 && precision == 8 && matches!(parts, 1 | 3 | 4);
                    return (width > 0 && height > 0).then(|| Frame {
                        width: width.into(),
                        height: height.into(),
                        is_common,
                        orientation,
                    });
                }
                _ => {}
            }
        }
        None
    }
}

/// A JPEG as it is published. One that is cut off stays cut off.
pub fn cleaned(bytes: &[u8]) -> Vec<u8> {
    let mut parts = Parts::of(bytes);
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend([0xff, START]);
    for part in parts.by_ref() {
        match part {
            Part::Pixels(pixels) => clean.extend(pixels),
            Part::Segment(marker, data) => {
                if let Some(data) = kept(marker, data) {
                    segment(&mut clean, marker, &data);
                }
            }
        }
    }
    if parts.is_whole {
        clean.extend([0xff, END]);
    }
    clean
}

/// Whether a JPEG has its end. One without was cut off on its way here.
pub fn is_whole(bytes: &[u8]) -> bool {
    let mut parts = Parts::of(bytes);
    parts.by_ref().for_each(drop);
    parts.is_whole
}

/// What stays of a segment.
fn kept(marker: u8, data: &[u8]) -> Option<std::borrow::Cow<'_, [u8]>> {
    let with = |head: &[u8], rest: Vec<u8>| Some([head, &rest].concat().into());
    match marker {
        0xe0 => {
            // Without the preview that may follow (JFIF 1.02).
            let mut head = data.strip_prefix(JFIF)?.get(..7)?.to_vec();
            head.extend([0, 0]);
            with(JFIF, head)
        }
        0xe1 if data.starts_with(exif::HEAD) => {
            let exif = Exif::read(data.get(exif::HEAD.len()..)?);
            with(exif::HEAD, exif.written()?)
        }
        0xe1 => with(XMP, xmp::kept(data.strip_prefix(XMP)?)?),
        0xe2 => data.starts_with(ICC).then(|| data.into()),
        0xed => with(PHOTOSHOP, iptc::kept(data.strip_prefix(PHOTOSHOP)?)?),
        // How colours are stored (ISO/IEC 10918-6, 6.5.3).
        0xee => data.starts_with(b"Adobe").then(|| data.into()),
        0xe0..=0xef | COMMENT => None,
        _ => Some(data.into()),
    }
}

fn segment(bytes: &mut Vec<u8>, marker: u8, data: &[u8]) {
    let Ok(length) = u16::try_from(data.len() + 2) else { return };
    bytes.extend([0xff, marker]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(data);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(segments: &[(u8, &[u8])], rest: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0xff, START];
        for (marker, data) in segments {
            segment(&mut bytes, *marker, data);
        }
        bytes.extend(rest);
        bytes
    }

    const FRAME: (u8, &[u8]) = (0xc0, &[8, 0, 20, 0, 40, 1, 1, 0x11, 0]);
    const SCAN_HEAD: (u8, &[u8]) = (SCAN, &[1, 1, 0, 0, 63, 0]);
    /// Pixels with a byte 0xff, a restart, and the end.
    const PIXELS: &[u8] = &[1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, END];

    #[test]
    fn pixels_and_colours_stay_byte_for_byte_and_what_programs_say_goes() {
        let profile = (0xe2, &b"ICC_PROFILE\0\x01\x01abc"[..]);
        let adobe = (0xee, &b"Adobe\0\x64\0\0\0\0\x01"[..]);
        let jfif = (0xe0, &b"JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\0\0"[..]);
        let plain = jpeg(&[jfif, profile, adobe, FRAME, SCAN_HEAD], PIXELS);
        assert_eq!(cleaned(&plain), plain, "nothing to take away");
        let preview = (0xe0, &b"JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\x01\x01rgb"[..]);
        let extra: [(u8, &[u8]); 4] = [
            (COMMENT, b"CREATOR: x"),
            (0xe2, b"MPF\0II*\0"),
            (0xe1, b"http://ns.adobe.com/xmp/extension/\0x"),
            (0xe5, b"SAMSUNG"),
        ];
        let mut segments = vec![preview];
        segments.extend(extra);
        segments.extend([profile, adobe, FRAME, SCAN_HEAD]);
        let mut full = jpeg(&segments, PIXELS);
        full.extend(b"\xff\xd8 a film behind the picture");
        assert_eq!(cleaned(&full), plain);
    }

    #[test]
    fn the_head_says_the_size() {
        let frame = Frame::of(&jpeg(&[FRAME], b"")).unwrap();
        assert_eq!((frame.width, frame.height, frame.orientation), (40, 20, 1));
        assert!(frame.is_common);
        // Lossless, and twelve bits.
        for (marker, precision) in [(0xc3, 8), (0xc1, 12)] {
            let frame = (marker, &[precision, 0, 20, 0, 40, 1, 1, 0x11, 0][..]);
            assert!(!Frame::of(&jpeg(&[frame], b"")).unwrap().is_common);
        }
        assert_eq!(Frame::of(b"\xff\xd8\xff\xe0"), None);
    }

    #[test]
    fn one_that_is_cut_off_is_no_fault() {
        let whole = jpeg(&[(0xe1, b"Exif\0\0MM\0*\0\0\0\x08"), FRAME, SCAN_HEAD], PIXELS);
        assert!(is_whole(&whole));
        for end in 0..whole.len() {
            cleaned(&whole[..end]);
            let _ = Frame::of(&whole[..end]);
            assert!(!is_whole(&whole[..end]));
        }
    }
}
