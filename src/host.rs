//! Names of computers as the network knows them. People write `bücher.example`; programs that are
//! no browsers look that name up as it stands and find nothing, so that addresses for programs have
//! its ASCII form (IDNA: RFC 5891, UTS #46).

use std::borrow::Cow;
use std::ops::Range;

/// An address on the web, or of a mailbox, with its host in ASCII: `https://xn--bcher-kva.example/ä`.
/// Everything else stays, and so does a host that is no name of the network.
pub fn in_ascii(address: &str) -> Cow<'_, str> {
    let host = host(address);
    match address.get(host.clone()) {
        Some(name) if !name.is_ascii() => {}
        _ => return Cow::Borrowed(address),
    }
    let parts = (address.get(..host.start), address.get(host.clone()), address.get(host.end..));
    let (Some(before), Some(name), Some(after)) = parts else { return Cow::Borrowed(address) };
    match idna::domain_to_ascii(name) {
        Ok(ascii) => Cow::Owned(format!("{before}{ascii}{after}")),
        Err(_) => Cow::Borrowed(address),
    }
}

/// Whether a scheme is one of the web, in whatever letters (RFC 3986 3.1).
pub fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// The host that an address with user information leads to: browsers take what stands behind the
/// last `@` of the authority, which `/`, `\`, `?` or `#` ends (WHATWG URL, 4.4).
pub fn behind_user(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once(':')?;
    if !is_web(scheme) {
        return None;
    }
    let authority = rest.trim_start_matches(['/', '\\']).split(['/', '\\', '?', '#']).next()?;
    let (_, host) = authority.rsplit_once('@')?;
    Some(host)
}

/// The first character of an address that turns the direction of writing or controls something:
/// it makes an address look like another (RFC 3987, 4.1).
pub fn hidden_character(address: &str) -> Option<char> {
    let hides = |c: &char| {
        let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
        turns || c.is_control()
    };
    address.chars().find(hides)
}

/// The link to a mailbox (RFC 6068): signs that would end its address or begin another field are
/// escaped.
pub fn mailto(address: &str) -> String {
    let mut link = String::from("mailto:");
    for character in address.chars() {
        let is_plain = !character.is_ascii() || character.is_ascii_alphanumeric();
        if is_plain || "-._~+@".contains(character) {
            link.push(character);
        } else {
            link.push_str(&format!("%{:02X}", u32::from(character)));
        }
    }
    link
}

/// Where the host stands (RFC 3986 3.2, RFC 6068 2); of what has none nowhere.
fn host(address: &str) -> Range<usize> {
    let (start, end) = match address.find("://") {
        Some(at) => {
            let start = at + "://".len();
            let rest = address.get(start..).unwrap_or_default();
            (start, start + rest.find(['/', '?', '#']).unwrap_or(rest.len()))
        }
        None => (0, address.find('?').unwrap_or(address.len())),
    };
    let authority = address.get(start..end).unwrap_or_default();
    match (authority.rfind('@'), start) {
        (None, 0) => 0..0,
        (user, _) => {
            let begin = user.map_or(start, |at| start + at + 1);
            let name = address.get(begin..end).unwrap_or_default();
            begin..begin + name.find(':').unwrap_or(name.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_information_is_found_in_every_spelling_and_an_at_elsewhere_is_none() {
        for (address, host) in [
            ("https://www.example.com:443@evil.example/", Some("evil.example")),
            ("HTTPS:\\\\a@b.example\\c", Some("b.example")),
            ("https:a@b@c.example?x", Some("c.example")),
            ("https://a:b@c.example:8080#@x", Some("c.example:8080")),
            ("https://example.org/@name", None),
            ("https://example.org?a=b@c", None),
            ("https://example.org#a@b", None),
            ("mailto:a@b.example", None),
            ("/pfad/a@b", None),
        ] {
            assert_eq!(behind_user(address), host, "{address}");
        }
    }

    #[test]
    fn a_link_to_a_mailbox_has_one_address() {
        assert_eq!(mailto("erika.muster+x@example.org"), "mailto:erika.muster+x@example.org");
        assert_eq!(mailto("a?bcc=evil@example.org"), "mailto:a%3Fbcc%3Devil@example.org");
        assert_eq!(mailto("a&b%2C#c@example.org"), "mailto:a%26b%252C%23c@example.org");
        assert_eq!(mailto("jörg@bücher.example"), "mailto:jörg@bücher.example");
    }

    /// `bücher` is the example of RFC 3492's relatives everywhere: `xn--bcher-kva`.
    #[test]
    fn a_host_is_told_in_ascii_and_nothing_else_is_touched() {
        for (typed, ascii) in [
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
            ("https://BÜCHER.example", "https://xn--bcher-kva.example"),
            ("https://a@bücher.example:8443/ü?ö#ä", "https://a@xn--bcher-kva.example:8443/ü?ö#ä"),
            ("https://straße.example?ü", "https://xn--strae-oqa.example?ü"),
            ("jörg@bücher.example", "jörg@xn--bcher-kva.example"),
            ("mailto:a@bücher.example?subject=ü@ü", "mailto:a@xn--bcher-kva.example?subject=ü@ü"),
        ] {
            assert_eq!(in_ascii(typed), ascii);
        }
        for same in
            ["https://example.org/ü", "/pfad/ü", "tel:+49351", "bücher", "", "https://", "ü@"]
        {
            assert_eq!(in_ascii(same), same);
        }
    }
}
