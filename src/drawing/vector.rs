//! Drawings as PNG: SVG in layers, with the faces of the site and none of the machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use super::face::{BOLD, SANS, SERIF};
use super::key;
use super::png::{Pixel, png};
use crate::memo::Key;

/// A drawing.
#[derive(Debug)]
pub struct Vector {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The ground on which nothing shines through, as red, green and blue.
    pub ground: [u8; 3],
    /// What is drawn, each over the one before.
    pub layers: Vec<Layer>,
}

/// A part of a drawing.
#[derive(Debug)]
pub struct Layer {
    /// An SVG.
    pub svg: String,
    /// Where it begins, in pixels.
    pub left: u32,
    /// Where it begins, in pixels.
    pub top: u32,
    /// How wide it is, in pixels.
    pub width: u32,
}

/// The faces that drawings may use.
static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for face in [SERIF, SANS, BOLD] {
        faces.load_font_data(face.to_vec());
    }
    Arc::new(faces)
});

impl Vector {
    pub(super) fn key(&self, version: &str) -> Key {
        let size = [self.width, self.height].map(u32::to_le_bytes).concat();
        let places: Vec<Vec<u8>> = self
            .layers
            .iter()
            .map(|layer| [layer.left, layer.top, layer.width].map(u32::to_le_bytes).concat())
            .collect();
        let layers = self.layers.iter().zip(&places);
        let layers = layers.flat_map(|(layer, place)| [layer.svg.as_bytes(), place.as_slice()]);
        let parts: Vec<&[u8]> =
            [size.as_slice(), self.ground.as_slice()].into_iter().chain(layers).collect();
        key(version, "vector", &parts)
    }

    /// A PNG; nothing only when it is of no size.
    pub(super) fn draw(&self) -> Vec<u8> {
        let Some(mut pixmap) = Pixmap::new(self.width, self.height) else { return Vec::new() };
        let [red, green, blue] = self.ground;
        pixmap.fill(Color::from_rgba8(red, green, blue, 255));
        // A drawing names no files of this machine: one could be anything, or without an end.
        let image_href_resolver =
            ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..Default::default() };
        let options = Options { fontdb: FACES.clone(), image_href_resolver, ..Options::default() };
        for layer in &self.layers {
            // What is no SVG is not drawn: an icon that a theme brings may be anything.
            let Ok(tree) = Tree::from_str(&layer.svg, &options) else { continue };
            let scale = layer.width as f32 / tree.size().width();
            let place = Transform::from_scale(scale, scale)
                .post_translate(layer.left as f32, layer.top as f32);
            resvg::render(&tree, place, &mut pixmap.as_mut());
        }
        let pixels = pixmap.data().chunks_exact(4).filter_map(|pixel| pixel.first_chunk::<3>());
        let pixels: Vec<Pixel> = pixels.copied().collect();
        png(self.width, self.height, &pixels)
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a file is there to be left alone")]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_shows_no_file_of_this_machine() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("b.svg");
        let red = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
                   <rect width=\"9\" height=\"9\" fill=\"red\"/></svg>";
        std::fs::write(&file, red).unwrap();
        let drawn = |inner: &str| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{inner}</svg>"
            );
            let layer = Layer { svg, left: 0, top: 0, width: 9 };
            Vector { width: 9, height: 9, ground: [255; 3], layers: vec![layer] }.draw()
        };
        let image = format!("<image width=\"9\" height=\"9\" href=\"{}\"/>", file.display());
        assert_eq!(drawn(&image), drawn(""));
    }
}
