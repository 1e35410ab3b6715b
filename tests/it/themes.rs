//! The default theme is in the program; a site's theme holds only what differs.

use std::path::Path;

use bba::built_in;
use bba::files::Body;

use crate::harness::{Site, theme_text, walk};

/// What a page shows between head and footer is the theme's `home.html`.
const OWN_TEMPLATE: &str = "{% extends \"base.html\" %}\n\
    {% block main %}<h1>Eigene Startseite</h1>{% endblock main %}\n";

#[test]
fn the_program_holds_every_file_of_the_default_theme() {
    let folder = Path::new("themes/bba");
    let files = walk(folder);
    let names: Vec<&str> =
        files.iter().map(|file| file.strip_prefix(folder).unwrap().to_str().unwrap()).collect();
    let held: Vec<&str> = built_in::THEME.iter().map(|(name, _)| *name).collect();
    assert_eq!(held, names, "the list in src/built_in.rs");
}

#[test]
fn a_site_without_themes_has_the_default_theme_byte_by_byte() {
    let site = Site::new().event("a", "start: 2019-10-01");
    let without = site.clone().built();
    let all = built_in::THEME.iter();
    let with = all.fold(site, |site, (path, text)| site.theme_file(path, text)).built();
    assert_eq!(with.paths(), without.paths());
    for path in with.paths().into_iter().filter(|path| path.ends_with("html")) {
        assert_eq!(with.text(path), without.text(path), "{path}");
    }
    let style = |output: &crate::harness::Output| match &output.0.files["assets/style.css"] {
        Body::Copy(binary) => binary.hash,
        Body::Bytes(bytes) => blake3::hash(bytes),
    };
    assert_eq!(style(&with), style(&without));
}

/// Sites of other programmes show these texts too.
#[test]
fn the_default_theme_says_nothing_of_one_programme() {
    let words = ["sachsen", "sächsisch", "saxon", "sajon", "bba", "absatz", "kostenneutral"];
    for (path, bytes) in built_in::THEME.iter().filter(|(path, _)| !path.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert_eq!(words.iter().find(|word| text.contains(**word)), None, "{path}");
    }
}

#[test]
fn a_visit_is_in_the_region_of_the_theme_else_at_the_place_of_its_event() {
    let site = Site::new().delegation("polen", "countries: [PL]\nstart: 2019-10-01");
    let place = |site: Site| {
        let page = site.built().text("delegationen/polen/index.html").to_owned();
        page.split("\"location\":")
            .nth(1)
            .map(|rest| rest.split("organizer").next().unwrap().to_owned())
    };
    assert_eq!(place(site.clone()), None, "nobody said where");
    let event = "start: 2019-10-01\ndelegations: [polen]\nvenue: saal";
    assert!(place(site.clone().event("a", event)).unwrap().contains("Großer Saal"));
    let own = "delegations: {region: Musterland}\n";
    let site = site.event("a", event).theme_file("strings/de.yaml", own);
    assert_eq!(site.clone().build().warnings(), Vec::<String>::new());
    assert!(place(site).unwrap().contains("\"name\":\"Musterland\""));
}

#[test]
fn one_template_one_text_and_one_static_file_replace_those_of_the_default_theme() {
    for theme in ["eigenes", "bba"] {
        let site = Site::new().theme(theme);
        let site = site
            .theme_file_of(theme, "templates/home.html", OWN_TEMPLATE)
            .theme_file_of(theme, "strings/de.yaml", "nav: {skip: Direkt zum Inhalt}\n")
            .theme_file_of(theme, "static/favicon.svg", "<svg/>")
            .built();
        let home = site.text("index.html");
        assert!(home.contains("Eigene Startseite"), "{theme}");
        assert!(home.contains("Direkt zum Inhalt"), "{theme}");
        assert!(site.text("presse/index.html").contains("Noch gibt es keine Pressemitteilung."));
        assert!(site.has("assets/style.css"));
        let Body::Copy(icon) = &site.0.files["favicon.svg"] else { panic!("copied") };
        assert_eq!(icon.size, 6);
    }
}

#[test]
fn a_theme_that_is_no_folder_is_an_error() {
    let site = Site::new().theme("eigenes");
    assert_eq!(site.clone().build().errors(), ["site.yaml:6:8 E0701"]);
    let messages = site.build().messages();
    assert!(messages[0].contains("Das eingebaute Theme heißt `bba`"), "{messages:?}");
}

#[test]
fn a_mistake_that_shows_in_the_default_theme_has_its_place_there() {
    let components = theme_text("templates/components.html");
    let components = components.replace("when_lines(when)", "when_lines(when, size)");
    let site = Site::new().theme("eigenes").event("a", "start: 2019-10-01");
    let output = site.theme_file_of("eigenes", "templates/components.html", components).build();
    let errors = output.errors();
    assert!(
        errors.iter().any(|error| error.starts_with("built-in/themes/bba/templates/event.html"))
    );
    assert!(errors.iter().all(|error| error.ends_with(" E0703")), "{errors:?}");
}

#[test]
fn an_alias_at_a_built_in_file_is_reported_at_the_event() {
    let site = Site::new();
    let site = site.event("a", "start: 2019-10-01\naliases: [/favicon.svg]");
    assert_eq!(site.build().errors(), ["events/a.yaml:1:1 E0504"]);
}
