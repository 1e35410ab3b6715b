//! E042x and E043x: events that are repeated.

use super::ClockChange;
use crate::recurrence::Unit;

messages! {
    /// What can be wrong with an event that is repeated.
    pub enum SeriesProblem {
        /// `repeat` beside `within` or `time: open`.
        E0420 RepeatNeedsStart
            de: "Eine Terminreihe (`repeat`) braucht einen festen Beginn: `within` und `time: open` gehen daneben nicht.",
            en: "A series (`repeat`) needs a fixed start: it cannot be combined with `within` or `time: open`.",
            why_de: "Eine Terminreihe braucht einen festen Beginn. Aus `start` ergibt sich alles Weitere; steht der Tag oder die Uhrzeit noch nicht fest, gibt es noch keine Reihe.",
            why_en: "A series needs a fixed start. Everything else follows from `start`; while the day or the time is not fixed, there is no series yet.",
            example: Event, wrong: "time: open\nrepeat: {every: week, count: 5}", right: "repeat: {every: week, count: 5}",

        /// Not a frequency such as `2 weeks`.
        E0421 NotAFrequency { value: String, suggestion: Option<String> }
            de: "»{value}« sagt nicht, wie oft sich der Termin wiederholt.",
            en: "“{value}” does not say how often the event is repeated.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Zum Beispiel: day, week, 2 weeks, month".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "For example: day, week, 2 weeks, month".to_owned(),
            } },
            why_de: "`every` sagt nicht, wie oft sich der Termin wiederholt. Möglich sind `day`, `week` und `month`, auch mehrere davon: `2 weeks`.",
            why_en: "`every` does not say how often the event is repeated. `day`, `week` and `month` are possible, also more of them: `2 weeks`.",
            example: Event, wrong: "repeat: {every: wöchentlich, count: 5}", right: "repeat: {every: week, count: 5}",

        /// A series with neither `until` nor `count`.
        E0422 RepeatWithoutEnd
            de: "Diese Terminreihe hört nie auf.",
            en: "This series never ends.",
            hint_de: "Den letzten Tag angeben (until: 2019-12-31) oder die Anzahl (count: 10).",
            hint_en: "Give the last day (until: 2019-12-31) or the number (count: 10).",
            why_de: "Die Reihe hört nie auf. `until` nennt den letzten Tag, `count` die Zahl der Termine; eines von beiden muss da sein.",
            why_en: "The series never ends. `until` names the last day, `count` the number of dates; one of them must be there.",
            example: Event, wrong: "repeat: {every: week}", right: "repeat: {every: week, until: 2019-12-31}",

        /// A series with both `until` and `count`.
        E0423 RepeatEndsTwice
            de: "Neben `until` (letzter Tag) darf nicht auch `count` (Anzahl) stehen.",
            en: "`until` (the last day) and `count` (how many) cannot be used together.",
            hint_de: "Eines von beiden weglassen.",
            hint_en: "Leave one of them out.",
            why_de: "Das Ende der Reihe steht zweimal da. `until` und `count` können sich widersprechen; nur eines von beiden angeben.",
            why_en: "The end of the series is given twice. `until` and `count` can contradict each other; give only one of them.",
            example: Event, wrong: "repeat: {every: week, until: 2019-12-31, count: 5}", right: "repeat: {every: week, until: 2019-12-31}",

        /// A series in which nothing takes place.
        E0424 RepeatWithoutDates
            de: "In dieser Reihe bleibt kein einziger Termin übrig.",
            en: "Not a single date is left in this series.",
            why_de: "In dieser Reihe bleibt kein Termin übrig. Alle Tage sind mit `except` ausgenommen. Findet nichts statt: `status: cancelled` bei der Veranstaltung.",
            why_en: "No date is left in this series. All days are taken out with `except`. If nothing takes place: `status: cancelled` for the event.",
            example: Event, wrong: "repeat: {every: week, count: 1, except: [2019-10-01]}", right: "repeat: {every: week, count: 2, except: [2019-10-08]}",

        /// A weekday without its place in a month, or with one in a week.
        E0425 OnDoesNotFit { value: String, unit: Unit }
            de: { match unit {
                Unit::Day => "Zu einer Reihe, die nach Tagen zählt, passt kein `on`.".to_owned(),
                Unit::Week => format!("»{value}« passt nicht zu einer Reihe, die nach Wochen zählt."),
                Unit::Month => format!("»{value}« sagt nicht, welcher Wochentag im Monat gemeint ist."),
            } },
            en: { match unit {
                Unit::Day => "A series that counts days has no `on`.".to_owned(),
                Unit::Week => format!("“{value}” does not fit a series that counts weeks."),
                Unit::Month => format!("“{value}” does not say which weekday of the month is meant."),
            } },
            hint_de: { match unit {
                Unit::Day => "Für bestimmte Wochentage: every: week, on: [tuesday]".to_owned(),
                Unit::Week => "Zum Beispiel: on: [tuesday]. Der erste Dienstag im Monat: every: month, on: [first tuesday]".to_owned(),
                Unit::Month => format!("Zum Beispiel: on: [first {value}] oder on: [last {value}]. Jede Woche: every: week"),
            } },
            hint_en: { match unit {
                Unit::Day => "For certain weekdays: every: week, on: [tuesday]".to_owned(),
                Unit::Week => "For example: on: [tuesday]. The first Tuesday of the month: every: month, on: [first tuesday]".to_owned(),
                Unit::Month => format!("For example: on: [first {value}] or on: [last {value}]. Every week: every: week"),
            } },
            why_de: "`on` passt nicht zu `every`. Bei `week` stehen dort Wochentage, bei `month` Wochentage mit ihrer Stelle im Monat, bei `day` gar nichts.",
            why_en: "`on` does not fit `every`. For `week` it has weekdays, for `month` weekdays with their place in the month, for `day` nothing at all.",
            example: Event, wrong: "repeat: {every: month, on: [tuesday], count: 5}", right: "repeat: {every: month, on: [first tuesday], count: 5}",

        /// A series on a day of the month that not every month has.
        E0426 DayNotInEveryMonth { day: i8 }
            de: "Einen {day}. gibt es nicht in jedem Monat.",
            en: "Not every month has a day {day}.",
            hint_de: "An einem Tag vom 1. bis zum 28. beginnen oder einen Wochentag nennen: on: [last friday]",
            hint_en: "Start on a day from 1 to 28, or name a weekday: on: [last friday]",
            why_de: "Diesen Tag gibt es nicht in jedem Monat. Kalenderprogramme lassen ihn dann aus oder weichen aus, jedes anders.",
            why_en: "Not every month has this day. Calendar programs then leave it out or use another, each its own way.",
            example: Event, wrong: "start: 2019-10-31\nrepeat: {every: month, count: 5}", right: "start: 2019-10-28\nrepeat: {every: month, count: 5}",

        /// A start on which its own rule has no date; the nearest days that fit.
        E0427 StartNotInSeries { start: String, nearest: Vec<String> }
            de: "Auf den Beginn ({start}) fällt nach `repeat` kein Termin.",
            en: "`repeat` gives no date on the start ({start}).",
            hint_de: { format!("Passend wäre {}.", nearest.join(" oder ")) },
            hint_en: { format!("These would fit: {}", nearest.join(", ")) },
            why_de: "Auf den Beginn fällt kein Termin der Reihe. `start` ist zugleich der erste Termin; er muss zu den Wochentagen passen.",
            why_en: "No date of the series falls on the start. `start` is the first date; it must fit the weekdays.",
            example: Event, wrong: "start: 2019-10-02\nrepeat: {every: week, on: [tuesday], count: 5}", right: "start: 2019-10-01\nrepeat: {every: week, on: [tuesday], count: 5}",

        /// An exception to or a change of a date that the series does not have; the nearest it has.
        E0428 NotInSeries { date: String, nearest: Vec<String> }
            de: "Am {date} hat diese Reihe keinen Termin.",
            en: "This series has no date on {date}.",
            hint_de: { (!nearest.is_empty()).then(|| format!("Die nächstliegenden Termine: {}", nearest.join(", "))) },
            hint_en: { (!nearest.is_empty()).then(|| format!("The nearest dates: {}", nearest.join(", "))) },
            why_de: "An diesem Tag hat die Reihe keinen Termin. Nur was es gibt, kann ausfallen oder verlegt werden.",
            why_en: "The series has no date on this day. Only what is there can be taken out or moved.",
            example: Event, wrong: "repeat: {every: week, count: 5, except: [2019-10-09]}", right: "repeat: {every: week, count: 5, except: [2019-10-08]}",

        /// More dates than a series may have.
        E0429 TooManyDates { limit: usize }
            de: "Diese Reihe hat mehr als {limit} Termine.",
            en: "This series has more than {limit} dates.",
            hint_de: "`until` früher setzen oder `count` kleiner; später kommt eine neue Reihe.",
            hint_en: "Set `until` to an earlier day or `count` to a smaller number; add a new series later.",
            why_de: "Die Reihe hat zu viele Termine. Mehr als 500 plant niemand; meist ist das Jahr in `until` verschrieben.",
            why_en: "The series has too many dates. Nobody plans more than 500; most often the year of `until` is mistyped.",
            example: Event, wrong: "repeat: {every: day, until: 2029-12-31}", right: "repeat: {every: day, until: 2019-12-31}",

        /// An additional date on a day that the series has anyway.
        E0430 ExtraInSeries { date: String, start: Option<String> }
            de: "Am {date} hat diese Reihe schon einen Termin.",
            en: "This series has a date on {date} anyway.",
            hint_de: { match start {
                Some(start) => format!("Soll er zu einer anderen Zeit sein: changes: [{{date: {date}, start: {start}}}]"),
                None => "Den Tag hier löschen.".to_owned(),
            } },
            hint_en: { match start {
                Some(start) => format!("To move it to another time: changes: [{{date: {date}, start: {start}}}]"),
                None => "Delete the day here.".to_owned(),
            } },
            why_de: "An diesem Tag hat die Reihe schon einen Termin. `extra` ist für Tage, die nicht in die Regel passen; eine andere Uhrzeit kommt unter `changes`.",
            why_en: "The series has a date on this day already. `extra` is for days that do not fit the rule; another time belongs under `changes`.",
            example: Event, wrong: "repeat: {every: week, count: 5, extra: [2019-10-08]}", right: "repeat: {every: week, count: 5, extra: [2019-10-10]}",

        /// An additional date before the first.
        E0431 ExtraBeforeStart { date: String }
            de: "Der zusätzliche Termin am {date} liegt vor dem Beginn der Reihe.",
            en: "The additional date on {date} is before the start of the series.",
            hint_de: "Die Reihe mit diesem Termin beginnen lassen (`start`) oder eine eigene Veranstaltung anlegen.",
            hint_en: "Set `start` to this date, or make it an event of its own.",
            why_de: "Ein zusätzlicher Termin liegt vor dem Beginn der Reihe. Der erste Termin ist immer `start`.",
            why_en: "A further date is before the start of the series. The first date is always `start`.",
            example: Event, wrong: "repeat: {every: week, count: 5, extra: [2019-09-30]}", right: "repeat: {every: week, count: 5, extra: [2019-10-10]}",

        /// A time in a series of whole days, or the reverse.
        E0432 NotLikeSeries { days: bool }
            de: { if *days {
                "Diese Reihe hat ganze Tage; hier muss ein Tag stehen.".to_owned()
            } else {
                "Diese Reihe hat Uhrzeiten; hier muss ein Tag mit Uhrzeit stehen.".to_owned()
            } },
            en: { if *days {
                "This series has whole days; this must be a day.".to_owned()
            } else {
                "This series has times; this must be a day with a time.".to_owned()
            } },
            why_de: "Tage und Uhrzeiten lassen sich in einer Reihe nicht mischen. Hat `start` eine Uhrzeit, haben alle Termine eine; ist `start` ein Tag, sind alle ganze Tage.",
            why_en: "Days and times cannot be mixed in a series. If `start` has a time, all dates have one; if `start` is a day, all are whole days.",
            example: Event, wrong: "repeat: {every: week, count: 5, extra: [2019-10-10T10:00]}", right: "repeat: {every: week, count: 5, extra: [2019-10-10]}",

        /// A date that is cancelled and at another time or place.
        E0433 CancelledAndMoved
            de: "Ein Termin, der ausfällt, kann nicht zugleich verlegt sein.",
            en: "A date that is cancelled cannot also be moved.",
            hint_de: "`status` weglassen oder `start`, `end` und `venue`.",
            hint_en: "Leave out `status`, or `start`, `end` and `venue`.",
            why_de: "Ein Termin kann nicht zugleich ausfallen und verlegt sein. Fällt er aus, bleiben Zeit und Ort, wie sie waren.",
            why_en: "A date cannot be cancelled and moved at once. If it is cancelled, its time and place stay as they were.",
            example: Event, wrong: "repeat: {every: week, count: 5, changes: [{date: 2019-10-08, status: cancelled, start: 2019-10-09}]}\nupdates: [{at: 2019-08-20T10:00, kind: change}]", right: "repeat: {every: week, count: 5, changes: [{date: 2019-10-08, status: cancelled}]}\nupdates: [{at: 2019-08-20T10:00, kind: change}]",

        /// A date that begins while the clock is changed, or goes on meanwhile.
        E0434 SeriesAtClockChange { value: String, date: String, zone: String, change: ClockChange }
            de: { match change {
                ClockChange::Skipped => format!("Die Reihe hat einen Termin um {value}; diese Zeit gibt es in {zone} nicht, weil die Uhr vorgestellt wird. Kalender machen daraus Verschiedenes."),
                ClockChange::Twice => format!("Die Reihe hat einen Termin um {value}; diese Zeit gibt es in {zone} zweimal, weil die Uhr zurückgestellt wird. Kalender machen daraus Verschiedenes."),
                ClockChange::During => format!("Während des Termins um {value} wird in {zone} die Uhr umgestellt. Kalender machen daraus Verschiedenes."),
            } },
            en: { match change {
                ClockChange::Skipped => format!("The series has a date at {value}; that time does not exist in {zone}, because clocks go forward. Calendars disagree about it."),
                ClockChange::Twice => format!("The series has a date at {value}; that time occurs twice in {zone}, because clocks go back. Calendars disagree about it."),
                ClockChange::During => format!("During the date at {value} clocks are changed in {zone}. Calendars disagree about it."),
            } },
            hint_de: { match change {
                ClockChange::Skipped | ClockChange::Twice => "Bitte eine andere Uhrzeit wählen.".to_owned(),
                ClockChange::During => format!("Diesen Tag ausnehmen (except: [{date}]) oder eine andere Uhrzeit wählen."),
            } },
            hint_en: { match change {
                ClockChange::Skipped | ClockChange::Twice => "Choose another time.".to_owned(),
                ClockChange::During => format!("Leave out this day (except: [{date}]) or choose another time."),
            } },
            why_de: "Ein Termin der Reihe trifft die Stunde, in der die Uhr umgestellt wird. Kalenderprogramme sind sich dann nicht einig, wann er ist. Eine andere Uhrzeit wählen; geht der Termin nur über die Umstellung hinweg, genügt es, den Tag auszunehmen.",
            why_en: "A date of the series meets the hour in which clocks are changed. Calendar programs then disagree about when it is. Choose another time; if the date only continues across the change, it is enough to leave the day out.",
            example: Event, wrong: "start: 2019-10-20T02:30\nrepeat: {every: week, count: 3}", right: "start: 2019-10-20T03:30\nrepeat: {every: week, count: 3}",

        /// A series by the clock of UTC: readers shift it to the zone of the calendar.
        E0435 SeriesInUtc
            de: "Eine Reihe mit Uhrzeiten braucht die Zeitzone eines Ortes; in UTC verschieben manche Kalender ihre Termine.",
            en: "A series by the clock needs the time zone of a place; in UTC some calendars shift its dates.",
            hint_de: "Zum Beispiel: timezone: Europe/Berlin",
            hint_en: "For example: timezone: Europe/Berlin",
            why_de: "Wann ein Termin der Reihe ist, hängt von der Sommerzeit eines Ortes ab. In UTC gibt es keine, und manche Kalender rechnen die Termine dann in die Zeit der Website um. Unter `timezone` die Zeitzone des Ortes angeben, zum Beispiel Europe/Berlin.",
            why_en: "When a date of the series is depends on the summer time of a place. UTC has none, and some calendars then convert the dates to the time of the site. Give the time zone of the place under `timezone`, such as Europe/Berlin.",
            example: Event, wrong: "start: 2019-10-01T10:00\ntimezone: UTC\nrepeat: {every: week, count: 3}", right: "start: 2019-10-01T10:00\ntimezone: Europe/Berlin\nrepeat: {every: week, count: 3}",
    }
}
