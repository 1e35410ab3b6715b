//! What programs write into a picture as RDF (ISO 16684-1). Who made it and who has rights in it
//! is read and written anew; the rest goes: places, devices, programs, what was done to it.

use quick_xml::escape::escape;
use resvg::usvg::roxmltree::{Document, NS_XML_URI, Node};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";

/// How the value of a property is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A text.
    Text,
    /// A list.
    Seq,
    /// A text in several languages.
    Alt,
}

/// Properties that stay: namespace, prefix, name, form.
const KEPT: [(&str, &str, &str, Form); 8] = [
    (DC, "dc", "creator", Form::Seq),
    (DC, "dc", "rights", Form::Alt),
    (PHOTOSHOP, "photoshop", "Credit", Form::Text),
    (PHOTOSHOP, "photoshop", "Source", Form::Text),
    (RIGHTS, "xmpRights", "Marked", Form::Text),
    (RIGHTS, "xmpRights", "Owner", Form::Seq),
    (RIGHTS, "xmpRights", "UsageTerms", Form::Alt),
    (RIGHTS, "xmpRights", "WebStatement", Form::Text),
];

/// The most that is read of a packet, in bytes.
const LONGEST: usize = 1_000_000;

/// The values of a property, each with its language.
type Values = Vec<(Option<String>, String)>;

/// What stays of a packet; nothing when that is nothing, or when it cannot be read.
pub fn kept(packet: &[u8]) -> Option<Vec<u8>> {
    let packet = packet.get(..packet.len().min(LONGEST))?;
    let packet = std::str::from_utf8(packet).ok()?.trim_end_matches('\0');
    let properties = read(packet);
    let any = properties.iter().any(|values| !values.is_empty());
    any.then(|| written(&properties).into_bytes())
}

/// The values of the properties that stay, in the order of [`KEPT`].
fn read(packet: &str) -> Vec<Values> {
    let mut found = vec![Values::new(); KEPT.len()];
    let Ok(document) = Document::parse(packet) else { return found };
    let is_about = |node: &Node<'_, '_>| node.has_tag_name((RDF, "Description"));
    for description in document.descendants().filter(is_about) {
        for ((space, _, name, _), values) in KEPT.iter().zip(&mut found) {
            let short = description.attribute((*space, *name));
            values.extend(short.map(|text| (None, text.to_owned())));
            let long = description.children().filter(|node| node.has_tag_name((*space, *name)));
            values.extend(long.flat_map(values_of));
        }
    }
    found
}

/// The texts of a property, which may be in a list.
fn values_of(property: Node<'_, '_>) -> Values {
    let items = property.descendants().filter(|node| node.has_tag_name((RDF, "li")));
    let mut items: Vec<_> = items.collect();
    if items.is_empty() {
        items.push(property);
    }
    let value = |item: Node<'_, '_>| {
        let text = item.text().map(str::trim).filter(|text| !text.is_empty())?;
        let language = item.attribute((NS_XML_URI, "lang"));
        Some((language.map(str::to_owned), text.to_owned()))
    };
    items.into_iter().filter_map(value).collect()
}

fn written(properties: &[Values]) -> String {
    let mut packet = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"{RDF}\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"{DC}\" xmlns:photoshop=\"{PHOTOSHOP}\" \
         xmlns:xmpRights=\"{RIGHTS}\">"
    );
    for ((_, prefix, name, form), values) in KEPT.iter().zip(properties) {
        let Some((_, first)) = values.first() else { continue };
        let list = |form: &str, with_language: bool| {
            let item = |(language, text): &(Option<String>, String)| {
                let language = language.as_deref().unwrap_or("x-default");
                let lang = format!(" xml:lang=\"{}\"", escape(language));
                let lang = if with_language { lang } else { String::new() };
                format!("<rdf:li{lang}>{}</rdf:li>", escape(text.as_str()))
            };
            let items: String = values.iter().map(item).collect();
            format!("<rdf:{form}>{items}</rdf:{form}>")
        };
        let value = match form {
            Form::Text => escape(first.as_str()).into_owned(),
            Form::Seq => list("Seq", false),
            Form::Alt => list("Alt", true),
        };
        packet.push_str(&format!("<{prefix}:{name}>{value}</{prefix}:{name}>"));
    }
    packet.push_str("</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>");
    packet
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKET: &str = r#"<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" exif:GPSLatitude="51,2.1N" photoshop:Credit="WFS &amp; Co"
 photoshop:City="Dresden" xmp:CreatorTool="Tool 7">
<d:creator><rdf:Seq><rdf:li>Erika Muster</rdf:li><rdf:li>Max Muster</rdf:li></rdf:Seq></d:creator>
<d:rights><rdf:Alt><rdf:li xml:lang="x-default">© WFS</rdf:li></rdf:Alt></d:rights>
<d:description><rdf:Alt><rdf:li>Bei Familie Muster</rdf:li></rdf:Alt></d:description>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"#;

    #[test]
    fn credit_and_rights_stay_and_the_rest_goes() {
        let kept = String::from_utf8(kept(PACKET.as_bytes()).unwrap()).unwrap();
        for stays in [
            "<dc:creator><rdf:Seq><rdf:li>Erika Muster</rdf:li><rdf:li>Max Muster</rdf:li></rdf:Seq></dc:creator>",
            "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">© WFS</rdf:li></rdf:Alt></dc:rights>",
            "<photoshop:Credit>WFS &amp; Co</photoshop:Credit>",
        ] {
            assert!(kept.contains(stays), "{stays}\n{kept}");
        }
        for goes in ["GPS", "51,2", "Dresden", "Tool 7", "Familie"] {
            assert!(!kept.contains(goes), "{goes}");
        }
        assert_eq!(super::kept(kept.as_bytes()).unwrap(), kept.into_bytes(), "as it is");
    }

    #[test]
    fn what_cannot_be_read_goes() {
        assert_eq!(kept(b"\xff\xfe"), None);
        assert_eq!(kept(b"<x:xmpmeta"), None);
        for end in (0..PACKET.len()).filter(|end| PACKET.is_char_boundary(*end)) {
            let _ = kept(&PACKET.as_bytes()[..end]);
        }
    }
}
