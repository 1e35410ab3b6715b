//! What a drawing would load from other hosts: whoever opens its address directly tells these hosts
//! of it.

/// Whether an address in a document leads to another host. Browsers take `\` for `/`, and leave out
/// line ends and tabs (URL Standard, 4.4).
pub fn is_foreign(address: &str) -> bool {
    const SCHEMES: [&str; 5] = ["http:", "https:", "ftp:", "ws:", "wss:"];
    let first = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(8);
    let first: String = first.collect::<String>().to_ascii_lowercase().replace('\\', "/");
    first.starts_with("//") || SCHEMES.iter().any(|scheme| first.starts_with(scheme))
}

/// Whether an attribute loads what its value names. That of a link is what somebody may click, and
/// names of namespaces and of metadata are loaded by nobody.
pub fn loads(element: &str, attribute: &str, value: &str) -> bool {
    const LOADING: [&str; 12] = [
        "href",
        "src",
        "srcset",
        "poster",
        "data",
        "background",
        "ping",
        "base",
        "to",
        "from",
        "by",
        "values",
    ];
    let is_link = element == "a" && attribute == "href";
    let is_loading = LOADING.contains(&attribute) && !is_link;
    let divider = match attribute {
        "values" => ';',
        "srcset" => ',',
        _ => '\n',
    };
    (is_loading && (is_foreign(value) || value.split(divider).any(is_foreign)))
        || (is_css(attribute, value) && css_loads(value))
}

/// Whether a value is read as CSS: that of `style`, or one with a function of it that loads.
fn is_css(attribute: &str, value: &str) -> bool {
    let has_function = || {
        let value = unescaped(value).to_ascii_lowercase();
        ["url(", "image(", "image-set(", "src("].iter().any(|name| value.contains(name))
    };
    attribute == "style" || has_function()
}

/// Whether a style sheet loads something from another host: what stands in quotation marks or
/// brackets is an address. That of a namespace is a name.
pub fn css_loads(css: &str) -> bool {
    let css = unescaped(&without_comments(css));
    let ends = |c: char| c.is_ascii_whitespace() || "()\"'{}".contains(c);
    // The first word of a statement tells what it is (CSS Namespaces 3, 2).
    let (mut at, mut first) = (0, "");
    for word in css.split(ends) {
        if is_foreign(word) && !first.eq_ignore_ascii_case("@namespace") {
            return true;
        }
        match word.rsplit_once(';') {
            Some((_, next)) => first = next,
            None if first.is_empty() => first = word,
            None => {}
        }
        at += word.len();
        if matches!(css.as_bytes().get(at), Some(b'{' | b'}')) {
            first = "";
        }
        at += 1;
    }
    false
}

/// A style sheet without comments (CSS Syntax 3, 4.3.2).
fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once("*/").map_or("", |(_, behind)| behind))
}

/// A style sheet with the characters that escapes stand for (CSS Syntax 3, 4.3.7).
fn unescaped(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = escape.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let (number, behind) = escape.split_at(digits);
        let named = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
        rest = match named {
            Some(character) => {
                plain.push(character);
                behind.strip_prefix([' ', '\n', '\t']).unwrap_or(behind)
            }
            None => behind.strip_prefix('\n').unwrap_or(behind),
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_another_host_is_told_in_any_spelling() {
        for address in [
            "https://evil.example/a",
            "//evil.example/a",
            " \n HTTP://evil.example",
            "ht\ntps://evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "https:evil.example",
        ] {
            assert!(is_foreign(address), "{address:?}");
        }
        for address in
            ["#a", "a.png", "/media/a.png", "../a.svg#b", "data:image/png;base64,//8=", "", "httpd"]
        {
            assert!(!is_foreign(address), "{address:?}");
        }
    }

    #[test]
    fn a_style_sheet_loads_by_every_function_and_in_any_spelling() {
        for css in [
            "@import url(https://evil.example/a.css);",
            "@import 'https://evil.example/a.css';",
            "@\\69mport \"//evil.example\";",
            "a{fill:url( \"https://evil.example/a.svg#b\" )}",
            "a{background:image-set(\"https://evil.example/a.png\" 1x)}",
            "a{background:u\\72l(https://evil.example)}",
            "a{background:url(https\\3a //evil.example)}",
            "a{background:url(/\\\n/evil.example)}",
            "a{background:url(/**/https://evil.example)}",
            "@font-face{src:url(https://fonts.example/a.woff2)}",
            "@namespace svg url(http://www.w3.org/2000/svg);@import url(//evil.example);",
            "@import url(//evil.example",
            "@namespace a{}b{fill:url(//evil.example)}",
        ] {
            assert!(css_loads(css), "{css}");
        }
        for css in [
            "a{fill:url(#b)}",
            "/* made by https://draw.example/ */a{fill:red}",
            "@namespace svg url(http://www.w3.org/2000/svg);",
            "@charset \"utf-8\";@Namespace 'http://www.w3.org/2000/svg';a{fill:red}",
            "@font-face{src:url(data:font/woff2;base64,d09G//8A)}",
            "a{fill:red}/* not closed https://draw.example (",
            "a::before{content:\"\\201e\"}",
            "\\",
        ] {
            assert!(!css_loads(css), "{css}");
        }
    }
}
