//! E045x: when something was changed.

messages! {
    /// What can be wrong with the instant of a change.
    pub enum StampProblem {
        /// An update dated more than a day ahead; when it is now, and what was likely meant.
        E0450 UpdateInFuture { at: String, now: String, likely: String }
            de: "Diese Änderung ist auf {at} datiert; jetzt ist {now}.",
            en: "This change is dated {at}; it is {now} now.",
            hint_de: "Gemeint ist wohl: {likely}",
            hint_en: "Did you mean {likely}?",
            why_de: "Eine Änderung ist auf einen Zeitpunkt datiert, der noch nicht war, meist ein Versehen beim Jahr. Kalender merken sich diesen Zeitpunkt als letzten Stand und übergehen bis dahin alles, was danach geändert wird. Soll etwas erst später erscheinen, gehört es unter `embargo`.",
            why_en: "A change is dated in the future, usually a slip in the year. Calendars keep that time as the latest state and ignore every change before it. What should appear later needs `embargo`.",
            example: Event, wrong: "updates: [{at: 2020-08-30T10:00, kind: change}]", right: "updates: [{at: 2019-08-30T10:00, kind: change}]",
    }
}
