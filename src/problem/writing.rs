//! W0811–W0819: how a text stands in its file, where something else comes of it than was typed.

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
    }
}
