//! W08xx: texts that readers would read otherwise than they were typed, or hardly at all.

use jiff::civil::{Date, Weekday};

use super::MessageLanguage::{self, English, German};
use super::texts::how_to_link;
use super::yaml::code_point;

messages! {
    /// What is likely wrong in a text.
    pub enum ProseWarning {
        /// A word with a ligature that is one character, copied from a PDF file.
        W0801 Ligature { word: String, suggestion: String }
            de: "In »{word}« sind Buchstaben zu einem Zeichen verschmolzen, wie es beim Kopieren aus PDF-Dateien geschieht.",
            en: "In “{word}” letters are fused into one character, as it happens when text is copied from a PDF file.",
            hint_de: "Bitte so schreiben: {suggestion}",
            hint_en: "Write: {suggestion}",
            why_de: "In einem Wort sind Buchstaben zu einem Zeichen verschmolzen. In vielen Schriften ist ﬁ ein einziges Zeichen; beim Kopieren aus einer PDF-Datei kommt es so mit. Suche und Vorlesen finden das Wort dann nicht.",
            why_en: "In a word letters are fused into one character. In many fonts ﬁ is a single glyph; when text is copied from a PDF file it comes along as such. Search and screen readers then miss the word.",
            example: Event, wrong: "summary: Qualiﬁzierte Fachkräfte", right: "summary: Qualifizierte Fachkräfte",

        /// A German word without its fi, fl or ff, copied from a PDF file.
        W0802 LostLetters { word: String, suggestion: String }
            de: "In »{word}« fehlen wohl Buchstaben, wie es beim Kopieren aus PDF-Dateien geschieht.",
            en: "“{word}” has probably lost letters, as it happens when text is copied from a PDF file.",
            hint_de: "Gemeint ist wohl: {suggestion}",
            hint_en: "Did you mean {suggestion}?",
            why_de: "In einem Wort fehlen wohl die Buchstaben fi, fl oder ff. Beim Kopieren aus manchen PDF-Dateien gehen sie verloren. Ist das Wort richtig, schaltet ein Kommentar `# bba: ok W0802` darüber die Warnung stumm.",
            why_en: "A word has probably lost the letters fi, fl or ff. Copying from some PDF files loses them. If the word is right, a comment `# bba: ok W0802` above it silences the warning.",
            example: Event, wrong: "summary: Branchenspezische Angebote", right: "summary: Branchenspezifische Angebote",

        /// A heading without anything under it.
        W0803 EmptySection { title: String }
            de: { match title.trim() { "" => "Hier steht das Zeichen für eine Überschrift, aber keine Überschrift.".to_owned(), title => format!("Unter der Überschrift »{title}« steht nichts.") } },
            en: { match title.trim() { "" => "This is the mark of a heading, but no heading follows.".to_owned(), title => format!("The section “{title}” is empty.") } },
            hint_de: { match title.trim() { "" => "Die Überschrift ergänzen, oder die Zeile löschen.".to_owned(), _ => "Text ergänzen oder die Überschrift löschen.".to_owned() } },
            hint_en: { match title.trim() { "" => "Add the heading, or delete the line.".to_owned(), _ => "Add a text or delete the heading.".to_owned() } },
            why_de: "Unter einer Überschrift steht nichts. Das Ende des Textes oder eine Überschrift derselben oder einer höheren Ebene folgt sofort. Wer mit einem Vorleseprogramm von Überschrift zu Überschrift springt, landet im Leeren.",
            why_en: "A section is empty. The end of the text or a heading of the same or a higher level follows at once. Readers who jump from heading to heading with a screen reader find nothing.",
            example: Page, wrong: "## Kosten\n\n## Anreise\n\nMit der Bahn.", right: "## Kosten\n\nKeine.\n\n## Anreise\n\nMit der Bahn.",

        /// A heading of the level that is the page's own.
        W0804 HeadingOfPage
            de: "Mit einem einzelnen `#` beginnt die Überschrift der ganzen Seite, und die kommt aus `title`.",
            en: "A single `#` begins the heading of the whole page, and that comes from `title`.",
            hint_de: "Überschriften im Text beginnen mit `##`.",
            hint_en: "Headings in a text begin with `##`.",
            why_de: "Ein einzelnes `#` ist die Überschrift der ganzen Seite. Die entsteht schon aus `title`; jede Seite hat genau eine. Diese hier wird eine Ebene tiefer gezeigt. Steht sie doppelt zum Titel, kann sie weg.",
            why_en: "A single `#` is the heading of the whole page. That already comes from `title`; each page has exactly one. This one is shown a level deeper. If it repeats the title, delete it.",
            example: Page, wrong: "# Anreise\n\nMit der Bahn.", right: "## Anreise\n\nMit der Bahn.",

        /// A weekday that the date beside it does not have.
        W0805 WeekdayDoesNotFit { typed: Weekday, date: Date }
            de: { format!("Der {}. {} {} ist ein {}, kein {}.", date.day(), month(*date, German), date.year(), weekday(date.weekday(), German), weekday(*typed, German)) },
            en: { format!("{} {} {} is a {}, not a {}.", date.day(), month(*date, English), date.year(), weekday(date.weekday(), English), weekday(*typed, English)) },
            hint_de: "Den Wochentag oder das Datum berichtigen.",
            hint_en: "Correct the weekday or the date.",
            why_de: "Wochentag und Datum passen nicht zusammen. Eines von beiden ist falsch, und wer kommen will, weiß nicht, welches. Geprüft wird, wenn das Jahr dabeisteht oder es der Tag der Veranstaltung selbst ist.",
            why_en: "Weekday and date do not fit together. One of them is wrong, and readers who want to come do not know which. This is checked when the year is given, or when it is the day of the event itself.",
            example: Event, wrong: "start: 2019-09-24\nsummary: Treffen am Mittwoch, 24. September 2019", right: "start: 2019-09-24\nsummary: Treffen am Dienstag, 24. September 2019",

        /// A text that stands in typographic quotation marks as a whole.
        W0806 WholeTextInQuotes
            de: "Der ganze Text steht in Anführungszeichen, die mit angezeigt werden.",
            en: "The whole text is in quotation marks, which will be shown.",
            hint_de: "Wenn sie nicht zum Text gehören: weglassen oder durch gerade ersetzen.",
            hint_en: "If they are not part of the text: leave them out, or use straight ones.",
            why_de: "Ein ganzer Text steht in typografischen Anführungszeichen. Sie werden mit angezeigt. Meist wollte jemand damit den Text zusammenhalten; das tun nur gerade, und die sieht man auf der Website nicht.",
            why_en: "A whole text is in typographic quotation marks. They will be shown. Usually they were meant to delimit the text; only straight ones do that, and those do not appear on the site.",
            example: Event, wrong: "title: „Get-together“", right: "title: Get-together",

        /// A bullet right behind the mark of an item.
        W0807 BulletBehindMark { mark: String }
            de: "`{mark}` steht gleich hinter dem Zeichen eines Punktes: Es beginnt eine Liste in der Liste und erscheint nicht.",
            en: "`{mark}` follows the mark of an item at once: it starts a list in the list and does not appear.",
            hint_de: "Soll das Zeichen erscheinen: `\\{mark}` schreiben. Sonst eines der beiden Zeichen löschen.",
            hint_en: "If it is to appear, write `\\{mark}`. Otherwise delete one of the two marks.",
            why_de: "Hinter einer Nummer oder einem Aufzählungszeichen steht gleich noch eines. Markdown macht daraus eine Liste in der Liste, und das zweite Zeichen erscheint nicht. Unterpunkte stehen eingerückt auf der nächsten Zeile.",
            why_en: "A number or a bullet is followed by another bullet at once. Markdown makes a list in the list of it, and the second mark does not appear. Items below an item are indented on the next line.",
            example: Page, wrong: "24. * Treffen in Dresden", right: "24. Treffen in Dresden",

        /// A name of a value that nothing uses, with its sign.
        W0808 NamedValue { name: String }
            de: "»{name}« erscheint nicht: Am Anfang eines Wertes gibt `&` ihm in YAML einen Namen.",
            en: "“{name}” does not appear: at the start of a value `&` gives it a name in YAML.",
            hint_de: "Den ganzen Wert in Anführungszeichen setzen.",
            hint_en: "Put quotation marks around the whole value.",
            why_de: "Ein Wert beginnt mit `&`. In YAML heißt das: Er bekommt einen Namen, mit dem er anderswo in der Datei noch einmal stehen kann, hier aber nirgends steht. Das Wort hinter dem Zeichen fehlt deshalb auf der Seite. In Anführungszeichen ist das Zeichen Text.",
            why_en: "A value begins with `&`. In YAML that gives it a name by which it can appear again elsewhere in the file, and here it does not. So the word after the sign is missing on the page. In quotation marks the sign is text.",
            example: Event, wrong: "summary: &Rundgang durch das Werk", right: "summary: \"&Rundgang durch das Werk\"",

        /// A second text of one footnote.
        W0809 FootnoteTwice { name: String }
            de: "Die Fußnote `[^{name}]` hat schon einen Text; auf der Seite stünde nur dieser.",
            en: "The footnote `[^{name}]` has a text already; the page would show this one alone.",
            hint_de: "Einer von beiden braucht einen anderen Namen, zum Beispiel `[^{name}-2]`, auch an seiner Stelle im Text.",
            hint_en: "One of them needs another name, such as `[^{name}-2]`, also at its place in the text.",
            why_de: "Zwei Fußnoten haben denselben Namen. Zu jedem Zeichen im Text gehört eine einzige Fußnote; die andere ginge verloren.",
            why_en: "Two footnotes have the same name. Each mark in the text has one footnote; the other would be lost.",
            example: Page, wrong: "Ein Satz.[^1]\n\n[^1]: Quelle: Amt.\n\n[^1]: Stand: Mai.", right: "Ein Satz.[^1] Noch einer.[^2]\n\n[^1]: Quelle: Amt.\n\n[^2]: Stand: Mai.",

        /// A footnote without a text.
        W0810 FootnoteEmpty { name: String }
            de: "Die Fußnote `[^{name}]` hat keinen Text.",
            en: "The footnote `[^{name}]` has no text.",
            hint_de: "Hinter den Doppelpunkt schreiben, was dort stehen soll: `[^{name}]: Text`",
            hint_en: "Write behind the colon what it says: `[^{name}]: Text`",
            why_de: "Eine Fußnote ist leer. Im Text stünde eine Nummer, die zu nichts führt.",
            why_en: "A footnote is empty. The text would have a number that leads to nothing.",
            example: Page, wrong: "Ein Satz.[^1]\n\n[^1]:", right: "Ein Satz.[^1]\n\n[^1]: Quelle: Amt.",

        /// An item of a numbered list that would be shown with another number.
        W0830 ListNumber { typed: u64, shown: u64 }
            de: "Getippt ist die Nummer {typed}, auf der Seite stünde {shown}: Eine Liste zählt von ihrer ersten Nummer an weiter.",
            en: "The number {typed} was typed, but the page would show {shown}: a list counts on from its first number.",
            hint_de: "Wenn es keine Liste ist: `{typed}\\.` schreiben. Sonst die Nummern berichtigen.",
            hint_en: "If it is no list, write `{typed}\\.`. Otherwise correct the numbers.",
            why_de: "Eine Nummer in einer Liste ist nicht die, die auf der Seite stünde. Markdown liest Zeilen, die mit einer Zahl und einem Punkt beginnen, als Liste und zählt von der ersten an selbst weiter. Daten wie »2. Oktober« bleiben Text; alles andere braucht einen Backslash vor dem Punkt.",
            why_en: "A number in a list is not the one that the page would show. Markdown reads lines that begin with a number and a full stop as a list and counts on from the first itself. Dates such as “2. Oktober” stay text; everything else needs a backslash before the full stop.",
            example: Page, wrong: "1. Anmelden\n3. Teilnehmen", right: "1. Anmelden\n2. Teilnehmen",

        /// A line of a sentence that became a list of one item.
        W0831 ListInSentence { mark: String }
            de: "Die Zeile beginnt mit `{mark}`: Der Satz davor wird abgerissen, und der Rest wird eine Liste mit einem einzigen Punkt.",
            en: "The line begins with `{mark}`: the sentence is torn, and the rest of it becomes a list of one item.",
            hint_de: { format!("Die Zeile anders umbrechen oder `{}` schreiben. Soll es eine Liste sein: eine Leerzeile davor.", escaped_mark(mark)) },
            hint_en: { format!("Break the line elsewhere or write `{}`. If it is meant as a list, leave a blank line before it.", escaped_mark(mark)) },
            why_de: "Ein Satz wird mitten entzwei gerissen. Eine seiner Zeilen beginnt zufällig wie ein Punkt einer Liste. Brechen Sie die Zeile an einer anderen Stelle um, oder setzen Sie einen Backslash vor das Zeichen.",
            why_en: "A sentence is torn in two. One of its lines happens to begin like an item of a list. Break the line at another place, or put a backslash before the sign.",
            example: Page, wrong: "Der Empfang ist im\n1. Stock des Hauses.", right: "Der Empfang ist im 1. Stock\ndes Hauses.",

        /// A value without quotation marks in which ` #` begins a comment; the whole of it, where
        /// that can be said, and whether it can be any text.
        W0832 HashCutsValue { lost: String, whole: Option<String>, is_text: bool }
            de: "Ab ` #` liest YAML einen Kommentar: »{lost}« ginge verloren.",
            en: "YAML reads a comment from ` #` on: “{lost}” would be lost.",
            hint_de: { match is_text {
                true => format!("Den ganzen Wert in gerade Anführungszeichen setzen{}", whole.as_ref().map(|it| format!(": \"{it}\"")).unwrap_or_default()),
                false => "Vor dem `#` fehlt der Wert; oder das `#` löschen.".to_owned(),
            } },
            hint_en: { match is_text {
                true => format!("Put the whole value into straight quotation marks{}", whole.as_ref().map(|it| format!(": \"{it}\"")).unwrap_or_default()),
                false => "The value is missing before the `#`; or delete the `#`.".to_owned(),
            } },
            why_de: "Ein Teil eines Wertes ginge verloren. In YAML beginnt ein Leerzeichen mit # einen Kommentar, wenn keine Anführungszeichen um den Wert stehen.",
            why_en: "A part of a value would be lost. In YAML a space and # begin a comment, unless the value is in quotation marks.",
            example: Event, wrong: "summary: Wir treffen uns in Halle #4 im Saal.", right: "summary: \"Wir treffen uns in Halle #4 im Saal.\"",

        /// A heading or an item of a list without a space behind its mark.
        W0833 MarkerWithoutSpace { marker: String }
            de: "Hinter `{marker}` fehlt ein gewöhnliches Leerzeichen; so wird es weder Überschrift noch Liste.",
            en: "An ordinary space is missing after `{marker}`; so it becomes neither heading nor list.",
            hint_de: "Bitte so schreiben: `{marker} Text`. Ein geschütztes Leerzeichen zählt nicht.",
            hint_en: "Write `{marker} Text`. A no-break space does not count.",
            why_de: "Hinter dem Zeichen für eine Überschrift oder eine Liste fehlt das Leerzeichen. Ein geschütztes Leerzeichen, wie es auf dem Mac mit der Wahltaste entsteht, zählt nicht.",
            why_en: "The space after the mark of a heading or a list is missing. A no-break space, as the option key of a Mac makes it, does not count.",
            example: Page, wrong: "##Programm\n\nText.", right: "## Programm\n\nText.",

        /// A block of code that nobody closed.
        W0834 FenceNotClosed
            de: "Diese Zeile beginnt einen Block, der nicht endet: Alles dahinter erscheint als Programmtext.",
            en: "This line begins a block that does not end: everything after it appears as program code.",
            hint_de: "Die Zeile löschen, oder den Block mit einer gleichen Zeile beenden.",
            hint_en: "Delete the line, or end the block with a line like it.",
            why_de: "Ein Block mit Programmtext endet nicht. Drei Akzente oder Tilden am Anfang einer Zeile beginnen ihn, und dieselben Zeichen beenden ihn.",
            why_en: "A block of program code does not end. Three backticks or tildes at the start of a line begin it, and the same signs end it.",
            example: Page, wrong: "```\nZitat\n\nText.", right: "> Zitat\n\nText.",

        /// A text that is set in so far that it is code.
        W0835 IndentedText
            de: "Der Text ist um vier Zeichen oder mehr eingerückt und erscheint deshalb als Programmtext, der nicht umbricht.",
            en: "The text is indented by four characters or more and so appears as program code that does not wrap.",
            hint_de: "Die Leerzeichen oder den Tabulator am Anfang der Zeile löschen.",
            hint_en: "Delete the spaces or the tab at the start of the line.",
            why_de: "Ein eingerückter Text erscheint als Programmtext. Vier Leerzeichen oder ein Tabulator am Anfang eines Absatzes machen ihn dazu; meist kamen sie beim Kopieren mit.",
            why_en: "A text that is indented appears as program code. Four spaces or a tab at the start of a paragraph make it that; most often they came along with copying.",
            example: Page, wrong: "Ein Absatz.\n\n    Noch ein Absatz.", right: "Ein Absatz.\n\nNoch ein Absatz.",

        /// Something that was meant as a link and is none.
        W0836 LinkTypo { typed: String }
            de: "Das ist kein Link, die Klammern stünden auf der Seite: {typed}",
            en: "This is no link; the brackets would appear on the page: {typed}",
            hint_de: { how_to_link(typed, German).to_owned() },
            hint_en: { how_to_link(typed, English).to_owned() },
            why_de: "Ein Link ist falsch geschrieben. Zwischen den Klammern darf nichts stehen, die eckigen kommen zuerst, und in der Adresse gibt es keine Leerzeichen.",
            why_en: "A link is written wrongly. Nothing may come between the brackets, the square ones come first, and the address has no spaces.",
            example: Page, wrong: "[Zum Programm] (https://example.org/)", right: "[Zum Programm](https://example.org/)",

        /// Signs of emphasis that emphasise nothing.
        W0837 StraySigns { signs: String }
            de: "Das `{signs}` hebt nichts hervor und stünde so auf der Seite.",
            en: "The `{signs}` emphasises nothing and would appear on the page.",
            hint_de: "Es braucht zwei: Innen darf kein Leerzeichen an ihnen stehen und außen kein Buchstabe: {signs}wichtig:{signs} bitte. Als Zeichen im Text: mit einem `\\` davor.",
            hint_en: "It takes two of them: no space beside them inside, and no letter beside them outside: {signs}important:{signs} please. As signs in the text, put a `\\` before each.",
            why_de: "Sternchen, Unterstriche oder Tilden blieben im Text stehen. Sie heben nur hervor, wenn innen kein Leerzeichen und außen kein Buchstabe an ihnen steht.",
            why_en: "Stars, underscores or tildes would stay in the text. They emphasise only when no space is beside them inside and no letter outside.",
            example: Page, wrong: "Das ist **wichtig: Bitte kommen.", right: "Das ist **wichtig:** Bitte kommen.",

        /// A row of a table with more cells than the head.
        W0838 CellsLost { lost: String }
            de: "Die Zeile hat mehr Zellen als der Kopf der Tabelle; »{lost}« erschiene nicht.",
            en: "The row has more cells than the head of the table; “{lost}” would not appear.",
            hint_de: "Dem Kopf und der Zeile mit den Strichen eine Spalte hinzufügen, oder einen senkrechten Strich im Text als `\\|` schreiben.",
            hint_en: "Add a column to the head and to the line of dashes, or write a bar in the text as `\\|`.",
            why_de: "Eine Zeile einer Tabelle hat zu viele Zellen. Was über den Kopf hinausgeht, erscheint nicht.",
            why_en: "A row of a table has too many cells. What is beyond the head does not appear.",
            example: Page, wrong: "| Tag | Programm |\n|---|---|\n| Montag | Empfang | Halle 3 |", right: "| Tag | Programm | Ort |\n|---|---|---|\n| Montag | Empfang | Halle 3 |",

        /// Rows of a table without the line of dashes.
        W0839 TableWithoutLine
            de: "Das wird keine Tabelle: Unter der ersten Zeile fehlt die Zeile mit den Strichen, oder sie hat nicht so viele Zellen.",
            en: "This does not become a table: the line of dashes below the first row is missing or has a different number of cells.",
            hint_de: "Unter den Kopf für jede Spalte Striche setzen: | --- | --- |",
            hint_en: "Below the head, set dashes for every column: | --- | --- |",
            why_de: "Eine Tabelle wird keine. Unter ihrem Kopf muss eine Zeile mit Strichen stehen, die so viele Zellen hat wie er.",
            why_en: "A table does not become one. Below its head it needs a line of dashes with as many cells.",
            example: Page, wrong: "| Tag | Ort |\n| Dienstag | Dresden |", right: "| Tag | Ort |\n|---|---|\n| Dienstag | Dresden |",

        /// A link that shows nothing.
        W0840 LinkWithoutText
            de: "Der Link hat keinen Text: Niemand sieht ihn, und Vorleseprogramme lesen die Adresse vor.",
            en: "The link has no text: nobody sees it, and screen readers read out its address.",
            hint_de: "In die eckigen Klammern schreiben, wohin er führt: [Zum Programm](…)",
            hint_en: "Write in the square brackets where it leads: [programme](…)",
            why_de: "Ein Link hat keinen Text. Niemand sieht ihn, und wer sich die Seite vorlesen lässt, hört die Adresse oder nichts.",
            why_en: "A link has no text. Nobody sees it, and screen readers read out its address or nothing.",
            example: Page, wrong: "[](https://example.org/)", right: "[Beispiel](https://example.org/)",

        /// A line of dashes right below a text makes a heading of it.
        W0841 LineMakesHeading
            de: "Die Striche stehen direkt unter dem Text und machen ihn zur Überschrift.",
            en: "The dashes are right below the text and make a heading of it.",
            hint_de: "Für eine Linie: eine Leerzeile davor. Für eine Überschrift: `## ` vor den Text.",
            hint_en: "For a rule, leave a blank line before it. For a heading, put `## ` before the text.",
            why_de: "Ein Strich unter einem Text macht ihn zur Überschrift. Wer eine Linie meint, lässt darüber eine Zeile frei; wer eine Überschrift meint, schreibt `## ` davor oder zieht den Strich so lang wie den Text.",
            why_en: "A line below a text makes a heading of it. For a rule, leave a blank line above it; for a heading, write `## ` before the text or make the line as long as the text.",
            example: Page, wrong: "Mit freundlichen Grüßen\n---\nText.", right: "Mit freundlichen Grüßen\n\n---\n\nText.",

        /// Items of a list that begin with the bullet of a word processor.
        W0842 ForeignBullet { bullet: char }
            de: "Mit `{bullet}` wird es keine Liste; die Zeilen liefen zu einem Absatz zusammen.",
            en: "With `{bullet}` this does not become a list; the lines would run together into one paragraph.",
            hint_de: { format!("Jeden Punkt mit Bindestrich und Leerzeichen beginnen: `- Text`{}", if matches!(bullet, '–' | '—') { ". Ist es ein Gespräch: eine Leerzeile zwischen die Zeilen setzen." } else { "" }) },
            hint_en: { format!("Begin every item with a hyphen and a space: `- Text`{}", if matches!(bullet, '–' | '—') { ". If it is a dialogue: put a blank line between the lines." } else { "" }) },
            why_de: "Eine Liste aus einer Textverarbeitung ist keine. In Markdown beginnt jeder Punkt mit einem Bindestrich und einem Leerzeichen.",
            why_en: "A list from a word processor is none. In Markdown every item begins with a hyphen and a space.",
            example: Page, wrong: "• Äpfel\n• Birnen", right: "- Äpfel\n- Birnen",

        /// A reference to a footnote that is not there.
        W0843 FootnoteMissing { name: String }
            de: "Die Fußnote `[^{name}]` gibt es nicht; die Klammern stünden auf der Seite.",
            en: "The footnote `[^{name}]` does not exist; the brackets would appear on the page.",
            hint_de: "Ihr Text steht in einer eigenen Zeile und hat einen Doppelpunkt: `[^{name}]: Text`",
            hint_en: "Put its text on a line of its own, with a colon: `[^{name}]: Text`",
            why_de: "Eine Fußnote gibt es nicht. Ihr Text beginnt in einer eigenen Zeile mit demselben Zeichen und einem Doppelpunkt.",
            why_en: "A footnote does not exist. Its text begins on a line of its own with the same sign and a colon.",
            example: Page, wrong: "Ein Satz.[^1]", right: "Ein Satz.[^1]\n\n[^1]: Quelle: Amt.",

        /// A footnote or an address that nothing refers to.
        W0844 NothingRefersTo { name: String }
            de: "Auf `[{name}]` verweist nichts; was dahinter steht, erscheint nirgends.",
            en: "Nothing refers to `[{name}]`; what follows it appears nowhere.",
            hint_de: "Im Text `[{name}]` schreiben, wo es hingehört, oder die Zeile löschen. Ist es gewöhnlicher Text: `\\[` statt `[`.",
            hint_en: "Write `[{name}]` in the text where it belongs, or delete the line. If it is ordinary text, write `\\[` for `[`.",
            why_de: "Auf eine Fußnote oder eine Adresse verweist nichts. Ihr Text erscheint dann nirgends.",
            why_en: "Nothing refers to a footnote or an address. Its text then appears nowhere.",
            example: Page, wrong: "Ein Satz.\n\n[^1]: Quelle: Amt.", right: "Ein Satz.[^1]\n\n[^1]: Quelle: Amt.",

        /// A description of an image that describes nothing.
        W0845 AltSaysNothing { alt: String }
            de: "»{alt}« sagt niemandem, was auf dem Bild zu sehen ist.",
            en: "“{alt}” tells nobody what the image shows.",
            hint_de: "Beschreiben, was zu sehen ist: »Zwölf Gäste vor dem Werkstor«",
            hint_en: "Describe what can be seen: “Twelve guests at the factory gate”",
            why_de: "Die Beschreibung eines Bildes beschreibt nichts. Ein Dateiname oder das Wort »Bild« sagt niemandem, was zu sehen ist.",
            why_en: "The description of an image describes nothing. The name of a file or the word “image” tells nobody what can be seen.",
            example: Shown, wrong: "![gruppe.jpg](../media/gruppe.jpg)", right: "![Zwölf Gäste vor dem Werkstor](../media/gruppe.jpg)",

        /// A character that nobody sees or that no font shows.
        W0846 HiddenCharacter { character: char }
            de: { format!("Hier steht ein Zeichen, das man nicht sieht oder das keine Schrift zeigt ({}).", code_point(*character)) },
            en: { format!("This is a character that nobody sees or that no font shows ({}).", code_point(*character)) },
            hint_de: "Das Zeichen löschen und, wenn nötig, neu tippen; es kam beim Kopieren mit.",
            hint_en: "Delete the character and type it anew if needed; it came along with copying.",
            why_de: "In einem Text steht ein Zeichen, das niemand sieht. Manche drehen die Schreibrichtung um, manche trennen Wörter, manche gibt es nur in einer Schrift der Textverarbeitung. Sie kommen beim Kopieren mit.",
            why_en: "A text holds a character that nobody sees. Some reverse the direction of writing, some divide words, some exist only in a font of the word processor. They come along with copying.",
            example: Event, wrong: "summary: \"Wir \\u202Etreffen uns.\"", right: "summary: Wir treffen uns.",

        /// Letters that were read in the wrong encoding.
        W0847 BrokenLetters { found: String, meant: Option<String> }
            de: "»{found}« sind falsch gelesene Zeichen.",
            en: "“{found}” are characters that were read wrongly.",
            hint_de: { match meant { Some(meant) => format!("Gemeint ist wohl: {meant}"), None => "Das Zeichen neu tippen und die Datei als UTF-8 speichern.".to_owned() } },
            hint_en: { match meant { Some(meant) => format!("Did you mean {meant}?"), None => "Type the character anew and save the file as UTF-8.".to_owned() } },
            why_de: "Buchstaben wurden falsch gelesen. Aus einem ü werden zwei fremde Zeichen, wenn ein Programm die Datei für eine andere Kodierung hält.",
            why_en: "Letters were read wrongly. An ü becomes two strange characters when a program takes the file for another encoding.",
            example: Event, wrong: "summary: Einladung im FrÃ¼hjahr.", right: "summary: Einladung im Frühjahr.",

        /// Markdown, HTML or an entity where only plain text is shown.
        W0848 MarkupInPlainText { found: String }
            de: "Dieses Feld zeigt Text, wie er dasteht: `{found}` wäre so zu lesen.",
            en: "This field shows text as it is typed: `{found}` would appear as it is.",
            hint_de: "Nur den Text schreiben, ohne Auszeichnung: & statt &amp;, ohne Sterne und Tags.",
            hint_en: "Write the text alone, without markup: & for &amp;, no stars and tags.",
            why_de: "In diesem Feld gilt keine Auszeichnung. Titel und Zusammenfassungen stehen überall so, wie sie getippt sind, auch im Kalender: Sterne, Tags und Zeichen wie &amp; sähe man.",
            why_en: "This field knows no markup. Titles and summaries appear everywhere as they are typed, in the calendar too: stars, tags and signs such as &amp; would be seen.",
            example: Event, wrong: "summary: Forschung &amp; Entwicklung.", right: "summary: Forschung & Entwicklung.",

        /// Braces behind a heading that appear nowhere.
        W0849 TextVanishes { typed: String }
            de: "Was in den geschweiften Klammern steht, erscheint nicht: {typed}",
            en: "The text in braces does not appear: {typed}",
            hint_de: "Runde Klammern schreiben, oder `\\{{`.",
            hint_en: "Write round brackets, or `\\{{`.",
            why_de: "Was hinter einer Überschrift in geschweiften Klammern steht, erscheint nicht. Dort kann nur ein eigener Anker stehen: {#name}.",
            why_en: "Text in braces after a heading does not appear. Only an anchor of its own can be there: {#name}.",
            example: Page, wrong: "## Programm {vorläufig}\n\nText.", right: "## Programm (vorläufig)\n\nText.",

        /// An item of a list that is its mark alone.
        W0856 EmptyItem { typed: String }
            de: "Hinter »{typed}« steht nichts: Es gilt als leerer Punkt einer Liste.",
            en: "Nothing follows “{typed}”: it counts as an empty item of a list.",
            hint_de: "Den Text ergänzen, die Zeile löschen, oder `\\` davor setzen.",
            hint_en: "Add the text, delete the line, or put `\\` before it.",
            why_de: "Am Beginn einer Zeile, auch hinter einer Nummer, beginnt `*`, `-`, `+` oder `1.` einen Punkt einer Liste. Steht nichts dahinter, ist der Punkt leer, und das Zeichen selbst erscheint nicht.",
            why_en: "At the start of a line, also after a number, `*`, `-`, `+` or `1.` starts an item of a list. When nothing follows, the item is empty and the character itself does not appear.",
            example: Page, wrong: "Das Programm:\n\n- Beginn\n-\n- Ende", right: "Das Programm:\n\n- Beginn\n- Ende",

        /// A sentence that is long for simple language; its words.
        W0914 LongSentence { words: usize }
            de: "Dieser Satz hat {words} Wörter; in einfacher Sprache sind es höchstens 15.",
            en: "This sentence has {words} words; simple language has 15 at most.",
            hint_de: "Einen Gedanken je Satz schreiben.",
            hint_en: "Write one thought in a sentence.",
            why_de: "Ein Satz ist lang für einfache Sprache. Er hat mehr als 15 Wörter. Ein Gedanke je Satz hilft allen, die langsam lesen.",
            why_en: "A sentence is too long for simple language. It has more than 15 words. One thought in a sentence helps all who read slowly.",
            example: Page, wrong: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nUnsere Gäste kommen aus vielen Ländern nach Sachsen, und sie möchten hier viele Firmen und Menschen treffen.", right: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nUnsere Gäste kommen aus vielen Ländern. Sie möchten hier Firmen treffen.",

        /// A word that is long for simple language.
        W0915 LongWord { word: String }
            de: "»{word}« ist ein langes Wort.",
            en: "“{word}” is a long word.",
            hint_de: "Mit Bindestrich oder Mediopunkt gliedern: Delegations·besuch",
            hint_en: "Divide it with a hyphen or a middle dot: Delegations·besuch",
            why_de: "Ein Wort ist lang für einfache Sprache. Es hat mehr als 20 Buchstaben. Ein Bindestrich oder ein Mediopunkt (·) zeigt, woraus es besteht.",
            why_en: "A word is too long for simple language. It has more than 20 letters. A hyphen or a middle dot (·) shows what it is made of.",
            example: Page, wrong: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nEs kommt eine Wirtschaftsdelegation.", right: "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nEs kommt eine Wirtschafts-Delegation.",
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

/// The mark of a list so that it is text: `1\\.`, `\\-`.
fn escaped_mark(mark: &str) -> String {
    match mark.split_at_checked(mark.len().saturating_sub(1)) {
        Some((before, sign)) => format!("{before}\\{sign}"),
        None => mark.to_owned(),
    }
}
