//! W08xx and W09xx: what is likely wrong. A comment beside it says that somebody has looked.

use super::Example::{Event, Page, Shown};
use super::{Explanation, explanation};

pub(super) const EXPLANATIONS: &[Explanation] = &[
    explanation(
        "W0801",
        "In einem Wort sind Buchstaben zu einem Zeichen verschmolzen. In vielen Schriften ist ﬁ ein einziges Zeichen; beim Kopieren aus einer PDF-Datei kommt es so mit. Suche und Vorlesen finden das Wort dann nicht.",
        "In a word letters are fused into one character. In many fonts ﬁ is a single glyph; when text is copied from a PDF file it comes along as such. Search and screen readers then miss the word.",
        Event,
        "summary: Qualiﬁzierte Fachkräfte",
        "summary: Qualifizierte Fachkräfte",
    ),
    explanation(
        "W0802",
        "In einem Wort fehlen wohl die Buchstaben fi, fl oder ff. Beim Kopieren aus manchen PDF-Dateien gehen sie verloren. Ist das Wort richtig, schaltet ein Kommentar `# bba: ok W0802` darüber die Warnung stumm.",
        "A word has probably lost the letters fi, fl or ff. Copying from some PDF files loses them. If the word is right, a comment `# bba: ok W0802` above it silences the warning.",
        Event,
        "summary: Branchenspezische Angebote",
        "summary: Branchenspezifische Angebote",
    ),
    explanation(
        "W0803",
        "Unter einer Überschrift steht nichts. Das Ende des Textes oder eine Überschrift derselben oder einer höheren Ebene folgt sofort. Wer mit einem Vorleseprogramm von Überschrift zu Überschrift springt, landet im Leeren.",
        "There is nothing under a heading. The end of the text or a heading of the same or a higher level follows at once. Who jumps from heading to heading with a screen reader lands in nothing.",
        Page,
        "## Kosten\n\n## Anreise\n\nMit der Bahn.",
        "## Kosten\n\nKeine.\n\n## Anreise\n\nMit der Bahn.",
    ),
    explanation(
        "W0804",
        "Ein einzelnes `#` ist die Überschrift der ganzen Seite. Die entsteht schon aus `title`; jede Seite hat genau eine. Diese hier wird eine Ebene tiefer gezeigt. Steht sie doppelt zum Titel, kann sie weg.",
        "A single `#` is the heading of the whole page. That already comes from `title`; each page has exactly one. This one is shown a level deeper. If it repeats the title, it can go.",
        Page,
        "# Anreise\n\nMit der Bahn.",
        "## Anreise\n\nMit der Bahn.",
    ),
    explanation(
        "W0805",
        "Wochentag und Datum passen nicht zusammen. Eines von beiden ist falsch, und wer kommen will, weiß nicht, welches. Geprüft wird, wenn das Jahr dabeisteht oder es der Tag der Veranstaltung selbst ist.",
        "Weekday and date do not fit together. One of them is wrong, and whoever wants to come does not know which. This is checked when the year is given, or when it is the day of the event itself.",
        Event,
        "start: 2019-09-24\nsummary: Treffen am Mittwoch, 24. September 2019",
        "start: 2019-09-24\nsummary: Treffen am Dienstag, 24. September 2019",
    ),
    explanation(
        "W0806",
        "Ein ganzer Text steht in typografischen Anführungszeichen. Sie werden mit angezeigt. Meist wollte jemand damit den Text zusammenhalten; das tun nur gerade, und die sieht man auf der Website nicht.",
        "A whole text stands in typographic quotation marks. They will be shown. Most often somebody wanted to hold the text together with them; only straight ones do that, and those are not seen on the site.",
        Event,
        "title: „Get-together“",
        "title: Get-together",
    ),
    explanation(
        "W0901",
        "Zwischen `??` und `??` steht, was noch fehlt. So bleibt eine Lücke sichtbar, bis jemand sie füllt. Ist die Angabe da, die Fragezeichen entfernen.",
        "What is still missing stands between `??` and `??`. So a gap stays visible until somebody fills it. When it is there, take the question marks away.",
        Event,
        "summary: Treffen im ??Raum??",
        "summary: Treffen im Raum 112",
    ),
    explanation(
        "W0902",
        "Eine Seite fehlt, die eine öffentliche Website braucht. Impressum (`type: imprint`), Datenschutz (`type: privacy`) und die Erklärung zur Barrierefreiheit (`type: accessibility`) müssen von jeder Seite aus zu finden sein.",
        "A page is missing that a public site needs. Imprint (`type: imprint`), privacy (`type: privacy`) and the accessibility statement (`type: accessibility`) must be found from every page.",
        Shown,
        "content/pages/impressum.md  (ohne type)",
        "content/pages/impressum.md  (mit type: imprint)",
    ),
    explanation(
        "W0903",
        "Ein Kommentar schaltet eine Warnung stumm, die es nicht gibt. Vielleicht ist der Anlass behoben, oder der Kommentar steht an der falschen Stelle. Er gilt für seine Zeile und, wenn er allein steht, für die nächste.",
        "A comment silences a warning that is not there. Perhaps the reason is gone, or the comment stands in the wrong place. It holds for its line and, when it stands alone, for the next.",
        Event,
        "# bba: ok W0901\nsummary: Treffen im Raum 112",
        "summary: Treffen im Raum 112",
    ),
    explanation(
        "W0904",
        "Ein Kommentar soll etwas stumm schalten, das keine Warnung ist. Fehler lassen sich nicht stumm schalten: Sie müssen behoben werden. Warnungen beginnen mit W.",
        "A comment should silence something that is no warning. Errors cannot be silenced: they have to be mended. Warnings begin with W.",
        Event,
        "# bba: ok E0301\nsummary: Treffen",
        "summary: Treffen",
    ),
];
