//! Reads a [`tree`](super::tree) in a [`Form`] and tells every mistake at once. A key that is
//! unknown or stands twice is passed over, a value of the wrong form is left out.

use std::collections::HashSet;

use super::fault::Fault;
use super::key::{Form, Key};
use super::tree::{Kind, Node};
use super::typed::{Map, Typed, below};
use crate::place::{KeyPath, Step};
use crate::problem::{Problem, Shape, YamlProblem};
use crate::suggest::suggest_key;

/// Mistakes after which a file is given up: by then an editor has enough to do.
const MAX_FAULTS: usize = 100;

/// Reads a tree without its faulty parts, and tells what was faulty. Nothing when it has no keys
/// at its top, or too many faults.
pub(super) fn read(root: &Node, form: &Form) -> (Option<Map>, Vec<Fault>) {
    let mut walk = Walk { reported: HashSet::new(), faults: Vec::new() };
    let map = match walk.value(root, form, &Vec::new()) {
        Ok(Typed::Map(map)) => Ok(map),
        Ok(_) => Err(YamlProblem::WrongShape { expected: Shape::Map, found: root.shape() }.into()),
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
            Kind::Scalar { text, .. },
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
            Form::Keys(keys) | Form::IdOrKeys(keys) => keys,
            _ => &[][..],
        };
        match (form, &node.kind) {
            (Form::Keys(_) | Form::IdOrKeys(_), Kind::Map(entries)) => {
                let known = |name: &str| keys.iter().find(|key| key.name == name);
                let mut form_of = |name: &str| match known(name) {
                    Some(key) => Ok(key.form),
                    None => Err(unknown_key(name, keys)),
                };
                Ok(Typed::Map(self.map(entries, path, keys, &mut form_of)))
            }
            (Form::ById(keys), Kind::Map(entries)) => {
                let mut form_of = |_: &str| Ok(Form::Keys(keys));
                Ok(Typed::Map(self.map(entries, path, &[], &mut form_of)))
            }
            (Form::Texts, Kind::Map(entries)) => {
                Ok(Typed::Map(self.map(entries, path, &[], &mut |_| Ok(Form::Text))))
            }
            (Form::Groups, Kind::Map(entries)) => {
                Ok(Typed::Map(self.map(entries, path, &[], &mut |_| Ok(Form::Groups))))
            }
            (Form::List(item) | Form::OneOrMany(item), Kind::List(items)) => {
                let mut kept = Vec::new();
                for node in items {
                    kept.extend(self.child(node, item, &below(path, Step::Item(kept.len()))));
                }
                Ok(Typed::List(kept))
            }
            (Form::Keys(_) | Form::ById(_) | Form::List(_), _)
            | (_, Kind::Map(_) | Kind::List(_) | Kind::Scalar { null: true, .. }) => {
                Err(YamlProblem::WrongShape { expected: shape(form), found: node.shape() }.into())
            }
            (Form::OneOrMany(_), Kind::Scalar { text, .. }) => {
                Ok(Typed::List(vec![Typed::Text(text.clone())]))
            }
            (_, Kind::Scalar { text, .. }) => Ok(Typed::Text(text.clone())),
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
        let mut read = Vec::new();
        for (key, value) in entries {
            let Kind::Scalar { text: name, .. } = &key.kind else {
                let problem = YamlProblem::WrongShape { expected: Shape::Text, found: key.shape() };
                self.report(key, problem.into());
                continue;
            };
            if seen.contains(name.as_str()) {
                self.report(key, YamlProblem::DuplicateKey { key: name.clone() }.into());
                continue;
            }
            let form = match form_of(name) {
                Ok(form) => form,
                Err(problem) => {
                    self.report(key, problem);
                    continue;
                }
            };
            let at = below(path, Step::Key(name.clone()));
            let typed = match (&value.kind, form) {
                (Kind::Scalar { null: true, .. }, _) if !keys.is_empty() => {
                    seen.insert(name);
                    continue;
                }
                (Kind::Scalar { null: true, .. }, Form::Keys(keys)) => {
                    Some(Typed::Map(Map::new(&at, keys, Vec::new())))
                }
                (Kind::Scalar { null: true, .. }, Form::Text) => Some(Typed::Text(String::new())),
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
        Form::Keys(_) | Form::ById(_) => Shape::Map,
        Form::IdOrKeys(_) | Form::Groups => Shape::TextOrMap,
        Form::List(_) => Shape::List,
        Form::OneOrMany(_) => Shape::TextOrList,
        _ => Shape::Text,
    }
}

fn unknown_key(key: &str, known: &[Key]) -> Problem {
    let rows: Vec<_> = known.iter().map(|key| (key.name, key.german)).collect();
    let names: Vec<&str> = known.iter().map(|key| key.name).collect();
    let suggestion = suggest_key(key, &rows).map(str::to_owned);
    YamlProblem::UnknownKey { key: key.to_owned(), suggestion, known: names.join(", ") }.into()
}
