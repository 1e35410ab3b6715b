//! Colours, and whether text in them can be read (WCAG 2.2, 1.4.3).

use std::fmt;

use super::Value;
use crate::problem::{Problem, ValueProblem};

/// A colour in sRGB, a byte a channel: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// What the default theme puts behind text in the colour of the programme: `--paper` and `--mist`.
pub const LIGHT: [Colour; 2] = [Colour::WHITE, Colour([0xf0, 0xf5, 0xf1])];

/// The same where somebody prefers dark pages.
pub const DARK: [Colour; 2] = [Colour([0x0e, 0x15, 0x12]), Colour([0x16, 0x1f, 0x1a])];

/// Text on bands: `--on-band`.
pub const ON_BAND: Colour = Colour([0xf4, 0xf9, 0xf5]);

/// Bands: `--band`.
pub const BAND: Colour = Colour([0x06, 0x35, 0x1c]);

/// What is less important on bands: `--soft-band`.
pub const SOFT_BAND: Colour = Colour([0xb7, 0xd5, 0xc2]);

impl Colour {
    /// Black.
    pub const BLACK: Colour = Colour([0, 0, 0]);
    /// White.
    pub const WHITE: Colour = Colour([0xff, 0xff, 0xff]);
    /// The contrast that normal text needs (WCAG 2.2, 1.4.3, level AA).
    pub const READABLE: f64 = 4.5;
    /// The contrast of text that may be small or read for long (level AAA).
    pub const COMFORTABLE: f64 = 7.0;

    /// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The contrast with the least favourable of some backgrounds.
    pub fn least_contrast(self, backgrounds: &[Colour]) -> f64 {
        let ratios = backgrounds.iter().map(|background| self.contrast(*background));
        ratios.fold(f64::INFINITY, f64::min)
    }

    /// This colour, or the next one towards black or white that has a contrast with all of some
    /// backgrounds.
    pub fn mixed_until(self, towards: Colour, backgrounds: &[Colour], contrast: f64) -> Colour {
        const STEPS: u16 = 100;
        let mixed = (0..=STEPS).map(|step| self.mixed(towards, step, STEPS));
        let mut readable = mixed.filter(|colour| colour.least_contrast(backgrounds) >= contrast);
        readable.next().unwrap_or(towards)
    }

    /// This colour, or a darker one that can be read on the light backgrounds of pages.
    pub fn darkened_until_readable(self) -> Colour {
        self.mixed_until(Colour::BLACK, &LIGHT, Colour::READABLE)
    }

    /// This colour with a share of another, in percent.
    pub fn mixed_with(self, other: Colour, percent: u16) -> Colour {
        self.mixed(other, percent.min(100), 100)
    }

    fn mixed(self, other: Colour, step: u16, steps: u16) -> Colour {
        let mix = |a: u8, b: u8| {
            let sum = u16::from(a) * (steps - step) + u16::from(b) * step;
            u8::try_from(sum / steps).unwrap_or(u8::MAX)
        };
        let ([r, g, b], [other_r, other_g, other_b]) = (self.0, other.0);
        Colour([mix(r, other_r), mix(g, other_g), mix(b, other_b)])
    }

    /// The relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl Value for Colour {
    fn read(text: &str) -> Result<Self, Problem> {
        let is_hex = |digits: &&str| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        };
        let digits = text.strip_prefix('#').filter(is_hex);
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match number.map(u32::to_be_bytes) {
            Some([_, r, g, b]) => Ok(Colour([r, g, b])),
            None => {
                let suggestion = Some(text).filter(is_hex).map(|digits| format!("#{digits}"));
                Err(ValueProblem::NotAHexColour { value: text.to_owned(), suggestion }.into())
            }
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}
