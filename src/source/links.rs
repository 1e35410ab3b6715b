//! Where links in the tree may lead. What a link names gets onto the site under the link's name:
//! a link out of `media/` would publish a password file, one to a hidden file what was to stay
//! hidden, one to the file of an event its text before its time.

use std::path::Path;

use super::{MEDIA, names};
use crate::media::Kind;

/// Whether a link at a path from the root may lead to a place on the disk, its last target: inside
/// of its own folder of kind, and to a name that would be read there.
pub(super) fn may_lead(root: &Path, link: &str, target: &Path) -> bool {
    let Some(folder) = folder_of_kind(link) else { return false };
    let Ok(inside) = root.join(folder).canonicalize() else { return false };
    let Ok(rest) = target.strip_prefix(&inside) else { return false };
    // The link's folder itself is above it: a circle.
    let name = rest.iter().map(names::readable).collect::<Vec<_>>().join("/");
    let path = format!("{folder}/{name}");
    let may_be_published =
        !path.starts_with(MEDIA) || target.is_dir() || Kind::named(&path).is_some();
    !name.is_empty() && may_be_published && !names::is_ignored(&path)
}

/// The folder of kind that a path is in: `content/media`, `themes/NAME/static`.
fn folder_of_kind(path: &str) -> Option<&str> {
    let depth = if path.starts_with("themes/") { 3 } else { 2 };
    let (end, _) = path.match_indices('/').nth(depth - 1)?;
    path.get(..end)
}

#[cfg(test)]
mod tests {
    use super::folder_of_kind;

    #[test]
    fn every_folder_that_holds_one_kind_of_files_is_one() {
        for (path, folder) in [
            ("content/media/a/b.pdf", Some("content/media")),
            ("content/events/x.yaml", Some("content/events")),
            ("themes/bba/static/x.css", Some("themes/bba/static")),
            ("content/site.yaml", None),
            ("content/media", None),
            ("themes/bba/static", None),
            ("content", None),
        ] {
            assert_eq!(folder_of_kind(path), folder, "{path}");
        }
    }
}
