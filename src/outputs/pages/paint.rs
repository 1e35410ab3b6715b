//! How a share image is drawn: what it is, title, date and sender on the ground of the site's bands,
//! in its own faces.

use pulldown_cmark_escape::escape_html_body_text;

use crate::country::Country;
use crate::drawing::{Drawing, Face, Layer, Recipe, SANS, SERIF, Vector};
use crate::outputs::stylesheet::{Band, band};
use crate::site::Site;
use crate::source::{Bytes, Sources};

/// In pixels, as networks ask for it.
pub const WIDTH: u32 = 1200;
/// In pixels.
pub const HEIGHT: u32 = 630;

/// The left and right margin, in pixels.
const MARGIN: u32 = 64;

/// Sizes of titles and the most lines of each, tried in turn.
const TITLES: [(f32, usize); 4] = [(76.0, 3), (64.0, 4), (54.0, 5), (46.0, 6)];

/// What lies ahead (`--gold` in the stylesheet).
const GOLD: &str = "#ffcf33";
/// What stands on it (`--on-gold`).
const ON_GOLD: &str = "#12201a";

/// The file of a theme that icons are made from.
pub const ICON: &str = "favicon.svg";

/// The icon of a theme.
pub fn icon<'s>(sources: &'s Sources, theme: &str) -> Option<&'s str> {
    let files = sources.theme_static(theme);
    let Bytes::Held(bytes) = &files.get(ICON)?.1.bytes else { return None };
    std::str::from_utf8(bytes).ok()
}

/// What an image says.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// What it is: »Kongress«.
    pub(super) label: String,
    pub(super) countries: Vec<&'static Country>,
    pub(super) title: String,
    /// »7. April 2026«
    pub(super) when: Option<String>,
    /// Whether that lies ahead.
    pub(super) is_ahead: bool,
    /// Hours and place; the place is left out where both have no room.
    pub(super) details: Vec<String>,
}

/// What all images of a site have in common.
pub(super) struct Painter<'s> {
    serif: Face<'static>,
    sans: Face<'static>,
    colours: Band,
    brand: String,
    icon: Option<&'s str>,
}

impl<'s> Painter<'s> {
    pub(super) fn of(site: &Site, sources: &'s Sources) -> Option<Self> {
        let brand = site.config.brand.name.as_ref().unwrap_or(&site.config.title);
        Some(Painter {
            serif: Face::new(SERIF)?,
            sans: Face::new(SANS)?,
            colours: band(site.config.brand.accent),
            brand: brand.get(&site.language).clone(),
            icon: icon(sources, &site.config.theme),
        })
    }

    /// Whether the faces have every letter of what must be said.
    pub(super) fn can_set(&self, words: &Words) -> bool {
        self.serif.has(&words.title) && self.sans.has(&words.label)
    }

    /// The image that says something.
    pub(super) fn drawing(&self, words: &Words) -> Drawing {
        let brand_width = self.serif.width(&self.brand, 32.0);
        let icon_left = (WIDTH - MARGIN) as f32 - brand_width - 70.0;
        let layer = |svg: String, left: f32, top: u32, width: u32| Layer {
            svg,
            left: left.max(0.0) as u32,
            top,
            width,
        };
        let text = layer(self.svg(words, icon_left), 0.0, 0, WIDTH);
        let icon =
            self.icon.map(|icon| layer(icon.to_owned(), icon_left, HEIGHT - MARGIN - 52, 52));
        Drawing::new(Recipe::Vector(Vector {
            width: WIDTH,
            height: HEIGHT,
            ground: self.colours.ground.0,
            layers: [text].into_iter().chain(icon).collect(),
        }))
    }

    /// All but the icon, which begins at a place from the left.
    fn svg(&self, words: &Words, icon_left: f32) -> String {
        let Band { text, soft, .. } = self.colours;
        let (gold, on_gold) = (GOLD, ON_GOLD);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"Ankunft Sans\" font-size=\"34\">"
        );
        let mut write = |x: f32, y: f32, style: &str, words: &str| {
            let words = escaped(words);
            svg.push_str(&format!("<text x=\"{x:.0}\" y=\"{y:.0}\" {style}>{words}</text>"));
        };
        let left = MARGIN as f32;
        write(left, 100.0, &format!("font-size=\"32\" fill=\"{soft}\""), &words.label);
        let serif = "font-family=\"Ankunft Serif\" font-weight=\"600\"";
        let (size, lines) = self.title(&words.title);
        let leading = size * 1.08;
        // Between the label and the date, in the middle.
        let middle = if words.when.is_some() { 290.0 } else { 315.0 };
        let first = middle - leading * (lines.len() as f32 - 1.0) / 2.0 + size * 0.3;
        for (number, line) in lines.iter().enumerate() {
            let style = format!("{serif} font-size=\"{size}\" fill=\"{text}\"");
            write(left, first + leading * number as f32, &style, line);
        }
        if let Some(when) = &words.when {
            let room = if words.details.is_empty() { icon_left - 40.0 - left } else { 1072.0 };
            let when_size = (52.0 * room / self.serif.width(when, 52.0).max(1.0)).min(52.0);
            let y = if words.details.is_empty() { 562.0 } else { 508.0 };
            let colour = if words.is_ahead { gold.to_owned() } else { text.to_string() };
            let style = format!("{serif} font-size=\"{when_size:.0}\" fill=\"{colour}\"");
            write(left, y, &style, when);
        }
        let fits = |words: &String| {
            self.sans.has(words) && self.sans.width(words, 34.0) < icon_left - 40.0 - left
        };
        let whole = (1..=words.details.len())
            .rev()
            .map(|count| words.details.iter().take(count).cloned().collect::<Vec<_>>().join(", "));
        if let Some(place) = { whole }.find(fits) {
            write(left, 560.0, &format!("fill=\"{text}\""), &place);
        }
        let style = format!("{serif} font-size=\"32\" fill=\"{text}\"");
        write(icon_left + 70.0, 551.0, &style, &self.brand);
        // Plates from the right.
        let plates = words.countries.iter().take(6).rev().enumerate();
        for (number, country) in plates {
            let x = (WIDTH - MARGIN) as f32 - 78.0 - 90.0 * number as f32;
            svg.push_str(&format!(
                "<rect x=\"{x:.0}\" y=\"66\" width=\"78\" height=\"46\" rx=\"4\" fill=\"{gold}\"/>\
                 <text x=\"{:.0}\" y=\"100\" font-family=\"Ankunft Sans Bold\" font-weight=\"700\" \
                 font-size=\"30\" text-anchor=\"middle\" fill=\"{on_gold}\">{}</text>",
                x + 39.0,
                country.code
            ));
        }
        svg.push_str("</svg>");
        svg
    }

    /// The size of a title and its lines.
    fn title(&self, title: &str) -> (f32, Vec<String>) {
        let mut smallest = (0.0, Vec::new());
        for (size, most) in TITLES {
            let mut lines = self.lines(title, size);
            if lines.len() <= most {
                return (size, lines);
            }
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push_str(" …");
            }
            smallest = (size, lines);
        }
        smallest
    }

    fn lines(&self, text: &str, size: f32) -> Vec<String> {
        let room = (WIDTH - 2 * MARGIN) as f32 - size;
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match (longer.filter(|line| self.serif.width(line, size) <= room), lines.last_mut()) {
                (Some(longer), Some(line)) => *line = longer,
                _ => lines.push(word.to_owned()),
            }
        }
        lines.into_iter().flat_map(|line| self.broken(line, size, room)).collect()
    }

    /// A word that has no room is broken anywhere.
    fn broken(&self, line: String, size: f32, room: f32) -> Vec<String> {
        if self.serif.width(&line, size) <= room {
            return vec![line];
        }
        let mut lines = vec![String::new()];
        for letter in line.chars() {
            let is_full = |line: &String| self.serif.width(line, size) > room - size;
            if lines.last().is_none_or(is_full) {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(letter);
            }
        }
        lines
    }
}

/// A text between tags.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // Writing into a String cannot fail.
    let _ = escape_html_body_text(&mut escaped, text);
    escaped
}
