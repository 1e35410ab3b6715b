//! Addresses under which people and pages can be reached.

use super::Value;
use crate::problem::Problem;

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(pub String);

impl Value for Email {
    fn read(text: &str) -> Result<Self, Problem> {
        let bad = || Problem::NotAnEmail { value: text.to_owned() };
        let (local, domain) = text.split_once('@').ok_or_else(bad)?;
        let local_ok = !local.is_empty()
            && !local.starts_with('.')
            && !local.ends_with('.')
            && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
        if local_ok && is_host_name(domain) { Ok(Email(text.to_owned())) } else { Err(bad()) }
    }
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

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// As it is shown.
    pub shown: String,
    /// In international form for `tel:` links: `+493512138371` (E.164, at most 15 digits).
    pub dial: String,
}

impl Value for Phone {
    fn read(text: &str) -> Result<Self, Problem> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let written_well = text.starts_with('+')
            && text.chars().skip(1).all(|c| c.is_ascii_digit() || " -/()".contains(c))
            && (7..=15).contains(&digits.len())
            && !digits.starts_with('0');
        if !written_well {
            return Err(Problem::NotAPhone { value: text.to_owned() });
        }
        Ok(Phone { shown: text.to_owned(), dial: format!("+{digits}") })
    }
}

/// An address on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url(pub String);

impl Value for Url {
    fn read(text: &str) -> Result<Self, Problem> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next());
        let plain =
            !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
        if plain && host.is_some_and(is_host_name) {
            Ok(Url(text.to_owned()))
        } else {
            Err(Problem::NotAUrl { value: text.to_owned() })
        }
    }
}
