//! Markdown texts on pages: links, headings, the HTML that is allowed, what CommonMark adds.

use crate::harness::{PNG, Site};

/// The HTML of a page with this text.
fn page(text: &str) -> String {
    let site = site(text).built();
    let html = site.text("info/index.html");
    let prose = html.split_once("<div class=\"prose\">").unwrap().1;
    let prose = prose.split_once("</main>").unwrap().0.trim_end();
    prose.strip_suffix("</div>").unwrap().trim().to_owned()
}

fn site(text: &str) -> Site {
    Site::new()
        .event("treffen", "start: 2019-10-01\nvenue: saal")
        .file("media/datei 1.pdf", "PDF")
        .file("media/bild.png", PNG)
        .file("pages/andere.md", "---\ntitle: Andere\nslug: anders\n---\n## Größe & Maß\n")
        .file("pages/info.md", format!("---\ntitle: Info\n---\n{text}\n"))
}

/// The errors of a page with this text, which begins on line 4.
fn errors(text: &str) -> Vec<String> {
    site(text).build().errors()
}

#[test]
fn links_lead_to_the_network_to_mail_and_to_the_telephone() {
    for target in [
        "https://example.org/a?b=1&c=(2)#d",
        "http://example.org/",
        "mailto:anna@example.org",
        "mailto:anna@example.org?subject=Guten%20Tag",
        "tel:+493511234567",
    ] {
        let html = page(&format!("[Text]({target})"));
        assert_eq!(html, format!("<p><a href=\"{}\">Text</a></p>", target.replace('&', "&amp;")));
    }
}

#[test]
fn an_address_in_angle_brackets_is_a_link() {
    // CommonMark 6.5. An e-mail address was once taken for the name of a file.
    assert_eq!(
        page("<anna@example.org>"),
        "<p><a href=\"mailto:anna@example.org\">anna@example.org</a></p>"
    );
    assert_eq!(
        page("<https://example.org/>"),
        "<p><a href=\"https://example.org/\">https://example.org/</a></p>"
    );
}

#[test]
fn links_lead_to_content_files_and_to_site_paths() {
    for (target, href) in [
        ("../events/treffen.yaml", "/veranstaltungen/treffen/"),
        ("../events/treffen.yaml#ort", "/veranstaltungen/treffen/#ort"),
        ("andere.md", "/anders/"),
        ("./andere.md#groesse-mass", "/anders/#groesse-mass"),
        ("../media/datei%201.pdf", "/media/datei%201.pdf"),
        ("</media/datei 1.pdf>", "/media/datei%201.pdf"),
        ("/veranstaltungen/", "/veranstaltungen/"),
        ("/veranstaltungen/treffen.ics", "/veranstaltungen/treffen.ics"),
        ("/", "/"),
        ("/anders/#groesse-mass", "/anders/#groesse-mass"),
    ] {
        let text = if href.contains("/media/") { "Text (PDF, 1 kB)" } else { "Text" };
        assert_eq!(
            page(&format!("[Text]({target})")),
            format!("<p><a href=\"{href}\">{text}</a></p>")
        );
    }
}

#[test]
fn links_that_lead_nowhere_are_errors_where_they_stand() {
    for (target, code) in [
        ("../events/fehlt.yaml", "E0501"),
        ("../events/treffen.yaml#fehlt", "E0605"),
        ("/fehlt/", "E0604"),
        ("/fehlt/#ort", "E0604"),
        ("/f%C3%A4hlt/", "E0604"),
        ("../media/fehlt%201.png", "E0501"),
        ("/anders/#fehlt", "E0605"),
        ("#fehlt", "E0605"),
        ("javascript:alert(1)", "E0603"),
        ("data:text/html,x", "E0603"),
        ("//example.org/", "E0603"),
        ("../../../etc/passwd", "E0604"),
        ("mailto:keine-adresse", "E0304"),
    ] {
        let found = errors(&format!("Siehe [Text]({target})."));
        assert_eq!(found, [format!("pages/info.md:4:7 {code}")], "{target}");
    }
}

#[test]
fn headings_begin_below_the_title_and_skip_no_level() {
    assert_eq!(
        page("#### Eins\n\n###### Zwei\n\n# Drei\n\n### Vier"),
        "<h2 id=\"eins\">Eins</h2>\n<h3 id=\"zwei\">Zwei</h3>\n\
         <h2 id=\"drei\">Drei</h2>\n<h3 id=\"vier\">Vier</h3>"
    );
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\ndescription: \"# Eins\\n\\n## Zwei\\n\\n# Drei\"")
        .built();
    let html = site.text("veranstaltungen/treffen/index.html");
    for heading in
        ["<h3 id=\"eins\">Eins</h3>", "<h3 id=\"zwei\">Zwei</h3>", "<h3 id=\"drei\">Drei</h3>"]
    {
        assert!(html.contains(heading), "{heading}");
    }
}

#[test]
fn every_heading_has_an_anchor_of_its_own() {
    assert_eq!(
        page("## Größe & Maß\n\n## Größe & Maß\n\n## *Anders* `x` {#eigen}\n\n## ???"),
        "<h2 id=\"groesse-mass\">Größe &amp; Maß</h2>\n<h2 id=\"groesse-mass-2\">Größe &amp; Maß</h2>\n\
         <h2 id=\"eigen\"><em>Anders</em> <code>x</code></h2>\n<h2 id=\"section\">???</h2>"
    );
}

#[test]
fn allowed_html_stays() {
    assert_eq!(
        page(
            "<span lang=\"en\">Get *together*</span> <abbr title='A & \"B\"'>AB</abbr><br>neu<br/>"
        ),
        "<p><span lang=\"en\">Get <em>together</em></span> \
         <abbr title=\"A &amp; &quot;B&quot;\">AB</abbr><br>neu<br></p>"
    );
}

#[test]
fn other_html_is_an_error_and_never_an_output() {
    for html in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div>Block</div>",
        "<a href=\"/\">Link</a>",
        "<span>ohne</span>",
        "<span lang=\"en\" onclick=\"x\">mehr</span>",
        "<abbr>ohne</abbr>",
        "<iframe src=\"https://example.org/\"></iframe>",
    ] {
        let output = site(html).build();
        let errors = output.errors();
        assert!(
            !errors.is_empty() && errors.iter().all(|error| error.ends_with("E0601")),
            "{html}"
        );
        let page = output.everything();
        for forbidden in ["<script>alert", "onerror", "onclick", "<iframe", "<div>Block"] {
            assert!(!page.contains(forbidden), "{html}");
        }
    }
    assert_eq!(errors("<span lang=\"en\">offen"), ["pages/info.md:4:1 E0602"]);
    let crossing = "a **x <span lang=\"en\">y** z</span> b";
    assert_eq!(errors(crossing), ["pages/info.md:4:7 E0602"]);
    assert_eq!(
        errors("<span lang=\"en\">a **b</span> c** d"),
        ["pages/info.md:4:1 E0602", "pages/info.md:4:22 E0601"]
    );
    let item = errors("- <span lang=\"en\">a\n- b</span>");
    assert_eq!(item, ["pages/info.md:4:3 E0602"]);
    let cell = errors("| <span lang=\"en\">a | b</span> |\n|---|---|\n| c | d |");
    assert_eq!(cell, ["pages/info.md:4:3 E0602"]);
    let nested = "a **x <span lang=\"en\">y [*z*](https://x.example.org/)</span>** b";
    assert_eq!(errors(nested), Vec::<String>::new());
}

#[test]
fn comments_are_dropped() {
    let html = page("Eins <!-- geheim --> zwei\n\n<!-- auch\n\ngeheim -->\n\nDrei");
    assert!(html.contains("Eins") && html.contains("Drei"));
    assert!(!html.contains("geheim") && !html.contains("--"), "{html}");
    assert_eq!(
        page("Eins\n\n<!--\ngeheim\n\n## auch geheim\n\n--> zwei\n\nDrei")
            .matches("geheim")
            .count(),
        0
    );
    assert_eq!(errors("Eins\n\n<!-- offen\n\nzwei"), ["pages/info.md:6:1 E0602"]);
}

#[test]
fn tables_footnotes_definition_lists_and_strikethrough() {
    let html = page(
        "| A | B |\n|---|--:|\n| 1 | 2 |\n\nWort\n: Erklärung\n\n~~alt~~ neu[^n]\n\n[^n]: Anmerkung.",
    );
    for expected in [
        "<th scope=\"col\">A</th><th scope=\"col\" class=\"number\">B</th>",
        "<td>1</td><td class=\"number\">2</td>",
        "<dl>\n<dt>Wort</dt>\n<dd>Erklärung</dd>\n</dl>",
        "<del>alt</del> neu<sup id=\"fn-1-ref\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>",
        "<li id=\"fn-1\" value=\"1\"><p>Anmerkung.</p>",
        "<a href=\"#fn-1-ref\" role=\"doc-backlink\">",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
}

#[test]
fn a_footnote_can_be_referred_to_twice() {
    let html = page("Eins[^n], zwei[^n].\n\n[^n]: Anmerkung.");
    for id in ["fn-1-ref", "fn-1-ref-2"] {
        assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        assert_eq!(html.matches(&format!("href=\"#{id}\"")).count(), 1, "{id}");
    }
    assert!(!page("Eins.\n\n[^n]: Ohne Verweis.").contains("doc-backlink"));
}

#[test]
fn pictures_lie_in_media_and_have_a_description() {
    assert_eq!(
        page("![Ein \"Bild\"](../media/bild.png)"),
        "<p><img src=\"/media/bild.png\" alt=\"Ein &quot;Bild&quot;\"></p>"
    );
    assert_eq!(errors("![](../media/bild.png)"), ["pages/info.md:4:1 E0608"]);
    assert_eq!(errors("![Bild](https://example.org/b.png)"), ["pages/info.md:4:1 E0607"]);
    assert_eq!(errors("![Bild](../media/fehlt.png)"), ["pages/info.md:4:1 E0501"]);
}

#[test]
fn what_looks_like_html_in_code_is_text() {
    assert_eq!(page("`<script>`"), "<p><code>&lt;script&gt;</code></p>");
    assert_eq!(page("1 < 2 & 3 > 2"), "<p>1 &lt; 2 &amp; 3 &gt; 2</p>");
    assert_eq!(page("a\u{0}b\u{0}0\u{0}"), "<p>a\u{fffd}b\u{fffd}0\u{fffd}</p>");
}

#[test]
fn a_table_with_an_empty_corner_has_heads_of_rows() {
    let page = |text: &str| {
        let site = Site::new().file("pages/info.md", format!("---\ntitle: Info\n---\n{text}\n"));
        site.built().text("info/index.html").to_owned()
    };
    let hours =
        page("| | Montag | Dienstag |\n|---|---|---|\n| 9 Uhr | Empfang | Messe |\n| | Pause | |");
    for part in [
        "<thead><tr><td></td><th scope=\"col\">Montag</th>",
        "<tr><th scope=\"row\">9 Uhr</th><td>Empfang</td>",
        "<tr><td></td><td>Pause</td><td></td></tr>",
    ] {
        assert!(hours.contains(part), "{part}");
    }
    let plain = page("| Tag | Ort |\n|---|---|\n| Montag | Dresden |");
    assert!(plain.contains("<th scope=\"col\">Tag</th>") && plain.contains("<td>Montag</td>"));
}
