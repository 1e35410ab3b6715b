//! Addresses under which people and pages can be reached.

use std::collections::HashSet;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;

use super::Value;
use crate::host;
use crate::problem::{Hazard, Problem, ValueProblem, code_point, is_reserved};

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(pub String);

impl Value for Email {
    fn read(text: &str) -> Result<Self, Problem> {
        if !is_address(text) {
            let (value, suggestion) = (text.to_owned(), repaired_address(text));
            let beside_name = address_beside_name(text);
            return Err(ValueProblem::NotAnEmail { value, suggestion, beside_name }.into());
        }
        let ending = text.rsplit('.').next().unwrap_or(text);
        if is_ending(ending) {
            Ok(Email(text.to_owned()))
        } else {
            let (value, ending) = (text.to_owned(), ending.to_owned());
            Err(ValueProblem::UnknownEnding { value, ending }.into())
        }
    }
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c))
        && is_host_name(domain)
}

/// The address in `mailto:a@b.de`, `a (at) b.de`, `a @ b.de` or `<a@b.de>`. A space elsewhere
/// stays: »kim beispiel@b.de« can be two addresses.
fn repaired_address(text: &str) -> Option<String> {
    let mut address = text.trim_matches(['<', '>']).trim_start_matches("mailto:").to_owned();
    for at in ["(at)", "[at]", "{at}", "(ät)"] {
        address = address.replace(at, "@");
    }
    let (name, domain) = address.split_once('@')?;
    let address = format!("{}@{}", name.trim(), domain.trim());
    (is_address(&address) && address != text).then_some(address)
}

/// The address in `Kim Beispiel <kim@example.org>` (RFC 5322, 3.4).
fn address_beside_name(text: &str) -> Option<String> {
    let (_, behind) = text.split_once('<')?;
    let (inside, _) = behind.split_once('>')?;
    let address = inside.trim_start_matches("mailto:");
    is_address(address).then(|| address.to_owned())
}

/// The last labels of all rules of the Public Suffix List, a line each, those in other letters as
/// `xn--` too: from `data/rules.txt` of the crate `psl`, which a test asks for each of them.
static ENDINGS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("endings.txt").lines().collect());

/// Whether names on the network end so: a top-level domain.
fn is_ending(ending: &str) -> bool {
    let ending = ending.to_lowercase();
    !is_reserved(&ending) && ENDINGS.contains(ending.as_str())
}

/// A host name with at least two labels, the last of letters.
fn is_host_name(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let last_ok = host.rsplit_once('.').is_some_and(|(_, last)| {
        last.len() >= 2 && (last.starts_with("xn--") || last.chars().all(char::is_alphabetic))
    });
    host.len() <= 253 && host.split('.').all(label) && last_ok
}

/// Whether a text can be the name of a host on the web: `www.example.org`.
pub fn is_public_host(text: &str) -> bool {
    is_host_name(text) && is_ending(text.rsplit('.').next().unwrap_or(text))
}

/// Where weaknesses are reported, as the URI that RFC 9116 2.5.3 wants: `https:` or `mailto:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityContact(pub String);

impl Value for SecurityContact {
    /// Reads an address of the web, or one of mail with or without `mailto:`.
    fn read(text: &str) -> Result<Self, Problem> {
        if text.starts_with("https://") {
            return Url::read(text).map(|Url(url)| SecurityContact(url));
        }
        let Email(address) = Email::read(text.strip_prefix("mailto:").unwrap_or(text))?;
        Ok(SecurityContact(host::mailto(&address)))
    }

    fn web_address(&self) -> Option<&str> {
        Some(&*self.0).filter(|uri| uri.starts_with("https://"))
    }
}

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// As it is shown: `+49 351 2138371`.
    pub shown: String,
    /// In international form for `tel:` links: `+493512138371` (E.164, at most 15 digits).
    pub dial: String,
}

impl Value for Phone {
    /// Reads `+49 351 2138371`, and what people write in Germany: `0351/2138 371`,
    /// `(0351) 21 38-371`, `+49 (0)351 …`, `0049 351 …`.
    fn read(text: &str) -> Result<Self, Problem> {
        international(text).ok_or_else(|| {
            // Spreadsheets take the plus away.
            let with_plus = format!("+{text}");
            let is_whole = text.starts_with(HOME) && international(&with_plus).is_some();
            let suggestion = is_whole.then_some(with_plus);
            ValueProblem::NotAPhone { value: text.to_owned(), suggestion }.into()
        })
    }
}

/// The country code of numbers that are written without one (ITU-T E.164).
const HOME: &str = "49";

/// Digits behind the country code of Germany: area code and number.
const HOME_DIGITS: std::ops::RangeInclusive<usize> = 7..=13;

fn international(text: &str) -> Option<Phone> {
    let separator = |c: char| c.is_whitespace() || "/-–().".contains(c);
    let (abroad, rest) = match (text.strip_prefix('+'), text.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => (true, rest.replacen("(0)", " ", 1)),
        (None, None) => (false, text.to_owned()),
    };
    if !rest.chars().all(|c| c.is_ascii_digit() || separator(c)) {
        return None;
    }
    let groups: Vec<&str> = rest.split(separator).filter(|group| !group.is_empty()).collect();
    let digits = groups.concat();
    let at_home = match abroad {
        true => digits.strip_prefix(HOME),
        false => digits.strip_prefix('0'),
    };
    // What is written for callers from abroad already stays as it is.
    let as_typed = |c: char| c.is_ascii_digit() || c == ' ' || c == '-';
    let is_international = text.strip_prefix("+49 ").is_some_and(|rest| rest.chars().all(as_typed));
    match at_home {
        Some(national) => {
            let phone = at_home_number(national, &groups, abroad)?;
            Some(if is_international { Phone { shown: text.to_owned(), ..phone } } else { phone })
        }
        None if abroad && (7..=15).contains(&digits.len()) && !digits.starts_with('0') => {
            let shown = format!("+{}", text.trim_start_matches('+').trim_start_matches("00"));
            Some(Phone { shown, dial: format!("+{digits}") })
        }
        None => None,
    }
}

/// A German number: country code, area code and the rest, as DIN 5008 groups them.
fn at_home_number(national: &str, groups: &[&str], abroad: bool) -> Option<Phone> {
    let right = HOME_DIGITS.contains(&national.len()) && !national.starts_with('0');
    // The group with the area code stands behind the country code, if there is one.
    let area = match (groups, abroad) {
        ([HOME, area, _, ..], true) => area,
        ([area, _, ..], false) => area.strip_prefix('0')?,
        _ => "",
    };
    let number = national.strip_prefix(area).filter(|number| !number.is_empty());
    let shown = match number {
        Some(number) if !area.is_empty() => format!("+{HOME} {area} {number}"),
        _ => format!("+{HOME} {national}"),
    };
    right.then(|| Phone { shown, dial: format!("+{HOME}{national}") })
}

/// An address on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url(pub String);

impl Value for Url {
    fn read(text: &str) -> Result<Self, Problem> {
        harmless(text)?;
        if is_web_address(text) {
            return Ok(Url(text.to_owned()));
        }
        let complete = format!("https://{text}");
        let suggestion = (text.contains('.') && is_web_address(&complete)).then_some(complete);
        Err(ValueProblem::NotAUrl { value: text.to_owned(), suggestion }.into())
    }

    fn web_address(&self) -> Option<&str> {
        Some(&self.0)
    }
}

/// Refuses an address that looks like another one.
///
/// # Errors
/// When it has user information, or a character that nobody sees.
pub fn harmless(address: &str) -> Result<(), Problem> {
    if let Some(character) = host::hidden_character(address) {
        let character = code_point(character);
        return Err(Hazard::HiddenInAddress { character }.into());
    }
    match host::behind_user(address) {
        Some(host) => Err(Hazard::UserInAddress { host: host.to_owned() }.into()),
        None => Ok(()),
    }
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let authority = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let (host, port) = match authority.and_then(|authority| authority.split_once(':')) {
        Some((host, port)) => (Some(host), port),
        None => (authority, ""),
    };
    if !port.is_empty() && port.parse::<u16>().is_err() {
        return false;
    }
    let plain =
        !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    plain && host.is_some_and(is_host_name)
}

/// Whether an address of the web names a server: by a name with a point in it, or by a number. More
/// is possible than editors may write in YAML: other letters, `_`, user information.
pub fn names_server(address: &str) -> bool {
    let rest = address.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//"));
    let authority = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or("");
    let authority = authority.rsplit_once('@').map_or(authority, |(_, behind)| behind);
    let (is_known, behind) = match authority.strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some((number, behind)) => (number.parse::<Ipv6Addr>().is_ok(), behind),
        None => {
            let end = authority.find(':').unwrap_or(authority.len());
            let (host, behind) = authority.split_at(end);
            (host.parse::<Ipv4Addr>().is_ok() || can_be_host(host), behind)
        }
    };
    let port = behind.strip_prefix(':').unwrap_or(behind);
    is_known && (port.is_empty() || port.parse::<u16>().is_ok())
}

fn can_be_host(host: &str) -> bool {
    let host = percent_decode_str(host.strip_suffix('.').unwrap_or(host)).decode_utf8_lossy();
    // What the letters of other scripts mean is not looked at here.
    let letters = |c: char| if c.is_ascii() && c != '_' { c } else { 'x' };
    is_host_name(&host.chars().map(letters).collect::<String>())
}

/// The address in `https:/example.org`, `https:example.org` or `https://https://example.org`.
pub fn with_server(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let rest = rest.trim_start_matches('/');
    let inner = ["https:", "http:"].iter().find(|inner| rest.starts_with(**inner));
    let whole = match inner {
        Some(_) => rest.to_owned(),
        None => format!("{scheme}://{rest}"),
    };
    (whole != address && names_server(&whole)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_web_names_a_server() {
        for address in [
            "https://example.org",
            "HTTP://Example.ORG/",
            "https://example.org:8443/a",
            "https://example.org:/a",
            "https://example.org.?q=a|b{c}",
            "https://bücher.example.org/ä",
            "https://b%C3%BCcher.example.org/",
            "https://उदाहरण.भारत/",
            "https://xn--bcher-kva.xn--p1ai",
            "https://my_host.example.org",
            "https://192.0.2.1/",
            "https://[2001:db8::1]:8443/",
            "https://user@example.org/",
        ] {
            assert!(names_server(address), "{address}");
        }
        for (address, meant) in [
            ("https:/example.org", Some("https://example.org")),
            ("https:example.org", Some("https://example.org")),
            ("https:///example.org/a", Some("https://example.org/a")),
            ("https://https://example.org", Some("https://example.org")),
            ("https://http://example.org", Some("http://example.org")),
            ("https://", None),
            ("https:", None),
            ("https://example", None),
            ("https://example..org", None),
            ("https://example.org:abc/", None),
            ("https://example.org,/", None),
            ("https://?a=example.org", None),
        ] {
            assert!(!names_server(address), "{address}");
            assert_eq!(with_server(address).as_deref(), meant, "{address}");
        }
    }

    #[test]
    fn the_endings_are_those_of_the_public_suffix_list() {
        assert!(ENDINGS.len() > 1500);
        for ending in ENDINGS.iter() {
            let plain = idna::domain_to_unicode(ending).0;
            // Some have names two steps below them alone: `co.za`.
            let is_known = ["x.", "x.co.", "x.gov."].iter().any(|below| {
                let name = format!("{below}{plain}");
                psl::suffix(name.as_bytes()).is_some_and(|suffix| suffix.is_known())
            });
            assert!(is_known, "{ending}");
        }
        for ending in ["de", "wien", "рф", "xn--p1ai", "ck", "za"] {
            assert!(is_ending(ending), "{ending}");
        }
        for ending in ["dee", "example", "lokal", "con"] {
            assert!(!is_ending(ending), "{ending}");
        }
    }
}
