//! E07xx: the theme, and what the program checks of its own work.

use super::Example::{Shown, Site};
use super::Explanation;
use super::explanation;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    explanation(
        "E0701",
        "Dieses Theme gibt es nicht. `theme` in `site.yaml` nennt einen Ordner unter `themes/`, der einen Ordner `templates` hat.",
        "There is no such theme. `theme` in `site.yaml` names a folder below `themes/` that has a folder `templates`.",
        Site,
        "theme: baa",
        "theme: bba",
    ),
    explanation(
        "E0702",
        "Dem Theme fehlt ein Text der Oberfläche. Die Texte stehen je Sprache in einer Datei unter `themes/NAME/strings/`.",
        "The theme lacks a text of the interface. These texts stand in a file for each language below `themes/NAME/strings/`.",
        Shown,
        "nav: {}",
        "nav: {home: Startseite}",
    ),
    explanation(
        "E0703",
        "Eine Vorlage des Themes ist fehlerhaft. Das betrifft nicht die Inhalte, sondern wer das Theme pflegt.",
        "A template of the theme is faulty. This is not about the content but about whoever maintains the theme.",
        Shown,
        "{{ page.titel }}",
        "{{ page.title }}",
    ),
    explanation(
        "E0704",
        "Eine fertige Seite verweist auf etwas, das es nicht gibt. Der Link steht in einer Vorlage des Themes, nicht in den Inhalten.",
        "A finished page links to something that is not there. The link stands in a template of the theme, not in the content.",
        Shown,
        "<a href=\"/imprint/\">",
        "<a href=\"/impressum/\">",
    ),
    explanation(
        "E0705",
        "Eine Stelle gibt es auf einer Seite zweimal. Ein Link dorthin träfe nur die erste. Meist hat eine Überschrift denselben Namen wie ein fester Teil der Seite; dann hilft ein eigener Name in geschweiften Klammern.",
        "A place is on a page twice. A link to it would only reach the first. Most often a heading is called like a fixed part of the page; then a name of its own in curly brackets helps.",
        Shown,
        "## Inhalt",
        "## Inhalt {#inhalt-des-programms}",
    ),
    explanation(
        "E0706",
        "Eine Kalenderdatei wird von einem zweiten Programm anders gelesen, als sie gemeint ist. Das ist ein Fehler dieses Programms, nicht der Inhalte. Bitte melden, mit der Datei, die hier genannt ist.",
        "A calendar file is read differently by a second program than it is meant. This is a fault of this program, not of the content. Please report it, with the file named here.",
        Shown,
        "",
        "",
    ),
    explanation(
        "E0707",
        "Dem Theme fehlen die Texte der Oberfläche in einer Sprache der Website. Für jede Sprache in `site.yaml` braucht es eine Datei unter `themes/NAME/strings/`.",
        "The theme lacks the interface texts in a language of the site. Each language in `site.yaml` needs a file below `themes/NAME/strings/`.",
        Shown,
        "languages: [pl]      # ohne themes/bba/strings/pl.yaml",
        "languages: [de]      # mit themes/bba/strings/de.yaml",
    ),
    explanation(
        "E0708",
        "Einem Text mit einer Zahl fehlt eine Form. Jede Sprache hat ihre eigenen Formen für Zahlen: Deutsch zwei, Polnisch vier. Im Text steht `{count}` für die Zahl.",
        "A text with a number lacks a form. Every language has its own forms for numbers: English two, Polish four. In the text `{count}` stands for the number.",
        Shown,
        "events: {other: \"{count} Termine\"}",
        "events: {one: \"{count} Termin\", other: \"{count} Termine\"}",
    ),
    explanation(
        "E0709",
        "Zwei Seiten nennen sich nicht gegenseitig als Fassungen derselben Seite in anderen Sprachen. Suchmaschinen glauben solchen Angaben nur, wenn beide Seiten sie machen. Die Vorlage muss in jeder Fassung alle Sprachen nennen.",
        "Two pages do not name each other as versions of the same page in other languages. Search engines believe this only when both pages say so. The template must name all languages in every version.",
        Shown,
        "",
        "",
    ),
    explanation(
        "E0710",
        "Ein Text der Oberfläche hat einen Platz in geschweiften Klammern, den das Programm nicht kennt. Er bliebe stehen, wie er ist. Die Plätze eines Textes heißen in allen Sprachen gleich; übersetzt wird nur, was um sie steht.",
        "An interface text has a place in curly brackets that the program does not know. It would stay as it is. The places of a text have the same names in all languages; only what stands around them is translated.",
        Shown,
        "registration: {until: \"do {czas}\"}",
        "registration: {until: \"do {time}\"}",
    ),
    explanation(
        "E0711",
        "`locale` in einer Datei mit Texten der Oberfläche nennt eine andere Sprache als der Name der Datei. Danach richten sich Daten, Zahlen, Mehrzahlformen und die Reihenfolge von Namen. Meist wurde die Datei kopiert und diese Zeile vergessen.",
        "`locale` in a file of interface texts names another language than the name of the file. Dates, numbers, plurals and the order of names follow it. Most often the file was copied and this line forgotten.",
        Shown,
        "locale: en_GB      # in pl.yaml",
        "locale: pl_PL",
    ),
];
