//! The colour of a programme in the stylesheet. It is written there and not into pages, so that
//! a site can forbid inline styles (CSP).

use crate::values::colour::{self, Colour};

/// The stylesheet of a theme that takes a colour.
pub const STYLESHEET: &str = "assets/style.css";

/// The stylesheet with the colour. Dark pages get a lighter and a darker one of it; print stays
/// black.
pub fn with_accent(stylesheet: &[u8], accent: Colour) -> Vec<u8> {
    let lighter = accent.mixed_until(Colour::WHITE, &colour::DARK, Colour::READABLE);
    let darker = accent.mixed_until(Colour::BLACK, &[colour::ON_DARK_BAND], Colour::READABLE);
    let rules = format!(
        "\n/* brand.accent in site.yaml */\n\
         @media screen {{\n  :root {{ --accent: {accent}; --band: {accent}; }}\n}}\n\
         @media screen and (prefers-color-scheme: dark) {{\n  \
         :root {{ --accent: {lighter}; --band: {darker}; }}\n}}\n"
    );
    [stylesheet, rules.as_bytes()].concat()
}
