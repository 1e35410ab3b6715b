//! Stylesheets as they are served: without the comments and the space that whoever works on them
//! needs, and with the colour of the programme. What is written stays readable.

use crate::values::colour::{self, Colour};

/// The stylesheet without comments (CSS Syntax 3, 4.3.2), without space that parts nothing, and
/// without the `;` before a `}` (5.4.4). What stands in quotation marks or in `url(…)` stays as it
/// is, and so does a comment that begins with `/*!`: a licence.
pub fn served(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let end = match next {
            '"' | '\'' => end_of_string(rest, next),
            '/' if rest.starts_with("/*!") => end_of_comment(rest),
            next if next.is_ascii_whitespace() || rest.starts_with("/*") => {
                rest = without_blank(rest);
                space(&mut out, rest);
                continue;
            }
            'u' | 'U' if is_bare_url(rest) => rest.find(')').unwrap_or(rest.len()),
            '\\' => next.len_utf8() + rest[1..].chars().next().map_or(0, char::len_utf8),
            '}' => {
                if out.ends_with(';') && !out.ends_with("\\;") {
                    out.pop();
                }
                1
            }
            _ => next.len_utf8(),
        };
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

/// What stands behind space and comments, which part no less than a space does.
fn without_blank(css: &str) -> &str {
    let mut rest = css.trim_ascii_start();
    while rest.starts_with("/*") && !rest.starts_with("/*!") {
        rest = rest[end_of_comment(rest)..].trim_ascii_start();
    }
    rest
}

/// A space, where one means something: after a colon it never does, before one it parts selectors.
fn space(out: &mut String, rest: &str) {
    let parts = !out.is_empty() && !out.ends_with(['{', '}', ';', ':', ',', ' ']);
    if parts && !rest.starts_with(['{', '}', ';', ',']) && !rest.is_empty() {
        out.push(' ');
    }
}

fn end_of_comment(css: &str) -> usize {
    css.get(2..).and_then(|text| text.find("*/")).map_or(css.len(), |end| end + 4)
}

fn end_of_string(css: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = css.char_indices().skip(1).find(|(_, next)| {
        let ends = *next == mark && !is_escaped;
        is_escaped = *next == '\\' && !is_escaped;
        ends
    });
    end.map_or(css.len(), |(at, _)| at + mark.len_utf8())
}

/// Whether an address without quotation marks begins here.
fn is_bare_url(css: &str) -> bool {
    let name = css.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("url("));
    name && !css[4..].trim_start().starts_with(['"', '\''])
}

/// The colours of a band.
#[derive(Debug, Clone, Copy)]
pub struct Band {
    /// Its ground: `--band`.
    pub ground: Colour,
    /// Text on it: `--on-band`.
    pub text: Colour,
    /// Text beside that: `--soft-band`.
    pub soft: Colour,
}

/// The colours of bands on light pages, of the theme or made of the programme's.
pub fn band(accent: Option<Colour>) -> Band {
    let text = colour::ON_BAND;
    match accent {
        Some(accent) => Band {
            ground: accent.mixed_until(Colour::BLACK, &[text], Colour::COMFORTABLE),
            text,
            soft: text,
        },
        None => Band { ground: colour::BAND, text, soft: colour::SOFT_BAND },
    }
}

/// The rules that give pages the colour of the programme. They stand in the stylesheet and not in
/// pages, so that a site can forbid inline styles (CSP). Dark pages get a lighter one of it, bands
/// a darker one; print stays black.
pub fn accent_rules(accent: Colour) -> String {
    let lighter = accent.mixed_until(Colour::WHITE, &colour::DARK, Colour::READABLE);
    let band = band(Some(accent)).ground;
    let on_band = colour::ON_BAND;
    let (hair, land) = (band.mixed_with(Colour::WHITE, 25), band.mixed_with(Colour::WHITE, 20));
    let been = band.mixed_with(Colour::WHITE, 65);
    format!(
        "\n/*! brand.accent in site.yaml */\n\
         @media screen {{\n  :root {{ --accent: {accent}; --wash: var(--mist); --band: {band}; \
         --soft-band: {on_band}; --hair-band: {hair}; --land: {land}; --been: {been}; }}\n}}\n\
         @media screen and (prefers-color-scheme: dark) {{\n  \
         :root {{ --accent: {lighter}; }}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::served;

    /// The expected texts follow from CSS Syntax 3: a comment is no token, a string and a `url(…)`
    /// are one, and white space around declarations, rules and parts of a list means nothing.
    #[test]
    fn a_stylesheet_loses_comments_and_space_and_nothing_else() {
        for (css, expected) in [
            ("a {\n  b: c;\n\n  d: e;\n}\n", "a{b:c;d:e}"),
            ("/* one */\n\na {}/* two */b {}", "a{}b{}"),
            ("a/**/b{}", "a b{}"),
            ("a  /* x */ /* y */  b{}", "a b{}"),
            ("a :hover, b > c { d: e f, g !important }", "a :hover,b > c{d:e f,g !important}"),
            ("@media (min-width: 1px) and (x) {\n}", "@media (min-width:1px) and (x){}"),
            ("a { b: calc((1px + 2px) / 3) }", "a{b:calc((1px + 2px) / 3)}"),
            ("a::before { content: \"/* no ; */\" }", "a::before{content:\"/* no ; */\"}"),
            ("a { content: '\\'/*'; b: c/*x*/ }", "a{content:'\\'/*';b:c}"),
            ("a { b: url(/*/x.png) }", "a{b:url(/*/x.png)}"),
            ("a { b: url( \"x\" )/**/ }", "a{b:url( \"x\" )}"),
            ("/*! licence */\na{}", "/*! licence */ a{}"),
            ("a{} /* never closed", "a{}"),
            ("a{content:\"never closed", "a{content:\"never closed"),
            (".a\\/* b{}", ".a\\/* b{}"),
            ("a{b:\\;}", "a{b:\\;}"),
            ("a{}\r\n\tb{}", "a{}b{}"),
            ("ä { content: \"›\" } /* ü */", "ä{content:\"›\"}"),
        ] {
            assert_eq!(served(css), expected, "{css}");
        }
    }

    #[test]
    fn what_is_served_is_served_the_same_again() {
        let css = include_str!("../../themes/bba/static/assets/style.css");
        let once = served(css);
        assert_eq!(served(&once), once);
        let braces = |css: &str, brace| css.matches(brace).count();
        assert_eq!(braces(&once, '{'), braces(css, '{'));
        assert!(!once.contains("/*"));
    }
}
