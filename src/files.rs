//! The finished files: paths and bytes, before anybody publishes or serves them. The bytes are
//! shared: the next build, the manifest, the folder and the preview all hold the same ones. Or they
//! leave as soon as they are made, to where a [`Sink`] puts them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::ops::Deref;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::drawing::Drawing;
use crate::source::{Binary, open_without_waiting};

/// A path below the output folder, with `/`: `presse/index.html`.
pub type OutPath = String;

/// The finished files.
pub type Files = BTreeMap<OutPath, Body>;

/// Whether a path leads nowhere but below its folder, whatever wrote it.
pub fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Takes finished files, each as soon as it is made.
pub trait Sink: Sync {
    /// Takes a file; gives what stands for it from then on. What cannot be put away stays as it is.
    fn take(&self, path: &str, body: Body) -> Body;

    /// Whether somebody waits for a file: what stands in it is made before all others.
    fn awaits(&self, _: &str) -> bool {
        false
    }

    /// Shows such files. No mistake is known yet; one may still be found in what is made after them.
    fn show(&self, _: Files) {}
}

/// Holds all files: for the preview, and for whoever asks what is in them.
#[derive(Debug, Clone, Copy)]
pub struct InMemory;

impl Sink for InMemory {
    fn take(&self, _: &str, body: Body) -> Body {
        body
    }
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
    /// Bytes that an output made and a [`Sink`] put away.
    Away(Arc<Away>),
}

/// Bytes that are in a file.
#[derive(Debug)]
pub struct Away {
    /// The file.
    pub file: PathBuf,
    /// Length in bytes.
    pub size: u64,
    /// BLAKE3 of the bytes.
    pub hash: blake3::Hash,
    /// Whether the file waits to be published; else it is the published one.
    pub is_new: bool,
}

impl Away {
    fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or_default());
        open_without_waiting(&self.file)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Bytes that an output made.
#[derive(Debug)]
pub struct Rendered {
    bytes: Vec<u8>,
    hash: OnceLock<blake3::Hash>,
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
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
            Body::Away(away) => away.size,
        }
    }

    /// BLAKE3 of the bytes, worked out once.
    pub fn hash(&self) -> blake3::Hash {
        match self {
            Body::Bytes(rendered) => *rendered.hash.get_or_init(|| blake3::hash(&rendered.bytes)),
            Body::Copy(binary) => binary.published_hash(),
            Body::Drawn(drawing) => drawing.hash(),
            Body::Away(away) => away.hash,
        }
    }

    /// The bytes that an output made; `None` of a copy, of a picture, and of what a [`Sink`] put away
    /// and is gone: that cannot be published either.
    pub fn made(&self) -> Option<Cow<'_, [u8]>> {
        match self {
            Body::Bytes(_) | Body::Away(_) => self.read().ok(),
            Body::Copy(_) | Body::Drawn(_) => None,
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

    /// The file that holds the bytes, when they are not in memory.
    pub fn source(&self) -> Option<&Path> {
        match self {
            Body::Copy(binary) => binary.published_file(),
            Body::Away(away) => Some(&away.file),
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
            Body::Away(away) => away.read().map(Cow::Owned),
        }
    }
}
