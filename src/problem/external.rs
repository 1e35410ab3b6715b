//! W0990–W0992: links to other sites, which `check --external` asks.

messages! {
    /// What is wrong with links to other sites.
    pub enum ExternalProblem {
        /// The server says that there is nothing.
        W0990 LinkGone { url: String, status: u16 }
            de: "Der Link {url} führt ins Leere: Die Antwort ist {status}.",
            en: "The link {url} leads nowhere: the answer is {status}.",
            hint_de: "Bitte die neue Adresse suchen, oder den Link herausnehmen.",
            hint_en: "Look for the new address, or take the link out.",
            why_de: "Ein Link zu einer anderen Website führt ins Leere: Ihr Server sagt, dass es dort nichts gibt. `bba check --external` fragt höflich, jeden Server höchstens einmal in der Sekunde, und merkt sich die Antwort sieben Tage lang in `.bba/`. Wer den Link berichtigt, muss darauf nicht warten; wer die Antwort sofort noch einmal will, löscht `.bba/links.json`.",
            why_en: "A link to another site leads nowhere: its server says that there is nothing. `bba check --external` asks politely, each server at most once a second, and keeps the answer in `.bba/` for seven days. Whoever mends the link need not wait for that; whoever wants the answer again at once deletes `.bba/links.json`.",
            example: Shown, wrong: "links: [{url: \"https://www.example.org/gibt-es-nicht\"}]", right: "links: [{url: \"https://www.example.org/\"}]",

        /// There is no answer, or an error of the server.
        W0991 LinkFails { url: String, why: String }
            de: "Der Link {url} lässt sich nicht öffnen: {why}",
            en: "The link {url} cannot be opened: {why}",
            hint_de: "Bitte im Browser nachsehen; vielleicht ist der Server nur gerade gestört.",
            hint_en: "Have a look in a browser; perhaps the server is only out of order just now.",
            why_de: "Ein Link zu einer anderen Website lässt sich nicht öffnen. Es gibt den Server nicht, er antwortet nicht rechtzeitig oder mit einem Fehler, sein Zertifikat gilt nicht, oder er leitet im Kreis. Das kann in einer Stunde anders sein und wird deshalb jedes Mal neu gefragt.",
            why_en: "A link to another site cannot be opened. There is no such server, it does not answer in time or with an error, its certificate is not valid, or it redirects in circles. In an hour it may be otherwise, so it is asked again each time.",
            example: Shown, wrong: "links: [{url: \"https://gibt-es-nicht.example.org/\"}]", right: "links: [{url: \"https://www.example.org/\"}]",

        /// The server does not talk to programs.
        W0992 LinkRefused { url: String, status: u16 }
            de: "Der Link {url} lässt sich so nicht prüfen: Der Server antwortet Programmen mit {status}.",
            en: "The link {url} cannot be checked like this: the server answers programs with {status}.",
            hint_de: "Bitte im Browser nachsehen.",
            hint_en: "Have a look in a browser.",
            why_de: "Ein Link zu einer anderen Website lässt sich nicht prüfen. Ihr Server verlangt eine Anmeldung, lässt nur Browser zu oder möchte seltener gefragt werden. Ob dort etwas ist, weiß man damit nicht.",
            why_en: "A link to another site cannot be checked. Its server wants a login, lets in browsers only, or wants to be asked less often. So nobody knows whether something is there.",
            example: Shown, wrong: "links: [{url: \"https://www.example.org/nur-mit-anmeldung\"}]", right: "links: [{url: \"https://www.example.org/\"}]",
    }
}
