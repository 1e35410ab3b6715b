//! E/W0170–0189: what `build --last-good` publishes instead of what has an error.

messages! {
    /// What is published otherwise than it was written.
    pub enum Older {
        /// A place that names something which was deleted, or is left out because of an error.
        W0170 NamesLost { name: String }
            de: "`{name}` ist gelöscht oder wegen eines Fehlers nicht dabei; was hier darauf verweist, ist als Text veröffentlicht oder fehlt.",
            en: "`{name}` was deleted or is left out because of an error; what refers to it here is published as text or missing.",
            hint_de: "Den Verweis entfernen, oder die Datei wiederherstellen oder berichtigen.",
            hint_en: "Remove the reference, or restore or correct the file.",
            why_de: "Etwas wird genannt, das es nicht mehr gibt. Ohne `--last-good` ist das ein Fehler; damit eine Absage trotzdem online geht, wird aus dem Verweis Text.",
            why_en: "A file names something that is no longer there. Without `--last-good` that is an error; so that a cancellation still goes online, the reference becomes text.",
            example: Shown, wrong: "events: [treffen]       # content/events/treffen.yaml ist gelöscht", right: "events: []",

        /// A file of which an older state is published.
        W0171 OlderState
            de: "Diese Datei hat einen Fehler. Online ist ihr letzter guter Stand.",
            en: "This file has an error. Its last good state is online.",
            hint_de: "Was hier neu ist, erscheint erst, wenn der Fehler behoben ist.",
            hint_en: "What is new here appears once the error is corrected.",
            why_de: "Von dieser Datei ist ein älterer Stand online. Mit `--last-good` hält ein Fehler in einer Datei die übrigen nicht auf: Statt ihrer wird veröffentlicht, was zuletzt in Ordnung war.",
            why_en: "An older state of this file is online. With `--last-good` an error in one file does not hold up the others: what was last in order is published instead of it.",
            example: Shown, wrong: "start: 24.09.2019", right: "start: 2019-09-24",

        /// A file that is left out: there is no older state of it, or none that may be shown.
        W0172 LeftOut
            de: "Diese Datei hat einen Fehler und fehlt auf der Website: Einen guten Stand, der gezeigt werden darf, gibt es nicht.",
            en: "This file has an error and is missing on the site: there is no good state of it that may be shown.",
            hint_de: "Sie erscheint, wenn der Fehler behoben ist.",
            hint_en: "It appears once the error is corrected.",
            why_de: "Diese Datei wird nicht veröffentlicht. Mit `--last-good` hält ein Fehler in einer Datei die übrigen nicht auf; eine neue Datei mit einem Fehler bleibt weg, ebenso eine, die unter `gone` steht.",
            why_en: "This file is not published. With `--last-good` an error in one file does not hold up the others; a new file with an error stays away, and so does one that `gone` names.",
            example: Shown, wrong: "start: 24.09.2019", right: "start: 2019-09-24",
    }
}
