//! The colour of a programme in the stylesheet. It is written there and not into pages, so that
//! a site can forbid inline styles (CSP).

use crate::content::values::Colour;

/// The stylesheet of a theme that takes a colour.
pub const STYLESHEET: &str = "assets/style.css";

const BLACK: Colour = Colour([0, 0, 0]);
const WHITE: Colour = Colour([0xff, 0xff, 0xff]);

/// What the default theme puts behind text in the colour: `--page` and `--tint`.
pub const LIGHT: [Colour; 2] = [WHITE, Colour([0xf0, 0xf5, 0xf1])];
/// The same where somebody prefers dark pages.
pub const DARK: [Colour; 2] = [Colour([0x11, 0x16, 0x13]), Colour([0x1b, 0x23, 0x1e])];
/// Text on the band of the home page where somebody prefers dark pages: `--on-band`.
pub const ON_DARK_BAND: Colour = Colour([0xf2, 0xf7, 0xf3]);

/// A darker colour that can be read.
pub fn readable(accent: Colour) -> Colour {
    accent.mixed_until(BLACK, &LIGHT, Colour::READABLE)
}

/// The stylesheet with the colour. Dark pages get a lighter and a darker one of it; print stays
/// black.
pub fn with_accent(stylesheet: &[u8], accent: Colour) -> Vec<u8> {
    let lighter = accent.mixed_until(WHITE, &DARK, Colour::READABLE);
    let darker = accent.mixed_until(BLACK, &[ON_DARK_BAND], Colour::READABLE);
    let rules = format!(
        "\n/* brand.accent in site.yaml */\n\
         @media screen {{\n  :root {{ --accent: {accent}; --band: {accent}; }}\n}}\n\
         @media screen and (prefers-color-scheme: dark) {{\n  \
         :root {{ --accent: {lighter}; --band: {darker}; }}\n}}\n"
    );
    [stylesheet, rules.as_bytes()].concat()
}
