//! E040x and E041x: days, times and time zones.

use super::MessageLanguage::{self, English, German};
use super::TimeAdvice;
use super::yaml::code_point;

messages! {
    /// What can be wrong with a day or a time.
    pub enum TimeProblem {
        /// Neither a day nor a time in the contract's forms.
        E0401 NotATime { value: String, suggestion: Option<String>, advice: TimeAdvice }
            de: "»{value}« ist weder ein Tag noch eine Zeit in der nötigen Form.",
            en: "“{value}” is neither a day nor a time in the form that is needed.",
            hint_de: { match suggestion {
                Some(it) => match other_dash(value) {
                    Some(dash) => format!("Bitte so schreiben: {it}, mit dem Bindestrich der Tastatur; hier steht ein anderer Strich ({dash})."),
                    None => format!("Bitte so schreiben: {it}"),
                },
                None => advice.words(German),
            } },
            hint_en: { match suggestion {
                Some(it) => match other_dash(value) {
                    Some(dash) => format!("Write: {it}, with the hyphen of the keyboard; this is another dash ({dash})."),
                    None => format!("Write: {it}"),
                },
                None => advice.words(English),
            } },
            why_de: "So wird ein Tag oder eine Zeit hier nicht geschrieben. Ein Tag: Jahr, Monat, Tag mit Bindestrichen. Eine Zeit: dahinter ein `T` und die Uhrzeit. Nur diese Form ist eindeutig; bei 03.04.2019 wüsste nicht jeder, welcher Tag gemeint ist.",
            why_en: "This is not how a day or time is written here. A day: year, month, day with hyphens. A time: after it a `T` and the time of day. Only this form is unambiguous; with 03.04.2019 not everybody would know which day is meant.",
            example: Event, wrong: "start: 24.09.2019", right: "start: 2019-09-24",

        /// A day that does not exist.
        E0402 ImpossibleDate { value: String, suggestion: Option<String> }
            de: "Den Zeitpunkt »{value}« gibt es nicht.",
            en: "“{value}” does not exist.",
            hint_de: { suggestion.as_ref().map(|it| format!("Bitte so schreiben: {it}")) },
            hint_en: { suggestion.as_ref().map(|it| format!("Write: {it}")) },
            why_de: "Diesen Tag oder diese Uhrzeit gibt es nicht. Der 31. September und 25 Uhr stehen in keinem Kalender.",
            why_en: "This day or time does not exist. 31 September and 25 o'clock are in no calendar.",
            example: Event, wrong: "start: 2019-09-31", right: "start: 2019-09-30",

        /// A local time that the clock skips.
        E0403 TimeInGap { value: String, zone: String, next: String }
            de: "Die Zeit {value} gibt es in {zone} nicht: Die Uhr wird in dieser Nacht vorgestellt.",
            en: "{value} does not exist in {zone}: that night the clock is put forward.",
            hint_de: "Gemeint ist wohl {next}.",
            hint_en: "Did you mean {next}?",
            why_de: "Diese Uhrzeit wird an diesem Tag übersprungen. Im Frühjahr springt die Uhr von zwei auf drei; dazwischen kann nichts beginnen.",
            why_en: "This hour is skipped on this day. In spring the clock jumps from two to three; nothing can begin in between.",
            example: Event, wrong: "start: 2019-03-31T02:30", right: "start: 2019-03-31T03:30",

        /// A local time that the clock shows twice.
        E0404 TimeTwice { value: String, zone: String, first: String, second: String }
            de: "Die Zeit {value} gibt es in {zone} zweimal: Die Uhr wird in dieser Nacht zurückgestellt.",
            en: "{value} occurs twice in {zone}: that night the clock is put back.",
            hint_de: "Bitte wählen: {first} (vor der Umstellung) oder {second} (danach).",
            hint_en: "Choose: {first} (before the change) or {second} (after it).",
            why_de: "Diese Uhrzeit gibt es an diesem Tag zweimal. Im Herbst läuft die Stunde nach zwei noch einmal. Der Abstand zur Weltzeit sagt, welche gemeint ist: +02:00 ist noch Sommerzeit.",
            why_en: "This hour occurs twice on this day. In autumn the hour after two runs once more. The offset says which one is meant: +02:00 is still summer time.",
            example: Event, wrong: "start: 2019-10-27T02:30", right: "start: 2019-10-27T02:30+01:00",

        /// An offset that the zone does not have then.
        E0405 OffsetDoesNotFit { value: String, zone: String, right: String }
            de: "Der Abstand zur Weltzeit passt nicht: {zone} hat am {value} einen anderen.",
            en: "The offset does not fit: {zone} has another one on {value}.",
            hint_de: "Richtig ist {right}; meist kann der Zusatz einfach weg.",
            hint_en: "{right} is right; usually you can leave it out.",
            why_de: "Der Abstand zur Weltzeit passt nicht zur Zeitzone. Meist kann er einfach weg; nötig ist er nur in der Stunde, die es zweimal gibt.",
            why_en: "The offset does not fit the time zone. Usually you can leave it out; it is only needed in the hour that occurs twice.",
            example: Event, wrong: "start: 2019-09-24T15:00+01:00", right: "start: 2019-09-24T15:00",

        /// An end that is not after its start.
        E0406 EndBeforeStart { start: String, end: String }
            de: { if is_day(end) {
                format!("Das Ende ({end}) liegt vor dem Beginn ({start}).")
            } else {
                format!("Das Ende ({end}) liegt nicht nach dem Beginn ({start}).")
            } },
            en: { if is_day(end) {
                format!("The end ({end}) is before the start ({start}).")
            } else {
                format!("The end ({end}) is not after the start ({start}).")
            } },
            why_de: "Das Ende liegt vor dem Beginn. Bei ganzen Tagen ist `end` der letzte Tag und darf gleich `start` sein; bei Uhrzeiten muss es später sein.",
            why_en: "The end is before the start. For whole days `end` is the last day and may equal `start`; for times it must be later.",
            example: Event, wrong: "start: 2019-11-08\nend: 2019-11-04", right: "start: 2019-11-04\nend: 2019-11-08",

        /// Both a start or end and a range of days.
        E0407 StartAndWithin
            de: "Neben `within` (Tag steht noch nicht fest) darf kein Beginn oder Ende stehen.",
            en: "`within` (the day is not fixed) cannot be combined with `start` or `end`.",
            why_de: "`within` heißt, dass der Tag noch nicht feststeht. Dann gibt es weder Beginn noch Ende. Sobald der Tag feststeht, `within` durch `start` ersetzen.",
            why_en: "`within` means that the day is not fixed yet. Then there is neither start nor end. As soon as it is fixed, replace `within` with `start`.",
            example: Event, wrong: "start: 2019-11-05\nwithin: 2019-11-04/2019-11-08", right: "within: 2019-11-04/2019-11-08",

        /// A day as start and a time as end, or the reverse.
        E0408 DayAndTime
            de: "Beginn und Ende müssen beide ein Tag oder beide eine Zeit sein.",
            en: "Start and end must both be a day or both be a time.",
            why_de: "Beginn und Ende passen nicht zueinander. Entweder sind beide Tage oder beide Zeiten.",
            why_en: "Start and end do not match. Either both are days or both are times.",
            example: Event, wrong: "start: 2019-09-24T15:00\nend: 2019-09-24", right: "start: 2019-09-24T15:00\nend: 2019-09-24T17:00",

        /// time: open beside something other than one day.
        E0409 HourOpenNeedsDay
            de: "`time: open` (Uhrzeit folgt) braucht einen Tag als `start` und kein `end`.",
            en: "`time: open` (the time follows) needs a day as `start` and no `end`.",
            why_de: "`time: open` heißt, dass die Uhrzeit folgt. Dann ist `start` ein Tag, und ein Ende gibt es noch nicht.",
            why_en: "`time: open` means that the time follows. Then `start` is a day, and there is no end yet.",
            example: Event, wrong: "start: 2019-09-24T15:00\ntime: open", right: "start: 2019-09-24\ntime: open",

        /// An end beside a start that is no day.
        E0410 DayAndPeriod
            de: "`end` ist nur möglich, wenn `start` kein Monat, Quartal oder Jahr ist.",
            en: "`end` is possible only if `start` is not a month, quarter or year.",
            why_de: "`end` ist nur bei festen Tagen möglich. Steht für eine Delegation erst ein Monat, ein Quartal oder ein Jahr fest, ist das allein die Angabe.",
            why_en: "An end is possible only with fixed days. While only a month, a quarter or a year of a delegation is known, that alone is the date.",
            example: Delegation, wrong: "start: 2020-05\nend: 2020-06", right: "start: 2020-05",

        /// Not two days with a slash.
        E0411 NotDays { value: String, suggestion: Option<String> }
            de: "»{value}« sind nicht zwei Tage mit einem Schrägstrich dazwischen.",
            en: "“{value}” is not two days with a slash between them.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Zum Beispiel: 2019-11-04/2019-11-08".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "For example: 2019-11-04/2019-11-08".to_owned(),
            } },
            why_de: "Hier müssen zwei Tage stehen, mit einem Schrägstrich dazwischen. Der erste und der letzte Tag zählen mit.",
            why_en: "This must be two days with a slash between them. The first and the last day are included.",
            example: Event, wrong: "within: im November 2019", right: "within: 2019-11-04/2019-11-08",

        /// A release whose date is not the one in its file name.
        E0412 DateIsNotFileName { date: String, file: String }
            de: "Hier steht der {date}, im Dateinamen der {file}.",
            en: "The date here is {date}, that in the file name is {file}.",
            hint_de: "Bitte `date: {file}` schreiben oder die Datei umbenennen.",
            hint_en: "Write `date: {file}` or rename the file.",
            why_de: "Das Datum im Kopf ist ein anderes als im Dateinamen. Beide müssen gleich sein; welches stimmt, weiß nur, wer die Mitteilung geschrieben hat.",
            why_en: "The date in the head is not the one in the file name. Both must be the same; which one is right only its author knows.",
            example: File("press/2019-09-23-beispiel.md"), wrong: "---\ntitle: Gäste aus Mexiko\ndate: 2019-09-24\n---\nText", right: "---\ntitle: Gäste aus Mexiko\ndate: 2019-09-23\n---\nText",

        /// An update before the publication.
        E0413 UpdateBeforePublication
            de: "Diese Änderung liegt vor der Veröffentlichung.",
            en: "This change is before the publication.",
            why_de: "Eine Änderung liegt vor der Veröffentlichung. Was noch nicht öffentlich war, braucht keinen Hinweis auf eine Änderung.",
            why_en: "A change is before the publication. What was not public yet needs no note of a change.",
            example: Event, wrong: "published: 2019-09-20\nupdates: [{at: 2019-09-19, kind: change}]", right: "published: 2019-09-20\nupdates: [{at: 2019-09-21, kind: change}]",

        /// Something is called off, but `updates` does not say when that became known; `at` is now.
        E0414 StatusWithoutUpdate { status: &'static str, at: String }
            de: "Zu »status: {status}« fehlt ein Eintrag unter »updates«. Ohne ihn übernehmen Kalender, die den Termin schon haben, die Änderung nicht.",
            en: "`status: {status}` needs an entry under `updates`. Without it calendars that have the event already do not take over the change.",
            hint_de: {
                let note = match *status { "cancelled" => "Abgesagt", "postponed" => "Verschoben", _ => "Findet online statt" };
                format!("Fügen Sie hinzu: updates: [{{at: {at}, kind: change, note: {note}}}]")
            },
            hint_en: {
                let note = match *status { "cancelled" => "Cancelled", "postponed" => "Postponed", _ => "Moved online" };
                format!("Add: updates: [{{at: {at}, kind: change, note: {note}}}]")
            },
            why_de: "Eine Absage oder Verschiebung braucht einen Eintrag unter `updates`. Er sagt, seit wann das gilt. Kalender, die den Termin schon haben, übernehmen eine Änderung nur, wenn sie neuer ist als das, was sie kennen.",
            why_en: "A cancellation or postponement needs an entry under `updates`. It says since when that is so. Calendars that have the event already take over a change only when it is newer than what they know.",
            example: Event, wrong: "status: cancelled", right: "status: cancelled\nupdates: [{at: 2019-08-20T10:00, kind: change, note: Abgesagt}]",

        /// A last day to register that is before the first.
        E0415 DeadlineBeforeOpening { opens: String, deadline: String }
            de: "Der Anmeldeschluss ({deadline}) liegt vor dem Beginn der Anmeldung ({opens}).",
            en: "The deadline for registration ({deadline}) is before its opening ({opens}).",
            hint_de: "`opens` sagt, ab wann man sich anmelden kann, `deadline`, bis wann; eines von beiden berichtigen.",
            hint_en: "`opens` says from when one can register, `deadline` until when; correct one of them.",
            why_de: "Die Anmeldung endete, bevor sie beginnt. So könnte sich niemand anmelden. Ein Tag als `deadline` dauert bis zu seinem Ende, ein Tag als `opens` beginnt um Mitternacht.",
            why_en: "Registration would end before it begins. Nobody could register. A day as `deadline` lasts to its end, a day as `opens` begins at midnight.",
            example: Event, wrong: "registration: {opens: 2019-09-12, deadline: 2019-09-10}", right: "registration: {opens: 2019-09-10, deadline: 2019-09-12}",
    }
}

impl TimeProblem {
    /// A day or a time that does not exist, and for which there is no other.
    pub fn impossible(value: &str) -> Self {
        TimeProblem::ImpossibleDate { value: value.to_owned(), suggestion: None }
    }
}

impl TimeAdvice {
    /// What can be typed.
    fn words(&self, language: MessageLanguage) -> String {
        let (german, english) = match self {
            TimeAdvice::Any => (
                "Ein Tag: 2019-09-24, eine Zeit: 2019-09-24T15:00",
                "A day: 2019-09-24, a time: 2019-09-24T15:00",
            ),
            TimeAdvice::Day => {
                ("Ein Tag ohne Uhrzeit: 2019-09-24", "A day without an hour: 2019-09-24")
            }
            TimeAdvice::Planned => (
                "Ein Tag: 2019-11-04, ein Monat: 2020-05, ein Quartal: 2020-Q1, ein Jahr: 2020",
                "A day: 2019-11-04, a month: 2020-05, a quarter: 2020-Q1, a year: 2020",
            ),
            TimeAdvice::Hours(both) => {
                let [start, end] = &**both;
                return language.pick(
                    format!("Jede Zeit steht für sich, bei einer Veranstaltung so: `start: {start}` und in der nächsten Zeile `end: {end}`"),
                    format!("Each time stands by itself, for an event like this: `start: {start}` and on the next line `end: {end}`"),
                );
            }
            TimeAdvice::Within(days) => {
                return language.pick(
                    format!("Das ist kein Tag. Steht der Tag einer Veranstaltung noch nicht fest, statt `start`: `within: {days}`"),
                    format!("This is no day. Where the day of an event is not fixed, instead of `start`: `within: {days}`"),
                );
            }
        };
        language.pick(german, english).to_owned()
    }
}

/// The name of a dash that looks like a hyphen, when a text has one.
fn other_dash(written: &str) -> Option<String> {
    written.chars().find(|c| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')).map(code_point)
}

/// Whether a date was given to the day, and not to the minute: `2019-09-24`.
fn is_day(written: &str) -> bool {
    !written.contains(['T', ':'])
}
