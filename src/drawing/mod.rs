//! Pictures that a build makes: smaller sizes of photographs, and drawings such as share images.
//! A [`Drawing`] says what is to be drawn; its address and place among the files are known before
//! anybody has drawn it, which takes long and is done once. What is drawn follows from what is to
//! be drawn and from nothing else, on every machine.

mod face;
mod photo;
mod png;
mod vector;

use std::collections::BTreeMap;
use std::io;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::memo::{self, Key};
use crate::source::Binary;

pub use face::{BOLD, Face, SANS, SERIF};
pub use photo::{Credit, Size, WIDTHS, widths};
pub use vector::{Layer, Vector};

/// Goes into every key: another program may draw in another way.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " 2");

/// What is to be drawn.
#[derive(Debug)]
pub enum Recipe {
    /// A photograph in a smaller size, as JPEG.
    Size(Size),
    /// A drawing, as PNG.
    Vector(Vector),
}

/// A picture that is drawn when somebody needs its bytes.
#[derive(Debug)]
pub struct Drawing {
    recipe: Recipe,
    drawn: OnceLock<Drawn>,
}

#[derive(Debug)]
struct Drawn {
    bytes: Vec<u8>,
    hash: blake3::Hash,
}

impl Drawing {
    /// A picture to be drawn.
    pub fn new(recipe: Recipe) -> Self {
        Drawing { recipe, drawn: OnceLock::new() }
    }

    /// A hash of everything that the picture follows from.
    pub fn key(&self) -> Key {
        match &self.recipe {
            Recipe::Size(size) => size.key(VERSION),
            Recipe::Vector(vector) => vector.key(VERSION),
        }
    }

    /// The photograph that it is made from, by the hash of its bytes.
    pub fn original(&self) -> Option<&blake3::Hash> {
        match &self.recipe {
            Recipe::Size(size) => Some(&size.original.hash),
            Recipe::Vector(_) => None,
        }
    }

    /// Whether its bytes are there.
    pub fn is_drawn(&self) -> bool {
        self.drawn.get().is_some()
    }

    /// Takes bytes that were drawn before.
    pub fn take(&self, bytes: Vec<u8>) {
        let hash = blake3::hash(&bytes);
        self.drawn.get_or_init(|| Drawn { bytes, hash });
    }

    /// Its bytes, drawn if need be.
    ///
    /// # Errors
    /// When the photograph cannot be read any more.
    pub fn bytes(&self) -> io::Result<&[u8]> {
        if !self.is_drawn() {
            self.take(match &self.recipe {
                Recipe::Size(size) => {
                    let drawn = photo::draw(&size.original, &[size])?;
                    drawn.into_iter().next().unwrap_or_default()
                }
                Recipe::Vector(vector) => vector.draw(),
            });
        }
        Ok(self.drawn.get().map(|drawn| drawn.bytes.as_slice()).unwrap_or_default())
    }

    /// BLAKE3 of its bytes; of nothing when they cannot be drawn.
    pub fn hash(&self) -> blake3::Hash {
        let _ = self.bytes();
        self.drawn.get().map_or_else(|| blake3::hash(&[]), |drawn| drawn.hash)
    }
}

/// Draws what is not drawn yet, several at a time; a photograph is read once for all its sizes.
///
/// # Errors
/// When a photograph cannot be read any more.
pub fn draw(drawings: &[&Drawing]) -> io::Result<()> {
    let mut photos: BTreeMap<&[u8], Vec<(&Drawing, &Size)>> = BTreeMap::new();
    let mut vectors = Vec::new();
    for drawing in drawings.iter().filter(|drawing| !drawing.is_drawn()) {
        match &drawing.recipe {
            Recipe::Size(size) => {
                photos.entry(size.original.hash.as_bytes()).or_default().push((drawing, size));
            }
            Recipe::Vector(_) => vectors.push(*drawing),
        }
    }
    let of_photo = |sizes: &Vec<(&Drawing, &Size)>| {
        let Some((_, first)) = sizes.first() else { return Ok(()) };
        let original: &Binary = &first.original;
        let wanted: Vec<&Size> = sizes.iter().map(|(_, size)| *size).collect();
        for ((drawing, _), bytes) in sizes.iter().zip(photo::draw(original, &wanted)?) {
            drawing.take(bytes);
        }
        Ok(())
    };
    let photos: Vec<_> = photos.into_values().collect();
    let (photos, vectors) = rayon::join(
        || photos.par_iter().map(of_photo).collect::<io::Result<()>>(),
        || vectors.par_iter().map(|drawing| drawing.bytes().map(drop)).collect::<io::Result<()>>(),
    );
    photos.and(vectors)
}

/// A hash of parts, for a key.
fn key(version: &str, kind: &str, parts: &[&[u8]]) -> Key {
    memo::key(&[&[version.as_bytes(), kind.as_bytes()], parts].concat())
}
