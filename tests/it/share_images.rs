//! What networks and devices show of pages: share images, the touch icon, the web manifest.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

use crate::harness::{Output, Site, theme_text};

/// The value of a `<meta>` of a page.
fn meta<'p>(site: &'p Output, page: &str, name: &str) -> Option<&'p str> {
    let tag = |attribute: &str| format!("<meta {attribute}=\"{name}\" content=\"");
    let text = site.text(page);
    let tags = ["property", "name"].map(tag);
    let rest = tags.iter().find_map(|tag| Some(text.split_once(tag)?.1))?;
    Some(rest.split_once('"').unwrap().0)
}

/// The path of the picture that networks show of a page.
fn shown<'p>(site: &'p Output, page: &str) -> &'p str {
    let address = meta(site, page, "og:image").unwrap_or_else(|| panic!("{page} has none"));
    address.strip_prefix("https://test.example.org/").unwrap()
}

fn decoded(site: &Output, path: &str) -> RgbImage {
    let bytes = site.0.files[path].read().unwrap();
    image::load_from_memory_with_format(&bytes, ImageFormat::Png).unwrap().into_rgb8()
}

fn png() -> Vec<u8> {
    let mut png = Vec::new();
    let pixels = DynamicImage::from(RgbImage::new(40, 20));
    pixels.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
    png
}

/// A site that has share images.
fn site() -> Site {
    Site::new().config_line("outputs: {share_images: recent}")
}

const EVENT: &str = "veranstaltungen/treffen/index.html";
const HOME: &str = "index.html";

#[test]
fn a_page_without_a_picture_gets_a_share_image_that_says_what_and_when() {
    let lines = "start: 2019-10-01T15:00\nvenue: saal\nkind: congress\ncountries: [MX, EE]";
    let site = site()
        .event("treffen", lines)
        .delegation("mexiko", "start: 2019-11-04\ncountries: [MX]")
        .release("2019-08-01-gast", "", "Text")
        .built();
    let pages = [
        EVENT,
        "delegationen/mexiko/index.html",
        "presse/2019-08-01-gast/index.html",
        HOME,
        "veranstaltungen/index.html",
        "delegationen/index.html",
        "presse/index.html",
    ];
    let mut seen = std::collections::BTreeSet::new();
    for page in pages {
        let path = shown(&site, page);
        assert!(path.starts_with("assets/share/") && seen.insert(path), "{page}: {path}");
        let pixels = decoded(&site, path);
        assert_eq!(pixels.dimensions(), (1200, 630), "{page}");
        let size = site.0.files[path].size();
        assert!(size <= 100_000, "{page}: {size} bytes");
        // The ground of a band, and letters on it.
        assert_eq!(pixels.get_pixel(2, 2).0, [0x06, 0x35, 0x1c], "{page}");
        let light = pixels.pixels().filter(|pixel| pixel.0[0] > 0xc0).count();
        assert!(light > 2000, "{page}: {light} light pixels");
        assert_eq!(meta(&site, page, "og:image:width"), Some("1200"));
        assert_eq!(meta(&site, page, "og:image:height"), Some("630"));
        assert_eq!(meta(&site, page, "twitter:card"), Some("summary_large_image"));
    }
    let alt = meta(&site, EVENT, "og:image:alt").unwrap();
    assert_eq!(alt, "Titel treffen, Dienstag, 1. Oktober 2019");
    // What has none of its own is shown by its section, or by the programme.
    assert_eq!(shown(&site, "laender/mexiko/index.html"), shown(&site, "delegationen/index.html"));
    assert_eq!(shown(&site, "impressum/index.html"), shown(&site, HOME));
    // Another title is another picture, and another name.
    let other = self::site()
        .event("treffen", &format!("{lines}\nstatus: cancelled\n{}", crate::harness::UPDATED))
        .built();
    assert_ne!(shown(&other, EVENT), shown(&site, EVENT));
}

#[test]
fn site_yaml_says_for_which_pages_one_is_drawn() {
    // Seen on 1 September 2019: two years ago is 1 September 2017.
    let site = |choice: &str| {
        Site::new()
            .config_line(&format!("outputs: {{share_images: {choice}}}"))
            .event("alt", "start: 2017-08-31")
            .event("neu", "start: 2017-09-01")
            .built()
    };
    let (alt, neu) = ("veranstaltungen/alt/index.html", "veranstaltungen/neu/index.html");
    let list = "veranstaltungen/index.html";
    let recent = site("recent");
    assert_eq!(shown(&recent, alt), shown(&recent, list));
    assert_ne!(shown(&recent, neu), shown(&recent, list));
    let all = site("all");
    assert_ne!(shown(&all, alt), shown(&all, list));
    let none = site("none");
    for page in [alt, neu, list, HOME] {
        assert_eq!(meta(&none, page, "og:image"), None);
        assert_eq!(meta(&none, page, "twitter:card"), Some("summary"));
    }
    assert!(!none.paths().iter().any(|path| path.starts_with("assets/share/")));
}

#[test]
fn a_letter_that_the_faces_lack_is_no_box() {
    let site = site()
        .file("events/treffen.yaml", "title: Συνάντηση\nstart: 2019-10-01\npublished: 2019-01-01\n")
        .file(
            "events/satt.yaml",
            "title: Łódź trifft Győr\nstart: 2019-10-01\npublished: 2019-01-01\n",
        )
        .built();
    let list = shown(&site, "veranstaltungen/index.html");
    assert_eq!(shown(&site, EVENT), list);
    assert_ne!(shown(&site, "veranstaltungen/satt/index.html"), list);
}

#[test]
fn an_item_with_a_picture_is_shown_by_that() {
    let image = |file: &str| {
        format!("start: 2019-10-01\nimage: {{file: {file}, alt: Vier Gäste, credit: E. M.}}")
    };
    let site = site()
        .event("treffen", &image("a.png"))
        .event("plan", &image("plan.svg"))
        .file("media/a.png", png())
        .file("media/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .built();
    assert_eq!(shown(&site, EVENT), "media/a.png");
    assert_eq!(meta(&site, EVENT, "og:image:alt"), Some("Vier Gäste"));
    assert_eq!(meta(&site, EVENT, "og:image:width"), Some("40"));
    assert_eq!(meta(&site, EVENT, "og:image:height"), Some("20"));
    // Networks show no SVG.
    let plan = shown(&site, "veranstaltungen/plan/index.html");
    assert!(plan.starts_with("assets/share/plan-de-"), "{plan}");
}

#[test]
fn long_titles_and_words_stay_inside() {
    let long = "Kooperationsgespräche ".repeat(9);
    let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(3);
    for title in [long.as_str(), word.as_str(), "A"] {
        let text = format!("title: {title}\nstart: 2019-10-01\npublished: 2019-01-01\n");
        let site = site().file("events/treffen.yaml", text).built();
        let pixels = decoded(&site, shown(&site, EVENT));
        let ground = *pixels.get_pixel(2, 2);
        let edges = (0..630).flat_map(|y| (0..40).chain(1160..1200).map(move |x| (x, y)));
        assert!({ edges }.all(|(x, y)| *pixels.get_pixel(x, y) == ground), "{title}");
    }
}

#[test]
fn devices_get_an_icon_a_name_and_the_colours_of_the_page() {
    let site = Site::new().config_line("languages: [de, en]").built();
    let page = site.text(HOME);
    assert!(page.contains("<link rel=\"apple-touch-icon\" href=\"/apple-touch-icon.png\">"));
    let icon = decoded(&site, "apple-touch-icon.png");
    assert_eq!(icon.dimensions(), (180, 180));
    assert_eq!(icon.get_pixel(90, 20).0, [0x06, 0x35, 0x1c], "the ground of favicon.svg");
    assert!(page.contains("<link rel=\"manifest\" href=\"/site.webmanifest\">"));
    let manifest = site.json("en/site.webmanifest");
    assert_eq!(manifest["name"], "Testprogramm");
    assert_eq!((&manifest["lang"], &manifest["start_url"]), (&"en".into(), &"/en/".into()));
    for icon in manifest["icons"].as_array().unwrap() {
        assert!(site.has(icon["src"].as_str().unwrap().trim_start_matches('/')));
    }
    // `--paper`, light and dark.
    let style = theme_text("static/assets/style.css");
    let papers = style.split("--paper: ").skip(1).map(|rest| rest.split_once(';').unwrap().0);
    for (paper, scheme) in papers.zip(["light", "dark"]) {
        let tag = format!(
            "<meta name=\"theme-color\" content=\"{paper}\" media=\"(prefers-color-scheme: {scheme})\">"
        );
        assert!(page.contains(&tag), "{tag}");
    }
    // What a theme brings stays.
    let own =
        Site::new().theme("eigen").theme_file_of("eigen", "static/apple-touch-icon.png", png());
    let own = own.theme_file_of("eigen", "static/site.webmanifest", "{}").built();
    assert_eq!(*own.0.files["apple-touch-icon.png"].read().unwrap(), *png());
    assert_eq!(*own.0.files["site.webmanifest"].read().unwrap(), *b"{}");
}
