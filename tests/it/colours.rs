//! The colours of the default stylesheet, in every mode that a reader may prefer: light, dark, and
//! each with more contrast. The table holds all pairs that stand on one another, with the contrast
//! that WCAG 2.2 asks for: 4.5 of text (1.4.3), 3 of what one must see to use a page (1.4.11).

use std::collections::BTreeMap;

use bba::values::colour::{DARK, LIGHT, ON_BAND};
use bba::values::{Colour, Value};

use crate::harness::theme_text;

/// Texts, each with the grounds it stands on.
const TEXTS: &[(&str, &[&str])] = &[
    ("ink", &["paper", "mist", "wash"]),
    ("soft", &["paper", "mist", "wash"]),
    ("accent", &["paper", "mist", "wash"]),
    ("red", &["paper", "mist", "wash"]),
    ("on-accent", &["accent"]),
    ("on-red", &["red"]),
    ("on-gold", &["gold"]),
    ("on-band", &["band"]),
    ("soft-band", &["band"]),
    // The button on a band, and names on the map.
    ("band", &["on-band", "been", "gold"]),
];

/// Frames and shapes that tell what can be used, or which country is meant.
const SHAPES: &[(&str, &[&str])] = &[
    ("edge", &["paper", "mist"]),
    ("accent", &["paper", "mist"]),
    ("ink", &["paper"]),
    ("on-band", &["band"]),
    ("been", &["band", "land"]),
    ("gold", &["band", "land"]),
];

/// Everything that an element with the focus may stand on.
const GROUNDS: &[&str] = &["paper", "mist", "wash", "band", "accent", "gold", "red", "on-band"];

type Tokens = BTreeMap<String, Colour>;

/// The tokens of a `:root` block that are colours.
fn block(css: &str, head: &str) -> Tokens {
    let (_, from) = css.split_once(head).unwrap_or_else(|| panic!("no {head}"));
    let (block, _) = from.split_once('}').unwrap();
    let tokens = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "));
    let colours = tokens.filter_map(|(name, value)| {
        Some((name.to_owned(), Colour::read(value.trim_end_matches(';')).ok()?))
    });
    colours.collect()
}

/// The four modes with their tokens, as the cascade puts them together.
fn modes() -> [(&'static str, Tokens); 4] {
    let css = theme_text("static/assets/style.css");
    let light = block(&css, "\n:root {");
    let over = |below: &Tokens, condition: &str| {
        let own = block(&css, &format!("@media {condition} {{\n  :root {{"));
        assert!(own.keys().all(|name| light.contains_key(name)), "{condition}: a new name");
        let mut tokens = below.clone();
        tokens.extend(own);
        tokens
    };
    let more = over(&light, "(prefers-contrast: more)");
    let dark = over(&light, "(prefers-color-scheme: dark)");
    let both = "(prefers-color-scheme: dark) and (prefers-contrast: more)";
    let dark_more = over(&over(&more, "(prefers-color-scheme: dark)"), both);
    [("light", light), ("dark", dark), ("more", more), ("dark, more", dark_more)]
}

fn too_low(tokens: &Tokens, pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let pairs = pairs.iter().flat_map(|(on, grounds)| grounds.iter().map(move |to| (on, to)));
    let ratios = pairs.map(|(on, to)| (on, to, tokens[*on].contrast(tokens[*to])));
    let low = ratios.filter(|(.., ratio)| *ratio < least);
    low.map(|(on, to, ratio)| format!("{on} on {to}: {ratio:.2} of {least}")).collect()
}

#[test]
fn every_text_can_be_read_on_every_ground_it_stands_on() {
    for (mode, tokens) in modes() {
        let least = if mode.contains("more") { 7.0 } else { Colour::READABLE };
        assert_eq!(too_low(&tokens, TEXTS, least), Vec::<String>::new(), "{mode}");
    }
}

#[test]
fn every_shape_that_means_something_can_be_seen() {
    for (mode, tokens) in modes() {
        assert_eq!(too_low(&tokens, SHAPES, 3.0), Vec::<String>::new(), "{mode}");
    }
}

/// Two rings, one within the other: on every ground one of them shows, and they show beside one
/// another.
#[test]
fn the_focus_shows_on_every_ground() {
    for (mode, tokens) in modes() {
        let (ring, inner) = (tokens["ring"], tokens["ring-in"]);
        assert!(ring.contrast(inner) >= 3.0, "{mode}");
        for ground in GROUNDS {
            let best = ring.contrast(tokens[*ground]).max(inner.contrast(tokens[*ground]));
            assert!(best >= 3.0, "{mode}, {ground}: {best:.2}");
        }
    }
}

#[test]
fn the_program_knows_the_grounds_of_the_stylesheet() {
    let [(_, light), (_, dark), ..] = modes();
    assert_eq!(LIGHT, [light["paper"], light["mist"]]);
    assert_eq!(DARK, [dark["paper"], dark["mist"]]);
    assert!([&light, &dark].iter().all(|tokens| tokens["on-band"] == ON_BAND));
}

/// `color: #fff` somewhere below the tokens would be a pair that no table holds.
#[test]
fn no_rule_has_a_colour_of_its_own() {
    let css = theme_text("static/assets/style.css");
    let is_colour = |line: &&str| line.contains(": #") && !line.trim().starts_with("--");
    assert_eq!(css.lines().filter(is_colour).collect::<Vec<_>>(), Vec::<&str>::new());
}
