//! The only reader of the disk. [`Sources`] is everything a build depends on, read once:
//! after [`Sources::read`] nothing else touches a file, so a build is a function of its
//! sources and options, and tests make theirs with [`Sources::from_memory`].

#![expect(clippy::disallowed_methods, reason = "the room that reads the disk")]

mod binary;
mod conflict;
mod digest;
mod disk_name;
mod in_parts;
mod links;
mod names;
mod older;
mod part;
mod root;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::built_in;
use crate::composed::composed;
use crate::diagnostic::Diagnostic;
use crate::host::hidden_character;
use crate::media::Kind;
use crate::place::SourcePath;
use crate::problem::{FileProblem, Hazard, MediaProblem, Problem, YamlProblem, code_point};

pub use binary::{Binary, Bytes, open_without_waiting};
pub use disk_name::on_disk;
pub use names::{is_for_servers, is_left_behind, is_reserved, reserved_part};
pub use root::{has_content, root_above};

/// Where pictures and documents lie that content names.
pub const MEDIA: &str = "content/media/";

/// The largest content file, in bytes (contract: 1 MB).
pub const MAX_TEXT_BYTES: u64 = 1_000_000;

/// Where the default theme is among the sources. It is in the program and in no root: no
/// file of a root has such a path.
pub const BUILT_IN_THEME: &str = "built-in/themes/bba";

/// The templates of the default theme.
pub const BUILT_IN_TEMPLATES: &str = "built-in/themes/bba/templates/";

/// The folders of a root that a build reads.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// All files of a root that a build depends on.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Sources {
    texts: BTreeMap<SourcePath, String>,
    binaries: BTreeMap<SourcePath, Binary>,
    /// Texts that nobody can make sense of, as they are shown in messages: never parsed.
    unusable: BTreeMap<SourcePath, String>,
    diagnostics: Vec<Diagnostic>,
    /// See `older`.
    lost: BTreeSet<SourcePath>,
}

enum Read {
    Text(SourcePath, String),
    Binary(SourcePath, Binary),
    TooLarge(SourcePath, u64),
    NotInMedia(SourcePath),
    Unusable(SourcePath, String, Range<usize>, Problem),
}

impl Sources {
    /// Reads `content/` and `themes/` below `root`, over the default theme.
    ///
    /// # Errors
    /// When the root is not there or the disk fails. A file that an editor should fix
    /// (too large, not UTF-8, a link out of the tree) is a diagnostic, not an error.
    pub fn read(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        if !root.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let mut files = Vec::new();
        let mut sources = Sources::with_default_theme();
        for folder in FOLDERS {
            if root.join(folder).is_dir() {
                sources.diagnostics.extend(tree::list(&root, folder, &mut files)?);
            }
        }
        let read: Vec<Read> =
            files.into_par_iter().map(|path| read(&root, path)).collect::<io::Result<_>>()?;
        for file in read {
            sources.keep(file);
        }
        Ok(sources)
    }

    /// The same from pairs of path and bytes.
    pub fn from_memory<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Self {
        let mut sources = Sources::with_default_theme();
        for (path, bytes) in files {
            let path: SourcePath = composed(path).into();
            sources.diagnostics.extend(tree::missed(&path));
            if !names::is_ignored(&path) {
                sources.keep(from_memory(path, bytes));
            }
        }
        sources
    }

    /// Adds a content file that is not on the disk yet, to see what would come of it.
    pub fn add(&mut self, path: &str, text: &str) {
        self.keep(from_memory(path.into(), text.as_bytes()));
    }

    /// One file of a root alone; nothing where it cannot be read.
    pub fn of_file(root: &Path, path: &str) -> Self {
        let mut sources = Sources::default();
        if let Ok(text) = as_written(&root.join(path)) {
            sources.add(path, &text);
        }
        sources
    }

    fn with_default_theme() -> Self {
        let mut sources = Sources::default();
        for (name, bytes) in built_in::THEME {
            let path = format!("{BUILT_IN_THEME}/{name}").into();
            sources.keep(from_memory(path, bytes));
        }
        sources
    }

    fn keep(&mut self, file: Read) {
        match file {
            Read::Text(path, text) => drop(self.texts.insert(path, text)),
            Read::Binary(path, binary) => {
                if let Some(character) = hidden_character(&path) {
                    let character = code_point(character);
                    self.diagnostics
                        .push(Diagnostic::whole(&path, Hazard::LeftOutForName { character }));
                    return;
                }
                if self.binaries.insert(path.clone(), binary).is_some() && path.starts_with(MEDIA) {
                    let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
                    self.diagnostics
                        .push(Diagnostic::whole(&path, Hazard::TwiceInUnicode { name }));
                }
            }
            Read::TooLarge(path, size) => {
                self.diagnostics.push(Diagnostic::whole(&path, FileProblem::FileTooLarge { size }));
            }
            Read::NotInMedia(path) => {
                let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
                self.diagnostics.push(Diagnostic::whole(&path, MediaProblem::NotInMedia { name }));
            }
            Read::Unusable(path, shown, range, problem) => {
                self.diagnostics.push(Diagnostic::bytes(&path, range, problem));
                self.unusable.insert(path, shown);
            }
        }
    }

    /// The same files but some.
    pub fn without<'p>(&self, paths: impl Iterator<Item = &'p SourcePath>) -> Self {
        let mut rest = self.clone();
        for path in paths {
            rest.texts.remove(path);
        }
        rest
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// The text of a file as it is shown in a message, also of one that is never parsed.
    pub fn shown(&self, path: &str) -> &str {
        self.text(path).or_else(|| self.unusable.get(path).map(String::as_str)).unwrap_or("")
    }

    /// Texts whose path begins with `prefix`, in the order of their paths.
    pub fn texts<'s>(
        &'s self,
        prefix: &'s str,
    ) -> impl Iterator<Item = (&'s SourcePath, &'s str)> + 's {
        below(&self.texts, prefix).map(|(path, text)| (path, text.as_str()))
    }

    /// Copied files whose path begins with `prefix`, in the order of their paths.
    pub fn binaries<'s>(
        &'s self,
        prefix: &'s str,
    ) -> impl Iterator<Item = (&'s SourcePath, &'s Binary)> + 's {
        below(&self.binaries, prefix)
    }

    /// The copied file at a path.
    pub fn binary(&self, path: &str) -> Option<&Binary> {
        self.binaries.get(path)
    }

    /// Whether there is a theme of that name: the default one, or a folder below `themes/`.
    pub fn has_theme(&self, theme: &str) -> bool {
        let folder = format!("themes/{theme}/");
        theme == built_in::THEME_NAME
            || self.texts(&folder).next().is_some()
            || self.binaries(&folder).next().is_some()
    }

    /// The texts of a theme below one of its folders, by name: its own, else the default's.
    pub fn theme_texts(&self, theme: &str, folder: &str) -> ThemeFiles<'_, String> {
        layered(&self.texts, theme, folder)
    }

    /// The static files of a theme, by name: its own, else the default's.
    pub fn theme_static(&self, theme: &str) -> ThemeFiles<'_, Binary> {
        layered(&self.binaries, theme, "static")
    }

    /// Files that could not be read as content, with the reason.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether a file is there but was refused, so that nobody is told it is missing.
    pub fn refused(&self, path: &str) -> bool {
        let mut errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
        errors.any(|diagnostic| &*diagnostic.place.file == path)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.texts.len() + self.binaries.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The text of a file as it is on the disk, with its byte order mark and its line ends: to be
/// changed in one place and written again.
///
/// # Errors
/// When it cannot be read, or is not UTF-8.
pub fn as_written(file: &Path) -> io::Result<String> {
    std::fs::read_to_string(file)
}

/// Whether two paths lead to one file that is there.
pub fn is_same_file(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

/// Files whose path begins with `prefix`, in the order of their paths.
fn below<'s, T>(
    files: &'s BTreeMap<SourcePath, T>,
    prefix: &'s str,
) -> impl Iterator<Item = (&'s SourcePath, &'s T)> + 's {
    let from = files.range(SourcePath::from(prefix)..);
    from.take_while(move |(path, _)| path.starts_with(prefix))
}

/// Files of a theme, with their paths, by their names below one of its folders.
pub type ThemeFiles<'s, T> = BTreeMap<&'s str, (&'s SourcePath, &'s T)>;

/// The default theme's files, and over them those of the theme.
fn layered<'s, T>(
    files: &'s BTreeMap<SourcePath, T>,
    theme: &str,
    folder: &str,
) -> ThemeFiles<'s, T> {
    let mut found = ThemeFiles::new();
    for layer in [BUILT_IN_THEME, &format!("themes/{theme}")] {
        let prefix = format!("{layer}/{folder}/");
        for (path, file) in files.range(SourcePath::from(prefix.as_str())..) {
            let Some(name) = path.strip_prefix(prefix.as_str()) else { break };
            found.insert(name, (path, file));
        }
    }
    found
}

/// Whether a file is of a theme, of the built-in one too.
pub fn is_of_theme(path: &str) -> bool {
    path.starts_with("themes/") || path.starts_with(BUILT_IN_THEME)
}

/// Whether a file is copied: everything in `media/` and `static/`. Content and templates are texts.
pub fn is_copied(path: &str) -> bool {
    path.starts_with(MEDIA) || (is_of_theme(path) && path.contains("/static/"))
}

/// Whether a file of the content is a picture or a document by its name: it lies in a folder
/// where nobody looks for one.
fn is_not_in_media(path: &str) -> bool {
    path.starts_with("content/") && Kind::named(path).is_some()
}

fn read(root: &Path, (path, file): (SourcePath, PathBuf)) -> io::Result<Read> {
    let named = |error: io::Error| {
        let file = file.strip_prefix(root).unwrap_or(&file).display();
        io::Error::new(error.kind(), format!("{file}: {error}"))
    };
    if is_copied(&path) {
        if let Some(read) = in_parts::read(&path, &file).map_err(named)? {
            return Ok(read);
        }
        let bytes = std::fs::read(&file).map_err(named)?;
        let is_media = path.starts_with(MEDIA);
        let place = if is_media { Bytes::OnDisk(file) } else { Bytes::Held(bytes[..].into()) };
        return Ok(binary(path, place, &bytes));
    }
    if is_not_in_media(&path) {
        return Ok(Read::NotInMedia(path));
    }
    let size = std::fs::metadata(&file).map_err(named)?.len();
    if size > MAX_TEXT_BYTES {
        return Ok(Read::TooLarge(path, size));
    }
    Ok(text(path, std::fs::read(&file).map_err(named)?))
}

fn from_memory(path: SourcePath, bytes: &[u8]) -> Read {
    if is_copied(&path) {
        binary(path, Bytes::Held(bytes.into()), bytes)
    } else if is_not_in_media(&path) {
        Read::NotInMedia(path)
    } else if bytes.len() as u64 > MAX_TEXT_BYTES {
        Read::TooLarge(path, bytes.len() as u64)
    } else {
        text(path, bytes.to_vec())
    }
}

fn binary(path: SourcePath, place: Bytes, bytes: &[u8]) -> Read {
    let read = if path.starts_with(MEDIA) { Binary::of_media } else { Binary::of_theme };
    Read::Binary(path, read(place, bytes))
}

/// Takes off a byte order mark and makes every end of a line LF (CommonMark 2.1; YAML 1.2.2, 5.4):
/// neither may change the output.
fn text(path: SourcePath, bytes: Vec<u8>) -> Read {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let shown = String::from_utf8_lossy(error.as_bytes());
            let shown = shown.strip_prefix('\u{feff}').unwrap_or(&shown).to_owned();
            let first = shown.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
            let range = first..first + char::REPLACEMENT_CHARACTER.len_utf8();
            return Read::Unusable(path, shown, range, FileProblem::NotUtf8.into());
        }
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    // CommonMark 2.3: U+0000 is replaced.
    let text = if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text };
    match conflict::marker(&text).filter(|_| path.starts_with("content/")) {
        Some(range) => Read::Unusable(path, text, range, YamlProblem::ConflictMarker.into()),
        None => Read::Text(path, text),
    }
}
