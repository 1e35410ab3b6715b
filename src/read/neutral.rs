//! What a translation repeats of its original beside texts: it must say the same, else one of the
//! two would be believed and nobody would know which.

use serde_yaml::{Mapping, Value};

use crate::diagnostic::Diagnostic;
use crate::model::translation::Translation;
use crate::model::{page, release};
use crate::place::{Spot, Step};
use crate::problem::ReferenceProblem;
use crate::source::Sources;
use crate::yaml::front_matter;

/// The keys that a translation has for itself.
fn own_keys() -> impl Iterator<Item = &'static str> {
    let keys = release::KEYS.iter().chain(page::KEYS);
    keys.filter(|key| key.is_own).map(|key| key.name)
}

/// The keys that a translation has otherwise than its original.
pub fn differences(translation: &Translation, sources: &Sources) -> Vec<Diagnostic> {
    let text = sources.text(&translation.file).unwrap_or_default();
    if text.get(front_matter::range(text)).is_some_and(has_only_own_keys) {
        return Vec::new();
    }
    let keys = |file: &str| sources.text(file).and_then(front_matter_of).unwrap_or_default();
    let (translated, original) = (keys(&translation.file), keys(&translation.original));
    let mut found = Vec::new();
    for (key, value) in &translated {
        let Some(key) = key.as_str().filter(|key| !own_keys().any(|own| own == *key)) else {
            continue;
        };
        let same = original.get(key);
        if value.is_null() {
            continue;
        }
        if same.is_some_and(|same| is_same(same, value)) || (same.is_none() && is_usual(value)) {
            continue;
        }
        let part = Spot::Value(vec![Step::Key(key.to_owned())]);
        let problem = ReferenceProblem::NeutralKeyDiffers {
            key: key.to_owned(),
            original: same.map(|value| in_short(value).unwrap_or_default()),
        };
        found.push(Diagnostic::new(&translation.file, part, problem));
    }
    found
}

/// Whether a front matter has no other keys, as most have none; seen without reading it as YAML.
fn has_only_own_keys(yaml: &str) -> bool {
    let is_own = |line: &str| {
        line.starts_with([' ', '#'])
            || line.is_empty()
            || own_keys()
                .any(|key| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')))
    };
    // In a mapping that is indented as a whole, what begins with a space is no continuation.
    let first = yaml.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    !first.is_some_and(|line| line.starts_with(' ')) && yaml.lines().all(is_own)
}

/// The front matter of a file that was read without a mistake.
fn front_matter_of(text: &str) -> Option<Mapping> {
    let yaml = text.get(front_matter::range(text))?;
    serde_yaml::from_str(yaml).ok()
}

/// Whether two values say the same: an order makes no difference, nor do quotes.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Sequence(a), Value::Sequence(b)) => {
            let all_in =
                |a: &[Value], b: &[Value]| a.iter().all(|x| b.iter().any(|y| is_same(x, y)));
            a.len() == b.len() && all_in(a, b) && all_in(b, a)
        }
        (Value::Sequence(list), one) | (one, Value::Sequence(list)) => {
            matches!(&list[..], [only] if is_same(only, one))
        }
        _ => a == b || in_short(a).is_some_and(|a| Some(a) == in_short(b)),
    }
}

/// Whether a value says what is so anyway.
fn is_usual(value: &Value) -> bool {
    match value {
        Value::Bool(truth) => !truth,
        Value::Sequence(values) => values.is_empty(),
        _ => false,
    }
}

/// A value on one line, as it is typed; `None` when it is longer.
fn in_short(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Sequence(values) => {
            let items: Option<Vec<String>> = values.iter().map(in_short).collect();
            Some(items?.join(", "))
        }
        _ => None,
    }
}
