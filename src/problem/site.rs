//! W09xx: what is likely wrong with the site as a whole.

use super::promises::{and_more_de, and_more_en};
use super::{MessageLanguage, Problem};
use crate::gap::Gap;

messages! {
    /// What is likely wrong with the site.
    pub enum SiteWarning {
        /// A gap that an editor has to fill.
        W0901 Gap { gap: Gap }
            de: "Hier fehlt noch etwas: {gap}",
            en: "Something is missing here: {gap}",
            why_de: "Zwischen `??` und `??` steht, was noch fehlt. Auf der Website steht dort »wird ergänzt«. Ist die Angabe da, die Fragezeichen entfernen. Wer sie einträgt, kann davor stehen: `??@Recht Name des Hosters??`. In einem Entwurf darf auch eine Zeit, eine Adresse oder eine Zahl noch fehlen. `bba list gaps` nennt alle Lücken nach Zuständigen.",
            why_en: "What is still missing is between `??` and `??`. On the site “to be added” stands there. When it is known, delete the question marks. Who enters it can stand first: `??@Legal name of the host??`. In a draft a time, an address or a number may be missing too. `bba list gaps` groups all gaps by who must fill them.",
            example: Event, wrong: "summary: Treffen im ??Raum??", right: "summary: Treffen im Raum 112",

        /// A page that the law wants and that is not there.
        W0902 RequiredPageMissing { page_type: &'static str }
            de: { format!("Es gibt keine Seite mit `type: {page_type}` ({}).", page_name(page_type)) },
            en: "The page with `type: {page_type}` is missing.",
            why_de: "Eine Seite fehlt, die eine öffentliche Website braucht. Impressum (`type: imprint`), Datenschutz (`type: privacy`) und die Erklärung zur Barrierefreiheit (`type: accessibility`) müssen von jeder Seite aus zu finden sein. In der nächsten Version ist das ein Fehler. Andere Pflichten nennt `required_pages` in `site.yaml`; was dort steht und fehlt, ist schon jetzt einer.",
            why_en: "A page is missing that a public site needs. Legal notice (`type: imprint`), privacy (`type: privacy`) and the accessibility statement (`type: accessibility`) must be found from every page. In the next version this will be an error. `required_pages` in `site.yaml` names other duties; what stands there and is missing already is one.",
            example: Shown, wrong: "content/pages/impressum.md  (ohne type)", right: "content/pages/impressum.md  (mit type: imprint)",

        /// A comment that silences a warning which is not there.
        W0903 NothingToSilence { code: String }
            de: "Hier gibt es keine Warnung `{code}`, die dieser Kommentar stumm schalten könnte.",
            en: "This comment silences nothing: the warning `{code}` does not occur here.",
            hint_de: "Den Kommentar löschen; er gilt für seine Zeile und, wenn er allein steht, für die nächste.",
            hint_en: "Delete the comment; it applies to its line and, when it is alone on it, to the next.",
            why_de: "Ein Kommentar schaltet eine Warnung stumm, die es nicht gibt. Vielleicht ist der Anlass behoben, oder der Kommentar steht an der falschen Stelle. Er gilt für seine Zeile und, wenn er allein steht, für die nächste.",
            why_en: "A comment silences a warning that is not there. Perhaps the reason is gone, or the comment is in the wrong place. It applies to its line and, when it is alone on it, to the next.",
            example: Event, wrong: "# bba: ok W0901\nsummary: Treffen im Raum 112", right: "summary: Treffen im Raum 112",

        /// A comment that silences something other than a warning.
        W0904 CannotBeSilenced { code: String }
            de: { if code.is_empty() {
                "In diesem Kommentar fehlt, welche Warnung er stumm schalten soll.".to_owned()
            } else {
                format!("`{code}` ist keine Warnung, die man stumm schalten kann.")
            } },
            en: { if code.is_empty() {
                "This comment does not say which warning it should silence.".to_owned()
            } else {
                format!("`{code}` is no warning that can be silenced.")
            } },
            hint_de: "Stumm schalten lassen sich Warnungen, zum Beispiel so: `bba: ok W0803`",
            hint_en: "Warnings can be silenced, for example: `bba: ok W0803`",
            why_de: "Ein Kommentar soll etwas stumm schalten, das keine Warnung ist. Fehler lassen sich nicht stumm schalten: Sie müssen behoben werden. Warnungen beginnen mit W.",
            why_en: "A comment is meant to silence something that is not a warning. Errors cannot be silenced: they have to be fixed. Warnings begin with W.",
            example: Event, wrong: "# bba: ok E0301\nsummary: Treffen", right: "summary: Treffen",

        /// A gap with only half of its marks; the passage.
        W0905 HalfGap { typed: String }
            de: "»{typed}« ist nur halb als Lücke gekennzeichnet: Die Fragezeichen stünden auf der Seite.",
            en: "“{typed}” is only half marked as a gap: the question marks would appear on the page.",
            hint_de: "Eine Lücke hat vorn und hinten zwei Fragezeichen: `??Wer??`",
            hint_en: "A gap has two question marks on either side: `??Who??`",
            why_de: "Eine Lücke hat vorn oder hinten zu wenige Fragezeichen. Nur was zwischen `??` und `??` steht, gilt als Lücke: Dort lesen alle »wird ergänzt«, und niemand sieht die Fragezeichen.",
            why_en: "A gap lacks question marks before or behind it. Only what stands between `??` and `??` counts as a gap: there everybody reads “to be added”, and nobody sees the question marks.",
            example: Event, wrong: "summary: Es spricht ??Wer?", right: "summary: Es spricht Frau Muster.",

        /// An interface text that nothing asks for.
        W0913 StringUnused { key: String }
            de: "Der Text `{key}` wird nirgends verwendet.",
            en: "The text `{key}` is not used.",
            why_de: "Ein Text der Oberfläche wird nirgends verwendet. Weder eine Vorlage noch das Programm fragt nach ihm. Meist ist der Schlüssel vertippt oder der Text stammt von früher.",
            why_en: "This interface text is not used. Neither a template nor the program asks for it. Usually the key is misspelt, or the text is from earlier.",
            example: Shown, wrong: "nav: {startseite: Start}", right: "nav: {home: Start}",

        /// An item that is published and now hidden: its first address and how many more.
        W0917 Withdrawn { address: String, more: usize }
            de: { format!("Veröffentlicht, aber jetzt nicht mehr zu sehen: `{address}`{}", and_more_de(*more)) },
            en: { format!("Published, but now hidden: `{address}`{}", and_more_en(*more)) },
            why_de: "Etwas ist veröffentlicht und jetzt durch `draft` oder `embargo` verborgen. Seine Adressen antworten so lange, als hätte es sie nie gegeben. Soll es dabei bleiben, gehört eine Zeile in `gone`.",
            why_en: "Something is published and now hidden by `draft` or `embargo`. Until it is shown again its addresses answer as if they had never been there. If it is to stay hidden, add a line under `gone`.",
            example: Shown, wrong: "draft: true     # und schon veröffentlicht", right: "status: postponed",

        /// The site is published at another address: the old and the new one.
        W0918 SiteMoved { from: String, to: String }
            de: "Veröffentlicht ist die Website unter `{from}`, hier steht `{to}`: Keine alte Adresse führt mehr hierher.",
            en: "The site is published at `{from}`, here is `{to}`: no old address leads here any more.",
            hint_de: "Nehmen Sie die Änderung zurück, oder lassen Sie den alten Server alle Adressen weiterleiten.",
            hint_en: "Take the change back, or let the old server forward all addresses.",
            why_de: "Unter `base_url` steht eine andere Adresse als in dem, was veröffentlicht ist. Lesezeichen, Suchmaschinen und abonnierte Kalender fragen weiter unter der alten. Nur ein Server, der dort jede Adresse weiterleitet, bringt sie hierher.",
            why_en: "`base_url` differs from that of what is published. Bookmarks, search engines and subscribed calendars go on asking at the old address. Only a server that forwards every address there leads them here.",
            example: Shown, wrong: "base_url: https://neu.example.org/     # veröffentlicht: https://alt.example.org/", right: "base_url: https://alt.example.org/",

        /// A feed that Google Calendar does not take, and whether `calendar.keep` makes it smaller.
        W0925 FeedTooLarge { path: String, entries: usize, kilobytes: usize, keep: bool }
            de: "Der Kalender `{path}` ist zu groß für Google Kalender: {entries} Einträge, {kilobytes} kB.",
            en: "The calendar `{path}` is too large for Google Calendar: {entries} entries, {kilobytes} kB.",
            hint_de: { if *keep {
                "Vergangene Termine nach einiger Zeit herausnehmen: `keep: 24 months` unter `calendar`. Bis dahin fehlt der Link zu Google.".to_owned()
            } else {
                "Wer ihn abonnieren will, findet keinen Link zu Google; `calendar.keep` hilft nur beim Kalender aller Termine.".to_owned()
            } },
            hint_en: { if *keep {
                "Take past events out after a while: `keep: 24 months` under `calendar`. Until then there is no link to Google.".to_owned()
            } else {
                "Who wants to subscribe to it finds no link to Google; `calendar.keep` is for the calendar of all events only.".to_owned()
            } },
            why_de: "Ein Kalender ist zu groß für Google Kalender. Google nimmt keinen mit mehr als einem Megabyte oder mit sehr vielen Einträgen und sagt das nicht: Wer ihn abonniert, sieht nichts. Ab 1.000 Einträgen oder 1.000.000 Bytes bieten die Seiten dort keinen Link mehr an. `calendar.keep` lässt vergangene Termine nach einiger Zeit aus dem Kalender aller Termine; ihre Seiten bleiben.",
            why_en: "A calendar is too large for Google Calendar. Google takes none of more than a megabyte or with very many entries, and does not say so: who subscribes to it sees nothing. From 1,000 entries or 1,000,000 bytes on pages offer no link there. `calendar.keep` lets past events leave the calendar of all events after a while; their pages stay.",
            example: Shown, wrong: "calendar: {name: Termine}     # und sehr viele Termine", right: "calendar: {name: Termine, keep: 24 months}",

        /// An update dated less than a day ahead.
        W0926 UpdateAhead { at: String }
            de: "Diese Änderung ist auf {at} datiert; das ist noch nicht gewesen.",
            en: "This change is dated {at}, which has not been yet.",
            hint_de: "Bis dahin gilt sie als eben erst gemacht.",
            hint_en: "Until then it counts as made just now.",
            why_de: "Eine Änderung ist auf einen Zeitpunkt datiert, der erst noch kommt. Bis dahin gilt sie als eben erst gemacht, damit Kalender sie übernehmen und keiner einen Stand aus der Zukunft hat.",
            why_en: "A change is dated at a time that is yet to come. Until then it counts as made just now, so that calendars take it over and none has a state from the future.",
            example: Event, wrong: "updates: [{at: 2019-09-24T20:00, kind: change}]", right: "updates: [{at: 2019-09-24T08:00, kind: change}]",

        /// An old path that ends like what programs fetch, and whether a calendar can be there.
        W0927 AliasForPrograms { path: String, has_calendar: bool }
            de: "Unter `{path}` erwartet niemand eine Seite: So enden Dateien für Programme.",
            en: "Nobody expects a page at `{path}`: files for programs end so.",
            hint_de: { if *has_calendar {
                "Nur ein alter Kalender (`.ics`) führt weiter. Sonst gehört der Pfad in site.yaml unter `gone`.".to_owned()
            } else {
                "Den Pfad in site.yaml unter `gone` eintragen, oder weglassen.".to_owned()
            } },
            hint_en: { if *has_calendar {
                "Only an old calendar (`.ics`) leads on. Else the path belongs under `gone` in site.yaml.".to_owned()
            } else {
                "Enter the path under `gone` in site.yaml, or leave it out.".to_owned()
            } },
            why_de: "Eine Weiterleitung steht unter einem Namen, den Programme abrufen oder Server ausführen. Weitergeleitet wird sonst mit einer Seite, und die versteht dort niemand: Darum liegt dort keine, und nur Server mit eigenen Regeln leiten weiter. Alte Kalender (`.ics`) von Veranstaltungen und Delegationen liegen unter dem alten Pfad weiter als Kalender.",
            why_en: "An alias has a name that programs fetch or servers run. What forwards is otherwise a page, which makes no sense there: so there is none, and only servers with rules of their own lead on. Old calendars (`.ics`) of events and visits stay calendars at the old path.",
            example: Event, wrong: "aliases: [/alt/termine.xml]", right: "aliases: [/alt/termine.ics]",

        /// Texts of the interface that a language of a theme lacks; how many, and the first keys.
        W0941 StringsInEnglish { count: usize, keys: String }
            de: { match count {
                1 => "In dieser Datei fehlt 1 Text der Oberfläche; auf den Seiten steht er englisch.".to_owned(),
                _ => format!("In dieser Datei fehlen {count} Texte der Oberfläche; auf den Seiten stehen sie englisch."),
            } },
            en: { match count {
                1 => "This file lacks 1 text of the interface; pages show it in English.".to_owned(),
                _ => format!("This file lacks {count} texts of the interface; pages show them in English."),
            } },
            hint_de: "Ergänzen, zum Beispiel: {keys}. Wie sie englisch lauten, sagt `bba theme --copy strings/en.yaml`.",
            hint_en: "Add them, for example: {keys}. `bba theme --copy strings/en.yaml` says what they are in English.",
            why_de: "Einer Sprache, die das Theme nicht mitbringt, fehlen Texte der Oberfläche. Mit einer neuen Version des Programms können welche hinzukommen. Bis jemand sie übersetzt, stehen dort die englischen.",
            why_en: "A language that the theme does not come with lacks texts of the interface. A new version of the program may need more of them. Until somebody translates them, the English ones stand there.",
            example: Shown, wrong: "# themes/bba/strings/fr.yaml\nnav: {}", right: "# themes/bba/strings/fr.yaml\nnav: {home: Accueil}",

        /// The address of the site is still that of a new programme.
        W0958 ExampleAddress
            de: "Das ist noch die Beispieladresse aus `bba init`; unter ihr erreicht niemand die Website.",
            en: "This is still the example address of `bba init`; nobody reaches the site there.",
            hint_de: "Die Adresse eintragen, unter der die Website erscheint.",
            hint_en: "Enter the address at which the site will be.",
            why_de: "Aus `base_url` entstehen alle vollständigen Adressen: in Kalendern, Feeds und für Suchmaschinen. Solange dort das Beispiel steht, führen sie nirgendwohin.",
            why_en: "All complete addresses come from `base_url`: in calendars, feeds and for search engines. While the example stands there, they lead nowhere.",
            example: Site, wrong: "base_url: https://programm.example.org/", right: "base_url: https://test.example.org/",
        /// An address of this site that leads nowhere: the page that it names, or the place on it.
        W0973 OwnAddressLost { target: String, anchor: Option<String>, suggestion: Option<String> }
            de: { match anchor {
                None => format!("`{target}` ist eine Adresse dieser Website, und dort gibt es nichts."),
                Some(anchor) => format!("`{target}` ist eine Adresse dieser Website, und auf der Seite gibt es die Stelle `#{anchor}` nicht."),
            } },
            en: { match anchor {
                None => format!("`{target}` is an address of this site, and there is nothing."),
                Some(anchor) => format!("`{target}` is an address of this site, and the page has no place `#{anchor}`."),
            } },
            hint_de: { Some(suggestion.as_ref().map_or("Am sichersten nennt ein Link die Datei, zu der er führt.".to_owned(), |it| format!("Meinten Sie `{it}`?"))) },
            hint_en: { Some(suggestion.as_ref().map_or("It is safest to name the file that a link leads to.".to_owned(), |it| format!("Did you mean `{it}`?"))) },
            why_de: "Ein Link nennt diese Website mit ihrer ganzen Adresse und führt ins Leere, oder an eine Stelle, die es auf der Seite nicht gibt. Groß- und Kleinschreibung der Domain, `http` statt `https` und der übliche Port machen daraus keine andere Website.",
            why_en: "A link names this site by its whole address and leads nowhere, or to a place that the page has not. Capital letters in the host, `http` instead of `https` and the usual port make no other site of it.",
            example: Shown, wrong: "[Programm](http://bba.example.org/nicht-da/)", right: "[Programm](programm.md)",

        /// A link to a place that a page has at some times, and not now.
        W0977 PlaceNotNow { target: String }
            de: "`{target}` führt an eine Stelle, die es nur zu manchen Zeiten gibt, und gerade nicht.",
            en: "`{target}` leads to a place that is there at some times, and not now.",
            hint_de: "Ohne `#…` führt der Link immer zur Seite.",
            hint_en: "Without `#…` the link always leads to the page.",
            why_de: "Manche Stellen einer Seite kommen und gehen mit der Zeit. So sind es die Monate einer Liste und der Kalender eines Besuchs, der noch bevorsteht. Ein Link dorthin führt sonst an den Anfang der Seite.",
            why_en: "Some places of a page come and go with time. So do the months of a list and the calendar of a visit that lies ahead. A link there then leads to the top of the page.",
            example: Shown, wrong: "[Kalender](../delegations/besuch-2019.yaml#kalender)     # der Besuch ist vorbei", right: "[Besuch](../delegations/besuch-2019.yaml)",

        /// A mistake that stops every publication once something that is hidden now is public.
        W0978 StopsLater { problem: Box<Problem> }
            de: { format!("Sobald das öffentlich wird, verhindert es jede Veröffentlichung. {}", problem.message(MessageLanguage::German)) },
            en: { format!("As soon as this becomes public, it stops every publication. {}", problem.message(MessageLanguage::English)) },
            hint_de: { problem.hint(MessageLanguage::German) },
            hint_en: { problem.hint(MessageLanguage::English) },
            why_de: "In etwas, das eine Sperrfrist oder ein künftiges Datum noch verbirgt, steht ein Fehler. Heute stört er niemanden; an dem Tag, an dem es erscheinen soll, erschiene gar nichts. Am besten gleich beheben.",
            why_en: "There is an error in something that an embargo or a future date still hides. Today it is in nobody's way; on the day it is to appear, nothing would. It is best mended now.",
            example: Shown, wrong: "embargo: 2019-12-01     # und ein Link, der dann ins Leere führt", right: "embargo: 2019-12-01     # und jeder Link führt irgendwohin",
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
