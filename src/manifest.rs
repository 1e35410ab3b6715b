//! `build.json`: what was built, from what time's view, and when a rebuild would next differ.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::check::Files;
use crate::dates::rfc3339_utc;
use crate::outputs::Body;
use crate::site::Programme;

/// The path of the manifest.
pub const PATH: &str = "build.json";

/// Marks an output folder as ours.
pub const GENERATOR: &str = "bba";

#[derive(Serialize)]
struct Manifest<'m> {
    generator: &'static str,
    version: &'static str,
    now: String,
    next_change_at: Option<String>,
    files: BTreeMap<&'m str, FileFacts>,
}

#[derive(Serialize)]
struct FileFacts {
    size: u64,
    blake3: String,
}

/// The manifest of all other files.
pub fn manifest(programme: &Programme, files: &Files) -> Body {
    let facts = |(path, body): (&'_ String, &Body)| match body {
        Body::Bytes(bytes) => (path.clone(), bytes.len() as u64, blake3::hash(bytes)),
        Body::Copy(binary) => (path.clone(), binary.size, binary.hash),
    };
    let hashed: Vec<(String, u64, blake3::Hash)> = files.par_iter().map(facts).collect();
    let manifest = Manifest {
        generator: GENERATOR,
        version: env!("CARGO_PKG_VERSION"),
        now: rfc3339_utc(programme.now),
        next_change_at: programme.next_change().map(rfc3339_utc),
        files: hashed
            .iter()
            .map(|(path, size, hash)| {
                (path.as_str(), FileFacts { size: *size, blake3: hash.to_hex().to_string() })
            })
            .collect(),
    };
    // Strings and numbers always have a JSON form.
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    Body::Bytes(bytes)
}
