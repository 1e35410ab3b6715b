//! `/stil/`: every component of the theme in every state, for whoever works on the looks. Only a
//! preview has it. Its words are examples; the states are those that the program knows.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use tera::Value;

use super::calendar;
use super::layout::Layout;
use super::map::{self, Drawn};
use super::paint::ICON;
use super::qr;
use super::text::PageSite;
use crate::country::Country;
use crate::route::Route;
use crate::values::{EventStatus, RegistrationState};

/// States of registration that an editor does not write.
const FURTHER: [&str; 3] = ["not-yet", "required", "planned"];

/// The words of the page itself.
const WORDS: &[(&str, &str)] = &[
    ("about", "Worum es geht"),
    ("aside", "Nebenhandlung"),
    ("buttons", "Schaltflächen"),
    ("calendar", "Kalender"),
    ("chip", "Auswahl"),
    ("choices", "Auswahl und Seiten"),
    ("dense", "Lange Liste"),
    ("draft", "Was nur die Vorschau zeigt."),
    ("facts", "Angaben"),
    ("figures", "Zahlen"),
    ("guests", "Gäste"),
    ("label", "Nur in der Vorschau"),
    (
        "lead",
        "So sehen die Bausteine der Vorlagen mit diesem Aussehen aus. Namen, Zahlen und Tage sind Beispiele.",
    ),
    ("list", "Liste nach Monaten"),
    ("main", "Haupthandlung"),
    ("more", "Es geht weiter"),
    ("pictures", "Bilder und Links"),
    ("plate", "CL"),
    ("registration", "Anmeldung"),
    ("states", "Zustände"),
    ("title", "Stil: alle Bausteine in allen Zuständen"),
    ("type", "Schrift"),
    ("undated", "Liste ohne Tage"),
    ("updates", "Änderungen und Tage"),
    ("visits", "Besuche"),
    ("when_where", "Wann und wo"),
];

/// Running text with everything that Markdown makes; `{home}` is a link.
const PROSE: &str = r#"<h2>Zwischenüberschrift</h2>
<p class="lead">Ein Vorspann, größer als der Text.</p>
<p>Text mit <a href="{home}">einem Link</a>, <strong>etwas Wichtigem</strong>, <em>etwas Betontem</em>, <code>etwas Getipptem</code> und einer Abkürzung: <abbr title="kleine und mittlere Unternehmen">KMU</abbr>.</p>
<h3>Kleinere Überschrift</h3>
<ul>
<li>ein Punkt</li>
<li>noch einer
<ol>
<li>erstens</li>
<li>zweitens</li>
</ol>
</li>
</ul>
<blockquote><p>Ein Satz, den jemand gesagt hat.</p></blockquote>
<div class="table"><table>
<thead><tr><th scope="col">Zeit</th><th scope="col">Programm</th><th scope="col" class="number">Plätze</th></tr></thead>
<tbody><tr><td>9 Uhr</td><td>Begrüßung</td><td class="number">40</td></tr></tbody>
</table></div>
<hr>
<p class="meta">Was daneben steht, kleiner und leiser.</p>"#;

/// Simple language, a sentence a line.
const SIMPLE: &str = "<p>Das ist Leichte Sprache.
Jeder Satz steht in einer Zeile.</p>";

fn text(text: &str) -> Json {
    json!({"text": text, "lang": null})
}

/// Registration in each state: open, few, then those in which nobody can register.
fn lines(site: &PageSite) -> Vec<Json> {
    let states = RegistrationState::WORDS.iter().chain(&FURTHER);
    let line = |state: &&str| {
        let class = if ["open", "few"].contains(state) { *state } else { "" };
        let until = (*state == "open").then_some("bis 20. September 2019");
        json!({
            "state": site.strings.get(&format!("registration.state.{state}")),
            "class": class, "until": null, "until_day": until,
        })
    };
    states.map(line).collect()
}

fn states(site: &PageSite) -> Vec<Json> {
    let words = EventStatus::WORDS.iter().filter(|word| !["planned", "confirmed"].contains(word));
    words.map(|word| json!(site.strings.get(&format!("events.status.{word}")))).collect()
}

fn entry(home: &str, day: usize, title: &str) -> Json {
    json!({
        "href": home, "hreflang": null, "only_in": null, "state": null, "state_class": "",
        "title": text(title),
        "tile": {"day": format!("{day}."), "month": "Sept. 2019", "number": day, "weekday": "Di",
            "last": null},
        "when": {"datetime": format!("2019-09-{day:02}"), "text": format!("{day}. September 2019"),
            "day": format!("{day}. September 2019"), "hours": "15–17 Uhr"},
        "meta": [text("Großer Saal")], "topics": [text("Mexiko"), text("Maschinenbau")],
        "registration": null,
    })
}

/// An entry in each state.
fn entries(site: &PageSite, home: &str) -> Vec<Json> {
    let with = |number: usize, key: &str, value: &Json| {
        let title = match number {
            0 => {
                "Ein Titel, der mit vielen Wörtern und der Wirtschaftsförderungsgesellschaft nicht in eine Zeile passt"
            }
            _ => "Werksbesuch",
        };
        let mut entry = entry(home, number + 1, title);
        entry[key] = value.clone();
        entry
    };
    let mut all: Vec<Json> = Vec::new();
    for line in lines(site) {
        all.push(with(all.len(), "registration", &line));
    }
    let hidden = json!(site.strings.get("preview.entry"));
    for (state, class) in
        states(site).iter().map(|state| (state, "off")).chain([(&hidden, "hidden")])
    {
        let mut entry = with(all.len(), "state", state);
        entry["state_class"] = json!(class);
        all.push(entry);
    }
    all
}

fn visits(home: &str) -> Vec<Json> {
    let visit = |class: &str, plates: &[&str], countries: &str| {
        let title = format!("Delegation aus {countries}");
        json!({
            "class": class, "plates": plates, "countries": countries, "href": home, "title": text(&title),
            "when": {"datetime": "2019-09-23", "text": "23.–27. September 2019"},
            "sectors": [text("Maschinenbau"), text("Mobilität")],
        })
    };
    vec![
        visit("next", &["MX"], "Mexiko"),
        visit("been", &["EE", "FI"], "Estland und Finnland"),
        visit("off", &["KR"], "Südkorea"),
    ]
}

/// Countries in both states, on both maps.
fn drawn() -> Drawn {
    let countries = [("MX", "next"), ("PL", "next"), ("FI", "been"), ("JP", "been")];
    let found = countries.iter().filter_map(|(code, class)| {
        let country = Country::by_code(code)?;
        Some((country.code, (country, *class)))
    });
    found.collect()
}

fn plain(text_of_it: &str) -> Json {
    json!({"text": text(text_of_it), "href": null, "facts": null})
}

fn link(text_of_it: &str, href: &str) -> Json {
    json!({"text": text(text_of_it), "href": href, "facts": null})
}

/// The page.
pub fn view(site: &PageSite) -> (Layout, Value) {
    let home = site.routes.href(Route::Home);
    let link_to_home = link("Ein Link", &home);
    let image = |alt: &str| {
        json!({
            "src": site.routes.href(Route::Static(ICON)), "srcset": null, "width": 480,
            "height": 480, "alt": text(alt), "is_lazy": true, "credit": "Anna Muster",
            "rights": "frei", "original": {"text": text("Druckfassung"), "href": home, "facts": "PNG"},
        })
    };
    let email = json!({"href": "mailto:anna.muster@example.org", "local": "anna.muster",
        "domain": "example.org", "address": "anna.muster@example.org"});
    let phone = json!({"dial": "+493512345678", "shown": "+49 351 2345678"});
    let fact = |label: &str, lines: Json| json!({"id": null, "label": label, "label_lang": null, "lines": lines});
    let feed = calendar::feed(site, Route::Calendar, site.strings.get("calendar.all"));
    let all = entries(site, &home);
    let mut undated = entry(&home, 1, "Pressemitteilung");
    undated["tile"] = Json::Null;
    let facet = |number: usize| json!({"href": home, "label": text("Auswahl"), "count": number * 7, "is_current": number == 2});
    let mut view: BTreeMap<&str, Json> = BTreeMap::from([
        ("words", json!(WORDS.iter().copied().collect::<BTreeMap<_, _>>())),
        ("prose", json!(PROSE.replace("{home}", &home))),
        ("simple", json!(SIMPLE)),
        ("title", text("Werksbesuch")),
        (
            "when",
            json!({"datetime": "2019-09-24T15:00:00+02:00", "text": "Dienstag, 24. September 2019, 15–17 Uhr",
            "day": "Dienstag, 24. September 2019", "hours": "15–17 Uhr"}),
        ),
        (
            "notices",
            json!([
                {"class": "", "strong": null, "texts": [text("Ein Hinweis.")]},
                {"class": "alert", "strong": "Abgesagt.", "texts": [text("Was sich geändert hat.")]},
            ]),
        ),
        (
            "calendar",
            json!({"file": site.routes.href(Route::Calendar), "label": site.strings.get("calendar.add"),
            "on_the_web": {"google": home, "outlook": home, "office": home}}),
        ),
        ("lines", json!(lines(site))),
        ("states", json!(states(site))),
        (
            "months",
            json!([{"id": "monat", "title": "September 2019", "short": "Sept.", "entries": all}]),
        ),
        ("undated", json!([undated])),
        (
            "facets",
            json!([{"title": "Nach Ländern", "links": [facet(1), facet(2)],
            "more": {"href": home, "label": "Alle"}}]),
        ),
        (
            "pagination",
            json!({"previous": home, "next": home, "pages": [
            {"number": 1, "href": home, "is_current": false},
            {"number": 2, "href": home, "is_current": true},
            {"number": 3, "href": home, "is_current": false}]}),
        ),
        ("visits", json!(visits(&home))),
        ("region", text("Musterland")),
        (
            "involved",
            json!([
                plain("Organisiert durch "),
                plain("Muster e. V."),
                plain(", zu Gast bei "),
                link("Musterhochschule", &home),
                plain(".")
            ]),
        ),
        (
            "facts",
            json!([
                fact(
                    "Für wen",
                    json!([[{"text": text("kleine und mittlere Unternehmen"), "href": null, "facts": null}]])
                ),
                fact("Wo", json!([[link_to_home], [link_to_home, link_to_home]])),
            ]),
        ),
        (
            "guests",
            json!([
                {"name": link_to_home, "country": "Japan", "offers": text("Steuerungen"), "seeks": text("Getriebe")},
                {"name": {"text": text("Muster Seiki"), "href": null, "facts": null}, "country": null, "offers": text("Lager"), "seeks": null},
            ]),
        ),
        (
            "figures",
            json!([{"label": text("Außenhandel, 2018"), "value": "464", "unit": text("Mio. Euro"), "source": text("Statistisches Amt")}]),
        ),
        (
            "updates",
            json!([{"when": {"datetime": "2019-09-20", "text": "20. September 2019"}, "kind": "Berichtigung", "note": text("Neuer Raum")}]),
        ),
        (
            "dates",
            json!([
                {"state": "Abgesagt", "when": {"datetime": "2019-09-24", "text": "24. September 2019"}, "instead": null, "place": null, "note": null},
                {"state": null, "when": {"datetime": "2019-10-01", "text": "1. Oktober 2019"}, "instead": "statt 30. September", "place": text("Kleiner Saal"), "note": text("Bitte früher kommen.")},
            ]),
        ),
        ("text", json!({"html": "<p>Text, den jemand geschrieben hat.</p>", "lang": null})),
        (
            "images",
            json!([image("Zeichen des Programms"), image("Zeichen des Programms, noch einmal")]),
        ),
        ("links", json!([link_to_home, link("Noch ein Link", &home)])),
        (
            "contact",
            json!({"name": text("Anna Muster"), "role": text("Anmeldung"), "email": email, "phone": phone}),
        ),
        ("reach", json!({"email": email, "phone": phone, "url": "https://example.org/"})),
        (
            "calendars",
            json!({"id": "kalender", "title": "Ein Land", "calendars": [{"page": home, "feed": feed}]}),
        ),
        ("qr", json!(qr::of_page(site, Route::Home))),
    ]);
    let maps = map::maps(site, &drawn(), |_| home.clone());
    view.insert("maps", json!(maps));
    let layout = Layout { title: "Stil".into(), ..Layout::default() };
    (layout, Value::from_serializable(&view))
}
