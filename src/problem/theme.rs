//! E07xx: the theme, and what the program checks of its own work.

messages! {
    /// What can be wrong with the theme, or with the work of the program.
    pub enum ThemeProblem {
        /// The theme does not exist.
        E0701 ThemeMissing { theme: String }
            de: "Das Theme »{theme}« gibt es nicht: Der Ordner `themes/{theme}/` fehlt.",
            en: "The theme “{theme}” does not exist: the folder `themes/{theme}/` is missing.",
            hint_de: "Das eingebaute Theme heißt `bba`: `theme: bba`. Ein eigenes hat nur die Dateien, die anders sind.",
            hint_en: "The built-in theme is called `bba`: `theme: bba`. One of your own has only the files that differ.",
            why_de: "Dieses Theme gibt es nicht. `theme` in `site.yaml` nennt einen Ordner unter `themes/`, der einen Ordner `templates` hat.",
            why_en: "The theme does not exist. `theme` in `site.yaml` names a folder below `themes/` that has a folder `templates`.",
            example: Site, wrong: "theme: baa", right: "theme: bba",

        /// An interface text that the theme does not have.
        E0702 StringMissing { key: String }
            de: "Dem Theme fehlt der Text `{key}`.",
            en: "The text `{key}` is missing from the theme.",
            why_de: "Dem Theme fehlt ein Text der Oberfläche. Die Texte stehen je Sprache in einer Datei unter `themes/NAME/strings/`.",
            why_en: "A text of the interface is missing from the theme. These texts are in a file for each language below `themes/NAME/strings/`.",
            example: Shown, wrong: "nav: {}", right: "nav: {home: Startseite}",

        /// A template that cannot be used; the template engine's words.
        E0703 Template { message: String }
            de: "Die Vorlage ist fehlerhaft: {message}",
            en: "The template is faulty: {message}",
            why_de: "Eine Vorlage des Themes ist fehlerhaft. Das betrifft nicht die Inhalte, sondern wer das Theme pflegt.",
            why_en: "A template of the theme is faulty. The content is not to blame; tell whoever maintains the theme.",
            example: Shown, wrong: "{{ page.titel }}", right: "{{ page.title }}",

        /// A template that links to nothing.
        E0704 OutputLink { target: String, page: String }
            de: "Die Seite {page} verweist auf {target}, das es nicht gibt.",
            en: "The page {page} links to {target}, which does not exist.",
            why_de: "Eine fertige Seite verweist auf etwas, das es nicht gibt. Der Link steht in einer Vorlage des Themes, nicht in den Inhalten.",
            why_en: "A finished page links to something that does not exist. The link is in a template of the theme, not in the content.",
            example: Shown, wrong: "<a href=\"/imprint/\">", right: "<a href=\"/impressum/\">",

        /// An id that stands twice on one page.
        E0705 DuplicateAnchor { anchor: String, page: String }
            de: "Auf der Seite {page} gibt es die Stelle `#{anchor}` zweimal.",
            en: "The place `#{anchor}` appears twice on the page {page}.",
            why_de: "Eine Stelle gibt es auf einer Seite zweimal. Ein Link dorthin träfe nur die erste. Meist hat eine Überschrift denselben Namen wie ein fester Teil der Seite; dann hilft ein eigener Name in geschweiften Klammern.",
            why_en: "A place appears twice on a page. A link to it would only reach the first. Usually a heading has the name of a fixed part of the page; then a name of its own in curly brackets helps.",
            example: Shown, wrong: "## Inhalt", right: "## Inhalt {#inhalt-des-programms}",

        /// A calendar file that the independent reader reads differently, or that breaks a rule: our
        /// mistake.
        E0706 CalendarUnreadable { path: String, detail: String }
            de: "Die Kalenderdatei /{path} wird nicht so gelesen, wie sie gemeint ist; das ist ein Fehler dieses Programms ({detail}).",
            en: "The calendar file /{path} is not read as it was meant; this is a bug in this program ({detail}).",
            why_de: "Eine Kalenderdatei wird von einem zweiten Programm anders gelesen, als sie gemeint ist. Das ist ein Fehler dieses Programms, nicht der Inhalte. Bitte melden, mit der Datei, die hier genannt ist.",
            why_en: "A calendar file is understood differently by a second program. This is a bug in this program, not of the content. Please report it, with the file named here.",
            example: Shown, wrong: "", right: "",

        /// The theme has no texts in the language of the site.
        E0707 StringsMissing { language: String }
            de: "Dem Theme fehlt diese Datei: die Texte der Oberfläche in einer Sprache der Website.",
            en: "This file is missing from the theme: the interface texts in a language of the site.",
            hint_de: "`bba theme --copy strings/{language}.yaml` legt sie mit englischen Texten an, zum Übersetzen.",
            hint_en: "`bba theme --copy strings/{language}.yaml` writes it with English texts, to be translated.",
            why_de: "Dem Theme fehlen die Texte der Oberfläche in einer Sprache der Website. Für jede Sprache in `site.yaml` braucht es eine Datei unter `themes/NAME/strings/`.",
            why_en: "The theme has no interface texts in a language of the site. Each language in `site.yaml` needs a file below `themes/NAME/strings/`.",
            example: Shown, wrong: "languages: [pl]      # ohne themes/bba/strings/pl.yaml", right: "languages: [de]      # mit themes/bba/strings/de.yaml",

        /// A text that depends on a count and lacks a form that the language has.
        E0708 PluralMissing { key: String, form: &'static str }
            de: "Dem Text `{key}` fehlt die Form `{form}`, die diese Sprache bei Zahlen hat.",
            en: "The form `{form}` of the text `{key}` is missing; this language has it for counts.",
            hint_de: "Zum Beispiel: `{form}: \"{{count}} …\"`",
            hint_en: "For example: `{form}: \"{{count}} …\"`",
            why_de: "Einem Text mit einer Zahl fehlt eine Form. Jede Sprache hat ihre eigenen Formen für Zahlen: Deutsch zwei, Polnisch vier. Im Text steht `{count}` für die Zahl.",
            why_en: "A form of a text with a number is missing. Every language has its own forms for numbers: English two, Polish four. In the text `{count}` stands for the number.",
            example: Shown, wrong: "events: {other: \"{count} Termine\"}", right: "events: {one: \"{count} Termin\", other: \"{count} Termine\"}",

        /// A page that says it is another page in another language, which does not say so of it.
        E0709 LanguageLinkOneSided { page: String, other: String }
            de: "Die Seite {page} nennt {other} als dieselbe Seite in einer anderen Sprache, umgekehrt aber nicht.",
            en: "The page {page} names {other} as the same page in another language, but not the other way round.",
            why_de: "Zwei Seiten nennen sich nicht gegenseitig als Fassungen derselben Seite in anderen Sprachen. Suchmaschinen glauben solchen Angaben nur, wenn beide Seiten sie machen. Die Vorlage muss in jeder Fassung alle Sprachen nennen.",
            why_en: "Two pages do not name each other as versions of the same page in other languages. Search engines believe this only when both pages say so. The template must name all languages in every version.",
            example: Shown, wrong: "", right: "",

        /// An interface text has a place that nothing fills.
        E0710 UnknownPlace { place: String, known: String }
            de: "Unbekannter Platzhalter `{{{place}}}`; er stünde so auf der Website.",
            en: "Unknown placeholder `{{{place}}}`; it would appear on the site as it is.",
            hint_de: { if known.is_empty() {
                "Dieser Text hat keine Platzhalter.".to_owned()
            } else {
                format!("Möglich: {known}.")
            } },
            hint_en: { if known.is_empty() {
                "This text has no placeholders.".to_owned()
            } else {
                format!("Possible: {known}.")
            } },
            why_de: "Ein Text der Oberfläche hat einen Platzhalter in geschweiften Klammern, den das Programm nicht kennt. Er bliebe stehen, wie er ist. Die Platzhalter eines Textes heißen in allen Sprachen gleich; übersetzt wird nur, was um sie steht.",
            why_en: "An interface text has a placeholder in curly brackets that the program does not know. It would stay as it is. The placeholders of a text have the same names in all languages; only the text around them is translated.",
            example: Shown, wrong: "registration: {until: \"do {czas}\"}", right: "registration: {until: \"do {time}\"}",

        /// A file of interface texts follows the customs of another language.
        E0711 LocaleOfAnotherLanguage { locale: String, language: String }
            de: "`{locale}` gehört nicht zur Sprache dieser Datei, `{language}`.",
            en: "`{locale}` is not of the language of this file, `{language}`.",
            hint_de: "Zum Beispiel: `locale: {language}`; `locale` bestimmt, wie Datum und Zahlen aussehen und wie sortiert wird.",
            hint_en: "For example: `locale: {language}`; it decides how dates and numbers look and how names are sorted.",
            why_de: "`locale` in einer Datei mit Texten der Oberfläche nennt eine andere Sprache als der Name der Datei. Danach richten sich Datumsangaben, Zahlen, Mehrzahlformen und die Reihenfolge von Namen. Meist wurde die Datei kopiert und diese Zeile vergessen.",
            why_en: "`locale` in a file of interface texts names a language other than the name of the file. Dates, numbers, plurals and the order of names follow it. Usually the file was copied and this line forgotten.",
            example: Shown, wrong: "locale: en_GB      # in pl.yaml", right: "locale: pl_PL",
    }
}
