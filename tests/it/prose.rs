//! Whatever prose is typed comes out of a page as it was typed, or there is a finding: numbers at
//! the start of lines, stars, hashes and quotation marks of five languages.

use proptest::prelude::*;

use crate::harness::Site;

/// Words and signs as people type them in running text.
const PIECES: &[&str] = &[
    "Grüße",
    "Größe",
    "Teilnehmer*innen",
    "Kolleg*innen",
    "Straße",
    "Dresden,",
    "Zürich.",
    "A.",
    "z.B.",
    "(2026)",
    "[sic]",
    "»Zitat«",
    "„so“",
    "\"quote\"",
    "'s",
    "it’s",
    "24.",
    "2.",
    "1.",
    "30.",
    "Oktober",
    "September",
    "Mai",
    "October",
    "września",
    "de",
    "septiembre",
    "15:00",
    "1.234",
    "12,5",
    "#4",
    "C#",
    "#BBA",
    "Halle",
    "Nr.",
    "5*3",
    "~20",
    "~30",
    "5~6",
    "H&M",
    "&",
    "3<5",
    "a_b",
    "snake_case_name",
    "50%",
    "¿Qué?",
    "niño",
    "Łódź",
    "zażółć",
    "代表団は",
    "東京で。",
    "–",
    "—",
    "-5",
    "…",
    "Preis*",
    "100€",
    "a/b",
    "x|y",
    "2026",
    "C:\\Daten",
    "!",
    "§",
    "12.",
    "und",
    "im",
    "Stock",
    "der",
    "^1",
    "{Wort}",
    "https://example.org/a_b",
    "info@example.org",
    "**",
    "_",
    "*",
    "~~",
    "[x](y",
    "[^1]",
];

/// Lines of prose. What Markdown is made for (a star or a dash and a space at the start of a
/// line) is no prose.
fn prose() -> impl Strategy<Value = Vec<String>> {
    let line = proptest::collection::vec(proptest::sample::select(PIECES), 1..9);
    let lines = line.prop_map(|pieces| pieces.join(" "));
    let is_prose = |line: &String| {
        !["* ", "_ ", "– ", "**"].iter().any(|mark| line.starts_with(mark)) && line != "*"
    };
    proptest::collection::vec(lines.prop_filter("a mark of Markdown", is_prose), 1..4)
}

/// What a reader reads: the text of the HTML, with the numbers that a browser shows, and
/// typography as it was typed.
fn read(html: &str) -> String {
    let mut text = String::new();
    let mut numbers: Vec<Option<u64>> = Vec::new();
    let mut rest = html;
    while let Some((before, from)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, behind) = from.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        match name {
            "ol" => {
                let start = tag.split('"').nth(1).map_or(1, |start| start.parse().unwrap());
                numbers.push(Some(start));
            }
            "ul" => numbers.push(None),
            "/ol" | "/ul" => drop(numbers.pop()),
            "li" => {
                if let Some(Some(number)) = numbers.last_mut() {
                    text.push_str(&format!(" {number}. "));
                    *number += 1;
                }
            }
            "p" | "/p" | "br" | "/li" | "h2" | "/h2" => text.push(' '),
            _ => {}
        }
        rest = behind;
    }
    text.push_str(rest);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    folded(&text.replace("&amp;", "&"))
}

/// A text without what typography does to it. A line may end between two wide characters without
/// a space.
fn folded(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{2060}' | '\u{ad}'))
        .map(|c| match c {
            '„' | '“' | '”' | '»' | '«' | '‟' => '"',
            '‚' | '‘' | '’' | '›' | '‹' => '\'',
            '–' | '—' => '-',
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            c => c,
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_page_says_what_was_typed_or_there_is_a_finding(lines in prose()) {
        // `1.` before every line is a custom of those who let the program count.
        prop_assume!(lines.iter().filter(|line| line.starts_with("1.")).count() < 2);
        let typed = lines.join("\n");
        let output = Site::new().file("pages/info.md", format!("---\ntitle: Info\n---\n{typed}\n")).build();
        let is_here = |file: &str| file == "content/pages/info.md";
        if output.0.diagnostics.iter().any(|found| is_here(&found.file)) {
            return Ok(());
        }
        let html = output.text("info/index.html");
        let prose = html.split_once("<div class=\"prose\">").unwrap().1;
        let prose = prose.split_once("</main>").unwrap().0;
        prop_assert_eq!(read(prose), folded(&typed), "{}", prose);
    }

    #[test]
    fn a_summary_says_what_was_typed_or_there_is_a_finding(lines in prose()) {
        let typed = lines.join(" ");
        // Quotation marks around a whole value belong to YAML.
        prop_assume!(!typed.starts_with(['"', '\'']));
        let output = Site::new().event("treffen", &format!("start: 2019-10-01\nsummary: {typed}")).build();
        let is_here = |file: &str| file == "content/events/treffen.yaml";
        if output.0.diagnostics.iter().any(|found| is_here(&found.file)) {
            return Ok(());
        }
        let data: serde_json::Value = serde_json::from_str(output.text("data/events.json")).unwrap();
        let said = find(&data, "summary").unwrap();
        prop_assert_eq!(folded(&said), folded(&typed));
    }
}

/// The first text under a key.
fn find(data: &serde_json::Value, key: &str) -> Option<String> {
    match data {
        serde_json::Value::Object(entries) => entries.iter().find_map(|(name, value)| {
            let text = value.as_str().or_else(|| value.get("de")?.as_str());
            if name == key && text.is_some() { text.map(str::to_owned) } else { find(value, key) }
        }),
        serde_json::Value::Array(items) => items.iter().find_map(|item| find(item, key)),
        _ => None,
    }
}
