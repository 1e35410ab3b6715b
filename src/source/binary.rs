//! A file that is copied as it is: held in memory or left on the disk, and then read again with the
//! question whether it is still the same.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::media::{Content, Kind, Pdf, Picture, cleaned, has_place};

/// A file that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binary {
    /// Where its bytes are.
    pub bytes: Bytes,
    /// Length in bytes.
    pub size: u64,
    /// BLAKE3 of its bytes.
    pub hash: blake3::Hash,
    /// What its bytes are.
    pub content: Content,
    /// What a PDF in `media/` says of itself.
    pub pdf: Option<Pdf>,
    /// What is known of a picture in `media/`.
    pub picture: Option<Picture>,
    /// Whether a document or a film in `media/` says where something in it was recorded.
    pub has_place: bool,
    /// What is published of a picture in `media/` that holds more than is.
    clean: Option<Clean>,
}

/// A picture without what a camera or a program wrote into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clean {
    size: u64,
    hash: blake3::Hash,
}

impl Binary {
    /// A file of `media/` of which only parts are held at a time.
    pub(super) fn in_parts(
        bytes: Bytes,
        (size, hash): (u64, blake3::Hash),
        content: Content,
        has_place: bool,
    ) -> Self {
        Binary { bytes, size, hash, content, pdf: None, picture: None, has_place, clean: None }
    }

    /// A file of a theme.
    pub(super) fn of_theme(bytes: Bytes, all: &[u8]) -> Self {
        let (size, hash) = (all.len() as u64, blake3::hash(all));
        let content = Content::of(all);
        Binary {
            bytes,
            size,
            hash,
            content,
            pdf: None,
            picture: None,
            has_place: false,
            clean: None,
        }
    }

    /// A file of `media/`. All that is ever to be known of it is looked at while its bytes are at
    /// hand.
    pub(super) fn of_media(bytes: Bytes, all: &[u8]) -> Self {
        let binary = Binary::of_theme(bytes, all);
        let content = binary.content;
        let clean = match cleaned(content, all) {
            Cow::Borrowed(_) => None,
            Cow::Owned(clean) => {
                Some(Clean { size: clean.len() as u64, hash: blake3::hash(&clean) })
            }
        };
        Binary {
            pdf: (content == Content::Known(Kind::Pdf)).then(|| Pdf::read(all)).flatten(),
            picture: Picture::of(content, all),
            has_place: has_place(content, all),
            clean,
            ..binary
        }
    }

    /// How many bytes of it are published.
    pub fn published_size(&self) -> u64 {
        self.clean.map_or(self.size, |clean| clean.size)
    }

    /// BLAKE3 of what of it is published.
    pub fn published_hash(&self) -> blake3::Hash {
        self.clean.map_or(self.hash, |clean| clean.hash)
    }

    /// The file that is published as it is.
    pub fn published_file(&self) -> Option<&Path> {
        match &self.bytes {
            Bytes::OnDisk(file) if self.clean.is_none() => Some(file),
            _ => None,
        }
    }

    /// What of it is published.
    ///
    /// # Errors
    /// As [`Binary::read`].
    pub fn published(&self) -> io::Result<Cow<'_, [u8]>> {
        let bytes = self.read()?;
        if self.clean.is_none() {
            return Ok(bytes);
        }
        Ok(Cow::Owned(cleaned(self.content, &bytes).into_owned()))
    }

    /// The bytes.
    ///
    /// # Errors
    /// When the file can no longer be read, or is another than was read: whoever asks gets what was
    /// checked, or nothing.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        match &self.bytes {
            Bytes::OnDisk(file) => self.read_again(file).map(Cow::Owned),
            Bytes::Held(bytes) => Ok(Cow::Borrowed(bytes)),
        }
    }

    /// The file is opened once, and what was opened is looked at.
    fn read_again(&self, path: &Path) -> io::Result<Vec<u8>> {
        let file = open_without_waiting(path)?;
        let is_same = |facts: std::fs::Metadata| facts.is_file() && facts.len() == self.size;
        if !is_same(file.metadata()?) {
            return Err(changed(path));
        }
        let mut bytes = Vec::new();
        file.take(self.size.saturating_add(1)).read_to_end(&mut bytes)?;
        if blake3::hash(&bytes) == self.hash { Ok(bytes) } else { Err(changed(path)) }
    }
}

/// Opens what should be a file: should it be a pipe, it is not waited for its other end. Whoever opens
/// it looks at what was opened; reading a pipe or a device would never end.
///
/// # Errors
/// When it cannot be opened.
pub fn open_without_waiting(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    options.open(path)
}

fn changed(path: &Path) -> io::Error {
    let changed = format!("{} is another file than was read", path.display());
    io::Error::new(io::ErrorKind::InvalidData, changed)
}

/// Where the bytes of a copied file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bytes {
    /// In a file of `media/`; photographs are not held in memory.
    OnDisk(PathBuf),
    /// In memory.
    Held(Arc<[u8]>),
}
