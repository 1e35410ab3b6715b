//! E06xx: Markdown texts: HTML, links, images.

use super::Example::{Page, Shown};
use super::{Explanation, explanation};

pub(super) const EXPLANATIONS: &[Explanation] = &[
    explanation(
        "E0601",
        "Dieses HTML ist hier nicht erlaubt. Texte werden in Markdown geschrieben, damit sie auf jeder Seite, im Kalender und im Feed gleich gut aussehen. Nur die Sprache eines Wortes, eine Abkürzung und ein Zeilenumbruch gehen in HTML.",
        "This HTML is not allowed here. Texts are written in Markdown, so that they look good on every page, in the calendar and in the feed. Only the language of a word, an abbreviation and a line break go in HTML.",
        Page,
        "Das ist <b>wichtig</b>.",
        "Das ist **wichtig**.",
    ),
    explanation(
        "E0602",
        "Ein HTML-Element wird nicht geschlossen. Es muss in demselben Absatz enden, in dem es beginnt; ein Kommentar endet mit `-->`.",
        "An HTML element is not closed. It must end in the paragraph in which it begins; a comment ends with `-->`.",
        Page,
        "Ein <span lang=\"en\">Get-together für alle.",
        "Ein <span lang=\"en\">Get-together</span> für alle.",
    ),
    explanation(
        "E0603",
        "So darf ein Link nicht beginnen. Erlaubt sind `https:`, `http:`, `mailto:`, `tel:` und Pfade; alles andere ist ein Tippfehler oder unsicher.",
        "A link must not begin so. `https:`, `http:`, `mailto:`, `tel:` and paths are allowed; everything else is a typing error or unsafe.",
        Page,
        "[Programm](htps://example.org/)",
        "[Programm](https://example.org/)",
    ),
    explanation(
        "E0604",
        "Das Ziel des Links gibt es auf dieser Website nicht. Am sichersten nennt ein Link die Datei, zu der er führt: Dann stimmt er auch, wenn sich Adressen ändern.",
        "The target of the link is not on this site. It is safest to name the file it leads to: then it stays right when addresses change.",
        Page,
        "[Impressum](/imprint/)",
        "[Impressum](impressum.md)",
    ),
    explanation(
        "E0605",
        "Die Seite gibt es, aber nicht die Stelle darauf. Stellen heißen wie die Überschriften, klein geschrieben, mit Bindestrichen und ausgeschriebenen Umlauten.",
        "The page is there, but not the place on it. Places are called like the headings, in small letters, with hyphens and without accents.",
        Page,
        "[Kosten](#preise)\n\n## Kosten\n\nKeine.",
        "[Kosten](#kosten)\n\n## Kosten\n\nKeine.",
    ),
    explanation(
        "E0606",
        "Ein öffentlicher Text verweist auf etwas, das noch nicht öffentlich ist. Der Link führte ins Leere und verriete, was noch niemand wissen soll. Entweder den Link weglassen oder beides gleichzeitig veröffentlichen.",
        "A public text links to something that is not public yet. The link would lead nowhere and give away what nobody should know yet. Leave the link out, or publish both at the same time.",
        Shown,
        "[Treffen](../events/treffen.yaml)     # mit draft: true",
        "[Treffen](../events/treffen.yaml)     # ohne draft",
    ),
    explanation(
        "E0607",
        "Das Bild liegt nicht bei den Inhalten. Bilder von fremden Servern verrieten ihnen, wer die Seite liest; deshalb liegen alle in `content/media/`.",
        "The image does not lie with the content. Images from other servers would tell them who reads the page; so all lie in `content/media/`.",
        Page,
        "![Gruppenbild](https://example.org/gruppe.jpg)",
        "![Gruppenbild](../media/gruppe.jpg)",
    ),
    explanation(
        "E0608",
        "Dem Bild fehlt eine Beschreibung. Sie steht in den eckigen Klammern und wird allen vorgelesen, die das Bild nicht sehen.",
        "The image has no description. It stands in the square brackets and is read out to everybody who does not see the image.",
        Page,
        "![](../media/gruppe.jpg)",
        "![Zwölf Gäste vor dem Werkstor](../media/gruppe.jpg)",
    ),
    explanation(
        "E0609",
        "Dem Link fehlt der Anfang. Ohne `https://` oder `mailto:` sucht der Browser eine Datei dieses Namens auf der eigenen Website.",
        "The link lacks its beginning. Without `https://` or `mailto:` a browser looks for a file of that name on this site.",
        Page,
        "[Partner](www.example.org)",
        "[Partner](https://www.example.org)",
    ),
];
