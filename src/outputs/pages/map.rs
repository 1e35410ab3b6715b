//! The maps of the countries that came and will come: the world, and Europe as a window of its
//! own, because what is near is small. All land is one path and each of these countries one more,
//! coloured by the stylesheet. The lists beside them tell the same as text.
//!
//! The outlines are those of Natural Earth (public domain); `tools/map/draw.mjs` draws them.

use std::collections::BTreeMap;
use std::f64::consts::PI;

use serde::Serialize;

use super::text::PageSite;
use crate::country::Country;

/// Left edge, top edge, width and height of what is shown of a drawing.
type Window = [i32; 4];

/// A drawing, its window, and how `tools/map/draw.mjs` laid the earth into it: from latitude and
/// longitude in radians.
type Map = (&'static str, Window, fn(f64, f64) -> (f64, f64));

/// Two windows side by side.
const MAPS: [Map; 2] = [
    (include_str!("map/world.tsv"), [175, 25, 1130, 600], equal_earth),
    (include_str!("map/europe.tsv"), [0, 0, 640, 640], azimuthal_equal_area),
];

/// The Equal Earth projection (Šavrič, Patterson, Jenny 2018) of the map of the world, centred on
/// 11° east.
fn equal_earth(lat: f64, lon: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let around = (lon - 11f64.to_radians() + PI).rem_euclid(2.0 * PI) - PI;
    let middle = 3f64.sqrt() / 2.0;
    let t = (middle * lat.sin()).asin();
    let (t2, t6) = (t.powi(2), t.powi(6));
    let x = around * t.cos()
        / (middle * (A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2)));
    let y = t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    (720.0 + 260.0 * x, 372.0 - 260.0 * y)
}

/// The azimuthal equal-area projection (Snyder 1987, 24-2 to 24-4) of the map of Europe, centred on
/// 53.5° north, 15° east.
fn azimuthal_equal_area(lat: f64, lon: f64) -> (f64, f64) {
    let (middle, around) = (53.5f64.to_radians(), lon - 15f64.to_radians());
    let nearness = middle.sin() * lat.sin() + middle.cos() * lat.cos() * around.cos();
    let scale = (2.0 / (1.0 + nearness)).sqrt();
    let x = scale * lat.cos() * around.sin();
    let y = scale * (middle.cos() * lat.sin() - middle.sin() * lat.cos() * around.cos());
    (320.0 + 1000.0 * x, 320.0 - 1000.0 * y)
}

/// Where a place is on a map, in whole units; nothing where its window ends before.
fn on_map((_, [left, top, width, height], project): Map, place: (f64, f64)) -> Option<(i32, i32)> {
    let (x, y) = project(place.0.to_radians(), place.1.to_radians());
    let (x, y) = (x.round() as i32, y.round() as i32);
    let is_shown = (left..=left + width).contains(&x) && (top..=top + height).contains(&y);
    is_shown.then_some((x, y))
}

/// A map.
#[derive(Debug, Serialize)]
pub struct MapView {
    view_box: String,
    land: &'static str,
    /// Empty on a map of continents.
    borders: &'static str,
    countries: Vec<Shape>,
    /// Where the programme is.
    here: Option<(i32, i32)>,
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

/// The maps of countries, by their codes; none without a country. Each is a link.
pub fn maps(
    site: &PageSite,
    countries: &Drawn,
    href: impl Fn(&'static Country) -> String,
) -> Vec<MapView> {
    if countries.is_empty() {
        return Vec::new();
    }
    let place = site.config.region.as_ref().map(|region| region.place);
    let drawn = MAPS.map(|map| (lines(map.0), map));
    let is_near = |code: &str| drawn.last().is_some_and(|(europe, _)| europe.contains_key(code));
    let map = |(index, (parts, map)): (usize, &(BTreeMap<&str, Line>, Map))| {
        let shape = |(country, class): &(&'static Country, &'static str)| {
            let code = country.code;
            let (at, path) = parts.get(code)?;
            Some(Shape {
                code,
                href: href(country),
                class,
                path,
                plate: plate(at).filter(|_| index > 0 || !is_near(code)),
            })
        };
        let line = |name: &str| parts.get(name).map_or("", |(_, path)| path);
        MapView {
            view_box: map.1.map(|edge| edge.to_string()).join(" "),
            land: line("land"),
            borders: line("borders"),
            countries: countries.values().filter_map(shape).collect(),
            here: place.and_then(|place| on_map(*map, place)),
        }
    };
    drawn.iter().enumerate().map(map).collect()
}

#[cfg(test)]
mod tests {
    use super::{MAPS, on_map};

    /// The expected points are those of d3-geo 3.1.1, with which the drawings were made.
    #[test]
    fn places_stand_where_the_drawings_have_them() {
        for (place, world, europe) in [
            ((51.05, 13.74), Some((729, 123)), Some((306, 363))),
            ((67.86, 20.23), Some((745, 64)), Some((355, 69))),
            ((38.72, -9.14), Some((650, 176)), None),
            ((-33.87, 151.21), Some((1223, 545)), None),
            ((64.73, 177.5), Some((1187, 73)), None),
            // What is beyond the edges of the map of the world has no place there.
            ((21.31, -157.86), None, None),
        ] {
            assert_eq!(MAPS.map(|map| on_map(map, place)), [world, europe], "{place:?}");
        }
    }
}
