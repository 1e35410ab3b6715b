//! Whether a text is an SVG, and whether a browser would run something in it: whoever opens its
//! address directly opens a page of the site.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Content, Kind};

/// Elements that run something, or hold a page that may.
const ACTIVE: [&str; 7] =
    ["script", "handler", "iframe", "embed", "object", "html", "foreignobject"];

/// What a text is that begins like XML.
pub fn content(text: &str) -> Content {
    let mut reader = Reader::from_str(text);
    let mut root = None;
    let mut is_active = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = element.local_name().as_ref().to_ascii_lowercase();
                is_active |= ACTIVE.contains(&name.as_str()) || has_active_attribute(&element);
                root.get_or_insert(name);
            }
            // Entities of the document's own can stand for anything, also for elements.
            Ok(Event::GeneralRef(reference)) => {
                let known = ["amp", "lt", "gt", "quot", "apos"];
                is_active |= !reference.is_char_ref() && !known.contains(&&*reference);
            }
            // A style sheet in XSLT makes another document of it.
            Ok(Event::PI(instruction)) => {
                is_active |= instruction.to_ascii_lowercase().contains("xsl");
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Content::Other,
        }
    }
    match root.as_deref() {
        Some("svg") if is_active => Content::ActiveSvg,
        Some("svg") => Content::Known(Kind::Svg),
        _ => Content::Other,
    }
}

/// Whether an attribute runs something: an event's, or an address with a program in it. Drawing
/// programs write addresses of namespaces as entities; elsewhere nobody knows what they stand for.
fn has_active_attribute(element: &BytesStart<'_>) -> bool {
    element.attributes().any(|attribute| {
        let Ok(attribute) = attribute else { return true };
        let name = attribute.key.as_ref().to_ascii_lowercase();
        let local = name.rsplit(':').next().unwrap_or_default();
        match attribute.normalized_value(XmlVersion::Explicit1_0) {
            Err(_) => !name.starts_with("xmlns"),
            Ok(value) => {
                let value: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                let value = value.to_lowercase();
                local.starts_with("on")
                    || value.contains("javascript:")
                    || value.contains("data:text/html")
            }
        }
    })
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
        ] {
            assert_eq!(content(svg), Content::ActiveSvg, "{svg}");
        }
        for page in ["<html><svg/></html>", "<svg><a></svg>", "<p>Text", "<"] {
            assert_eq!(content(page), Content::Other, "{page}");
        }
    }
}
