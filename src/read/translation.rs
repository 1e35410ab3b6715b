//! Translations of Markdown files, and of which version of its original each one is.
//!
//! A translation keeps the fingerprint of the original's texts that it was made from, under
//! `translates`. `bba translate --accept` writes it when somebody has compared the two. Texts in
//! YAML need no such mark: their languages are one below the other, and who changes one sees
//! the others; that one is missing is noticed, that one is old is for who edits the file to see.

use serde_yaml::Mapping;

use crate::model::translation::*;

/// The fingerprint of texts: the first 16 hexadecimal digits of the BLAKE3 of their length and
/// bytes. What is the same in every language, such as a date, does not change it.
pub fn fingerprint(texts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        let text = text.trim();
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

/// A file with the fingerprint in its front matter, everything else as it was; `None` when the
/// front matter cannot take another line, because it is written in one: `{title: …}`.
pub fn with_fingerprint(text: &str, fingerprint: &str) -> Option<String> {
    let (bom, text) = match text.strip_prefix('\u{feff}') {
        Some(text) => ("\u{feff}", text),
        None => ("", text),
    };
    let yaml = crate::yaml::front_matter::split(text).ok()?.yaml;
    let (before, head) = (text.get(..yaml.start)?, text.get(yaml.clone())?);
    let end = if head.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = format!("{KEY}: {fingerprint}");
    let mut is_marked = false;
    let mut marked = String::new();
    for line in head.split_inclusive('\n') {
        match rest_of_mark(line) {
            Some(rest) => {
                is_marked = true;
                marked.push_str(&mark);
                marked.push_str(rest);
            }
            None => marked.push_str(line),
        }
    }
    if !is_marked {
        if !marked.is_empty() && !marked.ends_with('\n') {
            marked.push_str(end);
        }
        marked.push_str(&mark);
        marked.push_str(end);
    }
    let is_noted = || {
        let mut heads = [head, marked.as_str()]
            .map(|head| serde_yaml::from_str::<Mapping>(head).unwrap_or_default());
        let noted = heads.each_mut().map(|head| head.remove(KEY).is_some());
        let [before, after] = &heads;
        noted[1] && before == after && says(&marked, fingerprint)
    };
    is_noted().then(|| format!("{bom}{before}{marked}{}", text.get(yaml.end..).unwrap_or_default()))
}

/// Whether a front matter has the mark with a fingerprint; one of figures alone is no number.
fn says(head: &str, fingerprint: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Marked {
        translates: String,
    }
    let marked: Result<Marked, _> = serde_yaml::from_str(head);
    marked.is_ok_and(|marked| marked.translates.trim() == fingerprint)
}

/// What follows the value in a line with the mark: a comment, the end of the line.
fn rest_of_mark(line: &str) -> Option<&str> {
    let quoted = [format!("\"{KEY}\""), format!("'{KEY}'"), KEY.to_owned()];
    let value = quoted.iter().find_map(|key| line.strip_prefix(key.as_str()))?;
    let value = value.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let end = value.trim_end().len();
    let comment = value.find(" #").or_else(|| value.find("\t#"));
    let comment = comment.map_or(end, |at| value.get(..at).unwrap_or(value).trim_end().len());
    value.get(comment..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_put_into_the_front_matter_and_nothing_else_changes() {
        let text = "---\r\ntitle: A\r\n# Notiz\r\n---\r\nText\r\n";
        let marked = with_fingerprint(text, "12");
        let expected = "---\r\ntitle: A\r\n# Notiz\r\ntranslates: 12\r\n---\r\nText\r\n";
        assert_eq!(marked.as_deref(), Some(expected));
        let again = marked.and_then(|text| with_fingerprint(&text, "34"));
        assert_eq!(again, Some(expected.replace("12", "34")));
        assert_eq!(with_fingerprint("Text\n", "12"), None);
        assert_eq!(with_fingerprint("---\n{title: A}\n---\n", "12"), None, "no room for a line");
        let flow = "---\n{\ntranslates: ab, title: A\n}\n---\n";
        assert_eq!(with_fingerprint(flow, "12"), None, "the title would be lost");
        let like_a_number = "123456789012e100";
        assert!(with_fingerprint("---\ntitle: A\n---\n", like_a_number).is_some());
        for (before, after) in [
            (
                "translates: ab   # Stand Mai\ntitle: A\n",
                "translates: 12   # Stand Mai\ntitle: A\n",
            ),
            ("translates: ab\t# Stand Mai\n", "translates: 12\t# Stand Mai\n"),
            ("\"translates\" : 'ab'\n", "translates: 12\n"),
        ] {
            let marked = with_fingerprint(&format!("\u{feff}---\n{before}---\nText"), "12");
            assert_eq!(marked, Some(format!("\u{feff}---\n{after}---\nText")));
        }
    }

    #[test]
    fn a_fingerprint_depends_on_every_text_and_its_place() {
        assert_eq!(fingerprint(&["a", "b "]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["ab", ""]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["b", "a"]));
    }
}
