//! W0811–W0819: how a text stands in its file, where something else comes of it than was typed.

use super::MessageLanguage::{self, English, German};

messages! {
    /// What likely comes out otherwise than it was typed.
    pub enum WritingWarning {
        /// A Markdown text of several lines that YAML joins.
        W0811 LinesJoined
            de: "Die Zeilen dieses Textes werden aneinandergehängt: Absätze, Listen, Überschriften oder Tabellen gehen verloren.",
            en: "The lines of this text are joined: paragraphs, lists, headings or tables get lost.",
            hint_de: "Hinter den Doppelpunkt `|` schreiben, und den ganzen Text eingerückt darunter.",
            hint_en: "Write `|` behind the colon, and the whole text below it, indented.",
            why_de: "Ein Text verliert seine Zeilen. Steht hinter dem Schlüssel kein `|`, hängt YAML die Zeilen eines Textes aneinander, auch hinter `>`. In Markdown beginnen Listen, Überschriften und Tabellen aber mit einer neuen Zeile, und eine Leerzeile trennt Absätze.",
            why_en: "A text loses its lines. Unless `|` follows the key, YAML joins the lines of a text, also behind `>`. But in Markdown lists, headings and tables begin with a new line, and a blank line separates paragraphs.",
            example: Event, wrong: "description: >\n  Wir bieten:\n\n  - Vorträge\n  - Gespräche", right: "description: |\n  Wir bieten:\n\n  - Vorträge\n  - Gespräche",

        /// A quotation mark at the end of a text that none opens.
        W0812 QuoteNotOpened
            de: "Das Anführungszeichen am Ende hat keines am Anfang; es wird mit angezeigt.",
            en: "The quotation mark at the end has none at the beginning; it will be shown.",
            hint_de: "Das Zeichen löschen, oder dasselbe noch einmal an den Anfang setzen.",
            hint_en: "Delete the mark, or put the same at the beginning too.",
            why_de: "Am Ende eines Textes steht ein einzelnes Anführungszeichen. Eines am Anfang fehlt: Der Text steht mit dem Zeichen am Ende auf der Website.",
            why_en: "A single quotation mark ends a text. One at the beginning is missing: the text appears on the site with the mark at its end.",
            example: Event, wrong: "title: Treffen in Dresden\"", right: "title: Treffen in Dresden",

        /// A link to an address on the web that names no server; the one that is meant.
        W0813 NoServer { address: String, suggestion: Option<String> }
            de: "Der Link `{address}` führt nirgends hin: Das ist keine vollständige Webadresse.",
            en: "The link `{address}` leads nowhere: this is not a complete web address.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Zum Beispiel: https://www.example.org/seite".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "For example: https://www.example.org/page".to_owned(),
            } },
            why_de: "Ein Link führt zu keinem Server. Hinter `https:` stehen zwei Schrägstriche und ein Name wie `www.example.org`; so, wie sie im Browser steht, kann man die Adresse kopieren.",
            why_en: "A link leads to no server. Behind `https:` come two slashes and a name such as `www.example.org`; the address can be copied from the browser.",
            example: Page, wrong: "[Programm](https:/www.example.org/)", right: "[Programm](https://www.example.org/)",

        /// Lines that begin like items and are one paragraph; how the first begins.
        W0814 ItemsInParagraph { mark: String }
            de: "Ab `{mark}` wird es keine Liste: Die Zeilen liefen zu einem Absatz zusammen.",
            en: "From `{mark}` on this does not become a list: the lines would run together into one paragraph.",
            hint_de: { how_to_list(mark, German).to_owned() },
            hint_en: { how_to_list(mark, English).to_owned() },
            why_de: "Eine Liste wird keine. Mitten in einem Absatz beginnt in Markdown nur eine Liste, deren erste Nummer 1 ist; Listen mit Buchstaben gibt es nicht, und ein Punkt, der vier Zeichen oder mehr eingerückt ist, gehört zum Text davor.",
            why_en: "A list does not become one. In Markdown only a list whose first number is 1 begins inside a paragraph; there are no lists with letters, and an item that is indented by four characters or more belongs to the text before it.",
            example: Page, wrong: "Ablauf:\n2. Vortrag\n3. Gespräch", right: "Ablauf:\n\n2. Vortrag\n3. Gespräch",

        /// What is set in below an item with a number, and too little to belong to it; the mark of
        /// the item, and by how many characters its text is set in.
        W0815 NotInItem { mark: String, indent: usize }
            de: "Das ist zu wenig eingerückt: Es gehört so nicht zu `{mark}` und teilt die Liste.",
            en: "This is indented too little: it does not belong to `{mark}` and divides the list.",
            hint_de: "So weit einrücken, wie der Text hinter `{mark}` beginnt, also um {indent} Zeichen.",
            hint_en: "Indent it as far as the text behind `{mark}` begins, that is by {indent} characters.",
            why_de: "Ein Unterpunkt oder ein Absatz gehört nicht zu dem Punkt, unter dem er steht. Dazu muss er so weit eingerückt sein, wie der Text des Punktes beginnt: unter `1. ` um drei Zeichen, unter `10. ` um vier.",
            why_en: "An item or a paragraph does not belong to the item above it. For that it must be indented as far as the text of that item begins: below `1. ` by three characters, below `10. ` by four.",
            example: Page, wrong: "1. Vorträge\n  - Bahn\n2. Gespräche", right: "1. Vorträge\n   - Bahn\n2. Gespräche",

        /// A row that a blank line parts from the table above it.
        W0816 RowApart
            de: "Die Leerzeile davor beendet die Tabelle; diese Zeile erschiene als Text mit Strichen.",
            en: "The blank line before it ends the table; this row would appear as a text with bars.",
            hint_de: "Die Leerzeile löschen.",
            hint_en: "Delete the blank line.",
            why_de: "Eine Zeile gehört nicht mehr zur Tabelle darüber. Eine Tabelle endet an der ersten Leerzeile; was danach kommt, ist gewöhnlicher Text.",
            why_en: "A row is no longer part of the table above it. A table ends at its first blank line; what follows is ordinary text.",
            example: Page, wrong: "| Tag | Ort |\n|---|---|\n\n| Dienstag | Dresden |", right: "| Tag | Ort |\n|---|---|\n| Dienstag | Dresden |",

        /// Lines whose columns are set apart by tabs.
        W0817 TabsBetweenColumns
            de: "Tabulatoren machen keine Tabelle; die Zeilen liefen zu einem Absatz zusammen.",
            en: "Tabs make no table; the lines would run together into one paragraph.",
            hint_de: "Die Spalten mit senkrechten Strichen trennen, `| Zeit | Was |`, und unter die erste Zeile `|---|---|` setzen.",
            hint_en: "Separate the columns with bars, `| Time | What |`, and put `|---|---|` below the first line.",
            why_de: "Aus Zeilen mit Tabulatoren wird keine Tabelle. So kommen sie aus einer Tabellenkalkulation. In Markdown stehen senkrechte Striche zwischen den Spalten und eine Zeile mit Strichen unter dem Kopf.",
            why_en: "Lines with tabs do not become a table. They come like this from a spreadsheet. In Markdown bars separate the columns, and a line of dashes is below the head.",
            example: Page, wrong: "Zeit\tWas\n9 Uhr\tBeginn", right: "| Zeit | Was |\n|---|---|\n| 9 Uhr | Beginn |",

        /// A line without bars that counts as a row of the table above it.
        W0818 TextInTable
            de: "Die Zeile gehört so noch zur Tabelle darüber und erschiene in deren erster Spalte.",
            en: "This line is still part of the table above it and would appear in its first column.",
            hint_de: "Eine Leerzeile davor setzen.",
            hint_en: "Put a blank line before it.",
            why_de: "Ein Text gerät in eine Tabelle. Sie endet erst an einer Leerzeile; steht der Text gleich darunter, wird er zu ihrer letzten Zeile.",
            why_en: "A text gets into a table. A table ends only at a blank line; a text right below it becomes its last row.",
            example: Page, wrong: "| Tag | Ort |\n|---|---|\n| Dienstag | Dresden |\nWir freuen uns.", right: "| Tag | Ort |\n|---|---|\n| Dienstag | Dresden |\n\nWir freuen uns.",

        /// A path in double quotation marks whose backslash is read as something else.
        W0819 EscapeInPath { path: String, escape: char }
            de: { format!("In `{path}` ist `\\{escape}` kein Teil des Pfades, sondern {}.", escaped_as(*escape, German)) },
            en: { format!("In `{path}` the `\\{escape}` is no part of the path but {}.", escaped_as(*escape, English)) },
            hint_de: "Den ganzen Wert in einfache Anführungszeichen setzen: '…'",
            hint_en: "Put the whole value into single quotation marks: '…'",
            why_de: "Ein Pfad verliert einen Buchstaben. In doppelten Anführungszeichen beginnt der umgekehrte Schrägstrich (`\\`) ein Sonderzeichen: `\\n` bricht die Zeile um, `\\t` ist ein Tabulator. In einfachen steht er für sich selbst.",
            why_en: "A path loses a letter. In double quotation marks a backslash begins a special character: `\\n` breaks the line, `\\t` is a tab. In single ones it is an ordinary character.",
            example: Event, wrong: "summary: \"Ablage unter S:\\neu\"", right: "summary: 'Ablage unter S:\\neu'",
    }
}

/// How lines become a list that begin with a mark.
fn how_to_list(mark: &str, language: MessageLanguage) -> &'static str {
    if mark.starts_with(|c: char| c.is_ascii_digit()) {
        language.pick(
            "Eine Leerzeile davor setzen, und die Zeilen nicht einrücken.",
            "Put a blank line before it, and do not indent the lines.",
        )
    } else if mark.starts_with(char::is_alphabetic) {
        language.pick(
            "Jede Zeile mit einer Zahl oder einem Bindestrich beginnen: `1. Text`. Sollen die Buchstaben bleiben: eine Leerzeile zwischen die Zeilen setzen.",
            "Begin every line with a number or a hyphen: `1. Text`. To keep the letters, put a blank line between the lines.",
        )
    } else {
        language.pick(
            "Die Leerzeichen am Anfang der Zeile löschen. Ein Unterpunkt ist zwei Zeichen weiter eingerückt als sein Punkt.",
            "Delete the spaces at the start of the line. An item below another is indented by two characters more.",
        )
    }
}

/// What a letter behind a backslash stands for in YAML.
fn escaped_as(letter: char, language: MessageLanguage) -> &'static str {
    match letter {
        't' => language.pick("ein Tabulator", "a tab"),
        '_' => language.pick("ein geschütztes Leerzeichen", "a no-break space"),
        _ => language.pick("ein Zeilenumbruch", "a line break"),
    }
}
