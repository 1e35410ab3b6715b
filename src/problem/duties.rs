//! E0730–W0748, W0975–W0979: what the law wants of a site: pages, the accessibility statement,
//! a way to report security issues.

use jiff::civil::Date;

use crate::gap::Gap;

messages! {
    /// What the law wants and is not there, or not any more.
    pub enum DutyProblem {
        /// A page that site.yaml itself requires.
        E0730 PageMissing { page_type: String, because: String }
            de: "Es gibt keine Seite mit `type: {page_type}`; verlangt wird sie so: {because}",
            en: "There is no page with `type: {page_type}`; it is required: {because}",
            hint_de: "In content/pages/ eine Seite mit `type: {page_type}` anlegen, oder die Zeile hier löschen, wenn es die Pflicht nicht gibt.",
            hint_en: "Make a page with `type: {page_type}` in content/pages/, or delete the line here if there is no such duty.",
            why_de: "Eine Seite fehlt, die `required_pages` in `site.yaml` verlangt. Steht dort nichts, gelten die Pflichten in Deutschland: Impressum, Datenschutz und die Erklärung zur Barrierefreiheit; fehlt dann eine, ist das vorerst nur die Warnung W0902. Ein Entwurf zählt nicht: Niemand kann ihn lesen.",
            why_en: "A page is missing that `required_pages` in `site.yaml` wants. Without that key the German duties hold: imprint, privacy and the accessibility statement; a missing one is then only the warning W0902 for now. A draft does not count: nobody can read it.",
            example: Site, wrong: "required_pages: {sign-language: § 4 BITV 2.0}", right: "required_pages: {imprint: § 5 DDG}",

        /// A part of the accessibility statement is missing.
        W0731 StatementLacks { part: StatementPart, gap: Gap }
            de: { format!("In der Erklärung zur Barrierefreiheit fehlt {}. Zuständig: {}.", part.german(), part.owner()) },
            en: { format!("The accessibility statement lacks {}. Owner: {}.", part.english(), part.owner()) },
            hint_de: { format!("`{}` ergänzen; bis dahin steht auf der Seite »wird ergänzt«.", part.key()) },
            hint_en: { format!("Add `{}`; until then the page says that it follows.", part.key()) },
            why_de: "Ein Teil der Erklärung zur Barrierefreiheit fehlt, den der Durchführungsbeschluss (EU) 2018/1523 verlangt. Der Satz, der ihn braucht, steht nicht auf der Seite: Dort ist »wird ergänzt« zu lesen. So behauptet niemand, was noch nicht geprüft ist.",
            why_en: "A part of the accessibility statement is missing that Implementing Decision (EU) 2018/1523 wants. The sentence that needs it is not on the page, which says that it follows. So nobody claims what has not been assessed.",
            example: File("accessibility.yaml"), wrong: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}", right: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}",

        /// The statement was not reviewed for a long time.
        W0732 StatementOld { day: Date }
            de: "Die Erklärung zur Barrierefreiheit wurde zuletzt am {day} überprüft, das ist mehr als elf Monate her.",
            en: "The accessibility statement was last reviewed on {day}, more than eleven months ago.",
            hint_de: "Die Website prüfen, die Erklärung anpassen und den Tag bei `reviewed` eintragen.",
            hint_en: "Assess the site, adapt the statement and put the day under `reviewed`.",
            why_de: "Die Erklärung zur Barrierefreiheit ist bald ein Jahr alt. Sie muss jedes Jahr überprüft werden; nach elf Monaten wird daran erinnert, damit Zeit für die Prüfung bleibt. Der Bau geht weiter.",
            why_en: "The accessibility statement will soon be a year old. It has to be reviewed every year; the reminder comes after eleven months so that there is time for it. The build goes on.",
            example: File("accessibility.yaml"), wrong: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2018-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}", right: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2018-08-01\nreviewed: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}",

        /// Everything is said to comply, and yet barriers are listed.
        W0733 FullWithBarriers
            de: "Die Website soll vollständig barrierefrei sein, aber unter `barriers` stehen Barrieren.",
            en: "The site is said to comply fully, but there are barriers under `barriers`.",
            hint_de: "`status: partial` schreiben oder die Barrieren löschen.",
            hint_en: "Write `status: partial` or delete the barriers.",
            why_de: "Der Stand und die Barrieren widersprechen sich. »Vollständig vereinbar« darf nur stehen, wenn alle Anforderungen ausnahmslos erfüllt sind; schon eine Ausnahme macht den Stand zu `partial`.",
            why_en: "The status and the barriers contradict each other. “Fully compliant” may only be said when all requirements are met without exception; one exception makes the status `partial`.",
            example: File("accessibility.yaml"), wrong: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nbarriers: [{what: Der Film hat keine Untertitel., reason: non-compliance}]\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}", right: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: partial\nbarriers: [{what: Der Film hat keine Untertitel., reason: non-compliance}]\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}",

        /// The day has passed until which security.txt holds.
        W0734 SecurityExpired { day: Date }
            de: "Die security.txt galt bis {day}; sie wird nicht mehr veröffentlicht.",
            en: "The security.txt held until {day}; it is not published any more.",
            hint_de: "Prüfen, ob der Kontakt noch stimmt, und bei `expires` einen neuen Tag eintragen, höchstens ein Jahr voraus.",
            hint_en: "See whether the contact is still right, and put a new day under `expires`, at most a year ahead.",
            why_de: "Der Tag ist vorbei, bis zu dem die Angaben in `/.well-known/security.txt` gelten. Nach RFC 9116 soll niemand eine abgelaufene Datei benutzen; darum fehlt sie jetzt. Der Bau geht weiter: Dass Zeit vergeht, ist kein Fehler. `bba next` nennt den Tag vorher.",
            why_en: "The day has passed until which `/.well-known/security.txt` holds. RFC 9116 wants nobody to use a stale file, so it is left out now. The build goes on: that time passes is no mistake. `bba next` names the day before.",
            example: Site, wrong: "security: {contact: 'mailto:sicherheit@example.org', expires: 2019-01-31}", right: "security: {contact: 'mailto:sicherheit@example.org', expires: 2020-01-31}",

        /// A day of the statement that has not come yet.
        W0735 StatementAhead { day: Date }
            de: "Die Erklärung zur Barrierefreiheit trägt einen Tag, der noch nicht da ist: {day}.",
            en: "The accessibility statement has a day that has not come yet: {day}.",
            hint_de: "Den Tag eintragen, an dem die Erklärung wirklich erstellt oder überprüft wurde.",
            hint_en: "Put the day on which the statement really was prepared or reviewed.",
            why_de: "Erstellt und überprüft wird eine Erklärung an einem Tag, der vorbei ist. Ein Tag in der Zukunft ist meist ein Tippfehler; auf der Seite stünde eine Prüfung, die es nicht gegeben hat, und die Erinnerung nach elf Monaten käme zu spät.",
            why_en: "A statement is prepared and reviewed on a day that has passed. A day in the future is mostly a slip; the page would tell of a review that has not been, and the reminder after eleven months would come too late.",
            example: File("accessibility.yaml"), wrong: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2091-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}", right: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}",

        /// The statement was reviewed before it was prepared.
        W0736 StatementReviewedBefore { created: Date }
            de: "Überprüft wurde die Erklärung zur Barrierefreiheit, bevor sie erstellt war ({created}).",
            en: "The accessibility statement was reviewed before it was prepared ({created}).",
            hint_de: "`created` und `reviewed` vergleichen: Überprüft wird später, oder `reviewed` fehlt noch.",
            hint_en: "Compare `created` and `reviewed`: the review comes later, or there is no `reviewed` yet.",
            why_de: "Die Tage der Erklärung passen nicht zueinander: Wer sie liest, weiß nicht, welcher gilt. Meist sind zwei Ziffern oder die beiden Schlüssel vertauscht.",
            why_en: "The days of the statement do not fit each other: whoever reads it does not know which holds. Mostly two digits or both keys are swapped.",
            example: File("accessibility.yaml"), wrong: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2019-08-01\nreviewed: 2019-07-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}", right: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: full\nmethod: self-assessment\ncreated: 2019-07-01\nreviewed: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}",

        /// The day has passed by which a barrier was to be gone.
        W0737 BarrierOverdue { day: Date }
            de: "Diese Barriere sollte bis {day} weg sein; der Tag ist vorbei.",
            en: "This barrier was to be gone by {day}, which has passed.",
            hint_de: "Die Barriere aus der Erklärung nehmen, wenn sie behoben ist, oder bei `planned` einen neuen Tag eintragen.",
            hint_en: "Take the barrier out of the statement if it is gone, or put a new day under `planned`.",
            why_de: "Auf der Seite steht, bis wann die Barriere behoben sein soll, und dieser Tag ist vorbei. Leser sehen ein Versprechen, das nicht gehalten wurde, oder eine Barriere, die es nicht mehr gibt. Der Bau geht weiter: Dass Zeit vergeht, ist kein Fehler.",
            why_en: "The page says by when the barrier will be gone, and that day has passed. Readers see a promise that was not kept, or a barrier that is not there any more. The build goes on: that time passes is no mistake.",
            example: File("accessibility.yaml"), wrong: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: partial\nbarriers: [{what: Der Film hat keine Untertitel., reason: non-compliance, planned: 2019-03-31}]\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}", right: "body: Das Amt\nlaw: dem Gesetz\nscope: diese Website\nstatus: partial\nbarriers: [{what: Der Film hat keine Untertitel., reason: non-compliance, planned: 2020-03-31}]\nmethod: self-assessment\ncreated: 2019-08-01\nfeedback: {email: info@example.org}\nenforcement: {name: Die Stelle}",
    }
}

/// A part that an accessibility statement must have (Implementing Decision (EU) 2018/1523, annex,
/// section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementPart {
    /// Whose site it is.
    Body,
    /// The law.
    Law,
    /// What it applies to.
    Scope,
    /// How far the site complies.
    Status,
    /// What is not accessible, where not all is.
    Barriers,
    /// How it was assessed.
    Method,
    /// When it was prepared.
    Created,
    /// Where barriers are reported.
    Feedback,
    /// Who enforces.
    Enforcement,
}

impl StatementPart {
    /// All parts, in the order of the statement.
    pub const ALL: [StatementPart; 9] = {
        use StatementPart::*;
        [Body, Law, Scope, Status, Barriers, Method, Created, Feedback, Enforcement]
    };

    /// Its key.
    pub fn key(self) -> &'static str {
        self.facts().0
    }

    fn german(self) -> &'static str {
        self.facts().1
    }

    fn english(self) -> &'static str {
        self.facts().2
    }

    /// The gap that it leaves, with who has to fill it.
    pub fn gap(self) -> Gap {
        Gap { what: self.key().to_owned(), owner: Some(self.owner().to_owned()) }
    }

    fn owner(self) -> &'static str {
        use StatementPart::*;
        match self {
            Body | Scope | Feedback => "Redaktion",
            Law | Enforcement => "Recht",
            Status | Barriers | Method | Created => "Barrierefreiheit",
        }
    }

    fn facts(self) -> (&'static str, &'static str, &'static str) {
        use StatementPart::*;
        match self {
            Body => ("body", "die öffentliche Stelle", "the public sector body"),
            Law => ("law", "das Gesetz, nach dem sie gilt", "the law that wants it"),
            Scope => ("scope", "ihr Geltungsbereich", "its scope"),
            Status => ("status", "der Stand der Vereinbarkeit", "the compliance status"),
            Barriers => ("barriers", "was nicht barrierefrei ist", "what is not accessible"),
            Method => ("method", "die Methode der Bewertung", "the method of assessment"),
            Created => ("created", "der Tag, an dem sie erstellt wurde", "the day of preparation"),
            Feedback => {
                ("feedback", "die Angabe, wo man Barrieren meldet", "where barriers are reported")
            }
            Enforcement => ("enforcement", "die Durchsetzungsstelle", "the enforcement body"),
        }
    }
}
