//! Pages that are drafts: nowhere for visitors, marked in previews.

use crate::cli::Root;
use crate::harness::{Output, Site};

const DRAFT: &str = "---\ntitle: Über uns\nmenu: 1\nslug: wir\ndraft: true\naliases: [/alt/]\n---\n\
    Wir sind wir.\n";

fn site() -> Site {
    Site::new()
        .config_line("languages: [de, en]")
        .config_line("funding_notice: {de: Gefördert, en: Funded}")
        .config_line("menu: [events, ueber-uns]")
        .file("pages/ueber-uns.md", DRAFT)
        .file("pages/ueber-uns.en.md", "---\ntitle: About us\n---\nIt is us.\n")
}

#[test]
fn a_page_that_is_a_draft_is_nowhere() {
    let output: Output = site().built();
    for word in ["Über uns", "About us", "Wir sind wir", "wir/", "ueber-uns", "/alt/"] {
        assert!(!output.everything().contains(word), "{word}");
    }
    assert!(!output.has("alt/index.html"));
    let public = site().file("pages/ueber-uns.md", "---\ntitle: Über uns\n---\nWir.\n").built();
    assert!(public.text("index.html").contains("Über uns"), "in the menu");
    assert!(public.text("sitemap.xml").contains("/ueber-uns/"));
}

#[test]
fn a_preview_shows_and_marks_it() {
    let output = site().drafts().built();
    let page = output.text("wir/index.html");
    assert!(page.contains("Diese Seite ist ein Entwurf.") && page.contains("noindex"), "{page}");
    assert!(output.text("index.html").contains("Über uns"), "in the menu");
    assert!(output.text("en/ueber-uns/index.html").contains("This page is a draft."));
}

#[test]
fn a_public_text_may_not_lead_to_it() {
    let link = "---\ntitle: Seite\n---\n[Über uns](ueber-uns.md)\n";
    let output = site().file("pages/seite.md", link).build();
    assert_eq!(output.errors(), ["pages/seite.md:4:1 E0606"]);
    let from_draft = link.replace("---\n[", "draft: true\n---\n[");
    site().file("pages/seite.md", from_draft).built();
}

#[test]
fn a_draft_is_not_the_page_that_the_law_wants() {
    let imprint = "---\ntitle: Impressum\ntype: imprint\ndraft: true\n---\nText\n";
    let output = Site::new().file("pages/impressum.md", imprint).built();
    assert_eq!(output.places_of("W0902").len(), 1);
}

#[test]
fn why_says_that_it_is_a_draft() {
    let root = Root::new();
    root.write("content/pages/wir.md", "---\ntitle: Wir\ndraft: true\n---\nText\n");
    let why = root.run(&["why", "wir", "--now=2019-09-01T09:00"]);
    assert!(why.stdout.contains("Entwurf (draft: true)"), "{}", why.stdout);
}
