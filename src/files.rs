//! The finished files: paths and bytes, before anybody writes or serves them. The bytes are
//! shared: the next build, the manifest, the folder and the preview all hold the same ones.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::ops::Deref;
use std::path::{Component, Path};
use std::sync::{Arc, OnceLock};

use crate::source::{Binary, Bytes};

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
    /// Length in bytes.
    pub fn size(&self) -> u64 {
        match self {
            Body::Bytes(rendered) => rendered.len() as u64,
            Body::Copy(binary) => binary.size,
        }
    }

    /// BLAKE3 of the bytes, worked out once.
    pub fn hash(&self) -> blake3::Hash {
        match self {
            Body::Bytes(rendered) => *rendered.hash.get_or_init(|| blake3::hash(&rendered.bytes)),
            Body::Copy(binary) => binary.hash,
        }
    }

    /// The source file that holds the bytes, when they are not in memory.
    pub fn source(&self) -> Option<&Path> {
        match self {
            Body::Copy(Binary { bytes: Bytes::OnDisk(file), .. }) => Some(file),
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
            Body::Copy(binary) => binary.read(),
        }
    }
}
