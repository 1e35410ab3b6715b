//! Questions about the content: what there is, why something is shown or hidden, when that
//! changes, what was promised and not kept. Answers are data first; people read them as text
//! in their language, programs as JSON. Nothing here touches the disk or the clock.

mod broken_promise;
mod due;
mod item;
mod list;
mod next;
mod table;
pub mod times;
mod why;

pub use due::{Due, Last, is_due, since};
pub use list::{Filter, ListKind, Listing, list};
pub use next::{Next, json as next_json, next, sentence as next_sentence};
pub use why::{Answer, Answers, NotFound, why};

/// A value as a JSON document ended by a line end.
pub fn json(value: &impl serde::Serialize) -> String {
    // Strings, numbers and lists of them always have a JSON form.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
