//! What a site has of its own: kinds of events, fields, entries of the menu, addresses of pages.

use bba::schema::{self, DataKind, Kind, OfSite};
use serde_json::{Value, json};

use crate::harness::{Output, Site};

const EVENT: &str = "veranstaltungen/x/index.html";

fn bilingual() -> Site {
    Site::new()
        .config_line("title: {de: Testprogramm, en: Test}")
        .config_line("funding_notice: {de: Gefördert., en: Funded.}")
        .config_line("languages: [de, en]")
}

/// Every error with its place and code, and the words of everything.
fn told(output: Output) -> String {
    [output.errors(), output.messages()].concat().join("\n")
}

fn first(json: &str) -> Value {
    serde_json::from_str::<Value>(json).unwrap()[0].clone()
}

fn objections(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::draft7::new(schema).unwrap();
    validator.iter_errors(value).map(|error| error.to_string()).collect()
}

#[test]
fn a_kind_of_the_sites_own_is_named_wherever_built_in_ones_are() {
    let site = bilingual()
        .config("kinds: {fachgespraech: {de: Fachgespräch, en: Expert talk}, visit: {de: Betriebsbesuch}}")
        .event("x", "start: 2019-10-01T10:00\nkind: fachgespraech")
        .event("y", "start: 2019-10-02T10:00\nkind: visit")
        .event("z", "start: 2019-10-03T10:00\nkind: congress")
        .built();
    assert!(site.text(EVENT).contains(">Fachgespräch</a></p>"));
    assert!(site.text("en/events/x/index.html").contains(">Expert talk</a></p>"));
    assert!(site.text("veranstaltungen/y/index.html").contains(">Betriebsbesuch</a></p>"));
    assert!(site.text("en/events/y/index.html").contains(" lang=\"de\">Betriebsbesuch</a></p>"));
    assert!(site.text("veranstaltungen/x.ics").contains("CATEGORIES:Fachgespräch"));
    let data: Value = serde_json::from_str(site.text("data/events.json")).unwrap();
    assert_eq!(data[0]["kind"], "fachgespraech");
    assert_eq!(data[0]["kind_name"], json!({"de": "Fachgespräch", "en": "Expert talk"}));
    assert_eq!(data[1]["kind_name"], json!({"de": "Betriebsbesuch"}));
    assert_eq!(data[2]["kind_name"], json!({"de": "Kongress", "en": "Conference"}));
    assert_eq!(objections(&schema::of_data(DataKind::Events), &data), Vec::<String>::new());
}

#[test]
fn an_unknown_kind_is_an_error_that_lists_the_possible_ones() {
    let site = Site::new().config("kinds: {fachgespraech: Fachgespräch}");
    let message = |kind: &str| {
        let site = site.clone().event("x", &format!("start: 2019-10-01\nkind: {kind}"));
        told(site.build())
    };
    let all = "fachgespraech, get-together, company-visit, congress, matchmaking, visit, online";
    assert!(message("stammtisch").contains(&format!("Möglich sind: {all}")));
    for typed in ["Fachgespräch", "fachgesprach"] {
        assert!(message(typed).contains("Meinten Sie `fachgespraech`?"), "{typed}");
    }
    assert!(message("Firmenbesuch").contains("Meinten Sie `company-visit`?"));
    // After a mistake in site.yaml nobody knows them: it would only follow from that one.
    let broken = Site::new().config("kinds: Fachgespräch");
    let broken = broken.event("x", "start: 2019-10-01\nkind: fachgespraech");
    assert_eq!(broken.build().errors(), ["site.yaml:11:8 E0210"]);
}

#[test]
fn keys_of_the_sites_own_are_ids_and_have_names() {
    let errors = |line: &str| Site::new().config(line).build().errors();
    assert_eq!(errors("kinds: {Fach Gespräch: Fachgespräch}"), ["site.yaml:11:9 E0107"]);
    assert_eq!(errors("extra: {kleid: {fr: Tenue}}").len(), 2, "no such language, no German");
    assert_eq!(errors("extra: {kleid: }"), ["site.yaml:11:14 E0210"]);
    assert_eq!(errors("extra:\n  kleid: Kleidung"), [""; 0]);
    assert_eq!(errors("kinds:"), [""; 0]);
}

#[test]
fn fields_of_the_sites_own_are_facts_on_pages_and_data() {
    let site = bilingual()
        .config("extra: {kleid: {de: Kleiderordnung, en: Dress code}, karte: {de: Karte}}")
        .event(
            "x",
            "start: 2019-10-01\nextra: {karte: 'https://karte.example.org/', kleid: {de: Anzug & Hut, en: Suit}}",
        )
        .delegation("m", "countries: [MX]\nstart: 2019-10-01\nextra: {kleid: Sakko}")
        .release("2019-08-01-a", "extra: {kleid: Frack}", "Text")
        .file("pages/hinweise.md", "---\ntitle: Hinweise\nextra: {kleid: Pulli}\n---\nText\n")
        .built();
    let event = site.text(EVENT);
    let (kleid, karte) = (event.find(">Kleiderordnung</dt>"), event.find(">Karte</dt>"));
    assert!(kleid.unwrap() < karte.unwrap(), "in the order of site.yaml");
    assert!(event.contains("Anzug &amp; Hut"));
    assert!(
        event.contains("<a href=\"https://karte.example.org/\">https://karte.example.org/</a>")
    );
    let english = site.text("en/events/x/index.html");
    assert!(english.contains("<dt>Dress code</dt>") && english.contains("Suit</dd>"));
    assert!(english.contains("<dt lang=\"de\">Karte</dt>"));
    for (page, text) in [
        ("delegationen/m/index.html", "Sakko"),
        ("presse/2019-08-01-a/index.html", "Frack"),
        ("hinweise/index.html", "Pulli"),
    ] {
        assert!(site.text(page).contains(text), "{page}");
        assert!(site.text(page).contains(">Kleiderordnung</dt>"), "{page}");
    }
    let extra = first(site.text("data/events.json"))["extra"].clone();
    assert_eq!(extra["kleid"], json!({"de": "Anzug & Hut", "en": "Suit"}));
    assert_eq!(first(site.text("data/delegations.json"))["extra"]["kleid"]["de"], "Sakko");
    assert_eq!(first(site.text("data/press.json"))["extra"]["kleid"]["de"], "Frack");
    for (kind, file) in [
        (DataKind::Events, "data/events.json"),
        (DataKind::Delegations, "data/delegations.json"),
        (DataKind::Press, "data/press.json"),
    ] {
        let data = serde_json::from_str(site.text(file)).unwrap();
        assert_eq!(objections(&schema::of_data(kind), &data), Vec::<String>::new(), "{file}");
        let mut wrong: Value = data;
        wrong[0]["extra"] = json!({"kleid": 1});
        assert_ne!(objections(&schema::of_data(kind), &wrong), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn a_field_that_the_site_does_not_have_is_an_error_that_lists_those_it_has() {
    let message = |config: &str, key: &str| {
        let event = format!("start: 2019-10-01\nextra: {{{key}: Anzug}}");
        told(Site::new().config(config).event("x", &event).build())
    };
    let config = "extra: {kleiderordnung: Kleiderordnung, parken: Parken}";
    let unknown = message(config, "sprache");
    assert!(unknown.contains("E0722") && unknown.contains("Möglich sind: kleiderordnung, parken."));
    for key in ["Kleiderordnung", "kleidordnung"] {
        assert!(message(config, key).contains("Meinten Sie `kleiderordnung`?"), "{key}");
    }
    assert!(message("kinds: {a: A}", "kleid").contains("`extra: {kleid: {de: Bezeichnung}}`"));
    assert_eq!(message(config, "parken"), "");
}

#[test]
fn schemas_of_content_know_what_the_site_has_of_its_own() {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    let languages = vec![bba::language::Language::new("de").unwrap()];
    let site = OfSite { languages, kinds: keys(&["fachgespraech"]), own_fields: keys(&["kleid"]) };
    let schema = schema::schema(Kind::Event, &site);
    let with = |key: &str, value: Value| {
        let mut event = json!({"title": "T", "start": "2019-10-01", "published": "2019-01-01"});
        event[key] = value;
        objections(&schema, &event).len()
    };
    assert_eq!(with("kind", json!("fachgespraech")), 0);
    assert_eq!(with("kind", json!("visit")), 0);
    assert_ne!(with("kind", json!("stammtisch")), 0);
    assert_eq!(with("extra", json!({"kleid": {"de": "Anzug"}})), 0);
    assert_ne!(with("extra", json!({"hut": "Zylinder"})), 0);
}

#[test]
fn the_menu_leads_to_sections_pages_items_and_other_sites() {
    let site = bilingual()
        .config_line(
            "menu: [events, hinweise, delegations/m, delegations/geheim, press/2019-08-01-a, events/x, {url: \"https://laden.example.org/?a=1&b=2\", label: {de: Laden, en: Shop}}]",
        )
        .event("x", "start: 2019-10-01")
        .delegation("m", "countries: [MX]\nstart: 2019-10-01")
        .delegation("geheim", "countries: [MX]\nstart: 2019-10-01\ndraft: true")
        .release("2019-08-01-a", "", "Text")
        .file("pages/hinweise.md", "---\ntitle: Hinweise\n---\nText\n")
        .built();
    let home = site.text("index.html");
    for entry in [
        "<a href=\"/veranstaltungen/\">Veranstaltungen</a>",
        "<a href=\"/hinweise/\">Hinweise</a>",
        "<a href=\"/delegationen/m/\">Titel m</a>",
        "<a href=\"/presse/2019-08-01-a/\">Titel 2019-08-01-a</a>",
        "<a href=\"/veranstaltungen/x/\">Titel x</a>",
        "<a href=\"https://laden.example.org/?a=1&amp;b=2\">Laden</a>",
    ] {
        assert!(home.contains(entry), "{entry}");
    }
    assert!(!home.contains("geheim"), "what is hidden is in no menu");
    let english = site.text("en/index.html");
    assert!(english.contains("Shop</a>"));
    assert!(
        english.contains("<a href=\"/en/delegations/m/\"><span lang=\"de\">Titel m</span></a>")
    );
    let original = "<a href=\"/presse/2019-08-01-a/\" hreflang=\"de\">";
    assert!(english.contains(original), "there is no translation");
    let visit = site.text("delegationen/m/index.html");
    assert!(visit.contains("<a href=\"/delegationen/m/\" aria-current=\"page\">"));
}

#[test]
fn what_the_menu_cannot_lead_to_is_an_error_at_its_place() {
    let messages = |menu: &str| {
        let site = Site::new().delegation("mexiko", "countries: [MX]\nstart: 2019-10-01");
        told(site.config_line(&format!("menu: [{menu}]")).build())
    };
    for (menu, expected) in [
        ("delegations/mexico", "site.yaml:10:20 E0501"),
        ("delegations/mexiko.yaml", "Der Schlüssel dafür ist `mexiko`."),
        ("events/mexiko", "E0501"),
        ("https://laden.example.org/", "site.yaml:10:8 E0723"),
        ("www.laden.example.org", "E0723"),
        ("{url: \"https://laden.example.org/\"}", "E0209"),
        ("{label: Laden}", "E0209"),
        ("{url: laden, label: Laden}", "E0306"),
        ("{url: \"javascript:alert(1)\", label: Laden}", "E0306"),
        ("{href: \"https://a.example.org/\", label: Laden}", "E0207"),
        ("[events]", "E0210"),
        ("laender/mexiko", "E0501"),
        ("presse", "Meinten Sie `press`?"),
        ("veranstaltungen", "Meinten Sie `events`?"),
    ] {
        assert!(messages(menu).contains(expected), "{menu}: {}", messages(menu));
    }
    assert_eq!(messages("delegations/mexiko, pages/impressum"), "");
}

#[test]
fn a_page_can_lie_below_words_of_its_own() {
    let page = |slug: &str| format!("---\ntitle: Ablauf\nslug: {slug}\n---\n## Anreise\n\nText\n");
    let site = bilingual()
        .config_line("menu: [ablauf]")
        .file("pages/ablauf.md", page("programm/2027/ablauf"))
        .file("pages/ablauf.en.md", page("programme/schedule"))
        .file("pages/programm.md", "---\ntitle: Programm\n---\n[Ablauf](ablauf.md#anreise)\n")
        .built();
    assert!(site.text("programm/2027/ablauf/index.html").contains("<h1>Ablauf</h1>"));
    assert!(site.text("en/programme/schedule/index.html").contains("<h1>Ablauf</h1>"));
    assert!(site.text("index.html").contains("<a href=\"/programm/2027/ablauf/\">Ablauf</a>"));
    assert!(site.text("programm/index.html").contains("href=\"/programm/2027/ablauf/#anreise\""));
    let canonical = "https://test.example.org/programm/2027/ablauf/";
    assert!(site.text("sitemap.xml").contains(canonical));
}

#[test]
fn an_address_that_leads_astray_or_is_taken_is_an_error() {
    let site = Site::new().event("x", "start: 2019-10-01").release("2019-08-01-a", "", "Text");
    let messages = |slug: &str| {
        let page = format!("---\ntitle: Seite\nslug: {slug}\n---\nText\n");
        told(site.clone().file("pages/seite.md", page).build())
    };
    for (slug, expected) in [
        ("/programm/ablauf/", "Bitte so schreiben: `programm/ablauf`"),
        ("programm//ablauf", "Bitte so schreiben: `programm/ablauf`"),
        ("Programm/Übersicht", "Bitte so schreiben: `programm/uebersicht`"),
        ("programm/../impressum", "E0724"),
        ("./programm", "E0724"),
        ("_/programm", "E0724"),
        ("programm/_intern", "E0724"),
        ("programm/ablauf.html", "E0724"),
        ("2027/programm", "E0724"),
        ("/", "E0724"),
        ("programm\\ablauf", "E0107"),
        ("..", "E0107"),
        ("veranstaltungen/x", "events/x.yaml"),
        ("veranstaltungen/kalender", "E0504"),
        ("presse/2019", "E0504"),
        ("presse", "E0504"),
        ("impressum", "E0504"),
    ] {
        assert!(messages(slug).contains(expected), "{slug}: {}", messages(slug));
    }
    let long = ["abcdefghi"; 17].join("/");
    assert!(messages(&long).contains("höchstens 160 Zeichen"));
    for slug in ["programm/ablauf", "programm/2027", "veranstaltungen/hinweise", "a/b/c/d"] {
        assert_eq!(messages(slug), "", "{slug}");
    }
}
