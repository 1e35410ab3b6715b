//! What templates are given: `docs/theme.md` lists it, and the list is what whole sites really give
//! them. `UPDATE=1 cargo test --test it templates` writes the list anew; the words around it are
//! yours.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bba::built_in;
use bba::pipeline::{Cache, Now, Options, build};
use bba::source::Sources;

use crate::harness::{Site, walk};

const DOC: &str = "docs/theme.md";

/// Where the list begins in the page.
const MARK: &str = "<!-- UPDATE=1 writes what follows -->\n";

/// Writes the path of every value; a text of an editor is one value.
const WALK: &str = "{% component walk(path: string, value) %}\n\
    {%- if value is map -%}\n\
      {%- for key, inner in value %}{% if \".\" in key %}\n{{ path }}[{{ key }}]{% else %}\n{{ path }}.{{ key }}{% endif %}\n{{ <walk path={path ~ \".\" ~ key} value={inner} /> }}{% endfor -%}\n\
    {%- elif value is array -%}\n\
      {%- for inner in value %}\n{{ path }}[]\n{{ <walk path={path ~ \"[]\"} value={inner} /> }}{% endfor -%}\n\
    {%- endif -%}\n{% endcomponent walk %}";

/// The templates of pages, and those that get other values.
fn pages() -> Vec<&'static str> {
    let all = built_in::THEME.iter().filter_map(|(name, _)| name.strip_prefix("templates/"));
    let extends = |name: &&str| {
        let text = crate::harness::theme_text(&format!("templates/{name}"));
        text.contains("{% extends \"base.html\" %}")
    };
    all.filter(extends).collect()
}

/// A site with everything in two languages, much of it untranslated.
fn bilingual() -> Site {
    Site::new()
        .config_line("title: {de: Testprogramm, en: Test}")
        .config_line("languages: [de, en]")
        .config_line("menu: [events, {url: \"https://a.example.org/\", label: Laden}]")
        .config("press_contact: anmeldung\nbrand: {logo: logo.svg}")
        .config("boilerplate: Über uns\ndescription: Kurz")
        .config("kinds: {gespraech: Gespräch}\nextra: {kleid: Kleidung}")
        .file(
            "contacts.yaml",
            "anmeldung: {name: Anna, email: anna@example.org}\nberta: {name: Berta, role: Leitung, email: berta@example.org, phone: +49 351 1234567}\n",
        )
        .file("media/logo.svg", "<svg/>")
        .file("media/a.pdf", crate::harness::PDF)
        .file("media/a.mp4", b"\0\0\0\x18ftypmp42")
        .file("media/a.vtt", "WEBVTT\n")
        .file("media/a.png", crate::harness::PNG)
        .file("pages/leicht.md", "---\ntitle: Leicht\ntype: simple-language\n---\nText\n")
        .file(
            "pages/dgs.md",
            "---\ntitle: Gebärden\ntype: sign-language\nreviewed: 2019-08-01\nextra: {kleid: Anzug}\nvideo: {file: a.mp4, duration: '2:30', poster: a.png, captions: a.vtt}\n---\nText\n",
        )
        .event(
            "a",
            "start: 2019-10-01T10:00\nend: 2019-10-01T12:00\nsummary: Kurz\ndescription: Lang\nkind: gespraech\nextra: {kleid: Anzug}\ntimezone: America/Mexico_City\ndelegations: [m]\nvenue: saal\nlanguages: [es]\ncontact: berta\nregistration: {required: true, deadline: 2019-09-20, email: a@example.org, phone: +49 351 1234567, url: 'https://a.example.org/', note: Bitte, capacity: 4}\nprice: {amount: 5, currency: EUR}\nattachments: [{file: a.pdf, title: PDF}]\nlinks: [{url: 'https://a.example.org/'}]\nimage: {file: a.png, alt: Bild, credit: K, rights: frei}\nroles: {organiser: traeger}\nupdates: [{at: 2019-08-01, kind: change, note: Neu, previous_start: 2019-09-30T10:00}]",
        )
        .event(
            "b",
            "start: 2019-09-03T16:00\nrepeat: {every: week, count: 8, changes: [{date: 2019-09-10, status: cancelled, note: N}]}\nregistration: {required: true, email: b@example.org}\nupdates: [{at: 2019-08-01, kind: change}]\ncontact: anmeldung",
        )
        .event("c", "start: 2019-10-05\nstatus: cancelled\nstatus_note: Krank\nupdates: [{at: 2019-08-01, kind: change}]")
        .event("d", "start: 2018-10-05\ndraft: true")
        .delegation(
            "m",
            "countries: [MX, PL]\nstart: 2019-10-01\nend: 2019-10-04\nsummary: Kurz\ndescription: Lang\nsectors: [rail]\nseeks: Viel\nparticipants: [{organisation: O, country: MX, offers: A, seeks: B, url: 'https://o.example.org/', consent: true}]\nfigures: [{label: L, value: 4, unit: U, year: 2018, country: MX, source: S}]\ncontact: berta\nextra: {kleid: Sakko}\nstatus: cancelled\nattachments: [{file: a.pdf, title: PDF}]\nlinks: [{url: 'https://a.example.org/'}]\nimage: {file: a.png, alt: Bild, credit: K}\nroles: {host: traeger}\nupdates: [{at: 2019-08-01, kind: change, note: Neu}]",
        )
        .delegation("n", "countries: [MX]\nstart: 2018-10-01\nend: 2018-10-04\nsectors: [rail]")
        .release(
            "2019-08-01-a",
            "subtitle: U\nlead: L\nplace: Dresden\nevents: [a]\ndelegations: [m]\ncountries: [MX]\nsectors: [rail]\nextra: {kleid: Frack}\ncontact: berta\nattachments: [{file: a.pdf, title: PDF}]\nlinks: [{url: 'https://a.example.org/'}]\nimage: {file: a.png, alt: Bild, credit: K}\nupdates: [{at: 2019-08-02, kind: correction, note: N}]",
            "Text",
        )
        .file("press/2019-08-01-a.en.md", "---\ntitle: Title\nlead: L\nsubtitle: U\n---\nText\n")
}

/// Every value with its path, by the template that gets it.
fn given() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut sites = vec![bilingual().files()];
    let mut many = bilingual();
    for number in 0..110 {
        many = many.event(&format!("e{number}"), "start: 2019-10-01\ncountries: [MX]");
    }
    for number in 0..110 {
        many = many.release(&format!("2018-08-01-r{number}"), "countries: [MX]", "Text");
    }
    sites.push(many.files());
    for name in ["programme", "changes"] {
        let root = Path::new("tests/golden").join(name);
        let files = walk(&root.join("content"));
        let below = |file: &Path| file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        let read = |file: std::path::PathBuf| (below(&file), std::fs::read(&file).unwrap());
        sites.push(files.into_iter().map(read).collect());
    }
    for mut files in sites {
        files.insert("themes/bba/templates/walk.html".to_owned(), WALK.into());
        for name in pages() {
            let walk =
                |root: &str| format!("{{{{ <walk path={{\"{root}\"}} value={{{root}}} /> }}}}");
            let text = format!("{name}\n{}{}{}", walk("page"), walk("site"), walk("view"));
            files.insert(format!("themes/bba/templates/{name}"), text.into_bytes());
        }
        let files = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let options = Options {
            now: Now::read("2019-09-01T09:00").unwrap(),
            drafts: true,
            gallery: true,
            ..Options::default()
        };
        let built = build(&Sources::from_memory(files), &options, &mut Cache::none());
        let output = crate::harness::Output::of(built);
        let pages = output.paths().into_iter().filter(|path| path.ends_with(".html"));
        for path in pages.collect::<Vec<_>>() {
            let mut lines = output.text(path).lines().map(|line| quoted(line.trim()));
            let Some(name) = lines.next().filter(|name| pages_have(name)) else { continue };
            let of_template = found.entry(name).or_default();
            // The keys of `site.menus` are addresses of the site.
            let is_named = |line: &String| !line.is_empty() && !is_of_menus(line);
            of_template.extend(lines.filter(is_named));
        }
    }
    found
}

/// A key that is no word, as templates write it. Pages would have other quotation marks.
fn quoted(path: &str) -> String {
    match path.split_once('[').and_then(|(map, key)| Some((map, key.strip_suffix(']')?))) {
        Some((map, key)) if key.contains('.') && !key.contains(']') => format!("{map}['{key}']"),
        _ => path.to_owned(),
    }
}

fn is_of_menus(path: &str) -> bool {
    path.strip_prefix("site.menus").is_some_and(|key| !key.is_empty())
}

fn pages_have(name: &str) -> bool {
    pages().contains(&name)
}

/// What is the same on all pages once, then what each template gets. A text of an editor stands for
/// its parts `text` and `lang`.
fn list() -> String {
    let mut given = given();
    assert_eq!(given.keys().map(String::as_str).collect::<Vec<_>>(), pages());
    let mut written = String::new();
    for root in ["site.", "page."] {
        let all: BTreeSet<String> = given.values().flatten().cloned().collect();
        let of_root: BTreeSet<String> =
            all.into_iter().filter(|path| path.starts_with(root)).collect();
        written += &block(&format!("Every template: `{}`", root.trim_end_matches('.')), &of_root);
    }
    for (name, paths) in &mut given {
        paths.retain(|path| path.starts_with("view."));
        written += &block(&format!("`{name}`"), paths);
    }
    written += &components();
    written
}

fn block(title: &str, paths: &BTreeSet<String>) -> String {
    let is_text = |path: &str| {
        paths.contains(&format!("{path}.text"))
            && paths.contains(&format!("{path}.lang"))
            && paths.iter().filter(|p| p.rsplit_once('.').is_some_and(|(a, _)| a == path)).count()
                == 2
    };
    let shown = paths.iter().filter(|path| {
        let above = path.rsplit_once('.').map(|(above, _)| above);
        !above.is_some_and(is_text) && !path.ends_with("[]")
    });
    let line = |path: &String| {
        let text = if is_text(path) { "  (text)" } else { "" };
        format!("{path}{text}\n")
    };
    let items = paths.iter().filter(|path| path.ends_with("[]") && is_text(path));
    let mut lines: Vec<String> = shown.map(line).chain(items.map(line)).collect();
    lines.sort();
    format!("\n### {title}\n\n```\n{}```\n", lines.concat())
}

#[test]
fn the_page_about_themes_lists_what_templates_are_given() {
    let page = std::fs::read_to_string(DOC).unwrap();
    let (words, held) = page.split_once(MARK).expect("the mark");
    let list = list();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(DOC, format!("{words}{MARK}{list}")).unwrap();
        return;
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (held_lines, given) = (lines(held), lines(&list));
    let missing: Vec<_> = given.difference(&held_lines).collect();
    let left_over: Vec<_> = held_lines.difference(&given).collect();
    assert!(
        held == list,
        "{DOC} is out of date: UPDATE=1; missing {missing:#?}, left over {left_over:#?}"
    );
}

/// The components of the built-in templates, as they are declared.
fn components() -> String {
    let text = crate::harness::theme_text("templates/components.html");
    let declared = text.lines().filter_map(|line| line.strip_prefix("{% component "));
    let declared = declared.map(|line| line.trim_end_matches(['-', '%', '}', ' ']));
    let lines: Vec<String> = declared.map(|line| format!("{line}\n")).collect();
    format!("\n### Components\n\n```\n{}```\n", lines.concat())
}

#[test]
fn the_page_about_themes_names_every_template_and_block() {
    let page = std::fs::read_to_string(DOC).unwrap();
    for (name, _) in built_in::THEME {
        let Some(name) = name.strip_prefix("templates/") else { continue };
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
    let base = crate::harness::theme_text("templates/base.html");
    for block in base.split("{% block ").skip(1) {
        let name = block.split(' ').next().unwrap();
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
    for name in ["head", "header", "main", "footer"] {
        assert!(base.contains(&format!("{{% block {name} ")), "{name}");
    }
}
