//! Pictures and documents: only what something public names is published, only of kinds that
//! browsers show and people can open, and what is wrong with a file is said where it is named.

use crate::harness::{JPEG, Output, PDF, PNG, Site, temporary_folder};

/// The files of `media/` that are published.
fn published(site: &Output) -> Vec<&str> {
    site.paths().into_iter().filter_map(|path| path.strip_prefix("media/")).collect()
}

/// An event with a picture.
fn with_picture(site: Site, id: &str, file: &str) -> Site {
    let image = format!("image: {{file: {file}, alt: Vier Gäste, credit: Foto}}");
    site.event(id, &format!("start: 2019-10-01\n{image}"))
}

#[test]
fn a_file_is_published_when_something_public_names_it_and_not_before() {
    let file = |name: &str| format!("attachments: [{{file: {name}, title: Datei}}]");
    let site = || {
        Site::new()
            .event("entwurf", &format!("start: 2019-10-01\ndraft: true\n{}", file("entwurf.pdf")))
            .event(
                "gesperrt",
                "start: 2019-10-01\nembargo: 2019-10-01\n\
                 image: {file: gesperrt.png, alt: Gäste, credit: Foto}\n\
                 attachments: [{file: beides.pdf, title: B}, {file: pfad.pdf, title: P}]",
            )
            .release("2019-10-01-gesperrt", "embargo: 2019-10-01", "![Gäste](../media/text.png)")
            .event("offen", &format!("start: 2019-10-01\n{}", file("beides.pdf")))
            .file("pages/info.md", "---\ntitle: Info\n---\n[Datei](/media/pfad.pdf)\n")
            .file("media/entwurf.pdf", PDF)
            .file("media/gesperrt.png", PNG)
            .file("media/text.png", PNG)
            .file("media/beides.pdf", PDF)
            .file("media/pfad.pdf", PDF)
            .file("media/niemand.pdf", PDF)
    };
    let open = site().built();
    assert_eq!(published(&open), ["beides.pdf", "pfad.pdf"]);
    // What a hidden item names waits for it; what nothing names waits for nothing.
    let unused: Vec<String> =
        open.warnings().into_iter().filter(|found| found.ends_with("W0950")).collect();
    assert_eq!(unused, ["media/niemand.pdf:1:1 W0950"]);
    let later = site().now("2019-10-01T00:00").built();
    assert_eq!(published(&later), ["beides.pdf", "gesperrt.png", "pfad.pdf", "text.png"]);
    assert_eq!(published(&site().drafts().built()).len(), 5);
}

#[test]
fn everything_that_can_name_a_file_names_it() {
    let site = Site::new()
        .file("media/logo.svg", "<svg/>")
        .config("brand: {logo: logo.svg}")
        .file("media/traeger.png", PNG)
        .file("organisations.yaml", "traeger: {name: Träger GmbH, logo: traeger.png}\n")
        .file("media/unten.pdf", PDF)
        .config(
            "boilerplate: \"[Mehr](../content/media/unten.pdf)\""
                .replace("../content/", "")
                .as_str(),
        )
        .file("media/ganz.pdf", PDF)
        .file("media/ä b.pdf", PDF)
        .file("media/verweis.pdf", PDF)
        .event(
            "treffen",
            "start: 2019-10-01\n\
             links: [{url: \"https://test.example.org/media/verweis.pdf#page=2\"}]\n\
             description: \"https://test.example.org/media/ganz.pdf und \
             [ä](https://test.example.org/media/%C3%A4%20b.pdf).\"",
        )
        .file("media/thema.png", PNG)
        .file("media/hinten.png", PNG)
        .theme("eigen")
        .theme_file_of("eigen", "templates/alias.html", "<img src=\"/media/thema.png\">")
        .theme_file_of("eigen", "static/neu.css", "a { background: url(../media/hinten.png) }")
        .built();
    let expected = [
        "ganz.pdf",
        "hinten.png",
        "logo.svg",
        "thema.png",
        "traeger.png",
        "unten.pdf",
        "verweis.pdf",
        "ä b.pdf",
    ];
    assert_eq!(published(&site), expected);
    assert!(!site.warnings().iter().any(|found| found.contains("W095")), "{:?}", site.warnings());
}

#[test]
fn a_logo_is_published_with_the_first_that_names_its_organisation() {
    let site = |lines: &str| {
        Site::new()
            .file("media/gast.png", PNG)
            .file("media/traeger.png", PNG)
            .file(
                "organisations.yaml",
                "traeger: {name: Träger GmbH, logo: traeger.png}\n\
                 gast: {name: Gastfirma, logo: gast.png}\n",
            )
            .event("treffen", &format!("start: 2019-12-01\n{lines}"))
    };
    for (lines, files) in [
        ("", &["traeger.png"][..]),
        ("roles: {organiser: gast}\nembargo: 2019-11-01", &["traeger.png"]),
        ("roles: {partners: [gast]}\ndraft: true", &["traeger.png"]),
        ("roles: {organiser: gast}", &["gast.png", "traeger.png"]),
    ] {
        let built = site(lines).built();
        assert_eq!(published(&built), files, "{lines}");
        assert_eq!(built.text("build.json").contains("gast.png"), files.len() > 1, "{lines}");
        assert!(!built.warnings().iter().any(|found| found.ends_with("W0950")), "{lines}");
    }
    let hidden = "roles: {organiser: gast}\nembargo: 2019-11-01";
    assert_eq!(published(&site(hidden).now("2019-11-01T00:00").built()).len(), 2);
    assert_eq!(published(&site(hidden).drafts().built()).len(), 2);
    // Who is named elsewhere too is public anyway.
    let both = site(hidden)
        .delegation("besuch", "start: 2019-11-04\ncountries: [MX]\nroles: {host: gast}");
    assert_eq!(published(&both.built()), ["gast.png", "traeger.png"]);
}

#[test]
fn a_picture_in_a_footnote_that_nothing_refers_to_is_not_published() {
    let site = |text: &str| {
        let site = ["offen.png", "unten.png"]
            .into_iter()
            .fold(Site::new(), |site, name| site.file(&format!("media/{name}"), PNG));
        site.file("pages/info.md", format!("---\ntitle: Info\n---\n{text}\n")).built()
    };
    let notes = "[^1]: ![Gruppe am Tor](../media/unten.png) und [hier](/presse/)\n\n\
                 ![Gäste im Saal](../media/offen.png) und [dort](/delegationen/)\n";
    let unseen = site(&format!("Text.\n\n{notes}"));
    assert_eq!(published(&unseen), ["offen.png"]);
    assert_eq!(unseen.places_of("W0844").len(), 1);
    assert!(!unseen.everything().contains("unten.png"));
    let page = unseen.text("info/index.html");
    assert!(
        page.contains("alt=\"Gäste im Saal\"") && page.contains("/delegationen/\">dort"),
        "{page}"
    );
    let seen = site(&format!("Text.[^1]\n\n{notes}"));
    assert_eq!(published(&seen), ["offen.png", "unten.png"]);
    assert!(seen.text("info/index.html").contains("/presse/\">hier"));
    // Of two with one name the page has one.
    let twice = site(
        "A[^1]\n\n[^1]: ![Gruppe am Tor](../media/unten.png)\n\n[^1]: ![Gäste im Saal](../media/offen.png)\n",
    );
    assert_eq!(published(&twice).len(), 1);
}

#[test]
fn what_programs_leave_is_never_published_and_named() {
    let site = ["~$Programm.docx", "Thumbs.db", "plan.pdf~", "gruppe.jpg.bak", "desktop.ini"]
        .into_iter()
        .fold(Site::new(), |site, name| site.file(&format!("media/{name}"), "x"));
    // Hidden names are passed over, and outside of media what programs leave is too.
    let site = site
        .file("media/.DS_Store", "x")
        .file("events/#treffen.yaml#", "x: [")
        .file("events/treffen.yaml.orig", "x: [")
        .file("press/Thumbs.db", b"\xff\xfe")
        .event("treffen", "start: 2019-10-01\nattachments: [{file: plan.pdf~, title: Plan}]")
        .built();
    assert_eq!(published(&site), [""; 0]);
    let warnings: Vec<String> =
        site.warnings().into_iter().filter(|found| !found.starts_with("site.yaml")).collect();
    assert_eq!(
        warnings,
        [
            "media/Thumbs.db:1:1 W0951",
            "media/desktop.ini:1:1 W0951",
            "media/gruppe.jpg.bak:1:1 W0951",
            "media/plan.pdf~:1:1 W0951",
            "media/~$Programm.docx:1:1 W0951",
        ]
    );
    assert!(!site.text("veranstaltungen/treffen/index.html").contains("plan.pdf"));
}

#[test]
fn a_kind_that_is_not_allowed_is_not_published_and_the_message_says_how_to_export_it() {
    for (file, bytes, words) in [
        ("foto.heic", &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], "Als JPEG speichern."),
        ("scan.tiff", b"II*\0", "PNG (Grafik)"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Als PDF speichern"),
        ("x.php", b"<?php", "Erlaubt sind: PNG, JPEG"),
        ("sw.js", b"fetch()", "Erlaubt sind"),
        ("x.shtml", b"<p>", "Erlaubt sind"),
        ("seite.html", b"<p>", "Erlaubt sind"),
        ("ohne-endung", PNG, "Erlaubt sind"),
        ("logo.svg", b"<svg onload='x()'/>", "Einfaches SVG"),
        ("kein.svg", b"<html><script/></html>", "Einfaches SVG"),
        ("plan.svg", b"<svg>\n<g onload='x()'/></svg>", "enthält ein Skript. (Zeile 2)"),
        (
            "karte.svg",
            b"<svg>\n\n<style>@import url(https://fonts.example/a.css)</style></svg>",
            "lädt etwas von einem anderen Server; wer sie öffnet, verrät es ihm. (Zeile 3)",
        ),
        ("bild.svg", b"<svg><image href='//evil.example/a.png'/></svg>", "Alle Bilder einbetten"),
    ] {
        let site = Site::new().file(&format!("media/{file}"), bytes);
        let site = with_picture(site, "treffen", file).event(
            "weiteres",
            &format!("start: 2019-10-01\ndescription: Siehe [Datei](/media/{file})."),
        );
        let site = site.built();
        assert_eq!(published(&site), [""; 0], "{file}");
        let of_events = |found: &String| found.starts_with("events/");
        let warnings: Vec<String> = site.warnings().into_iter().filter(of_events).collect();
        assert_eq!(warnings, ["events/treffen.yaml:4:15 W0952"], "{file}: told once");
        let told = site.messages().into_iter().find(|m| m.contains(file)).unwrap();
        assert!(told.contains(words), "{told}");
        // The page has neither the picture nor a link to nothing.
        assert!(!site.text("veranstaltungen/treffen/index.html").contains(file), "{file}");
        assert!(site.text("veranstaltungen/weiteres/index.html").contains("Siehe <a>Datei</a>."));
    }
}

#[test]
fn a_content_that_is_not_what_the_name_says_is_a_warning_where_the_file_is_named() {
    for (file, bytes, words) in [
        ("leer.jpg", &b""[..], "ist leer und wird"),
        ("falsch.jpg", b"nur Text", "dem Inhalt nach etwas anderes"),
        ("foto.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "Windows: in »Fotos« öffnen"),
        ("foto.png", JPEG, "in `foto.jpg` umbenennen"),
        ("bild.jpg", PDF, "dem Inhalt nach PDF"),
    ] {
        let site = with_picture(Site::new(), "treffen", file);
        let site = site.file(&format!("media/{file}"), bytes).built();
        let found: Vec<String> =
            site.warnings().into_iter().filter(|f| f.starts_with("events/")).collect();
        assert_eq!(found, ["events/treffen.yaml:4:15 W0953"], "{file}");
        assert!(site.messages().iter().any(|m| m.contains(words)), "{:?}", site.messages());
        // Browsers look at the bytes of a picture: one that is called otherwise is shown.
        let shown: &[&str] = if bytes == JPEG { &[file] } else { &[] };
        assert_eq!(published(&site), shown, "{file}");
        let page = site.text("veranstaltungen/treffen/index.html");
        assert_eq!(page.contains(&format!("src=\"/media/{file}\"")), bytes == JPEG, "{file}");
    }
    for (file, bytes) in [
        ("foto.jpeg", JPEG),
        ("FOTO.JPG", JPEG),
        ("logo.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("alles.zip", b"PK\x03\x04"),
        ("film.mp4", b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2"),
        ("dgs.vtt", b"WEBVTT\n"),
    ] {
        let lines = format!("start: 2019-10-01\nattachments: [{{file: {file}, title: Datei}}]");
        let site = Site::new().event("treffen", &lines).file(&format!("media/{file}"), bytes);
        let site = site.built();
        let silent = site.warnings().iter().all(|found| !found.contains("W095"));
        assert!(silent, "{file}: {:?}", site.warnings());
        assert_eq!(published(&site), [file]);
    }
}

#[test]
fn what_is_no_picture_is_told_and_never_shown_as_one() {
    let text = "![Der Plan der Halle](../media/plan.pdf) und [Plan](../media/plan.pdf)";
    let site = with_picture(Site::new(), "treffen", "plan.pdf")
        .file("media/plan.pdf", PDF)
        .file("media/film.mp4", b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2")
        .file("organisations.yaml", "traeger: {name: Träger GmbH, logo: film.mp4}\n")
        .release("2019-08-30-plan", "", text)
        .built();
    let expected =
        ["events/treffen.yaml:4:15", "organisations.yaml:1:36", "press/2019-08-30-plan.md:6:1"];
    assert_eq!(site.places_of("W0959"), expected);
    let pages = site.everything();
    assert!(!pages.contains("src=\"/media/plan.pdf\"") && !pages.contains("src=\"/media/film"));
    assert!(pages.contains("href=\"/media/plan.pdf\""));
    let right = with_picture(Site::new(), "treffen", "plan.svg")
        .file("media/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("media/plan.pdf", PDF)
        .release("2019-08-30-plan", "attachments: [{file: plan.pdf, title: Plan}]", "Text")
        .built();
    assert_eq!(right.places_of("W0959"), Vec::<String>::new());
}

#[test]
fn a_link_to_a_file_in_a_text_says_what_it_is_and_how_large() {
    let links = |text: &str| {
        let site = Site::new()
            .config_line("languages: [de, en]")
            .file("media/plan.pdf", [PDF, &[b' '; 1_240_000]].concat())
            .file("pages/info.md", format!("---\ntitle: Info\n---\n{text}\n"))
            .file("pages/info.en.md", format!("---\ntitle: Info\n---\n{text}\n"))
            .built();
        ["info/index.html", "en/info/index.html"].map(|page| {
            let html = site.text(page);
            let at = html.find("<a href=\"/media/plan.pdf\">").unwrap();
            html[at..].split_once('>').unwrap().1.split_once("</a>").unwrap().0.to_owned()
        })
    };
    for text in ["[Plan](../media/plan.pdf)", "[Plan](/media/plan.pdf)"] {
        assert_eq!(links(text), ["Plan (PDF, 1,2 MB)", "Plan (PDF, 1.2 MB)"], "{text}");
    }
    // Who says it is not told again.
    for said in ["Plan (PDF)", "Plan (PDF, 1,2 MB)", "Plan (1,2 MB)"] {
        assert_eq!(links(&format!("[{said}](../media/plan.pdf)")), [said, said]);
    }
    let calendar = Site::new()
        .file("media/plan.pdf", PDF)
        .event("treffen", "start: 2019-10-01\ndescription: '[Plan](../media/plan.pdf) da'")
        .built();
    let calendar = calendar.text("veranstaltungen/treffen.ics").replace("\r\n ", "");
    let described = "DESCRIPTION:Plan (https://test.example.org/media/plan.pdf) da";
    assert!(calendar.contains(described), "{calendar}");
}

#[test]
fn a_picture_beside_texts_is_told_where_it_belongs() {
    let site = Site::new()
        .file("press/bild.png", PNG)
        .file("events/plan.svg", "<svg/>")
        .file("press/20.11.2025-messe.md", "---\ntitle: Messe\ndate: 2025-11-20\n---\nText.\n")
        .build();
    assert_eq!(
        site.errors(),
        [
            "events/plan.svg:1:1 E0721",
            "press/20.11.2025-messe.md:1:1 E0106",
            "press/bild.png:1:1 E0721"
        ]
    );
    let messages = site.messages().join("\n");
    assert!(messages.contains("Hierhin verschieben: content/media/bild.png"), "{messages}");
    assert!(messages.contains("press/2025-11-20-messe.md"), "{messages}");
}

#[cfg(unix)]
#[test]
fn names_that_nobody_can_read_are_errors_of_their_own() {
    use std::os::unix::ffi::OsStrExt;

    let root = temporary_folder();
    let media = root.path().join("content/media");
    std::fs::create_dir_all(&media).unwrap();
    for name in [b"\xff.png", b"\xfe.png"] {
        std::fs::write(media.join(std::ffi::OsStr::from_bytes(name)), PNG).unwrap();
    }
    std::fs::write(media.join("Größe.png"), PNG).unwrap();
    let sources = bba::source::Sources::read(root.path()).unwrap();
    let found = sources.diagnostics().iter();
    let mut found: Vec<String> =
        found.map(|found| format!("{} {}", found.place.file, found.problem.code())).collect();
    found.sort();
    assert_eq!(
        found,
        ["content/media/\\xFE.png E0720", "content/media/\\xFF.png E0720"],
        "each has its own name"
    );
    assert!(sources.binary("content/media/Größe.png").is_some());
}

#[test]
fn what_is_withdrawn_is_nowhere_and_its_address_says_so() {
    let site = |files: &[&str]| {
        let site = Site::new()
            .config("withdrawn: [gruppe.jpg, /media/plan.pdf, content/media/film.mp4]")
            .config("brand: {logo: gruppe.jpg}")
            .config("boilerplate: \"Mehr im [Plan](media/plan.pdf).\"")
            .event(
                "treffen",
                "start: 2019-10-01\n\
                 image: {file: gruppe.jpg, alt: Vier Gäste, credit: Foto}\n\
                 attachments: [{file: plan.pdf, title: Ablauf}, {file: bleibt.pdf, title: Bleibt}]\n\
                 description: \"Das ![Vier Gäste](../media/gruppe.jpg) und \
                 https://test.example.org/media/plan.pdf.\"",
            )
            .release("2019-08-01-neu", "", "[Foto](/media/gruppe.jpg)\n\n![Gäste](../media/gruppe.jpg)");
        files.iter().fold(site, |site, name| {
            site.file(&format!("media/{name}"), if name.ends_with("pdf") { PDF } else { JPEG })
        })
    };
    // Also when the files themselves are deleted.
    for files in [&["gruppe.jpg", "plan.pdf", "bleibt.pdf", "film.mp4"][..], &["bleibt.pdf"]] {
        let site = site(files).built();
        assert_eq!(published(&site), ["bleibt.pdf"]);
        let everywhere = site.everything();
        for name in ["gruppe.jpg", "plan.pdf", "film.mp4"] {
            let gone = format!("media/{name}");
            assert!(site.0.hosting.gone.contains(&gone), "{gone}");
        }
        assert!(!everywhere.contains("gruppe.jpg") && !everywhere.contains("film.mp4"));
        // The words of a text stay.
        assert!(!everywhere.contains("href=\"https://test.example.org/media/plan.pdf"));
        assert!(site.text("presse/2019-08-01-neu/index.html").contains("Mehr im <a>Plan</a>."));
        assert!(site.text("presse/2019-08-01-neu/index.html").contains("<p><a>Foto</a></p>"));
        let found: Vec<String> =
            site.warnings().into_iter().filter(|found| found.contains("W095")).collect();
        assert_eq!(
            found,
            [
                "events/treffen.yaml:4:15 W0954",
                "events/treffen.yaml:5:22 W0954",
                "events/treffen.yaml:6:19 W0954",
                "events/treffen.yaml:6:58 W0954",
                "press/2019-08-01-neu.md:6:1 W0954",
                "press/2019-08-01-neu.md:8:1 W0954",
                "site.yaml:12:15 W0954",
                "site.yaml:13:23 W0954",
            ]
        );
    }
}

#[test]
fn a_misspelt_name_withdraws_nothing_and_says_so() {
    let site = |name: &str| {
        let site = with_picture(Site::new(), "treffen", "gruppe.jpg");
        site.file("media/gruppe.jpg", JPEG).config(&format!("withdrawn: [{name}]")).built()
    };
    let misspelt = site("grupe.jpg");
    let found = misspelt.warnings();
    assert!(found.contains(&"site.yaml:11:13 W0955".to_owned()), "{found:?}");
    assert!(misspelt.messages().iter().any(|m| m.contains("Meinten Sie `gruppe.jpg`?")));
    // Gone long ago: nothing is to be said.
    let other = site("sommerfest-2014.png");
    assert!(!other.warnings().iter().any(|found| found.contains("W0955")));
}

/// A PDF with pages of a text, and perhaps with what everybody needs.
fn pdf(pages: i64, is_whole: bool) -> Vec<u8> {
    use lopdf::{Document, Object, dictionary};

    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let font = document.add_object(font);
    let page = || {
        let fonts = dictionary! { "Font" => dictionary! { "F" => font } };
        dictionary! { "Type" => "Page", "Parent" => tree, "Resources" => fonts }
    };
    let kids: Vec<Object> = (0..pages).map(|_| document.add_object(page()).into()).collect();
    let list = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => pages };
    document.objects.insert(tree, list.into());
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
    if is_whole {
        catalog.set("StructTreeRoot", dictionary! { "Type" => "StructTreeRoot" });
        catalog.set("Lang", Object::string_literal("de-DE"));
        let title = dictionary! { "Title" => Object::string_literal("Programm") };
        let title = document.add_object(title);
        document.trailer.set("Info", title);
    }
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn attachments_say_what_they_are_how_large_and_how_long() {
    let english = "attachments: [{file: plan.pdf, title: {de: Plan, en: Plan}}]";
    for (bytes, german, in_english) in [
        (PDF.to_vec(), "Plan (PDF, 1 kB)", "Plan (PDF, 1 kB)"),
        (pdf(1, true), "Plan (PDF, 1 kB, 1 Seite)", "Plan (PDF, 1 kB, 1 page)"),
        (pdf(3, true), "Plan (PDF, 1 kB, 3 Seiten)", "Plan (PDF, 1 kB, 3 pages)"),
        ([PDF, &[b' '; 1_240_000]].concat(), "Plan (PDF, 1,2 MB)", "Plan (PDF, 1.2 MB)"),
        ([PDF, &[b' '; 312_000]].concat(), "Plan (PDF, 312 kB)", "Plan (PDF, 312 kB)"),
    ] {
        let site = Site::new()
            .config_line("languages: [de, en]")
            .event("treffen", &format!("start: 2019-10-01\n{english}"))
            .file("media/plan.pdf", bytes)
            .built();
        let link = |text: &str| format!("<a href=\"/media/plan.pdf\">{text}</a>");
        let page = site.text("veranstaltungen/treffen/index.html");
        assert!(page.contains(&link(german)), "{german}");
        assert!(site.text("en/events/treffen/index.html").contains(&link(in_english)));
    }
}

#[test]
fn a_pdf_that_not_everybody_can_read_is_found_where_it_is_named() {
    let site = |bytes: Vec<u8>| {
        let lines = "start: 2019-10-01\nattachments: [{file: plan.pdf, title: Plan}]";
        Site::new().event("treffen", lines).file("media/plan.pdf", bytes).built()
    };
    let found = |site: &Output| -> Vec<String> {
        site.warnings().into_iter().filter(|found| found.contains("W095")).collect()
    };
    let lacking = site(pdf(2, false));
    assert_eq!(found(&lacking), ["events/treffen.yaml:4:22 W0956"]);
    let told = lacking.messages().into_iter().find(|m| m.contains("plan.pdf")).unwrap();
    for words in ["Tags", "die Sprache", "der Titel", "Datei → Speichern unter → PDF", "PDF/UA"]
    {
        assert!(told.contains(words), "{told}");
    }
    // What is complete is silent, and so is what nobody can look into.
    assert_eq!(found(&site(pdf(2, true))), [""; 0]);
    assert_eq!(found(&site(b"%PDF-1.4 x".to_vec())), [""; 0]);
}

/// More than is read at once.
#[test]
fn a_long_film_is_published_as_it_is() {
    let root = crate::cli::Root::new();
    let mut film = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41".to_vec();
    film.extend((0..300_000_u32).map(|number| (number % 251) as u8));
    root.write("content/pages/film.md", "---\ntitle: Film\n---\n[Film](../media/film.mp4)\n");
    std::fs::create_dir_all(root.path().join("content/media")).unwrap();
    std::fs::write(root.path().join("content/media/film.mp4"), &film).unwrap();
    let now = "--now=2019-09-01T09:00";
    let build = root.run(&["build", now]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    assert_eq!(std::fs::read(root.path().join("public/media/film.mp4")).unwrap(), film);
    assert_eq!(root.run(&["verify", "public", now]).status, 0);
    // A text with that name is none.
    let text = "Text. ".repeat(50_000);
    root.write("content/media/film.mp4", &text);
    assert!(root.run(&["build", now]).stderr.contains("W0953"));
}

/// It is never held as a whole.
#[test]
fn a_very_large_document_is_published_as_it_is() {
    use std::io::Write as _;

    use bba::media::{Content, Kind};
    let work = temporary_folder();
    let media = work.path().join("content/media");
    std::fs::create_dir_all(&media).unwrap();
    let heads: [(&str, &[u8], Kind); 3] = [
        ("plan.pdf", b"%PDF-1.7\n", Kind::Pdf),
        ("alles.zip", b"PK\x03\x04", Kind::Zip),
        ("text.docx", b"PK\x03\x04", Kind::Docx),
    ];
    for (name, head, _) in heads {
        let mut file = std::fs::File::create(media.join(name)).unwrap();
        file.write_all(head).unwrap();
        file.set_len(64_000_001).unwrap();
    }
    let sources = bba::source::Sources::read(work.path()).unwrap();
    for (name, _, kind) in heads {
        let binary = sources.binary(&format!("content/media/{name}")).unwrap();
        let bytes = std::fs::read(media.join(name)).unwrap();
        assert_eq!((binary.size, binary.hash), (64_000_001, blake3::hash(&bytes)), "{name}");
        assert_eq!((binary.content, binary.pdf), (Content::Known(kind), None), "{name}");
        assert_eq!(
            binary.published_file(),
            Some(media.canonicalize().unwrap().join(name).as_path())
        );
    }
}
