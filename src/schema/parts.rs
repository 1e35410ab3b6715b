//! Groups of keys that several kinds of files have, as in
//! [`content::shared`](crate::read::shared).

use serde_json::{Value, json};

use super::shapes::{
    Key, choice, id, key, list, object, one_or_many, site_path, text, texts, time, url, yes_or_no,
};
use crate::values::ChangeKind;

/// What an event or a visit is about and who has to do with it.
pub(super) fn context() -> Vec<Key> {
    vec![
        key(
            "summary",
            texts(),
            "Ein oder zwei Sätze für Listen und Suchmaschinen, ohne Formatierung.",
        )
        .example("Sächsische Unternehmen treffen die Delegation aus Mexiko."),
        key(
            "description",
            texts(),
            "Ausführlicher Text in Markdown. Hinter den Schlüssel kommt `|`, der Text steht eingerückt darunter.",
        ),
        key("sectors", one_or_many(&id()), "Branchen: Schlüssel aus sectors.yaml.")
            .example(json!(["automotive"])),
        key("roles", roles(), "Wer beteiligt ist: Schlüssel aus organisations.yaml."),
        key("contact", id(), "Ansprechperson: ein Schlüssel aus contacts.yaml.")
            .example("anmeldung"),
    ]
}

/// Pictures, files and links.
pub(super) fn extras() -> Vec<Key> {
    vec![
        key("image", image(), "Bild oben auf der Seite."),
        key("attachments", list(&attachment()), "Dateien zum Herunterladen."),
        key("links", list(&web_link()), "Links zu anderen Websites."),
    ]
}

/// When something is published, hidden, changed and moved.
pub(super) fn publication() -> Vec<Key> {
    vec![
        key(
            "updates",
            list(&update()),
            "Was sich nach der Veröffentlichung geändert hat. Steht auf der Seite und im Kalendereintrag.",
        ),
        key(
            "embargo",
            time(),
            "Sperrfrist: Bis dahin ist nichts davon öffentlich. Ein Tag meint seinen Beginn.",
        )
        .example("2019-09-23T10:00"),
        key(
            "draft",
            yes_or_no(),
            "`true`: Entwurf, nur in der Vorschau zu sehen. Zum Veröffentlichen die Zeile löschen.",
        ),
        aliases(),
    ]
}

/// Old paths.
pub(super) fn aliases() -> Key {
    key(
        "aliases",
        list(&site_path()),
        "Frühere Adressen auf dieser Website, die hierher weiterleiten.",
    )
    .example(json!(["/alter/pfad/"]))
}

/// When something was published.
pub(super) fn published() -> Key {
    key("published", time(), "Wann dies veröffentlicht wurde. Bleibt danach unverändert; Änderungen stehen in `updates`.")
        .example("2019-09-20T09:00")
        .required()
}

fn roles() -> Value {
    let role = |name, description| key(name, one_or_many(&id()), description);
    object(vec![
        role("organiser", "Organisiert durch.").example("amz"),
        role("host", "Gastgeber."),
        role("commissioned_by", "Im Auftrag von."),
        role("funder", "Finanziert durch."),
        role("partners", "Weitere Partner.").example(json!(["ahk"])),
    ])
}

/// A picture.
pub(super) fn image() -> Value {
    object(vec![
        key("file", text(), "Name der Datei im Ordner content/media/.").example("gruppe.jpg").required(),
        key("alt", texts(), "Was zu sehen ist, für alle, die das Bild nicht sehen. \"\" nur, wenn es bloß schmückt.")
            .example("Zwölf Menschen stehen vor einem Institutsgebäude.")
            .required(),
        key("credit", text(), "Wer das Bild gemacht hat; steht unter dem Bild.").example("Erika Muster").required(),
        key("rights", text(), "Unter welchen Bedingungen das Bild verwendet werden darf.")
            .example("frei für redaktionelle Zwecke"),
    ])
}

fn attachment() -> Value {
    object(vec![
        key("file", text(), "Name der Datei im Ordner content/media/.")
            .example("programm.pdf")
            .required(),
        key("title", texts(), "Was die Datei enthält.").example("Programm des Tages").required(),
    ])
}

/// A link to another site.
pub(super) fn web_link() -> Value {
    object(vec![
        key("url", url(), "Webadresse, mit https:// am Anfang.")
            .example("https://www.example.org/")
            .required(),
        key("label", texts(), "Text des Links; ohne ihn steht dort die Adresse."),
    ])
}

fn update() -> Value {
    object(vec![
        key("at", time(), "Wann es geändert wurde.").example("2019-09-21T10:00").required(),
        key("kind", choice(ChangeKind::WORDS), "correction: etwas war falsch · change: etwas ist jetzt anders · withdrawal: gilt nicht mehr.")
            .required(),
        key("note", texts(), "Was anders ist, in einem Satz.").example("Neuer Raum: Hörsaal 2."),
        key("previous_start", time(), "Der frühere Beginn, wenn der Termin verschoben wurde."),
    ])
}
