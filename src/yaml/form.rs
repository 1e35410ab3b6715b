//! Reads a [`tree`](super::tree) in a [`Form`] and tells every mistake at once. A key that is
//! unknown or stands twice is passed over, a value of the wrong form is left out.

use std::collections::HashSet;

use super::fault::Fault;
use super::key::{Form, Key};
use super::tree::{Node, NodeKind};
use super::typed::{Map, Typed, below};
use crate::place::{KeyPath, Step};
use crate::problem::{Problem, Shape, ValueProblem, YamlProblem};
use crate::suggest::suggest_key;
use crate::values::number::{not_a_number, not_a_whole_number, not_degrees, other_currency};
use crate::values::{Url, Value, moment};

/// Mistakes after which a file is given up: by then an editor has enough to do.
const MAX_FAULTS: usize = 100;

/// Reads a tree without its faulty parts, and tells what was faulty. Nothing when it has no keys
/// at its top, or too many faults.
pub(super) fn read(root: &Node, form: &Form) -> (Option<Map>, Vec<Fault>) {
    let mut walk = Walk { reported: HashSet::new(), faults: Vec::new() };
    let map = match walk.value(root, form, &Vec::new()) {
        Ok(Typed::Map(map)) => Ok(map),
        Ok(_) => Err(wrong_shape(form, root)),
        Err(problem) => Err(problem),
    };
    let map = match map {
        Ok(map) => Some(map),
        Err(problem) => {
            let start = root.range.start;
            let fault = forgotten_space(root, &problem);
            walk.faults.push(fault.unwrap_or(Fault { range: start..start, problem }));
            None
        }
    };
    let is_given_up = walk.faults.len() >= MAX_FAULTS;
    walk.faults.truncate(MAX_FAULTS);
    (map.filter(|_| !is_given_up), walk.faults)
}

/// A text where a list or keys should be may only lack a space.
fn forgotten_space(node: &Node, problem: &Problem) -> Option<Fault> {
    match (problem, &node.kind) {
        (
            Problem::Yaml(YamlProblem::WrongShape { expected: Shape::List | Shape::Map, .. }),
            NodeKind::Scalar { text, .. },
        ) => super::syntax::forgotten_space(text, node.range.start),
        _ => None,
    }
}

struct Walk {
    /// Nodes with a fault: what an alias repeats is told once.
    reported: HashSet<usize>,
    faults: Vec<Fault>,
}

impl Walk {
    fn report(&mut self, node: &Node, problem: Problem) {
        if self.reported.insert(node.id) {
            let fault = forgotten_space(node, &problem);
            self.faults.push(fault.unwrap_or(Fault { range: node.range.clone(), problem }));
        }
    }

    /// A value that stands in another; one of the wrong form is reported.
    fn child(&mut self, node: &Node, form: &Form, path: &KeyPath) -> Option<Typed> {
        self.value(node, form, path).map_err(|problem| self.report(node, problem)).ok()
    }

    fn value(&mut self, node: &Node, form: &Form, path: &KeyPath) -> Result<Typed, Problem> {
        let keys = match form {
            Form::Keys(keys)
            | Form::IdOrKeys(keys)
            | Form::YesOrKeys(keys)
            | Form::MenuEntry(keys) => keys,
            _ => &[][..],
        };
        match (form, &node.kind) {
            (
                Form::Keys(_) | Form::IdOrKeys(_) | Form::YesOrKeys(_) | Form::MenuEntry(_),
                NodeKind::Map(entries),
            ) => {
                let known = |name: &str| keys.iter().find(|key| key.name == name);
                let mut form_of = |name: &str| match known(name) {
                    Some(key) => Ok(key.form),
                    None => Err(unknown_key(name, keys)),
                };
                Ok(Typed::Map(self.map(entries, path, keys, &mut form_of)))
            }
            (Form::ById(keys), NodeKind::Map(entries)) => {
                let mut form_of = |_: &str| Ok(Form::Keys(keys));
                Ok(Typed::Map(self.map(entries, path, &[], &mut form_of)))
            }
            (Form::TextsById | Form::OwnFields, NodeKind::Map(entries)) => {
                Ok(Typed::Map(self.map(entries, path, &[], &mut |_| Ok(Form::Texts))))
            }
            (Form::Texts, NodeKind::Map(entries)) => {
                Ok(Typed::Map(self.map(entries, path, &[], &mut |_| Ok(Form::Text))))
            }
            (Form::Groups, NodeKind::Map(entries)) => {
                Ok(Typed::Map(self.map(entries, path, &[], &mut |_| Ok(Form::Groups))))
            }
            (Form::List(item) | Form::OneOrMany(item), NodeKind::List(items)) => {
                let mut kept = Vec::new();
                for node in items {
                    kept.extend(self.child(node, item, &below(path, Step::Item(kept.len()))));
                }
                Ok(Typed::List(kept))
            }
            (
                Form::Keys(_) | Form::ById(_) | Form::TextsById | Form::OwnFields | Form::List(_),
                _,
            )
            | (_, NodeKind::Map(_) | NodeKind::List(_) | NodeKind::Scalar { null: true, .. }) => {
                Err(wrong_shape(form, node))
            }
            (Form::OneOrMany(_), NodeKind::Scalar { text, .. }) => {
                Ok(Typed::List(vec![Typed::Text(text.clone())]))
            }
            (_, NodeKind::Scalar { text, .. }) => Ok(Typed::Text(text.clone())),
        }
    }

    /// Reads the values of keys, each in its form. Free keys stay without a value.
    fn map(
        &mut self,
        entries: &[(Node, Node)],
        path: &KeyPath,
        keys: &'static [Key],
        form_of: &mut dyn FnMut(&str) -> Result<Form, Problem>,
    ) -> Map {
        let mut seen: HashSet<&str> = HashSet::new();
        let mut names: Option<HashSet<&str>> = None;
        let mut read = Vec::new();
        for (index, (key, value)) in entries.iter().enumerate() {
            let NodeKind::Scalar { text: name, .. } = &key.kind else {
                self.report(key, wrong_shape(&Form::Text, key));
                continue;
            };
            if seen.contains(name.as_str()) {
                self.report(key, YamlProblem::DuplicateKey { key: name.clone() }.into());
                continue;
            }
            let form = match form_of(name) {
                Ok(form) => form,
                Err(problem) => {
                    match cut_by_comma(entries, index, keys) {
                        Some(Cut::Here(fault)) => self.faults.push(fault),
                        Some(Cut::Before) => {}
                        None => {
                            let hour = hour_apart(&problem, entries, value);
                            self.report(
                                key,
                                hour.unwrap_or_else(|| {
                                    let names = names.get_or_insert_with(|| names_of(entries));
                                    beside(problem, names)
                                }),
                            );
                        }
                    }
                    continue;
                }
            };
            let at = below(path, Step::Key(name.clone()));
            let typed = match (&value.kind, form) {
                (NodeKind::Scalar { null: true, .. }, _) if !keys.is_empty() => {
                    seen.insert(name);
                    continue;
                }
                (NodeKind::Scalar { null: true, .. }, Form::Keys(keys)) => {
                    Some(Typed::Map(Map::new(&at, keys, Vec::new())))
                }
                (NodeKind::Scalar { null: true, .. }, Form::Text) => {
                    Some(Typed::Text(String::new()))
                }
                _ => self.child(value, &form, &at),
            };
            if let Some(typed) = typed {
                seen.insert(name);
                read.push((name.clone(), typed));
            }
        }
        Map::new(path, keys, read)
    }
}

/// What a form wants to see.
fn shape(form: &Form) -> Shape {
    match form {
        Form::Texts => Shape::TextOrLanguages,
        Form::Keys(_) | Form::ById(_) | Form::TextsById | Form::OwnFields => Shape::Map,
        Form::IdOrKeys(_) | Form::YesOrKeys(_) | Form::MenuEntry(_) | Form::Groups => {
            Shape::TextOrMap
        }
        Form::List(_) => Shape::List,
        Form::OneOrMany(_) => Shape::TextOrList,
        _ => Shape::Text,
    }
}

/// A value of another form than its key wants.
fn wrong_shape(form: &Form, node: &Node) -> Problem {
    let keys: &[Key] = match form {
        Form::Keys(keys) | Form::List(Form::Keys(keys)) => keys,
        _ => &[],
    };
    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let suggestion = match (&node.kind, form) {
        (NodeKind::Scalar { text, null: false }, Form::List(item)) if is_one_word(text) => {
            let is_scalar = !matches!(item, Form::Keys(_) | Form::IdOrKeys(_) | Form::List(_));
            is_scalar.then(|| format!("[{text}]"))
        }
        (NodeKind::Scalar { text, .. }, Form::Keys(keys)) => {
            let is_link = keys.iter().all(|key| !key.is_required || key.name == "url")
                && keys.iter().any(|key| key.name == "url" && key.is_required);
            let address = match Url::read(text) {
                Ok(Url(address)) => Some(address),
                Err(Problem::Value(ValueProblem::NotAUrl { suggestion, .. })) => suggestion,
                Err(_) => None,
            };
            address.filter(|_| is_link).map(|address| format!("{{url: \"{address}\"}}"))
        }
        _ => None,
    };
    let (expected, found) = (shape(form), node.shape());
    YamlProblem::WrongShape { expected, found, keys: names.join(", "), suggestion }.into()
}

/// Whether a text can stand in a list as it is.
fn is_one_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "/-_.".contains(c))
}

/// The keys of a map that are texts.
fn names_of(entries: &[(Node, Node)]) -> HashSet<&str> {
    entries.iter().filter_map(|(key, _)| text_of(key)).collect()
}

fn text_of(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// An unknown key beside others: the one that is meant can stand there already.
fn beside(problem: Problem, names: &HashSet<&str>) -> Problem {
    let Problem::Yaml(YamlProblem::UnknownKey { key, suggestion, known, .. }) = problem else {
        return problem;
    };
    let stands = suggestion.as_deref().is_some_and(|meant| names.contains(meant));
    YamlProblem::UnknownKey { key, suggestion, known, stands }.into()
}

/// What a comma in braces made of a number: `{value: 1,234,5}` has the keys `234` and `5`.
enum Cut {
    /// The first of the keys.
    Here(Fault),
    /// A further one, which is told with the first.
    Before,
}

fn cut_by_comma(entries: &[(Node, Node)], index: usize, keys: &[Key]) -> Option<Cut> {
    let begins = index.checked_sub(1).and_then(|before| entries.get(before))?;
    let follows = |before: &(Node, Node), key: &Node| {
        let end = if before.1.is_null() { &before.0.range } else { &before.1.range };
        end.end + 1 == key.range.start
    };
    fn rest(entry: &(Node, Node)) -> Option<&str> {
        match (&entry.0.kind, &entry.1.kind) {
            (NodeKind::Scalar { text, .. }, NodeKind::Scalar { null: true, .. }) => {
                text.starts_with(|c: char| c.is_ascii_digit()).then_some(text)
            }
            _ => None,
        }
    }
    let here = entries.get(index)?;
    rest(here).filter(|_| follows(begins, &here.0))?;
    if rest(begins).is_some() {
        return Some(Cut::Before);
    }
    let NodeKind::Scalar { text: number, .. } = &begins.1.kind else { return None };
    if !number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
        return None;
    }
    let (mut typed, mut end, mut last) = (number.clone(), begins.1.range.end, begins);
    for entry in entries.get(index..)? {
        let Some(digits) = rest(entry).filter(|_| follows(last, &entry.0)) else { break };
        typed = format!("{typed},{digits}");
        (end, last) = (entry.0.range.end, entry);
    }
    let name = text_of(&begins.0);
    let problem = match keys.iter().find(|key| Some(key.name) == name).map(|key| key.form) {
        Some(Form::Number(least)) => {
            not_a_whole_number(&typed, &(i64::from(least)..=u32::MAX.into()))
        }
        Some(Form::Degrees(_)) => not_degrees(&typed),
        Some(Form::Money) => {
            let beside = value_of(entries, "currency");
            beside.and_then(|it| other_currency(&typed, it)).unwrap_or_else(|| not_a_number(&typed))
        }
        _ => not_a_number(&typed),
    };
    let problem = match problem {
        Problem::Value(ValueProblem::NotANumber { suggestion, thousands, .. }) => {
            YamlProblem::CommaInNumber { typed, suggestion, thousands }.into()
        }
        other => other,
    };
    Some(Cut::Here(Fault { range: begins.1.range.start..end, problem }))
}

/// The text under a key.
fn value_of<'n>(entries: &'n [(Node, Node)], wanted: &str) -> Option<&'n str> {
    let entry = entries.iter().find(|(key, _)| text_of(key) == Some(wanted));
    entry.and_then(|(_, value)| text_of(value))
}

/// Words for the hour of the beginning, without spaces and signs.
const BEGINS: [&str; 19] = [
    "hour",
    "hours",
    "clock",
    "at",
    "from",
    "begin",
    "begins",
    "starttime",
    "begintime",
    "starthour",
    "startsat",
    "um",
    "ab",
    "von",
    "uhr",
    "uhrzeit",
    "beginnzeit",
    "startzeit",
    "anfangszeit",
];

/// Words for the hour of the end.
const ENDS: [&str; 13] = [
    "until", "till", "to", "ends", "finish", "endtime", "endhour", "endsat", "bis", "endzeit",
    "endetime", "endezeit", "schluss",
];

/// `uhrzeit: 15:00`: the key that is nearest takes no hour.
fn hour_apart(problem: &Problem, entries: &[(Node, Node)], value: &Node) -> Option<Problem> {
    let Problem::Yaml(YamlProblem::UnknownKey { key: typed, suggestion, known, .. }) = problem
    else {
        return None;
    };
    let NodeKind::Scalar { text: hour, null: false } = &value.kind else { return None };
    let has_hours = known.split(", ").any(|key| key == "start");
    let typed: String = typed.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let word = match typed.as_str() {
        word if BEGINS.contains(&word) => Some("start"),
        word if ENDS.contains(&word) => Some("end"),
        _ => None,
    };
    let word = word.filter(|_| has_hours && is_hour(hour));
    let meant = word.or(suggestion.as_deref())?;
    let start = value_of(entries, "start");
    match meant {
        "time" if hour != "open" => Some(hour_belongs_to("start", start, hour)),
        // `bis: 17:00`
        "start" | "end" if is_hour(hour) => Some(hour_belongs_to(meant, start, hour)),
        _ => None,
    }
}

/// What is to be said of an hour that stands apart from its day.
pub fn hour_belongs_to(key: &str, start: Option<&str>, hour: &str) -> Problem {
    let day = start.and_then(|start| start.split('T').next());
    let time = day.and_then(|day| moment(&format!("{day} {hour}")));
    let time = time.filter(|time| time.contains('T'));
    YamlProblem::HourApart { value: hour.to_owned(), key: key.to_owned(), time }.into()
}

/// Whether a text is an hour without a day.
pub fn is_hour(text: &str) -> bool {
    moment(text).is_none()
        && moment(&format!("2000-01-01 {text}")).is_some_and(|it| it.contains('T'))
}

fn unknown_key(key: &str, known: &[Key]) -> Problem {
    let rows: Vec<_> = known.iter().map(|key| (key.name, key.german)).collect();
    let names: Vec<&str> = known.iter().map(|key| key.name).collect();
    let suggestion = suggest_key(key, &rows).map(str::to_owned);
    let (key, known) = (key.to_owned(), names.join(", "));
    YamlProblem::UnknownKey { key, suggestion, known, stands: false }.into()
}
