//! The maps of the countries that came and will come: the world, and Europe as a window of its
//! own, because what is near is small. All land is one path and each of these countries one more,
//! coloured by the stylesheet. The lists beside them tell the same as text.
//!
//! The outlines are those of Natural Earth (public domain); `tools/map/draw.mjs` draws them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::text::PageSite;
use crate::country::Country;
use crate::route::Route;

/// Two windows side by side.
const MAPS: [(&str, &str); 2] = [
    (include_str!("map/world.tsv"), "175 25 1130 600"),
    (include_str!("map/europe.tsv"), "0 0 640 640"),
];

/// A map.
#[derive(Debug, Serialize)]
pub struct MapView {
    view_box: &'static str,
    land: &'static str,
    /// Empty on a map of continents.
    borders: &'static str,
    countries: Vec<Shape>,
}

/// A country on it.
#[derive(Debug, Serialize)]
struct Shape {
    code: &'static str,
    href: String,
    /// `next` or `been`.
    class: &'static str,
    path: &'static str,
    /// Where its plate stands; nothing on the map of the world for one that Europe shows.
    plate: Option<(i32, i32)>,
}

/// A line of a drawing: where the plate stands, and the outline.
type Line = (&'static str, &'static str);

fn lines(drawing: &'static str) -> BTreeMap<&'static str, Line> {
    let parts = drawing.lines().filter_map(|line| {
        let (name, rest) = line.split_once('\t')?;
        Some((name, rest.split_once('\t')?))
    });
    parts.collect()
}

fn plate(text: &str) -> Option<(i32, i32)> {
    let (x, y) = text.split_once(' ')?;
    Some((x.parse().ok()?, y.parse().ok()?))
}

/// How the visits of a country are drawn.
pub type Drawn = BTreeMap<&'static str, (&'static Country, &'static str)>;

/// The maps of countries, by their codes; none without a country.
pub fn maps(site: &PageSite, countries: &Drawn) -> Vec<MapView> {
    if countries.is_empty() {
        return Vec::new();
    }
    let drawn = MAPS.map(|(drawing, view_box)| (lines(drawing), view_box));
    let is_near = |code: &str| drawn.last().is_some_and(|(europe, _)| europe.contains_key(code));
    let map = |index: usize, parts: &BTreeMap<&str, Line>, view_box| {
        let shape = |(country, class): &(&'static Country, &'static str)| {
            let code = country.code;
            let (at, path) = parts.get(code)?;
            Some(Shape {
                code,
                href: site.routes.href(Route::Country(country)),
                class,
                path,
                plate: plate(at).filter(|_| index > 0 || !is_near(code)),
            })
        };
        let line = |name: &str| parts.get(name).map_or("", |(_, path)| path);
        MapView {
            view_box,
            land: line("land"),
            borders: line("borders"),
            countries: countries.values().filter_map(shape).collect(),
        }
    };
    let maps = drawn.iter().enumerate();
    maps.map(|(index, (parts, view_box))| map(index, parts, *view_box)).collect()
}
