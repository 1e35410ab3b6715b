//! E02xx: how a file is written: keys, colons, indents, quotation marks, brackets.

use super::MessageLanguage::{self, English, German};
use super::values::number_as_meant;
use super::{Shape, Thousands};
use crate::gap::Gap;

messages! {
    /// What can be wrong with how a file is written.
    pub enum YamlProblem {
        /// The text is no YAML, for a reason that has no words of its own.
        E0201 YamlSyntax
            de: "Ab hier ist der Text nicht zu verstehen; meist stimmt die Einrückung nicht oder ein Anführungszeichen fehlt.",
            en: "From here on the text makes no sense; most often an indent is wrong or a quotation mark is missing.",
            why_de: "Ab dieser Stelle ist die Datei nicht zu verstehen. Der Grund liegt oft eine oder zwei Zeilen davor: eine falsche Einrückung, ein fehlendes Anführungszeichen oder eine Zeile, die mit drei Punkten beginnt. Eine Notiz für die Redaktion beginnt mit `#`.",
            why_en: "From here on the file cannot be understood. The reason is often a line or two before: a wrong indent, a missing quotation mark, or a line that begins with three dots. A note for editors begins with `#`.",
            example: Event, wrong: "summary: Treffen\n... Raum folgt", right: "summary: Treffen\n# Raum folgt",

        /// A tab in the indent.
        E0202 TabIndent
            de: "Hier ist mit einem Tabulator eingerückt.",
            en: "This line is indented with a tab.",
            hint_de: "Mit Leerzeichen einrücken, je Ebene zwei.",
            hint_en: "Indent with spaces, two for each level.",
            why_de: "Eine Zeile ist mit einem Tabulator eingerückt. Wie breit ein Tabulator ist, sieht in jedem Editor anders aus; deshalb zählen hier nur Leerzeichen. Üblich sind zwei je Ebene.",
            why_en: "A line is indented with a tab. How wide a tab is differs from editor to editor; so only spaces count here. Two for each level are usual.",
            example: Event, wrong: "venue:\n\tname: Großer Saal", right: "venue:\n  name: Großer Saal",

        /// A colon and a space inside a text without quotes; the word before it, where it can be a key.
        E0203 ColonInText { key: Option<String> }
            de: "Ein Doppelpunkt mit Leerzeichen trennt Schlüssel und Wert; mitten in einem Text geht das nur in Anführungszeichen.",
            en: "A colon and a space separate key and value; inside a text they need quotation marks around it.",
            hint_de: { match key {
                Some(key) => format!("Ist `{key}` ein Schlüssel, etwa eine Sprache, gehören geschweifte Klammern darum: {{{key}: …, …}}. Ist alles ein Text, gehört er in Anführungszeichen: \"…\""),
                None => "Den ganzen Text in Anführungszeichen setzen: \"…\"".to_owned(),
            } },
            hint_en: { match key {
                Some(key) => format!("If `{key}` is a key, such as a language, put braces around it: {{{key}: …, …}}. If all is one text, put it into quotation marks: \"…\""),
                None => "Put the whole text into quotation marks: \"…\"".to_owned(),
            } },
            why_de: "Mitten in einem Text steht ein Doppelpunkt mit Leerzeichen. Genau so werden Schlüssel und Wert getrennt; deshalb muss ein Text, in dem das vorkommt, in Anführungszeichen stehen.",
            why_en: "There is a colon with a space in the middle of a text. That is how key and value are separated; so a text that has it must be in quotation marks.",
            example: Event, wrong: "title: Mexiko: Treffen in Dresden", right: "title: \"Mexiko: Treffen in Dresden\"",

        /// Nested deeper than 64 levels.
        E0204 TooDeep
            de: "Die Datei ist tiefer als 64 Ebenen verschachtelt.",
            en: "The file is nested deeper than 64 levels.",
            why_de: "Die Datei ist tiefer als 64 Ebenen verschachtelt. Keine Angabe braucht mehr als vier. Meist ist ein Bereich versehentlich vielfach eingefügt worden.",
            why_en: "The file is nested deeper than 64 levels. Nothing here needs more than four. Usually a passage was pasted many times by accident.",
            example: Shown, wrong: "venue: {name: {name: {name: … }}}", right: "venue: {name: Großer Saal}",

        /// Aliases that unfold to too much.
        E0205 TooManyAliases
            de: "Die Verweise (`*`) in dieser Datei ergeben zusammen viel zu viel Text.",
            en: "The references (`*`) in this file unfold to far too much text.",
            why_de: "Verweise mit `&` und `*` ergeben zusammen viel zu viel Text. Sie werden hier nicht gebraucht: Was mehrfach vorkommt, steht in `venues.yaml`, `contacts.yaml` oder `organisations.yaml`.",
            why_en: "References with `&` and `*` unfold to far too much text. They are not needed here: what occurs more than once belongs in `venues.yaml`, `contacts.yaml` or `organisations.yaml`.",
            example: Shown, wrong: "sectors: &a [*a, *a]", right: "sectors: [automotive, rail]",

        /// A second document in one file.
        E0206 MoreThanOneDocument
            de: "Hier beginnt mit `---` ein zweiter Teil; eine Datei hat nur einen.",
            en: "With `---` a second part begins here; a file has only one.",
            why_de: "Mit einer Zeile `---` beginnt ein zweiter Teil. Jede YAML-Datei enthält genau eine Sache; für eine zweite Veranstaltung eine zweite Datei anlegen.",
            why_en: "With a line `---` a second part begins. A YAML file holds exactly one thing; for a second event make a second file.",
            example: Event, wrong: "summary: Erstes Treffen\n---\nsummary: Zweites Treffen", right: "summary: Erstes Treffen",

        /// A key that does not exist here; whether the one that is meant stands there already.
        E0207 UnknownKey { key: String, suggestion: Option<String>, known: String, stands: bool }
            de: "Den Schlüssel `{key}` gibt es hier nicht.",
            en: "The key `{key}` does not exist here.",
            hint_de: { match suggestion {
                Some(it) if *stands => format!("`{it}` steht schon da; eine der beiden Zeilen löschen."),
                Some(it) => format!("Meinten Sie `{it}`?"),
                None => format!("Möglich sind: {known}"),
            } },
            hint_en: { match suggestion {
                Some(it) if *stands => format!("`{it}` stands there already; delete one of the two lines."),
                Some(it) => format!("Did you mean `{it}`?"),
                None => format!("Possible keys: {known}"),
            } },
            why_de: "Diesen Schlüssel gibt es hier nicht. Die Schlüssel sind englisch und klein geschrieben. Würde ein unbekannter übergangen, fehlte seine Angabe auf der Website, ohne dass es jemand merkt.",
            why_en: "This key does not exist here. Keys are English and in lower case. If an unknown one were ignored, what it says would be missing on the site without anybody noticing.",
            example: Event, wrong: "ort: saal", right: "venue: saal",

        /// A key that stands twice.
        E0208 DuplicateKey { key: String }
            de: "`{key}` steht hier zweimal.",
            en: "`{key}` appears twice.",
            why_de: "Derselbe Schlüssel steht zweimal. Nur einer kann gelten, und welcher gemeint ist, lässt sich nicht erraten. Eine der beiden Zeilen löschen.",
            why_en: "The same key appears twice. Only one can apply, and which one is meant cannot be guessed. Delete one of the two lines.",
            example: Event, wrong: "summary: Treffen am Morgen\nsummary: Treffen am Abend", right: "summary: Treffen am Abend",

        /// A key that must be there and is not.
        E0209 MissingKey { key: String }
            de: "Der Schlüssel `{key}` fehlt oder hat keinen Wert.",
            en: "The key `{key}` is missing or has no value.",
            why_de: "Eine Angabe fehlt, ohne die es nicht geht. Oder der Schlüssel steht da, aber hinter dem Doppelpunkt steht nichts.",
            why_en: "Something that must be there is missing. Or the key is there, but nothing follows the colon.",
            example: Event, wrong: "venue: {city: Dresden}", right: "venue: {name: Großer Saal, city: Dresden}",

        /// A list where a text should be, or the like.
        E0210 WrongShape { expected: Shape, found: Shape, keys: String, suggestion: Option<String> }
            de: { format!("Hier muss {} stehen, es ist aber {}.", expected.words(German), found.words(German)) },
            en: { format!("This must be {}, but it is {}.", expected.words(English), found.words(English)) },
            hint_de: { match (suggestion, expected) {
                (Some(it), _) => Some(format!("Bitte so schreiben: {it}")),
                (None, Shape::List) if !keys.is_empty() => Some(format!("Jeder Eintrag steht auf eigenen Zeilen, beginnt mit `- ` und hat diese Schlüssel: {keys}")),
                (None, Shape::List) => Some("Listen stehen in eckigen Klammern: [a, b]".to_owned()),
                (None, Shape::Map) if !keys.is_empty() => Some(format!("Die Schlüssel stehen eingerückt darunter, jeder auf seiner Zeile: {keys}")),
                (None, Shape::Map) => Some("Die Schlüssel stehen eingerückt darunter, jeder auf seiner Zeile.".to_owned()),
                _ => None,
            } },
            hint_en: { match (suggestion, expected) {
                (Some(it), _) => Some(format!("Write: {it}")),
                (None, Shape::List) if !keys.is_empty() => Some(format!("Each item stands on lines of its own, begins with `- ` and has these keys: {keys}")),
                (None, Shape::List) => Some("Lists are in square brackets: [a, b]".to_owned()),
                (None, Shape::Map) if !keys.is_empty() => Some(format!("The keys stand below it, indented, each on its own line: {keys}")),
                (None, Shape::Map) => Some("Put the keys below it, indented, each on its own line.".to_owned()),
                _ => None,
            } },
            why_de: "Ein Wert hat die falsche Form. Es gibt drei: ein Text, eine Liste in eckigen Klammern oder mit Strichen, und eine Gruppe von Schlüsseln, eingerückt oder in geschweiften Klammern.",
            why_en: "A value has the wrong shape. There are three: a text, a list in square brackets or with dashes, and a group of keys, indented or in curly brackets.",
            example: Event, wrong: "registration: bis 20. September", right: "registration: {deadline: 2019-09-20}",

        /// A key with an empty value.
        E0211 EmptyText
            de: "Hier fehlt der Wert.",
            en: "The value is missing.",
            why_de: "Hinter dem Schlüssel steht kein Wert. Wenn es nichts zu sagen gibt, die ganze Zeile löschen.",
            why_en: "There is no value after the key. If there is nothing to say, delete the whole line.",
            example: Event, wrong: "summary: \"\"", right: "summary: Treffen mit Gästen aus Mexiko",

        /// A Markdown file without front matter.
        E0212 FrontMatterMissing
            de: "Die Datei muss mit einer Zeile `---` beginnen, darunter Titel und andere Angaben.",
            en: "The file must begin with a line `---`, and below it the title and other facts.",
            hint_de: "So sieht der Anfang aus: eine Zeile `---`, dann `title: …`, dann wieder eine Zeile `---`.",
            hint_en: "This is how it begins: a line `---`, then `title: …`, then again a line `---`.",
            why_de: "Eine Seite oder Pressemitteilung beginnt mit ihrem Kopf. Er steht zwischen zwei Zeilen `---` ganz oben und enthält mindestens `title`; darunter folgt der Text.",
            why_en: "A page or press release begins with its head. The head is between two lines `---` at the very top and has at least `title`; the text follows.",
            example: File("pages/beispiel.md"), wrong: "Über das Programm\n", right: "---\ntitle: Über das Programm\n---\nText\n",

        /// Front matter without its second line of dashes.
        E0213 FrontMatterNotClosed
            de: "Der Kopf der Datei hört nicht auf: Die zweite Zeile `---` fehlt.",
            en: "The head of the file does not end: the second line `---` is missing.",
            hint_de: "So sieht der Anfang aus: eine Zeile `---`, dann `title: …`, dann wieder eine Zeile `---`.",
            hint_en: "This is how it begins: a line `---`, then `title: …`, then again a line `---`.",
            why_de: "Der Kopf der Datei hört nicht auf. Unter den Angaben fehlt die zweite Zeile mit genau drei Strichen.",
            why_en: "The head of the file does not end. Below its keys the second line of exactly three dashes is missing.",
            example: Page, wrong: "---\ntitle: Über das Programm\nText", right: "---\ntitle: Über das Programm\n---\nText",

        /// A line that begins in a column where nothing can begin.
        E0214 BadIndent
            de: "Die Einrückung dieser Zeile passt nicht zu den Zeilen davor.",
            en: "The indentation of this line does not match the lines before it.",
            hint_de: "Was zusammengehört, beginnt in derselben Spalte. Ein Text über mehrere Zeilen beginnt mit `|` hinter dem Schlüssel.",
            hint_en: "What belongs together begins in the same column. A text of several lines begins with `|` after the key.",
            why_de: "Eine Zeile ist anders eingerückt als ihre Nachbarn. Was zusammengehört, beginnt in derselben Spalte; was zu einem Schlüssel gehört, steht weiter rechts als er.",
            why_en: "A line is indented differently from its neighbours. What belongs together begins in the same column; what belongs to a key is further to the right.",
            example: Event, wrong: "venue:\n  name: Großer Saal\n   city: Dresden", right: "venue:\n  name: Großer Saal\n  city: Dresden",

        /// A quotation mark without a partner.
        E0215 QuoteNotClosed
            de: "Dieses Anführungszeichen wird nicht geschlossen.",
            en: "This quotation mark is not closed.",
            hint_de: "Am Ende des Textes dasselbe Zeichen noch einmal setzen.",
            hint_en: "Put the same mark at the end of the text.",
            why_de: "Ein Anführungszeichen wird nicht geschlossen. Zu jedem geraden Anführungszeichen am Anfang eines Wertes gehört dasselbe am Ende.",
            why_en: "A quotation mark is not closed. Each straight quotation mark at the beginning of a value needs the same at its end.",
            example: Event, wrong: "summary: \"Treffen in Dresden", right: "summary: \"Treffen in Dresden\"",

        /// Text behind the closing quotation mark.
        E0216 TextAfterQuote { behind: String }
            de: "Hinter dem schließenden Anführungszeichen steht noch Text.",
            en: "There is text after the closing quotation mark.",
            hint_de: { if behind == "," { "Das Komma löschen." } else { "Den ganzen Wert in doppelte Anführungszeichen setzen und darin »…« verwenden." }.to_owned() },
            hint_en: { if behind == "," { "Delete the comma." } else { "Put the whole value into double quotation marks and use “…” inside." }.to_owned() },
            why_de: "Hinter dem schließenden Anführungszeichen geht der Text weiter. Beginnt ein Wert mit einem Anführungszeichen, endet er mit dem nächsten. Sollen Anführungszeichen im Text stehen, den ganzen Wert in gerade setzen und innen typografische verwenden.",
            why_en: "The text continues after the closing quotation mark. A value that begins with one ends with the next. If quotation marks are part of the text, put straight ones around the whole value and use typographic ones inside.",
            example: Event, wrong: "summary: \"Sachsen\" trifft Mexiko", right: "summary: \"»Sachsen« trifft Mexiko\"",

        /// A backslash in double quotes that means nothing.
        E0217 BackslashInQuotes
            de: "In doppelten Anführungszeichen hat `\\` eine besondere Bedeutung.",
            en: "In double quotation marks `\\` has a meaning of its own.",
            hint_de: "Einfache Anführungszeichen verwenden: '…'",
            hint_en: "Use single quotation marks: '…'",
            why_de: "In doppelten Anführungszeichen hat der umgekehrte Schrägstrich (`\\`) eine eigene Bedeutung. In einfachen steht er für sich selbst.",
            why_en: "In double quotation marks a backslash has a meaning of its own. In single ones it is an ordinary character.",
            example: Event, wrong: "summary: \"Ablage unter S:\\Messen\"", right: "summary: 'Ablage unter S:\\Messen'",

        /// A bracket without a partner, or without a comma inside.
        E0218 BracketNotClosed { bracket: char }
            de: "Die Klammer `{bracket}` wird nicht geschlossen, oder in ihr fehlt ein Komma.",
            en: "The bracket `{bracket}` is not closed, or a comma is missing in it.",
            hint_de: { if *bracket == '[' {
                "Listen stehen so da: [a, b]".to_owned()
            } else {
                "Gruppen stehen so da: {a: Text, b: Text}".to_owned()
            } },
            hint_en: { if *bracket == '[' {
                "Lists look like this: [a, b]".to_owned()
            } else {
                "Groups look like this: {a: text, b: text}".to_owned()
            } },
            why_de: "Eine Klammer wird nicht geschlossen, oder zwischen zwei Einträgen fehlt ein Komma. Eckige Klammern umschließen Listen, geschweifte Gruppen von Schlüsseln.",
            why_en: "A bracket is not closed, or a comma is missing between two items. Square brackets enclose lists, curly ones groups of keys.",
            example: Event, wrong: "sectors: [automotive, rail", right: "sectors: [automotive, rail]",

        /// A closing bracket without a partner.
        E0219 BracketNotOpen { bracket: char }
            de: "Zu dieser Klammer `{bracket}` gibt es keine öffnende.",
            en: "No bracket was opened for this `{bracket}`.",
            hint_de: "Die Klammer entfernen oder den ganzen Wert in Anführungszeichen setzen: \"…\"",
            hint_en: "Delete the bracket, or put the whole value into quotation marks: \"…\"",
            why_de: "Hier schließt eine Klammer, die nie geöffnet wurde. Soll sie im Text stehen, gehört der ganze Wert in Anführungszeichen.",
            why_en: "A bracket closes here that was never opened. If it is part of the text, the whole value belongs in quotation marks.",
            example: Event, wrong: "summary: ] Treffen", right: "summary: \"] Treffen\"",

        /// A value that begins with a character that has a meaning of its own.
        E0220 ReservedStart { character: char }
            de: "Ohne Anführungszeichen darf ein Wert nicht mit »{character}« beginnen.",
            en: "Without quotation marks a value must not begin with “{character}”.",
            hint_de: "Den ganzen Wert in Anführungszeichen setzen: \"…\"",
            hint_en: "Put the whole value into quotation marks: \"…\"",
            why_de: "Ein Wert beginnt mit einem Zeichen, das am Anfang eine eigene Bedeutung hat. Das sind @ ` % * & ! | > ? [ { und der Strich. In Anführungszeichen ist es ein Zeichen wie jedes andere.",
            why_en: "A value begins with a character that has a meaning of its own there. Those are @ ` % * & ! | > ? [ { and the dash. In quotation marks it is a character like any other.",
            example: Event, wrong: "summary: @Dresden: Wir kommen", right: "summary: \"@Dresden: Wir kommen\"",

        /// `key:value`.
        E0221 NoSpaceAfterColon { key: String }
            de: "Nach diesem Doppelpunkt fehlt ein Leerzeichen.",
            en: "A space is missing after this colon.",
            hint_de: "Bitte so schreiben: `{key}: …`",
            hint_en: "Write: `{key}: …`",
            why_de: "Nach dem Doppelpunkt fehlt ein Leerzeichen. Ohne Leerzeichen sind Schlüssel und Wert ein einziges Wort.",
            why_en: "A space is missing after the colon. Without it, key and value are one word.",
            example: Event, wrong: "kind:visit\nsummary: Treffen", right: "kind: visit\nsummary: Treffen",

        /// `-item`.
        E0222 NoSpaceAfterDash
            de: "Nach diesem Strich fehlt ein Leerzeichen.",
            en: "A space is missing after this dash.",
            hint_de: "Jeder Eintrag einer Liste beginnt mit Strich und Leerzeichen: `- …`",
            hint_en: "Each item of a list begins with a dash and a space: `- …`",
            why_de: "Nach dem Strich fehlt ein Leerzeichen. Jeder Eintrag einer Liste beginnt mit Strich und Leerzeichen.",
            why_en: "A space is missing after the dash. Each item of a list begins with a dash and a space.",
            example: Event, wrong: "sectors:\n  - automotive\n  -rail", right: "sectors:\n  - automotive\n  - rail",

        /// A line that is neither a key nor part of a text.
        E0223 LineWithoutKey
            de: "In dieser Zeile fehlt ein Schlüssel mit Doppelpunkt.",
            en: "This line has no key with a colon.",
            hint_de: "Zum Beispiel: `summary: …`. Ein Text über mehrere Zeilen wird eingerückt.",
            hint_en: "For example: `summary: …`. A text of several lines is indented.",
            why_de: "Einer Zeile fehlt der Schlüssel. Vielleicht ist ein Text auf die nächste Zeile gerutscht: Ein Text über mehrere Zeilen beginnt mit `|` hinter dem Schlüssel und wird eingerückt.",
            why_en: "A line has no key. Perhaps a text slipped onto the next line: a text of several lines begins with `|` after the key and is indented.",
            example: Event, wrong: "description: Treffen mit Gästen\naus Mexiko", right: "description: |\n  Treffen mit Gästen\n  aus Mexiko",

        /// A character that looks like a space or like nothing, and is something else.
        E0224 InvisibleCharacter { character: char }
            de: { match Invisible::of(*character) {
                Invisible::Space => format!("Hier steht ein besonderes Leerzeichen ({}), das wie ein gewöhnliches aussieht, aber keines ist.", code_point(*character)),
                Invisible::LineBreak => format!("Hier steht ein unsichtbarer Zeilenumbruch ({}), wie er beim Kopieren aus Textprogrammen mitkommt.", code_point(*character)),
                Invisible::Other => format!("Hier steht ein unsichtbares Zeichen ({}).", code_point(*character)),
            } },
            en: { match Invisible::of(*character) {
                Invisible::Space => format!("This is a special space ({}): it looks like an ordinary one but is none.", code_point(*character)),
                Invisible::LineBreak => format!("This is an invisible line break ({}), as it comes along when text is copied from a word processor.", code_point(*character)),
                Invisible::Other => format!("This is an invisible character ({}).", code_point(*character)),
            } },
            hint_de: { match Invisible::of(*character) {
                Invisible::Space => "Das Zeichen löschen und die Leertaste drücken.".to_owned(),
                Invisible::LineBreak => "Das Zeichen löschen und die Zeile mit der Eingabetaste umbrechen.".to_owned(),
                Invisible::Other => "Das Zeichen löschen; am einfachsten die Stelle neu tippen.".to_owned(),
            } },
            hint_en: { match Invisible::of(*character) {
                Invisible::Space => "Delete it and press the space bar.".to_owned(),
                Invisible::LineBreak => "Delete it and break the line with the enter key.".to_owned(),
                Invisible::Other => "Delete it; it is easiest to type the passage anew.".to_owned(),
            } },
            why_de: "Hier steht ein Zeichen, das man nicht sieht. Aus Textprogrammen und Webseiten kommen beim Kopieren geschützte Leerzeichen und besondere Zeilenumbrüche mit. In einem Text darf ein geschütztes Leerzeichen stehen; vor und neben einem Schlüssel nicht.",
            why_en: "There is a character here that nobody sees. When text is copied from word processors and web pages, special spaces and line breaks come along. A no-break space may be in a text; before and beside a key it may not.",
            example: Event, wrong: "venue:\n\u{a0}\u{a0}name: Großer Saal", right: "venue:\n  name: Großer Saal",

        /// A typographic quotation mark where only a straight one holds a text together.
        E0225 CurlyQuotes
            de: "Typografische Anführungszeichen halten einen Text hier nicht zusammen.",
            en: "Typographic quotation marks do not hold a text together here.",
            hint_de: "Außen gerade Anführungszeichen setzen: \"…\"; um ein einzelnes Wort gar keine.",
            hint_en: "Put straight quotation marks around it: \"…\"; around a single word none at all.",
            why_de: "Typografische Anführungszeichen halten einen Wert nicht zusammen. Für das Programm sind sie Buchstaben wie alle anderen. Außen stehen gerade Anführungszeichen, innen gehen typografische.",
            why_en: "Typographic quotation marks do not hold a value together. To the program they are letters like any other. Straight ones go outside, typographic ones can be inside.",
            example: Event, wrong: "title: „Mexiko: Treffen in Dresden“", right: "title: \"Mexiko: Treffen in Dresden\"",

        /// Lines that git left because nobody has decided between two versions.
        E0226 ConflictMarker
            de: "Hier wurden zwei Fassungen zusammengeführt, und niemand hat entschieden, welche gilt.",
            en: "Two versions were merged here, and nobody has decided which one applies.",
            hint_de: "Eine Fassung stehen lassen und alle Zeilen mit `<<<<<<<`, `|||||||`, `=======` und `>>>>>>>` löschen.",
            hint_en: "Keep one version and delete all lines with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`.",
            why_de: "Zwei Fassungen einer Datei wurden zusammengeführt, und niemand hat entschieden. git schreibt dann beide hinein, zwischen Zeilen mit `<<<<<<<`, `=======` und `>>>>>>>`. Eine Fassung bleibt stehen, alles andere wird gelöscht.",
            why_en: "Two versions of a file were merged, and nobody has decided. git then writes both into it, between lines with `<<<<<<<`, `=======` and `>>>>>>>`. Keep one version and delete everything else.",
            example: Page, wrong: "<<<<<<< HEAD\nUm 15 Uhr.\n=======\nUm 16 Uhr.\n>>>>>>> entwurf", right: "Um 16 Uhr.",

        /// `{value: 3,5}`: in braces the comma ends a value.
        E0230 CommaInNumber { typed: String, suggestion: Option<String>, thousands: Option<Thousands> }
            de: "In geschweiften Klammern trennt ein Komma die Schlüssel; »{typed}« ist deshalb keine Zahl.",
            en: "In braces a comma separates keys; so “{typed}” is no number.",
            hint_de: { number_as_meant(typed, suggestion.as_deref(), thousands.as_ref(), German).unwrap_or_else(|| "Zahlen haben einen Dezimalpunkt und keine Einheit: 3.5".to_owned()) },
            hint_en: { number_as_meant(typed, suggestion.as_deref(), thousands.as_ref(), English).unwrap_or_else(|| "Numbers have a decimal point and no unit: 3.5".to_owned()) },
            why_de: "In geschweiften Klammern trennt das Komma einen Schlüssel vom nächsten. Aus »value: 3,5« wird dort die Zahl 3 und ein Schlüssel 5. Zahlen haben einen Dezimalpunkt.",
            why_en: "In braces a comma separates one key from the next, so “value: 3,5” becomes the number 3 and a key 5. Write numbers with a decimal point.",
            example: Delegation, wrong: "figures: [{label: Handel, value: 3,5, year: 2018, source: Amt}]", right: "figures: [{label: Handel, value: 3.5, year: 2018, source: Amt}]",

        /// An hour under a key of its own; where it belongs, and the time of both, where that can
        /// be said.
        E0231 HourApart { value: String, key: String, time: Option<String> }
            de: "Die Uhrzeit »{value}« gehört zu `{key}`, hinter den Tag.",
            en: "The hour “{value}” belongs to `{key}`, behind the day.",
            hint_de: { match time {
                Some(time) => format!("Bitte so schreiben: `{key}: {time}`, und diese Zeile löschen."),
                None => format!("Zum Beispiel: `{key}: 2019-09-24T15:00`"),
            } },
            hint_en: { match time {
                Some(time) => format!("Write `{key}: {time}` and delete this line."),
                None => format!("For example: `{key}: 2019-09-24T15:00`"),
            } },
            why_de: "Tag und Uhrzeit stehen zusammen in `start`, ebenso in `end`. Der Schlüssel `time` sagt nur, dass die Uhrzeit noch folgt: `time: open`.",
            why_en: "Write day and time together in `start`, and likewise in `end`. The key `time` only says that the time is still open: `time: open`.",
            example: Event, wrong: "start: 2019-09-24\nuhrzeit: 15:00", right: "start: 2019-09-24T15:00",

        /// A gap where a value must be, in something that is not a draft.
        E0240 GapInPublic { gap: Gap }
            de: "Hier fehlt noch eine Angabe: {gap}",
            en: "A value is missing here: {gap}",
            hint_de: "Die Angabe eintragen, oder mit `draft: true` einen Entwurf daraus machen.",
            hint_en: "Enter the value, or make it a draft with `draft: true`.",
            why_de: "Zwischen `??` und `??` steht, was noch fehlt. Wo eine Zeit, eine Zahl, eine Adresse oder ein Schlüssel hingehört, geht das nur in einem Entwurf: Was öffentlich ist, kann dort nicht leer sein. Angaben, die fehlen dürfen, lässt man besser weg.",
            why_en: "What is still missing is between `??` and `??`. Where a time, a number, an address or a key belongs, only a draft may have that: what is public cannot be empty there. Leave out what may be missing.",
            example: Event, wrong: "registration: {deadline: ??Anmeldeschluss??}", right: "registration: {deadline: 2019-09-20}",
    }
}

impl Shape {
    fn words(self, language: MessageLanguage) -> &'static str {
        let (german, english) = match self {
            Shape::Nothing => ("nichts", "nothing"),
            Shape::Text => ("ein Text", "a text"),
            Shape::List => ("eine Liste", "a list"),
            Shape::Map => ("eine Gruppe von Schlüsseln", "a group of keys"),
            Shape::TextOrList => ("ein Text oder eine Liste", "a text or a list"),
            Shape::TextOrLanguages => {
                ("ein Text oder Texte nach Sprachen", "a text or texts by language")
            }
            Shape::TextOrMap => {
                ("ein Schlüssel oder eine Gruppe von Schlüsseln", "a key or a group of keys")
            }
        };
        language.pick(german, english)
    }
}

/// What an invisible character does; the words differ.
enum Invisible {
    Space,
    LineBreak,
    Other,
}

impl Invisible {
    fn of(character: char) -> Self {
        match character {
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Invisible::LineBreak,
            space if space.is_whitespace() => Invisible::Space,
            _ => Invisible::Other,
        }
    }
}

/// A character as it is named where nobody sees it: `U+00A0`.
pub fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
