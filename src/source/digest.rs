//! Whether two reads of a root found the same.

use super::Sources;
use crate::memo;

impl Sources {
    /// A hash of all that was read: paths and bytes, also of files that cannot be used.
    pub fn digest(&self) -> blake3::Hash {
        let texts = self.texts.iter().chain(&self.unusable);
        let texts = texts.flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]);
        let binaries = self.binaries.iter();
        let binaries = binaries
            .flat_map(|(path, binary)| [path.as_bytes(), binary.hash.as_bytes().as_slice()]);
        let refused = self.diagnostics.iter();
        let refused = refused
            .flat_map(|found| [found.place.file.as_bytes(), found.problem.code().as_bytes()]);
        let lost = self.lost.iter().map(|path| path.as_bytes());
        memo::key(&texts.chain(binaries).chain(refused).chain(lost).collect::<Vec<_>>())
    }
}
