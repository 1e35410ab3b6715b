//! A table of attacks: every field of a site with every injection. All are harmless in pages (as a
//! parser of HTML reads them), JSON-LD, feeds, data, calendar files, mail links and reports.

use bba::problem::MessageLanguage;
use bba::report::Format;
use html5gum::{Token, Tokenizer};
use quick_xml::events::Event;

use crate::harness::{Output, PNG, Site};

/// What somebody may type, as YAML in double quotes has it.
const INJECTIONS: [&str; 14] = [
    "<script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "'><xss onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title><xss>",
    "]]><xss/>",
    "<!--<xss>",
    "--><xss>",
    "&#60;xss&#62; &lt;xss>",
    "\\nATTENDEE:mailto:evil@example.org\\nX-EVIL:1",
    "\\r\\n ;X-EVIL=1:x\\r\\nEND:VEVENT",
    "{{ 7 * 7 }} {% raw %}<xss>",
    "\\n::error file=x::forged\\n##[add-mask]x",
    "javascript:alert(1)//https://example.org/ ?bcc=evil@example.org",
];

/// The fields, as the sites below have them.
const FIELDS: [&str; 13] = [
    "title",
    "summary",
    "description",
    "venue",
    "directions",
    "contact",
    "organisation",
    "note",
    "label",
    "alt",
    "credit",
    "company",
    "lead",
];

/// A site with one injection in every plain field, behind the name of the field; or in the text that
/// is Markdown: what is an error there takes the whole event out.
fn site(injection: &str, in_markdown: bool) -> Site {
    let value = |field: &str| format!("\"zz{field} {injection}\"");
    let image = format!("{{file: a.png, alt: {}, credit: {}}}", value("alt"), value("credit"));
    if in_markdown {
        let lines = format!("start: 2019-10-01\ndescription: {}", value("description"));
        return Site::new().event("x", &lines);
    }
    let event = format!(
        "title: {}\nsummary: {}\nstart: 2019-10-01T10:00\nend: 2019-10-01T11:00\n\
         published: 2019-01-01\nvenue: v\ncontact: c\nroles: {{organiser: o}}\n\
         registration: {{required: true, email: a@example.org, note: {}}}\n\
         links: [{{url: \"https://example.org/\", label: {}}}]\nimage: {image}\n",
        value("title"),
        value("summary"),
        value("note"),
        value("label"),
    );
    let visit = format!(
        "countries: [MX]\nstart: 2019-10-01\nparticipants: [{{organisation: {}, country: MX, \
         consent: true}}]",
        value("company")
    );
    let venue = format!(
        "v: {{name: {}, street: Weg 1, city: Dresden, directions: {}}}\n",
        value("venue"),
        value("directions")
    );
    Site::new()
        .file("media/a.png", PNG)
        .file("events/x.yaml", event)
        .file("venues.yaml", venue)
        .file("contacts.yaml", format!("c: {{name: {}, email: c@example.org}}\n", value("contact")))
        .file(
            "organisations.yaml",
            format!("traeger: {{name: T}}\no: {{name: {}}}\n", value("organisation")),
        )
        .config("calendar: {organizer: c}")
        .delegation("d", &visit)
        .release("2019-08-01-m", &format!("lead: {}", value("lead")), "Text")
}

/// What is wrong in a page, as a parser reads it.
fn faults_of_page(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for token in Tokenizer::new(html).infallible() {
        let Token::StartTag(tag) = token else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |wanted: &str| {
            let found = tag.attributes.iter().find(|(key, _)| ***key == *wanted.as_bytes());
            found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
        };
        let is_data = attribute("type").as_deref() == Some("application/ld+json");
        if ["xss", "iframe", "object", "embed"].contains(&name.as_str())
            || name == "script" && !is_data && !attribute("src").is_some_and(|src| is_search(&src))
        {
            faults.push(format!("<{name}>"));
        }
        for key in tag.attributes.keys() {
            if key.starts_with(b"on") || key.starts_with(b"srcdoc") {
                faults.push(format!("<{name} {}>", String::from_utf8_lossy(key)));
            }
        }
        for key in ["href", "src", "action"] {
            let Some(address) = attribute(key) else { continue };
            let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
            let scheme = scheme.split_once(':').map_or("", |(scheme, _)| scheme).to_lowercase();
            if !["", "http", "https", "mailto", "tel", "webcal", "webcals"]
                .contains(&scheme.as_str())
            {
                faults.push(format!("<{name} {key}={address}>"));
            }
            let fields = address.split_once('?').map_or("", |(_, fields)| fields);
            let is_mail = |field: &str| field.starts_with("subject=") || field.starts_with("body=");
            if scheme == "mailto"
                && !fields.split('&').all(|field| field.is_empty() || is_mail(field))
            {
                faults.push(address);
            }
        }
    }
    faults
}

fn assert_is_xml_without_foreign_elements(text: &str, path: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}\n{text}")) {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                assert!(!["xss", "script", "img"].contains(&&*name), "{path}: {name}");
            }
            Event::Eof => break,
            _ => {}
        }
    }
}

/// Whether an address is that of the only script of a site, which is no text of an editor.
fn is_search(address: &str) -> bool {
    let hash = address.strip_prefix("/assets/search-").and_then(|rest| rest.strip_suffix(".js"));
    hash.is_some_and(|hash| hash.bytes().all(|c| c.is_ascii_hexdigit()))
}

fn assert_harmless(output: &Output, injection: &str) {
    for path in output.paths() {
        let text = output.text_or_empty(path);
        let ending = path.rsplit('.').next().unwrap();
        match ending {
            "html" => assert_eq!(faults_of_page(text), [""; 0], "{path}: {injection}"),
            "xml" => assert_is_xml_without_foreign_elements(text, path),
            "json" => drop(serde_json::from_str::<serde_json::Value>(text).unwrap()),
            "ics" => {
                let lines = text.lines();
                let forged =
                    |line: &&str| line.starts_with("X-EVIL") || line.starts_with("ATTENDEE");
                assert_eq!(lines.clone().find(forged), None, "{path}: {injection}");
                let count = |start: &str| lines.clone().filter(|line| *line == start).count();
                assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"), "{path}: {injection}");
            }
            _ => {}
        }
        assert!(!text.contains("zztitle 49"), "{path}: a template ran a text");
    }
    output.assert_calendars_are_right();
}

#[test]
fn every_injection_in_every_field_is_harmless_everywhere() {
    let mut rows = 0;
    for injection in INJECTIONS {
        for in_markdown in [false, true] {
            let output = site(injection, in_markdown).build();
            let all = output.everything();
            let is_there = |field: &&&str| all.contains(&format!("zz{field}"));
            let refused = usize::from(in_markdown && !output.errors().is_empty());
            rows += FIELDS.iter().filter(is_there).count() + refused;
            assert_harmless(&output, injection);
            let formats =
                [Format::Human, Format::Json, Format::Github, Format::Gitlab, Format::Sarif];
            for format in formats {
                let report = site(injection, in_markdown).report(format, MessageLanguage::English);
                assert_report_is_harmless(&report, format);
            }
        }
    }
    assert!(rows >= 120, "only {rows} rows of the table are in the output");
}

fn assert_report_is_harmless(report: &str, format: Format) {
    assert!(!report.contains("##["), "{report}");
    assert!(!report.contains(|c: char| c.is_control() && c != '\n'), "{report}");
    for command in report.lines().filter(|line| line.trim_start().starts_with("::")) {
        let is_ours =
            ["::error file=", "::warning file="].iter().any(|own| command.starts_with(own));
        assert!(is_ours && format == Format::Github, "{command}");
    }
}
