//! Files compressed beforehand, beside those that are not: for servers that would otherwise compress
//! them for everybody anew (`outputs: {gzip: true}` in site.yaml).

use std::io::{self, Write};

use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use super::hosting::headers;
use crate::files::{Body, Files, OutPath};
use crate::media_type;

/// Adds them. What would be no smaller has none, and what is there already stays.
pub fn add(files: &mut Files) {
    let packed: Vec<(OutPath, Body)> = files
        .par_iter()
        .filter(|(path, _)| headers::is_compressible(media_type::of(path)))
        .filter_map(|(path, body)| {
            let bytes = body.read().ok()?;
            let packed = packed(&bytes).ok().filter(|packed| packed.len() < bytes.len())?;
            Some((format!("{path}.gz"), packed.into()))
        })
        .collect();
    for (path, body) in packed {
        files.entry(path).or_insert(body);
    }
}

/// The same bytes on every machine: neither time nor name nor system (RFC 1952 2.3.1).
fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}
