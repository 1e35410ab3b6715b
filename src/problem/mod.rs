//! Everything that can be wrong, as data. The words are in `german` and `english`, so a
//! message exists in both languages or the program does not compile; codes are for ever.

mod english;
pub mod explain;
mod german;

use jiff::civil::{Date, Weekday};

use crate::language::Language;
use crate::recurrence::Unit;

/// How bad it is. Errors stop the publication, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content is wrong and nothing is published.
    Error,
    /// Something an editor should look at.
    Warning,
}

impl Severity {
    /// The word used in machine-readable formats.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    /// An event.
    Event,
    /// A visit.
    Delegation,
    /// A press release.
    Release,
    /// A page.
    Page,
    /// A key of organisations.yaml.
    Organisation,
    /// A key of contacts.yaml.
    Contact,
    /// A key of venues.yaml.
    Venue,
    /// A key of sectors.yaml.
    Sector,
    /// A file below `content/media/`.
    Media,
    /// A content file, by its path from the root.
    File,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageLanguage {
    /// German.
    German,
    /// English.
    English,
}

impl MessageLanguage {
    /// The one that is in this language.
    pub fn pick<T>(self, german: T, english: T) -> T {
        match self {
            MessageLanguage::German => german,
            MessageLanguage::English => english,
        }
    }
}

/// What a change of clocks does to a date of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The clock skips its beginning.
    Skipped,
    /// The clock shows its beginning twice.
    Twice,
    /// Clocks are changed while it lasts.
    During,
}

/// The shape of a value in YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Nothing,
    /// A text, number or date.
    Text,
    /// A list.
    List,
    /// Keys with values.
    Map,
    /// A text or a list of texts.
    TextOrList,
    /// A text or texts by language.
    TextOrLanguages,
    /// A key or the thing written out.
    TextOrMap,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no content/site.yaml.
    SiteFileMissing,
    /// The file is not UTF-8.
    NotUtf8,
    /// The file is larger than a content file may be; its size in bytes.
    #[expect(missing_docs, reason = "the variant says it")]
    FileTooLarge { size: u64 },
    /// The file or folder is a link that leads out of the tree or nowhere.
    LinkLeadsOut,
    /// Neither a file nor a folder.
    NotAPlainFile,
    /// Nobody would read a file of this name; the right one, relative to content/.
    #[expect(missing_docs, reason = "the variant says it")]
    WrongFileName { right: Option<String> },
    /// A stem or key that is no id.
    #[expect(missing_docs, reason = "the variant says it")]
    BadId { id: String, suggestion: String },
    /// Two files with one id; the other file.
    #[expect(missing_docs, reason = "the variant says it")]
    DuplicateId { id: String, other: String },
    /// A release whose file name does not begin with a date.
    #[expect(missing_docs, reason = "the variant says it")]
    ReleaseNameWithoutDate { name: String },
    /// A translation whose original is not there.
    #[expect(missing_docs, reason = "the variant says it")]
    NoOriginal { original: String },
    /// The file is empty.
    EmptyFile,
    /// The text is no YAML, for a reason that has no words of its own.
    YamlSyntax,
    /// A tab in the indent.
    TabIndent,
    /// A colon and a space inside a text without quotes.
    ColonInText,
    /// Nested deeper than 64 levels.
    TooDeep,
    /// Aliases that unfold to too much.
    TooManyAliases,
    /// A second document in one file.
    MoreThanOneDocument,
    /// A key that does not exist here.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownKey { key: String, suggestion: Option<String>, known: String },
    /// A key that stands twice.
    #[expect(missing_docs, reason = "the variant says it")]
    DuplicateKey { key: String },
    /// A key that must be there and is not.
    #[expect(missing_docs, reason = "the variant says it")]
    MissingKey { key: String },
    /// A list where a text should be, or the like.
    #[expect(missing_docs, reason = "the variant says it")]
    WrongShape { expected: Shape, found: Shape },
    /// A key with an empty value.
    EmptyText,
    /// A line that begins in a column where nothing can begin.
    BadIndent,
    /// A quotation mark without a partner.
    QuoteNotClosed,
    /// Text behind the closing quotation mark.
    TextAfterQuote,
    /// A backslash in double quotes that means nothing.
    BackslashInQuotes,
    /// A bracket without a partner, or without a comma inside.
    #[expect(missing_docs, reason = "the variant says it")]
    BracketNotClosed { bracket: char },
    /// A closing bracket without a partner.
    #[expect(missing_docs, reason = "the variant says it")]
    BracketNotOpen { bracket: char },
    /// A value that begins with a character that has a meaning of its own.
    #[expect(missing_docs, reason = "the variant says it")]
    ReservedStart { character: char },
    /// `key:value`.
    #[expect(missing_docs, reason = "the variant says it")]
    NoSpaceAfterColon { key: String },
    /// `-item`.
    NoSpaceAfterDash,
    /// A line that is neither a key nor part of a text.
    LineWithoutKey,
    /// A character that looks like a space or like nothing, and is something else.
    #[expect(missing_docs, reason = "the variant says it")]
    InvisibleCharacter { character: char },
    /// A typographic quotation mark where only a straight one holds a text together.
    CurlyQuotes,
    /// A Markdown file without front matter.
    FrontMatterMissing,
    /// Front matter without its second line of dashes.
    FrontMatterNotClosed,
    /// A word that is none of the choices.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownChoice { value: String, suggestion: Option<String>, choices: String },
    /// Neither true nor false.
    #[expect(missing_docs, reason = "the variant says it")]
    NotYesOrNo { value: String, suggestion: Option<&'static str> },
    /// Not a number.
    #[expect(missing_docs, reason = "the variant says it")]
    NotANumber { value: String },
    /// Not an e-mail address.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAnEmail { value: String, suggestion: Option<String> },
    /// Not a telephone number, or not all of one.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAPhone { value: String },
    /// Not a web address.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAUrl { value: String, suggestion: Option<String> },
    /// A web address below which nothing can lie.
    #[expect(missing_docs, reason = "the variant says it")]
    NotABaseUrl { value: String },
    /// Not a path of the site.
    #[expect(missing_docs, reason = "the variant says it")]
    NotASitePath { value: String },
    /// Not a currency code.
    #[expect(missing_docs, reason = "the variant says it")]
    NotACurrency { value: String, suggestion: Option<String> },
    /// Not a length of time in the expected form.
    #[expect(missing_docs, reason = "the variant says it")]
    NotADuration { value: String, example: &'static str },
    /// Not a country code.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownCountry { value: String, suggestion: Option<String> },
    /// Not a language tag.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownLanguage { value: String, suggestion: Option<String> },
    /// A language the site does not have.
    #[expect(missing_docs, reason = "the variant says it")]
    LanguageNotOfSite { language: String, languages: String, suggestion: Option<String> },
    /// The file of an original has its language in its name, as only translations have.
    #[expect(missing_docs, reason = "the variant says it")]
    OriginalWithLanguage { language: String },
    /// A text without its default language.
    #[expect(missing_docs, reason = "the variant says it")]
    NoDefaultLanguage { language: String },
    /// Not a time zone.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownZone { value: String, suggestion: Option<String> },
    /// Not a colour name of CSS.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAColor { value: String, suggestion: Option<String> },
    /// A latitude or longitude that is not on earth.
    #[expect(missing_docs, reason = "the variant says it")]
    DegreesOutOfRange { value: String, limit: u32 },
    /// Not a colour.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAHexColour { value: String },
    /// A colour in which text on the pages cannot be read; a darker one.
    #[expect(missing_docs, reason = "the variant says it")]
    PaleColour { ratio: String, suggestion: String },
    /// Not a German postcode.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAPostcode { value: String, suggestion: Option<String> },
    /// An e-mail address that ends with no domain there is.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownEnding { value: String, ending: String },
    /// Neither a day nor a time in the contract's forms.
    #[expect(missing_docs, reason = "the variant says it")]
    NotATime { value: String, suggestion: Option<String> },
    /// A day that does not exist.
    #[expect(missing_docs, reason = "the variant says it")]
    ImpossibleDate { value: String },
    /// A local time that the clock skips.
    #[expect(missing_docs, reason = "the variant says it")]
    TimeInGap { value: String, zone: String, next: String },
    /// A local time that the clock shows twice.
    #[expect(missing_docs, reason = "the variant says it")]
    TimeTwice { value: String, zone: String, first: String, second: String },
    /// An offset that the zone does not have then.
    #[expect(missing_docs, reason = "the variant says it")]
    OffsetDoesNotFit { value: String, zone: String, right: String },
    /// An end that is not after its start.
    #[expect(missing_docs, reason = "the variant says it")]
    EndBeforeStart { start: String, end: String },
    /// Both a start or end and a range of days.
    StartAndWithin,
    /// A day as start and a time as end, or the reverse.
    DayAndTime,
    /// time: open beside something other than one day.
    HourOpenNeedsDay,
    /// An end beside a start that is no day.
    DayAndPeriod,
    /// Not two days with a slash.
    #[expect(missing_docs, reason = "the variant says it")]
    NotDays { value: String },
    /// A release whose date is not the one in its file name.
    #[expect(missing_docs, reason = "the variant says it")]
    DateIsNotFileName { date: String, file: String },
    /// An update before the publication.
    UpdateBeforePublication,
    /// Something is called off, but `updates` does not say when that became known; `at` is now.
    #[expect(missing_docs, reason = "the variant says it")]
    StatusWithoutUpdate { status: &'static str, at: String },
    /// `repeat` beside `within` or `time: open`.
    RepeatNeedsStart,
    /// Not a frequency such as `2 weeks`.
    #[expect(missing_docs, reason = "the variant says it")]
    NotAFrequency { value: String },
    /// A series with neither `until` nor `count`.
    RepeatWithoutEnd,
    /// A series with both `until` and `count`.
    RepeatEndsTwice,
    /// A series in which nothing takes place.
    RepeatWithoutDates,
    /// A weekday without its place in a month, or with one in a week.
    #[expect(missing_docs, reason = "the variant says it")]
    OnDoesNotFit { value: String, unit: Unit },
    /// A series on a day of the month that not every month has.
    #[expect(missing_docs, reason = "the variant says it")]
    DayNotInEveryMonth { day: i8 },
    /// A start on which its own rule has no date; the nearest days that fit.
    #[expect(missing_docs, reason = "the variant says it")]
    StartNotInSeries { start: String, nearest: Vec<String> },
    /// An exception to or a change of a date that the series does not have; the nearest it has.
    #[expect(missing_docs, reason = "the variant says it")]
    NotInSeries { date: String, nearest: Vec<String> },
    /// More dates than a series may have.
    #[expect(missing_docs, reason = "the variant says it")]
    TooManyDates { limit: usize },
    /// An additional date on a day that the series has anyway.
    #[expect(missing_docs, reason = "the variant says it")]
    ExtraInSeries { date: String },
    /// An additional date before the first.
    #[expect(missing_docs, reason = "the variant says it")]
    ExtraBeforeStart { date: String },
    /// A time in a series of whole days, or the reverse.
    #[expect(missing_docs, reason = "the variant says it")]
    NotLikeSeries { days: bool },
    /// A date that is cancelled and at another time or place.
    CancelledAndMoved,
    /// A date that begins while the clock is changed, or goes on meanwhile.
    #[expect(missing_docs, reason = "the variant says it")]
    SeriesAtClockChange { value: String, date: String, zone: String, change: ClockChange },
    /// A series by the clock of UTC: readers shift it to the zone of the calendar.
    SeriesInUtc,
    /// Something named by id that is not there.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownReference { kind: ReferenceKind, id: String, suggestion: Option<String> },
    /// A translation that contradicts its original.
    #[expect(missing_docs, reason = "the variant says it")]
    NeutralKeyDiffers { key: String, original: Option<String> },
    /// Contacts that stand in for each other in a circle.
    ContactCircle,
    /// Two sources for one path; the other one.
    #[expect(missing_docs, reason = "the variant says it")]
    PathTaken { path: String, other: Option<String> },
    /// HTML that is not allowed in Markdown.
    #[expect(missing_docs, reason = "the variant says it")]
    HtmlNotAllowed { tag: String },
    /// An HTML tag that is not closed in its paragraph.
    #[expect(missing_docs, reason = "the variant says it")]
    HtmlNotClosed { tag: String },
    /// A link of a kind that is not allowed.
    #[expect(missing_docs, reason = "the variant says it")]
    LinkScheme { scheme: String },
    /// A link to something that is not there.
    #[expect(missing_docs, reason = "the variant says it")]
    LinkTarget { target: String, suggestion: Option<String> },
    /// A link to a place on a page that is not there.
    #[expect(missing_docs, reason = "the variant says it")]
    LinkAnchor { anchor: String, page: String, suggestion: Option<String> },
    /// A link from something public to a draft or an embargoed item.
    #[expect(missing_docs, reason = "the variant says it")]
    LinkToHidden { target: String },
    /// An image that is not in content/media/.
    #[expect(missing_docs, reason = "the variant says it")]
    ImageElsewhere { target: String },
    /// An image without a description.
    ImageWithoutAlt,
    /// A web or e-mail address as a link, without what it must begin with.
    #[expect(missing_docs, reason = "the variant says it")]
    LinkWithoutScheme { target: String, suggestion: String },
    /// There is no such theme.
    #[expect(missing_docs, reason = "the variant says it")]
    ThemeMissing { theme: String },
    /// The theme has no texts in the language of the site.
    StringsMissing,
    /// An interface text that the theme does not have.
    #[expect(missing_docs, reason = "the variant says it")]
    StringMissing { key: String },
    /// A text that depends on a count and lacks a form that the language has.
    #[expect(missing_docs, reason = "the variant says it")]
    PluralMissing { key: String, form: &'static str },
    /// An interface text has a place that nothing fills.
    #[expect(missing_docs, reason = "the variant says it")]
    UnknownPlace { place: String, known: String },
    /// A file of interface texts follows the customs of another language.
    #[expect(missing_docs, reason = "the variant says it")]
    LocaleOfAnotherLanguage { locale: String, language: String },
    /// A template that cannot be used; the template engine's words.
    #[expect(missing_docs, reason = "the variant says it")]
    Template { message: String },
    /// A template that links to nothing.
    #[expect(missing_docs, reason = "the variant says it")]
    OutputLink { target: String, page: String },
    /// An id that stands twice on one page.
    #[expect(missing_docs, reason = "the variant says it")]
    DuplicateAnchor { anchor: String, page: String },
    /// A calendar file that the independent reader reads differently, or that breaks a rule: our
    /// mistake.
    #[expect(missing_docs, reason = "the variant says it")]
    CalendarUnreadable { path: String, detail: String },
    /// A word with a ligature that is one character, copied from a PDF file.
    #[expect(missing_docs, reason = "the variant says it")]
    Ligature { word: String, suggestion: String },
    /// A German word without its fi, fl or ff, copied from a PDF file.
    #[expect(missing_docs, reason = "the variant says it")]
    LostLetters { word: String, suggestion: String },
    /// A heading without anything under it.
    #[expect(missing_docs, reason = "the variant says it")]
    EmptySection { title: String },
    /// A heading of the level that is the page's own.
    HeadingOfPage,
    /// A weekday that the date beside it does not have.
    #[expect(missing_docs, reason = "the variant says it")]
    WeekdayDoesNotFit { typed: Weekday, date: Date },
    /// A text that stands in typographic quotation marks as a whole.
    WholeTextInQuotes,
    /// A gap that an editor has to fill.
    #[expect(missing_docs, reason = "the variant says it")]
    Gap { gap: String },
    /// A text without translations, or a whole file; the languages that it lacks.
    #[expect(missing_docs, reason = "the variant says it")]
    Untranslated { languages: Vec<Language>, is_file: bool },
    /// A translation of an earlier version of its original.
    #[expect(missing_docs, reason = "the variant says it")]
    TranslationOutdated { original: String, file: String },
    /// A translation that does not say of which version of its original it is.
    #[expect(missing_docs, reason = "the variant says it")]
    TranslationUnconfirmed { original: String, file: String },
    /// A translation lacks a text that its original has; its key, or nothing for the text itself.
    #[expect(missing_docs, reason = "the variant says it")]
    TranslationLacks { key: Option<&'static str> },
    /// An interface text that nothing asks for.
    #[expect(missing_docs, reason = "the variant says it")]
    StringUnused { key: String },
    /// A sentence that is long for simple language; its words.
    #[expect(missing_docs, reason = "the variant says it")]
    LongSentence { words: usize },
    /// A word that is long for simple language.
    #[expect(missing_docs, reason = "the variant says it")]
    LongWord { word: String },
    /// A page that says it is another page in another language, which does not say so of it.
    #[expect(missing_docs, reason = "the variant says it")]
    LanguageLinkOneSided { page: String, other: String },
    /// A page that the law wants and that is not there.
    #[expect(missing_docs, reason = "the variant says it")]
    RequiredPageMissing { page_type: &'static str },
    /// A comment that silences a warning which is not there.
    #[expect(missing_docs, reason = "the variant says it")]
    NothingToSilence { code: String },
    /// A comment that silences something other than a warning.
    #[expect(missing_docs, reason = "the variant says it")]
    CannotBeSilenced { code: String },
}

impl Problem {
    /// Its code: `E` for errors, `W` for warnings.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::SiteFileMissing => "E0101",
            Problem::NotUtf8 => "E0102",
            Problem::FileTooLarge { .. } => "E0103",
            Problem::LinkLeadsOut => "E0104",
            Problem::NotAPlainFile => "E0105",
            Problem::WrongFileName { .. } => "E0106",
            Problem::BadId { .. } => "E0107",
            Problem::DuplicateId { .. } => "E0108",
            Problem::ReleaseNameWithoutDate { .. } => "E0109",
            Problem::NoOriginal { .. } => "E0110",
            Problem::EmptyFile => "E0111",
            Problem::YamlSyntax => "E0201",
            Problem::TabIndent => "E0202",
            Problem::ColonInText => "E0203",
            Problem::TooDeep => "E0204",
            Problem::TooManyAliases => "E0205",
            Problem::MoreThanOneDocument => "E0206",
            Problem::UnknownKey { .. } => "E0207",
            Problem::DuplicateKey { .. } => "E0208",
            Problem::MissingKey { .. } => "E0209",
            Problem::WrongShape { .. } => "E0210",
            Problem::EmptyText => "E0211",
            Problem::FrontMatterMissing => "E0212",
            Problem::FrontMatterNotClosed => "E0213",
            Problem::BadIndent => "E0214",
            Problem::QuoteNotClosed => "E0215",
            Problem::TextAfterQuote => "E0216",
            Problem::BackslashInQuotes => "E0217",
            Problem::BracketNotClosed { .. } => "E0218",
            Problem::BracketNotOpen { .. } => "E0219",
            Problem::ReservedStart { .. } => "E0220",
            Problem::NoSpaceAfterColon { .. } => "E0221",
            Problem::NoSpaceAfterDash => "E0222",
            Problem::LineWithoutKey => "E0223",
            Problem::InvisibleCharacter { .. } => "E0224",
            Problem::CurlyQuotes => "E0225",
            Problem::UnknownChoice { .. } => "E0301",
            Problem::NotYesOrNo { .. } => "E0302",
            Problem::NotANumber { .. } => "E0303",
            Problem::NotAnEmail { .. } => "E0304",
            Problem::NotAPhone { .. } => "E0305",
            Problem::NotAUrl { .. } => "E0306",
            Problem::NotABaseUrl { .. } => "E0307",
            Problem::NotASitePath { .. } => "E0308",
            Problem::NotACurrency { .. } => "E0309",
            Problem::NotADuration { .. } => "E0310",
            Problem::UnknownCountry { .. } => "E0311",
            Problem::UnknownLanguage { .. } => "E0312",
            Problem::LanguageNotOfSite { .. } => "E0313",
            Problem::OriginalWithLanguage { .. } => "E0112",
            Problem::NoDefaultLanguage { .. } => "E0314",
            Problem::UnknownZone { .. } => "E0315",
            Problem::DegreesOutOfRange { .. } => "E0316",
            Problem::NotAColor { .. } => "E0317",
            Problem::NotAHexColour { .. } => "E0318",
            Problem::PaleColour { .. } => "E0319",
            Problem::NotAPostcode { .. } => "E0320",
            Problem::UnknownEnding { .. } => "E0321",
            Problem::NotATime { .. } => "E0401",
            Problem::ImpossibleDate { .. } => "E0402",
            Problem::TimeInGap { .. } => "E0403",
            Problem::TimeTwice { .. } => "E0404",
            Problem::OffsetDoesNotFit { .. } => "E0405",
            Problem::EndBeforeStart { .. } => "E0406",
            Problem::StartAndWithin => "E0407",
            Problem::DayAndTime => "E0408",
            Problem::HourOpenNeedsDay => "E0409",
            Problem::DayAndPeriod => "E0410",
            Problem::NotDays { .. } => "E0411",
            Problem::DateIsNotFileName { .. } => "E0412",
            Problem::UpdateBeforePublication => "E0413",
            Problem::StatusWithoutUpdate { .. } => "E0414",
            Problem::RepeatNeedsStart => "E0420",
            Problem::NotAFrequency { .. } => "E0421",
            Problem::RepeatWithoutEnd => "E0422",
            Problem::RepeatEndsTwice => "E0423",
            Problem::RepeatWithoutDates => "E0424",
            Problem::OnDoesNotFit { .. } => "E0425",
            Problem::DayNotInEveryMonth { .. } => "E0426",
            Problem::StartNotInSeries { .. } => "E0427",
            Problem::NotInSeries { .. } => "E0428",
            Problem::TooManyDates { .. } => "E0429",
            Problem::ExtraInSeries { .. } => "E0430",
            Problem::ExtraBeforeStart { .. } => "E0431",
            Problem::NotLikeSeries { .. } => "E0432",
            Problem::CancelledAndMoved => "E0433",
            Problem::SeriesAtClockChange { .. } => "E0434",
            Problem::SeriesInUtc => "E0435",
            Problem::UnknownReference { .. } => "E0501",
            Problem::NeutralKeyDiffers { .. } => "E0502",
            Problem::ContactCircle => "E0503",
            Problem::PathTaken { .. } => "E0504",
            Problem::HtmlNotAllowed { .. } => "E0601",
            Problem::HtmlNotClosed { .. } => "E0602",
            Problem::LinkScheme { .. } => "E0603",
            Problem::LinkTarget { .. } => "E0604",
            Problem::LinkAnchor { .. } => "E0605",
            Problem::LinkToHidden { .. } => "E0606",
            Problem::ImageElsewhere { .. } => "E0607",
            Problem::ImageWithoutAlt => "E0608",
            Problem::LinkWithoutScheme { .. } => "E0609",
            Problem::ThemeMissing { .. } => "E0701",
            Problem::StringMissing { .. } => "E0702",
            Problem::Template { .. } => "E0703",
            Problem::StringsMissing => "E0707",
            Problem::PluralMissing { .. } => "E0708",
            Problem::OutputLink { .. } => "E0704",
            Problem::DuplicateAnchor { .. } => "E0705",
            Problem::CalendarUnreadable { .. } => "E0706",
            Problem::LanguageLinkOneSided { .. } => "E0709",
            Problem::UnknownPlace { .. } => "E0710",
            Problem::LocaleOfAnotherLanguage { .. } => "E0711",
            Problem::Ligature { .. } => "W0801",
            Problem::LostLetters { .. } => "W0802",
            Problem::EmptySection { .. } => "W0803",
            Problem::HeadingOfPage => "W0804",
            Problem::WeekdayDoesNotFit { .. } => "W0805",
            Problem::WholeTextInQuotes => "W0806",
            Problem::Gap { .. } => "W0901",
            Problem::RequiredPageMissing { .. } => "W0902",
            Problem::NothingToSilence { .. } => "W0903",
            Problem::CannotBeSilenced { .. } => "W0904",
            Problem::Untranslated { .. } => "W0910",
            Problem::TranslationOutdated { .. } => "W0911",
            Problem::TranslationUnconfirmed { .. } => "W0912",
            Problem::StringUnused { .. } => "W0913",
            Problem::LongSentence { .. } => "W0914",
            Problem::LongWord { .. } => "W0915",
            Problem::TranslationLacks { .. } => "W0916",
        }
    }

    /// Whether it is about the state of translations: `--strict-translations`.
    pub fn is_about_translations(&self) -> bool {
        use Problem::{
            TranslationLacks, TranslationOutdated, TranslationUnconfirmed, Untranslated,
        };
        matches!(
            self,
            Untranslated { .. }
                | TranslationOutdated { .. }
                | TranslationUnconfirmed { .. }
                | TranslationLacks { .. }
        )
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        if self.code().starts_with('W') { Severity::Warning } else { Severity::Error }
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, language: MessageLanguage) -> String {
        match language {
            MessageLanguage::German => german::message(self),
            MessageLanguage::English => english::message(self),
        }
    }

    /// What to type instead, where that can be said.
    pub fn hint(&self, language: MessageLanguage) -> Option<String> {
        match language {
            MessageLanguage::German => german::hint(self),
            MessageLanguage::English => english::hint(self),
        }
    }
}

/// What an invisible character does; the words differ.
enum Invisible {
    Space,
    LineBreak,
    Other,
}

impl Invisible {
    fn of(character: char) -> Self {
        match character {
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Invisible::LineBreak,
            space if space.is_whitespace() => Invisible::Space,
            _ => Invisible::Other,
        }
    }
}

/// `U+00A0`
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Whether the last part of a host name is reserved for examples and tests (RFC 2606): it is a
/// name, but nobody receives mail there.
pub fn is_reserved(ending: &str) -> bool {
    ["example", "invalid", "localhost", "test"].contains(&ending.to_lowercase().as_str())
}

/// Whether a date was given to the day, and not to the minute: `2019-09-24`.
fn is_day(written: &str) -> bool {
    !written.contains(['T', ':'])
}
