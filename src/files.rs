//! The finished files: paths and bytes, before anybody writes or serves them. The bytes are
//! shared: the next build, the manifest, the folder and the preview all hold the same ones.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::ops::Deref;
use std::path::{Component, Path};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::drawing::Drawing;
use crate::source::Binary;

/// A path below the output folder, with `/`: `presse/index.html`.
pub type OutPath = String;

/// The finished files.
pub type Files = BTreeMap<OutPath, Body>;

/// Whether a path leads nowhere but below its folder, whatever wrote it.
pub fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// What a file of the output holds.
#[derive(Debug, Clone)]
pub enum Body {
    /// These bytes.
    Bytes(Arc<Rendered>),
    /// The bytes of a source file.
    Copy(Binary),
    /// A picture that is drawn when its bytes are needed.
    Drawn(Arc<Drawing>),
}

/// Bytes that an output made.
#[derive(Debug)]
pub struct Rendered {
    bytes: Vec<u8>,
    hash: OnceLock<blake3::Hash>,
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Body::Bytes(Arc::new(Rendered { bytes, hash: OnceLock::new() }))
    }
}

impl Deref for Rendered {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Body {
    /// A document for programs and for people who look into it, ended by a line end. Texts, numbers
    /// and lists of them always have a JSON form.
    pub fn json(document: &impl Serialize) -> Self {
        let mut bytes = serde_json::to_vec_pretty(document).unwrap_or_default();
        bytes.push(b'\n');
        bytes.into()
    }

    /// Length in bytes; nothing of a picture that cannot be drawn.
    pub fn size(&self) -> u64 {
        match self {
            Body::Bytes(rendered) => rendered.len() as u64,
            Body::Copy(binary) => binary.published_size(),
            Body::Drawn(drawing) => drawing.bytes().map_or(0, |bytes| bytes.len() as u64),
        }
    }

    /// BLAKE3 of the bytes, worked out once.
    pub fn hash(&self) -> blake3::Hash {
        match self {
            Body::Bytes(rendered) => *rendered.hash.get_or_init(|| blake3::hash(&rendered.bytes)),
            Body::Copy(binary) => binary.published_hash(),
            Body::Drawn(drawing) => drawing.hash(),
        }
    }

    /// The picture, when it is one that is drawn and nobody has drawn it yet.
    pub fn undrawn(&self) -> Option<&Arc<Drawing>> {
        self.drawing().filter(|drawing| !drawing.is_drawn())
    }

    /// The picture, when it is one that is drawn.
    pub fn drawing(&self) -> Option<&Arc<Drawing>> {
        match self {
            Body::Drawn(drawing) => Some(drawing),
            _ => None,
        }
    }

    /// The source file that holds the bytes, when they are not in memory.
    pub fn source(&self) -> Option<&Path> {
        match self {
            Body::Copy(binary) => binary.published_file(),
            _ => None,
        }
    }

    /// The bytes; those of a source file may have to be read.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Body::Bytes(rendered) => Ok(Cow::Borrowed(&rendered.bytes)),
            Body::Copy(binary) => binary.published(),
            Body::Drawn(drawing) => drawing.bytes().map(Cow::Borrowed),
        }
    }
}
