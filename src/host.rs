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
