//! Whether a text is an SVG, and whether a browser would run something in it or load something from
//! another host: whoever opens its address directly opens a page of the site.

use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::foreign::{self, css_loads};
use super::{Content, Kind};
use crate::place::line_of;

/// Elements that run something, or hold a page that may.
const ACTIVE: [&str; 14] = [
    "script",
    "handler",
    "iframe",
    "embed",
    "object",
    "html",
    "foreignobject",
    "meta",
    "link",
    "base",
    "form",
    "frame",
    "frameset",
    "applet",
];

/// What a text is that begins like XML.
pub fn content(text: &str) -> Content {
    match look(text) {
        Some(Faults { runs: Some(_), .. }) => Content::ActiveSvg,
        Some(Faults { loads: Some(_), .. }) => Content::ForeignSvg,
        Some(_) => Content::Known(Kind::Svg),
        None => Content::Other,
    }
}

/// The line of a drawing in which something runs or is loaded from another host.
pub fn line_of_fault(text: &str) -> Option<usize> {
    let Faults { runs, loads } = look(text)?;
    Some(line_of(text, runs.or(loads)?))
}

/// Where in a drawing something must not be, in bytes.
#[derive(Default)]
struct Faults {
    /// Where something runs first.
    runs: Option<usize>,
    /// Where something is first loaded from another host.
    loads: Option<usize>,
}

/// What is wrong with a drawing; nothing when the text is none.
fn look(text: &str) -> Option<Faults> {
    let mut reader = Reader::from_str(text);
    let mut root = None;
    let mut faults = Faults::default();
    // The style sheet that is open: how deep, where, and its text so far.
    let (mut depth, mut begins, mut css) = (0_usize, 0, String::new());
    loop {
        let at = usize::try_from(reader.buffer_position()).ok()?;
        let (mut runs, mut loads) = (false, false);
        match reader.read_event().ok()? {
            Event::Start(element) => {
                let name = element.local_name().as_ref().to_ascii_lowercase();
                (runs, loads) = faults_of(&name, &element);
                if name == "style" {
                    begins = if depth == 0 { at } else { begins };
                    depth += 1;
                }
                root.get_or_insert(name);
            }
            Event::Empty(element) => {
                let name = element.local_name().as_ref().to_ascii_lowercase();
                (runs, loads) = faults_of(&name, &element);
                root.get_or_insert(name);
            }
            Event::End(element) => {
                let is_style = element.local_name().as_ref().eq_ignore_ascii_case("style");
                depth = depth.saturating_sub(usize::from(is_style));
                if depth == 0 && css_loads(&std::mem::take(&mut css)) {
                    faults.loads.get_or_insert(begins);
                }
            }
            Event::Text(part) if depth > 0 => css.push_str(&part),
            Event::CData(part) if depth > 0 => css.push_str(&part),
            // Entities of the document's own can stand for anything, also for elements.
            Event::GeneralRef(reference) => {
                let known = ["amp", "lt", "gt", "quot", "apos"];
                runs = !reference.is_char_ref() && !known.contains(&&*reference);
                css.extend(reference.resolve_char_ref().ok().flatten().filter(|_| depth > 0));
            }
            // A style sheet that is not CSS is XSLT, which makes another document of it. In one that
            // is named by references nobody sees what is named.
            Event::PI(instruction) => {
                let instruction = instruction.to_ascii_lowercase();
                let is_style = instruction.starts_with("xml-stylesheet");
                runs = is_style && (!instruction.contains("text/css") || instruction.contains('&'))
                    || instruction.contains("xsl");
                loads = is_style && css_loads(&instruction);
            }
            // It may give elements attributes that nobody sees in them (XML 1.0, 3.3).
            Event::DocType(text) => runs = text.to_ascii_lowercase().contains("<!attlist"),
            // In another encoding the same bytes may be other markup.
            Event::Decl(declaration) => runs = !is_plain_encoding(&declaration),
            Event::Eof => break,
            _ => {}
        }
        if runs {
            faults.runs.get_or_insert(at);
        }
        if loads {
            faults.loads.get_or_insert(at);
        }
    }
    root.filter(|root| root == "svg").map(|_| faults)
}

/// Whether an element with this local name runs something, and whether it loads something from
/// another host.
fn faults_of(name: &str, element: &BytesStart<'_>) -> (bool, bool) {
    let (runs, loads) = attributes(name, element);
    (runs || ACTIVE.contains(&name), loads)
}

/// Whether an encoding has all signs of markup where ASCII has them.
fn is_plain_encoding(declaration: &BytesDecl<'_>) -> bool {
    let Some(Ok(encoding)) = declaration.encoding() else { return true };
    let encoding = encoding.to_ascii_lowercase();
    let plain = ["utf-8", "utf8", "us-ascii", "ascii", "windows-1252", "cp1252"];
    plain.contains(&encoding.as_str()) || encoding.starts_with("iso-8859-")
}

/// Whether an attribute runs something: an event's, or an address with a program in it; and whether
/// one loads something. Drawing programs write addresses of namespaces as entities; elsewhere nobody
/// knows what they stand for.
fn attributes(element_name: &str, element: &BytesStart<'_>) -> (bool, bool) {
    let (mut runs, mut loads) = (false, false);
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else { return (true, loads) };
        let name = attribute.key.as_ref().to_ascii_lowercase();
        let local = name.rsplit(':').next().unwrap_or_default();
        let is_namespace = name.starts_with("xmlns");
        match attribute.normalized_value(XmlVersion::Explicit1_0) {
            Err(_) => runs |= !is_namespace,
            Ok(value) => {
                loads |= !is_namespace && foreign::loads(element_name, local, &value);
                let value: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                let value = value.to_lowercase();
                runs |= local.starts_with("on")
                    || value.contains("javascript:")
                    || value.contains("vbscript:")
                    || value.match_indices("data:").any(|(at, _)| is_document(&value, at));
            }
        }
    }
    (runs, loads)
}

/// The longest kind that an address names, in characters (RFC 6838, 4.2, has 127 in each half).
const LONGEST_KIND: usize = 260;

/// Whether data in an address (RFC 2397) are a document of their own.
fn is_document(value: &str, at: usize) -> bool {
    let (before, data) = value.split_at_checked(at).unwrap_or(("", ""));
    let end = data.char_indices().take(LONGEST_KIND).find(|(_, c)| matches!(c, ';' | ','));
    let end = end.or_else(|| data.char_indices().nth(LONGEST_KIND));
    let kind = end.and_then(|(end, _)| data.get(..end)).unwrap_or(data);
    let is_active = ["svg", "html", "xml", "script"].iter().any(|active| kind.contains(active));
    is_active && !before.ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAFE: Content = Content::Known(Kind::Svg);

    #[test]
    fn drawings_are_safe_whatever_program_made_them() {
        for svg in [
            "<svg/>",
            "<?xml version=\"1.0\"?>\n<!-- A & B --><svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\" [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&ns_svg;\"/>",
            "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"><svg:style>a{fill:red}</svg:style></svg:svg>",
            "<svg><a href=\"https://example.org/?a=1&amp;b=2\"><text>Online &amp; vor Ort &#228;</text></a></svg>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><svg/>",
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><svg/>",
            "<svg><image href=\"data:image/png;base64,iVBORw0KGgo=\" class=\"metadata: x\"/></svg>",
            "<?xml-stylesheet type=\"text/css\" href=\"a.css\"?><svg font-family=\"Contra\"/>",
        ] {
            assert_eq!(content(svg), SAFE, "{svg}");
        }
    }

    #[test]
    fn what_a_browser_would_run_is_found_in_any_spelling() {
        for svg in [
            "<svg><script>alert(1)</script></svg>",
            "<svg xmlns:x=\"http://www.w3.org/2000/svg\"><x:script href=\"a.js\"/></svg>",
            "<svg onload=\"alert(1)\"/>",
            "<svg><a xlink:href=\"java&#10;script:alert(1)\"/></svg>",
            "<svg><a href=\" JavaScript:alert(1)\"/></svg>",
            "<svg><set attributeName=\"href\" to=\"javascript:alert(1)\"/></svg>",
            "<svg><foreignObject><p/></foreignObject></svg>",
            "<!DOCTYPE svg [<!ENTITY x \"&#60;script>alert(1)&#60;/script>\">]><svg>&x;</svg>",
            "<!DOCTYPE svg [<!ENTITY x \"javascript:alert(1)\">]><svg><a href=\"&x;\"/></svg>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"#a\"?><svg/>",
            "<?xml-stylesheet type=\"text/xml\" href=\"#a\"?><svg/>",
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]><svg/>",
            "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><svg/>",
            "<svg><use href=\"data:image/svg+xml,%3Csvg id='x'/%3E#x\"/></svg>",
            "<svg xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:meta http-equiv=\"refresh\"/></svg>",
        ] {
            assert_eq!(content(svg), Content::ActiveSvg, "{svg}");
        }
        for svg in ["<svg>\n\n<script/></svg>", "<svg>\n<a b=\"#\"\n/><g onload=\"x\"/></svg>"] {
            assert_eq!(line_of_fault(svg), Some(3), "{svg}");
        }
        for page in ["<html><svg/></html>", "<svg><a></svg>", "<p>Text", "<"] {
            assert_eq!(content(page), Content::Other, "{page}");
        }
    }

    #[test]
    fn what_a_browser_would_load_from_another_host_is_found_in_any_spelling() {
        for svg in [
            "<svg><image href=\"https://evil.example/a.png\"/></svg>",
            "<svg><image xlink:href=\"//evil.example/a.png\"/></svg>",
            "<svg><use href=\"HTTPS://evil.example/a.svg#b\"/></svg>",
            "<svg><feImage href=\"ht&#10;tps://evil.example/a.png\"/></svg>",
            "<svg><style>@import url(https://evil.example/a.css)</style></svg>",
            "<svg><style><![CDATA[@import 'https://evil.example/a.css';]]></style></svg>",
            "<svg><style>@import url(&#104;ttps://evil.example/)</style></svg>",
            "<svg><style>@im<!-- -->port url(https://evil.example/)</style></svg>",
            "<svg><s:style xmlns:s=\"http://www.w3.org/2000/svg\">a{fill:url(//evil.example)}</s:style></svg>",
            "<svg><style><g></g><style/>@import url(//evil.example)</style></svg>",
            "<svg><rect style=\"fill:url(https://evil.example/a.svg#b)\"/></svg>",
            "<svg><rect fill=\"url('https://evil.example/a.svg#b')\"/></svg>",
            "<svg><rect cursor=\"u\\72l(https://evil.example/a.cur)\"/></svg>",
            "<svg><image><set attributeName=\"href\" to=\"https://evil.example/\"/></image></svg>",
            "<svg><image><animate attributeName=\"href\" values=\"#a;https://evil.example/\"/></image></svg>",
            "<svg xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:img src=\"https://evil.example/\"/></svg>",
            "<svg xml:base=\"https://evil.example/\"><image href=\"a.png\"/></svg>",
            "<?xml-stylesheet type=\"text/css\" href=\"https://evil.example/a.css\"?><svg/>",
        ] {
            assert_eq!(content(svg), Content::ForeignSvg, "{svg}");
        }
        for svg in [
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><rdf:Description rdf:about=\"https://a.example/\"><dc:type rdf:resource=\"http://purl.org/dc/dcmitype/StillImage\"/></rdf:Description></metadata></svg>",
            "<svg><desc>https://a.example/ (url(https://a.example/))</desc><a href=\"https://a.example/\"/></svg>",
            "<svg><style>/* https://draw.example/ */ .a{fill:url(#b)}</style><use xlink:href=\"#a\"/></svg>",
            "<svg><image href=\"data:image/png;base64,//8=\"/><rect transform=\"translate(1 2)\"/></svg>",
            "<svg aria-label=\"(https://a.example/)\"/>",
        ] {
            assert_eq!(content(svg), SAFE, "{svg}");
        }
    }
}
