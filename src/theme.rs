//! The templates of a theme. A template that cannot be read or rendered is a diagnostic in
//! the template's own file, like any other mistake.

mod direction;
mod family;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use pulldown_cmark_escape::escape_html;
use tera::value::Key;
use tera::{Context, ErrorKind, Filter, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::Diagnostic;
use crate::place::SourcePath;
use crate::problem::ThemeProblem;
use crate::source::{BUILT_IN_TEMPLATES, BUILT_IN_THEME, Sources};
use crate::strings::{Strings, fill_places};

/// Before a template's name: the one of the default theme, also where the theme has its own.
pub const BUILT_IN: &str = "built-in/";

/// The template with the components.
const COMPONENTS: &str = "components.html";

/// The compiled templates of a theme; in a language, with its texts there.
#[derive(Debug, Clone)]
pub struct Theme {
    tera: Tera,
    /// Path of a template's file by the template's name.
    files: HashMap<String, SourcePath>,
    folder: String,
    /// Whether components see nothing but what they are handed; one of a site may see its page.
    stand_alone: bool,
}

impl Theme {
    /// Compiles the templates below `themes/NAME/templates/`, and those of the default theme
    /// that have no file there, or that one there extends or includes.
    pub fn compile(sources: &Sources, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Theme {
        let folder = format!("themes/{name}/templates/");
        let mut tera = Tera::default();
        // Templates are compiled once; each language puts its own texts in place of this.
        tera.register_function("t", |_: Kwargs, _: &State| -> TeraResult<Value> {
            Err(tera::Error::message("a theme without a language"))
        });
        tera.register_filter("text", Marked);
        // Fails only on templates that are there already.
        let _ = tera.set_fallback_prefixes([BUILT_IN]);
        let templates = templates(sources, name);
        let files = templates.iter().map(|(name, (path, _))| (name.clone(), (*path).clone()));
        let files = files.collect();
        let mut theme = Theme { tera, files, folder, stand_alone: false };
        if !sources.has_theme(name) {
            let file: SourcePath = crate::model::config::FILE.into();
            diagnostics.push(Diagnostic::new(
                &file,
                crate::place::Spot::Value(vec![crate::place::Step::Key("theme".into())]),
                ThemeProblem::ThemeMissing { theme: name.to_owned() },
            ));
        } else if let Err(error) =
            theme.tera.add_raw_templates(templates.iter().map(|(name, (_, text))| (name, *text)))
        {
            let of_family = family::diagnostic(&error, &templates);
            diagnostics.push(of_family.unwrap_or_else(|| theme.diagnostic("", &error)));
        }
        let sees_more = |name| {
            let component = theme.tera.get_component_definition(name);
            component.is_some_and(|component| component.args().iter().any(|arg| arg.is_implicit()))
        };
        let stand_alone = !theme.tera.get_component_names().any(sees_more);
        Theme { stand_alone, ..theme }
    }

    /// The theme with the texts of a language.
    pub fn in_language(&self, strings: &Arc<Strings>) -> Theme {
        let mut theme = self.clone();
        let texts = Arc::clone(strings);
        theme.tera.register_function("t", move |kwargs: Kwargs, _: &State| text(&texts, &kwargs));
        theme
    }

    /// Shows a value to every template.
    pub fn show(&mut self, name: &'static str, value: Value) {
        self.tera.global_context().insert_value(name, value);
    }

    /// Renders a template.
    ///
    /// # Errors
    /// When the template names something that is not there, with its place in the template.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        match self.tera.render(template, context) {
            Ok(page) => Ok(direction::marked(page)),
            Err(error) => Err(Box::new(self.diagnostic(template, &error))),
        }
    }

    /// Renders a component, the same on every page; nothing when there is none, it cannot be
    /// rendered or may differ from page to page.
    pub fn component(&self, name: &str, values: &Context) -> Option<String> {
        let rendered = || self.tera.render_component(name, values, None, true).ok();
        if self.stand_alone { rendered() } else { None }
    }

    fn diagnostic(&self, template: &str, error: &tera::Error) -> Diagnostic {
        let file_of = |name: &str| {
            let path = || format!("{}{name}", self.folder).into();
            self.files.get(name).cloned().unwrap_or_else(path)
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let problem = match report.message().split_once(MISSING_TEXT) {
                    Some((_, key)) => ThemeProblem::StringMissing { key: key.trim().to_owned() },
                    None => ThemeProblem::Template { message: report.message().to_owned() },
                };
                let range = report.span().range.clone();
                Diagnostic::bytes(&file_of(report.filename()), range, problem)
            }
            other => {
                let message = other.to_string();
                Diagnostic::whole(&file_of(template), ThemeProblem::Template { message })
            }
        }
    }
}

/// Templates by their names, with their files and texts.
type Templates<'s> = BTreeMap<String, (&'s SourcePath, &'s str)>;

/// The templates of a theme. Those of the default theme have [`BUILT_IN`] before their names;
/// the engine takes them where there is none without it.
fn templates<'s>(sources: &'s Sources, theme: &str) -> Templates<'s> {
    let layered = sources.theme_texts(theme, "templates");
    let own = layered.iter().filter(|(_, (path, _))| !path.starts_with(BUILT_IN_THEME));
    let own: Vec<(&str, (&SourcePath, &str))> =
        own.map(|(name, (path, text))| (*name, (*path, text.as_str()))).collect();
    let mut templates = Templates::new();
    for (path, text) in sources.texts(BUILT_IN_TEMPLATES) {
        let file = path.strip_prefix(BUILT_IN_TEMPLATES).unwrap_or(path);
        let name = format!("{BUILT_IN}{file}");
        // One that nobody asks for need not fit the others.
        let is_asked = own.iter().any(|(_, (_, text))| text.contains(&name));
        let has_own = own.iter().any(|(own, _)| *own == file);
        // The engine takes a theme's own component before the one of the default theme, so those
        // that a theme of before lacks are there for the templates of today.
        if is_asked || !has_own || file == COMPONENTS {
            templates.insert(name, (path, text));
        }
    }
    templates.extend(own.into_iter().map(|(name, template)| (name.to_owned(), template)));
    templates
}

/// `{{ … | text }}`: a text of an editor, marked with its language when that is not the page's
/// (WCAG 3.1.2).
struct Marked;

impl Filter<Value, TeraResult<Value>> for Marked {
    fn call(&self, value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
        let html = marked(&value).ok_or_else(|| tera::Error::message("`text` wants a text"))?;
        Ok(Value::safe_string(&html))
    }
}

/// A text of an editor as HTML; `None` of any other value.
fn marked(value: &Value) -> Option<Cow<'_, str>> {
    let part = |name: &'static str| value.as_map()?.get(&Key::from(name))?.as_str();
    let text = escaped(part("text")?);
    Some(match part("lang") {
        Some(language) => format!("<span lang=\"{}\">{text}</span>", escaped(language)).into(),
        None => text,
    })
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        return Cow::Borrowed(text);
    }
    let mut html = String::with_capacity(text.len() + 16);
    // Writing into a String cannot fail.
    let _ = escape_html(&mut html, text);
    Cow::Owned(html)
}

/// Begins the message of a missing text, so that it can be told from other failures.
const MISSING_TEXT: &str = "no interface text ";

/// `t(key="…")`, with the places of the text as further arguments. `count=…` chooses the form
/// of a text that depends on a count. With a text of an editor among the arguments it is HTML, in
/// which that is marked as by `| text`.
fn text(strings: &Strings, kwargs: &Kwargs) -> TeraResult<Value> {
    let key = kwargs.must_get::<&str>("key")?;
    let is_all = kwargs.iter().nth(1).is_none();
    if let Some(text) = strings.text(key).filter(|_| is_all) {
        return Ok(Value::from(text));
    }
    let plural = match kwargs.get::<u64>("count") {
        Ok(Some(count)) if !strings.has(key) => strings.plural_key(key, count),
        _ => key.to_owned(),
    };
    if !strings.has(&plural) {
        return Err(tera::Error::message(format!("{MISSING_TEXT}{key}")));
    }
    let key = plural.as_str();
    let is_html = kwargs.iter().any(|(_, value)| value.as_map().is_some());
    let pattern = strings.get(key);
    let pattern = if is_html { escaped(pattern) } else { Cow::Borrowed(pattern) };
    let filled = fill_places(&pattern, |place, text| {
        let named = |name: &Key<'_>| name.as_str() == Some(place) && place != "key";
        let Some((_, value)) = kwargs.iter().find(|(name, _)| named(name)) else { return false };
        let plain = || match value.to_string() {
            text if is_html => escaped(&text).into_owned(),
            text => text,
        };
        text.push_str(&marked(value).unwrap_or_else(|| plain().into()));
        true
    });
    Ok(if is_html { Value::safe_string(&filled) } else { Value::from(filled) })
}
