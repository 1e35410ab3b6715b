//! The default theme is in the program; a site's theme holds only what differs.

use std::path::Path;

use bba::built_in;
use bba::files::Body;

use crate::assets::asset;
use crate::cli::Root;
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
        assert_eq!(asset(&site, "style.css"), asset(&Site::new().built(), "style.css"));
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
    assert_eq!(site.build().errors(), ["events/a.yaml:4:11 E0504"]);
}

#[test]
fn a_template_may_extend_the_built_in_one_of_its_name() {
    let own = "{% extends \"built-in/base.html\" %}\n\
        {% block head %}{{ super() }}<meta name=\"probe\" content=\"1\">{% endblock head %}\n\
        {% block header %}{{ super() }}<p>Band</p>{% endblock header %}\n\
        {% block footer %}<footer>Eigener Fuß</footer>{% endblock footer %}\n";
    for theme in ["eigenes", "bba"] {
        let site = Site::new().theme(theme).event("a", "start: 2019-10-01");
        let before = site.clone().theme_file_of(theme, "static/a.txt", "a").built();
        let after = site.theme_file_of(theme, "templates/base.html", own).built();
        for page in ["index.html", "veranstaltungen/a/index.html", "404.html"] {
            let (before, after) = (before.text(page), after.text(page));
            assert!(after.contains("<meta name=\"probe\" content=\"1\"></head>"), "{page}");
            assert!(after.contains("</header>\n<p>Band</p>"), "{page}");
            assert!(after.contains("<footer>Eigener Fuß</footer>"), "{page}");
            let head = |page: &str| {
                page.split_once("</title>")
                    .unwrap()
                    .1
                    .split_once("<meta name=\"probe\"")
                    .map_or_else(
                        || {
                            page.split_once("</title>")
                                .unwrap()
                                .1
                                .split_once("</head>")
                                .unwrap()
                                .0
                                .to_owned()
                        },
                        |(head, _)| head.to_owned(),
                    )
            };
            assert_eq!(head(after), head(before), "all of the built-in head stays");
        }
    }
}

#[test]
fn one_page_and_one_component_can_be_changed_alone() {
    let page = "{% extends \"built-in/page.html\" %}\n\
        {% block main %}<p>davor</p>{{ super() }}{% endblock main %}\n";
    let component =
        "{% component email(email) %}<b>{{ email.address }}</b>{% endcomponent email %}";
    let site = Site::new()
        .theme_file("templates/page.html", page)
        .theme_file("templates/eigene.html", component)
        .config("press_contact: anmeldung")
        .release("2019-08-01-a", "", "Text")
        .built();
    let text = site.text("impressum/index.html");
    assert!(text.contains("<p>davor</p>") && text.contains("<h1>Impressum</h1>"));
    assert!(site.text("presse/2019-08-01-a/index.html").contains("<b>anna@example.org</b>"));
}

#[test]
fn a_template_that_extends_itself_or_none_has_its_place() {
    let errors = |name: &str, text: &str| {
        let output = Site::new().theme_file(&format!("templates/{name}"), text).build();
        (output.errors(), output.messages().join("\n"))
    };
    let (at, message) = errors("base.html", "{#- Kopf -#}\n{%- extends 'base.html' %}\n");
    assert_eq!(at, ["themes/bba/templates/base.html:2:14 E0725"]);
    assert!(message.contains("`{% extends \"built-in/base.html\" %}`"));
    let (at, _) = errors("zusatz.html", "{% extends \"fehlt.html\" %}");
    assert_eq!(at, ["themes/bba/templates/zusatz.html:1:13 E0703"]);
    let (at, _) = errors("base.html", "{% extends \"event.html\" %}");
    assert_eq!(at, ["themes/bba/templates/base.html:1:13 E0703"]);
}

/// A theme that replaces everything need not have the blocks of the built-in templates.
#[test]
fn a_theme_of_its_own_need_not_fit_the_built_in_templates() {
    let pages = built_in::THEME.iter().filter_map(|(name, _)| name.strip_prefix("templates/"));
    let site = pages.fold(Site::new().event("a", "start: 2019-10-01"), |site, name| {
        let text = if name == "base.html" { "{% block alles %}{% endblock %}" } else { "<p>x</p>" };
        site.theme_file(&format!("templates/{name}"), text)
    });
    assert_eq!(site.build().errors(), [""; 0]);
}

#[test]
fn files_for_servers_are_published_and_other_hidden_ones_named() {
    let file = |site: Site, name: &str| site.theme_file(&format!("static/{name}"), "x");
    let published =
        [".well-known/security.txt", ".nojekyll", ".htaccess", "_headers", "_redirects"];
    let site = published.into_iter().fold(Site::new(), file).built();
    for name in published {
        assert!(site.has(name), "{name}");
    }
    assert_eq!(site.warnings(), [""; 0]);
    let site = [".htpasswd", "_entwurf.html", ".DS_Store", ".gitkeep", "assets/._a.css"];
    let site = site.into_iter().fold(Site::new(), file).built();
    let warnings = ["themes/bba/static/.htpasswd", "themes/bba/static/_entwurf.html"];
    assert_eq!(site.warnings(), warnings.map(|path| format!("{path}:1:1 W0726")));
    assert!(
        !site.paths().iter().any(|path| path.contains("htpasswd") || path.contains("_entwurf"))
    );
}

#[test]
fn a_static_file_takes_the_place_of_what_the_program_makes() {
    let site = Site::new()
        .event("a", "start: 2019-10-01")
        .theme_file("static/robots.txt", "User-agent: x\n")
        .theme_file("static/presse/feed.xml", "<feed/>")
        .built();
    for (path, size) in [("robots.txt", 14), ("presse/feed.xml", 7)] {
        let Body::Copy(file) = &site.0.files[path] else { panic!("{path} is copied") };
        assert_eq!(file.size, size, "{path}");
    }
    let errors = |path: &str| {
        let site = Site::new().event("a", "start: 2019-10-01");
        site.theme_file(&format!("static/{path}"), "x").build().errors()
    };
    assert_eq!(errors("veranstaltungen/a.ics").len(), 1, "an event is the content's");
    assert_eq!(errors("impressum/index.html").len(), 1);
    assert_eq!(errors("build.json").len(), 1, "it lists all files");
}

/// CLDR 48.2, `ca-gregorian`, `intervalFormats`: `yMMMMd` where there is one, else the shape of
/// `yMMMd`; dashes as in all languages of the program.
#[test]
fn a_new_language_begins_with_english_texts_and_customs_of_its_own() {
    for (tag, days, months, other_forms) in [
        ("pl", "4–8 listopada 2019", "28 października – 1 listopada 2019", "few: "),
        ("cs", "4.–8. listopadu 2019", "28. října – 1. listopadu 2019", "few: "),
        ("fr", "4–8 novembre 2019", "28 octobre – 1 novembre 2019", "other: "),
        ("pt", "4–8 de novembro de 2019", "28 de outubro – 1 de novembro de 2019", "other: "),
        ("hu", "2019. november 4–8.", "2019. október 28. – november 1.", "other: "),
        ("lv", "2019. gada 4.–8. novembris", "2019. gada 28. oktobris – 1. novembris", "zero: "),
        ("fi", "4.–8. marraskuuta 2019", "28. lokakuuta – 1. marraskuuta 2019", "one: "),
        ("ru", "4–8 ноября 2019 г.", "28 октября – 1 ноября 2019 г.", "many: "),
        ("ja", "2019年11月4日～8日", "2019年10月28日～11月1日", "other: "),
        ("ko", "2019년 11월 4일~8일", "2019년 10월 28일 ~ 11월 1일", "other: "),
        ("en-US", "November 4–8, 2019", "October 28 – November 1, 2019", "one: "),
    ] {
        let begun = bba::strings::begun(tag);
        assert!(begun.contains(&format!("\nlocale: {tag}\n")), "{tag}");
        assert!(begun.contains(other_forms), "{tag}");
        let site = Site::new()
            .config_line(&format!("languages: [de, {tag}]"))
            .theme_file(&format!("strings/{tag}.yaml"), &begun)
            .delegation("a", "countries: [MX]\nstart: 2019-11-04\nend: 2019-11-08")
            .delegation("b", "countries: [MX]\nstart: 2019-10-28\nend: 2019-11-01")
            .built();
        let about_theme = |finding: &String| finding.starts_with("themes/");
        assert_eq!(site.warnings().into_iter().filter(about_theme).count(), 0, "{tag}");
        for (id, expected) in [("a", days), ("b", months)] {
            let page = site.text(&format!("{tag}/delegations/{id}/index.html"));
            assert!(page.contains(expected), "{tag}: {expected}");
        }
    }
}

/// Who copies a file by hand and forgets `locale` gets one error, and none about English plurals.
#[test]
fn the_customs_of_a_language_never_come_from_the_file_that_was_copied() {
    let english = theme_text("strings/en.yaml");
    let site = Site::new().config_line("languages: [de, ja]");
    let errors = site.clone().theme_file("strings/ja.yaml", english).build().errors();
    assert_eq!(errors, ["themes/bba/strings/ja.yaml:2:9 E0711"]);
    let right = english.replace("locale: en_GB", "locale: ja_JP");
    let site = site.theme_file("strings/ja.yaml", right);
    let site = site.delegation("a", "countries: [MX]\nstart: 2019-11-04\nend: 2019-11-08").built();
    assert!(site.text("ja/delegations/a/index.html").contains("2019年11月4日～8日"));
}

/// An older copy of the strings may still say it.
#[test]
fn a_theme_may_write_ranges_in_its_own_way() {
    let own = "dates: {range: {days: \"{from_day}. bis {to_day}. {to_month} {to_year}\"}}\n";
    let site = Site::new().theme_file("strings/de.yaml", own);
    let site = site.delegation("a", "countries: [MX]\nstart: 2019-11-04\nend: 2019-11-08").built();
    assert!(site.text("delegationen/a/index.html").contains("4. bis 8. November 2019"));
    assert_eq!(site.warnings(), [""; 0]);
}

/// A root with content and no theme of its own.
fn root() -> Root {
    let root = Root::empty();
    Site::new().write_to(root.path());
    root
}

#[test]
fn the_program_lists_its_theme_and_gives_out_a_file_never_over_another() {
    let root = root();
    let listed = root.run(&["theme", "--list"]);
    let names: Vec<&str> = listed.stdout.lines().collect();
    let held: Vec<&str> = built_in::THEME.iter().map(|(name, _)| *name).collect();
    assert_eq!((listed.status, names), (0, held));
    let file = "themes/bba/templates/base.html";
    let copied = root.run(&["theme", "--copy", "templates/base.html"]);
    assert_eq!((copied.status, copied.stdout.as_str()), (0, "themes/bba/templates/base.html\n"));
    assert_eq!(root.read(file), theme_text("templates/base.html"));
    assert!(root.run(&["theme"]).stdout.contains(&format!(": {file})")));
    root.write(file, "mein");
    let again = root.run(&["theme", "--copy", file, "--lang", "de"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("gibt es schon") && root.read(file) == "mein");
    for (typed, path) in [
        ("style.css", "static/assets/style.css"),
        ("built-in/themes/bba/templates/event.html", "templates/event.html"),
        ("strings/en.yaml", "strings/en.yaml"),
    ] {
        assert_eq!(root.run(&["theme", "--copy", typed]).status, 0, "{typed}");
        assert_eq!(root.read(&format!("themes/bba/{path}")), theme_text(path), "{typed}");
    }
    for typed in ["templates/evnt.html", "../../etc/passwd", "strings/../x.yaml", ""] {
        assert_eq!(root.run(&["theme", "--copy", typed]).status, 2, "{typed}");
    }
    assert!(root.run(&["theme", "--copy", "templates/evnt.html"]).stderr.contains("event.html"));
}

#[test]
fn a_copy_goes_into_the_theme_of_the_site() {
    let root = root();
    root.write("content/site.yaml", &root.read("content/site.yaml").replace(": bba", ": neu"));
    assert_eq!(root.run(&["theme", "--copy", "favicon.svg"]).status, 0);
    assert!(root.has("themes/neu/static/favicon.svg"));
    assert_eq!(root.run(&["build"]).status, 0);
}

#[test]
fn the_hint_about_a_new_page_language_works_as_it_stands() {
    let root = root();
    let config = root.read("content/site.yaml").replace("languages: [de]", "languages: [de, pt]");
    root.write("content/site.yaml", &config);
    let missing = root.run(&["check", "--lang", "de"]);
    assert_eq!(missing.status, 1);
    let (_, command) = missing.stderr.split_once("`bba ").unwrap();
    let (command, _) = command.split_once('`').unwrap();
    let arguments: Vec<&str> = command.split(' ').collect();
    assert_eq!(arguments, ["theme", "--copy", "strings/pt.yaml"]);
    assert_eq!(root.run(&arguments).status, 0);
    assert_eq!(root.run(&["build"]).status, 0);
    assert!(root.has("public/pt/index.html"));
}
