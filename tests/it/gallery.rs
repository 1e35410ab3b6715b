//! `/stil/` of the preview: every component in every state, and nowhere else.

use std::collections::BTreeSet;

use crate::harness::{Site, theme_text};

/// The components that a text uses.
fn used(text: &str) -> BTreeSet<&str> {
    let calls = text.split("{{ <").skip(1);
    calls.filter_map(|call| call.split([' ', '/']).next()).collect()
}

#[test]
fn the_preview_shows_every_component_of_the_theme() {
    let declared = theme_text("templates/components.html").split("{% component ").skip(1);
    let declared: Vec<(&str, &str)> = declared.filter_map(|text| text.split_once('(')).collect();
    let mut shown = used(theme_text("templates/gallery.html"));
    shown.extend(used(theme_text("templates/base.html")));
    // What a component uses is shown with it.
    loop {
        let inner = declared.iter().filter(|(name, _)| shown.contains(name));
        let inner: BTreeSet<&str> = inner.flat_map(|(_, text)| used(text)).collect();
        if inner.is_subset(&shown) {
            break;
        }
        shown.extend(inner);
    }
    let missing: Vec<&str> =
        declared.iter().map(|(name, _)| *name).filter(|name| !shown.contains(name)).collect();
    assert!(declared.len() > 30 && missing.is_empty(), "not on the page: {missing:?}");
}

#[test]
fn the_preview_shows_every_state_in_every_language() {
    let site = Site::new().config_line("languages: [de, en]").gallery().built();
    for (path, strings) in [("stil/", "de"), ("en/stil/", "en")] {
        let page = site.typeset(&format!("{path}index.html"));
        let texts: serde_yaml::Value =
            serde_yaml::from_str(theme_text(&format!("strings/{strings}.yaml"))).unwrap();
        let states = [&texts["registration"]["state"], &texts["events"]["status"]];
        for (key, state) in states.iter().flat_map(|states| states.as_mapping().unwrap()) {
            let tag = format!("\">{}</span>", state.as_str().unwrap());
            assert!(page.contains(&tag), "{path} {key:?}");
        }
        // Each way to draw a tag or a plate that the stylesheet knows.
        let css = theme_text("static/assets/style.css");
        for kind in ["tag", "plate"] {
            let begin = format!("\n.{kind}.");
            let classes = css.split(&begin).skip(1);
            for class in classes.filter_map(|rule| rule.split([' ', ',']).next()) {
                assert!(page.contains(&format!("class=\"{kind} {class}\"")), "{kind}.{class}");
            }
        }
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    }
}

#[test]
fn what_is_published_has_no_page_of_components() {
    assert!(!Site::new().drafts().built().has("stil/index.html"));
    let own = Site::new().file("pages/stil.md", "---\ntitle: Eigenes\n---\nText\n").gallery();
    assert!(own.built().text("stil/index.html").contains("<h1>Eigenes</h1>"));
}

/// A theme that was copied before a component came takes that one from the default theme; its own
/// are shown in place of the default ones.
#[test]
fn components_of_before_are_completed() {
    let of_today = theme_text("templates/components.html");
    let (before, rest) = of_today.split_once("{% component roles(").unwrap();
    let (_, after) = rest.split_once("endcomponent roles %}").unwrap();
    let of_before =
        format!("{before}{after}").replace("<dl class=\"facts\">", "<dl class=\"own\">");
    let site = Site::new().event("treffen", "start: 2019-10-01");
    let site = site.theme_file("templates/components.html", &of_before).gallery().built();
    let gallery = site.text("stil/index.html");
    assert!(gallery.contains("<dl class=\"own\">") && !gallery.contains("<dl class=\"facts\">"));
    assert_eq!(gallery.matches("class=\"meta roles\"").count(), 2);
}
