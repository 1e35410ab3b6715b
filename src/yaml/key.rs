//! What a key of a content file is, in one row: its name, what it can hold, what it means. The
//! tables of rows stand beside the records in [`model`](crate::model). What is read, what schemas
//! say, what is suggested for a misspelt key and what a translation may repeat follow from them.

/// A key of a content file.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its name in files.
    pub name: &'static str,
    /// What it can hold.
    pub form: Form,
    /// What it means, in German, for editors.
    pub meaning: &'static str,
    /// Words that people write for it: in German, and in English where these are others.
    pub german: &'static str,
    /// Values as they are typed.
    pub examples: &'static [&'static str],
    /// Whether it must be there.
    pub is_required: bool,
    /// Whether a translation has its own; all else must be the same as in the original.
    pub is_own: bool,
}

/// A key that may be missing.
pub const fn key(name: &'static str, form: Form, meaning: &'static str) -> Key {
    Key { name, form, meaning, german: "", examples: &[], is_required: false, is_own: false }
}

impl Key {
    /// With the words that editors type in its stead.
    pub const fn german(self, german: &'static str) -> Self {
        Key { german, ..self }
    }

    /// With values as they are typed.
    pub const fn such_as(self, examples: &'static [&'static str]) -> Self {
        Key { examples, ..self }
    }

    /// As one that must be there.
    pub const fn required(self) -> Self {
        Key { is_required: true, ..self }
    }

    /// As one that a translation has for itself.
    pub const fn own(self) -> Self {
        Key { is_own: true, ..self }
    }
}

/// What a key can hold. A scalar is kept as it was typed; which values make sense is decided when
/// it is read as a [`Value`](crate::values::Value), and schemas tell roughly.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// A text in the default language, or texts by language.
    Texts,
    /// Keys with values.
    Keys(&'static [Key]),
    /// A key of another file, or the thing itself written out.
    IdOrKeys(&'static [Key]),
    /// `true` or `false`, or keys that say more.
    YesOrKeys(&'static [Key]),
    /// A section, a page, or an item by its folder and id; or a link elsewhere written out.
    MenuEntry(&'static [Key]),
    /// Things by ids that an editor chooses.
    ById(&'static [Key]),
    /// Texts, or texts by language, by ids that an editor chooses.
    TextsById,
    /// Texts by the ids that site.yaml has under `extra`.
    OwnFields,
    /// A list.
    List(&'static Form),
    /// One scalar, or a list of them.
    OneOrMany(&'static Form),
    /// Texts in groups of groups, with free keys.
    Groups,
    /// Some text.
    Text,
    /// An id: a file's stem or a key of another file.
    Id,
    /// A country by its code.
    Country,
    /// A day.
    Day,
    /// A day, or a local time.
    Time,
    /// Two days with a slash.
    Days,
    /// A day, month, quarter or year.
    PlannedDate,
    /// A time zone by its IANA name.
    Zone,
    /// A language by its tag.
    Language,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A path on the site.
    SitePath,
    /// A path on the site, or an item by the folder of its kind and its id.
    Gone,
    /// `true` or `false`.
    YesOrNo,
    /// A number without a fraction, from this one on.
    Number(i32),
    /// A number with a decimal point.
    Decimal,
    /// An amount of money.
    Money,
    /// Degrees from minus to plus this limit.
    Degrees(u32),
    /// The name of a colour in CSS.
    ColorName,
    /// A sort of event: a built-in one, or one that site.yaml has under `kinds`.
    EventKind,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A text of a form, as a regular expression.
    Pattern(&'static str),
}
