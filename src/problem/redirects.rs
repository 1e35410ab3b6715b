//! E0173, W0928: old addresses that lead astray, `bba check --against` and `bba plan`.

messages! {
    /// Old addresses that lead astray.
    pub enum RedirectProblem {
        /// An old address that leads to what is not there, or in circles: both as links.
        E0173 LeadsNowhere { from: String, to: String }
            de: "Die alte Adresse `{from}` leitet nach `{to}` weiter, und dort ist nichts.",
            en: "The old address `{from}` redirects to `{to}`, and nothing is there.",
            hint_de: "Das Ziel aus `gone` nehmen, oder statt der Weiterleitung auch `{from}` unter `gone` eintragen.",
            hint_en: "Take the target out of `gone`, or enter `{from}` under `gone` too instead of redirecting it.",
            why_de: "Eine alte Adresse leitet ins Leere. Ihr Ziel gibt es nicht, es steht unter `gone`, oder die Weiterleitungen führen im Kreis. Wer die alte Adresse hat, findet nichts; dann soll der Server das gleich sagen.",
            why_en: "An old address leads nowhere. Its target does not exist, stands under `gone`, or the redirects go in circles. Who has the old address finds nothing; then the server should say so at once.",
            example: Shown, wrong: "# content/events/treffen.yaml\naliases: [/alt/treffen/]\n# content/site.yaml\ngone: [/veranstaltungen/treffen/]", right: "# content/events/treffen.yaml\naliases: [/alt/treffen/]",

        /// An old address that leads on only by way of another: links.
        W0928 Chain { from: String, over: String, to: String }
            de: "Die alte Adresse `{from}` leitet erst nach `{over}` weiter und von dort nach `{to}`.",
            en: "The old address `{from}` redirects to `{over}` first and from there to `{to}`.",
            hint_de: "Gleich nach `{to}` weiterleiten.",
            hint_en: "Redirect to `{to}` straight away.",
            why_de: "Eine alte Adresse leitet über eine andere alte weiter. Jeder Schritt kostet Zeit, und Suchmaschinen folgen nur wenigen.",
            why_en: "An old address redirects by way of another old one. Each step costs time, and search engines follow few.",
            example: Shown, wrong: "# themes/bba/static/_redirects\n/a/ /b/ 301\n/b/ /presse/ 301", right: "# themes/bba/static/_redirects\n/a/ /presse/ 301\n/b/ /presse/ 301",
    }
}
