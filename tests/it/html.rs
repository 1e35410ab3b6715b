//! A reader of our own HTML, for tests: tags with their attributes, and the text of an element.
//! It knows as much as that HTML needs: attributes in double quotes, text escaped.

/// A start tag.
#[derive(Debug, Clone)]
pub struct Tag {
    /// `h1`
    pub name: String,
    attributes: Vec<(String, String)>,
    /// The HTML behind it.
    start: usize,
}

impl Tag {
    /// The value of an attribute, its entities resolved.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A page that was read.
pub struct Page<'h> {
    html: &'h str,
    /// Its start tags, in order.
    pub tags: Vec<Tag>,
}

impl<'h> Page<'h> {
    /// Reads a page.
    pub fn read(html: &'h str) -> Self {
        let mut tags = Vec::new();
        let mut at = 0;
        while let Some(start) = html[at..].find('<') {
            let inner_start = at + start + 1;
            let end = inner_start + html[inner_start..].find('>').expect("a tag is closed");
            let inner = &html[inner_start..end];
            at = end + 1;
            if inner.starts_with(['/', '!']) {
                continue;
            }
            let tag = tag(inner, at);
            // What stands in a script is no HTML.
            if tag.name == "script" {
                at += html[at..].find("</script>").expect("a script is closed");
            }
            tags.push(tag);
        }
        Page { html, tags }
    }

    /// All elements of a name.
    pub fn all(&self, name: &str) -> Vec<&Tag> {
        self.tags.iter().filter(|tag| tag.name == name).collect()
    }

    /// The one element of a name.
    pub fn one(&self, name: &str) -> &Tag {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "elements {name}");
        all[0]
    }

    /// The content of the first `meta` with this name or property.
    pub fn meta(&self, name: &str) -> Option<&str> {
        let named =
            |tag: &&&Tag| tag.get("name") == Some(name) || tag.get("property") == Some(name);
        self.all("meta").iter().find(named).and_then(|tag| tag.get("content"))
    }

    /// The target of the first `link` with this relation.
    pub fn link(&self, relation: &str) -> Option<&str> {
        let links = self.all("link");
        links.iter().find(|tag| tag.get("rel") == Some(relation)).and_then(|tag| tag.get("href"))
    }

    /// The HTML inside an element; there is none of its own name in it.
    pub fn inside(&self, tag: &Tag) -> &'h str {
        let rest = &self.html[tag.start..];
        &rest[..rest.find(&format!("</{}>", tag.name)).expect("an element is closed")]
    }

    /// The text inside an element, its entities resolved.
    pub fn text(&self, tag: &Tag) -> String {
        let mut text = String::new();
        for piece in self.inside(tag).split('<') {
            let (_, behind) = piece.split_once('>').unwrap_or(("", piece));
            text.push_str(behind);
        }
        unescaped(text.trim())
    }

    /// Every JSON-LD object.
    pub fn structured_data(&self) -> Vec<serde_json::Value> {
        let scripts = self.all("script").into_iter();
        let data = scripts.filter(|script| script.get("type") == Some("application/ld+json"));
        data.map(|script| serde_json::from_str(self.inside(script)).unwrap()).collect()
    }

    /// Targets of links and pictures.
    pub fn targets(&self) -> Vec<&str> {
        self.tags.iter().flat_map(|tag| [tag.get("href"), tag.get("src")]).flatten().collect()
    }
}

fn tag(inner: &str, start: usize) -> Tag {
    let (name, mut rest) = inner.split_once([' ', '\n']).unwrap_or((inner, ""));
    let mut attributes = Vec::new();
    while let Some((key, behind)) = rest.split_once("=\"") {
        let (value, behind) = behind.split_once('"').expect("a value is closed");
        attributes.push((key.trim().to_owned(), unescaped(value)));
        rest = behind;
    }
    Tag { name: name.to_owned(), attributes, start }
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&#x27;", "'").replace("&#x2F;", "/").replace("&amp;", "&")
}
