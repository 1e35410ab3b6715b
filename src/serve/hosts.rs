//! Whose requests are answered. A page of a foreign site can make a browser ask this server (DNS
//! rebinding: its own name then points here), and would see drafts and embargoed items. So a
//! request must name a host that is ours.

use std::net::{IpAddr, SocketAddr};

use hyper::body::Incoming;
use hyper::{Request, header};

/// The hosts under which the preview may be asked for.
#[derive(Debug)]
pub(super) struct Hosts {
    /// As `--host` gives it.
    pub given: String,
    /// Where the connection came in: with `--host 0.0.0.0` that may be any address of ours. An
    /// address cannot be rebound, only a name can.
    pub own: Option<SocketAddr>,
}

impl Hosts {
    /// Whether a request may name this host, with or without a port.
    pub fn allow(&self, authority: &str) -> bool {
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if port.parse::<u16>().is_ok() => host,
            Some((_, port)) if !port.ends_with(']') => return false,
            _ => authority,
        };
        match address(host) {
            Some(ip) => ip.is_loopback() || self.own.is_some_and(|own| ip == own.ip()),
            None => {
                host.eq_ignore_ascii_case("localhost")
                    || host.eq_ignore_ascii_case(&self.given) && !host.contains(['[', ']', ':'])
            }
        }
    }
}

/// The address that a host is, in the one form that HTTP has for it: version 6 in brackets
/// (RFC 3986 3.2.2).
fn address(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(inner) => inner.parse().ok().map(IpAddr::V6),
        None => host.parse().ok().map(IpAddr::V4),
    }
}

/// The one host that a request names; `None` when it names none or several.
pub(super) fn named_host(request: &Request<Incoming>) -> Option<String> {
    if let Some(authority) = request.uri().authority() {
        return Some(authority.as_str().to_owned());
    }
    let mut named = request.headers().get_all(header::HOST).iter();
    match (named.next(), named.next()) {
        (Some(host), None) => host.to_str().ok().map(str::to_owned),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_named_in_exactly_one_way() {
        let hosts = Hosts { given: "vorschau.test".to_owned(), own: "192.0.2.7:80".parse().ok() };
        for ours in [
            "localhost",
            "LOCALHOST:4000",
            "127.0.0.1",
            "127.0.0.1:80",
            "[::1]",
            "[::1]:4000",
            "vorschau.test:1",
            "192.0.2.7",
        ] {
            assert!(hosts.allow(ours), "{ours}");
        }
        for foreign in [
            "[[localhost]]",
            "localhost]",
            "[localhost]",
            "localhost:",
            "localhost:x",
            "localhost:99999",
            "localhost.",
            "::1",
            "[127.0.0.1]",
            "[::1",
            "::1]",
            "a@localhost",
            "localhost:80:80",
            "192.0.2.8",
            "evil.example",
            "",
            ":80",
            "localhost/",
            "[::1]x",
        ] {
            assert!(!hosts.allow(foreign), "{foreign}");
        }
    }
}
