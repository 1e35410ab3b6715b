//! Name, logo and colour of a programme. Contrasts are those of WCAG 2.2: the expected figures
//! come from its formula, worked out by hand for colours that it is known for.

use bba::values::colour::{DARK, ON_BAND};
use bba::values::{Colour, Value};

use crate::assets::asset;
use crate::harness::Site;

fn colour(text: &str) -> Colour {
    Colour::read(text).unwrap()
}

/// #767676 is the lightest grey that passes on white, #777777 the first that does not.
#[test]
fn contrast_is_wcags() {
    let white = colour("#ffffff");
    assert_eq!(colour("#000000").contrast(white), 21.0);
    assert_eq!(white.contrast(white), 1.0);
    assert!((colour("#767676").contrast(white) - 4.54).abs() < 0.005);
    assert!((colour("#777777").contrast(white) - 4.48).abs() < 0.005);
    // Red 0.2126, as its share of white: 1.05 / 0.2626.
    assert!((colour("#ff0000").contrast(white) - 3.998).abs() < 0.001);
}

#[test]
fn name_and_logo_stand_at_the_top_of_every_page() {
    let site = Site::new()
        .file("media/logo.svg", "<svg/>")
        .config("brand: {name: Kurz & gut, logo: logo.svg}")
        .built();
    let top = "<img src=\"/media/logo.svg\" alt=\"\" height=\"32\"> <b>Kurz &amp; gut</b>";
    assert!(site.text("index.html").contains(top));
    assert!(site.text("presse/index.html").contains(top));
    assert!(site.text("index.html").contains("<title>Testprogramm</title>"));
}

#[test]
fn the_place_of_the_programme_is_a_point_on_the_maps_and_a_name_beside_them() {
    let region = "region: {name: Land & Leute, lat: 51.05, lon: 13.74}";
    let site = |line: &str| {
        let site = Site::new().config(line);
        site.delegation("besuch", "countries: [MX]\nstart: 2019-09-23\nend: 2019-09-27").built()
    };
    let (with, without) = (site(region), site("brand: {name: Name}"));
    // On the map of the world alone.
    let far = site("region: {name: Fern, lat: -33.87, lon: 151.21}");
    let points = |text: &str| text.matches("<circle class=\"here\"").count();
    for page in ["index.html", "delegationen/index.html"] {
        assert_eq!([&with, &far].map(|site| points(site.text(page))), [2, 1], "{page}");
        assert!(with.text(page).contains("<span class=\"key here\">Land &amp; Leute</span>"));
        assert!(!without.text(page).contains("here\""), "{page}");
    }
}

#[test]
fn the_place_of_the_programme_is_a_name_and_degrees_that_exist() {
    for (region, error) in [
        ("{name: Ort, lat: 91, lon: 13}", "site.yaml:11:26 E0316"),
        ("{name: Ort, lat: 51, lon: -181}", "site.yaml:11:35 E0316"),
        ("{name: Ort, lat: 51}", "site.yaml:11:1 E0209"),
        ("{name: Ort, breite: 51, lon: 13}", "site.yaml:11:21 E0207"),
    ] {
        let found = Site::new().config(&format!("region: {region}")).build().errors();
        assert_eq!(found, [error], "{region}");
    }
}

#[test]
fn the_colour_stands_in_the_stylesheet_readable_on_light_and_dark_pages() {
    let site = Site::new().config("brand: {accent: \"#003399\"}").built();
    let css = site.text(&asset(&site, "style.css"));
    let (_, own) = css.split_once("brand.accent").unwrap();
    let (light, dark) = own.split_once("dark").unwrap();
    assert!(light.contains("@media screen {\n  :root { --accent: #003399; "));
    let value = |of: &str, name: &str| {
        let (_, from) = of.split_once(&format!("{name}: ")).unwrap();
        colour(&from[..7])
    };
    assert!(value(dark, "--accent").least_contrast(&DARK) >= 4.5);
    assert!(value(light, "--band").contrast(ON_BAND) >= 4.5);
    assert!(!site.text("index.html").contains("style="), "nothing inline");
    assert!(!site.text("index.html").contains("#003399"));
}

#[test]
fn a_pale_colour_is_an_error_with_the_ratio_and_a_darker_one_that_passes() {
    let site = Site::new().config("brand: {accent: \"#ff0000\"}");
    assert_eq!(site.clone().build().errors(), ["site.yaml:11:17 E0319"]);
    let messages = site.build().messages();
    // On the tint #f0f5f1 (luminance 0.902): 0.952 / 0.2626 = 3.62.
    assert!(messages[0].contains("Der Kontrast ist 3,6:1, nötig ist 4,5:1."), "{messages:?}");
    let (_, suggested) = messages[0].split_once("Dunkel genug ist \"").unwrap();
    let suggested = &suggested[..7];
    assert!(colour(suggested).contrast(colour("#f0f5f1")) >= 4.5);
    Site::new().config(&format!("brand: {{accent: \"{suggested}\"}}")).built();
}

#[test]
fn what_is_no_colour_or_no_file_is_an_error() {
    for (brand, error) in [
        ("{accent: rot}", "E0318"),
        ("{accent: \"#fff\"}", "E0318"),
        ("{accent: \"#gggggg\"}", "E0318"),
        ("{accent: \"#+12345\"}", "E0318"),
        ("{logo: fehlt.svg}", "E0501"),
        ("{farbe: \"#003399\"}", "E0207"),
    ] {
        let errors = Site::new().config(&format!("brand: {brand}")).build().errors();
        assert!(errors.len() == 1 && errors[0].ends_with(error), "{brand}: {errors:?}");
    }
}
