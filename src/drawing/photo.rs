//! Smaller sizes of a photograph: upright, as JPEG, with its colours and its credit.
//!
//! The same bytes come out on every machine. Reading a JPEG and scaling bytes are done in whole
//! numbers, with the same results whether a processor takes one or sixteen at a time; the weights
//! of a Catmull-Rom filter are made of sums and products, which IEEE 754 rounds in one way (a
//! Lanczos filter needs sines, which it does not).

use std::io::{self, Cursor};

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8, U8x3};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, Limits};
use rayon::prelude::*;

use super::key;
use crate::media::cleaned;
use crate::media::exif::Exif;
use crate::memo::Key;
use crate::source::Binary;

/// The widths in which photographs are shown, in pixels.
pub const WIDTHS: [u32; 4] = [480, 800, 1200, 1600];

/// The most bytes for each pixel of width: 200 kB at 1200.
const BYTES_PER_WIDTH: u32 = 166;

/// How well pixels are kept, tried in turn until a file is small enough.
const QUALITIES: [u8; 8] = [82, 76, 70, 62, 54, 46, 38, 30];

/// The most memory for one photograph, in bytes.
const MEMORY: u64 = 1_000_000_000;

/// The widths that a photograph of a width is shown in: none larger than itself, and itself where
/// the next one would be. None for one that is small anyway.
pub fn widths(width: u32) -> Vec<u32> {
    if WIDTHS.first().is_none_or(|smallest| width <= *smallest) {
        return Vec::new();
    }
    let next = WIDTHS.iter().find(|size| **size >= width).map(|_| width);
    WIDTHS.into_iter().filter(|size| *size < width).chain(next).collect()
}

/// Who made a photograph, and who has rights in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credit {
    /// Who made it.
    pub artist: Option<String>,
    /// What those who have rights in it say.
    pub copyright: Option<String>,
}

/// A photograph in a smaller size.
#[derive(Debug)]
pub struct Size {
    /// The photograph.
    pub original: Binary,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What pages say of it; else what it says itself.
    pub credit: Credit,
}

impl Size {
    pub(super) fn key(&self, version: &str) -> Key {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let Credit { artist, copyright } = &self.credit;
        key(
            version,
            "size",
            &[
                self.original.hash.as_bytes(),
                &self.width.to_le_bytes(),
                &self.height.to_le_bytes(),
                text(artist).as_bytes(),
                text(copyright).as_bytes(),
            ],
        )
    }
}

/// The bytes of sizes of a photograph. One that cannot be read is given as it is published: a
/// browser may know better.
pub(super) fn draw(original: &Binary, sizes: &[&Size]) -> io::Result<Vec<Vec<u8>>> {
    let bytes = original.read()?;
    let Some(photo) = Photo::read(&bytes) else {
        let same = cleaned(original.content, &bytes).into_owned();
        return Ok(vec![same; sizes.len()]);
    };
    Ok(sizes.par_iter().map(|size| photo.sized(size)).collect())
}

/// A photograph that is read, upright.
struct Photo {
    pixels: DynamicImage,
    profile: Option<Vec<u8>>,
    exif: Exif,
}

impl Photo {
    fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8]) {
            Photo::decode(JpegDecoder::new(Cursor::new(bytes)).ok()?)
        } else {
            Photo::decode(PngDecoder::new(Cursor::new(bytes)).ok()?)
        }
    }

    fn decode(mut decoder: impl ImageDecoder) -> Option<Self> {
        let mut limits = Limits::default();
        limits.max_alloc = Some(MEMORY);
        decoder.set_limits(limits).ok()?;
        let profile = decoder.icc_profile().ok().flatten();
        let exif = decoder.exif_metadata().ok().flatten();
        let exif = exif.map(|exif| Exif::read(&exif)).unwrap_or_default();
        let orientation = decoder.orientation().ok()?;
        let mut pixels = DynamicImage::from_decoder(decoder).ok()?;
        pixels.apply_orientation(orientation);
        let is_grey = !pixels.color().has_color();
        let pixels = match is_grey {
            true => DynamicImage::ImageLuma8(pixels.into_luma8()),
            false => DynamicImage::ImageRgb8(pixels.into_rgb8()),
        };
        // A profile of inks says nothing of the red, green and blue that were made of them
        // (ICC.1:2022, 7.2.6).
        let space: &[u8] = if is_grey { b"GRAY" } else { b"RGB " };
        let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
        Some(Photo { pixels, profile, exif })
    }

    fn sized(&self, size: &Size) -> Vec<u8> {
        let scaled = self.scaled(size.width, size.height).unwrap_or_default();
        let most = usize::try_from(size.width * BYTES_PER_WIDTH).unwrap_or(usize::MAX);
        let text = |text: &Option<String>| text.clone().map(String::into_bytes);
        let artist = text(&size.credit.artist).or(self.exif.artist.clone());
        let copyright = text(&size.credit.copyright).or(self.exif.copyright.clone());
        let exif = Exif::credit(artist, copyright).written();
        let mut bytes = Vec::new();
        for quality in QUALITIES {
            bytes.clear();
            let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
            if let Some(profile) = &self.profile {
                let _ = encoder.set_icc_profile(profile.clone());
            }
            if let Some(exif) = &exif {
                let _ = encoder.set_exif_metadata(exif.clone());
            }
            let colours = match self.pixels {
                DynamicImage::ImageLuma8(_) => ExtendedColorType::L8,
                _ => ExtendedColorType::Rgb8,
            };
            // Writing into memory cannot fail.
            let _ = encoder.write_image(&scaled, size.width, size.height, colours);
            if bytes.len() <= most {
                break;
            }
        }
        bytes
    }

    fn scaled(&self, width: u32, height: u32) -> Option<Vec<u8>> {
        match self.pixels {
            DynamicImage::ImageLuma8(_) => self.scaled_as::<U8>(width, height),
            _ => self.scaled_as::<U8x3>(width, height),
        }
    }

    /// With the type of the pixels known, 3 MB of code for other types are not in the program.
    fn scaled_as<P: PixelTrait>(&self, width: u32, height: u32) -> Option<Vec<u8>> {
        let pixels = self.pixels.as_bytes();
        let (from_width, from_height) = (self.pixels.width(), self.pixels.height());
        if (from_width, from_height) == (width, height) {
            return Some(pixels.to_vec());
        }
        let from = TypedImageRef::<P>::from_buffer(from_width, from_height, pixels).ok()?;
        let size = usize::try_from(width).ok()? * usize::try_from(height).ok()? * P::size();
        let mut scaled = vec![0; size];
        let mut to = TypedImage::<P>::from_buffer(width, height, &mut scaled).ok()?;
        let filter = ResizeAlg::Convolution(FilterType::CatmullRom);
        let options = ResizeOptions::new().resize_alg(filter).use_alpha(false);
        Resizer::new().resize_typed(&from, &mut to, &options).ok()?;
        Some(scaled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_size_is_larger_than_the_photograph() {
        for (width, expected) in [
            (400, &[][..]),
            (480, &[]),
            (500, &[480, 500]),
            (1000, &[480, 800, 1000]),
            (1600, &[480, 800, 1200, 1600]),
            (4000, &[480, 800, 1200, 1600]),
        ] {
            assert_eq!(widths(width), expected, "{width}");
        }
    }
}
