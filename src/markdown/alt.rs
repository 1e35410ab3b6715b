//! Descriptions of images that describe nothing.

use super::slug::slug;

/// Whether a description of an image says nothing: the name of a file, with its ending or without,
/// or a word such as »Bild«. `file` is the path of the image.
pub fn says_nothing(alt: &str, file: &str) -> bool {
    is_generic(alt) || is_name_of_file(alt, file)
}

/// Whether a description is one word and the name of its file, or is written as only names of files
/// are: `empfang_dresden`, `2019-09-24-empfang`. Several words can describe what they also name.
fn is_name_of_file(alt: &str, file: &str) -> bool {
    let alt = alt.trim();
    if alt.is_empty() || alt.contains(char::is_whitespace) {
        return false;
    }
    let name = file.rsplit('/').next().unwrap_or(file);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let has_date = alt.get(..11).is_some_and(|date| {
        date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && date.ends_with('-')
    });
    // A drawing is mostly a logo: its name is what it shows.
    let is_same = || ending.to_lowercase() != "svg" && slug(alt) == slug(stem);
    has_date || alt.trim_matches('_').contains('_') || is_same()
}

fn is_generic(alt: &str) -> bool {
    const WORDS: [&str; 19] = [
        "bild",
        "foto",
        "image",
        "photo",
        "picture",
        "grafik",
        "logo",
        "abbildung",
        "img",
        "screenshot",
        "alt",
        "alternativtext",
        "beschreibung",
        "bildbeschreibung",
        "fotografie",
        "imagen",
        "zdjęcie",
        "graphic",
        "illustration",
    ];
    let word = alt.trim().trim_end_matches(['.', ':']).to_lowercase();
    let without_number = word.trim_end_matches(|c: char| c.is_ascii_digit() || " _-".contains(c));
    let ends =
        [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff"];
    let is_file = ends.iter().any(|end| word.ends_with(end));
    let is_camera = ["img", "dsc", "dscn", "dscf", "pxl", "pict", "p"].iter().any(|prefix| {
        word.strip_prefix(prefix).is_some_and(|number| {
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            digits > 3 && number.bytes().all(|b| b.is_ascii_digit() || b"_-".contains(&b))
        })
    });
    is_file || is_camera || WORDS.contains(&word.as_str()) || WORDS.contains(&without_number)
}
