//! Names of files that are no content: hidden ones, and those that programs leave beside what
//! somebody works on.

use std::ffi::OsStr;

/// Whether a path is passed over without a word. In `media/` what programs leave is named: it was
/// uploaded, and may hold what nobody wants to publish.
pub(super) fn is_ignored(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(is_hidden) || (!path.starts_with("content/media/") && is_left_behind(name))
}

/// Whether a name begins like those that are hidden.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '_'])
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
        assert!(!is_ignored("content/media/~$Programm.docx"));
        assert!(!is_ignored("content/events/treffen.yaml"));
    }
}
