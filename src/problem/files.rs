//! E01xx: files, their names and whether they can be read at all.

messages! {
    /// What can be wrong with a file as a whole.
    pub enum FileProblem {
        /// There is no content/site.yaml.
        E0101 SiteFileMissing
            de: "Die Datei `content/site.yaml` fehlt: Sie sagt, was das für eine Website ist.",
            en: "The file `content/site.yaml` is missing: it says what site this is.",
            why_de: "`content/site.yaml` fehlt. Diese Datei sagt, welche Website gebaut wird: Name, Adresse, Sprachen, Zeitzone, Theme und Herausgeber. Ohne sie hat keine andere Datei einen Sinn. Meist wurde der Befehl im falschen Ordner gestartet; dann hilft `--root`.",
            why_en: "`content/site.yaml` is missing. This file says what site is built: name, address, languages, time zone, theme and publisher. Without it no other file makes sense. Usually the command was started in the wrong folder; then `--root` helps.",
            example: Shown, wrong: "bba build --root content", right: "bba build --root .",

        /// The file is not UTF-8.
        E0102 NotUtf8
            de: "Die Datei ist nicht als UTF-8 gespeichert.",
            en: "The file is not saved as UTF-8.",
            hint_de: "Die Datei im Editor mit der Kodierung »UTF-8« speichern.",
            hint_en: "Save the file in your editor with the encoding “UTF-8”.",
            why_de: "Die Datei ist nicht als UTF-8 gespeichert. UTF-8 ist die Kodierung, in der Umlaute und alle Schriften Platz haben; ältere Programme unter Windows speichern anders. Die markierte Stelle ist das erste Zeichen, das nicht zu lesen ist.",
            why_en: "The file is not saved as UTF-8. UTF-8 is the encoding that has room for umlauts and every script; older programs on Windows save differently. The marked place is the first character that cannot be read.",
            example: Shown, wrong: "Speichern unter … Codierung: ANSI", right: "Speichern unter … Codierung: UTF-8",

        /// The file is larger than a content file may be; its size in bytes.
        E0103 FileTooLarge { size: u64 }
            de: { format!("Die Datei ist {:.1} MB groß, erlaubt ist 1 MB.", *size as f64 / 1e6) },
            en: { format!("The file is {:.1} MB; the limit is 1 MB.", *size as f64 / 1e6) },
            hint_de: "Bilder und Dokumente gehören nach `content/media/`.",
            hint_en: "Pictures and documents belong in `content/media/`.",
            why_de: "Die Datei ist größer als 1 MB. So lang wird kein Text; meist wurde ein Bild oder ein Dokument an einer falschen Stelle abgelegt. Bilder und Dokumente gehören nach `content/media/`.",
            why_en: "The file is larger than 1 MB. No text gets that long; most often a picture or a document was put in the wrong place. Pictures and documents belong in `content/media/`.",
            example: Shown, wrong: "content/pages/gruppenbild.md (6 MB)", right: "content/media/gruppenbild.jpg",

        /// The file or folder is a link that leads out of the tree or nowhere.
        E0104 LinkLeadsOut
            de: "Diese Verknüpfung führt aus ihrem Ordner hinaus, zu etwas Verborgenem oder ins Leere.",
            en: "This link leads out of its folder, to something hidden or nowhere.",
            hint_de: "Die Datei selbst an diese Stelle legen.",
            hint_en: "Put the file itself here.",
            why_de: "Eine Verknüpfung im Dateisystem führt aus ihrem Ordner hinaus, zu etwas Verborgenem oder ins Leere. So käme etwas auf die Website, das dort nicht hingehört, und auf einem anderen Rechner sähe sie anders aus. Erlaubt sind nur Verknüpfungen innerhalb von `media/`, `events/` und den anderen Ordnern für Inhalte, und nur zu Dateien, die auch selbst gelesen würden.",
            why_en: "A link in the file system leads out of its folder, to something hidden or nowhere. So something would get onto the site that does not belong there, and on another machine the site would be another one. Links are allowed only inside of `media/`, `events/` and the other folders for content, and only to files that would be read themselves.",
            example: Shown, wrong: "content/media/logo.svg → C:\\Daten\\logo.svg", right: "content/media/logo.svg",

        /// Neither a file nor a folder.
        E0105 NotAPlainFile
            de: "Das ist weder eine Datei noch ein Ordner.",
            en: "This is neither a file nor a folder.",
            hint_de: "Die Datei selbst an diese Stelle legen.",
            hint_en: "Put the file itself here.",
            why_de: "Hier liegt weder eine Datei noch ein Ordner. Gelesen werden nur gewöhnliche Dateien.",
            why_en: "This is neither a file nor a folder. Only plain files are read.",
            example: Shown, wrong: "content/events/rohr (eine Pipe)", right: "content/events/treffen.yaml",

        /// Nobody would read a file of this name; the right one, relative to content/, and whether
        /// another file has that already.
        E0106 WrongFileName { right: Option<String>, is_taken: bool }
            de: "Eine Datei mit diesem Namen wird hier nicht gelesen.",
            en: "A file with this name is not read here.",
            hint_de: { match right {
                Some(it) if *is_taken => format!("`content/{it}` gibt es schon: Was dort fehlt, dorthin übernehmen, und diese Datei löschen."),
                Some(it) => format!("Bitte umbenennen in `content/{it}`."),
                None => "Gelesen werden: site.yaml, organisations.yaml, contacts.yaml, venues.yaml, sectors.yaml, accessibility.yaml und die Ordner events, delegations, press, pages, media.".to_owned(),
            } },
            hint_en: { match right {
                Some(it) if *is_taken => format!("`content/{it}` exists already: move there what it lacks, and delete this file."),
                Some(it) => format!("Please rename it to `content/{it}`."),
                None => "These are read: site.yaml, organisations.yaml, contacts.yaml, venues.yaml, sectors.yaml, accessibility.yaml and the folders events, delegations, press, pages, media.".to_owned(),
            } },
            why_de: "Eine Datei mit diesem Namen würde von niemandem gelesen. Damit sich niemand wundert, warum etwas nicht erscheint, ist das ein Fehler. Veranstaltungen und Delegationen enden auf `.yaml`, Seiten und Pressemitteilungen auf `.md`, alles klein geschrieben. Namen, die mit `_` oder `.` beginnen, werden mit Absicht übergangen.",
            why_en: "A file with this name is not read. So that nobody has to wonder why something does not appear, this is an error. Events and delegations end in `.yaml`, pages and press releases in `.md`, all in lower case. Names that begin with `_` or `.` are ignored on purpose.",
            example: Shown, wrong: "content/veranstaltungen/treffen.yml", right: "content/events/treffen.yaml",

        /// A stem or key that is no id.
        E0107 BadId { id: String, suggestion: String }
            de: "»{id}« kann keine Kennung sein: Erlaubt sind kleine Buchstaben a–z, Ziffern und einzelne Bindestriche, höchstens 80 Zeichen, mindestens ein Buchstabe.",
            en: "“{id}” cannot be an id: lower-case letters a–z, digits and single hyphens are allowed, at most 80 characters, at least one letter.",
            hint_de: { with_word(suggestion).map(|it| format!("Zum Beispiel: `{it}`")) },
            hint_en: { with_word(suggestion).map(|it| format!("For example: `{it}`")) },
            why_de: "Der Name einer Datei oder ein Schlüssel taugt nicht als Kennung. Die Kennung steht in Adressen und Kalendern und ändert sich nie. Darum hat sie nur kleine Buchstaben von a bis z, Ziffern und einzelne Bindestriche; Umlaute werden ausgeschrieben. Wie etwas heißt, steht in `title` oder `name`.",
            why_en: "The name of a file or a key cannot be an id. The id is part of addresses and calendars and never changes. So it has only lower-case letters from a to z, digits and single hyphens. What something is called belongs in `title` or `name`.",
            example: File("sectors.yaml"), wrong: "Größe & Maß: {name: Messtechnik}", right: "messtechnik: {name: Messtechnik}",

        /// Two files with one id; the other file.
        E0108 DuplicateId { id: String, other: String }
            de: "Die Kennung »{id}« gibt es schon: {other}",
            en: "The id “{id}” is taken: {other}",
            hint_de: "Eine der beiden Dateien umbenennen.",
            hint_en: "Rename one of the two files.",
            why_de: "Zwei Dateien haben denselben Namen und damit dieselbe Kennung. Unterordner ändern daran nichts: Sie dienen nur der Ordnung. Eine der beiden braucht einen anderen Namen, am besten die neuere.",
            why_en: "Two files have the same name and so the same id. Folders do not change that: they only keep order. One of the two needs another name, best the newer.",
            example: Shown, wrong: "content/events/2019/treffen.yaml\ncontent/events/2020/treffen.yaml", right: "content/events/2019/treffen.yaml\ncontent/events/2020/treffen-2020.yaml",

        /// A release whose file name does not begin with a date.
        E0109 ReleaseNameWithoutDate { name: String }
            de: "Der Dateiname »{name}« beginnt nicht mit einem Datum.",
            en: "The file name “{name}” does not begin with a date.",
            hint_de: { format!("Zum Beispiel: `2019-09-23-{}.md`", without_numbers(name)) },
            hint_en: { format!("For example: `2019-09-23-{}.md`", without_numbers(name)) },
            why_de: "Der Name einer Pressemitteilung beginnt mit ihrem Datum. Danach folgen ein Bindestrich und ein kurzer Name. So liegen die Dateien in der richtigen Reihenfolge, und zwei Mitteilungen mit ähnlichem Titel kommen sich nicht in die Quere.",
            why_en: "The name of a press release begins with its date. A hyphen and a short name follow. So the files are in the right order, and two releases with similar titles do not get in each other's way.",
            example: Shown, wrong: "content/press/mexiko.md", right: "content/press/2019-09-23-mexiko.md",

        /// A translation whose original is not there.
        E0110 NoOriginal { original: String }
            de: "Das ist eine Übersetzung, aber das Original `{original}` fehlt.",
            en: "This is a translation, but the original `{original}` is missing.",
            why_de: "Eine Übersetzung steht allein, ihr Original fehlt. Die Übersetzung heißt wie das Original, nur mit dem Sprachkürzel vor `.md`. Meist ist einer der beiden Namen verschrieben.",
            why_en: "The original of a translation is missing. A translation has the name of the original, with the language before `.md`. Usually one of the two names is misspelt.",
            example: Shown, wrong: "content/press/2019-09-23-mexico.en.md\ncontent/press/2019-09-23-mexiko.md", right: "content/press/2019-09-23-mexiko.en.md\ncontent/press/2019-09-23-mexiko.md",

        /// The file is empty.
        E0111 EmptyFile
            de: "In dieser Datei steht nichts.",
            en: "This file is empty.",
            why_de: "In der Datei steht nichts, oder nur Kommentare. Wenn sie noch nicht gebraucht wird: löschen, oder den Namen mit `_` beginnen lassen, dann wird sie übergangen.",
            why_en: "The file is empty or has only comments. If it is not needed yet: delete it, or begin its name with `_`; then it is ignored.",
            example: File("events/beispiel.yaml"), wrong: "# kommt noch", right: "title: Treffen\nstart: 2019-10-01\npublished: 2019-08-01",

        /// The file of an original has its language in its name, as only translations have.
        E0112 OriginalWithLanguage { language: String }
            de: "`{language}` ist die Hauptsprache der Website; ihre Dateien tragen keine Sprache im Namen.",
            en: "`{language}` is the main language of the site; its files have no language in their names.",
            hint_de: "Bitte ohne Sprache benennen, zum Beispiel `programm.md`.",
            hint_en: "Name it without a language, for example `programm.md`.",
            why_de: "Eine Datei in der Hauptsprache trägt deren Kürzel im Namen. Das tun nur Übersetzungen. Die Hauptsprache ist die erste unter `languages` in `site.yaml`.",
            why_en: "A file in the main language has that language in its name. Only translations have. The main language is the first under `languages` in `site.yaml`.",
            example: Shown, wrong: "content/pages/programm.de.md", right: "content/pages/programm.md",
    }
}

/// An id to propose; one of numbers alone needs a word behind them.
fn with_word(id: &str) -> Option<String> {
    let has_word = id.contains(|c: char| c.is_ascii_lowercase());
    let word = if has_word { "" } else { "-name" };
    (!id.is_empty()).then(|| format!("{id}{word}"))
}

/// A name without the numbers that it begins with: they are no date, and one stands before it.
fn without_numbers(name: &str) -> &str {
    let words = name.trim_start_matches(|c: char| c.is_ascii_digit() || "-._ ".contains(c));
    if words.is_empty() { "name" } else { words }
}
