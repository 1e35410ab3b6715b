//! What is known of a picture without looking at its pixels, and what of it is published.

use std::borrow::Cow;

use super::chunks;
use super::jpeg::{self, Frame};
use super::{Content, Kind};

/// More pixels are not read: a telephone has 12 to 200 million, and a file of a few bytes can
/// claim any number.
const MOST_PIXELS: u64 = 120_000_000;

/// What is known of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// In pixels, as it is shown.
    pub width: u32,
    /// In pixels, as it is shown.
    pub height: u32,
    /// Whether smaller ones can be made of it as JPEG: nothing shines through, nothing moves.
    pub is_photo: bool,
    /// Whether its end is there.
    pub is_whole: bool,
}

impl Picture {
    /// What is known of bytes; nothing of those that are no picture with pixels, or of a kind
    /// whose head is not read.
    pub fn of(content: Content, bytes: &[u8]) -> Option<Self> {
        let Content::Known(kind) = content else { return None };
        let (width, height, is_photo, orientation) = match kind {
            Kind::Jpeg => {
                let frame = Frame::of(bytes)?;
                (frame.width, frame.height, frame.is_common, frame.orientation)
            }
            Kind::Png => chunks::png_facts(bytes)?,
            Kind::Webp => {
                let (width, height, orientation) = chunks::webp_facts(bytes)?;
                (width, height, false, orientation)
            }
            Kind::Gif => {
                let (width, height) = chunks::gif_facts(bytes)?;
                (width, height, false, 1)
            }
            _ => return None,
        };
        let is_whole = kind != Kind::Jpeg || jpeg::is_whole(bytes);
        let is_photo = is_photo && u64::from(width) * u64::from(height) <= MOST_PIXELS;
        // From 5 on it lies on its side (EXIF 2.32, 4.6.5).
        let (width, height) = if orientation > 4 { (height, width) } else { (width, height) };
        Some(Picture { width, height, is_photo, is_whole })
    }
}

/// A picture as it is published: every pixel, how it is turned, its colours, credit and rights,
/// and nothing else that a camera or a program wrote into it. Other files stay as they are.
pub fn cleaned(content: Content, bytes: &[u8]) -> Cow<'_, [u8]> {
    let Content::Known(kind) = content else { return bytes.into() };
    let clean = match kind {
        Kind::Jpeg => jpeg::cleaned(bytes),
        Kind::Png => chunks::png(bytes),
        Kind::Webp => chunks::webp(bytes),
        Kind::Gif => chunks::gif(bytes),
        _ => return bytes.into(),
    };
    if clean == bytes { bytes.into() } else { clean.into() }
}
