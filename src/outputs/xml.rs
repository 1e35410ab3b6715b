//! XML documents in memory. Writing to memory cannot fail.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};

/// Writes a document.
pub type Xml = Writer<Vec<u8>>;

/// What is in the outermost element of a document, as it stands there.
pub fn fragment(body: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let _ = xml.write_event(Event::Start(BytesStart::new("x")));
    let begin = xml.get_ref().len();
    body(&mut xml);
    xml.into_inner().split_off(begin)
}

/// A document by its outermost element, that element's attributes and what is in it.
pub fn document(root: &str, attributes: &[(&str, &str)], body: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let mut start = BytesStart::new(root);
    attributes.iter().for_each(|attribute| start.push_attribute(*attribute));
    let _ = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = xml.write_event(Event::Start(start));
    body(&mut xml);
    let _ = xml.write_event(Event::End(BytesEnd::new(root)));
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}
