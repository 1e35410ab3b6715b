//! What Atom feeds have in common (RFC 4287): who publishes them, and how elements are written.

use std::borrow::Cow;

use quick_xml::events::BytesText;

use super::xml::Xml;
use crate::site::Site;

/// Who publishes the site, else its title.
pub fn author(xml: &mut Xml, site: &Site) {
    let publisher = site.config.organisation.as_ref();
    let organisation = publisher.and_then(|key| site.organisations.get(&key.0));
    let name = organisation.map_or(site.config.title.get(&site.language), |organisation| {
        organisation.name.get(&site.language)
    });
    let _ = xml.create_element("author").write_inner_content(|xml| {
        text(xml, "name", name);
        Ok(())
    });
}

/// An element with a text.
pub fn text(xml: &mut Xml, name: &str, content: &str) {
    let _ = xml.create_element(name).write_text_content(BytesText::new(&allowed(content)));
}

/// A text without the control characters that XML 1.0 does not know, not even escaped.
pub fn allowed(text: &str) -> Cow<'_, str> {
    // U+FFFE and U+FFFF begin with this byte.
    let may_be_none =
        |byte: u8| byte == 0xef || (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'));
    if !text.bytes().fold(false, |any, byte| any | may_be_none(byte)) {
        return Cow::Borrowed(text);
    }
    let plain = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}');
    text.chars().filter(plain).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// A link to a whole URL.
pub fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) {
    let _ = xml
        .create_element("link")
        .with_attribute(("rel", rel))
        .with_attribute(("type", kind))
        .with_attribute(("href", href))
        .write_empty();
}
