//! Style sheets and scripts of a theme: what is in them stands in their names, so browsers keep them
//! for ever, and nobody gets an old one with a new page.

use crate::harness::{Output, Site, walk};
use crate::html::Page;

/// The path that a style sheet or a script is published at: a name with sixteen digits of a hash.
pub fn asset(output: &Output, file: &str) -> String {
    let (stem, ending) = file.rsplit_once('.').unwrap();
    let (start, end) = (format!("assets/{stem}-"), format!(".{ending}"));
    let hash = |path: &str| Some(path.strip_prefix(&start)?.strip_suffix(&end)?.to_owned());
    let is_hash =
        |hash: String| hash.len() == 16 && hash.bytes().all(|c| b"0123456789abcdef".contains(&c));
    let found: Vec<&str> =
        output.paths().into_iter().filter(|path| hash(path).is_some_and(is_hash)).collect();
    let [path] = found[..] else { panic!("{file}: {found:?}") };
    path.to_owned()
}

/// The addresses of what a page loads.
fn loaded(output: &Output, path: &str) -> Vec<String> {
    let page = Page::read(output.text(path));
    let styles = page.all("link").into_iter().filter(|tag| tag.get("rel") == Some("stylesheet"));
    let styles = styles.filter_map(|tag| tag.get("href"));
    let scripts = page.all("script").into_iter().filter_map(|tag| tag.get("src"));
    styles.chain(scripts).map(str::to_owned).collect()
}

/// Extends the head of every page.
fn with_head(head: &str) -> Site {
    let base = format!(
        "{{% extends \"built-in/base.html\" %}}{{% block head %}}{{{{ super() }}}}{head}{{% endblock head %}}"
    );
    Site::new().theme_file("templates/base.html", base)
}

#[test]
fn a_name_changes_when_the_content_does_and_not_otherwise() {
    let style = |site: Site| asset(&site.built(), "style.css");
    let script = |site: Site| asset(&site.built(), "search.js");
    let with = |text: &str| Site::new().theme_file("static/assets/style.css", text);
    assert_eq!(style(Site::new()), style(Site::new().event("a", "start: 2019-10-01")));
    assert_ne!(style(Site::new()), style(with("a { color: red }")));
    assert_ne!(style(with("a { color: red }")), style(with("a { color: tan }")));
    assert_eq!(
        style(with("a { color: red }")),
        style(with("/* why */\na { color: red }")),
        "what is served is the same"
    );
    assert_eq!(script(Site::new()), script(with("a { color: red }")));
    let blue = Site::new().config("brand: {accent: \"#003399\"}");
    assert_ne!(style(Site::new()), style(blue), "the colour stands in it");
}

#[test]
fn every_page_in_every_language_loads_what_is_there() {
    for base_url in ["https://test.example.org/", "https://test.example.org/unter/pfad/"] {
        let site = Site::new()
            .base_url(base_url)
            .config("gone: [/weg/]")
            .config_line("languages: [de, en]")
            .event("a", "start: 2019-10-01\naliases: [/alt/]")
            .built();
        let mount = base_url.trim_start_matches("https://test.example.org");
        let style = format!("{mount}{}", asset(&site, "style.css"));
        let pages = site.paths().into_iter().filter(|path| path.ends_with(".html"));
        let pages: Vec<&str> = pages.collect();
        assert!(pages.contains(&"404.html") && pages.contains(&"en/index.html"), "{pages:?}");
        for page in pages {
            let loaded = loaded(&site, page);
            // A page that only leads on loads nothing.
            let is_stub = page == "alt/index.html";
            assert_eq!(loaded.first() == Some(&style), !is_stub, "{page}: {loaded:?}");
            let out = |link: &String| link.strip_prefix(mount).map(|path| site.has(path));
            assert!(loaded.iter().all(|link| out(link) == Some(true)), "{page}: {loaded:?}");
        }
        let search = format!("{mount}{}", asset(&site, "search.js"));
        assert_eq!(loaded(&site, "suche/index.html"), [style, search]);
    }
}

#[test]
fn a_template_links_to_its_own_style_sheets_and_scripts_by_their_names_in_the_theme() {
    let head = "<link rel=\"stylesheet\" href=\"{{ site.assets['own.css'] }}\">\
                <script src=\"{{ site.assets['own.mjs'] }}\" type=\"module\"></script>";
    let site = with_head(head)
        .theme_file("static/assets/own.css", "@import \"parts/a.css\";\na { color: red }")
        .theme_file("static/assets/own.mjs", "import './parts/b.js';\n")
        .theme_file("static/assets/parts/a.css", "b { color: tan }")
        .theme_file("static/assets/parts/b.js", "0;\n")
        .theme_file("static/assets/bild.png", crate::harness::PNG)
        .built();
    let loaded = loaded(&site, "index.html");
    let paths = ["style.css", "own.css", "own.mjs"].map(|file| format!("/{}", asset(&site, file)));
    assert_eq!(loaded, paths);
    // They name what is in folders, and what is no style sheet and no script has its own name.
    for path in ["assets/parts/a.css", "assets/parts/b.js", "assets/bild.png"] {
        assert!(site.has(path), "{path}");
    }
}

/// A build tool may have given it one.
#[test]
fn a_name_that_has_a_hash_stays() {
    let head = "<script src=\"{{ site.assets['app.3f9a01bc.js'] }}\"></script>";
    let site = with_head(head).theme_file("static/assets/app.3f9a01bc.js", "0;\n").built();
    assert!(loaded(&site, "index.html").contains(&"/assets/app.3f9a01bc.js".to_owned()));
}

/// A theme that was made before names had hashes.
#[test]
fn a_template_or_script_that_writes_a_name_without_a_hash_gets_the_same() {
    let head = "<link rel=\"stylesheet\" href=\"/assets/own.css\">";
    let site = with_head(head)
        .config("brand: {accent: \"#003399\"}")
        .theme_file("static/assets/own.css", "@import \"further.css\";")
        .theme_file("static/assets/further.css", "a { color: red }")
        .built();
    assert!(loaded(&site, "index.html").contains(&"/assets/own.css".to_owned()));
    for file in ["own.css", "further.css", "style.css", "search.js"] {
        let path = format!("assets/{file}");
        assert_eq!(site.text(&path), site.text(&asset(&site, file)), "{file}");
    }
}

/// Addresses in a style sheet are relative to it: the folder must be the same.
#[test]
fn every_file_that_the_style_sheet_names_is_there() {
    let site = Site::new().built();
    let css = site.text(&asset(&site, "style.css"));
    let named: Vec<&str> = css
        .split("url(")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap())
        .filter(|address| !address.starts_with(['#', '"']))
        .collect();
    assert!(named.len() >= 4, "{named:?}");
    for address in named {
        assert!(site.has(&format!("assets/{address}")), "{address}");
    }
    let fonts = walk(std::path::Path::new("themes/bba/static/assets/fonts"));
    assert!(fonts.len() > 4);
}
