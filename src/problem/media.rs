//! E072x and W095x: pictures and documents in `content/media/`, and who agreed to be shown.

use super::MessageLanguage;

/// Why a file of `media/` is not published although something names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAllowed {
    /// A photograph of an Apple device.
    Heic,
    /// A picture for print.
    Tiff,
    /// A document of Word, Excel or PowerPoint before 2007.
    OldOffice,
    /// A drawing that browsers would run.
    ActiveSvg,
    /// A drawing that loads something from another host.
    ForeignSvg,
    /// A drawing by its name, and something else.
    NoSvg,
    /// Another kind.
    Other,
}

/// What a file of `media/` is, for a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seems {
    /// It has no bytes.
    Empty,
    /// A kind with its ending.
    Kind(&'static str, &'static str),
    /// A kind that is not published.
    NotAllowed(NotAllowed),
}

/// What a PDF lacks for people who do not see it (ISO 14289-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PdfLacks {
    /// Tags: which part is a heading, a list, a table.
    pub tags: bool,
    /// Its language: how its words are spoken.
    pub language: bool,
    /// Its title: what it is called where it is open.
    pub title: bool,
}

impl PdfLacks {
    /// Whether it lacks anything.
    pub fn anything(self) -> bool {
        self.tags || self.language || self.title
    }
}

messages! {
    /// What can be wrong with pictures and documents.
    pub enum MediaProblem {
        /// A file whose name is not UTF-8.
        E0720 NameNotUtf8
            de: "Der Name dieser Datei ist nicht zu lesen: Er ist nicht in UTF-8 geschrieben.",
            en: "The name of this file cannot be read: it is not written in UTF-8.",
            hint_de: "Die Datei umbenennen, am besten mit a–z, Ziffern und Bindestrichen.",
            hint_en: "Rename the file, best with a–z, digits and hyphens.",
            why_de: "Der Name einer Datei ist nicht zu lesen. Er ist nicht in UTF-8 geschrieben; das kommt bei Dateien von alten Datenträgern vor. Zwei solche Namen könnten zur selben Adresse werden.",
            why_en: "The name of a file cannot be read: it is not UTF-8, as happens with files from old disks. Two such names could become one address.",
            example: Shown, wrong: "media/\\xFF.png", right: "media/gruppe.png",

        /// A picture or document that lies beside texts.
        E0721 NotInMedia { name: String }
            de: "»{name}« liegt am falschen Ort: Bilder und Dateien gehören in den Ordner `content/media/`.",
            en: "“{name}” lies in the wrong place: pictures and files belong in the folder `content/media/`.",
            hint_de: "Hierhin verschieben: content/media/{name}",
            hint_en: "Move it here: content/media/{name}",
            why_de: "Ein Bild oder eine Datei liegt am falschen Ort. In den Ordnern für Veranstaltungen, Delegationen, Pressemitteilungen und Seiten stehen nur Texte; Bilder und Dateien liegen in `content/media/` und werden dort beim Namen genannt.",
            why_en: "A picture or a file is in the wrong place. The folders for events, delegations, press releases and pages hold only texts; pictures and files belong in `content/media/`.",
            example: Shown, wrong: "content/press/gruppe.jpg", right: "content/media/gruppe.jpg",

        /// A file of `media/` that nothing names.
        W0950 Unused
            de: "Niemand nennt diese Datei; deshalb wird sie nicht veröffentlicht.",
            en: "Nothing names this file; so it is not published.",
            hint_de: "Nennen Sie sie dort, wo sie gezeigt werden soll, zum Beispiel mit `image` oder `attachments`, oder löschen Sie sie.",
            hint_en: "Name it where it is to be shown, for example with `image` or `attachments`, or delete it.",
            why_de: "Eine Datei in `content/media/` nennt niemand. Veröffentlicht wird nur, was eine öffentliche Seite zeigt oder verlinkt: So geht kein Bild und kein Entwurf online, nur weil es schon hochgeladen ist.",
            why_en: "Nothing names a file in `content/media/`. Only what a public page shows or links to is published: so no picture and no draft goes online only because it was uploaded already.",
            example: Shown, wrong: "content/media/vertrag-entwurf.pdf", right: "attachments: [{file: programm.pdf, title: Programm}]",

        /// A file that a program left in `media/`.
        W0951 LeftBehind { name: String }
            de: "»{name}« hat ein Programm hier liegen lassen; die Datei wird nie veröffentlicht.",
            en: "A program left “{name}” here; the file is never published.",
            hint_de: "Die Datei löschen.",
            hint_en: "Delete the file.",
            why_de: "Eine Datei hat ein Programm liegen lassen. Sperrdateien (`~$…`), Sicherungskopien (`….bak`, `…~`), `Thumbs.db` und halbe Downloads entstehen nebenbei und verraten oft mehr, als gewollt ist, etwa wer ein Dokument gerade bearbeitet. Sie werden nie veröffentlicht.",
            why_en: "A program left a file behind. Lock files (`~$…`), backup copies (`….bak`, `…~`), `Thumbs.db` and half downloads come about on the side and often tell more than anybody wants, such as who is editing a document. They are never published.",
            example: Shown, wrong: "content/media/~$Programm.docx", right: "content/media/programm.pdf",

        /// A file that is named and not published: its kind is not one of those that are. Of a drawing
        /// the line that is not allowed.
        W0952 NotPublished { name: String, reason: NotAllowed, line: Option<usize>, kinds: String }
            de: { format!("»{name}« wird nicht veröffentlicht: {}{}", not_allowed(*reason, MessageLanguage::German), in_line(*line, "Zeile")) },
            en: { format!("“{name}” is not published: {}{}", not_allowed(*reason, MessageLanguage::English), in_line(*line, "line")) },
            hint_de: { mend(*reason, kinds, MessageLanguage::German) },
            hint_en: { mend(*reason, kinds, MessageLanguage::English) },
            why_de: "Diese Art von Datei wird nicht veröffentlicht. Erlaubt sind Bilder, die jeder Browser zeigt (JPEG, PNG, WebP, AVIF, GIF, SVG ohne Skript), Dokumente (PDF, ODT, DOCX, XLSX, PPTX), Videos und Ton (MP4, WebM, MP3, OGG), Untertitel (VTT), Archive (ZIP) und Kalender (ICS). Auf der Seite erscheint die Datei nicht.",
            why_en: "This kind of file is not published. Allowed are pictures that every browser shows (JPEG, PNG, WebP, AVIF, GIF, SVG without a script), documents (PDF, ODT, DOCX, XLSX, PPTX), video and sound (MP4, WebM, MP3, OGG), captions (VTT), archives (ZIP) and calendars (ICS). The file does not appear on the page.",
            example: Shown, wrong: "image: {file: foto.heic, alt: Gruppe, credit: Erika Muster}", right: "image: {file: foto.jpg, alt: Gruppe, credit: Erika Muster}",

        /// A file whose content is not what its name says, and whether it is not published for that.
        W0953 OtherContent { name: String, says: &'static str, is: Option<Seems>, is_withheld: bool }
            de: {
                let what = match is {
                    Some(Seems::Empty) => format!("»{name}« ist leer"),
                    Some(Seems::Kind(kind, _)) => format!("»{name}« ist dem Namen nach {says}, dem Inhalt nach {kind}"),
                    _ => format!("»{name}« ist dem Namen nach {says}, dem Inhalt nach etwas anderes"),
                };
                what + if *is_withheld { " und wird deshalb nicht veröffentlicht." } else { "." }
            },
            en: {
                let what = match is {
                    Some(Seems::Empty) => format!("“{name}” is empty"),
                    Some(Seems::Kind(kind, _)) => format!("“{name}” is {says} by its name and {kind} by its content"),
                    _ => format!("“{name}” is {says} by its name and something else by its content"),
                };
                what + if *is_withheld { "; so it is not published." } else { "." }
            },
            hint_de: { other_content(name, *is, MessageLanguage::German) },
            hint_en: { other_content(name, *is, MessageLanguage::English) },
            why_de: "Der Inhalt einer Datei ist nicht das, was ihr Name sagt. Umbenennen ändert nicht die Art einer Datei; ein Foto vom iPhone bleibt HEIC, auch wenn es `.jpg` heißt. Was kein Browser zeigen kann, wird nicht veröffentlicht.",
            why_en: "The content of a file is not what its name says. Renaming does not change what a file is; a photograph from an iPhone stays HEIC even when it is called `.jpg`. What no browser can show is not published.",
            example: Shown, wrong: "content/media/gruppe.jpg      # der Inhalt ist HEIC", right: "content/media/gruppe.jpg      # als JPEG exportiert",

        /// A place that names a file which is withdrawn.
        W0954 NamesWithdrawn { name: String }
            de: "»{name}« steht in `withdrawn` und erscheint hier nicht.",
            en: "“{name}” is listed in `withdrawn` and does not appear here.",
            hint_de: "Diese Zeile löschen oder eine andere Datei nennen.",
            hint_en: "Delete this line or name another file.",
            why_de: "Hier wird eine Datei genannt, die zurückgezogen ist. Sie steht in `site.yaml` unter `withdrawn` und ist deshalb in keiner Datei der Website; ihre Adressen antworten, dass es sie nicht mehr gibt. Ein Link auf sie wird zu bloßem Text.",
            why_en: "This file is withdrawn. `withdrawn` in `site.yaml` lists it, so it is nowhere on the site and its addresses answer that it is gone. A link to it becomes plain text.",
            example: Shown, wrong: "image: {file: gruppe.jpg, …}     # site.yaml: withdrawn: [gruppe.jpg]", right: "image: {file: saal.jpg, …}",

        /// A file that shall be withdrawn under a name that none has.
        W0955 WithdrawnUnknown { name: String, suggestion: String }
            de: "Eine Datei »{name}« gibt es nicht; zurückgezogen ist damit nichts.",
            en: "There is no file “{name}”; so nothing is withdrawn.",
            hint_de: "Meinten Sie `{suggestion}`?",
            hint_en: "Did you mean `{suggestion}`?",
            why_de: "Unter `withdrawn` steht ein Name, den keine Datei hat. Gibt es eine mit einem ähnlichen Namen, so ist wahrscheinlich sie gemeint – und noch öffentlich.",
            why_en: "`withdrawn` lists a name that no file has. A file with a similar name is probably meant, and still public.",
            example: Shown, wrong: "withdrawn: [grupe.jpg]", right: "withdrawn: [gruppe.jpg]",

        /// A PDF that lacks what people need who do not see it.
        W0956 PdfLacksFacts { name: String, lacks: PdfLacks }
            de: { format!("»{name}« fehlt etwas für alle, die das PDF nicht sehen: {}.", lacking(*lacks, MessageLanguage::German)) },
            en: { format!("“{name}” lacks something for people who do not see it: {}.", lacking(*lacks, MessageLanguage::English)) },
            hint_de: { mend_pdf(*lacks, MessageLanguage::German) },
            hint_en: { mend_pdf(*lacks, MessageLanguage::English) },
            why_de: "Einem PDF fehlt, was alle brauchen, die es sich vorlesen lassen. Tags sagen, was Überschrift, Liste und Tabelle ist; die Sprache, wie Wörter klingen; der Titel, wie das Dokument heißt. Öffentliche Stellen müssen auch Dateien barrierefrei anbieten (BITV 2.0, § 2; EN 301 549, Kapitel 10). Am einfachsten entsteht all das beim Speichern im Textprogramm.",
            why_en: "A PDF lacks what people need who have it read aloud. Tags say what is a heading, a list, a table; the language how words sound; the title what the document is called. Public bodies have to offer accessible files too (EN 301 549, chapter 10). All of that is made most easily when a word processor saves the file.",
            example: Shown, wrong: "Datei → Drucken → Microsoft Print to PDF", right: "Datei → Speichern unter → PDF → Optionen → Dokumentstrukturtags für Barrierefreiheit",

        /// A PDF whose pages are pictures.
        W0957 PdfScanned { name: String }
            de: "»{name}« besteht nur aus Bildern von Seiten: Niemand kann den Text vorlesen lassen, suchen oder vergrößert umbrechen.",
            en: "“{name}” holds only pictures of pages: nobody can have the text read aloud, search it or reflow it.",
            hint_de: "Besser das Original aus dem Textprogramm als PDF speichern. Gibt es nur den Scan: Texterkennung laufen lassen (Adobe Acrobat: Werkzeuge → Scan und OCR → Text erkennen), oder den Text auf die Seite schreiben.",
            hint_en: "Better save the original as PDF from the word processor. When there is only the scan: recognise its text (Adobe Acrobat: Tools → Scan & OCR → Recognize Text), or write the text on the page.",
            why_de: "Ein PDF besteht nur aus Bildern von Seiten. Es ist wahrscheinlich gescannt. Für Menschen, die nicht sehen, ist es leer; Suchmaschinen finden nichts darin.",
            why_en: "A PDF holds only pictures of pages. It was probably scanned. To people who do not see it is empty; search engines find nothing in it.",
            example: Shown, wrong: "programm-scan.pdf", right: "programm.pdf      # aus Word oder LibreOffice gespeichert",

        /// A file that stands where a picture must, and is none.
        W0959 NoPicture { name: String, kind: &'static str }
            de: "»{name}« ist kein Bild, sondern {kind}; hier erscheint nichts.",
            en: "“{name}” is no picture but {kind}; nothing appears here.",
            hint_de: "Ein Bild nennen (JPEG, PNG, WebP, AVIF, GIF, SVG). Zum Herunterladen gehört die Datei unter `attachments`, im Text als Link: [Titel](../media/{name})",
            hint_en: "Name a picture (JPEG, PNG, WebP, AVIF, GIF, SVG). To be downloaded, the file belongs under `attachments`, in a text as a link: [Title](../media/{name})",
            why_de: "Wo ein Bild stehen muss, steht eine andere Datei. Browser zeigen ein PDF oder ein Video an dieser Stelle nicht, sondern ein kaputtes Bild; darum erscheint dort nichts.",
            why_en: "Another file stands where a picture must. Browsers do not show a PDF or a video in that place but a broken picture; so nothing appears there.",
            example: Shown, wrong: "image: {file: programm.pdf, alt: Programm, credit: Erika Muster}", right: "attachments: [{file: programm.pdf, title: Programm}]",
    }
}

/// »Tags, Sprache«
fn lacking(lacks: PdfLacks, language: MessageLanguage) -> String {
    let names = [
        (
            lacks.tags,
            language.pick(
                "Tags (was Überschrift, Liste, Tabelle ist)",
                "tags (what is heading, list, table)",
            ),
        ),
        (lacks.language, language.pick("die Sprache", "the language")),
        (lacks.title, language.pick("der Titel", "the title")),
    ];
    let names = names.into_iter().filter(|(lacks, _)| *lacks).map(|(_, name)| name);
    names.collect::<Vec<_>>().join(", ")
}

/// Where to click in Word and LibreOffice.
fn mend_pdf(lacks: PdfLacks, language: MessageLanguage) -> String {
    let clicks = [
        (lacks.title, language.pick(
            "Titel: in Word Datei → Informationen → Titel, in LibreOffice Datei → Eigenschaften → Beschreibung → Titel.",
            "Title: in Word File → Info → Title, in LibreOffice File → Properties → Description → Title.",
        )),
        (lacks.language, language.pick(
            "Sprache: in Word Überprüfen → Sprache → Sprache für die Korrekturhilfe festlegen, in LibreOffice Extras → Sprache → Für gesamten Text.",
            "Language: in Word Review → Language → Set Proofing Language, in LibreOffice Tools → Language → For all Text.",
        )),
        (true, language.pick(
            "Dann neu speichern: in Word Datei → Speichern unter → PDF → Optionen → »Dokumentstrukturtags für Barrierefreiheit«, in LibreOffice Datei → Exportieren als → Als PDF exportieren → »Universelle Barrierefreiheit (PDF/UA)«. Nicht über »Drucken«.",
            "Then save it anew: in Word File → Save As → PDF → Options → “Document structure tags for accessibility”, in LibreOffice File → Export As → Export as PDF → “Universal Accessibility (PDF/UA)”. Not with “Print”.",
        )),
    ];
    let clicks = clicks.into_iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, click)| click);
    clicks.collect::<Vec<_>>().join(" ")
}

fn not_allowed(reason: NotAllowed, language: MessageLanguage) -> &'static str {
    let (german, english) = match reason {
        NotAllowed::Heic => (
            "Es ist ein HEIC-Foto; die meisten Browser zeigen es nicht.",
            "it is a HEIC photograph, which most browsers do not show.",
        ),
        NotAllowed::Tiff => (
            "Es ist ein TIFF-Bild; die meisten Browser zeigen es nicht.",
            "it is a TIFF picture, which most browsers do not show.",
        ),
        NotAllowed::OldOffice => (
            "Es ist ein Dokument im alten Format von Microsoft Office.",
            "it is a document in the old format of Microsoft Office.",
        ),
        NotAllowed::ActiveSvg => {
            ("Die Zeichnung enthält ein Skript.", "the drawing holds a script.")
        }
        NotAllowed::ForeignSvg => (
            "Die Zeichnung lädt etwas von einem anderen Server; wer sie öffnet, verrät es ihm.",
            "the drawing loads something from another host, which then knows who opens it.",
        ),
        NotAllowed::NoSvg => (
            "Es heißt SVG, ist aber keines, das sich lesen lässt.",
            "it is called SVG and is none that can be read.",
        ),
        NotAllowed::Other => {
            ("Diese Art von Datei ist nicht erlaubt.", "this kind of file is not allowed.")
        }
    };
    language.pick(german, english)
}

/// » (Zeile 3)«, where there is one.
fn in_line(line: Option<usize>, word: &str) -> String {
    line.map(|line| format!(" ({word} {line})")).unwrap_or_default()
}

/// How a file becomes one that can be published.
fn mend(reason: NotAllowed, kinds: &str, language: MessageLanguage) -> String {
    let (german, english) = match reason {
        NotAllowed::Heic => (
            "Als JPEG speichern. Windows: in »Fotos« öffnen, … → Speichern unter → JPG. Mac: in »Vorschau« öffnen, Ablage → Exportieren → JPEG. iPhone: Einstellungen → Kamera → Formate → Maximale Kompatibilität.",
            "Save it as JPEG. Windows: open it in Photos, … → Save as → JPG. Mac: open it in Preview, File → Export → JPEG. iPhone: Settings → Camera → Formats → Most Compatible.",
        ),
        NotAllowed::Tiff => (
            "Als JPEG (Foto) oder PNG (Grafik) speichern. Windows: in »Paint« öffnen, Datei → Speichern unter. Mac: in »Vorschau« öffnen, Ablage → Exportieren.",
            "Save it as JPEG (photograph) or PNG (drawing). Windows: open it in Paint, File → Save as. Mac: open it in Preview, File → Export.",
        ),
        NotAllowed::OldOffice => (
            "Als PDF speichern (Datei → Exportieren → PDF), oder als DOCX, XLSX oder PPTX, wenn andere darin schreiben sollen.",
            "Save it as PDF (File → Export → PDF), or as DOCX, XLSX or PPTX when others are to write in it.",
        ),
        NotAllowed::ForeignSvg => (
            "Im Zeichenprogramm Bilder einbetten statt verknüpfen (Inkscape: Erweiterungen → Bilder → Alle Bilder einbetten) und Text in Pfade umwandeln (Pfad → Objekt in Pfad umwandeln), oder als PNG exportieren.",
            "Embed pictures in the drawing program instead of linking them (Inkscape: Extensions → Images → Embed Images) and convert text to paths (Path → Object to Path), or export it as PNG.",
        ),
        NotAllowed::ActiveSvg | NotAllowed::NoSvg => (
            "Im Zeichenprogramm als »Einfaches SVG« speichern (Inkscape: Datei → Speichern unter → Einfaches SVG), oder als PNG exportieren.",
            "Save it as plain SVG in the drawing program (Inkscape: File → Save As → Plain SVG), or export it as PNG.",
        ),
        NotAllowed::Other => {
            return language
                .pick(format!("Erlaubt sind: {kinds}"), format!("Allowed are: {kinds}"));
        }
    };
    language.pick(german, english).to_owned()
}

fn other_content(name: &str, is: Option<Seems>, language: MessageLanguage) -> Option<String> {
    match is? {
        Seems::Empty => Some(
            language
                .pick(
                    "Wahrscheinlich brach das Hochladen ab: noch einmal hochladen.",
                    "Probably the upload was cut off: upload it again.",
                )
                .to_owned(),
        ),
        Seems::Kind(_, ending) => {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Some(language.pick(
                format!("Die Datei in `{stem}.{ending}` umbenennen, hier und im Ordner."),
                format!("Rename the file to `{stem}.{ending}`, here and in the folder."),
            ))
        }
        Seems::NotAllowed(NotAllowed::Other) => Some(
            language
                .pick(
                    "Die Datei im Programm, aus dem sie stammt, noch einmal speichern oder exportieren; umbenennen genügt nicht.",
                    "Save or export the file again in the program that it comes from; to rename it is not enough.",
                )
                .to_owned(),
        ),
        Seems::NotAllowed(reason) => {
            let what = not_allowed(reason, language);
            Some(format!("{what} {}", mend(reason, "", language)))
        }
    }
}
