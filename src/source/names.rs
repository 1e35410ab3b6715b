//! Names of files that are no content: hidden ones, and those that programs leave beside what
//! somebody works on.

use std::ffi::OsStr;

/// Whether a path is passed over without a word. In `media/` what programs leave is named: it was
/// uploaded, and may hold what nobody wants to publish.
pub(super) fn is_ignored(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    is_below_hidden(path) || (!path.starts_with("content/media/") && is_left_behind(name))
}

/// Whether a path has a hidden name. Some in a theme's `static/` are none: servers look for them
/// under these names.
pub(super) fn is_below_hidden(path: &str) -> bool {
    match static_name(path) {
        Some((name, rest)) if is_for_servers(name) => rest.split('/').any(is_hidden),
        _ => path.split('/').any(is_hidden),
    }
}

/// The hidden file or folder of a theme's `static/` that a path leads to or through, and that
/// somebody could miss on the site; nothing of what programs make.
pub(super) fn missed(path: &str) -> Option<&str> {
    static_name(path)?;
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let hidden = ends.filter_map(|end| path.get(..end)).find(|path| is_below_hidden(path))?;
    let name = hidden.rsplit('/').next()?;
    let is_of_programs = [".DS_Store", ".directory"].contains(&name)
        || name.starts_with("._")
        || name.starts_with(".git")
        || is_left_behind(name);
    (!is_of_programs).then_some(hidden)
}

/// The name at the top of a theme's `static/` that a path begins with, and what is below it.
fn static_name(path: &str) -> Option<(&str, &str)> {
    let (theme, name) = path.strip_prefix("themes/")?.split_once("/static/")?;
    let is_theme = !theme.contains('/') && !is_hidden(theme);
    is_theme.then(|| name.split_once('/').unwrap_or((name, "")))
}

/// Whether web servers and Git hosts look for a name; they give such a file to nobody.
pub fn is_for_servers(name: &str) -> bool {
    matches!(name, ".well-known" | ".nojekyll" | ".htaccess" | "_headers" | "_redirects")
}

/// Whether a name begins like those that are hidden.
fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

/// The part of a path of the content that Windows takes for no file or folder.
pub fn reserved_part(path: &str) -> Option<&str> {
    path.strip_prefix("content/")?.split('/').find(|part| is_reserved(part))
}

/// Names that Windows keeps for devices, whatever follows behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether Windows takes no file of that name (Microsoft, “Naming Files, Paths, and Namespaces”).
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let is_port = ["com", "lpt"].iter().any(|kind| {
        let number = stem.strip_prefix(kind).unwrap_or_default();
        matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
    });
    let has_sign = name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']);
    is_port || has_sign || DEVICES.contains(&stem.as_str()) || name.ends_with(['.', ' '])
}

/// Whether a program left a file behind: the lock file of a word processor, the backup copy of an
/// editor, a picture store of a system, half a download.
pub fn is_left_behind(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_store = ["thumbs.db", "ehthumbs.db", "desktop.ini"].contains(&name.as_str());
    let is_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    let endings = ["~", ".swp", ".swo", ".orig", ".rej", ".bak", ".tmp", ".part", ".crdownload"];
    is_store
        || is_emacs
        || name.starts_with("~$")
        || name.starts_with(".~lock.")
        || endings.iter().any(|ending| name.ends_with(ending))
}

/// A name with what is not UTF-8 as `\xFF`, so that people can tell two such files apart.
pub(super) fn readable(name: &OsStr) -> String {
    let mut readable = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        readable.push_str(chunk.valid());
        for byte in chunk.invalid() {
            readable.push_str(&format!("\\x{byte:02X}"));
        }
    }
    readable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_told_from_words_that_begin_so() {
        for name in
            ["con", "CON.jpg", "aux.html", "nul.tar.gz", "com1", "LPT9.txt", "com¹", "a.", "a:b"]
        {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["contra.jpg", "com", "com10", "auxilium", "prnt.pdf", "a.con", "lpt0", "ä"] {
            assert!(!is_reserved(name), "{name}");
        }
    }

    #[test]
    fn what_programs_leave_is_told_from_what_people_name() {
        for name in [
            "~$Programm.docx",
            "Thumbs.db",
            "desktop.ini",
            "a.png~",
            "#treffen.yaml#",
            "a.swp",
            "treffen.yaml.orig",
            "plan.BAK",
            "~WRL0001.tmp",
            "film.mp4.crdownload",
            "plan.pdf.part",
        ] {
            assert!(is_left_behind(name), "{name}");
        }
        for name in [
            "programm.pdf",
            "bild (1).jpg",
            "#1.pdf",
            "#",
            "##",
            "bak.pdf",
            "Kopie von plan.pdf",
            "~plan.pdf",
            "orig",
            "c#.pdf",
        ] {
            assert!(!is_left_behind(name), "{name}");
        }
    }

    #[test]
    fn it_is_passed_over_but_in_media() {
        assert!(is_ignored("content/events/#treffen.yaml#"));
        assert!(is_ignored("content/_vorlagen/a.yaml") && is_ignored("content/media/.DS_Store"));
        for path in [".well-known/security.txt", ".nojekyll", ".htaccess", "_headers", "_redirects"]
        {
            let path = format!("themes/x/static/{path}");
            assert!(!is_ignored(&path) && missed(&path).is_none(), "{path}");
        }
        for path in [
            "themes/x/static/.secret",
            "themes/x/static/_drafts/a.html",
            "themes/x/static/.well-known/.htpasswd",
            "themes/x/static/assets/_headers",
        ] {
            assert!(is_ignored(path) && missed(path).is_some(), "{path}");
        }
        for path in ["themes/_x/static/.nojekyll", "themes/x/.well-known/a", "content/_headers"] {
            assert!(is_ignored(path) && missed(path).is_none(), "{path}");
        }
        for name in [".DS_Store", "._a.css", ".gitkeep", ".a.css.swp"] {
            let path = format!("themes/x/static/{name}");
            assert!(is_ignored(&path) && missed(&path).is_none(), "{path}");
        }
        assert_eq!(missed("themes/x/static/_a/b/c.css"), Some("themes/x/static/_a"));
        assert!(!is_ignored("content/media/~$Programm.docx"));
        assert!(!is_ignored("content/events/treffen.yaml"));
    }
}
