//! What could do harm to readers, servers or other programs: addresses that look like others,
//! mail links that write to somebody else, paths that servers read, names that other systems cannot
//! hold, and logs that a terminal or a CI obeys.

use std::fs;
use std::process::Command;

use bba::outputs::hosting::Server;
use bba::problem::MessageLanguage;
use bba::report::Format;
use bba::values::HostingFile;

use crate::harness::{Output, PNG, Site, temporary_folder};

fn codes(output: &Output) -> Vec<String> {
    output.0.diagnostics.iter().map(|found| found.problem.code().to_owned()).collect()
}

#[test]
fn an_address_that_leads_to_another_host_is_refused_wherever_it_stands() {
    let spoofed = "https://www.sachsen.example.com:443@evil.example.net/";
    let event = |lines: &str| Site::new().event("x", &format!("start: 2019-10-01\n{lines}"));
    let sites = [
        event(&format!("links: [{{url: \"{spoofed}\", label: Mehr}}]")),
        event(&format!("online: {{url: \"{spoofed}\"}}")),
        event(&format!("registration: {{url: \"{spoofed}\"}}")),
        event(&format!("description: \"[Mehr]({spoofed})\"")),
        event("description: \"[Mehr](https:\\\\\\\\a@evil.example.net)\""),
        Site::new().file("organisations.yaml", format!("traeger: {{name: T, url: \"{spoofed}\"}}\n")),
        Site::new().config_line(&format!("base_url: {spoofed}")),
        Site::new().delegation(
            "d",
            &format!(
                "start: 2019-10-01\ncountries: [MX]\nparticipants: [{{organisation: F, country: MX, \
                 url: \"{spoofed}\", consent: true}}]"
            ),
        ),
    ];
    for (number, site) in sites.into_iter().enumerate() {
        assert!(codes(&site.build()).contains(&"E0140".to_owned()), "site {number}");
    }
    for harmless in [
        "https://social.example.org/@name",
        "https://example.org/?mail=a@b.example",
        "https://example.org:8443/a#b@c",
        "https://bücher.example.org/",
    ] {
        let links = format!("links: [{{url: \"{harmless}\", label: Mehr}}]");
        let text = format!("description: \"[Mehr]({harmless})\"");
        assert_eq!(event(&format!("{links}\n{text}")).built().errors(), [""; 0], "{harmless}");
    }
}

#[test]
fn an_address_with_characters_that_nobody_sees_is_refused() {
    for address in ["https://b.example.com/\\u202egpj", "https://b.example.com/\\u2066a"] {
        let lines = format!("start: 2019-10-01\nlinks: [{{url: \"{address}\", label: x}}]");
        let output = Site::new().event("x", &lines).build();
        assert_eq!(output.errors(), ["events/x.yaml:4:15 E0141"], "{address}");
    }
    // In the name of a host it is no web address at all; the character is the reason.
    let lines = "start: 2019-10-01\nlinks: [{url: \"https://\\u200fb.example.com/\", label: x}]";
    assert_eq!(Site::new().event("x", lines).build().errors(), ["events/x.yaml:4:15 E0224"]);
    let page = "---\ntitle: Seite\n---\n[Mehr](https://b.example.com/&#x202e;gpj)\n";
    let output = Site::new().file("pages/seite.md", page).build();
    assert_eq!(output.errors(), ["pages/seite.md:4:1 E0141"]);
}

#[test]
fn a_mail_link_has_one_reader_and_at_most_a_subject_and_a_body() {
    let page = "---\ntitle: Seite\n---\n\
        [a](mailto:a@example.org?subject=Hallo%20Welt&body=Guten%20Tag)\n\
        [b](mailto:b@example.org?bcc=evil@example.org)\n\
        [c](mailto:c@example.org?Subject=x&CC=evil@example.org&attach=/etc/passwd)\n\
        [d](mailto:d@example.org?subject=x%0D%0Abcc:evil@example.org)\n\
        [e](mailto:e%3Fbcc=evil@example.org)\n";
    let output = Site::new().file("pages/seite.md", page).built();
    let warned = output.places_of("W0147");
    assert_eq!(warned, ["pages/seite.md:5:1", "pages/seite.md:6:1", "pages/seite.md:7:1"]);
    let html = output.text("seite/index.html");
    for (link, expected) in [
        ("a", "mailto:a@example.org?subject=Hallo%20Welt&amp;body=Guten%20Tag"),
        ("b", "mailto:b@example.org"),
        ("c", "mailto:c@example.org?Subject=x"),
        ("d", "mailto:d@example.org"),
        ("e", "mailto:e%3Fbcc%3Devil@example.org"),
    ] {
        assert!(html.contains(&format!("<a href=\"{expected}\">{link}</a>")), "{link}: {html}");
    }
}

#[test]
fn an_email_address_gives_no_headers_to_any_link() {
    let address = "a?bcc=evil@example.org";
    let site = Site::new()
        .file("contacts.yaml", format!("anmeldung: {{name: Anna, email: \"{address}\"}}\n"))
        .config("calendar: {organizer: anmeldung}")
        .event(
            "x",
            &format!(
                "start: 2019-10-01\nvenue: saal\ncontact: anmeldung\n\
                 registration: {{required: true, email: \"{address}\"}}"
            ),
        );
    let output = site.built();
    let all = output.everything().replace("\r\n ", "");
    assert!(!all.contains("mailto:a?") && !all.contains("mailto:a&"));
    assert!(all.contains("mailto:a%3Fbcc%3Devil@example.org"));
}

#[test]
fn paths_that_servers_read_are_refused_at_their_lines() {
    let aliases = [
        "/.htaccess",
        "/_worker.js",
        "/web.config",
        "/.user.ini",
        "/.well-known/security.txt",
        "/%2Ehtaccess",
        "/a/_next/b/",
        "/Web.Config",
        "/a%2F..%2Fb/",
    ];
    let list: String = aliases.iter().map(|alias| format!("\n  - {alias}")).collect();
    let output = Site::new().event("x", &format!("start: 2019-10-01\naliases:{list}")).build();
    let lines = 5..5 + aliases.len();
    let expected: Vec<String> = lines.map(|line| format!("events/x.yaml:{line}:5 E0142")).collect();
    assert_eq!(output.errors(), expected);
    let harmless = "[/alt/treffen/, /a.b/c.html, /a_b/, /well-known/, /config.html]";
    let site = Site::new().event("x", &format!("start: 2019-10-01\naliases: {harmless}"));
    assert_eq!(site.built().messages(), [""; 0]);
}

#[test]
fn a_part_of_a_path_has_at_most_two_hundred_bytes() {
    let site =
        |part: String| Site::new().event("x", &format!("start: 2019-10-01\naliases: [/a/{part}/]"));
    assert_eq!(site("ü".repeat(100)).built().messages(), [""; 0]);
    assert_eq!(site("ü".repeat(101)).build().errors(), ["events/x.yaml:4:11 E0143"]);
    assert_eq!(site("%C3%BC".repeat(101)).build().errors(), ["events/x.yaml:4:11 E0143"]);
}

#[test]
fn names_that_other_systems_cannot_hold_are_told() {
    let image =
        |file: &str| format!("{{file: {file}, alt: Gruppe am Werkstor, credit: E. Muster}}");
    let images = ["Bild.png", "bild.png", "con.png", "plan.php.png"].map(image).join(", ");
    let lines = "start: 2019-10-01\naliases: [/Veranstaltungen/, /INDEX.HTML, /aux.html]";
    let mut site = Site::new().event("x", lines).release(
        "2019-08-01-m",
        &format!("images: [{images}]"),
        "Text",
    );
    for file in ["Bild.png", "bild.png", "con.png", "plan.php.png"] {
        site = site.file(&format!("media/{file}"), PNG);
    }
    let output = site.built();
    let mut found = output.places_of("W0145");
    found.sort();
    assert_eq!(found, ["events/x.yaml:4:11", "events/x.yaml:4:30", "media/bild.png:1:1"]);
    let mut found = output.places_of("W0146");
    found.sort();
    assert_eq!(found, ["events/x.yaml:4:43", "media/con.png:1:1"]);
    assert_eq!(output.places_of("W0148"), ["media/plan.php.png:1:1"]);
}

#[test]
fn two_media_files_that_are_one_in_unicode_are_refused() {
    let site = Site::new().file("media/caf\u{e9}.png", PNG).file("media/cafe\u{301}.png", PNG);
    assert_eq!(site.build().errors(), ["media/caf\u{e9}.png:1:1 E0144"]);
}

#[test]
fn two_old_paths_that_are_one_in_unicode_are_refused() {
    let lines = "start: 2019-10-01\naliases: [/e%CC%81t%C3%A9/, /%C3%A9te%CC%81/]";
    assert_eq!(Site::new().event("x", lines).build().errors(), ["events/x.yaml:4:29 E0504"]);
}

/// A link in `themes/` is a link in the tree.
#[cfg(unix)]
#[test]
fn a_static_file_of_a_theme_is_no_link_to_the_content() {
    let root = temporary_folder();
    let folder = root.path().join("themes/mein/static");
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(root.path().join("content")).unwrap();
    fs::write(root.path().join("content/site.yaml"), "id: x\n").unwrap();
    fs::write(folder.join("a.css"), "").unwrap();
    std::os::unix::fs::symlink("../../../content/site.yaml", folder.join("b.css")).unwrap();
    std::os::unix::fs::symlink("a.css", folder.join("c.css")).unwrap();
    std::os::unix::fs::symlink("mein", root.path().join("themes/dein")).unwrap();
    let sources = bba::source::Sources::read(root.path()).unwrap();
    let found = sources.diagnostics().iter();
    let mut found: Vec<String> =
        found.map(|it| format!("{} {}", it.place.file, it.problem.code())).collect();
    found.sort();
    assert_eq!(found, ["themes/dein E0104", "themes/mein/static/b.css E0104"]);
}

#[test]
fn a_site_below_a_path_has_no_robots_file_that_nobody_reads() {
    let below = Site::new().config_line("base_url: https://example.org/bba/").built();
    assert!(!below.has("robots.txt"));
    assert!(Site::new().built().has("robots.txt"));
}

/// What can stand in a value and be taken for a command.
const COMMANDS: &str =
    "x\\n::add-mask::e\\n  ::error file=README.md,line=1::forged ##[add-mask]a \\e[2J";

#[test]
fn no_report_has_a_line_that_a_ci_or_a_terminal_obeys() {
    let lines = format!("start: 2019-10-01\nkind: \"{COMMANDS}\"\ncontact: \"##[add-mask]a\"");
    for format in [Format::Human, Format::Json, Format::Gitlab, Format::Sarif, Format::Github] {
        let site = Site::new().event("x", &lines);
        let report = site.report(format, MessageLanguage::German);
        assert!(report.contains("add-mask"), "{report}");
        assert!(!report.contains("##[") && !report.contains('\u{1b}'), "{report}");
        for line in report.lines().map(str::trim_start).filter(|line| line.starts_with("::")) {
            assert_eq!(format, Format::Github, "{report}");
            assert!(line.starts_with("::error file=content/"), "{report}");
        }
        if matches!(format, Format::Json | Format::Gitlab | Format::Sarif) {
            assert!(serde_json::from_str::<serde_json::Value>(&report).is_ok());
        }
    }
}

#[cfg(unix)]
#[test]
fn names_and_titles_are_shown_without_what_steers() {
    let root = temporary_folder();
    let content = root.path().join("content");
    fs::create_dir_all(content.join("events")).unwrap();
    let config = "id: test\ntitle: T\nbase_url: https://example.org/\nlanguages: [de]\n\
        timezone: Europe/Berlin\ntheme: bba\norganisation: t\nfunding_notice: F\n";
    fs::write(content.join("site.yaml"), config).unwrap();
    fs::write(content.join("organisations.yaml"), "t: {name: T}\n").unwrap();
    fs::write(content.join("events/a\u{1b}[2J\u{7}.yaml"), "title: X\n").unwrap();
    let event = format!("title: \"{COMMANDS}\"\nstart: 2019-10-01\npublished: 2019-01-01\n");
    fs::write(content.join("events/x.yaml"), event).unwrap();
    for args in [
        &["check"][..],
        &["check", "--format", "github"],
        &["check", "--format", "json"],
        &["build"],
        &["list", "events"],
        &["list", "events", "--format", "json"],
        &["why", "x"],
        &["next"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
        command.args(args).args(["--lang", "de", "--now", "2019-09-01T09:00", "--root"]);
        let ended = command.arg(root.path()).output().unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{args:?}: {said:?}");
        assert!(!said.contains("##["), "{args:?}: {said:?}");
        let is_ours =
            |line: &str| line.starts_with("::error file=") || line.starts_with("::warning file=");
        let commands = said.lines().map(str::trim_start).filter(|line| line.starts_with("::"));
        assert!(commands.into_iter().all(is_ours), "{args:?}: {said:?}");
    }
}

#[test]
fn a_file_that_nobody_on_windows_can_have_is_told_once_be_it_published_or_not() {
    let draft = "start: 2019-10-01\ndraft: true";
    let site = Site::new()
        .event("con", draft)
        .event("aux", "start: 2019-10-01")
        .event("contra", draft)
        .release("2019-08-30-com1", "", "Text")
        .file("pages/nul.md", "---\ntitle: Nullpunkt\n---\nText\n")
        .file("media/lpt1.png", PNG)
        .file("media/console.png", PNG);
    let expected =
        ["events/aux.yaml:1:1", "events/con.yaml:1:1", "media/lpt1.png:1:1", "pages/nul.md:1:1"];
    assert_eq!(site.built().places_of("W0146"), expected);
}

/// Everything that servers are told.
fn told_to_servers(output: &Output) -> Vec<String> {
    let files = [HostingFile::Apache, HostingFile::Headers, HostingFile::Redirects];
    let servers = files.map(Server::File).into_iter().chain([Server::Nginx, Server::Caddy]);
    servers.map(|server| output.0.hosting.text(server, "/srv/www")).collect()
}

#[test]
fn no_address_and_no_file_name_writes_a_line_into_the_configuration_of_a_server() {
    for (lines, place) in [
        ("gone: [\"/a%0aHeader%20unset%20X\"]", "site.yaml:9:8 E0141"),
        ("gone: [\"/a\\nHeader unset X\"]", "site.yaml:9:8 E0141"),
        ("gone: [\"/a%E2%80%AEb/\"]", "site.yaml:9:8 E0141"),
        ("gone: [\"/a%00b/\"]", "site.yaml:9:8 E0141"),
        ("gone: [events/../x]", "site.yaml:9:8 E0308"),
        ("gone: [\"/a/%2E%2E/x\"]", "site.yaml:9:8 E0308"),
        ("withdrawn: [\"a\\nHeader unset X\"]", "site.yaml:9:13 E0152"),
    ] {
        let output = Site::new().config_line(lines).config_line("hosting: [.htaccess]").build();
        let errors = output.errors();
        let code = |place: &str| place.rsplit(' ').next().unwrap_or_default().to_owned();
        assert!(errors.iter().any(|error| code(error) == code(place)), "{lines}: {errors:?}");
        assert!(errors.iter().all(|error| error.starts_with("site.yaml:")), "{lines}: {errors:?}");
        // It holds without the check too.
        for text in told_to_servers(&output) {
            assert!(!text.lines().any(|line| line.starts_with("Header unset")), "{lines}: {text}");
            assert!(!text.contains('\u{202e}'), "{lines}");
        }
    }
    for alias in ["/a%0Ab/", "/a%0Db", "/a%E2%81%A6b/"] {
        let event = format!("start: 2019-10-01\naliases: [\"{alias}\"]");
        let errors = Site::new().event("x", &event).build().errors();
        assert_eq!(errors, ["events/x.yaml:4:11 E0141"], "{alias}");
    }
}

#[test]
fn a_file_with_a_control_character_in_its_name_is_left_out_and_stops_nobody_who_does_not_name_it() {
    for name in ["a\nHeader unset X.png", "a\rb.png", "a\u{202e}gnp.png"] {
        let site = Site::new().file(&format!("media/{name}"), PNG).event("x", "start: 2019-10-01");
        let output = site.clone().build();
        assert_eq!(output.errors(), [""; 0], "{name:?}");
        assert!(codes(&output).contains(&"W0153".to_owned()), "{name:?}");
        assert!(output.0.files.keys().all(|path| !path.starts_with("media/")), "{name:?}");
        let typed: String = name.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
        let named = format!("start: 2019-10-01\nattachments: [{{file: \"{typed}\", title: Bild}}]");
        let errors = site.clone().event("x", &named).build().errors();
        assert_eq!(errors, ["events/x.yaml:4:22 E0152"], "{name:?}");
        let encoded = bba::route::encode(name);
        let linked = format!("start: 2019-10-01\ndescription: \"[Bild](media/{encoded})\"");
        let errors = site.event("x", &linked).build().errors();
        assert!(errors.len() == 1 && errors[0].starts_with("events/x.yaml:4:"), "{errors:?}");
    }
}

#[test]
fn a_path_that_no_system_holds_is_told_where_it_is_written() {
    let long = format!("/{}/", vec!["a".repeat(100); 50].join("/"));
    let event = format!("start: 2019-10-01\naliases: [{long}]");
    assert_eq!(Site::new().event("x", &event).build().errors(), ["events/x.yaml:4:11 E0151"]);
    let gone = Site::new().config_line(&format!("gone: [{long}]")).build().errors();
    assert!(gone.len() == 1 && gone[0].ends_with("E0151"), "{gone:?}");
    let fits = format!("/{}/", vec!["a".repeat(100); 9].join("/"));
    let event = format!("start: 2019-10-01\naliases: [{fits}]");
    assert_eq!(Site::new().event("x", &event).build().errors(), [""; 0]);
}

#[test]
fn an_old_address_with_a_space_forwards_from_where_browsers_ask() {
    let event = "start: 2019-10-01\naliases: [/alte%20seite/, /alte%20datei.html]";
    let output = Site::new().event("x", event).built();
    assert!(output.text("alte seite/index.html").contains("/veranstaltungen/x/"));
    assert!(output.text("alte datei.html").contains("/veranstaltungen/x/"));
    let [apache, _, redirects, nginx, caddy] = &told_to_servers(&output)[..] else { panic!() };
    assert!(apache.contains("RedirectMatch 301 \"^/alte seite/$\""), "{apache}");
    assert!(redirects.contains("/alte%20seite/ /veranstaltungen/x/ 301"), "{redirects}");
    assert!(nginx.contains("location = \"/alte seite/\""), "{nginx}");
    assert!(caddy.contains("path_regexp \"^/alte seite/$\""), "{caddy}");
    let typed = Site::new().event("x", "start: 2019-10-01\naliases: [/alte seite/]").build();
    let hint =
        typed.0.diagnostics.iter().find_map(|found| found.problem.hint(MessageLanguage::English));
    assert!(hint.is_some_and(|hint| hint.contains("/alte%20seite/")));
}
