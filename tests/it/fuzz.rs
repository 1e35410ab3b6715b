//! What anybody may send is read or refused: the functions of `fuzz/targets.rs`, with texts that are
//! made of what such files have, and broken. A few in every run; before a release many more
//! (`PROPTEST_CASES`, `.ci/release`).

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[path = "../../fuzz/targets.rs"]
mod targets;

/// What YAML and front matter are made of.
const YAML: &[&str] = &[
    "title",
    "start",
    "end",
    "published",
    "updates",
    "repeat",
    "every",
    "week",
    "on",
    "venue",
    "name",
    "image",
    "file",
    "alt",
    "aliases",
    "registration",
    "price",
    "amount",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n- ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!!str ",
    "|",
    ">",
    "\"",
    "'",
    "#",
    "---\n",
    "...\n",
    "%TAG ! x\n",
    "2019-10-01",
    "T25:00",
    "24.09.2019",
    "1e400",
    "0x1F",
    "-1",
    "null",
    "true",
    "??Lücke??",
    "<<",
    "? ",
    "\t",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "ü",
    "u\u{308}",
    "\\x07",
    "~",
];

/// What Markdown is made of.
const MARKDOWN: &[&str] = &[
    "# ",
    "## ",
    "* ",
    "- ",
    "1. ",
    "999999999999. ",
    "> ",
    "**",
    "__",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "|a|b|\n|-|-|\n",
    "\n: ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "<b>",
    "<span lang=\"en\">",
    "</span>",
    "<!--",
    "-->",
    "<script>",
    "javascript:alert(1)",
    "https://a.example/",
    "../media/x.pdf",
    "/laender/",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "\\",
    "{#a}",
    "??@Recht Frage??",
    "ü",
    "\u{202e}",
    "\u{200d}",
    "😀",
    "\r\n",
    "mailto:a@example.org?bcc=b@example.org",
    "“",
    "„",
    "--",
    "...",
];

/// What calendars are made of.
const CALENDAR: &[&str] = &[
    "BEGIN:VCALENDAR\r\n",
    "END:VCALENDAR\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "BEGIN:VTIMEZONE\r\n",
    "BEGIN:VALARM\r\n",
    "UID:",
    "DTSTAMP:",
    "DTSTART;TZID=",
    "Europe/Berlin",
    ":20191001T100000",
    "Z",
    "RRULE:",
    "FREQ=DAILY;",
    "COUNT=99999999999",
    "UNTIL=20191001",
    "BYDAY=-54MO",
    "INTERVAL=0",
    "EXDATE:",
    "SUMMARY:",
    "\r\n ",
    "\r\n\t",
    "\r",
    "\n",
    "\\n",
    "\\,",
    ";",
    ":",
    ",",
    "=",
    "\"",
    "^n",
    "ALTREP=",
    "TRIGGER:-P",
    "PT0S",
    "X-A",
    "ü",
];

/// What dates and times are made of.
const DATES: &[&str] = &[
    "2019",
    "0000",
    "9999",
    "-",
    "/",
    ".",
    ":",
    "T",
    "Z",
    "+01:00",
    "-25:00",
    "09",
    "24",
    "29",
    "30",
    "31",
    "02",
    "13",
    "60",
    "Q1",
    "Q5",
    " ",
    "Uhr",
    "P",
    "PT",
    "1W",
    "99999999999999999999",
    "Oktober",
    "am",
    "um",
    "24 months",
    "15 min",
    "½",
    "٣",
    "",
];

/// What paths and addresses are made of.
const PATHS: &[&str] = &[
    "/",
    "//",
    "..",
    ".",
    "%2e%2e",
    "%2F",
    "%5C",
    "\\",
    "%00",
    "%",
    "%zz",
    "%c3%bc",
    "%C3",
    "pfad",
    "/pfad/",
    "veranstaltungen",
    "x",
    ".ics",
    "index.html",
    "?",
    "#",
    ":",
    "@",
    "http://",
    "https://",
    "[::1]",
    "a.example.org",
    "~",
    "con",
    ";",
    "\u{202e}",
    "ü",
    " ",
    "\r\n",
    "weg",
];

/// What pictures and documents are made of.
const MEDIA: &[&[u8]] = &[
    b"1 0 obj\n",
    b"<< /Type /Catalog /Pages 2 0 R >>\n",
    b"<< /Kids [2 0 R] /Count 99999999 >>",
    b"endobj\n",
    b"xref\n0 65536\n",
    b"trailer\n<< /Root 1 0 R /Size 3 >>\n",
    b"startxref\n0\n%%EOF\n",
    b"stream\n",
    b"/Length 4294967295",
    b"/Filter /FlateDecode",
    b"/ObjStm",
    b"/Encrypt",
    b"\x78\x9c",
    b"IHDR",
    b"IDAT",
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"WEBPVP8 ",
    b"ftypavif",
    b"<svg xmlns='http://www.w3.org/2000/svg'>",
    b"<!DOCTYPE svg [<!ENTITY a '&a;&a;'>]>",
    b"&a;",
    b"<script/>",
    b"</svg>",
    b"<use href='#a'/>",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"[Content_Types].xml",
    b"\xff\xd8",
    b"\xff\xe1\xff\xff",
    b"Exif\0\0",
    b"\xff\xda",
    b"GIF89a",
];

/// Texts of such parts, with any bytes between.
fn texts(parts: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        9 => select(parts).prop_map(|part| part.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..4),
    ];
    vec(part, 0..40).prop_map(|parts| parts.concat())
}

fn media() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        9 => select(MEDIA).prop_map(<[u8]>::to_vec),
        3 => vec(any::<u8>(), 0..9),
    ];
    vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// So many cases in every run; a release has more.
fn cases(usual: u32) -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let more = std::env::var("PROPTEST_CASES").is_ok();
    ProptestConfig { cases: if more { config.cases } else { usual }, ..config }
}

static SITE: LazyLock<bba::serve::Site> = LazyLock::new(targets::site);

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn yaml_is_read_or_refused(data in texts(YAML)) { targets::yaml(&data); }

    #[test]
    fn dates_are_read_or_refused(data in texts(DATES)) { targets::dates(&data); }

    #[test]
    fn media_are_read_or_refused(data in media()) { targets::media(&data); }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn calendars_are_read_or_refused(data in texts(CALENDAR)) { targets::calendar(&data); }

    #[test]
    fn paths_lead_nowhere_but_into_the_site(data in texts(PATHS)) { targets::paths(&SITE, &data); }
}

#[test]
fn a_title_may_be_the_words_of_a_script() {
    targets::written_calendar(b"# javascript:alert(1)");
}

proptest! {
    // Each builds a whole site.
    #![proptest_config(cases(12))]

    #[test]
    fn front_matter_is_read_or_refused(data in texts(YAML)) { targets::front_matter(&data); }

    #[test]
    fn markdown_is_read_or_refused(data in texts(MARKDOWN)) { targets::markdown(&data); }

    #[test]
    fn calendars_keep_to_the_standard_whatever_they_say(data in texts(CALENDAR)) {
        targets::written_calendar(&data);
    }

    #[test]
    fn calendars_keep_to_the_standard_whatever_is_typed(data in texts(MARKDOWN)) {
        targets::written_calendar(&data);
    }
}
