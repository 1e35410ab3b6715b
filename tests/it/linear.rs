//! Reading a text takes time as it is long, whatever stands in it: a text of 1 MB must not stop a
//! publication. Processor time is compared, not what a clock shows: a text of eight times the length
//! may take eight times as long, and where something is looked at again for every mark of it, it
//! takes sixty-four times.

use std::fs;

use crate::harness::Site;

/// Processor seconds of this thread so far.
#[cfg(target_os = "linux")]
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/thread-self/stat").unwrap();
    let (_, behind) = stat.rsplit_once(')').unwrap();
    let fields: Vec<&str> = behind.split_whitespace().collect();
    // utime and stime, in hundredths (proc(5)).
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

#[cfg(not(target_os = "linux"))]
fn processor_seconds() -> f64 {
    0.0
}

/// Processor seconds of a build in one thread, whatever else this process does.
fn seconds(site: &Site) -> f64 {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    alone.install(|| {
        let before = processor_seconds();
        drop(site.clone().build());
        processor_seconds() - before
    })
}

/// Whatever takes less is not too long, however it grows.
const ENOUGH: f64 = 1.0;

/// Holds that eight times as much takes eight times as long, more or less.
fn assert_linear(name: &str, number: usize, site: impl Fn(usize) -> Site) {
    let base = seconds(&site(1)).min(seconds(&site(1)));
    let part = (seconds(&site(number / 8)) - base).max(0.02);
    let whole = seconds(&site(number)) - base;
    assert!(
        whole < ENOUGH || whole < 24.0 * part,
        "{name}: {number} take {whole:.2} s, an eighth {part:.2} s"
    );
}

fn page(text: &str) -> Site {
    Site::new().file("pages/seite.md", format!("---\ntitle: Seite\n---\n{text}\n"))
}

fn event(lines: &str) -> Site {
    Site::new().event("x", &format!("start: 2019-10-01\n{lines}"))
}

fn each(number: usize, of: impl Fn(usize) -> String) -> String {
    (0..number).map(of).collect()
}

/// Pieces that are repeated to a page.
fn assert_pages_are_linear(pieces: &[(&str, usize)]) {
    for (piece, number) in pieces {
        assert_linear(piece, *number, |number| page(&piece.repeat(number)));
    }
}

#[test]
fn marks_of_sentences_and_words() {
    assert_pages_are_linear(&[
        ("\"", 60_000),
        ("'", 60_000),
        ("\"a\" ", 30_000),
        ("'a ", 30_000),
        ("\u{fb01}", 30_000),
        ("a\u{308}", 30_000),
        ("Ã¤", 20_000),
        ("a\u{ad}", 30_000),
        ("\u{202e}a ", 15_000),
        ("15 - 17 Uhr ", 10_000),
        ("1 2 3 ", 20_000),
        ("Montag, 3. Mai 2026 ", 8_000),
        ("3. ", 20_000),
        ("a@example.org ", 8_000),
        ("https://example.org/a ", 8_000),
        ("??a?? ", 8_000),
        ("??a ", 20_000),
        ("&amp;", 30_000),
        ("&#x1b;", 10_000),
    ]);
}

#[test]
fn tags_and_comments() {
    assert_pages_are_linear(&[
        ("<a href=\"", 26_000),
        ("<span lang=\"", 20_000),
        ("<span lang=\"de\">", 10_000),
        ("<abbr title='", 20_000),
        ("\n<a href=\"", 15_000),
        ("<a x=\"1\" ", 15_000),
        ("<", 60_000),
        ("<?", 30_000),
        ("<![CDATA[", 15_000),
        ("a <!--", 20_000),
        ("</span", 20_000),
        ("<!-- bba: ok W0803 -->\n\n", 10_000),
    ]);
}

#[test]
fn signs_of_markdown() {
    assert_pages_are_linear(&[
        ("[", 60_000),
        ("[]", 40_000),
        ("![", 30_000),
        ("(", 60_000),
        ("[x] (", 30_000),
        ("[x] (http://a ", 15_000),
        ("[a](", 30_000),
        ("[a](<b", 30_000),
        ("[^a] ", 15_000),
        ("*", 60_000),
        ("*a ", 30_000),
        ("*a **b ", 20_000),
        ("_a ", 30_000),
        ("~~a ", 30_000),
        ("a** ", 30_000),
        ("\\", 60_000),
        ("```\n", 20_000),
        ("> ", 30_000),
    ]);
    let ticks = |number: usize| each(number, |at| format!("{} ", "`".repeat(at % 40 + 1)));
    assert_linear("backticks", 10_000, |number| page(&ticks(number)));
}

#[test]
fn blocks_of_markdown() {
    assert_pages_are_linear(&[
        ("# a\n\n", 8_000),
        ("#\n", 15_000),
        ("a\n-\n", 10_000),
        ("a\n: b\n\n", 10_000),
        ("1. a\n", 10_000),
        ("9. a\n\nb\n\n", 5_000),
        ("- \n", 15_000),
        ("• a\n", 15_000),
        ("a\n+ 3\n\n", 10_000),
        ("    a\n\nb\n\n", 10_000),
        ("|a|b|\n", 20_000),
        ("a\n", 40_000),
    ]);
    let nested = |number: usize| each(number, |depth| format!("{}- a\n", "  ".repeat(depth % 500)));
    assert_linear("nested lists", 1_000, |number| page(&nested(number)));
    let table = |number: usize| format!("|a|b|\n|-|-|\n{}", "|a|b|\n".repeat(number));
    assert_linear("long table", 10_000, |number| page(&table(number)));
    let footnotes = |number: usize| {
        each(number, |at| format!("[^{at}]: a\n\n")) + &each(number, |at| format!("[^{at}] "))
    };
    assert_linear("footnotes", 6_000, |number| page(&footnotes(number)));
    let references = |number: usize| {
        each(number, |at| format!("[a{at}]: /impressum/\n"))
            + &each(number, |at| format!("[a{at}] "))
    };
    assert_linear("references", 4_000, |number| page(&references(number)));
}

#[test]
fn values_and_keys_of_yaml() {
    let repeated = [
        ("quotes", "summary: '", "a\"\"b ", "'", 20_000),
        ("escaped quotes", "summary: \"", "\\\"", "\"", 40_000),
        ("apostrophes", "summary: \"", "'a ", "\"", 20_000),
        ("stars", "summary: \"", "**a ", "\"", 20_000),
        ("tags", "summary: \"", "<a ", "\"", 20_000),
        ("brackets", "summary: \"", "[", "\"", 40_000),
        ("ampersands", "summary: ", "a &b ", "", 20_000),
        ("controls", "summary: \"", "a\\x07", "\"", 5_000),
        ("comments", "", "# bba: ok W0802\n", "", 10_000),
        ("names", "venue: {name: '", "\"a\" ", "'}", 15_000),
        ("tags of Markdown", "description: |\n", "  a <b\n", "", 15_000),
        ("the same key", "", "summary: a\n", "", 10_000),
        ("the same alias", "aliases: [", "/a/, ", "]", 5_000),
    ];
    for (name, before, piece, behind, number) in repeated {
        let lines = |number: usize| format!("{before}{}{behind}", piece.repeat(number));
        assert_linear(name, number, |number| event(&lines(number)));
    }
    type Numbered = (&'static str, usize, fn(usize) -> String);
    let numbered: [Numbered; 5] = [
        ("keys", 6_000, |number| each(number, |at| format!("k{at}: 1\n"))),
        ("near keys", 6_000, |number| each(number, |at| format!("titl{}: 1\n", at % 10 + at * 10))),
        ("references", 8_000, |number| {
            format!("sectors: [{}]", each(number, |at| format!("x{at}, ")))
        }),
        ("aliases", 4_000, |number| {
            format!("aliases: [{}]", each(number, |at| format!("/a{at}/, ")))
        }),
        ("updates", 6_000, |number| {
            let day = |at: usize| format!("  - {{at: 2019-02-{:02}, kind: change}}\n", at % 28 + 1);
            format!("updates:\n{}", each(number, day))
        }),
    ];
    for (name, number, lines) in numbered {
        assert_linear(name, number, |number| event(&lines(number)));
    }
    let front_matter = |number: usize| {
        let keys = each(number, |at| format!("k{at}: 1\n"));
        Site::new().file("pages/seite.md", format!("---\ntitle: Seite\n{keys}---\nText\n"))
    };
    assert_linear("front matter", 10_000, front_matter);
    let venues = |number: usize| {
        Site::new().file("venues.yaml", each(number, |at| format!("v{at}: {{name: V}}\n")))
    };
    assert_linear("venues", 10_000, venues);
}

#[test]
fn drawings_and_captions() {
    let hidden = "title: Besuch der Präsidentin von Mexiko\nstart: 2019-12-10\n\
                  published: 2019-01-01\ndraft: true\n";
    let with = |name: &str, text: String| {
        event(&format!("attachments: [{{file: {name}, title: Datei}}]"))
            .file(&format!("media/{name}"), text)
            .file("events/besuch.yaml", hidden)
    };
    for (before, piece, behind, number) in [
        ("<svg><a b=\"", "data:", "\"/></svg>", 120_000),
        ("<svg><a b=\"", "data:x;", "\"/></svg>", 80_000),
        ("<svg><style>@namespace ", "http://a ", "</style></svg>", 80_000),
        ("<svg><style>", "@namespace(\\41 /*", "</style></svg>", 40_000),
        ("<svg><a style=\"", "url(\\\\68 ", "\"/></svg>", 60_000),
        ("<svg><style>", "<style>a</style>", "</style></svg>", 40_000),
        ("<svg>", "<g href='#a'/>", "</svg>", 40_000),
        ("<svg a=\"&#10;\" ", "b='' ", "/>", 40_000),
        ("<svg><text>", "Besuch der &auml;&", "</text></svg>", 40_000),
    ] {
        assert_linear(piece, number, |number| {
            with("a.svg", format!("{before}{}{behind}", piece.repeat(number)))
        });
    }
    for piece in
        ["1\n00:00 --> 00:01\nBesuch der\n", "<v ", "&#", "Besuch der Präsidentin von Mexiko. "]
    {
        assert_linear(piece, 40_000, |number| {
            with("a.vtt", format!("WEBVTT\n\n{}", piece.repeat(number)))
        });
    }
}
