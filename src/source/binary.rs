//! A file that is copied as it is: held in memory or left on the disk, and then read again with the
//! question whether it is still the same.

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::media::{Content, Pdf};

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
}

impl Binary {
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

    /// The file is opened once, and what was opened is looked at: a pipe that was put in its place
    /// would never end, and never begin.
    fn read_again(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut options = std::fs::File::options();
        options.read(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
        }
        let file = options.open(path)?;
        let is_same = |facts: std::fs::Metadata| facts.is_file() && facts.len() == self.size;
        if !is_same(file.metadata()?) {
            return Err(changed(path));
        }
        let mut bytes = Vec::new();
        file.take(self.size.saturating_add(1)).read_to_end(&mut bytes)?;
        if blake3::hash(&bytes) == self.hash { Ok(bytes) } else { Err(changed(path)) }
    }
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
