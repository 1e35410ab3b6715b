//! Which addresses are addresses of this site, however people write them.

use crate::host;

/// What stands behind the host of an address that leads to the host of an origin. Scheme and host
/// have no case, and a port that the scheme has anyway says nothing (RFC 3986, 6.2.2.1 and 6.2.3);
/// a host with letters of its own language is the same one in ASCII. `http` leads to the same site
/// as `https`.
pub(super) fn path<'u>(origin: &str, url: &'u str) -> Option<&'u str> {
    let own = host_of(origin)?.0;
    let (host, path) = host_of(url)?;
    (host == own).then_some(path)
}

/// Whether an address begins as `base_url` in site.yaml does.
pub(super) fn is_as_in_config(origin: &str, url: &str) -> bool {
    let rest = url.strip_prefix(origin);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

/// The host of a web address with a port that is not the usual one, in one spelling, and what
/// stands behind it.
fn host_of(url: &str) -> Option<(String, &str)> {
    let (scheme, rest) = url.split_once("://").filter(|(scheme, _)| host::is_web(scheme))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let usual = if scheme.eq_ignore_ascii_case("https") { "443" } else { "80" };
    let host = match host.split_once(':') {
        Some((host, port)) if port.is_empty() || port == usual => host,
        _ => host,
    };
    let host = host::in_ascii(&format!("https://{host}")).to_ascii_lowercase();
    Some((host.trim_end_matches('.').to_owned(), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_address_is_known_in_every_spelling_and_no_other_is() {
        let origin = "https://www.xn--bcher-kva.example";
        for own in [
            "https://www.xn--bcher-kva.example/a/?b#c",
            "HTTPS://WWW.BÜCHER.Example/a/?b#c",
            "https://www.bücher.example:443/a/?b#c",
            "http://www.bücher.example:80/a/?b#c",
            "http://www.bücher.example./a/?b#c",
        ] {
            assert_eq!(path(origin, own), Some("/a/?b#c"), "{own}");
        }
        for other in [
            "https://bücher.example/a/",
            "https://www.bücher.example:8443/a/",
            "http://www.bücher.example:443/a/",
            "https://www.bücher.example.org/a/",
            "ftp://www.bücher.example/a/",
            "/a/",
        ] {
            assert_eq!(path(origin, other), None, "{other}");
        }
        assert_eq!(path("https://a.example:8443", "https://A.example:8443?b"), Some("?b"));
        assert!(is_as_in_config(origin, "https://www.xn--bcher-kva.example#c"));
        assert!(!is_as_in_config(origin, "https://www.xn--bcher-kva.example:443/"));
    }
}
