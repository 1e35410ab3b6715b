//! What is published now: the manifest and the files of a built site, in a folder or on the web.
//! A build never looks here; only comparisons with what readers have do.

pub mod folder;
mod web;

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::files::OutPath;
use crate::manifest::{self, Earlier};
use crate::problem::{MessageLanguage, disk_error};

pub use web::{Answer, Client, Limits, Take, agent, target};

/// Where a site is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In this folder.
    Folder(PathBuf),
    /// At this address, which ends with a `/`.
    Web(String),
}

impl Place {
    /// What was typed: an address, else a folder; `None` when it is an address below which
    /// nothing can be.
    pub fn read(text: &str) -> Option<Place> {
        if !text.starts_with("https://") && !text.starts_with("http://") {
            return Some(Place::Folder(text.into()));
        }
        web::is_base(text).then(|| Place::Web(format!("{}/", text.trim_end_matches('/'))))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::Folder(folder) => folder.display().fmt(f),
            Place::Web(base) => f.write_str(base),
        }
    }
}

/// The headers of an answer, by their names in small letters; a folder has none.
pub type Headers = BTreeMap<String, String>;

/// A published site.
#[derive(Debug)]
pub struct Published {
    reader: Reader,
    manifest: Earlier,
}

#[derive(Debug)]
enum Reader {
    Folder(PathBuf),
    Web(web::Client),
}

impl Reader {
    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        match self {
            Reader::Folder(folder) => folder::read(folder, path),
            Reader::Web(client) => client.read(path),
        }
    }
}

impl Published {
    /// Reads the manifest of what is published; `None` when nothing is published yet.
    ///
    /// # Errors
    /// When the disk or the network fails, or what is there was not made by a build.
    pub fn open(place: &Place, limits: Limits) -> Result<Option<Published>, Unreadable> {
        let mut reader = match place {
            Place::Folder(folder) => Reader::Folder(folder.clone()),
            Place::Web(base) => Reader::Web(web::Client::new(base, limits)?),
        };
        let Some(bytes) = reader.read(manifest::PATH)? else {
            return match place {
                Place::Folder(folder) if !folder::is_empty(folder)? => Err(Unreadable::NotOurs),
                _ => Ok(None),
            };
        };
        let manifest = manifest::read(&bytes).ok_or(Unreadable::NotOurs)?;
        Ok(Some(Published { reader, manifest }))
    }

    /// The version of the program that built it.
    pub fn version(&self) -> &str {
        &self.manifest.version
    }

    /// What the last build was made from; earlier versions did not say.
    pub fn inputs(&self) -> Option<&str> {
        self.manifest.inputs.as_deref()
    }

    /// From what time's view it was built.
    pub fn built_at(&self) -> Option<Timestamp> {
        self.manifest.now
    }

    /// Every file that was built, with its BLAKE3 in hexadecimal.
    pub fn files(&self) -> &BTreeMap<OutPath, String> {
        &self.manifest.files
    }

    /// The size of every file that was built, in bytes.
    pub fn sizes(&self) -> &BTreeMap<OutPath, u64> {
        &self.manifest.sizes
    }

    /// When it was to be built again.
    pub fn next_change_at(&self) -> Option<Timestamp> {
        self.manifest.next_change_at
    }

    /// Where what was at old addresses is now, by the files of the pages that forward.
    pub fn moved(&self) -> &BTreeMap<OutPath, String> {
        &self.manifest.moved
    }

    /// The hash of a file in a folder, however long it is; `None` when it is not there.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn hash(&self, path: &str) -> Result<Option<blake3::Hash>, Unreadable> {
        match &self.reader {
            Reader::Folder(folder) => folder::hash(folder, path),
            Reader::Web(_) => Ok(None),
        }
    }

    /// The web server that has it.
    pub fn server(&mut self) -> Option<&mut Client> {
        match &mut self.reader {
            Reader::Folder(_) => None,
            Reader::Web(client) => Some(client),
        }
    }

    /// The bytes of a file; `None` when it is not there.
    ///
    /// # Errors
    /// When the disk or the network fails.
    pub fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        self.reader.read(path)
    }
}

/// Why what is published cannot be read.
#[derive(Debug)]
pub enum Unreadable {
    /// The disk failed.
    Disk(io::Error),
    /// No build of ours made what is there.
    NotOurs,
    /// At this path lies no plain file: a folder, a pipe, a device, a link that leads out.
    NotAFile(String),
    /// The answer is larger than so many bytes.
    TooLarge(u64),
    /// No complete answer within the time limit.
    TooSlow,
    /// The answer redirects to another host.
    OtherHost(String),
    /// The answer redirects from one address to the next and to no file.
    TooManyRedirects,
    /// The server answers with this status.
    Status(u16),
    /// The network failed, as the client tells it.
    Network(String),
    /// This processor does not support the encryption.
    NoEncryption,
}

impl Unreadable {
    /// The reason in words.
    pub fn message(&self, language: MessageLanguage) -> String {
        let (german, english) = match self {
            Unreadable::Disk(error) => return disk_error(error, language),
            Unreadable::Network(error) => return error.clone(),
            Unreadable::NotOurs => (
                "Was dort liegt, hat kein Build angelegt: build.json fehlt oder ist keine von bba."
                    .to_owned(),
                "no build created what is there: build.json is missing or is not from bba"
                    .to_owned(),
            ),
            Unreadable::NotAFile(path) => (
                format!("{path} ist keine gewöhnliche Datei."),
                format!("{path} is not a plain file"),
            ),
            Unreadable::TooLarge(bytes) => (
                format!("Die Antwort ist größer als {bytes} Bytes."),
                format!("the answer is larger than {bytes} bytes"),
            ),
            Unreadable::TooSlow => (
                "Keine vollständige Antwort in der Zeit, die dafür da ist.".to_owned(),
                "no complete answer within the time limit".to_owned(),
            ),
            Unreadable::OtherHost(url) => (
                format!("Die Antwort leitet auf einen anderen Server weiter: {url}"),
                format!("the answer redirects to another host: {url}"),
            ),
            Unreadable::TooManyRedirects => (
                "Die Antworten leiten immer wieder weiter.".to_owned(),
                "the server redirects too often".to_owned(),
            ),
            Unreadable::Status(status) => (
                format!("Der Server antwortet mit {status}."),
                format!("the server answers with {status}"),
            ),
            Unreadable::NoEncryption => (
                "Dieser Prozessor kann nicht, was die Verschlüsselung braucht.".to_owned(),
                "this processor does not support the encryption".to_owned(),
            ),
        };
        language.pick(german, english)
    }
}
