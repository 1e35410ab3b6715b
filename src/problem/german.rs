//! German messages: for editors, not for programmers.

use super::{Problem, Shape};
use crate::content::reader::ReferenceKind;
use crate::content::values::PageType;
use crate::language::Language;

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "nichts",
        Shape::Text => "ein Text",
        Shape::List => "eine Liste",
        Shape::Map => "eine Gruppe von Schlüsseln",
        Shape::TextOrList => "ein Text oder eine Liste",
        Shape::TextOrLanguages => "ein Text oder Texte nach Sprachen",
        Shape::TextOrMap => "ein Schlüssel oder eine Gruppe von Schlüsseln",
    }
}

fn kind(kind: ReferenceKind) -> (&'static str, &'static str) {
    match kind {
        ReferenceKind::Event => ("Veranstaltung", "content/events/"),
        ReferenceKind::Delegation => ("Delegation", "content/delegations/"),
        ReferenceKind::Release => ("Pressemitteilung", "content/press/"),
        ReferenceKind::Page => ("Seite", "content/pages/"),
        ReferenceKind::Organisation => ("Organisation", "content/organisations.yaml"),
        ReferenceKind::Contact => ("Kontakt", "content/contacts.yaml"),
        ReferenceKind::Venue => ("Veranstaltungsort", "content/venues.yaml"),
        ReferenceKind::Sector => ("Branche", "content/sectors.yaml"),
        ReferenceKind::Media => ("Datei", "content/media/"),
        ReferenceKind::File => ("Datei", "content/"),
    }
}

pub(super) fn message(problem: &Problem) -> String {
    use Problem::*;
    match problem {
        SiteFileMissing => "Die Datei `content/site.yaml` fehlt: Sie sagt, was das für eine Website ist.".into(),
        NotUtf8 => "Die Datei ist nicht als UTF-8 gespeichert.".into(),
        FileTooLarge { size } => format!("Die Datei ist {:.1} MB groß, erlaubt ist 1 MB.", *size as f64 / 1e6),
        LinkLeadsOut => "Diese Verknüpfung führt aus dem Ordner hinaus oder ins Leere.".into(),
        NotAPlainFile => "Das ist weder eine Datei noch ein Ordner.".into(),
        WrongFileName { .. } => "Eine Datei mit diesem Namen wird hier nicht gelesen.".into(),
        BadId { id, .. } => format!("»{id}« kann keine Kennung sein: Erlaubt sind kleine Buchstaben a–z, Ziffern und einzelne Bindestriche, höchstens 80 Zeichen, mindestens ein Buchstabe."),
        DuplicateId { id, other } => format!("Die Kennung »{id}« gibt es schon: {other}"),
        ReleaseNameWithoutDate { name } => format!("Der Dateiname »{name}« beginnt nicht mit einem Datum."),
        NoOriginal { original } => format!("Das ist eine Übersetzung, aber das Original `{original}` fehlt."),
        EmptyFile => "In dieser Datei steht nichts.".into(),
        YamlSyntax => "Ab hier ist der Text nicht zu verstehen; meist stimmt die Einrückung nicht oder ein Anführungszeichen fehlt.".into(),
        BadIndent => "Die Einrückung dieser Zeile passt nicht zu den Zeilen davor.".into(),
        QuoteNotClosed => "Dieses Anführungszeichen wird nicht geschlossen.".into(),
        TextAfterQuote => "Hinter dem schließenden Anführungszeichen steht noch Text.".into(),
        BackslashInQuotes => "In doppelten Anführungszeichen hat `\\` eine besondere Bedeutung.".into(),
        BracketNotClosed { bracket } => format!("Die Klammer `{bracket}` wird nicht geschlossen, oder in ihr fehlt ein Komma."),
        BracketNotOpen { bracket } => format!("Zu dieser Klammer `{bracket}` gibt es keine öffnende."),
        ReservedStart { character } => format!("Ohne Anführungszeichen darf ein Wert nicht mit »{character}« beginnen."),
        NoSpaceAfterColon { .. } => "Nach diesem Doppelpunkt fehlt ein Leerzeichen.".into(),
        NoSpaceAfterDash => "Nach diesem Strich fehlt ein Leerzeichen.".into(),
        LineWithoutKey => "In dieser Zeile fehlt ein Schlüssel mit Doppelpunkt.".into(),
        TabIndent => "Hier ist mit einem Tabulator eingerückt.".into(),
        ColonInText => "Ein Doppelpunkt mit Leerzeichen trennt Schlüssel und Wert; mitten in einem Text geht das nur in Anführungszeichen.".into(),
        TooDeep => "Die Datei ist tiefer als 64 Ebenen verschachtelt.".into(),
        TooManyAliases => "Die Verweise (`*`) in dieser Datei ergeben zusammen viel zu viel Text.".into(),
        MoreThanOneDocument => "Hier beginnt mit `---` ein zweiter Teil; eine Datei hat nur einen.".into(),
        UnknownKey { key, .. } => format!("Den Schlüssel `{key}` gibt es hier nicht."),
        DuplicateKey { key } => format!("`{key}` steht hier zweimal."),
        MissingKey { key } => format!("Der Schlüssel `{key}` fehlt oder hat keinen Wert."),
        WrongShape { expected, found } => format!("Hier muss {} stehen, es ist aber {}.", shape(*expected), shape(*found)),
        EmptyText => "Hier fehlt der Wert.".into(),
        FrontMatterMissing => "Die Datei muss mit einer Zeile `---` beginnen, darunter Titel und andere Angaben.".into(),
        FrontMatterNotClosed => "Der Kopf der Datei hört nicht auf: Die zweite Zeile `---` fehlt.".into(),
        UnknownChoice { value, .. } => format!("»{value}« steht nicht zur Wahl."),
        NotYesOrNo { value } => format!("»{value}« ist weder `true` (ja) noch `false` (nein)."),
        NotANumber { value } => format!("»{value}« ist keine Zahl."),
        NotAnEmail { value } => format!("»{value}« ist keine vollständige E-Mail-Adresse."),
        NotAPhone { value } => format!("»{value}« ist keine Telefonnummer mit Ländervorwahl."),
        NotAUrl { value } => format!("»{value}« ist keine vollständige Webadresse."),
        NotABaseUrl { value } => format!("Unter »{value}« kann keine Website liegen: Die Adresse darf weder `?` noch `#` enthalten."),
        NotASitePath { value } => format!("»{value}« ist kein Pfad dieser Website."),
        NotACurrency { value } => format!("»{value}« ist keine Währung."),
        NotADuration { value, .. } => format!("»{value}« ist keine Zeitspanne."),
        NotAColor { value, .. } => format!("»{value}« ist kein Farbname."),
        UnknownCountry { value, .. } => format!("»{value}« ist kein Länderkürzel."),
        UnknownLanguage { value } => format!("»{value}« ist kein Sprachkürzel."),
        LanguageNotOfSite { language, languages } => format!("Die Sprache `{language}` kann hier nicht stehen; die Website hat: {languages}."),
        NoDefaultLanguage { language } => format!("Der Text in der Hauptsprache `{language}` fehlt."),
        UnknownZone { value, .. } => format!("»{value}« ist keine Zeitzone."),
        DegreesOutOfRange { value, limit } => format!("{value} Grad gibt es nicht; erlaubt ist −{limit} bis {limit}."),
        NotATime { value, .. } => format!("»{value}« ist weder ein Tag noch eine Zeit in der nötigen Form."),
        ImpossibleDate { value } => format!("Den Zeitpunkt »{value}« gibt es nicht."),
        TimeInGap { value, zone, .. } => format!("Die Zeit {value} gibt es in {zone} nicht: Die Uhr wird in dieser Nacht vorgestellt."),
        TimeTwice { value, zone, .. } => format!("Die Zeit {value} gibt es in {zone} zweimal: Die Uhr wird in dieser Nacht zurückgestellt."),
        OffsetDoesNotFit { value, zone, .. } => format!("Der Abstand zur Weltzeit passt nicht: {zone} hat am {value} einen anderen."),
        EndBeforeStart { start, end } => format!("Das Ende ({end}) liegt nicht nach dem Beginn ({start})."),
        StartAndWithin => "Neben `within` (Tag steht noch nicht fest) darf kein Beginn oder Ende stehen.".into(),
        DayAndTime => "Beginn und Ende müssen beide ein Tag oder beide eine Zeit sein.".into(),
        HourOpenNeedsDay => "`time: open` (Uhrzeit folgt) braucht einen Tag als `start` und kein `end`.".into(),
        DayAndPeriod => "Ein Ende gibt es nur, wenn Beginn und Ende feste Tage sind.".into(),
        NotDays { value } => format!("»{value}« sind nicht zwei Tage mit einem Schrägstrich dazwischen."),
        DateIsNotFileName { date, file } => format!("Hier steht der {date}, im Dateinamen der {file}."),
        UpdateBeforePublication => "Diese Änderung liegt vor der Veröffentlichung.".into(),
        StatusWithoutUpdate { status, .. } => format!("Zu »status: {status}« fehlt ein Eintrag unter »updates«. Ohne ihn übernehmen Kalender, die den Termin schon haben, die Änderung nicht."),
        UnknownReference { kind: named, id, .. } => {
            let (what, place) = kind(*named);
            match named {
                ReferenceKind::File => format!("Die Datei `{id}` gibt es nicht, oder sie hat keine eigene Seite."),
                _ => format!("{what} `{id}` gibt es nicht in `{place}`."),
            }
        }
        NeutralKeyDiffers { key, .. } => format!("`{key}` steht im Original anders."),
        ContactCircle => "Diese Kontakte vertreten sich gegenseitig im Kreis.".into(),
        PathTaken { path, other } => format!("Unter `{path}` liegt schon etwas anderes: {other}"),
        HtmlNotAllowed { tag } => format!("`<{tag}>` ist hier nicht erlaubt oder so nicht vollständig."),
        HtmlNotClosed { tag } if tag == "!--" => "Der Kommentar wird nicht mit `-->` geschlossen: Alles danach fehlt auf der Seite.".into(),
        HtmlNotClosed { tag } => format!("`<{tag}>` wird in diesem Absatz nicht mit `</{tag}>` geschlossen."),
        LinkScheme { scheme } => format!("Ein Link darf nicht mit `{scheme}` beginnen."),
        LinkTarget { target, .. } => format!("Das Ziel `{target}` gibt es nicht."),
        LinkAnchor { anchor, page, .. } => format!("Auf der Seite {page} gibt es die Stelle `#{anchor}` nicht."),
        LinkToHidden { target } => format!("`{target}` ist noch nicht öffentlich; ein Link dorthin führte ins Leere."),
        ImageElsewhere { target } => format!("Das Bild `{target}` liegt nicht in `content/media/`."),
        ImageWithoutAlt => "Dem Bild fehlt die Beschreibung für alle, die es nicht sehen.".into(),
        ThemeMissing { theme } => format!("Das Theme »{theme}« gibt es nicht: Der Ordner `themes/{theme}/` fehlt."),
        StringsMissing => "Dem Theme fehlt diese Datei mit den Texten in der Hauptsprache der Website.".into(),
        PluralMissing { key, form } => {
            format!("Dem Text `{key}` fehlt die Form `{form}`, die diese Sprache bei Zahlen hat.")
        }
        StringMissing { key } => format!("Dem Theme fehlt der Text `{key}`."),
        Template { message } => format!("Die Vorlage ist fehlerhaft: {message}"),
        OutputLink { target, page } => format!("Die Seite {page} verweist auf {target}, das es nicht gibt."),
        DuplicateAnchor { anchor, page } => format!("Auf der Seite {page} gibt es die Stelle `#{anchor}` zweimal."),
        CalendarUnreadable { path, detail } => format!("Die Kalenderdatei /{path} wird nicht so gelesen, wie sie gemeint ist; das ist ein Fehler dieses Programms ({detail})."),
        Gap { gap } => format!("Hier fehlt noch etwas: {gap}"),
        Untranslated { languages } => format!("Dieser Text fehlt in: {}", tags(languages)),
        TranslationOutdated { original } => format!("Das Original `{original}` wurde nach dieser Übersetzung geändert."),
        TranslationUnconfirmed { original } => format!("Ob diese Übersetzung zum heutigen Text von `{original}` passt, ist nicht vermerkt."),
        StringUnused { key } => format!("Den Text `{key}` braucht niemand."),
        LongSentence { words } => format!("Dieser Satz hat {words} Wörter; in einfacher Sprache sind es höchstens 15."),
        LongWord { word } => format!("»{word}« ist ein langes Wort."),
        LanguageLinkOneSided { page, other } => format!("Die Seite {page} nennt {other} als dieselbe Seite in einer anderen Sprache, umgekehrt aber nicht."),
        RequiredPageMissing { kind } => format!("Es gibt keine Seite mit `type: {}` ({}).", kind.word(), page_type(*kind)),
    }
}

fn page_type(kind: PageType) -> &'static str {
    match kind {
        PageType::Page => "Seite",
        PageType::Imprint => "Impressum",
        PageType::Privacy => "Datenschutz",
        PageType::Accessibility => "Barrierefreiheit",
        PageType::SimpleLanguage => "Leichte Sprache",
        PageType::SignLanguage => "Gebärdensprache",
    }
}

fn tags(languages: &[Language]) -> String {
    languages.iter().map(Language::tag).collect::<Vec<_>>().join(", ")
}

fn meant(suggestion: &Option<String>) -> Option<String> {
    suggestion.as_ref().map(|suggestion| format!("Meinten Sie `{suggestion}`?"))
}

pub(super) fn hint(problem: &Problem) -> Option<String> {
    use Problem::*;
    match problem {
        ThemeMissing { .. } => Some("Das eingebaute Theme heißt `bba`: `theme: bba`. Ein eigenes hat nur die Dateien, die anders sind.".into()),
        NotUtf8 => Some("Die Datei im Editor mit der Kodierung »UTF-8« speichern.".into()),
        FileTooLarge { .. } => Some("Bilder und Dokumente gehören nach `content/media/`.".into()),
        LinkLeadsOut | NotAPlainFile => Some("Die Datei selbst an diese Stelle legen.".into()),
        WrongFileName { right: Some(right) } => Some(format!("Bitte umbenennen in `content/{right}`.")),
        WrongFileName { right: None } => Some("Gelesen werden: site.yaml, organisations.yaml, contacts.yaml, venues.yaml, sectors.yaml und die Ordner events, delegations, press, pages, media.".into()),
        BadId { suggestion, .. } if !suggestion.is_empty() => Some(format!("Zum Beispiel: `{suggestion}`")),
        DuplicateId { .. } => Some("Eine der beiden Dateien umbenennen.".into()),
        ReleaseNameWithoutDate { name } => Some(format!("Zum Beispiel: `2019-09-23-{name}.md`")),
        TabIndent => Some("Mit Leerzeichen einrücken, je Ebene zwei.".into()),
        BadIndent => Some("Was zusammengehört, beginnt in derselben Spalte. Ein Text über mehrere Zeilen beginnt mit `|` hinter dem Schlüssel.".into()),
        QuoteNotClosed => Some("Am Ende des Textes dasselbe Zeichen noch einmal setzen.".into()),
        TextAfterQuote => Some("Den ganzen Wert in doppelte Anführungszeichen setzen und darin »…« verwenden.".into()),
        BackslashInQuotes => Some("Einfache Anführungszeichen verwenden: '…'".into()),
        BracketNotClosed { bracket: '[' } => Some("Listen stehen so da: [a, b]".into()),
        BracketNotClosed { .. } => Some("Gruppen stehen so da: {a: Text, b: Text}".into()),
        BracketNotOpen { .. } => Some("Die Klammer entfernen oder den ganzen Wert in Anführungszeichen setzen: \"…\"".into()),
        ReservedStart { .. } => Some("Den ganzen Wert in Anführungszeichen setzen: \"…\"".into()),
        NoSpaceAfterColon { key } => Some(format!("Bitte so schreiben: `{key}: …`")),
        NoSpaceAfterDash => Some("Jeder Eintrag einer Liste beginnt mit Strich und Leerzeichen: `- …`".into()),
        LineWithoutKey => Some("Zum Beispiel: `summary: …`. Ein Text über mehrere Zeilen wird eingerückt.".into()),
        ColonInText => Some("Den ganzen Text in Anführungszeichen setzen: \"…\"".into()),
        UnknownKey { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownKey { known, .. } => Some(format!("Möglich sind: {known}")),
        WrongShape { expected: Shape::List, .. } => Some("Listen stehen in eckigen Klammern: [a, b]".into()),
        FrontMatterNotClosed | FrontMatterMissing => Some("So sieht der Anfang aus: eine Zeile `---`, dann `title: …`, dann wieder eine Zeile `---`.".into()),
        UnknownChoice { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownChoice { choices, .. } => Some(format!("Möglich sind: {choices}")),
        NotANumber { value } if value.contains(',') => Some("Statt des Kommas einen Punkt schreiben: 5.50".into()),
        NotANumber { .. } => Some("Nur Ziffern, zum Beispiel 464.".into()),
        NotAnEmail { .. } => Some("Zum Beispiel: vorname.name@example.org".into()),
        NotAPhone { .. } => Some("Zum Beispiel: +49 351 2138371".into()),
        NotAUrl { .. } => Some("Zum Beispiel: https://www.example.org/seite".into()),
        NotASitePath { .. } => Some("Pfade beginnen mit einem Schrägstrich: /alter/pfad/".into()),
        NotACurrency { .. } => Some("Zum Beispiel: EUR".into()),
        NotADuration { example, .. } => Some(format!("Zum Beispiel: {example}")),
        NotAColor { suggestion: Some(name), .. } => Some(format!("Meinten Sie {name}?")),
        NotAColor { suggestion: None, .. } => Some("Kalender kennen die Farbnamen von CSS, zum Beispiel steelblue, seagreen oder firebrick.".into()),
        StatusWithoutUpdate { status, at } => Some(format!("Fügen Sie hinzu: updates: [{{at: {at}, kind: change, note: {}}}]", match *status { "cancelled" => "Abgesagt", "postponed" => "Verschoben", _ => "Findet online statt" })),
        UnknownCountry { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownCountry { .. } => Some("Zwei große Buchstaben nach ISO 3166-1, zum Beispiel MX oder PL.".into()),
        UnknownLanguage { .. } => Some("Zum Beispiel: de, en, es".into()),
        UnknownZone { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownZone { .. } => Some("Zum Beispiel: Europe/Berlin".into()),
        NotATime { suggestion: Some(suggestion), .. } => Some(format!("Bitte so schreiben: {suggestion}")),
        NotATime { .. } => Some("Ein Tag: 2019-09-24, eine Zeit: 2019-09-24T15:00".into()),
        TimeInGap { next, .. } => Some(format!("Gemeint ist wohl {next}.")),
        TimeTwice { first, second, .. } => Some(format!("Bitte wählen: {first} (vor der Umstellung) oder {second} (danach).")),
        OffsetDoesNotFit { right, .. } => Some(format!("Richtig ist {right}; meist kann der Zusatz einfach weg.")),
        NotDays { .. } => Some("Zum Beispiel: 2019-11-04/2019-11-08".into()),
        DateIsNotFileName { file, .. } => Some(format!("Bitte `date: {file}` schreiben oder die Datei umbenennen.")),
        PluralMissing { form, .. } => Some(format!("Zum Beispiel: `{form}: \"{{count}} …\"`")),
        LinkAnchor { suggestion: Some(anchor), .. } => Some(format!("Meinten Sie `#{anchor}`?")),
        UnknownReference { suggestion, .. } | LinkTarget { suggestion, .. } => meant(suggestion),
        NeutralKeyDiffers { original: Some(original), key } => Some(format!("Im Original steht `{original}`; in der Übersetzung kann `{key}` ganz weg.")),
        NeutralKeyDiffers { key, .. } => Some(format!("Das Original hat `{key}` nicht; bitte dort eintragen und hier weglassen.")),
        HtmlNotAllowed { .. } => Some("Erlaubt sind <span lang=\"…\">, <abbr title=\"…\"> und <br>; alles andere geht mit Markdown.".into()),
        Untranslated { .. } => Some("Bis dahin steht dort der Text in der Hauptsprache, mit einem Hinweis; eine Markdown-Seite fehlt dort ganz.".into()),
        TranslationOutdated { original } => Some(format!("Vergleichen und anpassen, dann: `bba translate --accept DATEI` (Original: `{original}`)")),
        TranslationUnconfirmed { .. } => Some("Vergleichen, dann: `bba translate --accept DATEI`".into()),
        LongSentence { .. } => Some("Einen Gedanken je Satz schreiben.".into()),
        LongWord { .. } => Some("Mit Bindestrich oder Mediopunkt gliedern: Delegations·besuch".into()),
        LinkScheme { .. } => Some("Erlaubt sind https:, http:, mailto:, tel: und Pfade.".into()),
        ImageElsewhere { .. } => Some("Das Bild in `content/media/` ablegen und so einbinden: ![Beschreibung](../media/bild.jpg)".into()),
        ImageWithoutAlt => Some("In die eckigen Klammern schreiben, was zu sehen ist: ![Beschreibung](…)".into()),
        _ => None,
    }
}
