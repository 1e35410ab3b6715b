//! E046x and W097x: who agreed to be named or shown, and until when.

use jiff::civil::Date;

/// Why somebody is not named or shown although something says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// They did not agree.
    Refused,
    /// They agree from a day on.
    NotBefore(Date),
    /// They agreed until a day.
    Ended(Date),
}

messages! {
    /// What is odd about a consent.
    pub enum ConsentProblem {
        /// A consent that ends before it was given.
        E0460 EndsBeforeGiven { given: Date, until: Date }
            de: "Die Einwilligung endet am {until}, erteilt wurde sie aber erst am {given}.",
            en: "The consent ends on {until}, but it was given on {given} only.",
            hint_de: "`given` oder `until` berichtigen.",
            hint_en: "Correct `given` or `until`.",
            why_de: "Eine Einwilligung endet, bevor sie erteilt wurde. Eines der beiden Daten ist falsch; so erschiene nie etwas.",
            why_en: "A consent ends before it was given. One of the two dates is wrong; nothing would ever appear.",
            example: Delegation, wrong: "participants: [{organisation: Muster AG, consent: {given: 2019-09-01, until: 2019-08-01}}]", right: "participants: [{organisation: Muster AG, consent: {given: 2019-09-01, until: 2020-08-01}}]",

        /// A consent of which nobody knows when it was given.
        W0970 WithoutDay
            de: "Seit wann die Einwilligung gilt, steht nicht da; angenommen wird der Tag der Veröffentlichung.",
            en: "It does not say since when the consent holds; the day of publication is assumed.",
            hint_de: "Bitte so schreiben, mit dem Tag, an dem sie erteilt wurde: `consent: {{given: 2019-09-01, until: 2020-11-08}}`. Ohne `until` gilt `consent.keep` aus site.yaml.",
            hint_en: "Write it so, with the day on which it was given: `consent: {{given: 2019-09-01, until: 2020-11-08}}`. Without `until` `consent.keep` of site.yaml applies.",
            why_de: "Bei einer Einwilligung fehlt der Tag. Wer sie nachweisen muss, braucht ihn (Art. 7 DSGVO), und ohne Ende bliebe ein Name für immer stehen. `until` ist der letzte Tag, an dem sie gilt; danach nimmt der nächste Bau Namen oder Bild von selbst heraus.",
            why_en: "A consent has no day. Who must prove it needs one (GDPR, Article 7), and without an end a name would stay for ever. `until` is the last day on which it holds; after it the next build takes the name or the picture out by itself.",
            example: Delegation, wrong: "participants: [{organisation: Muster AG, consent: true}]", right: "participants: [{organisation: Muster AG, consent: {given: 2019-09-01, until: 2020-11-08}}]",

        /// A place that names somebody, or a picture, that no consent covers.
        W0971 NotCovered { name: String, lapse: Lapse }
            de: { match lapse {
                Lapse::Refused => format!("Für »{name}« gibt es keine Einwilligung; hier erscheint es nicht."),
                Lapse::NotBefore(day) => format!("Die Einwilligung für »{name}« gilt erst ab {day}; bis dahin erscheint es hier nicht."),
                Lapse::Ended(day) => format!("Die Einwilligung für »{name}« galt bis {day}; hier erscheint es nicht mehr."),
            } },
            en: { match lapse {
                Lapse::Refused => format!("There is no consent for “{name}”; it does not appear here."),
                Lapse::NotBefore(day) => format!("The consent for “{name}” holds from {day} on; until then it does not appear here."),
                Lapse::Ended(day) => format!("The consent for “{name}” held until {day}; it does not appear here any more."),
            } },
            hint_de: { match lapse {
                Lapse::Ended(_) => "Liegt eine neue Einwilligung vor, `until` anpassen. Sonst den Eintrag stehen lassen oder löschen.".to_owned(),
                _ => "Liegt eine Einwilligung vor, ihren Tag bei `given` eintragen.".to_owned(),
            } },
            hint_en: { match lapse {
                Lapse::Ended(_) => "If there is a new consent, change `until`. Otherwise leave the entry, or delete it.".to_owned(),
                _ => "If there is a consent, put its day under `given`.".to_owned(),
            } },
            why_de: "Hier steht ein Name oder ein Bild, für das gerade keine Einwilligung gilt. In der Ausgabe ist nichts davon, weder auf einer Seite noch in Daten oder Kalendern; ein Bild verschwindet überall, auch wenn andere Stellen es nennen. Der Bau geht weiter: Dass Zeit vergeht, ist kein Fehler.",
            why_en: "No consent covers a name or a picture here any more. Nothing of it is in the output, neither on a page nor in data or calendars; a picture vanishes everywhere, also where other places name it. The build goes on: that time passes is no mistake.",
            example: Delegation, wrong: "participants: [{organisation: Muster AG, consent: {given: 2018-09-01, until: 2019-01-31}}]", right: "participants: [{organisation: Muster AG, consent: {given: 2018-09-01, until: 2020-01-31}}]",

        /// A text that still has the name of somebody whose consent has ended.
        W0972 NameStays { name: String, ended: Date }
            de: "Hier steht noch »{name}«; die Einwilligung galt bis {ended}.",
            en: "“{name}” still stands here; the consent held until {ended}.",
            hint_de: "Den Satz ohne den Namen schreiben. `bba list consent` zeigt alle solchen Stellen.",
            hint_en: "Write the sentence without the name. `bba list consent` shows all such places.",
            why_de: "Ein Text nennt jemanden, dessen Einwilligung geendet hat. Aus der Liste der Teilnehmenden nimmt der Bau den Namen von selbst; ändern kann er Ihre Sätze nicht. Ist der Name hier aus einem anderen Grund erlaubt, bestätigt das ein Kommentar.",
            why_en: "A text names somebody whose consent has ended. From the list of participants the build takes the name by itself; it cannot change your sentences. If the name may be here for another reason, a comment confirms it.",
            example: Shown, wrong: "summary: Mit der Muster AG.\nparticipants: [{organisation: Muster AG, consent: {given: 2018-09-01, until: 2019-01-31}}]", right: "summary: Mit zwei Unternehmen.\nparticipants: [{organisation: Muster AG, consent: {given: 2018-09-01, until: 2020-01-31}}]",
    }
}
