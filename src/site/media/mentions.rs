//! Where files of `content/media/` are named: by their names, with links, with whole addresses, in
//! the theme.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::composed::composed;
use crate::markdown::Target;
use crate::model::Records;
use crate::place::{SourcePath, Spot};
use crate::problem::ReferenceKind;
use crate::source::{Binary, Bytes, MEDIA, Sources};

/// Where media lie on the site.
const ADDRESS: &str = "/media/";

/// A place that names a file of `media/`.
pub(super) struct Mention {
    pub file: SourcePath,
    pub spot: Spot,
    pub media: SourcePath,
}

/// The path of the file of `media/` that a link leads to, whether it is there or not.
pub(super) fn target(target: &Target, base_url: &str) -> Option<String> {
    match target {
        Target::Content(path, _) => path.starts_with(MEDIA).then(|| path.to_string()),
        Target::Site(path, _) => Some(format!("{MEDIA}{}", path.strip_prefix(ADDRESS)?)),
        Target::Elsewhere(url) => {
            let name = url.strip_prefix(base_url)?.strip_prefix("media/")?;
            Some(decoded(name.split(['#', '?']).next().unwrap_or(name)))
        }
        Target::Anchor(_) => None,
    }
}

fn decoded(name: &str) -> String {
    composed(&format!("{MEDIA}{}", percent_decode_str(name).decode_utf8_lossy())).into_owned()
}

/// Every place that names a file of `media/`: by its name, with a link, with its whole address,
/// or in the theme.
pub(super) fn mentions(records: &Records, sources: &Sources) -> Vec<Mention> {
    let by_reference = records.references.iter().filter_map(|reference| {
        let media: SourcePath = match reference.kind {
            ReferenceKind::Media => format!("{MEDIA}{}", reference.id).into(),
            ReferenceKind::File if reference.id.starts_with(MEDIA) => reference.id.as_str().into(),
            _ => return None,
        };
        Some(Mention { file: reference.file.clone(), spot: reference.spot.clone(), media })
    });
    let by_path = records.links.iter().filter_map(|written| {
        let Target::Site(path, _) = &written.link.target else { return None };
        let media = format!("{MEDIA}{}", path.strip_prefix(ADDRESS)?).into();
        Some(Mention { file: written.file.clone(), spot: written.spot.clone(), media })
    });
    let prefix = format!("{}media/", records.config.base_url);
    let by_address =
        sources.texts("content/").flat_map(|(file, text)| addresses(file, text, &prefix));
    by_reference.chain(by_path).chain(by_address).chain(of_theme(records, sources)).collect()
}

/// What templates and style sheets of the theme name.
fn of_theme(records: &Records, sources: &Sources) -> Vec<Mention> {
    let theme = &records.config.theme;
    let templates = sources.theme_texts(theme, "templates").into_values();
    let statics = sources.theme_static(theme).into_values();
    let statics = statics.filter_map(|(path, binary)| Some((path, held_text(binary)?)));
    let texts = templates.map(|(path, text)| (path, text.as_str())).chain(statics);
    texts
        .flat_map(|(file, text)| addresses(file, text, ADDRESS))
        .map(|mention| Mention { spot: Spot::Whole, ..mention })
        .collect()
}

fn held_text(binary: &Binary) -> Option<&str> {
    match &binary.bytes {
        Bytes::Held(bytes) => std::str::from_utf8(bytes).ok(),
        Bytes::OnDisk(_) => None,
    }
}

/// The addresses in a text that begin with a prefix: they end where one cannot go on.
fn addresses<'t>(
    file: &'t SourcePath,
    text: &'t str,
    prefix: &'t str,
) -> impl Iterator<Item = Mention> + 't {
    text.match_indices(prefix).filter_map(move |(at, _)| {
        let start = at + prefix.len();
        let rest = text.get(start..)?;
        let ends = |c: char| c.is_whitespace() || "\"'<>()[]{}#?,;".contains(c);
        let name = rest.split(ends).next().filter(|name| !name.is_empty())?;
        let range: Range<usize> = at..start + name.len();
        let media = decoded(name.trim_end_matches(['.', '!', ':'])).into();
        Some(Mention { file: file.clone(), spot: Spot::Bytes(range), media })
    })
}
