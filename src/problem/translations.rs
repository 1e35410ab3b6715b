//! W09xx: the state of translations.

use crate::language::Language;

messages! {
    /// What a language of the site lacks.
    pub enum TranslationWarning {
        /// A file whose name ends as that of a translation would, beside the original.
        W0855 LooksLikeTranslation { right: String }
            de: "Dem Namen nach ist das eine Übersetzung; gelesen wird die Datei als eigenes Original in der Hauptsprache.",
            en: "By its name this is a translation; the file is read as an original of its own in the main language.",
            hint_de: "Ist es eine Übersetzung, bitte umbenennen in `content/{right}`.",
            hint_en: "If it is a translation, please rename it to `content/{right}`.",
            why_de: "Der Name dieser Datei endet mit dem Kürzel einer Sprache der Website, und daneben liegt eine ohne. Übersetzungen tragen die Sprache hinter einem Punkt: `programm.en.md`.",
            why_en: "The name of this file ends with the tag of a language of the site, and a file without it lies beside it. Translations put the language after a point: `programm.en.md`.",
            example: Shown, wrong: "content/pages/programm.md\ncontent/pages/programm-en.md", right: "content/pages/programm.md\ncontent/pages/programm.en.md",

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
                "Put it beside the original, with the language before `.md`. Until then the page is missing there; lists lead to the original.".to_owned()
            } else {
                "Until then the text in the main language appears there, with a note.".to_owned()
            } },
            why_de: "Ein Text fehlt in einer Sprache der Website. Bis er da ist, steht dort der Text in der Hauptsprache mit einem Hinweis; eine Markdown-Seite fehlt in dieser Sprache ganz. Texte stehen nach Sprachen nebeneinander, die Übersetzung einer Markdown-Datei liegt als `name.en.md` daneben.",
            why_en: "A text is missing in a language of the site. Until it is there, the text in the main language appears there with a note; a Markdown page is missing in that language altogether. Texts are given by language, side by side; the translation of a Markdown file is beside it as `name.en.md`.",
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
            en: "This translation is not marked as up to date with `{original}`.",
            hint_de: "Vergleichen, dann: bba translate --accept {file}",
            hint_en: "Compare it, then: bba translate --accept {file}",
            why_de: "Eine Übersetzung sagt nicht, zu welchem Stand ihres Originals sie passt. So merkt niemand, wenn das Original sich ändert. `bba translate --accept DATEI` schreibt es in den Kopf der Datei.",
            why_en: "A translation does not say which version of its original it fits. So nobody notices when the original changes. `bba translate --accept FILE` writes it into the head of the file.",
            example: Shown, wrong: "title: News", right: "title: News\ntranslates: 91bc…",

        /// A translation lacks a text that its original has; its key, or nothing for the text itself.
        W0916 TranslationLacks { key: Option<&'static str> }
            de: { match key {
                Some(it) => format!("Der Übersetzung fehlt `{it}`; das Original hat es."),
                None => "Der Übersetzung fehlt der Text; das Original hat einen.".to_owned(),
            } },
            en: { match key {
                Some(it) => format!("`{it}` is missing from the translation; the original has it."),
                None => "The text is missing from the translation; the original has one.".to_owned(),
            } },
            why_de: "Einer Übersetzung fehlt ein Teil, den ihr Original hat. Das kann der Vorspann sein, die Unterzeile, die Beschreibung oder der Text selbst. Was im Kopf fehlt, erscheint in der Hauptsprache; ohne Text bliebe die Seite leer.",
            why_en: "A part of the original is missing from its translation. It may be the lead, the subtitle, the description or the text itself. What is missing in the head appears in the main language; without a text the page would be empty.",
            example: Shown, wrong: "---\ntitle: News\n---", right: "---\ntitle: News\n---\n\nText in English.",
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
