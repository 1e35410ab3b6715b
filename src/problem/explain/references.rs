//! E05xx: what files say about each other.

use super::Example::{Event, File, Shown};
use super::{Explanation, explanation};

pub(super) const EXPLANATIONS: &[Explanation] = &[
    explanation(
        "E0501",
        "Etwas wird genannt, das es nicht gibt. Genannt wird immer die Kennung: der Dateiname ohne Endung oder der Schlüssel in der Datei, nicht der Name, der auf der Website steht.",
        "Something is named that is not there. It is always named by its id: the file name without its ending or the key in the file, not the name shown on the site.",
        Event,
        "venue: Großer Saal",
        "venue: saal",
    ),
    explanation(
        "E0502",
        "Eine Angabe in der Übersetzung widerspricht dem Original. Was in allen Sprachen gleich ist (Datum, Länder, Kontakt), steht nur im Original; in der Übersetzung kann die Zeile weg.",
        "Something in the translation contradicts the original. What is the same in all languages (date, countries, contact) stands in the original only; in the translation the line can go.",
        Shown,
        "date: 2019-09-23       # im Original\ndate: 2019-09-24       # in der Übersetzung",
        "date: 2019-09-23       # im Original",
    ),
    explanation(
        "E0503",
        "Kontakte vertreten sich gegenseitig im Kreis. `fallback` sagt, wer nach `until` gezeigt wird; am Ende der Kette muss jemand ohne `until` stehen.",
        "Contacts stand in for each other in a circle. `fallback` says who is shown after `until`; at the end of the chain must be somebody without `until`.",
        File("contacts.yaml"),
        "anna: {name: Anna, until: 2019-12-31, fallback: bernd}\nbernd: {name: Bernd, until: 2019-12-31, fallback: anna}",
        "anna: {name: Anna, until: 2019-12-31, fallback: bernd}\nbernd: {name: Bernd}",
    ),
    explanation(
        "E0504",
        "Zwei Dateien ergäben dieselbe Adresse. Eine Seite darf nicht so heißen wie ein Bereich der Website, und ein alter Pfad in `aliases` darf keine bestehende Seite verdecken.",
        "Two files would have the same address. A page must not be called like a part of the site, and an old path in `aliases` must not cover a page that is there.",
        Event,
        "aliases: [/presse/]",
        "aliases: [/alte-presse/]",
    ),
];
