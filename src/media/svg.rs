//! Whether a text is an SVG, and whether a browser would run something in it: whoever opens its
//! address directly opens a page of the site.

use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Content, Kind};

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
            // A style sheet that is not CSS is XSLT, which makes another document of it.
            Ok(Event::PI(instruction)) => {
                let instruction = instruction.to_ascii_lowercase();
                let is_style = instruction.starts_with("xml-stylesheet");
                is_active |= is_style && !instruction.contains("text/css");
                is_active |= instruction.contains("xsl");
            }
            // It may give elements attributes that nobody sees in them (XML 1.0, 3.3).
            Ok(Event::DocType(text)) => {
                is_active |= text.to_ascii_lowercase().contains("<!attlist");
            }
            // In another encoding the same bytes may be other markup.
            Ok(Event::Decl(declaration)) => is_active |= !is_plain_encoding(&declaration),
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

/// Whether an encoding has all signs of markup where ASCII has them.
fn is_plain_encoding(declaration: &BytesDecl<'_>) -> bool {
    let Some(Ok(encoding)) = declaration.encoding() else { return true };
    let encoding = encoding.to_ascii_lowercase();
    let plain = ["utf-8", "utf8", "us-ascii", "ascii", "windows-1252", "cp1252"];
    plain.contains(&encoding.as_str()) || encoding.starts_with("iso-8859-")
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
                    || value.contains("vbscript:")
                    || value.match_indices("data:").any(|(at, _)| is_document(&value, at))
            }
        }
    })
}

/// Whether data in an address (RFC 2397) are a document of their own.
fn is_document(value: &str, at: usize) -> bool {
    let (before, data) = value.split_at_checked(at).unwrap_or(("", ""));
    let kind = data.split([';', ',']).next().unwrap_or_default();
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
        for page in ["<html><svg/></html>", "<svg><a></svg>", "<p>Text", "<"] {
            assert_eq!(content(page), Content::Other, "{page}");
        }
    }
}
