//! Files of `media/` that may be of any length: only parts of them are held at a time.

use std::io::{self, Read as _};
use std::path::Path;

use super::{Binary, Bytes, MEDIA, Read};
use crate::media::{Content, Kind, film_has_place};
use crate::place::SourcePath;

/// What a file is told by that is read in parts, in bytes.
const BEGINNING: u64 = 64 * 1024;

/// Larger files are read in parts unless they are pictures, in bytes: of these is taken out what a
/// camera wrote into them.
const LARGE: u64 = 64_000_000;

/// A film or a sound, which may be of any length, or a document of which nothing is looked at because
/// it is so large: it is told by its beginning and read in parts.
pub(super) fn read(path: &SourcePath, file: &Path) -> io::Result<Option<Read>> {
    let is_recording = |kind: Kind| matches!(kind, Kind::Mp4 | Kind::Webm | Kind::Mp3 | Kind::Ogg);
    let Some(named) = Kind::named(path).filter(|_| path.starts_with(MEDIA)) else {
        return Ok(None);
    };
    let is_large = !named.is_picture() && std::fs::metadata(file)?.len() > LARGE;
    if !is_large && !is_recording(named) {
        return Ok(None);
    }
    let (mut from, mut beginning) = (std::fs::File::open(file)?, Vec::new());
    io::Read::take(&mut from, BEGINNING).read_to_end(&mut beginning)?;
    let content = match Content::of(&beginning) {
        // Which of these it is stands at its end.
        Content::Known(Kind::Zip) if is_large => office_or_zip(named),
        content => content,
    };
    if !is_large && !matches!(content, Content::Known(kind) if is_recording(kind)) {
        return Ok(None);
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update(&beginning).update_reader(&mut from)?;
    let (size, hash) = (hasher.count(), hasher.finalize());
    let bytes = Bytes::OnDisk(file.to_owned());
    let has_place = film_has_place(content, &mut from)?;
    let binary = Binary::in_parts(bytes, (size, hash), content, has_place);
    Ok(Some(Read::Binary(path.clone(), binary)))
}

/// What a ZIP file is by its name.
fn office_or_zip(named: Kind) -> Content {
    match named {
        Kind::Odt | Kind::Docx | Kind::Xlsx | Kind::Pptx => Content::Known(named),
        _ => Content::Known(Kind::Zip),
    }
}
