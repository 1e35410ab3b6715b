//! W08xx and W09xx: what is likely wrong. A comment beside it says that somebody has looked.

use jiff::civil::{Date, Weekday};

use super::MessageLanguage::{self, English, German};
use super::promises::{and_more_de, and_more_en};
use crate::language::Language;

messages! {
    /// What is likely wrong, and stops nothing.
    pub enum Warning {
        /// A word with a ligature that is one character, copied from a PDF file.
        W0801 Ligature { word: String, suggestion: String }
            de: "In »{word}« sind Buchstaben zu einem Zeichen verschmolzen, wie es beim Kopieren aus PDF-Dateien geschieht.",
            en: "In “{word}” letters are fused into one character, as it happens when text is copied from a PDF file.",
            hint_de: "Bitte so schreiben: {suggestion}",
            hint_en: "Please write: {suggestion}",
            why_de: "In einem Wort sind Buchstaben zu einem Zeichen verschmolzen. In vielen Schriften ist ﬁ ein einziges Zeichen; beim Kopieren aus einer PDF-Datei kommt es so mit. Suche und Vorlesen finden das Wort dann nicht.",
            why_en: "In a word letters are fused into one character. In many fonts ﬁ is a single glyph; when text is copied from a PDF file it comes along as such. Search and screen readers then miss the word.",
            example: Event, wrong: "summary: Qualiﬁzierte Fachkräfte", right: "summary: Qualifizierte Fachkräfte",

        /// A German word without its fi, fl or ff, copied from a PDF file.
        W0802 LostLetters { word: String, suggestion: String }
            de: "In »{word}« fehlen wohl Buchstaben, wie es beim Kopieren aus PDF-Dateien geschieht.",
            en: "“{word}” has probably lost letters, as it happens when text is copied from a PDF file.",
            hint_de: "Gemeint ist wohl: {suggestion}",
            hint_en: "Probably this is meant: {suggestion}",
            why_de: "In einem Wort fehlen wohl die Buchstaben fi, fl oder ff. Beim Kopieren aus manchen PDF-Dateien gehen sie verloren. Ist das Wort richtig, schaltet ein Kommentar `# bba: ok W0802` darüber die Warnung stumm.",
            why_en: "A word has probably lost the letters fi, fl or ff. Copying from some PDF files loses them. If the word is right, a comment `# bba: ok W0802` above it silences the warning.",
            example: Event, wrong: "summary: Branchenspezische Angebote", right: "summary: Branchenspezifische Angebote",

        /// A heading without anything under it.
        W0803 EmptySection { title: String }
            de: "Unter der Überschrift »{title}« steht nichts.",
            en: "There is nothing under the heading “{title}”.",
            hint_de: "Text ergänzen oder die Überschrift löschen.",
            hint_en: "Add a text or delete the heading.",
            why_de: "Unter einer Überschrift steht nichts. Das Ende des Textes oder eine Überschrift derselben oder einer höheren Ebene folgt sofort. Wer mit einem Vorleseprogramm von Überschrift zu Überschrift springt, landet im Leeren.",
            why_en: "There is nothing under a heading. The end of the text or a heading of the same or a higher level follows at once. Who jumps from heading to heading with a screen reader lands in nothing.",
            example: Page, wrong: "## Kosten\n\n## Anreise\n\nMit der Bahn.", right: "## Kosten\n\nKeine.\n\n## Anreise\n\nMit der Bahn.",

        /// A heading of the level that is the page's own.
        W0804 HeadingOfPage
            de: "Mit einem einzelnen `#` beginnt die Überschrift der ganzen Seite, und die kommt aus `title`.",
            en: "A single `#` begins the heading of the whole page, and that comes from `title`.",
            hint_de: "Überschriften im Text beginnen mit `##`.",
            hint_en: "Headings in a text begin with `##`.",
            why_de: "Ein einzelnes `#` ist die Überschrift der ganzen Seite. Die entsteht schon aus `title`; jede Seite hat genau eine. Diese hier wird eine Ebene tiefer gezeigt. Steht sie doppelt zum Titel, kann sie weg.",
            why_en: "A single `#` is the heading of the whole page. That already comes from `title`; each page has exactly one. This one is shown a level deeper. If it repeats the title, it can go.",
            example: Page, wrong: "# Anreise\n\nMit der Bahn.", right: "## Anreise\n\nMit der Bahn.",

        /// A weekday that the date beside it does not have.
        W0805 WeekdayDoesNotFit { typed: Weekday, date: Date }
            de: { format!("Der {}. {} {} ist ein {}, kein {}.", date.day(), month(*date, German), date.year(), weekday(date.weekday(), German), weekday(*typed, German)) },
            en: { format!("{} {} {} is a {}, not a {}.", date.day(), month(*date, English), date.year(), weekday(date.weekday(), English), weekday(*typed, English)) },
            hint_de: "Den Wochentag oder das Datum berichtigen.",
            hint_en: "Correct the weekday or the date.",
            why_de: "Wochentag und Datum passen nicht zusammen. Eines von beiden ist falsch, und wer kommen will, weiß nicht, welches. Geprüft wird, wenn das Jahr dabeisteht oder es der Tag der Veranstaltung selbst ist.",
            why_en: "Weekday and date do not fit together. One of them is wrong, and whoever wants to come does not know which. This is checked when the year is given, or when it is the day of the event itself.",
            example: Event, wrong: "start: 2019-09-24\nsummary: Treffen am Mittwoch, 24. September 2019", right: "start: 2019-09-24\nsummary: Treffen am Dienstag, 24. September 2019",

        /// A text that stands in typographic quotation marks as a whole.
        W0806 WholeTextInQuotes
            de: "Der ganze Text steht in Anführungszeichen, die mit angezeigt werden.",
            en: "The whole text stands in quotation marks, which will be shown.",
            hint_de: "Wenn sie nicht zum Text gehören: weglassen oder durch gerade ersetzen.",
            hint_en: "If they are not part of the text: leave them out, or use straight ones.",
            why_de: "Ein ganzer Text steht in typografischen Anführungszeichen. Sie werden mit angezeigt. Meist wollte jemand damit den Text zusammenhalten; das tun nur gerade, und die sieht man auf der Website nicht.",
            why_en: "A whole text stands in typographic quotation marks. They will be shown. Most often somebody wanted to hold the text together with them; only straight ones do that, and those are not seen on the site.",
            example: Event, wrong: "title: „Get-together“", right: "title: Get-together",

        /// A gap that an editor has to fill.
        W0901 Gap { gap: String }
            de: "Hier fehlt noch etwas: {gap}",
            en: "Something is missing here: {gap}",
            why_de: "Zwischen `??` und `??` steht, was noch fehlt. So bleibt eine Lücke sichtbar, bis jemand sie füllt. Ist die Angabe da, die Fragezeichen entfernen.",
            why_en: "What is still missing stands between `??` and `??`. So a gap stays visible until somebody fills it. When it is there, take the question marks away.",
            example: Event, wrong: "summary: Treffen im ??Raum??", right: "summary: Treffen im Raum 112",

        /// A page that the law wants and that is not there.
        W0902 RequiredPageMissing { page_type: &'static str }
            de: { format!("Es gibt keine Seite mit `type: {page_type}` ({}).", page_name(page_type)) },
            en: "There is no page with `type: {page_type}`.",
            why_de: "Eine Seite fehlt, die eine öffentliche Website braucht. Impressum (`type: imprint`), Datenschutz (`type: privacy`) und die Erklärung zur Barrierefreiheit (`type: accessibility`) müssen von jeder Seite aus zu finden sein.",
            why_en: "A page is missing that a public site needs. Imprint (`type: imprint`), privacy (`type: privacy`) and the accessibility statement (`type: accessibility`) must be found from every page.",
            example: Shown, wrong: "content/pages/impressum.md  (ohne type)", right: "content/pages/impressum.md  (mit type: imprint)",

        /// A comment that silences a warning which is not there.
        W0903 NothingToSilence { code: String }
            de: "Hier gibt es keine Warnung `{code}`, die dieser Kommentar stumm schalten könnte.",
            en: "There is no warning `{code}` here that this comment could silence.",
            hint_de: "Den Kommentar löschen; er gilt für seine Zeile und, wenn er allein steht, für die nächste.",
            hint_en: "Delete the comment; it holds for its line and, when it stands alone, for the next.",
            why_de: "Ein Kommentar schaltet eine Warnung stumm, die es nicht gibt. Vielleicht ist der Anlass behoben, oder der Kommentar steht an der falschen Stelle. Er gilt für seine Zeile und, wenn er allein steht, für die nächste.",
            why_en: "A comment silences a warning that is not there. Perhaps the reason is gone, or the comment stands in the wrong place. It holds for its line and, when it stands alone, for the next.",
            example: Event, wrong: "# bba: ok W0901\nsummary: Treffen im Raum 112", right: "summary: Treffen im Raum 112",

        /// A comment that silences something other than a warning.
        W0904 CannotBeSilenced { code: String }
            de: { if code.is_empty() {
                "In diesem Kommentar fehlt, welche Warnung er stumm schalten soll.".to_owned()
            } else {
                format!("`{code}` ist keine Warnung, die man stumm schalten kann.")
            } },
            en: { if code.is_empty() {
                "This comment does not say which warning it should silence.".to_owned()
            } else {
                format!("`{code}` is no warning that can be silenced.")
            } },
            hint_de: "Stumm schalten lassen sich Warnungen, zum Beispiel so: `bba: ok W0803`",
            hint_en: "Warnings can be silenced, for example so: `bba: ok W0803`",
            why_de: "Ein Kommentar soll etwas stumm schalten, das keine Warnung ist. Fehler lassen sich nicht stumm schalten: Sie müssen behoben werden. Warnungen beginnen mit W.",
            why_en: "A comment should silence something that is no warning. Errors cannot be silenced: they have to be mended. Warnings begin with W.",
            example: Event, wrong: "# bba: ok E0301\nsummary: Treffen", right: "summary: Treffen",

        /// A text without translations, or a whole file; the languages that it lacks.
        W0910 Untranslated { languages: Vec<Language>, is_file: bool }
            de: { if *is_file {
                format!("Diese Datei hat keine Übersetzung in: {}", tags(languages))
            } else {
                format!("Dieser Text fehlt in: {}", tags(languages))
            } },
            en: { if *is_file {
                format!("This file has no translation in: {}", tags(languages))
            } else {
                format!("This text is missing in: {}", tags(languages))
            } },
            hint_de: { if *is_file {
                format!("Sie liegt neben dem Original und trägt die Sprache vor `.md`: {}. Bis dahin fehlt die Seite dort; Listen führen zum Original.", endings(languages))
            } else {
                "Bis dahin steht dort der Text in der Hauptsprache, mit einem Hinweis.".to_owned()
            } },
            hint_en: { if *is_file {
                "It lies beside the original, with the language before `.md`. Until then the page is missing there; lists lead to the original.".to_owned()
            } else {
                "Until then the text in the main language stands there, with a note.".to_owned()
            } },
            why_de: "Ein Text fehlt in einer Sprache der Website. Bis er da ist, steht dort der Text in der Hauptsprache mit einem Hinweis; eine Markdown-Seite fehlt in dieser Sprache ganz. Texte stehen nach Sprachen untereinander, die Übersetzung einer Markdown-Datei liegt als `name.en.md` daneben.",
            why_en: "A text is missing in a language of the site. Until it is there, the text in the main language stands there with a note; a Markdown page is missing in that language altogether. Texts stand by language one below the other; the translation of a Markdown file lies beside it as `name.en.md`.",
            example: Shown, wrong: "title: Treffen                       # languages: [de, en]", right: "title: {de: Treffen, en: Meeting}",

        /// A translation of an earlier version of its original.
        W0911 TranslationOutdated { original: String, file: String }
            de: "Das Original `{original}` wurde nach dieser Übersetzung geändert.",
            en: "The original `{original}` was changed after this translation.",
            hint_de: "Vergleichen und anpassen, dann: bba translate --accept {file}",
            hint_en: "Compare and adapt it, then: bba translate --accept {file}",
            why_de: "Das Original wurde nach seiner Übersetzung geändert. Vielleicht sagt die Übersetzung jetzt etwas anderes. Vergleichen Sie beide, und vermerken Sie es dann mit `bba translate --accept DATEI`.",
            why_en: "The original was changed after its translation. Perhaps the translation now says something else. Compare the two, then note it with `bba translate --accept FILE`.",
            example: Shown, wrong: "translates: 0f3a…    # das Original ist inzwischen ein anderes", right: "translates: 91bc…    # geschrieben von bba translate --accept",

        /// A translation that does not say of which version of its original it is.
        W0912 TranslationUnconfirmed { original: String, file: String }
            de: "Ob diese Übersetzung zum heutigen Text von `{original}` passt, ist nicht vermerkt.",
            en: "It is not noted whether this translation fits the present text of `{original}`.",
            hint_de: "Vergleichen, dann: bba translate --accept {file}",
            hint_en: "Compare it, then: bba translate --accept {file}",
            why_de: "Eine Übersetzung sagt nicht, zu welchem Stand ihres Originals sie passt. So merkt niemand, wenn das Original sich ändert. `bba translate --accept DATEI` schreibt es in den Kopf der Datei.",
            why_en: "A translation does not say which version of its original it fits. So nobody notices when the original changes. `bba translate --accept FILE` writes it into the head of the file.",
            example: Shown, wrong: "title: News", right: "title: News\ntranslates: 91bc…",

        /// An interface text that nothing asks for.
        W0913 StringUnused { key: String }
            de: "Den Text `{key}` braucht niemand.",
            en: "Nothing needs the text `{key}`.",
            why_de: "Einen Text der Oberfläche braucht niemand. Weder eine Vorlage noch das Programm fragt nach ihm. Meist ist der Schlüssel vertippt oder der Text stammt von früher.",
            why_en: "Nothing needs this interface text. Neither a template nor the program asks for it. Most often the key is misspelt, or the text is from earlier.",
            example: Shown, wrong: "nav: {startseite: Start}", right: "nav: {home: Start}",

        /// A sentence that is long for simple language; its words.
        W0914 LongSentence { words: usize }
            de: "Dieser Satz hat {words} Wörter; in einfacher Sprache sind es höchstens 15.",
            en: "This sentence has {words} words; simple language has 15 at most.",
            hint_de: "Einen Gedanken je Satz schreiben.",
            hint_en: "Write one thought in a sentence.",
            why_de: "Ein Satz ist lang für einfache Sprache. Er hat mehr als 15 Wörter. Ein Gedanke je Satz hilft allen, die langsam lesen.",
            why_en: "A sentence is long for simple language. It has more than 15 words. One thought in a sentence helps all who read slowly.",
            example: Page, wrong: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nUnsere Gäste kommen aus vielen Ländern nach Sachsen, und sie möchten hier viele Firmen und Menschen treffen.", right: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nUnsere Gäste kommen aus vielen Ländern. Sie möchten hier Firmen treffen.",

        /// A word that is long for simple language.
        W0915 LongWord { word: String }
            de: "»{word}« ist ein langes Wort.",
            en: "“{word}” is a long word.",
            hint_de: "Mit Bindestrich oder Mediopunkt gliedern: Delegations·besuch",
            hint_en: "Divide it with a hyphen or a middle dot: Delegations·besuch",
            why_de: "Ein Wort ist lang für einfache Sprache. Es hat mehr als 20 Buchstaben. Ein Bindestrich oder ein Mediopunkt (·) zeigt, woraus es besteht.",
            why_en: "A word is long for simple language. It has more than 20 letters. A hyphen or a middle dot (·) shows what it is made of.",
            example: Page, wrong: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nEs kommt eine Wirtschaftsdelegation.", right: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nEs kommt eine Wirtschafts-Delegation.",

        /// A translation lacks a text that its original has; its key, or nothing for the text itself.
        W0916 TranslationLacks { key: Option<&'static str> }
            de: { match key {
                Some(it) => format!("Der Übersetzung fehlt `{it}`; das Original hat es."),
                None => "Der Übersetzung fehlt der Text; das Original hat einen.".to_owned(),
            } },
            en: { match key {
                Some(it) => format!("The translation lacks `{it}`, which the original has."),
                None => "The translation lacks the text that the original has.".to_owned(),
            } },
            why_de: "Einer Übersetzung fehlt ein Teil, den ihr Original hat. Das kann der Vorspann sein, die Unterzeile, die Beschreibung oder der Text selbst. Was im Kopf fehlt, erscheint in der Hauptsprache; ohne Text bliebe die Seite leer.",
            why_en: "A translation lacks a part that its original has. It may be the lead, the subtitle, the description or the text itself. What is missing in the head appears in the main language; without a text the page would be empty.",
            example: Shown, wrong: "---\ntitle: News\n---", right: "---\ntitle: News\n---\n\nText in English.",

        /// An item that is published and now hidden: its first address and how many more.
        W0917 Withdrawn { address: String, more: usize }
            de: { format!("Veröffentlicht, aber jetzt nicht mehr zu sehen: `{address}`{}", and_more_de(*more)) },
            en: { format!("Published, but not to be seen any more: `{address}`{}", and_more_en(*more)) },
            why_de: "Etwas ist veröffentlicht und jetzt durch `draft` oder `embargo` verborgen. Seine Adressen antworten so lange, als hätte es sie nie gegeben. Soll es dabei bleiben, gehört eine Zeile in `gone`.",
            why_en: "Something is published and now hidden by `draft` or `embargo`. Until it is shown again its addresses answer as if they had never been there. If that is to stay, a line under `gone` belongs to it.",
            example: Shown, wrong: "draft: true     # und schon veröffentlicht", right: "status: postponed",
    }
}

fn weekday(weekday: Weekday, language: MessageLanguage) -> &'static str {
    let (german, english) = match weekday {
        Weekday::Monday => ("Montag", "Monday"),
        Weekday::Tuesday => ("Dienstag", "Tuesday"),
        Weekday::Wednesday => ("Mittwoch", "Wednesday"),
        Weekday::Thursday => ("Donnerstag", "Thursday"),
        Weekday::Friday => ("Freitag", "Friday"),
        Weekday::Saturday => ("Samstag", "Saturday"),
        Weekday::Sunday => ("Sonntag", "Sunday"),
    };
    language.pick(german, english)
}

/// The name of the month of a date.
fn month(date: Date, language: MessageLanguage) -> &'static str {
    let (german, english) = match date.month() {
        1 => ("Januar", "January"),
        2 => ("Februar", "February"),
        3 => ("März", "March"),
        4 => ("April", "April"),
        5 => ("Mai", "May"),
        6 => ("Juni", "June"),
        7 => ("Juli", "July"),
        8 => ("August", "August"),
        9 => ("September", "September"),
        10 => ("Oktober", "October"),
        11 => ("November", "November"),
        _ => ("Dezember", "December"),
    };
    language.pick(german, english)
}

fn page_name(page_type: &str) -> &'static str {
    match page_type {
        "imprint" => "Impressum",
        "privacy" => "Datenschutz",
        "accessibility" => "Barrierefreiheit",
        "simple-language" => "Leichte Sprache",
        "sign-language" => "Gebärdensprache",
        _ => "Seite",
    }
}

/// »`….en.md`, `….es.md`«
fn endings(languages: &[Language]) -> String {
    let endings = languages.iter().map(|language| format!("`….{language}.md`"));
    endings.collect::<Vec<_>>().join(", ")
}

fn tags(languages: &[Language]) -> String {
    languages.iter().map(Language::tag).collect::<Vec<_>>().join(", ")
}
