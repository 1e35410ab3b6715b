//! English messages: for editors, not for programmers.

use super::{Problem, Shape};
use crate::content::reader::ReferenceKind;
use crate::language::Language;

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "nothing",
        Shape::Text => "a text",
        Shape::List => "a list",
        Shape::Map => "a group of keys",
        Shape::TextOrList => "a text or a list",
        Shape::TextOrLanguages => "a text or texts by language",
        Shape::TextOrMap => "a key or a group of keys",
    }
}

fn kind(kind: ReferenceKind) -> (&'static str, &'static str) {
    match kind {
        ReferenceKind::Event => ("event", "content/events/"),
        ReferenceKind::Delegation => ("delegation", "content/delegations/"),
        ReferenceKind::Release => ("press release", "content/press/"),
        ReferenceKind::Page => ("page", "content/pages/"),
        ReferenceKind::Organisation => ("organisation", "content/organisations.yaml"),
        ReferenceKind::Contact => ("contact", "content/contacts.yaml"),
        ReferenceKind::Venue => ("venue", "content/venues.yaml"),
        ReferenceKind::Sector => ("sector", "content/sectors.yaml"),
        ReferenceKind::Media => ("file", "content/media/"),
        ReferenceKind::File => ("file", "content/"),
    }
}

pub(super) fn message(problem: &Problem) -> String {
    use Problem::*;
    match problem {
        SiteFileMissing => "The file `content/site.yaml` is missing: it says what site this is.".into(),
        NotUtf8 => "The file is not saved as UTF-8.".into(),
        FileTooLarge { size } => format!("The file has {:.1} MB, 1 MB is allowed.", *size as f64 / 1e6),
        LinkLeadsOut => "This link leads out of the folder or nowhere.".into(),
        NotAPlainFile => "This is neither a file nor a folder.".into(),
        WrongFileName { .. } => "A file of this name is not read here.".into(),
        BadId { id, .. } => format!("“{id}” cannot be an id: small letters a–z, digits and single hyphens are allowed, at most 80 characters, at least one letter."),
        DuplicateId { id, other } => format!("The id “{id}” is taken: {other}"),
        ReleaseNameWithoutDate { name } => format!("The file name “{name}” does not begin with a date."),
        NoOriginal { original } => format!("This is a translation, but the original `{original}` is missing."),
        EmptyFile => "There is nothing in this file.".into(),
        YamlSyntax => "From here on the text makes no sense; most often an indent is wrong or a quotation mark is missing.".into(),
        BadIndent => "The indent of this line does not fit the lines before it.".into(),
        QuoteNotClosed => "This quotation mark is not closed.".into(),
        TextAfterQuote => "There is text behind the closing quotation mark.".into(),
        BackslashInQuotes => "In double quotation marks `\\` has a meaning of its own.".into(),
        BracketNotClosed { bracket } => format!("The bracket `{bracket}` is not closed, or a comma is missing in it."),
        BracketNotOpen { bracket } => format!("No bracket was opened for this `{bracket}`."),
        ReservedStart { character } => format!("Without quotation marks a value must not begin with “{character}”."),
        NoSpaceAfterColon { .. } => "A space is missing after this colon.".into(),
        NoSpaceAfterDash => "A space is missing after this dash.".into(),
        LineWithoutKey => "This line lacks a key with a colon.".into(),
        TabIndent => "This line is indented with a tab.".into(),
        ColonInText => "A colon and a space separate key and value; inside a text they need quotation marks around it.".into(),
        TooDeep => "The file is nested deeper than 64 levels.".into(),
        TooManyAliases => "The references (`*`) in this file unfold to far too much text.".into(),
        MoreThanOneDocument => "With `---` a second part begins here; a file has only one.".into(),
        UnknownKey { key, .. } => format!("There is no key `{key}` here."),
        DuplicateKey { key } => format!("`{key}` stands here twice."),
        MissingKey { key } => format!("The key `{key}` is missing or has no value."),
        WrongShape { expected, found } => format!("Here must be {}, but it is {}.", shape(*expected), shape(*found)),
        EmptyText => "The value is missing.".into(),
        FrontMatterMissing => "The file must begin with a line `---`, and below it the title and other facts.".into(),
        FrontMatterNotClosed => "The head of the file does not end: the second line `---` is missing.".into(),
        UnknownChoice { value, .. } => format!("“{value}” is not one of the choices."),
        NotYesOrNo { value } => format!("“{value}” is neither `true` (yes) nor `false` (no)."),
        NotANumber { value } => format!("“{value}” is not a number."),
        NotAnEmail { value } => format!("“{value}” is not a complete e-mail address."),
        NotAPhone { value } => format!("“{value}” is not a telephone number with country code."),
        NotAUrl { value } => format!("“{value}” is not a complete web address."),
        NotABaseUrl { value } => format!("No site can lie below “{value}”: the address must contain neither `?` nor `#`."),
        NotASitePath { value } => format!("“{value}” is not a path of this site."),
        NotACurrency { value } => format!("“{value}” is not a currency."),
        NotADuration { value, .. } => format!("“{value}” is not a length of time."),
        NotAColor { value, .. } => format!("“{value}” is not the name of a colour."),
        UnknownCountry { value, .. } => format!("“{value}” is not a country code."),
        UnknownLanguage { value } => format!("“{value}” is not a language tag."),
        LanguageNotOfSite { language, languages } => format!("The language `{language}` cannot stand here; the site has: {languages}."),
        NoDefaultLanguage { language } => format!("The text in the main language `{language}` is missing."),
        UnknownZone { value, .. } => format!("“{value}” is not a time zone."),
        DegreesOutOfRange { value, limit } => format!("There are no {value} degrees; −{limit} to {limit} are allowed."),
        NotATime { value, .. } => format!("“{value}” is neither a day nor a time in the form that is needed."),
        ImpossibleDate { value } => format!("There is no “{value}”."),
        TimeInGap { value, zone, .. } => format!("There is no {value} in {zone}: that night the clock is put forward."),
        TimeTwice { value, zone, .. } => format!("There are two {value} in {zone}: that night the clock is put back."),
        OffsetDoesNotFit { value, zone, .. } => format!("The offset does not fit: {zone} has another one on {value}."),
        EndBeforeStart { start, end } => format!("The end ({end}) is not after the start ({start})."),
        StartAndWithin => "Beside `within` (the day is not fixed) there can be no start or end.".into(),
        DayAndTime => "Start and end must both be a day or both be a time.".into(),
        HourOpenNeedsDay => "`time: open` (the hour follows) needs a day as `start` and no `end`.".into(),
        DayAndPeriod => "There is an end only when start and end are fixed days.".into(),
        NotDays { value } => format!("“{value}” is not two days with a slash between them."),
        DateIsNotFileName { date, file } => format!("Here stands {date}, in the file name {file}."),
        UpdateBeforePublication => "This change lies before the publication.".into(),
        StatusWithoutUpdate { status, .. } => format!("“status: {status}” needs an entry under “updates”. Without it calendars that have the event already do not take over the change."),
        UnknownReference { kind: named, id, .. } => {
            let (what, place) = kind(*named);
            match named {
                ReferenceKind::File => format!("There is no file `{id}`, or it has no page of its own."),
                _ => format!("There is no {what} `{id}` in `{place}`."),
            }
        }
        NeutralKeyDiffers { key, .. } => format!("`{key}` is different in the original."),
        ContactCircle => "These contacts stand in for each other in a circle.".into(),
        PathTaken { path, other } => format!("Something else is at `{path}` already: {other}"),
        HtmlNotAllowed { tag } => format!("`<{tag}>` is not allowed here or not complete."),
        HtmlNotClosed { tag } if tag == "!--" => "The comment is not closed with `-->`: everything behind it is missing on the page.".into(),
        HtmlNotClosed { tag } => format!("`<{tag}>` is not closed with `</{tag}>` in this paragraph."),
        LinkScheme { scheme } => format!("A link must not begin with `{scheme}`."),
        LinkTarget { target, .. } => format!("There is no `{target}`."),
        LinkAnchor { anchor, page, .. } => format!("There is no place `#{anchor}` on the page {page}."),
        LinkToHidden { target } => format!("`{target}` is not public yet; a link to it would lead nowhere."),
        ImageElsewhere { target } => format!("The image `{target}` is not in `content/media/`."),
        ImageWithoutAlt => "The image has no description for those who do not see it.".into(),
        ThemeMissing { theme } => format!("There is no theme “{theme}”: the folder `themes/{theme}/` is missing."),
        StringsMissing => "The theme lacks this file with the texts in the main language of the site.".into(),
        PluralMissing { key, form } => {
            format!("The text `{key}` lacks the form `{form}`, which this language has for counts.")
        }
        StringMissing { key } => format!("The theme lacks the text `{key}`."),
        Template { message } => format!("The template is faulty: {message}"),
        OutputLink { target, page } => format!("The page {page} links to {target}, which is not there."),
        DuplicateAnchor { anchor, page } => format!("The place `#{anchor}` is on the page {page} twice."),
        CalendarUnreadable { path, detail } => format!("The calendar file /{path} is not read as it is meant; this is a fault of this program ({detail})."),
        Gap { gap } => format!("Something is missing here: {gap}"),
        Untranslated { languages } => format!("This text is missing in: {}", languages.iter().map(Language::tag).collect::<Vec<_>>().join(", ")),
        TranslationOutdated { original } => format!("The original `{original}` was changed after this translation."),
        TranslationUnconfirmed { original } => format!("It is not noted whether this translation fits the present text of `{original}`."),
        StringUnused { key } => format!("Nothing needs the text `{key}`."),
        LongSentence { words } => format!("This sentence has {words} words; simple language has 15 at most."),
        LongWord { word } => format!("“{word}” is a long word."),
        LanguageLinkOneSided { page, other } => format!("The page {page} names {other} as the same page in another language, but not the other way round."),
        RequiredPageMissing { kind } => format!("There is no page with `type: {}`.", kind.word()),
    }
}

pub(super) fn hint(problem: &Problem) -> Option<String> {
    use Problem::*;
    match problem {
        ThemeMissing { .. } => Some("The built-in theme is called `bba`: `theme: bba`. One of your own has only the files that differ.".into()),
        NotUtf8 => Some("Save the file in your editor with the encoding “UTF-8”.".into()),
        FileTooLarge { .. } => Some("Pictures and documents belong into `content/media/`.".into()),
        LinkLeadsOut | NotAPlainFile => Some("Put the file itself here.".into()),
        WrongFileName { right: Some(right) } => Some(format!("Please rename it to `content/{right}`.")),
        WrongFileName { right: None } => Some("These are read: site.yaml, organisations.yaml, contacts.yaml, venues.yaml, sectors.yaml and the folders events, delegations, press, pages, media.".into()),
        BadId { suggestion, .. } if !suggestion.is_empty() => Some(format!("For example: `{suggestion}`")),
        DuplicateId { .. } => Some("Rename one of the two files.".into()),
        ReleaseNameWithoutDate { name } => Some(format!("For example: `2019-09-23-{name}.md`")),
        TabIndent => Some("Indent with spaces, two for each level.".into()),
        BadIndent => Some("What belongs together begins in the same column. A text of several lines begins with `|` behind the key.".into()),
        QuoteNotClosed => Some("Put the same mark at the end of the text.".into()),
        TextAfterQuote => Some("Put the whole value into double quotation marks and use “…” inside.".into()),
        BackslashInQuotes => Some("Use single quotation marks: '…'".into()),
        BracketNotClosed { bracket: '[' } => Some("Lists look like this: [a, b]".into()),
        BracketNotClosed { .. } => Some("Groups look like this: {a: text, b: text}".into()),
        BracketNotOpen { .. } => Some("Take the bracket away, or put the whole value into quotation marks: \"…\"".into()),
        ReservedStart { .. } => Some("Put the whole value into quotation marks: \"…\"".into()),
        NoSpaceAfterColon { key } => Some(format!("Please write: `{key}: …`")),
        NoSpaceAfterDash => Some("Each item of a list begins with a dash and a space: `- …`".into()),
        LineWithoutKey => Some("For example: `summary: …`. A text of several lines is indented.".into()),
        ColonInText => Some("Put the whole text into quotation marks: \"…\"".into()),
        UnknownKey { known, suggestion: None, .. } => Some(format!("There are: {known}")),
        WrongShape { expected: Shape::List, .. } => Some("Lists stand in square brackets: [a, b]".into()),
        FrontMatterNotClosed | FrontMatterMissing => Some("This is how it begins: a line `---`, then `title: …`, then again a line `---`.".into()),
        UnknownChoice { choices, suggestion: None, .. } => Some(format!("There are: {choices}")),
        NotANumber { value } if value.contains(',') => Some("Write a point instead of the comma: 5.50".into()),
        NotANumber { .. } => Some("Digits only, for example 464.".into()),
        NotAnEmail { .. } => Some("For example: first.last@example.org".into()),
        NotAPhone { .. } => Some("For example: +49 351 2138371".into()),
        NotAUrl { .. } => Some("For example: https://www.example.org/page".into()),
        NotASitePath { .. } => Some("Paths begin with a slash: /old/path/".into()),
        NotACurrency { .. } => Some("For example: EUR".into()),
        NotADuration { example, .. } => Some(format!("For example: {example}")),
        NotAColor { suggestion: Some(name), .. } => Some(format!("Did you mean {name}?")),
        NotAColor { suggestion: None, .. } => Some("Calendars know the colour names of CSS, such as steelblue, seagreen or firebrick.".into()),
        StatusWithoutUpdate { status, at } => Some(format!("Add: updates: [{{at: {at}, kind: change, note: {}}}]", match *status { "cancelled" => "Cancelled", "postponed" => "Postponed", _ => "Moved online" })),
        UnknownCountry { suggestion: None, .. } => Some("Two capital letters by ISO 3166-1, for example MX or PL.".into()),
        UnknownLanguage { .. } => Some("For example: de, en, es".into()),
        UnknownZone { suggestion: None, .. } => Some("For example: Europe/Berlin".into()),
        NotATime { suggestion: Some(suggestion), .. } => Some(format!("Please write: {suggestion}")),
        NotATime { .. } => Some("A day: 2019-09-24, a time: 2019-09-24T15:00".into()),
        TimeInGap { next, .. } => Some(format!("Probably {next} is meant.")),
        TimeTwice { first, second, .. } => Some(format!("Please choose: {first} (before the change) or {second} (after it).")),
        OffsetDoesNotFit { right, .. } => Some(format!("{right} is right; most often it can simply go.")),
        NotDays { .. } => Some("For example: 2019-11-04/2019-11-08".into()),
        DateIsNotFileName { file, .. } => Some(format!("Please write `date: {file}` or rename the file.")),
        UnknownKey { suggestion, .. }
        | UnknownChoice { suggestion, .. }
        | UnknownCountry { suggestion, .. }
        | UnknownZone { suggestion, .. }
        | UnknownReference { suggestion, .. }
        | LinkTarget { suggestion, .. } => {
            suggestion.as_ref().map(|suggestion| format!("Did you mean `{suggestion}`?"))
        }
        PluralMissing { form, .. } => Some(format!("For example: `{form}: \"{{count}} …\"`")),
        LinkAnchor { suggestion: Some(anchor), .. } => Some(format!("Did you mean `#{anchor}`?")),
        NeutralKeyDiffers { original: Some(original), key } => Some(format!("The original has `{original}`; in the translation `{key}` can go.")),
        NeutralKeyDiffers { key, .. } => Some(format!("The original has no `{key}`; please put it there and leave it out here.")),
        HtmlNotAllowed { .. } => Some("<span lang=\"…\">, <abbr title=\"…\"> and <br> are allowed; everything else goes with Markdown.".into()),
        Untranslated { .. } => Some("Until then the text in the main language stands there, with a note; a Markdown page is missing there altogether.".into()),
        TranslationOutdated { original } => Some(format!("Compare and adapt it, then: `bba translate --accept FILE` (original: `{original}`)")),
        TranslationUnconfirmed { .. } => Some("Compare it, then: `bba translate --accept FILE`".into()),
        LongSentence { .. } => Some("Write one thought in a sentence.".into()),
        LongWord { .. } => Some("Divide it with a hyphen or a middle dot: Delegations·besuch".into()),
        LinkScheme { .. } => Some("https:, http:, mailto:, tel: and paths are allowed.".into()),
        ImageElsewhere { .. } => Some("Put the image into `content/media/` and show it so: ![description](../media/picture.jpg)".into()),
        ImageWithoutAlt => Some("Write into the square brackets what can be seen: ![description](…)".into()),
        _ => None,
    }
}
