//! What stands on many pages as it is, the menu, the footer and the items of lists, is rendered and
//! typeset once.

use tera::Value;

use crate::language::Language;
use crate::theme::Theme;
use crate::typography;

/// A component with its arguments, typeset for any page of a language; `None` where the theme cannot
/// render it so: then the page does, and says why it cannot.
pub fn rendered(
    theme: &Theme,
    language: &Language,
    component: &str,
    arguments: &[(&'static str, &Value)],
) -> Option<Value> {
    let mut values = tera::Context::new();
    for (name, value) in arguments {
        values.insert_value(*name, (*value).clone());
    }
    let html = theme.component(component, &values)?;
    Some(Value::safe_string(&typography::block(&html, language.tag())))
}

/// A value that templates see with one more field, if there is something in it.
pub fn with_field(value: Value, name: &'static str, field: Option<Value>) -> Value {
    match (field, value.into_map()) {
        (Some(field), Some(mut map)) => {
            map.insert(name.into(), field);
            Value::from(map)
        }
        (_, map) => map.map_or_else(Value::none, Value::from),
    }
}
