//! E/W0140–0169: what could do harm to readers, to servers or to other programs.

messages! {
    /// What could do harm.
    pub enum Hazard {
        /// An address with a name and a password before its host; the host it really leads to.
        E0140 UserInAddress { host: String }
            de: "In dieser Adresse steht ein `@` vor dem eigentlichen Ziel: Sie führt zu `{host}`.",
            en: "This address has an `@` before its real target: it leads to `{host}`.",
            hint_de: "Die Adresse ohne das schreiben, was zwischen `//` und `@` steht.",
            hint_en: "Write the address without what stands between `//` and `@`.",
            why_de: "Vor dem Namen des Rechners stehen Benutzerangaben. `https://www.sachsen.example@evil.example/` sieht aus wie eine Adresse von Sachsen und führt zu `evil.example`. Keine Adresse einer Website braucht so etwas; ein `@` im Pfad oder hinter `?` ist erlaubt.",
            why_en: "User information stands before the name of the computer. `https://www.saxony.example@evil.example/` looks like an address of Saxony and leads to `evil.example`. No address of a website needs that; an `@` in the path or behind `?` is allowed.",
            example: Event, wrong: "online: {url: \"https://www.example.org:443@evil.example.net/\"}", right: "online: {url: \"https://www.example.org/\"}",

        /// An address with a character that nobody sees.
        E0141 HiddenInAddress { character: String }
            de: "In dieser Adresse steht ein Zeichen, das niemand sieht ({character}).",
            en: "This address holds a character that nobody sees ({character}).",
            hint_de: "Die Adresse neu tippen, oder aus dem Browser kopieren.",
            hint_en: "Type the address anew, or copy it from a browser.",
            why_de: "In einer Adresse steht ein Zeichen, das die Schreibrichtung umkehrt oder gar nicht zu sehen ist. So sieht sie aus wie eine andere (RFC 3987, 4.1).",
            why_en: "An address holds a character that turns the direction of writing or is not to be seen at all. So it looks like another one (RFC 3987, 4.1).",
            example: Event, wrong: "online: {url: \"https://www.example.org/\\u202Egpj\"}", right: "online: {url: \"https://www.example.org/jpg\"}",

        /// A path that servers or hosts read for themselves; the part that is theirs.
        E0142 PathOfServer { path: String, part: String }
            de: "Unter `{path}` darf nichts liegen: `{part}` lesen Server für sich selbst.",
            en: "Nothing may lie at `{path}`: servers read `{part}` for themselves.",
            hint_de: "Den Pfad weglassen. Was dort fehlen darf, gehört in site.yaml unter `gone`.",
            hint_en: "Leave the path out. What may be missing there belongs under `gone` in site.yaml.",
            why_de: "Diesen Pfad lesen Server für sich selbst. Namen, die mit `.` oder `_` beginnen, und `web.config` lesen Webserver und Anbieter für sich selbst: Eine Datei dort änderte, wie sie die ganze Website ausliefern, etwa ihre Schutzangaben.",
            why_en: "Servers read this path for themselves. Names that begin with `.` or `_`, and `web.config`, are read by web servers and hosts for themselves: a file there would change how they deliver the whole site, such as its security headers.",
            example: Event, wrong: "aliases: [/.htaccess]", right: "aliases: [/alt/treffen/]",

        /// A part of a path that is too long for file systems; its length in bytes.
        E0143 PathPartTooLong { bytes: usize }
            de: "Ein Teil dieses Pfads ist {bytes} Bytes lang; erlaubt sind 200.",
            en: "A part of this path has {bytes} bytes; 200 are allowed.",
            why_de: "Ein Teil des Pfads zwischen zwei Schrägstrichen ist zu lang. Dateisysteme nehmen meist nur Namen bis 255 Bytes, und ein Umlaut hat zwei.",
            why_en: "A part of the path between two slashes is too long. Most file systems take names of up to 255 bytes only, and an umlaut has two.",
            example: Shown, wrong: "aliases: [/sehr-sehr-…-langer-pfad/]", right: "aliases: [/langer-pfad/]",

        /// Two files whose names differ only in how Unicode writes a letter.
        E0144 TwiceInUnicode { name: String }
            de: "»{name}« liegt hier zweimal: Die Namen sehen gleich aus und sind verschieden geschrieben.",
            en: "“{name}” is here twice: the names look the same and are written differently.",
            hint_de: "Eine der beiden Dateien löschen oder umbenennen.",
            hint_en: "Delete or rename one of the two files.",
            why_de: "Zwei Dateien haben Namen, die gleich aussehen. Unicode kann einen Umlaut als ein Zeichen schreiben oder als Buchstaben mit Punkten darüber; auf vielen Rechnern ist das derselbe Name, und eine der Dateien ginge verloren.",
            why_en: "Two files have names that look the same. Unicode can write an umlaut as one character or as a letter with dots above it; on many machines that is the same name, and one of the files would be lost.",
            example: Shown, wrong: "content/media/café.jpg\ncontent/media/café.jpg", right: "content/media/café.jpg\ncontent/media/café-2.jpg",

        /// Two paths that are one where capitals do not count.
        W0145 PathsDifferInCase { path: String, other: String }
            de: "`/{path}` und `/{other}` sind unter Windows, macOS und bei vielen Anbietern ein und dieselbe Datei.",
            en: "`/{path}` and `/{other}` are one and the same file on Windows, macOS and with many hosts.",
            hint_de: "Einen der beiden Namen ändern.",
            hint_en: "Change one of the two names.",
            why_de: "Zwei Pfade unterscheiden sich nur in großen und kleinen Buchstaben. Wo die Größe nicht zählt, ersetzt eine Datei die andere.",
            why_en: "Two paths differ only in capital and small letters. Where these do not count, one file replaces the other.",
            example: Event, wrong: "aliases: [/Veranstaltungen/]", right: "aliases: [/alte-veranstaltungen/]",

        /// A path with a name that Windows keeps for itself.
        W0146 ReservedByWindows { path: String, part: String }
            de: "`{part}` in `{path}` kann unter Windows keine Datei heißen.",
            en: "No file can be called `{part}`, as in `{path}`, on Windows.",
            hint_de: "Einen anderen Namen wählen.",
            hint_en: "Choose another name.",
            why_de: "Windows hält einige Namen für Geräte frei. Das sind `con`, `prn`, `aux`, `nul`, `com1` bis `com9` und `lpt1` bis `lpt9`, mit jeder Endung. Auch Namen, die mit einem Punkt oder Leerzeichen enden oder eines der Zeichen `< > : \" | ? * \\` enthalten, gehen dort nicht.",
            why_en: "Windows keeps some names for devices. These are `con`, `prn`, `aux`, `nul`, `com1` to `com9` and `lpt1` to `lpt9`, with any ending. Names that end with a dot or a space, or hold one of the characters `< > : \" | ? * \\`, do not work there either.",
            example: Event, wrong: "aliases: [/aux.html]", right: "aliases: [/hilfe.html]",

        /// A mail link that writes more than subject and text.
        W0147 MailHeaders { header: String }
            de: "Ein Link auf eine E-Mail-Adresse darf Betreff und Text vorgeben, nicht `{header}`; das fällt weg.",
            en: "A link to an email address may give subject and body, not `{header}`; that is left out.",
            hint_de: "Erlaubt sind `?subject=…` und `&body=…`.",
            hint_en: "`?subject=…` and `&body=…` are allowed.",
            why_de: "Ein Link auf eine E-Mail-Adresse gibt mehr vor als Betreff und Text. Mit `bcc` ginge eine heimliche Kopie an andere, mit `attach` hängten manche Programme Dateien an. Solche Angaben fallen weg (RFC 6068, 4).",
            why_en: "A link to an email address gives more than subject and body. With `bcc` a hidden copy would go to somebody else, with `attach` some programs would attach files. Such fields are left out (RFC 6068, 4).",
            example: Page, wrong: "[Mail](mailto:info@example.org?bcc=chef@example.org)", right: "[Mail](mailto:info@example.org?subject=Anmeldung)",

        /// A file whose name servers may take for a program, by an ending before the last.
        W0148 ProgramInName { name: String, ending: String }
            de: "»{name}« enthält `.{ending}`: Manche Server führen so benannte Dateien aus.",
            en: "“{name}” holds `.{ending}`: some servers run files with such names.",
            hint_de: "Die Datei umbenennen, so dass nur ein Punkt im Namen steht.",
            hint_en: "Rename the file so that its name has one dot only.",
            why_de: "Im Namen einer Datei steht vor der letzten Endung noch eine, die nach einem Programm aussieht. Apache kann jede Endung eines Namens auswerten und hielte die Datei dann für ein Programm.",
            why_en: "The name of a file has another ending before the last one, which looks like a program. Apache can evaluate every ending of a name and would then take the file for a program.",
            example: Shown, wrong: "content/media/plan.php.png", right: "content/media/plan.png",

        /// A text of a hidden item in a file that would be published.
        E0149 HiddenGetsOut { text: String, path: String }
            de: "Das ist noch nicht öffentlich und stünde doch in `{path}`: »{text}«",
            en: "This is not public yet and would stand in `{path}` all the same: “{text}”",
            hint_de: "Nichts wird veröffentlicht. Bitte melden: So etwas darf nicht vorkommen.",
            hint_en: "Nothing is published. Please report it: this must not happen.",
            why_de: "Etwas, das noch nicht öffentlich ist, stünde in einer fertigen Datei. Die fertigen Dateien werden nach Titeln, Zusammenfassungen, Pfaden und Namen durchsucht, die nur in verborgenen Einträgen stehen. Steht davon etwas darin, wird nichts veröffentlicht.",
            why_en: "Something that is not public yet would stand in a finished file. The finished files are searched for titles, summaries, paths and names that only hidden items have. When one of them is there, nothing is published.",
            example: Shown, wrong: "veranstaltungen/index.html: … Titel eines Entwurfs …", right: "veranstaltungen/index.html",

        /// A public text that has a sentence or a title of a hidden item; the item's file.
        W0150 HiddenInPublicText { text: String, item: String }
            de: "Hier steht etwas, das auch in `{item}` steht und noch nicht öffentlich ist: »{text}«",
            en: "Something stands here that `{item}` has as well, which is not public yet: “{text}”",
            hint_de: "Darf das schon jeder wissen? Wenn ja: `<!-- bba: ok W0150 -->` oder `# bba: ok W0150` davor.",
            hint_en: "May everybody know it already? If so, put `<!-- bba: ok W0150 -->` or `# bba: ok W0150` before it.",
            why_de: "Ein öffentlicher Text enthält einen Titel oder einen Satz, der sonst nur in einem verborgenen Eintrag steht. Vielleicht verrät er, was noch niemand wissen soll.",
            why_en: "A public text holds a title or a sentence that else only a hidden item has. Perhaps it gives away what nobody should know yet.",
            example: Shown, wrong: "Im Herbst folgt: Besuch der Präsidentin von Mexiko.     # ein Entwurf heißt so", right: "Im Herbst folgt mehr.",

        /// A whole path that is too long for systems; its length in bytes.
        E0151 PathTooLong { bytes: usize }
            de: "Dieser Pfad ist {bytes} Bytes lang; erlaubt sind 1024.",
            en: "This path has {bytes} bytes; 1024 are allowed.",
            why_de: "Ein Pfad ist im Ganzen zu lang. Betriebssysteme nehmen Pfade bis 4096 Bytes, manche nur bis 1024, und der Ordner davor zählt mit. Ein Umlaut hat zwei Bytes.",
            why_en: "A path is too long as a whole. Systems take paths of up to 4096 bytes, some of up to 1024 only, and the folder before it counts too. An umlaut has two bytes.",
            example: Shown, wrong: "aliases: [/sehr/…/langer/pfad/]", right: "aliases: [/langer/pfad/]",

        /// The name of a file, as content has it, with a character that nobody sees.
        E0152 HiddenInName { character: String }
            de: "In diesem Dateinamen steht ein Zeichen, das niemand sieht ({character}).",
            en: "This file name holds a character that nobody sees ({character}).",
            hint_de: "Die Datei umbenennen, am besten mit a–z, Ziffern und Bindestrichen, und den neuen Namen eintragen.",
            hint_en: "Rename the file, best with a–z, digits and hyphens, and write the new name here.",
            why_de: "In einem Dateinamen steht ein Steuerzeichen, etwa ein Zeilenumbruch, oder eines, das die Schreibrichtung umkehrt. Webserver könnten daran eine Zeile ihrer Einstellungen enden lassen, und Menschen sähen einen anderen Namen.",
            why_en: "A file name holds a control character, such as the end of a line, or one that turns the direction of writing. Web servers could end a line of their configuration there, and people would see another name.",
            example: Event, wrong: "attachments: [{file: \"plan\\u202Efdp.pdf\", title: Plan}]", right: "attachments: [{file: programm.pdf, title: Plan}]",

        /// A file that is left out, as its name has a character that nobody sees.
        W0153 LeftOutForName { character: String }
            de: "Diese Datei wird nicht veröffentlicht: In ihrem Namen steht ein Zeichen, das niemand sieht ({character}).",
            en: "This file is not published: its name holds a character that nobody sees ({character}).",
            hint_de: "Die Datei umbenennen, am besten mit a–z, Ziffern und Bindestrichen.",
            hint_en: "Rename the file, best with a–z, digits and hyphens.",
            why_de: "Im Namen einer Datei steht ein Steuerzeichen, etwa ein Zeilenumbruch, oder eines, das die Schreibrichtung umkehrt. Sie bleibt weg, als gäbe es sie nicht; wo ein Inhalt sie nennt, ist das ein Fehler.",
            why_en: "The name of a file holds a control character, such as the end of a line, or one that turns the direction of writing. It is left out as if it were not there; where content names it, that is an error.",
            example: Shown, wrong: "content/media/plan\\u202Efdp.pdf", right: "content/media/plan.pdf",

        /// A line of `gone` that names what is there; its address.
        W0154 GoneIsThere { path: String }
            de: "`{path}` gibt es noch: Mit dieser Zeile antwortet der Server trotzdem, es sei weg.",
            en: "`{path}` is still there: with this line the server says that it is gone all the same.",
            hint_de: "Die Zeile löschen, oder das, was sie nennt.",
            hint_en: "Delete the line, or what it names.",
            why_de: "Unter `gone` steht etwas, das es noch gibt. Der Server antwortet mit 410, und niemand sieht die Seite mehr, obwohl sie da ist; mit `/` wäre das die Startseite.",
            why_en: "`gone` names something that is still there. The server answers 410, and nobody sees the page any more though it is there; with `/` that would be the home page.",
            example: Shown, wrong: "gone: [/]", right: "gone: [/alte/seite/]",

        /// A text of a hidden item in a file that is copied; the line, where the file has lines.
        W0155 HiddenInFile { name: String, line: Option<usize>, text: String, item: String }
            de: { format!("»{name}« enthält{} etwas, das auch in `{item}` steht und noch nicht öffentlich ist: »{text}«", in_line(*line, " in Zeile")) },
            en: { format!("“{name}” holds something{} that `{item}` has as well, which is not public yet: “{text}”", in_line(*line, " in line")) },
            hint_de: "Darf das schon jeder wissen? Wenn nicht, die Datei ändern. Wenn ja: `<!-- bba: ok W0155 -->` oder `# bba: ok W0155` vor dieser Zeile.",
            hint_en: "May everybody know it already? If not, change the file. If so, put `<!-- bba: ok W0155 -->` or `# bba: ok W0155` before this line.",
            why_de: "Eine Datei, die veröffentlicht wird, enthält einen Titel oder einen Satz, der sonst nur in einem verborgenen Eintrag steht. Untertitel, Zeichnungen, PDFs und Office-Dokumente werden so, wie sie sind, veröffentlicht; ein Programmheft verrät dann leicht, was noch niemand wissen soll.",
            why_en: "A file that is published holds a title or a sentence that else only a hidden item has. Captions, drawings, PDFs and Office documents are published as they are; a printed programme then easily gives away what nobody should know yet.",
            example: Shown, wrong: "attachments: [{file: programm.pdf, title: Programm}]     # darin steht der Titel eines Entwurfs", right: "attachments: [{file: programm-bis-mai.pdf, title: Programm}]",
    }
}

/// » in Zeile 3«, where there is one.
fn in_line(line: Option<usize>, words: &str) -> String {
    line.map(|line| format!("{words} {line}")).unwrap_or_default()
}
