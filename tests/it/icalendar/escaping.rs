//! Calendar files: how texts, parameters and addresses are escaped.

use super::*;

fn text(text: &str) -> String {
    to_string(|out| escape_text(out, text))
}

#[test]
fn the_example_of_the_standard_is_escaped_as_it_says() {
    // RFC 5545 3.3.11
    assert_eq!(
        text("Project XYZ Final Review\nConference Room - 3B\nCome Prepared."),
        r"Project XYZ Final Review\nConference Room - 3B\nCome Prepared."
    );
    assert_eq!(text(r#"a;b,c\d:e"f"#), r#"a\;b\,c\\d:e"f"#);
    assert_eq!(text(r"C:\neu"), r"C:\\neu");
}

#[test]
fn every_kind_of_line_end_is_one() {
    for end in ["\r\n", "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}"] {
        assert_eq!(text(&format!("eins{end}zwei")), r"eins\nzwei", "{end:?}");
    }
    assert_eq!(text("eins\r\n\r\nzwei"), r"eins\n\nzwei");
    assert_eq!(text("eins\n\rzwei"), r"eins\n\nzwei");
}

#[test]
fn control_characters_are_dropped_but_tabs_stay() {
    assert_eq!(text("a\u{0}b\u{7}c\u{b}d\u{1b}e\u{7f}f\u{9c}g\th"), "abcdefg\th");
    assert_eq!(text("\u{0} a \u{7}"), "a");
}

#[test]
fn white_space_around_a_text_is_dropped() {
    assert_eq!(text(" \n\u{a0}a b\u{3000}\t\r\n"), "a b");
}

#[test]
fn a_run_of_white_space_is_as_long_as_a_line_can_hold() {
    assert_eq!(as_readers_get(&format!("a{}b", " ".repeat(70))).len(), 72);
    assert_eq!(as_readers_get(&format!("a{}b", " ".repeat(500))).len(), 72);
    assert_eq!(
        as_readers_get(&format!("a{}b", "\u{3000}".repeat(500))),
        format!("a{}b", "\u{3000}".repeat(23))
    );
}

#[test]
fn empty_texts_are_not_written() {
    let mut entry = get_together();
    entry.description = Some(" \n".into());
    entry.categories = vec![" ".into(), String::new()];
    entry.contacts = vec!["\u{0}".into()];
    let file = written(&[&entry]);
    for name in ["\r\nDESCRIPTION", "\r\nCATEGORIES", "\r\nCONTACT"] {
        assert!(!file.contains(name), "{file}");
    }
    entry.categories = vec![String::new(), "a".into(), " ".into(), "b".into()];
    assert!(written(&[&entry]).contains("\r\nCATEGORIES:a,b\r\n"));
}

#[test]
fn parameters_are_quoted_unless_they_are_plain() {
    let written = |value: &str| to_string(|out| parameter(out, value));
    assert_eq!(written("Europe/Berlin"), "Europe/Berlin");
    assert_eq!(written("de-DE"), "de-DE");
    assert_eq!(written(""), "\"\"");
    assert_eq!(written("Köln, Dom: 1; 2"), "\"Köln, Dom: 1; 2\"");
    // RFC 6868 3.1
    assert_eq!(written("George Herman \"Babe\" Ruth"), "\"George Herman ^'Babe^' Ruth\"");
    assert_eq!(
        written("Pittsburgh Pirates\n115 Federal St"),
        "\"Pittsburgh Pirates^n115 Federal St\""
    );
    assert_eq!(written("a^b^n"), "\"a^^b^^n\"");
}

#[test]
fn addresses_cannot_begin_a_line() {
    let written = |uri: &str| to_string(|out| escape_uri(out, uri));
    let plain = "https://bba.example.org/a,b;c?d=%C3%A4&e=(f)#g";
    assert_eq!(written(plain), plain);
    assert_eq!(
        written(" https://x.example/\r\nEND:VEVENT \"ä\"\u{a0} "),
        "https://x.example/%0D%0AEND:VEVENT%20%22%C3%A4%22"
    );
}

#[test]
fn no_text_can_begin_a_line() {
    let attack = "x\r\nEND:VEVENT\rX-A:1\nX-B:2\u{2028}X-C:3";
    let mut entry = everywhere(attack);
    entry.uid = attack.into();
    let calendar = Calendar {
        name: Some(attack.into()),
        description: Some(attack.into()),
        url: Some(attack.into()),
        source: Some(attack.into()),
        product_id: attack.into(),
        timezone_name: Some(attack.into()),
        ..calendar(&[&entry])
    };
    let file = write(&calendar);
    assert_well_formed(&file);
    assert_eq!(file.matches("\r\nEND:VEVENT").count(), 1, "{file}");
    assert!(!file.contains("\r\nX-A") && !file.contains("\r\nX-B"), "{file}");
}

#[test]
fn what_has_no_meaning_behind_a_backslash_or_caret_stays() {
    assert_eq!(unescape_text(r"a\:b\Nc\\n\"), "a\\:b\nc\\n\\");
    assert_eq!(unescape_parameter("a^xb^nc^^n^"), "a^xb\nc^n^");
}

#[test]
fn places_lie_on_earth_and_colours_have_names() {
    assert!(Geo::new(90.0, -180.0).is_some());
    assert_eq!(Geo::new(90.1, 0.0), None);
    assert_eq!(Geo::new(0.0, f64::NAN), None);
    assert_eq!(Color::named("#4682B4"), None);
    assert_eq!(Color::named("rebeccapurple"), None, "younger than CSS 3");
    assert_eq!(Color::named("yellowgreen").unwrap().to_hex(), "#9ACD32");
}
