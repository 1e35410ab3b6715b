//! What a disk says that fails, in the language of messages: the system speaks English.

use std::io::{Error, ErrorKind};

use super::MessageLanguage;

/// An error in words, behind the names of the files that it is about. What is rare stays as the
/// system says it.
pub fn disk_error(error: &Error, language: MessageLanguage) -> String {
    let text = error.to_string();
    let (files, english) = match text.rsplit_once(": ") {
        Some((files, english)) => (format!("{files}: "), english),
        None => (String::new(), text.as_str()),
    };
    let is_of_system = english.contains("(os error ") || english == error.kind().to_string();
    match german(error.kind()).filter(|_| is_of_system && language == MessageLanguage::German) {
        Some(german) => files + german,
        None => text,
    }
}

fn german(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "gibt es nicht",
        ErrorKind::AlreadyExists => "gibt es schon",
        ErrorKind::PermissionDenied => "dafür fehlt die Berechtigung",
        ErrorKind::NotADirectory => "ist kein Ordner",
        ErrorKind::IsADirectory => "ist ein Ordner und keine Datei",
        ErrorKind::DirectoryNotEmpty => "der Ordner ist nicht leer",
        ErrorKind::StorageFull => "auf dem Datenträger ist kein Platz mehr",
        ErrorKind::QuotaExceeded => "der Speicherplatz, der Ihnen zusteht, ist aufgebraucht",
        ErrorKind::ReadOnlyFilesystem => "der Datenträger ist schreibgeschützt",
        ErrorKind::FileTooLarge => "die Datei ist für den Datenträger zu groß",
        ErrorKind::InvalidFilename => "der Name ist dort nicht möglich, vielleicht ist er zu lang",
        ErrorKind::ResourceBusy => "wird gerade von einem anderen Programm verwendet",
        ErrorKind::TimedOut => "keine Antwort in der vorgesehenen Zeit",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::MessageLanguage::{English, German};

    #[test]
    fn usual_errors_speak_the_language_of_messages_and_name_their_files() {
        let full = Error::from_raw_os_error(28);
        let named = Error::new(full.kind(), format!("public/index.html: {full}"));
        let expected = "public/index.html: auf dem Datenträger ist kein Platz mehr";
        #[cfg(target_os = "linux")]
        assert_eq!(disk_error(&named, German), expected);
        assert_eq!(disk_error(&named, English), named.to_string());
        let kind: Error = ErrorKind::NotADirectory.into();
        assert_eq!(disk_error(&kind, German), "ist kein Ordner");
        // Words of ours, and what is rare, stay.
        let own = Error::new(ErrorKind::NotFound, "a.png: gelöscht");
        assert_eq!(disk_error(&own, German), "a.png: gelöscht");
        let rare: Error = ErrorKind::Deadlock.into();
        assert_eq!(disk_error(&rare, German), rare.to_string());
    }
}
