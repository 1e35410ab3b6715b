//! Comments that silence a warning: `# bba: ok W0802`, `<!-- bba: ok W0803 -->`.

use crate::harness::{Output, Site};

fn event(lines: &str) -> Output {
    Site::new().event("x", &format!("start: 2019-10-01\n{lines}")).built()
}

fn page(text: &str) -> Output {
    Site::new().file("pages/x.md", format!("---\ntitle: Seite\n---\n{text}\n")).built()
}

const NONE: [&str; 0] = [];

#[test]
fn a_comment_in_yaml_holds_for_its_line_and_alone_for_the_next() {
    assert_eq!(event("summary: Ein Prol").warnings(), ["events/x.yaml:4:14 W0802"]);
    assert_eq!(event("summary: Ein Prol  # bba: ok W0802").warnings(), NONE);
    assert_eq!(event("# bba: ok W0802\nsummary: Ein Prol").warnings(), NONE);
    assert_eq!(event("# bba: ok w0802 (so heißt er)\nsummary: Ein Prol").warnings(), NONE);
    let too_far = event("# bba: ok W0802\n\nsummary: Ein Prol").warnings();
    assert_eq!(too_far, ["events/x.yaml:4:11 W0903", "events/x.yaml:6:14 W0802"]);
    let beside = event("kind: visit  # bba: ok W0802\nsummary: Ein Prol").warnings();
    assert_eq!(beside, ["events/x.yaml:4:24 W0903", "events/x.yaml:5:14 W0802"]);
}

#[test]
fn a_comment_in_markdown_holds_for_its_line_and_alone_for_the_next() {
    assert_eq!(page("Text\n\n## Leer").warnings(), ["pages/x.md:6:1 W0803"]);
    assert_eq!(page("Text\n\n<!-- bba: ok W0803 -->\n## Leer").warnings(), NONE);
    assert_eq!(page("Ein Prol <!-- bba: ok W0802 -->").warnings(), NONE);
    let html = page("Ein Prol <!-- bba: ok W0802 -->");
    assert!(!html.text("x/index.html").contains("bba: ok"), "it is not published");
    let description = "description: |\n  <!-- bba: ok W0802 -->\n  Ein Prol";
    assert_eq!(event(description).warnings(), NONE);
    // In Markdown this is a heading, and no comment.
    assert_eq!(
        page("# bba: ok W0804").warnings(),
        ["pages/x.md:4:1 W0803", "pages/x.md:4:1 W0804"]
    );
}

#[test]
fn a_comment_silences_what_it_names_and_nothing_else() {
    let both = "summary: Ein Prol im ??Raum??";
    assert_eq!(event(both).warnings().len(), 2);
    let one = event(&format!("# bba: ok W0802\n{both}"));
    assert_eq!(one.warnings(), ["events/x.yaml:5:22 W0901"]);
    assert_eq!(event(&format!("# bba: ok W0802, W0901\n{both}")).warnings(), NONE);
    assert_eq!(event(&format!("# bba: ok W0802 W0901\n{both}")).warnings(), NONE);
}

#[test]
fn errors_cannot_be_silenced() {
    let lines = "start: 2019-10-01\n# bba: ok E0301\nkind: ball";
    let output = Site::new().event("x", lines).build();
    assert_eq!(output.errors(), ["events/x.yaml:5:7 E0301"]);
    assert_eq!(output.warnings(), ["events/x.yaml:4:11 W0904"]);
}

#[test]
fn a_comment_that_silences_nothing_is_a_warning_unless_the_file_could_not_be_read() {
    assert_eq!(event("# bba: ok W0802\nsummary: Kurz").warnings(), ["events/x.yaml:4:11 W0903"]);
    let broken = "start: 24.09.2019\n# bba: ok W0805\nsummary: Mittwoch, 24. September";
    assert_eq!(Site::new().event("x", broken).build().warnings(), NONE);
}

#[test]
fn a_page_that_is_missing_on_purpose_is_silenced_in_site_yaml() {
    let site = || Site::new().without("pages/impressum.md");
    assert_eq!(site().built().warnings(), ["site.yaml:1:1 W0902"]);
    let config = "# bba: ok W0902\nid: test-site\ntitle: Test\nbase_url: https://test.example.org/\n\
                  languages: [de]\ntimezone: Europe/Berlin\ntheme: bba\norganisation: traeger\n\
                  funding_notice: Test\n";
    assert_eq!(site().file("site.yaml", config).built().warnings(), NONE);
}

#[test]
fn what_is_silenced_is_silenced_for_strict_too() {
    let silenced = "start: 2019-10-01\n# bba: ok W0802\nsummary: Ein Prol";
    assert!(!Site::new().event("x", silenced).strict().build().0.has_errors());
}
