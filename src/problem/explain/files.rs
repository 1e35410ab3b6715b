//! E01xx: files, their names and whether they can be read at all.

use super::Example::{File, Shown};
use super::Explanation;
use super::explanation;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    explanation(
        "E0101",
        "`content/site.yaml` fehlt. Diese Datei sagt, welche Website gebaut wird: Name, Adresse, Sprachen, Zeitzone, Theme und Herausgeber. Ohne sie hat keine andere Datei einen Sinn. Meist wurde der Befehl im falschen Ordner gestartet; dann hilft `--root`.",
        "`content/site.yaml` is missing. This file says what site is built: name, address, languages, time zone, theme and publisher. Without it no other file makes sense. Most often the command was started in the wrong folder; then `--root` helps.",
        Shown,
        "bba build --root content",
        "bba build --root .",
    ),
    explanation(
        "E0102",
        "Die Datei ist nicht als UTF-8 gespeichert. UTF-8 ist die Kodierung, in der Umlaute und alle anderen Schriften Platz haben; ältere Programme unter Windows speichern anders. Die markierte Stelle ist das erste Zeichen, das nicht zu lesen ist.",
        "The file is not saved as UTF-8. UTF-8 is the encoding that has room for umlauts and every script; older programs on Windows save differently. The marked place is the first character that cannot be read.",
        Shown,
        "Speichern unter … Codierung: ANSI",
        "Speichern unter … Codierung: UTF-8",
    ),
    explanation(
        "E0103",
        "Die Datei ist größer als 1 MB. So lang wird kein Text; meist wurde ein Bild oder ein Dokument an einer falschen Stelle abgelegt. Bilder und Dokumente gehören nach `content/media/`.",
        "The file is larger than 1 MB. No text gets that long; most often a picture or a document was put in the wrong place. Pictures and documents belong into `content/media/`.",
        Shown,
        "content/pages/gruppenbild.md (6 MB)",
        "content/media/gruppenbild.jpg",
    ),
    explanation(
        "E0104",
        "Eine Verknüpfung führt aus dem Ordner hinaus oder ins Leere. Auf einem anderen Rechner gäbe es das Ziel nicht, und die Website sähe dort anders aus. Deshalb muss jede Datei selbst da sein.",
        "A link of the file system leads out of the folder or nowhere. On another machine the target would not be there, and the site would be another one. So every file must be here itself.",
        Shown,
        "content/media/logo.svg → C:\\Daten\\logo.svg",
        "content/media/logo.svg",
    ),
    explanation(
        "E0105",
        "Hier liegt weder eine Datei noch ein Ordner. Gelesen werden nur gewöhnliche Dateien.",
        "This is neither a file nor a folder. Only plain files are read.",
        Shown,
        "content/events/rohr (eine Pipe)",
        "content/events/treffen.yaml",
    ),
    explanation(
        "E0106",
        "Eine Datei mit diesem Namen würde von niemandem gelesen. Damit sich niemand wundert, warum etwas nicht erscheint, ist das ein Fehler. Veranstaltungen und Delegationen enden auf `.yaml`, Seiten und Pressemitteilungen auf `.md`, alles klein geschrieben. Namen, die mit `_` oder `.` beginnen, werden mit Absicht übergangen.",
        "Nobody would read a file of this name. So that nobody has to wonder why something does not appear, this is an error. Events and delegations end in `.yaml`, pages and press releases in `.md`, all in small letters. Names that begin with `_` or `.` are passed over on purpose.",
        Shown,
        "content/veranstaltungen/treffen.yml",
        "content/events/treffen.yaml",
    ),
    explanation(
        "E0107",
        "Der Name einer Datei oder ein Schlüssel taugt nicht als Kennung. Die Kennung steht in Adressen und Kalendern und ändert sich nie. Darum hat sie nur kleine Buchstaben von a bis z, Ziffern und einzelne Bindestriche; Umlaute werden ausgeschrieben. Wie etwas heißt, steht in `title` oder `name`.",
        "The name of a file or a key cannot be an id. The id stands in addresses and calendars and never changes. So it has only small letters from a to z, digits and single hyphens. What something is called stands in `title` or `name`.",
        File("sectors.yaml"),
        "Größe & Maß: {name: Messtechnik}",
        "messtechnik: {name: Messtechnik}",
    ),
    explanation(
        "E0108",
        "Zwei Dateien haben denselben Namen und damit dieselbe Kennung. Unterordner ändern daran nichts: Sie dienen nur der Ordnung. Eine der beiden braucht einen anderen Namen, am besten die neuere.",
        "Two files have the same name and so the same id. Folders do not change that: they only keep order. One of the two needs another name, best the newer.",
        Shown,
        "content/events/2019/treffen.yaml\ncontent/events/2020/treffen.yaml",
        "content/events/2019/treffen.yaml\ncontent/events/2020/treffen-2020.yaml",
    ),
    explanation(
        "E0109",
        "Der Name einer Pressemitteilung beginnt mit ihrem Datum. Danach folgen ein Bindestrich und ein kurzer Name. So liegen die Dateien in der richtigen Reihenfolge, und zwei Mitteilungen mit ähnlichem Titel kommen sich nicht in die Quere.",
        "The name of a press release begins with its date. A hyphen and a short name follow. So the files lie in the right order, and two releases with similar titles do not get in each other's way.",
        Shown,
        "content/press/mexiko.md",
        "content/press/2019-09-23-mexiko.md",
    ),
    explanation(
        "E0110",
        "Eine Übersetzung steht allein, ihr Original fehlt. Die Übersetzung heißt wie das Original, nur mit dem Sprachkürzel vor `.md`. Meist ist einer der beiden Namen verschrieben.",
        "A translation stands alone, its original is missing. A translation is called like the original, with the language before `.md`. Most often one of the two names is misspelt.",
        Shown,
        "content/press/2019-09-23-mexico.en.md\ncontent/press/2019-09-23-mexiko.md",
        "content/press/2019-09-23-mexiko.en.md\ncontent/press/2019-09-23-mexiko.md",
    ),
    explanation(
        "E0112",
        "Eine Datei in der Hauptsprache trägt deren Kürzel im Namen. Das tun nur Übersetzungen. Die Hauptsprache ist die erste unter `languages` in `site.yaml`.",
        "A file in the main language has that language in its name. Only translations have. The main language is the first under `languages` in `site.yaml`.",
        Shown,
        "content/pages/programm.de.md",
        "content/pages/programm.md",
    ),
    explanation(
        "E0111",
        "In der Datei steht nichts, oder nur Kommentare. Wenn sie noch nicht gebraucht wird: löschen, oder den Namen mit `_` beginnen lassen, dann wird sie übergangen.",
        "There is nothing in the file, or only comments. If it is not needed yet: delete it, or let its name begin with `_`, then it is passed over.",
        File("events/beispiel.yaml"),
        "# kommt noch",
        "title: Treffen\nstart: 2019-10-01\npublished: 2019-08-01",
    ),
];
