//! `build.json`: what was built, from what time's view, and when a rebuild would next differ.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::dates::rfc3339_utc;
use crate::files::{Body, Files, OutPath};
use crate::findings::Located;
use crate::problem::{Problem, TranslationWarning};
use crate::site::Programme;

/// The path of the manifest.
pub const PATH: &str = "build.json";

/// Marks an output folder as ours.
pub const GENERATOR: &str = "bba";

#[derive(Serialize)]
struct Manifest<'m> {
    generator: &'static str,
    version: &'static str,
    /// A hash of sources, theme, version and options: whether the next build would have the same.
    inputs: String,
    now: String,
    next_change_at: Option<String>,
    /// Whether drafts and what is under embargo are in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    drafts: bool,
    /// What is not translated, by language: texts as `file:line:column`, and translations that
    /// are older than their original, or not known to be up to date.
    translations: BTreeMap<&'m str, TranslationGaps>,
    /// Where what was at old addresses is now, by the files of the pages that forward.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    moved: &'m BTreeMap<OutPath, String>,
    files: BTreeMap<&'m str, FileEntry>,
}

/// What the translations into a language lack.
#[derive(Debug, Default, Serialize)]
struct TranslationGaps {
    missing: Vec<String>,
    outdated: Vec<String>,
    unconfirmed: Vec<String>,
}

#[derive(Serialize)]
struct FileEntry {
    size: u64,
    blake3: String,
}

/// The manifest of all other files, but for pictures that nobody has drawn yet.
pub fn manifest(
    programme: &Programme,
    inputs: blake3::Hash,
    found: &[Located],
    moved: &BTreeMap<OutPath, String>,
    files: &Files,
) -> Body {
    let manifest = Manifest {
        generator: GENERATOR,
        version: env!("CARGO_PKG_VERSION"),
        inputs: inputs.to_hex().to_string(),
        now: rfc3339_utc(programme.now),
        translations: translations(programme, found),
        next_change_at: programme.next_change().map(rfc3339_utc),
        drafts: programme.drafts,
        moved,
        files: files
            .iter()
            .filter(|(path, body)| *path != PATH && body.undrawn().is_none())
            .map(|(path, body)| {
                let blake3 = body.hash().to_hex().to_string();
                (path.as_str(), FileEntry { size: body.size(), blake3 })
            })
            .collect(),
    };
    Body::json(&manifest)
}

/// What a manifest says of a site that was built before.
#[derive(Debug)]
pub struct Earlier {
    /// The version of the program that built it.
    pub version: String,
    /// What it was built from, in hexadecimal; earlier versions did not say.
    pub inputs: Option<String>,
    /// From what time's view it was built.
    pub now: Option<Timestamp>,
    /// When it was to be built again.
    pub next_change_at: Option<Timestamp>,
    /// Whether it is a preview, with drafts and what is under embargo.
    pub drafts: bool,
    /// Where what was at old addresses is now, by the files of the pages that forward; earlier
    /// versions did not say.
    pub moved: BTreeMap<OutPath, String>,
    /// All other files, with their BLAKE3 in hexadecimal.
    pub files: BTreeMap<OutPath, String>,
    /// Their sizes in bytes, where it says them.
    pub sizes: BTreeMap<OutPath, u64>,
}

/// Reads a manifest; `None` when no build of ours wrote it.
pub fn read(bytes: &[u8]) -> Option<Earlier> {
    #[derive(Deserialize)]
    struct Written {
        generator: String,
        #[serde(default)]
        version: String,
        inputs: Option<String>,
        now: Option<String>,
        next_change_at: Option<String>,
        #[serde(default)]
        drafts: bool,
        #[serde(default)]
        moved: BTreeMap<OutPath, String>,
        files: BTreeMap<OutPath, FileRecord>,
    }
    #[derive(Deserialize)]
    struct FileRecord {
        blake3: String,
        #[serde(default)]
        size: u64,
    }
    let Written { generator, version, inputs, now, next_change_at, drafts, moved, files } =
        serde_json::from_slice(bytes).ok()?;
    let now = now.and_then(|now| now.parse().ok());
    let next_change_at = next_change_at.and_then(|at| at.parse().ok());
    let sizes = files.iter().map(|(path, facts)| (path.clone(), facts.size)).collect();
    let files = files.into_iter().map(|(path, facts)| (path, facts.blake3)).collect();
    (generator == GENERATOR).then_some(Earlier {
        version,
        inputs,
        now,
        next_change_at,
        drafts,
        moved,
        files,
        sizes,
    })
}

/// The paths that the beginning of a manifest of ours names, when its end is lost; `None` when it
/// is not one of ours.
pub fn salvage(bytes: &[u8]) -> Option<BTreeSet<OutPath>> {
    let text = String::from_utf8_lossy(bytes);
    let head = format!("{{\n  \"generator\": \"{GENERATOR}\",");
    let rest = text.strip_prefix(&head)?;
    let (_, files) = rest.split_once("\n  \"files\": {").unwrap_or_default();
    // As `manifest` writes them: a line a path, with four spaces before it.
    let paths = files.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(": {"));
    Some(paths.filter_map(|path| serde_json::from_str(path).ok()).collect())
}

/// What `bba check` says about translations, but for items that are not public.
fn translations<'m>(
    programme: &'m Programme,
    found: &[Located],
) -> BTreeMap<&'m str, TranslationGaps> {
    let further = programme.config.languages.iter().skip(1);
    let mut gaps: BTreeMap<&str, TranslationGaps> =
        further.map(|language| (language.tag(), TranslationGaps::default())).collect();
    let public = found.iter().filter(|found| !programme.hidden.contains(&found.file));
    for Located { problem, file, start, .. } in public {
        // `mexiko.en.md` is a translation into `en`.
        let tag = file.rsplit('.').nth(1).unwrap_or_default();
        match problem {
            Problem::Translation(TranslationWarning::Untranslated { languages, .. }) => {
                for language in languages {
                    if let Some(gaps) = gaps.get_mut(language.tag()) {
                        gaps.missing.push(format!("{file}:{}:{}", start.line, start.column));
                    }
                }
            }
            Problem::Translation(TranslationWarning::TranslationLacks { .. }) => {
                let at = format!("{file}:{}:{}", start.line, start.column);
                gaps.get_mut(tag).into_iter().for_each(|s| s.missing.push(at.clone()));
            }
            Problem::Translation(TranslationWarning::TranslationOutdated { .. }) => {
                gaps.get_mut(tag).into_iter().for_each(|s| s.outdated.push(file.to_string()));
            }
            Problem::Translation(TranslationWarning::TranslationUnconfirmed { .. }) => {
                gaps.get_mut(tag).into_iter().for_each(|s| s.unconfirmed.push(file.to_string()));
            }
            _ => {}
        }
    }
    gaps
}
