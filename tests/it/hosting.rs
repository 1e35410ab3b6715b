//! The snippets for web servers: what they have to say of calendar files.

use std::fs;

/// Media types of calendars (RFC 5545 8.1, RFC 7265 8.1, RFC 8984 8.1) and how their files end.
const TYPES: [(&str, &str); 3] = [
    ("text/calendar", "ics"),
    ("application/calendar+json", "jcal"),
    ("application/jscalendar+json", "jscalendar"),
];

fn snippet(name: &str) -> String {
    fs::read_to_string(format!("docs/hosting/{name}")).unwrap()
}

#[test]
fn every_server_is_told_the_types_of_calendars() {
    for name in ["nginx.conf", "apache.conf", "Caddyfile", "_headers"] {
        let snippet = snippet(name);
        for (media_type, ending) in TYPES {
            assert!(snippet.contains(media_type), "{name} without {media_type}");
            assert!(snippet.contains(ending), "{name} without {ending}");
        }
    }
}

#[test]
fn calendars_are_served_as_utf_8() {
    for name in ["apache.conf", "Caddyfile", "_headers"] {
        assert!(snippet(name).contains("text/calendar; charset=utf-8"), "{name}");
    }
    let nginx = snippet("nginx.conf");
    assert!(nginx.lines().any(|line| line == "charset utf-8;"));
    let types = nginx.lines().find(|line| line.starts_with("charset_types")).unwrap();
    assert!(types.contains("text/calendar"), "nginx adds the charset to these types only");
}

/// Who is lost below `/en/` reads English.
#[test]
fn unknown_addresses_are_answered_in_the_language_of_their_folder() {
    for name in ["nginx.conf", "apache.conf", "Caddyfile"] {
        let snippet = snippet(name);
        for page in ["/404.html", "/en/404.html"] {
            assert!(snippet.contains(page), "{name} without {page}");
        }
    }
}
