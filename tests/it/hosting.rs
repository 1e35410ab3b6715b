//! What web servers are told: the configurations are made from the routes of the site. Whether the
//! servers do as they are told is for `tests/hosting/check.py`.

use std::io::Read;

use bba::outputs::hosting::Server;
use bba::outputs::hosting::headers::Keeping;
use bba::values::HostingFile;
use flate2::read::GzDecoder;

use crate::assets::asset;
use crate::harness::{Output, PDF, Site};

const EVENT: &str = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00\nvenue: saal\n\
     aliases: [/alte/werkstatt/, /alt.html]";

const SERVERS: [Server; 5] = [
    Server::Nginx,
    Server::Caddy,
    Server::File(HostingFile::Apache),
    Server::File(HostingFile::Headers),
    Server::File(HostingFile::Redirects),
];

fn site() -> Site {
    let words = "paths: {events: {de: termine}}\ngone: [/alt/weg/, press/2019-01-01-x]\n\
                 calendar: {name: Alles}";
    Site::new().config_line(words).event("werkstatt", EVENT)
}

fn text(built: &Output, server: Server) -> String {
    built.0.hosting.text(server, "/srv/www/test.example.org")
}

#[test]
fn every_server_is_told_the_types_of_calendars_and_that_they_are_asked_for_each_time() {
    let built = site().built();
    for server in &SERVERS[..4] {
        let text = text(&built, *server);
        for media_type in
            ["text/calendar", "application/calendar+json", "application/jscalendar+json"]
        {
            assert!(text.contains(media_type), "{server:?} without {media_type}");
        }
        // RFC 5545 8.1 leaves the charset to the parameter; nginx adds it to the types it is told.
        let with_charset = text.contains("text/calendar; charset=utf-8");
        let charset_of =
            |line: &str| line.contains("charset_types") && line.contains("text/calendar");
        assert!(with_charset || text.lines().any(charset_of), "{server:?}");
    }
    for server in &SERVERS[..3] {
        assert!(text(&built, *server).contains("\"no-cache\""), "{server:?}");
    }
}

#[test]
fn a_file_with_a_hash_in_its_name_is_kept_for_ever() {
    let built = site().built();
    let forever = "public, max-age=31536000, immutable";
    for file in ["style.css", "search.js"] {
        let path = asset(&built, file);
        assert_eq!(Keeping::of(&path).value(), forever, "{path}");
        let pattern = format!("/assets/{}", file.replace('.', "-*."));
        let headers = text(&built, Server::File(HostingFile::Headers));
        assert!(
            headers.contains(&format!("\n{pattern}\n  Cache-Control: {forever}\n")),
            "{headers}"
        );
    }
    for server in &SERVERS[..3] {
        assert!(text(&built, *server).contains(forever), "{server:?}");
    }
}

#[test]
fn every_server_sends_a_strict_policy_and_hsts_on_https_alone() {
    let plain = site().base_url("http://test.example.org/").built();
    let encrypted = site().built();
    for server in &SERVERS[..4] {
        let text = text(&encrypted, *server);
        assert!(text.contains("default-src 'none'"), "{server:?}");
        assert!(text.contains("require-trusted-types-for 'script'"), "{server:?}");
        assert!(!text.contains("unsafe-"), "{server:?}");
        for name in [
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Resource-Policy",
        ] {
            assert!(text.contains(name), "{server:?} without {name}");
        }
        assert!(text.contains("Strict-Transport-Security"), "{server:?}");
        let plain = plain.0.hosting.text(*server, "/srv");
        assert!(!plain.contains("Strict-Transport-Security"), "{server:?}: RFC 6797 7.2");
    }
}

#[test]
fn addresses_are_those_of_the_site_with_its_words_and_its_mount() {
    let built = site().base_url("https://test.example.org/unter/pfad/").built();
    let redirects = text(&built, Server::File(HostingFile::Redirects));
    let rules: Vec<&str> = redirects.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        rules,
        [
            "/unter/pfad/alt.html /unter/pfad/termine/werkstatt/ 301",
            "/unter/pfad/alte/werkstatt /unter/pfad/termine/werkstatt/ 301",
            "/unter/pfad/alte/werkstatt/ /unter/pfad/termine/werkstatt/ 301",
            "/unter/pfad/alt/weg /unter/pfad/404.html 410",
            "/unter/pfad/alt/weg/ /unter/pfad/404.html 410",
            "/unter/pfad/alt/weg/index.html /unter/pfad/404.html 410",
            "/unter/pfad/presse/2019-01-01-x /unter/pfad/404.html 410",
            "/unter/pfad/presse/2019-01-01-x/ /unter/pfad/404.html 410",
            "/unter/pfad/presse/2019-01-01-x/index.html /unter/pfad/404.html 410",
        ]
    );
    for server in &SERVERS[..3] {
        let text = text(&built, *server);
        assert!(text.contains("/unter/pfad/termine/werkstatt/"), "{server:?}");
        assert!(text.contains("/unter/pfad/404.html"), "{server:?}");
    }
    let headers = text(&built, Server::File(HostingFile::Headers));
    assert!(headers.contains("\n/unter/pfad/termine/aenderungen/feed.xml\n"));
    assert!(headers.contains("\n/unter/pfad/presse/feed.xml\n"));
}

/// Of hosts with `_redirects` some redirect whatever a rule fits, also where a page is.
#[test]
fn an_old_address_is_no_rule_for_others() {
    let old = ["/%2A/", "/%3Aalles/", "/presse/%2A", "/weg/%3Asplat/"];
    let [first, second, third, fourth] = old;
    let built = Site::new()
        .config(&format!("gone: ['{first}', '{second}']"))
        .event("treffen", &format!("start: 2019-10-01\naliases: ['{third}', '{fourth}']"))
        .built();
    let redirects = text(&built, Server::File(HostingFile::Redirects));
    let rules: Vec<&str> = redirects.lines().filter(|line| !line.starts_with('#')).collect();
    for address in old {
        assert!(rules.iter().any(|rule| rule.starts_with(address)), "{address}: {rules:?}");
    }
    assert!(rules.iter().all(|rule| !rule.contains(['*', ':'])), "{rules:?}");
}

/// The id of a site may be any text, and nginx has variables with it.
#[test]
fn the_id_of_a_site_configures_no_server() {
    let built = Site::new().config_line("id: \"a b\\n{evil on;} $x 'ä'\"").built();
    for server in &SERVERS {
        let text = text(&built, *server);
        assert!(!text.contains("evil on"), "{server:?}");
        let variables = text.split("$bba_").skip(1);
        let names = variables.map(|rest| rest.split([' ', ';', '"']).next().unwrap());
        let is_word = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        for name in names {
            assert!(is_word(name), "{server:?}: {name}");
        }
    }
}

#[test]
fn site_yaml_names_the_files_that_are_published_and_a_file_of_the_theme_wins() {
    assert!(!site().built().has("_headers"), "nobody asked for it");
    let named = || site().config_line("hosting: [_headers, .htaccess, _headers]");
    let built = named().build();
    assert!(built.text("_headers").contains("Content-Security-Policy"));
    assert!(built.text(".htaccess").contains("RedirectMatch 301"));
    assert!(!built.has("_redirects"));
    let own = named().theme("eigen").theme_file_of("eigen", "static/_headers", "/*\n  X-Own: 1\n");
    let own = own.build();
    assert_eq!(*own.0.files["_headers"].read().unwrap(), *b"/*\n  X-Own: 1\n");
    let wrong = site().config_line("hosting: [nginx]").build();
    assert_eq!(wrong.errors().len(), 1, "{:?}", wrong.errors());
}

#[test]
fn names_that_are_odd_stay_within_their_quotation_marks() {
    let odd = "gruppe \"$1\" (2).jpg";
    let line = "withdrawn: ['gruppe \"$1\" (2).jpg']";
    let built = Site::new().config_line(line).file(&format!("media/{odd}"), "").built();
    let line = |server| {
        let text = text(&built, server);
        text.lines().find(|line| line.contains("gruppe")).unwrap_or_default().trim().to_owned()
    };
    assert_eq!(line(Server::Nginx), r#"location = "/media/gruppe \"$1\" (2).jpg" { return 410; }"#);
    assert_eq!(line(Server::Caddy), r#"@gone path_regexp "^(/media/gruppe \"\$1\" \(2\)\.jpg)$""#);
    assert_eq!(
        line(Server::File(HostingFile::Apache)),
        r#"RedirectMatch 410 "^/media/gruppe \"\\$1\" \\(2\\)\\.jpg$""#
    );
    assert_eq!(
        line(Server::File(HostingFile::Redirects)),
        "/media/gruppe%20%22$1%22%20(2).jpg /404.html 410"
    );
}

#[test]
fn texts_lie_compressed_beside_themselves_where_it_is_wanted() {
    assert!(!site().built().paths().iter().any(|path| path.ends_with(".gz")));
    let built = site().config_line("outputs: {gzip: true}").file("media/a.pdf", PDF);
    let built =
        built.event("bild", "start: 2019-09-25\nattachments: [{file: a.pdf, title: A}]").built();
    for path in ["index.html", "termine/werkstatt.ics", "sitemap.xml", "data/events.json"] {
        let packed = built.0.files[&format!("{path}.gz")].read().unwrap();
        // RFC 1952 2.3.1: deflate, no flags, no time, and no system.
        assert_eq!(packed[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], "{path}");
        let mut bytes = Vec::new();
        GzDecoder::new(&*packed).read_to_end(&mut bytes).unwrap();
        assert!(bytes == *built.0.files[path].read().unwrap(), "{path}");
    }
    assert!(built.has("media/a.pdf") && !built.has("media/a.pdf.gz"));
    let manifest = built.json("build.json");
    assert!(manifest["files"]["index.html.gz"].is_object());
    assert!(text(&built, Server::Nginx).contains("gzip_static on;"));
    assert!(text(&built, Server::Caddy).contains("precompressed gzip"));
}

/// Who is lost below `/en/` reads English.
#[test]
fn unknown_addresses_are_answered_in_the_language_of_their_folder() {
    let built = site().config_line("languages: [de, en]").built();
    for server in [Server::Nginx, Server::File(HostingFile::Apache), Server::Caddy] {
        let text = text(&built, server);
        for page in ["/404.html", "/en/404.html"] {
            assert!(text.contains(page), "{server:?} without {page}");
        }
    }
}

#[test]
fn what_is_still_there_and_gone_is_told() {
    for line in ["/", "/presse/", "/presse", "/veranstaltungen/werkstatt.ics", "events/werkstatt"] {
        let site = Site::new().event("werkstatt", "start: 2019-10-01");
        let site = site.config_line(&format!("gone: [/x/, {line}]")).built();
        let told = site.places_of("W0154");
        assert!(told.len() == 1 && told[0].starts_with("site.yaml:"), "{line}: {told:?}");
    }
    // What leads on, is hidden or was deleted can.
    let moved = "start: 2019-10-01\naliases: [/veranstaltungen/alt/]";
    let site = Site::new().event("neu", moved).event("entwurf", "start: 2019-10-01\ndraft: true");
    let gone = "gone: [events/alt, events/entwurf, /alte/seite/]";
    assert_eq!(site.config_line(gone).built().places_of("W0154"), [""; 0]);
}
