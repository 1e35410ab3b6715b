//! German messages: for editors, not for programmers.

use jiff::civil::{Date, Weekday};

use super::ClockChange;
use super::Invisible;
use super::Problem;
use super::Shape;
use super::code_point;
use super::is_day;
use super::is_reserved;
use crate::language::Language;
use crate::problem::ReferenceKind;
use crate::recurrence::Unit;

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
        InvisibleCharacter { character } => match Invisible::of(*character) {
            Invisible::Space => format!("Hier steht ein besonderes Leerzeichen ({}), das wie ein gewöhnliches aussieht, aber keines ist.", code_point(*character)),
            Invisible::LineBreak => format!("Hier steht ein unsichtbarer Zeilenumbruch ({}), wie er beim Kopieren aus Textprogrammen mitkommt.", code_point(*character)),
            Invisible::Other => format!("Hier steht ein unsichtbares Zeichen ({}).", code_point(*character)),
        },
        CurlyQuotes => "Typografische Anführungszeichen halten einen Text hier nicht zusammen.".into(),
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
        NotYesOrNo { value, .. } => format!("»{value}« ist weder `true` (ja) noch `false` (nein)."),
        NotANumber { value } => format!("»{value}« ist keine Zahl."),
        NotAnEmail { value, .. } => format!("»{value}« ist keine vollständige E-Mail-Adresse."),
        NotAPhone { value } => format!("»{value}« ist keine vollständige Telefonnummer."),
        NotAUrl { value, .. } => format!("»{value}« ist keine vollständige Webadresse."),
        NotABaseUrl { value } => format!("Unter »{value}« kann keine Website liegen: Die Adresse darf weder `?` noch `#` enthalten."),
        NotASitePath { value } => format!("»{value}« ist kein Pfad dieser Website."),
        NotACurrency { value, .. } => format!("»{value}« ist keine Währung."),
        NotADuration { value, .. } => format!("»{value}« ist keine Zeitspanne."),
        NotAColor { value, .. } => format!("»{value}« ist kein Farbname."),
        UnknownCountry { value, .. } => format!("»{value}« ist kein Länderkürzel."),
        UnknownLanguage { value, .. } => format!("»{value}« ist kein Sprachkürzel."),
        OriginalWithLanguage { language } => format!("`{language}` ist die Hauptsprache der Website; ihre Dateien tragen keine Sprache im Namen."),
        LanguageNotOfSite { language, languages, .. } => format!("Die Sprache `{language}` kann hier nicht stehen; die Website hat: {languages}."),
        NoDefaultLanguage { language } => format!("Der Text in der Hauptsprache `{language}` fehlt."),
        UnknownZone { value, .. } => format!("»{value}« ist keine Zeitzone."),
        DegreesOutOfRange { value, limit } => format!("{value} Grad gibt es nicht; erlaubt ist −{limit} bis {limit}."),
        NotAHexColour { value } => format!("»{value}« ist keine Farbe."),
        PaleColour { ratio, .. } => format!("In dieser Farbe ist Text auf den Seiten schlecht zu lesen: Der Kontrast ist {}:1, nötig ist 4,5:1.", ratio.replace('.', ",")),
        NotAPostcode { value, .. } => format!("»{value}« ist keine deutsche Postleitzahl: Sie hat fünf Ziffern."),
        UnknownEnding { value, ending } => format!("»{value}« kann es nicht geben: Keine E-Mail-Adresse endet auf `.{ending}`."),
        NotATime { value, .. } => format!("»{value}« ist weder ein Tag noch eine Zeit in der nötigen Form."),
        ImpossibleDate { value } => format!("Den Zeitpunkt »{value}« gibt es nicht."),
        TimeInGap { value, zone, .. } => format!("Die Zeit {value} gibt es in {zone} nicht: Die Uhr wird in dieser Nacht vorgestellt."),
        TimeTwice { value, zone, .. } => format!("Die Zeit {value} gibt es in {zone} zweimal: Die Uhr wird in dieser Nacht zurückgestellt."),
        OffsetDoesNotFit { value, zone, .. } => format!("Der Abstand zur Weltzeit passt nicht: {zone} hat am {value} einen anderen."),
        EndBeforeStart { start, end } if is_day(end) => format!("Das Ende ({end}) liegt vor dem Beginn ({start})."),
        EndBeforeStart { start, end } => format!("Das Ende ({end}) liegt nicht nach dem Beginn ({start})."),
        StartAndWithin => "Neben `within` (Tag steht noch nicht fest) darf kein Beginn oder Ende stehen.".into(),
        DayAndTime => "Beginn und Ende müssen beide ein Tag oder beide eine Zeit sein.".into(),
        HourOpenNeedsDay => "`time: open` (Uhrzeit folgt) braucht einen Tag als `start` und kein `end`.".into(),
        DayAndPeriod => "Ein Ende gibt es nur, wenn Beginn und Ende feste Tage sind.".into(),
        NotDays { value } => format!("»{value}« sind nicht zwei Tage mit einem Schrägstrich dazwischen."),
        DateIsNotFileName { date, file } => format!("Hier steht der {date}, im Dateinamen der {file}."),
        UpdateBeforePublication => "Diese Änderung liegt vor der Veröffentlichung.".into(),
        StatusWithoutUpdate { status, .. } => format!("Zu »status: {status}« fehlt ein Eintrag unter »updates«. Ohne ihn übernehmen Kalender, die den Termin schon haben, die Änderung nicht."),
        RepeatNeedsStart => "Eine Terminreihe (`repeat`) braucht einen festen Beginn: `within` und `time: open` gehen daneben nicht.".into(),
        NotAFrequency { value } => format!("»{value}« sagt nicht, wie oft sich der Termin wiederholt."),
        RepeatWithoutEnd => "Diese Terminreihe hört nie auf.".into(),
        RepeatEndsTwice => "Neben `until` (letzter Tag) darf nicht auch `count` (Anzahl) stehen.".into(),
        RepeatWithoutDates => "In dieser Reihe bleibt kein einziger Termin übrig.".into(),
        OnDoesNotFit { value, unit } => match unit {
            Unit::Day => "Zu einer Reihe, die nach Tagen zählt, passt kein `on`.".into(),
            Unit::Week => format!("»{value}« passt nicht zu einer Reihe, die nach Wochen zählt."),
            Unit::Month => format!("»{value}« sagt nicht, welcher Wochentag im Monat gemeint ist."),
        },
        DayNotInEveryMonth { day } => format!("Einen {day}. gibt es nicht in jedem Monat."),
        StartNotInSeries { start, .. } => format!("Auf den Beginn ({start}) fällt nach `repeat` kein Termin."),
        NotInSeries { date, .. } => format!("Am {date} hat diese Reihe keinen Termin."),
        TooManyDates { limit } => format!("Diese Reihe hat mehr als {limit} Termine."),
        ExtraInSeries { date } => format!("Am {date} hat diese Reihe schon einen Termin."),
        ExtraBeforeStart { date } => format!("Der zusätzliche Termin am {date} liegt vor dem Beginn der Reihe."),
        NotLikeSeries { days: true } => "Diese Reihe hat ganze Tage; hier muss ein Tag stehen.".into(),
        NotLikeSeries { days: false } => "Diese Reihe hat Uhrzeiten; hier muss ein Tag mit Uhrzeit stehen.".into(),
        CancelledAndMoved => "Ein Termin, der ausfällt, kann nicht zugleich verlegt sein.".into(),
        SeriesInUtc => "Eine Reihe mit Uhrzeiten braucht die Zeitzone eines Ortes; in UTC verschieben manche Kalender ihre Termine.".into(),
        SeriesAtClockChange { value, zone, change: ClockChange::Skipped, .. } => format!("Die Reihe hat einen Termin um {value}; diese Zeit gibt es in {zone} nicht, weil die Uhr vorgestellt wird. Kalender machen daraus Verschiedenes."),
        SeriesAtClockChange { value, zone, change: ClockChange::Twice, .. } => format!("Die Reihe hat einen Termin um {value}; diese Zeit gibt es in {zone} zweimal, weil die Uhr zurückgestellt wird. Kalender machen daraus Verschiedenes."),
        SeriesAtClockChange { value, zone, .. } => format!("Während des Termins um {value} wird in {zone} die Uhr umgestellt. Kalender machen daraus Verschiedenes."),
        UnknownReference { kind: named, id, .. } => {
            let (what, place) = kind(*named);
            match named {
                ReferenceKind::File => format!("Die Datei `{id}` gibt es nicht, oder sie hat keine eigene Seite."),
                _ => format!("{what} `{id}` gibt es nicht in `{place}`."),
            }
        }
        NeutralKeyDiffers { key, .. } => format!("`{key}` steht im Original anders."),
        ContactCircle => "Diese Kontakte vertreten sich gegenseitig im Kreis.".into(),
        PathTaken { path, other: Some(other) } => format!("Unter `{path}` liegt schon etwas anderes: {other}"),
        PathTaken { path, other: None } => format!("Unter `{path}` liegt schon eine Datei, die das Programm selbst macht."),
        HtmlNotAllowed { tag } => format!("`<{tag}>` ist hier nicht erlaubt oder so nicht vollständig."),
        HtmlNotClosed { tag } if tag == "!--" => "Der Kommentar wird nicht mit `-->` geschlossen: Alles danach fehlt auf der Seite.".into(),
        HtmlNotClosed { tag } => format!("`<{tag}>` wird in diesem Absatz nicht mit `</{tag}>` geschlossen."),
        LinkScheme { scheme } => format!("Ein Link darf nicht mit `{scheme}` beginnen."),
        LinkTarget { target, .. } => format!("Das Ziel `{target}` gibt es nicht."),
        LinkAnchor { anchor, page, .. } => format!("Auf der Seite {page} gibt es die Stelle `#{anchor}` nicht."),
        LinkToHidden { target } => format!("`{target}` ist noch nicht öffentlich; ein Link dorthin führte ins Leere."),
        ImageElsewhere { target } => format!("Das Bild `{target}` liegt nicht in `content/media/`."),
        ImageWithoutAlt => "Dem Bild fehlt die Beschreibung für alle, die es nicht sehen.".into(),
        LinkWithoutScheme { target, .. } => format!("Dem Link `{target}` fehlt der Anfang."),
        ThemeMissing { theme } => format!("Das Theme »{theme}« gibt es nicht: Der Ordner `themes/{theme}/` fehlt."),
        StringsMissing => "Dem Theme fehlt diese Datei: die Texte der Oberfläche in einer Sprache der Website.".into(),
        UnknownPlace { place, .. } => format!("Den Platz `{{{place}}}` füllt hier nichts; er stünde so auf der Website."),
        LocaleOfAnotherLanguage { locale, language } => format!("`{locale}` gehört nicht zur Sprache dieser Datei, `{language}`."),
        PluralMissing { key, form } => {
            format!("Dem Text `{key}` fehlt die Form `{form}`, die diese Sprache bei Zahlen hat.")
        }
        StringMissing { key } => format!("Dem Theme fehlt der Text `{key}`."),
        Template { message } => format!("Die Vorlage ist fehlerhaft: {message}"),
        OutputLink { target, page } => format!("Die Seite {page} verweist auf {target}, das es nicht gibt."),
        DuplicateAnchor { anchor, page } => format!("Auf der Seite {page} gibt es die Stelle `#{anchor}` zweimal."),
        CalendarUnreadable { path, detail } => format!("Die Kalenderdatei /{path} wird nicht so gelesen, wie sie gemeint ist; das ist ein Fehler dieses Programms ({detail})."),
        Ligature { word, .. } => format!("In »{word}« sind Buchstaben zu einem Zeichen verschmolzen, wie es beim Kopieren aus PDF-Dateien geschieht."),
        LostLetters { word, .. } => format!("In »{word}« fehlen wohl Buchstaben, wie es beim Kopieren aus PDF-Dateien geschieht."),
        EmptySection { title } => format!("Unter der Überschrift »{title}« steht nichts."),
        HeadingOfPage => "Mit einem einzelnen `#` beginnt die Überschrift der ganzen Seite, und die kommt aus `title`.".into(),
        WeekdayDoesNotFit { typed, date } => format!("Der {}. {} {} ist ein {}, kein {}.", date.day(), month(*date), date.year(), weekday(date.weekday()), weekday(*typed)),
        WholeTextInQuotes => "Der ganze Text steht in Anführungszeichen, die mit angezeigt werden.".into(),
        Gap { gap } => format!("Hier fehlt noch etwas: {gap}"),
        Untranslated { languages, is_file: false } => format!("Dieser Text fehlt in: {}", tags(languages)),
        Untranslated { languages, .. } => format!("Diese Datei hat keine Übersetzung in: {}", tags(languages)),
        TranslationOutdated { original, .. } => format!("Das Original `{original}` wurde nach dieser Übersetzung geändert."),
        TranslationLacks { key: Some(key) } => format!("Der Übersetzung fehlt `{key}`; das Original hat es."),
        TranslationLacks { key: None } => "Der Übersetzung fehlt der Text; das Original hat einen.".into(),
        TranslationUnconfirmed { original, .. } => format!("Ob diese Übersetzung zum heutigen Text von `{original}` passt, ist nicht vermerkt."),
        StringUnused { key } => format!("Den Text `{key}` braucht niemand."),
        LongSentence { words } => format!("Dieser Satz hat {words} Wörter; in einfacher Sprache sind es höchstens 15."),
        LongWord { word } => format!("»{word}« ist ein langes Wort."),
        LanguageLinkOneSided { page, other } => format!("Die Seite {page} nennt {other} als dieselbe Seite in einer anderen Sprache, umgekehrt aber nicht."),
        RequiredPageMissing { page_type } => format!("Es gibt keine Seite mit `type: {page_type}` ({}).", page_name(page_type)),
        NothingToSilence { code } => format!("Hier gibt es keine Warnung `{code}`, die dieser Kommentar stumm schalten könnte."),
        CannotBeSilenced { code } if code.is_empty() => "In diesem Kommentar fehlt, welche Warnung er stumm schalten soll.".into(),
        CannotBeSilenced { code } => format!("`{code}` ist keine Warnung, die man stumm schalten kann."),
    }
}

fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Montag",
        Weekday::Tuesday => "Dienstag",
        Weekday::Wednesday => "Mittwoch",
        Weekday::Thursday => "Donnerstag",
        Weekday::Friday => "Freitag",
        Weekday::Saturday => "Samstag",
        Weekday::Sunday => "Sonntag",
    }
}

/// The name of the month of a date.
fn month(date: Date) -> &'static str {
    match date.month() {
        1 => "Januar",
        2 => "Februar",
        3 => "März",
        4 => "April",
        5 => "Mai",
        6 => "Juni",
        7 => "Juli",
        8 => "August",
        9 => "September",
        10 => "Oktober",
        11 => "November",
        _ => "Dezember",
    }
}

fn page_name(page_type: &str) -> &'static str {
    match page_type {
        "imprint" => "Impressum",
        "privacy" => "Datenschutz",
        "accessibility" => "Barrierefreiheit",
        "simple-language" => "Leichte Sprache",
        "sign-language" => "Gebärdensprache",
        _ => "Seite",
    }
}

/// »`….en.md`, `….es.md`«
fn endings(languages: &[Language]) -> String {
    let endings = languages.iter().map(|language| format!("`….{language}.md`"));
    endings.collect::<Vec<_>>().join(", ")
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
        InvisibleCharacter { character } => Some(match Invisible::of(*character) {
            Invisible::Space => "Das Zeichen löschen und die Leertaste drücken.".into(),
            Invisible::LineBreak => "Das Zeichen löschen und die Zeile mit der Eingabetaste umbrechen.".into(),
            Invisible::Other => "Das Zeichen löschen; am einfachsten die Stelle neu tippen.".into(),
        }),
        CurlyQuotes => Some("Außen gerade Anführungszeichen setzen: \"…\"; um ein einzelnes Wort gar keine.".into()),
        ColonInText => Some("Den ganzen Text in Anführungszeichen setzen: \"…\"".into()),
        UnknownKey { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownKey { known, .. } => Some(format!("Möglich sind: {known}")),
        WrongShape { expected: Shape::List, .. } => Some("Listen stehen in eckigen Klammern: [a, b]".into()),
        WrongShape { expected: Shape::Map, .. } => Some("Die Schlüssel stehen eingerückt darunter, jeder auf seiner Zeile.".into()),
        FrontMatterNotClosed | FrontMatterMissing => Some("So sieht der Anfang aus: eine Zeile `---`, dann `title: …`, dann wieder eine Zeile `---`.".into()),
        UnknownChoice { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownChoice { choices, .. } => Some(format!("Möglich sind: {choices}")),
        NotYesOrNo { suggestion: Some(suggestion), .. } => Some(format!("Bitte so schreiben: {suggestion}")),
        NotANumber { value } if value.contains(',') => Some(format!("Statt des Kommas einen Punkt schreiben: {}", value.replace(',', "."))),
        NotANumber { .. } => Some("Nur Ziffern, zum Beispiel 464.".into()),
        NotAnEmail { suggestion: Some(suggestion), .. } | NotAUrl { suggestion: Some(suggestion), .. } | NotACurrency { suggestion: Some(suggestion), .. } | NotAPostcode { suggestion: Some(suggestion), .. } => Some(format!("Bitte so schreiben: {suggestion}")),
        NotAPostcode { .. } => Some("Zum Beispiel: 01067. Für Orte in anderen Ländern `country` angeben.".into()),
        UnknownEnding { ending, .. } if is_reserved(ending) => Some("Diese Endung ist für Beispiele reserviert; eine echte endet zum Beispiel auf `.de`.".into()),
        UnknownEnding { value, .. } => Some(format!("Fehlt am Ende `.de`? Zum Beispiel: {value}.de")),
        NotAnEmail { .. } => Some("Zum Beispiel: vorname.name@example.org".into()),
        NotAPhone { .. } => Some("Mit Vorwahl und ohne Buchstaben, zum Beispiel: 0351 2138371 oder +49 351 2138371".into()),
        NotAUrl { .. } => Some("Zum Beispiel: https://www.example.org/seite".into()),
        NotASitePath { .. } => Some("Pfade beginnen mit einem Schrägstrich: /alter/pfad/".into()),
        NotACurrency { .. } => Some("Zum Beispiel: EUR".into()),
        NotADuration { example, .. } => Some(format!("Zum Beispiel: {example}")),
        NotAColor { suggestion: Some(name), .. } => Some(format!("Meinten Sie {name}?")),
        NotAColor { suggestion: None, .. } => Some("Kalender kennen die Farbnamen von CSS, zum Beispiel steelblue, seagreen oder firebrick.".into()),
        StatusWithoutUpdate { status, at } => Some(format!("Fügen Sie hinzu: updates: [{{at: {at}, kind: change, note: {}}}]", match *status { "cancelled" => "Abgesagt", "postponed" => "Verschoben", _ => "Findet online statt" })),
        UnknownCountry { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownCountry { .. } => Some("Zwei große Buchstaben nach ISO 3166-1, zum Beispiel MX oder PL.".into()),
        UnknownLanguage { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        LanguageNotOfSite { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        OriginalWithLanguage { .. } => Some("Bitte ohne Sprache benennen, zum Beispiel `programm.md`.".into()),
        UnknownLanguage { .. } => Some("Zum Beispiel: de, en, es".into()),
        UnknownZone { suggestion: Some(suggestion), .. } => Some(format!("Meinten Sie `{suggestion}`?")),
        UnknownZone { .. } => Some("Zum Beispiel: Europe/Berlin".into()),
        NotAHexColour { .. } => Some("Ein Rautezeichen und sechs Ziffern oder Buchstaben a–f, in Anführungszeichen: \"#006b2e\"".into()),
        PaleColour { suggestion, .. } => Some(format!("Dunkel genug ist \"{suggestion}\".")),
        NotATime { suggestion: Some(suggestion), .. } => Some(format!("Bitte so schreiben: {suggestion}")),
        NotATime { .. } => Some("Ein Tag: 2019-09-24, eine Zeit: 2019-09-24T15:00".into()),
        TimeInGap { next, .. } => Some(format!("Gemeint ist wohl {next}.")),
        TimeTwice { first, second, .. } => Some(format!("Bitte wählen: {first} (vor der Umstellung) oder {second} (danach).")),
        OffsetDoesNotFit { right, .. } => Some(format!("Richtig ist {right}; meist kann der Zusatz einfach weg.")),
        NotDays { .. } => Some("Zum Beispiel: 2019-11-04/2019-11-08".into()),
        NotAFrequency { .. } => Some("Zum Beispiel: day, week, 2 weeks, month".into()),
        RepeatWithoutEnd => Some("Den letzten Tag angeben (until: 2019-12-31) oder die Anzahl (count: 10).".into()),
        RepeatEndsTwice => Some("Eines von beiden weglassen.".into()),
        OnDoesNotFit { unit: Unit::Day, .. } => Some("Für bestimmte Wochentage: every: week, on: [tuesday]".into()),
        OnDoesNotFit { unit: Unit::Week, .. } => Some("Zum Beispiel: on: [tuesday]. Der erste Dienstag im Monat: every: month, on: [first tuesday]".into()),
        OnDoesNotFit { value, unit: Unit::Month } => Some(format!("Zum Beispiel: on: [first {value}] oder on: [last {value}]. Jede Woche: every: week")),
        DayNotInEveryMonth { .. } => Some("An einem Tag vom 1. bis zum 28. beginnen oder einen Wochentag nennen: on: [last friday]".into()),
        StartNotInSeries { nearest, .. } => Some(format!("Passend wäre {}.", nearest.join(" oder "))),
        NotInSeries { nearest, .. } if !nearest.is_empty() => Some(format!("Die nächstliegenden Termine: {}", nearest.join(", "))),
        TooManyDates { .. } => Some("`until` früher setzen oder `count` kleiner; später kommt eine neue Reihe.".into()),
        ExtraInSeries { date } => Some(format!("Soll er zu einer anderen Zeit sein: changes: [{{date: {date}, start: {date}T16:00}}]")),
        ExtraBeforeStart { .. } => Some("Die Reihe mit diesem Termin beginnen lassen (`start`) oder eine eigene Veranstaltung anlegen.".into()),
        CancelledAndMoved => Some("`status` weglassen oder `start`, `end` und `venue`.".into()),
        SeriesInUtc => Some("Zum Beispiel: timezone: Europe/Berlin".into()),
        SeriesAtClockChange { change: ClockChange::Skipped | ClockChange::Twice, .. } => Some("Bitte eine andere Uhrzeit wählen.".into()),
        SeriesAtClockChange { date, .. } => Some(format!("Diesen Tag ausnehmen (except: [{date}]) oder eine andere Uhrzeit wählen.")),
        DateIsNotFileName { file, .. } => Some(format!("Bitte `date: {file}` schreiben oder die Datei umbenennen.")),
        StringsMissing => Some("Kopieren Sie `en.yaml` aus demselben Ordner und übersetzen Sie die Texte.".into()),
        UnknownPlace { known, .. } if known.is_empty() => Some("Dieser Text hat keine Plätze.".into()),
        UnknownPlace { known, .. } => Some(format!("Es gibt {known}.")),
        LocaleOfAnotherLanguage { language, .. } => Some(format!("Zum Beispiel: `locale: {language}`; sie bestimmt Daten, Zahlen und Reihenfolge.")),
        PluralMissing { form, .. } => Some(format!("Zum Beispiel: `{form}: \"{{count}} …\"`")),
        LinkAnchor { suggestion: Some(anchor), .. } => Some(format!("Meinten Sie `#{anchor}`?")),
        UnknownReference { suggestion, .. } | LinkTarget { suggestion, .. } => meant(suggestion),
        NeutralKeyDiffers { original: Some(original), key } if original.is_empty() => Some(format!("In der Übersetzung kann `{key}` ganz weg; übersetzte Texte darin stehen im Original: {{de: …, en: …}}")),
        NeutralKeyDiffers { original: Some(original), key } => Some(format!("Im Original steht `{original}`; in der Übersetzung kann `{key}` ganz weg.")),
        NeutralKeyDiffers { key, .. } => Some(format!("Das Original hat `{key}` nicht; bitte dort eintragen und hier weglassen; Texte stehen dort je Sprache: {{de: …, en: …}}")),
        HtmlNotAllowed { .. } => Some("Erlaubt sind <span lang=\"…\">, <abbr title=\"…\"> und <br>; alles andere geht mit Markdown.".into()),
        Untranslated { is_file: false, .. } => Some("Bis dahin steht dort der Text in der Hauptsprache, mit einem Hinweis.".into()),
        Untranslated { languages, .. } => Some(format!("Sie liegt neben dem Original und trägt die Sprache vor `.md`: {}. Bis dahin fehlt die Seite dort; Listen führen zum Original.", endings(languages))),
        TranslationOutdated { file, .. } => Some(format!("Vergleichen und anpassen, dann: bba translate --accept {file}")),
        TranslationUnconfirmed { file, .. } => Some(format!("Vergleichen, dann: bba translate --accept {file}")),
        LongSentence { .. } => Some("Einen Gedanken je Satz schreiben.".into()),
        LongWord { .. } => Some("Mit Bindestrich oder Mediopunkt gliedern: Delegations·besuch".into()),
        LinkScheme { .. } => Some("Erlaubt sind https:, http:, mailto:, tel: und Pfade.".into()),
        ImageElsewhere { .. } => Some("Das Bild in `content/media/` ablegen und so einbinden: ![Beschreibung](../media/bild.jpg)".into()),
        LinkWithoutScheme { suggestion, .. } => Some(format!("Bitte so schreiben: {suggestion}")),
        Ligature { suggestion, .. } => Some(format!("Bitte so schreiben: {suggestion}")),
        LostLetters { suggestion, .. } => Some(format!("Gemeint ist wohl: {suggestion}")),
        EmptySection { .. } => Some("Text ergänzen oder die Überschrift löschen.".into()),
        HeadingOfPage => Some("Überschriften im Text beginnen mit `##`.".into()),
        WeekdayDoesNotFit { .. } => Some("Den Wochentag oder das Datum berichtigen.".into()),
        WholeTextInQuotes => Some("Wenn sie nicht zum Text gehören: weglassen oder durch gerade ersetzen.".into()),
        NothingToSilence { .. } => Some("Den Kommentar löschen; er gilt für seine Zeile und, wenn er allein steht, für die nächste.".into()),
        CannotBeSilenced { .. } => Some("Stumm schalten lassen sich Warnungen, zum Beispiel so: `bba: ok W0803`".into()),
        ImageWithoutAlt => Some("In die eckigen Klammern schreiben, was zu sehen ist: ![Beschreibung](…)".into()),
        _ => None,
    }
}
