//! Values that a ` #` cuts: behind a space it begins a comment (YAML 1.2.2, 6.6), and »Halle #4«
//! without quotation marks is »Halle«. A comment that somebody meant has a space behind its sign,
//! or follows a value that is whole: a day, a choice, an id.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::fault::Offsets;
use super::key::Form;
use crate::problem::{Problem, ProseWarning};

/// Where in a text somebody is who reads its events: what the values there can hold.
struct Walk(Vec<Level>);

enum Level {
    /// Among keys: what can be here, and what the key holds whose value comes next.
    Keys(Form, Option<Form>),
    /// In a list of these.
    List(Form),
}

impl Walk {
    fn new(form: Form) -> Self {
        Walk(vec![Level::List(form)])
    }

    /// What the value that comes next can hold; nothing where a key comes.
    fn expects(&self) -> Option<Form> {
        match self.0.last()? {
            Level::Keys(_, value) => *value,
            Level::List(form) => Some(*form),
        }
    }

    /// A value, or the end of one.
    fn value(&mut self) {
        if let Some(Level::Keys(_, value)) = self.0.last_mut() {
            *value = None;
        }
    }

    fn step(&mut self, event: &Event<'_>) {
        match event {
            Event::Scalar(key, ..) => match self.0.last_mut() {
                Some(Level::Keys(form, value @ None)) => *value = Some(under_key(*form, key)),
                _ => self.value(),
            },
            Event::Alias(_) => self.value(),
            Event::MappingStart(..) => {
                self.0.push(Level::Keys(self.expects().unwrap_or(Form::Groups), None));
            }
            Event::SequenceStart(..) => {
                let inner = match self.expects() {
                    Some(Form::List(form) | Form::OneOrMany(form)) => *form,
                    _ => Form::Groups,
                };
                self.0.push(Level::List(inner));
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.0.pop();
                self.value();
            }
            _ => {}
        }
    }
}

/// What a key can hold; of one that nobody knows, anything.
fn under_key(form: Form, name: &str) -> Form {
    match form {
        Form::Keys(keys) | Form::IdOrKeys(keys) | Form::YesOrKeys(keys) | Form::MenuEntry(keys) => {
            keys.iter().find(|key| key.name == name).map_or(Form::Groups, |key| key.form)
        }
        Form::ById(keys) => Form::Keys(keys),
        _ => Form::Groups,
    }
}

/// Whether words can follow each other in a value as somebody likes.
fn is_text(form: Form) -> bool {
    match form {
        Form::OneOrMany(form) | Form::List(form) => is_text(*form),
        Form::Texts | Form::Text | Form::TextsById | Form::OwnFields | Form::Groups => true,
        _ => false,
    }
}

/// What is cut from the values of a text, with its bytes.
pub(super) fn cut(text: &str, form: Form) -> Vec<(Range<usize>, Problem)> {
    let begins = |at: usize| {
        let behind = text.get(at + 1..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        before.is_some_and(|c| matches!(c, ' ' | '\t'))
            && behind.is_some_and(|c| c.is_alphanumeric())
    };
    if !text.match_indices('#').any(|(at, _)| begins(at)) {
        return Vec::new();
    }
    let offsets = Offsets::of(text);
    let mut found = Vec::new();
    let mut parser = Parser::new_from_str(text);
    // A text that is no YAML is told so elsewhere; what was read of it counts here.
    let mut before = 0;
    let mut walk = Walk::new(form);
    while let Some(Ok((event, span))) = parser.next_event() {
        let is_text = walk.expects().is_none_or(is_text);
        walk.step(&event);
        let (begin, value) = match event {
            Event::StreamEnd => break,
            // Nothing is left of the value: the comment begins behind the colon of its key.
            Event::Scalar(value, ScalarStyle::Plain, ..) if value.is_empty() => {
                let behind = text.get(before..).unwrap_or("").trim_start();
                if !behind.starts_with(':') {
                    continue;
                }
                let value = text.len() - behind.len() + 1;
                (value, value)
            }
            Event::Scalar(_, style, ..) => {
                before = offsets.byte(span.end.index());
                if style != ScalarStyle::Plain {
                    continue;
                }
                let end = text.get(..before).unwrap_or("").trim_end().len();
                (offsets.byte(span.start.index()), end)
            }
            _ => continue,
        };
        let behind = text.get(value..).unwrap_or("");
        let gap = behind.len() - behind.trim_start().len();
        let at = value + gap;
        let goes_on = !behind.get(..gap).unwrap_or("").contains('\n');
        // In a further line of the value only a number is no key that somebody took out.
        let is_number = text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
        if text.as_bytes().get(at) == Some(&b'#') && begins(at) && (goes_on || is_number) {
            let lost = text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or("");
            let range = at..at + lost.len();
            let whole = text.get(begin..range.end).map(str::trim);
            let is_sayable = |whole: &&str| !whole.contains(['"', '\\', '\n', ']', '}']);
            let whole = whole.filter(is_sayable).map(str::to_owned);
            // Behind a whole value it is a comment.
            if is_text || value == begin {
                let lost = lost.trim_end().to_owned();
                found.push((range, ProseWarning::HashCutsValue { lost, whole, is_text }.into()));
            }
        }
    }
    found
}
