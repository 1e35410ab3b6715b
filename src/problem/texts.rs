//! E06xx: Markdown texts: HTML, links, images.

use super::MessageLanguage;

messages! {
    /// What can be wrong in a Markdown text.
    pub enum TextProblem {
        /// HTML that is not allowed in Markdown.
        E0601 HtmlNotAllowed { tag: String }
            de: "`<{tag}>` ist hier nicht erlaubt oder so nicht vollständig.",
            en: "`<{tag}>` is not allowed here or not complete.",
            hint_de: "Erlaubt sind <span lang=\"…\">, <abbr title=\"…\"> und <br>; alles andere geht mit Markdown.",
            hint_en: "<span lang=\"…\">, <abbr title=\"…\"> and <br> are allowed; use Markdown for everything else.",
            why_de: "Dieses HTML ist hier nicht erlaubt. Texte werden in Markdown geschrieben, damit sie auf jeder Seite, im Kalender und im Feed gleich gut aussehen. Nur die Sprache eines Wortes, eine Abkürzung und ein Zeilenumbruch gehen in HTML.",
            why_en: "This HTML is not allowed here. Texts are written in Markdown, so that they look good on every page, in the calendar and in the feed. Only the language of a word, an abbreviation and a line break are written in HTML.",
            example: Page, wrong: "Das ist <b>wichtig</b>.", right: "Das ist **wichtig**.",

        /// An HTML tag that is not closed in its paragraph.
        E0602 HtmlNotClosed { tag: String }
            de: { if tag == "!--" {
                "Der Kommentar wird nicht mit `-->` geschlossen: Alles danach fehlt auf der Seite.".to_owned()
            } else {
                format!("`<{tag}>` wird in diesem Absatz nicht mit `</{tag}>` geschlossen.")
            } },
            en: { if tag == "!--" {
                "The comment is not closed with `-->`: everything behind it is missing on the page.".to_owned()
            } else {
                format!("`<{tag}>` is not closed with `</{tag}>` in this paragraph.")
            } },
            why_de: "Ein HTML-Element wird nicht geschlossen. Es muss in demselben Absatz enden, in dem es beginnt; ein Kommentar endet mit `-->`.",
            why_en: "An HTML element is not closed. It must end in the paragraph in which it begins; a comment ends with `-->`.",
            example: Page, wrong: "Ein <span lang=\"en\">Get-together für alle.", right: "Ein <span lang=\"en\">Get-together</span> für alle.",

        /// A link of a kind that is not allowed.
        E0603 LinkScheme { scheme: String }
            de: "Ein Link darf nicht mit `{scheme}` beginnen.",
            en: "A link must not begin with `{scheme}`.",
            hint_de: "Erlaubt sind https:, http:, mailto:, tel: und Pfade.",
            hint_en: "https:, http:, mailto:, tel: and paths are allowed.",
            why_de: "So darf ein Link nicht beginnen. Erlaubt sind `https:`, `http:`, `mailto:`, `tel:` und Pfade; alles andere ist ein Tippfehler oder unsicher.",
            why_en: "A link must not begin like this. `https:`, `http:`, `mailto:`, `tel:` and paths are allowed; everything else is a typing error or unsafe.",
            example: Page, wrong: "[Programm](htps://example.org/)", right: "[Programm](https://example.org/)",

        /// A link to something that is not there.
        E0604 LinkTarget { target: String, suggestion: Option<String> }
            de: { match target.as_str() {
                "" => "Zwischen den runden Klammern fehlt, wohin der Link führt.".to_owned(),
                target => format!("Das Ziel `{target}` gibt es nicht."),
            } },
            en: { match target.as_str() {
                "" => "The round brackets do not say where the link leads.".to_owned(),
                target => format!("The link target `{target}` does not exist."),
            } },
            hint_de: { match (target.as_str(), suggestion) {
                ("", _) => Some("Die Adresse dort einsetzen: [Text](https://www.example.org/)".to_owned()),
                (_, suggestion) => suggestion.as_ref().map(|it| format!("Meinten Sie `{it}`?")),
            } },
            hint_en: { match (target.as_str(), suggestion) {
                ("", _) => Some("Put the address there: [text](https://www.example.org/)".to_owned()),
                (_, suggestion) => suggestion.as_ref().map(|it| format!("Did you mean `{it}`?")),
            } },
            why_de: "Das Ziel des Links gibt es auf dieser Website nicht. Am sichersten nennt ein Link die Datei, zu der er führt: Dann stimmt er auch, wenn sich Adressen ändern.",
            why_en: "The target of the link is not on this site. It is safest to name the file it leads to: then it stays right when addresses change.",
            example: Page, wrong: "[Impressum](/imprint/)", right: "[Impressum](impressum.md)",

        /// A link to a place on a page that is not there.
        E0605 LinkAnchor { anchor: String, page: String, suggestion: Option<String> }
            de: "Auf der Seite {page} gibt es die Stelle `#{anchor}` nicht.",
            en: "The place `#{anchor}` does not exist on the page {page}.",
            hint_de: { suggestion.as_ref().map(|it| format!("Meinten Sie `#{it}`?")) },
            hint_en: { suggestion.as_ref().map(|it| format!("Did you mean `#{it}`?")) },
            why_de: "Die Seite gibt es, aber nicht die Stelle darauf. Stellen heißen wie die Überschriften, klein geschrieben, mit Bindestrichen und ausgeschriebenen Umlauten.",
            why_en: "The page is there, but not the place on it. Places have the names of the headings, in lower case, with hyphens and without accents.",
            example: Page, wrong: "[Kosten](#preise)\n\n## Kosten\n\nKeine.", right: "[Kosten](#kosten)\n\n## Kosten\n\nKeine.",

        /// A link from something public to a draft or an embargoed item.
        E0606 LinkToHidden { target: String }
            de: "`{target}` ist noch nicht öffentlich; ein Link dorthin führte ins Leere.",
            en: "`{target}` is not public yet; a link to it would lead nowhere.",
            why_de: "Ein öffentlicher Text verweist auf etwas, das noch nicht öffentlich ist. Der Link führte ins Leere und verriete, was noch niemand wissen soll. Entweder den Link weglassen oder beides gleichzeitig veröffentlichen.",
            why_en: "A public text links to something that is not public yet. The link would lead nowhere and give away what nobody should know yet. Leave the link out, or publish both at the same time.",
            example: Shown, wrong: "[Treffen](../events/treffen.yaml)     # mit draft: true", right: "[Treffen](../events/treffen.yaml)     # ohne draft",

        /// An image that is not in content/media/.
        E0607 ImageElsewhere { target: String }
            de: "Das Bild `{target}` liegt nicht in `content/media/`.",
            en: "The image `{target}` is not in `content/media/`.",
            hint_de: "Das Bild in `content/media/` ablegen und so einbinden: ![Beschreibung](../media/bild.jpg)",
            hint_en: "Put the image in `content/media/` and show it like this: ![description](../media/picture.jpg)",
            why_de: "Das Bild liegt nicht bei den Inhalten. Bilder von fremden Servern verrieten ihnen, wer die Seite liest; deshalb liegen alle in `content/media/`.",
            why_en: "The image is not part of the content. Images from other servers would tell them who reads the page; so all images are in `content/media/`.",
            example: Page, wrong: "![Gruppenbild](https://example.org/gruppe.jpg)", right: "![Gruppenbild](../media/gruppe.jpg)",

        /// An image without a description.
        E0608 ImageWithoutAlt
            de: "Dem Bild fehlt die Beschreibung für alle, die es nicht sehen.",
            en: "The image has no description for those who do not see it.",
            hint_de: "In die eckigen Klammern schreiben, was zu sehen ist: ![Beschreibung](…)",
            hint_en: "Write in the square brackets what can be seen: ![description](…)",
            why_de: "Dem Bild fehlt eine Beschreibung. Sie steht in den eckigen Klammern und wird allen vorgelesen, die das Bild nicht sehen.",
            why_en: "The image has no description. The description is in the square brackets and is read out to everybody who does not see the image.",
            example: Page, wrong: "![](../media/gruppe.jpg)", right: "![Zwölf Gäste vor dem Werkstor](../media/gruppe.jpg)",

        /// A web or email address as a link, without what it must begin with.
        E0609 LinkWithoutScheme { target: String, suggestion: String }
            de: "Dem Link `{target}` fehlt der Anfang.",
            en: "The beginning of the link `{target}` is missing.",
            hint_de: "Bitte so schreiben: {suggestion}",
            hint_en: "Write: {suggestion}",
            why_de: "Dem Link fehlt der Anfang. Ohne `https://` oder `mailto:` sucht der Browser eine Datei dieses Namens auf der eigenen Website.",
            why_en: "The beginning of the link is missing. Without `https://` or `mailto:` a browser looks for a file of that name on this site.",
            example: Page, wrong: "[Partner](www.example.org)", right: "[Partner](https://www.example.org)",
    }
}

/// How a link is written to what was typed as one: an e-mail address, a telephone number, a page.
pub(super) fn how_to_link(typed: &str, language: MessageLanguage) -> &'static str {
    let target = typed.split_once("](").map_or("", |(_, target)| target);
    let is_number = target.starts_with("tel:") || target.starts_with(['0', '+']);
    if is_number {
        language.pick(
            "Eine Telefonnummer steht ohne Leerzeichen so da: [Text](tel:+493512138371)",
            "A telephone number has no spaces: [text](tel:+493512138371)",
        )
    } else if target.contains('@') && !target.starts_with("http") {
        language.pick(
            "Eine E-Mail-Adresse steht ohne Leerzeichen und ohne Namen so da: [Text](mailto:name@example.org)",
            "An email address has no spaces and no name beside it: [text](mailto:name@example.org)",
        )
    } else {
        language.pick(
            "Ein Link steht ohne Lücke so da: [Text](https://example.org/). Leerzeichen in der Adresse als %20 schreiben.",
            "A link has no gap: [text](https://example.org/). Write spaces in the address as %20.",
        )
    }
}
