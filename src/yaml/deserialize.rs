//! Reads a [`tree`](super::tree) into a type and collects every mistake. A key that is
//! unknown or stands twice is reported and passed over; a value of the wrong shape is
//! reported, taken out, and the reading tried again, until what is left can be read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::fault::Fault;
use super::tree::{Kind, Node};
use crate::problem::{Problem, Shape, YamlProblem};
use crate::suggest::suggest;

/// Mistakes after which a file is given up: by then an editor has enough to do.
const MAX_FAULTS: usize = 100;

/// Reads a tree as a `T` without its faulty parts, and tells what was faulty.
pub(super) fn all_faults<T: DeserializeOwned>(root: &Node) -> (Option<T>, Vec<Fault>) {
    let state = RefCell::new(State::default());
    loop {
        match T::deserialize(Reader { node: root, state: &state }) {
            Ok(value) => return (Some(value), state.into_inner().faults),
            Err(Error::Retry) if state.borrow().faults.len() < MAX_FAULTS => {}
            Err(error) => {
                let mut faults = state.into_inner().faults;
                if let Some(problem) = error.into_problem(root) {
                    let start = root.range.start;
                    faults.push(
                        forgotten_space(root, &problem)
                            .unwrap_or(Fault { range: start..start, problem }),
                    );
                }
                return (None, faults);
            }
        }
    }
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

#[derive(Default)]
struct State {
    taken_out: HashSet<usize>,
    reported: HashSet<usize>,
    faults: Vec<Fault>,
}

impl State {
    fn report(&mut self, node: &Node, problem: Problem) {
        if self.reported.insert(node.id) {
            let fault = forgotten_space(node, &problem);
            self.faults.push(fault.unwrap_or(Fault { range: node.range.clone(), problem }));
        }
    }
}

/// What `serde` can complain about, as values and not as text.
#[derive(Debug)]
enum Error {
    UnknownField(String, &'static [&'static str]),
    WrongShape(Shape),
    /// Reported and taken out: try again.
    Retry,
}

impl Error {
    fn into_problem(self, node: &Node) -> Option<Problem> {
        match self {
            Error::UnknownField(key, known) => Some(unknown_key(key, known)),
            Error::WrongShape(expected) => {
                Some(YamlProblem::WrongShape { expected, found: node.shape() }.into())
            }
            Error::Retry => None,
        }
    }
}

fn unknown_key(key: String, known: &'static [&'static str]) -> Problem {
    let suggestion = suggest(&key, known).map(str::to_owned);
    YamlProblem::UnknownKey { key, suggestion, known: known.join(", ") }.into()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Error::WrongShape(Shape::of_expectation(&message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Error::WrongShape(Shape::of_expectation(&expected.to_string()))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Error::WrongShape(Shape::of_expectation(&expected.to_string()))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Error::UnknownField(field.to_owned(), expected)
    }
}

#[derive(Clone, Copy)]
struct Reader<'n> {
    node: &'n Node,
    state: &'n RefCell<State>,
}

impl<'de> de::Deserializer<'de> for Reader<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Scalar { null: true, .. } => visitor.visit_unit(),
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::List(items) => visitor.visit_seq(Items { reader: self, items: items.iter() }),
            Kind::Map(entries) => visitor.visit_map(Entries {
                reader: self,
                entries: entries.iter(),
                value: None,
                seen: HashSet::new(),
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.kind {
            Kind::Scalar { null: true, .. } => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'n> Reader<'n> {
    /// Reads a child; when it fails, reports the child once and takes it out.
    fn child<'de, S: DeserializeSeed<'de>>(
        &self,
        node: &'n Node,
        seed: S,
    ) -> Result<S::Value, Error> {
        seed.deserialize(Reader { node, state: self.state }).map_err(|error| {
            if let Some(problem) = error.into_problem(node) {
                let mut state = self.state.borrow_mut();
                state.taken_out.insert(node.id);
                state.report(node, problem);
            }
            Error::Retry
        })
    }

    fn is_taken_out(&self, node: &Node) -> bool {
        self.state.borrow().taken_out.contains(&node.id)
    }
}

struct Items<'n> {
    reader: Reader<'n>,
    items: std::slice::Iter<'n, Node>,
}

impl<'de> de::SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        match self.items.find(|item| !self.reader.is_taken_out(item)) {
            Some(item) => self.reader.child(item, seed).map(Some),
            None => Ok(None),
        }
    }
}

struct Entries<'n> {
    reader: Reader<'n>,
    entries: std::slice::Iter<'n, (Node, Node)>,
    value: Option<&'n Node>,
    seen: HashSet<&'n str>,
}

impl<'de> de::MapAccess<'de> for Entries<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        for (key, value) in self.entries.by_ref() {
            if self.reader.is_taken_out(value) || self.reader.is_taken_out(key) {
                continue;
            }
            let Kind::Scalar { text, .. } = &key.kind else {
                let problem = YamlProblem::WrongShape { expected: Shape::Text, found: key.shape() };
                self.reader.state.borrow_mut().report(key, problem.into());
                continue;
            };
            if !self.seen.insert(text) {
                let problem = YamlProblem::DuplicateKey { key: text.clone() };
                self.reader.state.borrow_mut().report(key, problem.into());
                continue;
            }
            self.value = Some(value);
            match seed.deserialize(StrDeserializer::<Error>::new(text)) {
                Ok(read) => return Ok(Some(read)),
                Err(error) => {
                    let mut state = self.reader.state.borrow_mut();
                    state.taken_out.insert(key.id);
                    if let Some(problem) = error.into_problem(key) {
                        state.report(key, problem.into());
                    }
                    return Err(Error::Retry);
                }
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.value.take() {
            Some(value) => self.reader.child(value, seed),
            None => Err(Error::WrongShape(Shape::Map)),
        }
    }
}
