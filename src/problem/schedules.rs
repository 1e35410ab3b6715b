//! W093x and W094x: dates, places and states that do not go together. A comment beside one says
//! that somebody has looked.

messages! {
    /// What is likely wrong with when and where something is.
    pub enum ScheduleWarning {
        /// Something carries a date that has not come yet.
        W0930 DatedAhead { key: &'static str, day: String, embargo: String, is_earlier: bool }
            de: "Das Datum liegt in der Zukunft: Bis {day} ist nichts davon auf der Website.",
            en: "The date is in the future: nothing of this appears on the site before {day}.",
            hint_de: { match is_earlier {
                true => format!("Die Sperrfrist endet vorher. Ist das Datum richtig, `embargo` in `embargo: {embargo}` ändern; sonst `{key}` berichtigen."),
                false => format!("Ist das so gewollt, `embargo: {embargo}` ergänzen; sonst `{key}` berichtigen."),
            } },
            hint_en: { match is_earlier {
                true => format!("The embargo ends before it. If the date is right, change `embargo` to `embargo: {embargo}`; otherwise correct `{key}`."),
                false => format!("If this is intended, add `embargo: {embargo}`; otherwise correct `{key}`."),
            } },
            why_de: "Das Datum der Veröffentlichung liegt in der Zukunft. Bis dahin bleibt alles verborgen, als wäre es eine Sperrfrist. Mit `embargo` und demselben Datum ist klar, dass es so gewollt ist, und die Warnung entfällt.",
            why_en: "The date of publication is in the future. Until then everything stays hidden, as if under embargo. An `embargo` with the same date says that this is intended and ends the warning.",
            example: Event, wrong: "start: 2019-11-20\npublished: 2019-11-01", right: "start: 2019-11-20\npublished: 2019-11-01\nembargo: 2019-11-01",

        /// One can still register when everything is over.
        W0931 DeadlineAfterEnd { deadline: String, end: String }
            de: "Anmelden kann man sich bis {deadline}, die Veranstaltung endet aber schon am {end}.",
            en: "Registration stays open until {deadline}, but the event ends on {end}.",
            hint_de: "`deadline` oder den Tag der Veranstaltung berichtigen.",
            hint_en: "Correct `deadline` or the day of the event.",
            why_de: "Der Anmeldeschluss liegt nach dem Ende der Veranstaltung. Die Seite lädt dann zu etwas ein, das vorbei ist. Ein Anmeldeschluss am Tag der Veranstaltung ist in Ordnung; ein Tag als Anmeldeschluss gilt bis zu seinem Ende.",
            why_en: "The deadline lies after the end of the event. The page then invites people to something that is over. A deadline on the day of the event is fine; a deadline that is a day lasts until the day ends.",
            example: Event, wrong: "start: 2019-10-01\nregistration: {email: info@example.org, deadline: 2019-10-20}", right: "start: 2019-10-01\nregistration: {email: info@example.org, deadline: 2019-09-20}",

        /// An end long after the beginning; the suggestion is the end in a fitting year.
        W0932 LongAfterStart { days: i32, suggestion: Option<String> }
            de: "Das Ende liegt {days} Tage nach dem Beginn.",
            en: "The end is {days} days after the start.",
            hint_de: { match suggestion {
                Some(day) => format!("Vermutlich ist das Jahr falsch; gemeint wäre dann {day}."),
                None => "Beginn und Ende prüfen. Für mehrere einzelne Termine gibt es `repeat`.".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(day) => format!("The year is probably wrong; did you mean {day}?"),
                None => "Check start and end. Use `repeat` for several separate dates.".to_owned(),
            } },
            why_de: "Zwischen Beginn und Ende liegen mehr als 60 Tage. Meist ist das Jahr oder der Monat falsch, und in allen Kalendern stünde ein Balken über Monate. Dauert es wirklich so lange, bestätigt das ein Kommentar.",
            why_en: "There are more than 60 days between start and end. Usually the year or the month is wrong, and every calendar would show a bar across several months. If it really lasts that long, a comment confirms it.",
            example: Event, wrong: "start: 2019-10-01\nend: 2020-10-02", right: "start: 2019-10-01\nend: 2019-10-02",

        /// A year in which nothing here can be; `now` is the year it is.
        W0933 FarYear { year: i16, now: i16 }
            de: "Das Jahr {year} ist hier kaum gemeint; jetzt ist {now}.",
            en: "{year} is hardly the right year; it is {now} now.",
            hint_de: "Das Jahr berichtigen.",
            hint_en: "Correct the year.",
            why_de: "Das Jahr ist kaum gemeint. Es liegt vor 1990 oder mehr als zehn Jahre in der Zukunft; meist sind zwei Ziffern vertauscht.",
            why_en: "The year is probably a slip. It is before 1990 or more than ten years ahead; usually two digits are swapped.",
            example: Event, wrong: "start: 2091-10-01", right: "start: 2019-10-01",

        /// The last date that something was moved from is the one that it has.
        W0934 MovedToItself
            de: "Der frühere Beginn ist derselbe wie der jetzige: Auf der Seite stünde »neuer Termin«, und es wäre der alte.",
            en: "The previous start equals the current one: the page would say “new date” and show the old one.",
            hint_de: "Wurde verschoben: in `start` den neuen Termin eintragen. Sonst `previous_start` löschen.",
            hint_en: "If it was moved, put the new date into `start`. Otherwise delete `previous_start`.",
            why_de: "Früherer und jetziger Beginn sind gleich. Entweder wurde die Verschiebung notiert und der Termin nicht geändert, oder unter `previous_start` steht versehentlich der neue Termin statt des alten.",
            why_en: "The previous and the current start are the same. Either the move was noted but `start` was not changed, or `previous_start` holds the new date instead of the old one.",
            example: Event, wrong: "start: 2019-10-08\nupdates: [{at: 2019-08-30, kind: change, previous_start: 2019-10-08}]", right: "start: 2019-10-08\nupdates: [{at: 2019-08-30, kind: change, previous_start: 2019-10-01}]",

        /// An event on days on which its delegation is not here.
        W0935 OutsideOfVisit { visit: String, first: String, last: String }
            de: { format!("Die Delegation `{visit}` ist {} da, die Veranstaltung ist an anderen Tagen.", days_de(first, last)) },
            en: { format!("The delegation `{visit}` is here {}, but the event is on other days.", days_en(first, last)) },
            hint_de: "Den Tag der Veranstaltung oder des Besuchs berichtigen, oder die Delegation hier herausnehmen.",
            hint_en: "Correct the day of the event or of the visit, or take the delegation out here.",
            why_de: "Die Veranstaltung liegt außerhalb des Besuchs, zu dem sie gehört. Wer sie besucht, erwartet die Delegation, und die ist dann nicht da. Für Termine vor der Anreise oder danach, zum Beispiel zur Vorbereitung, bestätigt das ein Kommentar.",
            why_en: "The event is outside the visit it belongs to. Guests expect the delegation, which is not there then. For dates before or after the visit, such as a preparatory meeting, a comment confirms it.",
            example: Shown, wrong: "# delegations/norwegen.yaml\nstart: 2026-04-13\nend: 2026-04-17\n# events/empfang.yaml\nstart: 2026-05-05T18:00\ndelegations: [norwegen]", right: "# events/empfang.yaml\nstart: 2026-04-14T18:00\ndelegations: [norwegen]",

        /// A visit is cancelled, and its events are not; the paths of their files.
        W0936 EventsOfCancelledVisit { events: Vec<String> }
            de: { format!("Der Besuch ist abgesagt, zu ihm gehören aber noch Veranstaltungen, die stattfinden: {}", listed(events, "und {} weitere")) },
            en: { format!("The visit is cancelled, but events that take place still belong to it: {}", listed(events, "and {} more")) },
            hint_de: "Auch sie absagen (`status: cancelled` und ein Eintrag unter `updates`), oder diese Delegation dort herausnehmen.",
            hint_en: "Cancel them too (`status: cancelled` and an entry under `updates`), or take this delegation out there.",
            why_de: "Ein Besuch ist abgesagt, Veranstaltungen mit dieser Delegation aber nicht. Gäste kämen zu Terminen, auf denen die Delegation fehlt. Nehmen noch andere Delegationen teil, die kommen, dann zählt das nicht.",
            why_en: "A visit is cancelled, but events with this delegation are not. Guests would come and the delegation would be missing. Events with other delegations that do come are not affected.",
            example: Shown, wrong: "# delegations/norwegen.yaml\nstatus: cancelled\n# events/empfang.yaml\ndelegations: [norwegen]\nstatus: confirmed", right: "# events/empfang.yaml\ndelegations: [norwegen]\nstatus: cancelled",

        /// An event on the network without a word on how to get there.
        W0937 OnlineWithoutAccess
            de: "Die Veranstaltung findet online statt, aber nirgends steht, wie man hineinkommt.",
            en: "The event takes place online, but nothing says how to get in.",
            hint_de: "`online: {{url: …}}` ergänzen, oder unter `registration` in `note` sagen, wann der Link kommt.",
            hint_en: "Add `online: {{url: …}}`, or say under `registration` in `note` when the link will be sent.",
            why_de: "Niemand weiß, wie man zu dieser Online-Veranstaltung kommt. Es fehlt der Link (`online`) oder ein Satz dazu, zum Beispiel unter `registration` in `note`: »Den Link erhalten Sie nach der Anmeldung.«",
            why_en: "Nobody knows how to join this online event. The link (`online`) is missing, or a sentence about it, for example in `note` under `registration`: “You will receive the link after registration.”",
            example: Event, wrong: "kind: online", right: "kind: online\nregistration: {email: info@example.org, note: Den Link erhalten Sie nach der Anmeldung.}",

        /// A public link that lets everybody in, by the name of its parameter.
        W0938 AccessLinkPublic { name: String }
            de: "Der Link enthält unter `{name}` den Zugang: Alle, die ihn auf der Seite oder im Kalender sehen, kommen auch ohne Anmeldung hinein.",
            en: "The link holds the access under `{name}`: everybody who sees it on the page or in a calendar gets in without registration too.",
            hint_de: "Den Link hier weglassen und nach der Anmeldung schicken; ein Satz dazu gehört unter `registration` in `note`.",
            hint_en: "Leave the link out here and send it after registration; a sentence about that belongs under `registration` in `note`.",
            why_de: "Die Anmeldung ist Pflicht, der Zugang steht aber öffentlich auf der Seite, im Kalender und in den Daten. Programme suchen nach solchen Links, und Unbekannte stören dann die Konferenz.",
            why_en: "Registration is required, but the access link is public on the page, in the calendar and in the data. Programs search for such links, and strangers then disrupt the meeting.",
            example: Event, wrong: "online: {url: 'https://konferenz.example.org/1?pwd=geheim'}\nregistration: {required: true, email: info@example.org}", right: "registration: {required: true, email: info@example.org, note: Den Link erhalten Sie nach der Anmeldung.}",

        /// Another event has the same title, time and place; the path of its file.
        W0939 SameEvent { other: String }
            de: "Dieselbe Veranstaltung gibt es schon: {other} hat denselben Titel, dieselbe Zeit und denselben Ort.",
            en: "This event is there already: {other} has the same title, time and place.",
            hint_de: "Eine der beiden Dateien löschen, oder berichtigen, worin sie sich unterscheiden.",
            hint_en: "Delete one of the two files, or correct in what they differ.",
            why_de: "Zwei Veranstaltungen haben denselben Titel, dieselbe Zeit und denselben Ort. Meist wurde eine Datei kopiert und nicht fertig geändert; alle sehen den Termin doppelt.",
            why_en: "Two events have the same title, time and place. Usually a file was copied and never finished; everybody sees the date twice.",
            example: Shown, wrong: "# events/treffen.yaml\ntitle: Treffen\nstart: 2019-10-01T10:00\n# events/treffen-kopie.yaml\ntitle: Treffen\nstart: 2019-10-01T10:00", right: "# events/treffen-kopie.yaml\ntitle: Treffen\nstart: 2019-10-08T10:00",

        /// The clocks in the country of the venue show another time than the zone in which the times
        /// are read; the zones that may be meant, by the names of the country in both languages.
        W0940 ClocksOfVenue { german: &'static str, english: &'static str, zone: String, zones: Vec<String>, from: ZoneFrom }
            de: "Im Land des Ortes ({german}) zeigen die Uhren dann eine andere Zeit als in der Zone {zone}, in der diese Zeiten gelesen werden.",
            en: "In the country of the venue ({english}) clocks show another time then than in the zone {zone}, in which these times are read.",
            hint_de: { clock_hint_de(zone, zones, *from) },
            hint_en: { clock_hint_en(zone, zones, *from) },
            why_de: "Am Ort der Veranstaltung gehen die Uhren anders als in der Zone, in der ihre Zeiten gelesen werden. Das ist die aus `timezone`, ohne sie die der Website. Wer am Ort auf die Uhr sieht, käme Stunden zu früh oder zu spät. Mit der richtigen `timezone` steht auf der Seite beides, die Zeit am Ort und die hier. Abkürzungen wie EST oder GMT kennen keine Sommerzeit; Namen wie America/New_York schon. Steht die Zone der Website ausdrücklich da, gilt sie.",
            why_en: "Clocks at the venue of the event show another time than the zone in which its times are read. That is the one in `timezone`, without it that of the site. Who looks at a clock there would come hours too early or too late. With the right `timezone` the page has both, the time there and the time here. Abbreviations such as EST or GMT know no summer time; names such as America/New_York do. If the zone of the site is written down, it counts.",
            example: Event, wrong: "start: 2019-10-01T15:00\nvenue: {name: Halle 3, city: Tokio, country: JP}", right: "start: 2019-10-01T15:00\ntimezone: Asia/Tokyo\nvenue: {name: Halle 3, city: Tokio, country: JP}",

        /// Registration begins when everything is over.
        W0942 OpensAfterEnd { opens: String, end: String }
            de: "Anmelden kann man sich ab {opens}, die Veranstaltung endet aber schon am {end}.",
            en: "Registration begins on {opens}, but the event ends on {end}.",
            hint_de: "`opens` oder den Tag der Veranstaltung berichtigen.",
            hint_en: "Correct `opens` or the day of the event.",
            why_de: "Die Anmeldung beginnt erst nach dem Ende der Veranstaltung; anmelden könnte sich niemand. Meist ist der Monat oder das Jahr falsch.",
            why_en: "Registration begins after the end of the event, so nobody could register. Usually the month or the year is wrong.",
            example: Event, wrong: "start: 2019-10-01\nregistration: {email: info@example.org, opens: 2019-10-20}", right: "start: 2019-10-01\nregistration: {email: info@example.org, opens: 2019-09-10}",

        /// Dates of a series last longer than until the next begins; when the first probably ends.
        W0943 DatesOverlap { end: String, next: String, suggestion: String }
            de: "Ein Termin dieser Reihe dauert bis {end}, der nächste beginnt aber schon am {next}.",
            en: "A date of this series lasts until {end}, but the next begins on {next}.",
            hint_de: "`end` ist das Ende des ersten Termins, vermutlich {suggestion}. Bis wann die Reihe geht, sagt `until`.",
            hint_en: "`end` is the end of the first date, probably {suggestion}. `until` says how long the series goes on.",
            why_de: "Die Termine der Reihe überschneiden sich. Meist steht in `end` der letzte Tag der Reihe; `end` ist aber das Ende des ersten Termins, und alle weiteren dauern ebenso lange.",
            why_en: "The dates of the series overlap. Usually `end` holds the last day of the series; but `end` is the end of the first date, and all others last as long.",
            example: Event, wrong: "start: 2019-11-05T16:00\nend: 2019-12-03T17:00\nrepeat: {every: week, count: 5}", right: "start: 2019-11-05T16:00\nend: 2019-11-05T17:00\nrepeat: {every: week, count: 5}",

        /// A date of a series is moved to when another is; the day of that one.
        W0944 MovedOntoDate { other: String }
            de: "Dann ist schon ein anderer Termin dieser Reihe, der vom {other}.",
            en: "The series has another date then, that of {other}.",
            hint_de: "Tag oder Uhrzeit berichtigen. Fällt der Termin aus: `status: cancelled`",
            hint_en: "Correct the day or the time. If the date does not take place: `status: cancelled`",
            why_de: "Ein Termin der Reihe ist dorthin verlegt, wo schon ein anderer ist. In Kalendern stünden beide übereinander. Finden wirklich zwei zugleich statt, bestätigt das ein Kommentar.",
            why_en: "A date of the series is moved to where another is already. Calendars would show both at once. If two really take place at the same time, a comment confirms it.",
            example: Event, wrong: "start: 2019-10-01T16:00\nrepeat: {every: week, count: 5, changes: [{date: 2019-10-08, start: 2019-10-15T16:00}]}", right: "start: 2019-10-01T16:00\nrepeat: {every: week, count: 5, changes: [{date: 2019-10-08, start: 2019-10-09T16:00}]}",

        /// A date of a series is moved very far; the new beginning in a fitting year.
        W0945 MovedFar { date: String, days: i32, suggestion: Option<String> }
            de: "Der Termin vom {date} ist um {days} Tage verschoben.",
            en: "The date of {date} is moved by {days} days.",
            hint_de: { match suggestion {
                Some(start) => format!("Vermutlich ist das Jahr falsch; gemeint wäre dann {start}."),
                None => "Den neuen Beginn prüfen.".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(start) => format!("The year is probably wrong; did you mean {start}?"),
                None => "Check the new start.".to_owned(),
            } },
            why_de: "Ein Termin der Reihe ist um mehr als ein halbes Jahr verschoben. Meist ist das Jahr falsch. Ist es so gemeint, bestätigt das ein Kommentar.",
            why_en: "A date of the series is moved by more than half a year. Usually the year is wrong. If it is meant, a comment confirms it.",
            example: Event, wrong: "start: 2019-10-01T16:00\nrepeat: {every: week, count: 5, changes: [{date: 2019-10-08, start: 2018-10-09T16:00}]}", right: "start: 2019-10-01T16:00\nrepeat: {every: week, count: 5, changes: [{date: 2019-10-08, start: 2019-10-09T16:00}]}",
    }
}

/// Where the zone comes from in which the times of an event are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneFrom {
    /// From the site: the event says none.
    Site,
    /// From the event.
    Event,
    /// From the series whose single date is elsewhere: a date has no zone of its own.
    Series,
}

fn clock_hint_de(zone: &str, zones: &[String], from: ZoneFrom) -> String {
    let one_of = || listed(zones, "oder einer von {} weiteren");
    match (from, zones) {
        (ZoneFrom::Series, _) => format!(
            "Ein einzelner Termin hat keine eigene Zone: `start` und `end` sagen, wie spät es dann in der Zone {zone} ist. Stimmt das, bestätigt es ein Kommentar."
        ),
        (ZoneFrom::Event, [only]) => {
            format!("Ist die Zeit am Ort gemeint: `timezone: {only}`. Sonst den Ort berichtigen.")
        }
        (ZoneFrom::Event, _) => format!(
            "Ist die Zeit am Ort gemeint: `timezone: …` mit der Zone, in der er liegt: {}. Sonst den Ort berichtigen.",
            one_of()
        ),
        (ZoneFrom::Site, [only]) => format!(
            "Ist die Zeit am Ort gemeint: `timezone: {only}` ergänzen. Sonst: `timezone: {zone}`"
        ),
        (ZoneFrom::Site, _) => format!(
            "Das Land hat mehrere Zonen. Ist die Zeit am Ort gemeint, die ergänzen, in der er liegt: `timezone: …` mit {}. Sonst: `timezone: {zone}`",
            one_of()
        ),
    }
}

fn clock_hint_en(zone: &str, zones: &[String], from: ZoneFrom) -> String {
    let one_of = || listed(zones, "or one of {} more");
    match (from, zones) {
        (ZoneFrom::Series, _) => format!(
            "A single date has no zone of its own: `start` and `end` say what time it is then in the zone {zone}. If that is right, a comment confirms it."
        ),
        (ZoneFrom::Event, [only]) => {
            format!(
                "If the time at the venue is meant: `timezone: {only}`. Otherwise correct the venue."
            )
        }
        (ZoneFrom::Event, _) => format!(
            "If the time at the venue is meant: `timezone: …` with the zone in which it lies: {}. Otherwise correct the venue.",
            one_of()
        ),
        (ZoneFrom::Site, [only]) => format!(
            "If the time at the venue is meant, add `timezone: {only}`. Otherwise: `timezone: {zone}`"
        ),
        (ZoneFrom::Site, _) => format!(
            "The country has several zones. If the time at the venue is meant, add the one in which it lies: `timezone: …` with {}. Otherwise: `timezone: {zone}`",
            one_of()
        ),
    }
}

/// How many things of a kind a message names.
const MAX_NAMED: usize = 8;

/// The first of some names; `more` says with `{}` how many there are besides.
fn listed(names: &[String], more: &str) -> String {
    let mut named: Vec<String> = names.iter().take(MAX_NAMED).cloned().collect();
    let rest = names.len().saturating_sub(MAX_NAMED);
    if rest > 0 {
        named.push(more.replace("{}", &rest.to_string()));
    }
    named.join(", ")
}

fn days_de(first: &str, last: &str) -> String {
    if first == last { format!("am {first}") } else { format!("vom {first} bis zum {last}") }
}

fn days_en(first: &str, last: &str) -> String {
    if first == last { format!("on {first}") } else { format!("from {first} to {last}") }
}
