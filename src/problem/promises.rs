//! E055x: what is published and would break for readers and subscribers, `bba check --against`.

messages! {
    /// What would break for those who have an address or a calendar entry.
    pub enum PromiseProblem {
        /// A deleted item: its first address and how many more, and whether it lies ahead.
        E0551 ItemLost { item: String, address: String, more: usize, gone: String, ahead: bool }
            de: { format!("`{item}` gibt es nicht mehr, ist aber veröffentlicht: `{address}`{}", and_more_de(*more)) },
            en: { format!("`{item}` no longer exists, but is published: `{address}`{}", and_more_en(*more)) },
            hint_de: { format!("{}gone: [{gone}]", if *ahead {
                "Fällt der Termin aus, dann stellen Sie die Datei wieder her und ergänzen darin `status: cancelled` und einen Eintrag unter `updates`: So erfahren es alle, die ihn im Kalender haben. Soll er spurlos verschwinden, in content/site.yaml: "
            } else {
                "Stellen Sie die Datei wieder her, oder ergänzen Sie in content/site.yaml: "
            }) },
            hint_en: { format!("{}gone: [{gone}]", if *ahead {
                "If it does not take place, restore the file and add `status: cancelled` and an entry under `updates` there: so everybody learns of it who has it in a calendar. If it is to vanish without a trace, in content/site.yaml: "
            } else {
                "Restore the file, or add in content/site.yaml: "
            }) },
            why_de: "Eine veröffentlichte Veranstaltung, Delegation oder Pressemitteilung ist gelöscht. Lesezeichen, Suchmaschinen und Kalender haben ihre Adressen noch. Mit der Zeile unter `gone` antwortet der Server, dass es sie nicht mehr gibt, in allen Sprachen und auch für die Kalenderdatei. Fällt ein Termin nur aus, dann ist `status: cancelled` richtig: Aus den Kalendern verschwände er sonst ohne ein Wort.",
            why_en: "A published event, visit or press release has been deleted. Bookmarks, search engines and calendars still have its addresses. With the line under `gone` the server says that it no longer exists, in every language and for the calendar file too. If an event simply does not take place, use `status: cancelled`: otherwise it would vanish from calendars without a word.",
            example: Shown, wrong: "# content/events/treffen.yaml gelöscht", right: "# content/site.yaml\ngone: [events/treffen]",

        /// An item under a new id: the old one.
        E0552 Renamed { old: String, aliases: String, gone: String }
            de: "Diese Datei hieß `{old}`, als sie veröffentlicht wurde.",
            en: "This file was called `{old}` when it was published.",
            hint_de: { format!("Benennen Sie sie wieder um: Kennungen ändern sich nie, sonst steht der Termin doppelt in Kalendern. Muss es sein, dann {}in content/site.yaml: gone: [{gone}]", alias_text(aliases, "hier: ", " und ")) },
            hint_en: { format!("Give it its old name back: ids never change, else calendars have the event twice. If it must be, {}in content/site.yaml: gone: [{gone}]", alias_text(aliases, "here: ", " and ")) },
            why_de: "Eine veröffentlichte Datei ist umbenannt. Ihr Name ist ihre Kennung: Aus ihm entstehen die Adressen und das, woran Kalender einen Termin wiedererkennen. Darum ist der alte Name der richtige; die Überschrift auf der Website darf eine andere sein.",
            why_en: "A published file has been renamed. Its name is its id: the addresses come from it, and calendars recognise an event by it. Keep the old name; the title on the site may differ.",
            example: Shown, wrong: "# content/events/treffen.yaml umbenannt in treffen-neu.yaml", right: "# content/events/treffen-neu.yaml\naliases: [/veranstaltungen/treffen/]\n# content/site.yaml\ngone: [events/treffen]",

        /// Other addresses; whether they are all below a folder.
        E0553 AddressLost { address: String, more: usize, gone: String, folder: bool }
            de: { format!("Veröffentlicht, aber nicht mehr da: `{address}`{}", and_more_de(*more)) },
            en: { format!("Published, but no longer there: `{address}`{}", and_more_en(*more)) },
            hint_de: { format!("{}In content/site.yaml: gone: [{gone}]. Gibt es die Seite unter einer anderen Adresse, dann dort: aliases: [{address}]", if *folder { "Hat sich unter `paths` oder `languages` etwas geändert, dann nehmen Sie es zurück. " } else { "" }) },
            hint_en: { format!("{}In content/site.yaml: gone: [{gone}]. If the page has another address, there: aliases: [{address}]", if *folder { "If something changed under `paths` or `languages`, take it back. " } else { "" }) },
            why_de: "Eine veröffentlichte Adresse gibt es nicht mehr. Andere haben sie: Lesezeichen, Suchmaschinen, Kalender, Programme. `aliases` leitet von ihr weiter, `gone` sagt, dass es sie nicht mehr gibt.",
            why_en: "A published address no longer exists. Bookmarks, search engines, calendars and programs still have it. `aliases` forwards from it, `gone` says that it no longer exists.",
            example: Shown, wrong: "# content/pages/anreise.md gelöscht", right: "# content/site.yaml\ngone: [/anreise/]",

        /// The id of the site changed, and with it that of every calendar entry.
        E0554 SiteIdChanged
            de: "Die Website hatte eine andere `id`, als sie veröffentlicht wurde.",
            en: "The site had another `id` when it was published.",
            hint_de: "Nehmen Sie die Änderung zurück: Sonst steht jeder Termin doppelt in den Kalendern, die ihn schon haben.",
            hint_en: "Take the change back: else every event is twice in calendars that have it already.",
            why_de: "Die Kennung der Website ist eine andere als in dem, was veröffentlicht ist. Aus ihr entstehen die Kennungen aller Kalendereinträge, darum ändert sie sich nie.",
            why_en: "The id of the site differs from the published one. The ids of all calendar entries come from it, so it never changes.",
            example: Shown, wrong: "# veröffentlicht\nid: bba-sachsen\n# jetzt\nid: bba-sachsen-neu", right: "id: bba-sachsen",

        /// A file holds another event than the one that is published under its name.
        E0555 OtherEvent { id: String }
            de: "Unter `{id}` ist ein anderer Termin veröffentlicht.",
            en: "Another event is published under `{id}`.",
            hint_de: "Stellen Sie die alte Datei wieder her und geben Sie dem neuen Termin eine eigene Datei. Ist es doch derselbe, dann nehmen Sie die Änderung von `published` zurück.",
            hint_en: "Restore the old file and give the new event a file of its own. If it is the same event after all, take the change of `published` back.",
            why_de: "Die Datei eines veröffentlichten Termins ist für einen anderen verwendet: Titel, Beginn und `published` sind neu. Kalender hielten ihn für den alten und überschrieben ihn damit.",
            why_en: "The file of a published event is used for another one: title, start and `published` are new. Calendars would take it for the old event and overwrite that.",
            example: Shown, wrong: "# veröffentlicht\ntitle: Frühstück\nstart: 2019-09-24T09:00\npublished: 2019-09-01\n# jetzt\ntitle: Kongress\nstart: 2019-11-04T10:00\npublished: 2019-10-01", right: "# eine neue Datei\ntitle: Kongress\nstart: 2019-11-04T10:00\npublished: 2019-10-01",

        /// Times or status changed, and nothing tells calendars: the keys, when an update can be
        /// dated, and when the event was to begin before.
        E0556 SequenceStands { keys: String, at: String, previous: Option<String>, has_updates: bool }
            de: "Seit der Veröffentlichung geändert (`{keys}`), ohne einen neuen Eintrag unter `updates`. Kalender, die den Termin schon haben, übernehmen das nicht.",
            en: "Changed since it was published (`{keys}`) without a new entry under `updates`. Calendars that have it already do not take that over.",
            hint_de: { update(*has_updates, true, &facts(at, "change", previous.as_deref(), if keys == "status" { "Neuer Stand" } else { "Neuer Termin" })) },
            hint_en: { update(*has_updates, false, &facts(at, "change", previous.as_deref(), if keys == "status" { "New status" } else { "New date" })) },
            why_de: "Beginn, Ende, Wiederholung oder Status eines veröffentlichten Termins ist geändert. Kalender übernehmen das erst mit einem neuen Eintrag unter `updates`; auf der Seite sehen auch Leserinnen und Leser, was anders ist.",
            why_en: "The start, end, repetition or status of a published event has changed. Calendars accept that only with a new entry under `updates`; readers of the page then see what is different, too.",
            example: Shown, wrong: "# veröffentlicht\nstart: 2019-09-24T15:00\n# jetzt\nstart: 2019-09-25T15:00", right: "start: 2019-09-25T15:00\nupdates: [{at: 2019-09-10T09:00, kind: change, previous_start: 2019-09-24T15:00, note: Neuer Termin}]",

        /// Something else that a subscriber sees changed: when an update can be dated.
        E0557 StampStands { at: String, has_updates: bool }
            de: "Der Kalendereintrag ist anders als der veröffentlichte, trägt aber keinen neueren Zeitpunkt. Kalender, die ihn schon haben, übernehmen das nicht.",
            en: "The calendar entry differs from the published one and has no later date of change. Calendars that have it already do not take that over.",
            hint_de: { update(*has_updates, true, &facts(at, "correction", None, "Berichtigt")) },
            hint_en: { update(*has_updates, false, &facts(at, "correction", None, "Corrected")) },
            why_de: "Etwas, das im Kalender steht, ist geändert: Titel, Ort, Beschreibung, Kontakt. Viele Kalender vergleichen nur den Zeitpunkt der letzten Änderung; er kommt aus `updates`.",
            why_en: "Something that appears in calendars has changed: title, place, description, contact. Many calendars compare only the time of the last change, which comes from `updates`.",
            example: Shown, wrong: "# veröffentlicht\nsummary: Treffen im Saal\n# jetzt\nsummary: Treffen im Foyer", right: "summary: Treffen im Foyer\nupdates: [{at: 2019-09-10T09:00, kind: correction, note: Im Foyer}]",

        /// A shared record changed, and with it entries; of the funding notice the key of the
        /// publisher.
        E0558 SharedStampStands { key: String, entries: usize, at: String, publisher: Option<String> }
            de: { match entries {
                1 => format!("`{key}` steht jetzt anders im Kalender als veröffentlicht, ohne einen neueren Zeitpunkt: bei einem Termin."),
                n => format!("`{key}` steht jetzt anders im Kalender als veröffentlicht, ohne einen neueren Zeitpunkt: bei {n} Terminen."),
            } },
            en: { match entries {
                1 => format!("Calendars would show `{key}` differently from what is published, without a later date of change: in one event."),
                n => format!("Calendars would show `{key}` differently from what is published, without a later date of change: in {n} events."),
            } },
            hint_de: { match publisher {
                Some(publisher) => format!("Ergänzen Sie in content/organisations.yaml bei `{publisher}`: updated: {at}"),
                None => format!("Ergänzen Sie hier: updated: {at}"),
            } },
            hint_en: { match publisher {
                Some(publisher) => format!("In content/organisations.yaml add to `{publisher}`: updated: {at}"),
                None => format!("Add here: updated: {at}"),
            } },
            why_de: "Ein Ort, ein Kontakt, eine Organisation oder der Förderhinweis ist geändert und steht in Kalendern. Mit `updated` erfahren es alle Termine, die sie zeigen; keinen müssen Sie dafür öffnen. Für den Förderhinweis gilt das `updated` der Organisation, die die Website herausgibt.",
            why_en: "A venue, a contact, an organisation or the funding notice has changed and appears in calendars. With `updated` every event that shows it counts as changed; you need not edit any of them. For the funding notice it is the `updated` of the organisation that publishes the site.",
            example: Shown, wrong: "# content/venues.yaml\nsaal: {name: Saal, street: Weg 2}      # veröffentlicht: Weg 1", right: "saal: {name: Saal, street: Weg 2, updated: 2019-09-10T09:00}",

        /// An entry that would be in no calendar any more; the day it is on.
        E0559 EntryLost { day: String }
            de: "Am {day} steht etwas in Kalendern, das dort ohne Absage verschwände.",
            en: "Calendars have an entry on {day} that would vanish from them without a cancellation.",
            hint_de: "Nehmen Sie die Änderung zurück. Fällt der Termin aus, dann sagen Sie ihn ab: ein Datum einer Reihe mit `status: cancelled` unter `changes`, einen Besuch mit `status`.",
            hint_en: "Take the change back. If it does not take place, cancel it: a date of a series with `status: cancelled` under `changes`, a visit with `status`.",
            why_de: "Ein veröffentlichter Termin, der noch bevorsteht, käme in keinem Kalender mehr vor. Ein zusätzliches Datum einer Reihe ist gelöscht, oder ein Besuch hat keine festen Tage mehr. Viele Kalender behalten ihren Eintrag dann, und niemand erfährt etwas.",
            why_en: "A published date that lies ahead would be in no calendar any more. An additional date of a series is deleted, or a visit has no fixed days any more. Many calendars keep their entry then, and nobody learns of it.",
            example: Shown, wrong: "# veröffentlicht\nrepeat: {every: week, extra: [2019-10-12]}\n# jetzt\nrepeat: {every: week}", right: "repeat: {every: week, extra: [2019-10-12], changes: [{date: 2019-10-12, status: cancelled}]}",
    }
}

/// What stands behind the first address.
pub(super) fn and_more_de(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " und eine weitere Adresse".to_owned(),
        more => format!(" und {more} weitere Adressen"),
    }
}

pub(super) fn and_more_en(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " and one more address".to_owned(),
        more => format!(" and {more} more addresses"),
    }
}

/// The line for old addresses; nothing when no page is among them.
fn alias_text(aliases: &str, before: &str, behind: &str) -> String {
    if aliases.is_empty() {
        return String::new();
    }
    format!("{before}aliases: [{aliases}]{behind}")
}

/// An entry of `updates`.
fn facts(at: &str, kind: &str, previous_start: Option<&str>, note: &str) -> String {
    let previous = previous_start.map(|start| format!("previous_start: {start}, "));
    format!("{{at: {at}, kind: {kind}, {}note: {note}}}", previous.unwrap_or_default())
}

/// What to add for a change.
fn update(has_updates: bool, german: bool, facts: &str) -> String {
    match (german, has_updates) {
        (true, false) => format!("Fügen Sie hinzu: updates: [{facts}]"),
        (true, true) => format!("Fügen Sie unter `updates` hinzu: - {facts}"),
        (false, false) => format!("Add: updates: [{facts}]"),
        (false, true) => format!("Add under `updates`: - {facts}"),
    }
}
