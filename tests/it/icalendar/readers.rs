//! Calendar files: what readers that nobody here wrote make of it.

use super::*;

#[test]
fn the_get_together_reads_the_same_everywhere() {
    let file = written(&[&get_together()]);
    let read = by_ical(&file);
    let event = &read.events[0].properties;
    assert_eq!(read.timezones.len(), 1);
    assert_eq!(parameter_of(event, "DTSTART", "TZID"), "Europe/Berlin");
    assert_eq!(value(event, "DTSTART"), "20190924T150000");
    assert_eq!(value(event, "DTEND"), "20190924T170000");
    assert_eq!(value(event, "SUMMARY"), "Get together Mexiko");
    assert_eq!(value(event, "CATEGORIES"), r"Delegation,Länder\, Märkte,Mexiko");
    assert_eq!(value(event, "ORGANIZER"), "mailto:bba@example.org");
    assert_eq!(value(event, "GEO"), "51.045680;13.801430");

    let read = by_calcard(&file);
    let event = read
        .components
        .iter()
        .find(|component| component.component_type == ICalendarComponentType::VEvent)
        .unwrap();
    let entry = |name: &str| event.entries.iter().find(|entry| entry.name.as_str() == name);
    let start = entry("DTSTART").unwrap();
    assert_eq!(
        start.parameter(&ICalendarParameterName::Tzid).unwrap().as_text(),
        Some("Europe/Berlin")
    );
    let time = start.values[0].as_partial_date_time().unwrap();
    assert_eq!((time.year, time.month, time.day), (Some(2019), Some(9), Some(24)));
    assert_eq!((time.hour, time.minute), (Some(15), Some(0)));
    let categories: Vec<_> =
        entry("CATEGORIES").unwrap().values.iter().map(|value| value.as_text().unwrap()).collect();
    assert_eq!(categories, ["Delegation", "Länder, Märkte", "Mexiko"]);
}

/// Texts as people and machines write them, and as nobody should.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-ZäöüßÄÖÜéñ ]{1,30}",
        2 => proptest::sample::select(vec![
            "\\", ";", ",", ":", "\"", "'", "^", "^n", "\\n", "\n", "\r\n", "\r", "\t", " ",
            "\u{a0}", "\u{3000}", "\u{2028}", "\u{85}", "\u{200f}", "\u{feff}", "\u{0}", "\u{7}",
            "👩‍🔬", "🇲🇽", "日本語のテキスト", "مرحبا بالعالم", "שלום", "e\u{301}", "END:VEVENT",
        ])
        .prop_map(String::from),
        1 => (proptest::sample::select(vec![" ", "\u{a0}", "\t", "\u{3000}"]), 1..200_usize)
            .prop_map(|(space, count)| space.repeat(count)),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The same as `as_readers_get`, step by step.
fn told_twice(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let visible: String =
        lines.chars().filter(|c| !c.is_control() || "\n\t".contains(*c)).collect();
    let mut read = String::new();
    let mut space = 0;
    for c in visible.trim().chars() {
        let in_line = c.is_whitespace() && c != '\n';
        space = if in_line { space + c.len_utf8() } else { 0 };
        if space <= 70 {
            read.push(c);
        }
    }
    read
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn any_text_comes_back_from_every_reader(text in any_text()) {
        let entry = everywhere(&text);
        let file = written(&[&entry]);
        assert_well_formed(&file);
        let expected = as_readers_get(&text);

        let read = by_ical(&file);
        let event = &read.events[0].properties;
        // This reader eats colons at the beginning of any value.
        let by_ical = expected.trim_start_matches(':');
        for name in ["SUMMARY", "DESCRIPTION", "LOCATION", "CONTACT", "CATEGORIES", "UID"] {
            prop_assert_eq!(unescape_text(value(event, name)), by_ical, "{}", name);
        }
        for (name, key) in [("ORGANIZER", "CN"), ("CONFERENCE", "LABEL")] {
            prop_assert_eq!(unescape_parameter(&parameter_of(event, name, key)), expected.as_str());
        }

        let read = by_calcard(&file);
        let event = read
            .components
            .iter()
            .find(|component| component.component_type == ICalendarComponentType::VEvent)
            .unwrap();
        let entry = |name: &str| event.entries.iter().find(|entry| entry.name.as_str() == name);
        for name in ["SUMMARY", "DESCRIPTION", "LOCATION"] {
            let value = entry(name).map_or("", |entry| entry.values[0].as_text().unwrap());
            prop_assert_eq!(value, expected.as_str(), "{}", name);
        }
        let organizer = entry("ORGANIZER").unwrap().parameter(&ICalendarParameterName::Cn);
        // This reader leaves the carets of RFC 6868 to us, and takes a backslash in a parameter for
        // an escape, which RFC 5545 3.2 does not know.
        if !expected.contains('\\') {
            let name = unescape_parameter(organizer.unwrap().as_text().unwrap_or_default());
            prop_assert_eq!(name, expected.as_str());
        }
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn escaping_is_undone_by_unescaping(text in any_text()) {
        let expected = as_readers_get(&text);
        prop_assert_eq!(&expected, &told_twice(&text));
        prop_assert_eq!(unescape_text(&to_string(|out| escape_text(out, &text))), expected.as_str());
        let quoted = to_string(|out| parameter(out, &text));
        prop_assert_eq!(unescape_parameter(quoted.trim_matches('"')), expected.as_str());
        prop_assert_eq!(as_readers_get(&expected), expected);
    }

    #[test]
    fn folding_is_undone_by_unfolding(text in any_text()) {
        let line = format!("SUMMARY:x{}x", to_string(|out| escape_text(out, &text)));
        let file = folded(&line);
        assert_well_formed(&file);
        prop_assert_eq!(unfolded(&file), format!("{line}\r\n"));
    }

    #[test]
    fn ordinary_text_is_not_changed(text in "[a-zäöü日🇲:;,\"\\\\^]([ \n]?[a-zäöü日🇲:;,\"\\\\^]){0,60}") {
        prop_assert_eq!(as_readers_get(&text), text);
    }
}
