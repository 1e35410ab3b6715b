//! E0722–W0749: what a site has of its own: kinds, fields, entries of its menu, files of its theme.

messages! {
    /// What can be wrong with what a site has of its own.
    pub enum OwnProblem {
        /// A key below `extra` that site.yaml does not have.
        E0722 UnknownField { key: String, suggestion: Option<String>, known: String }
            de: "Eine eigene Angabe `{key}` kennt diese Website nicht.",
            en: "This site has no field of its own called `{key}`.",
            hint_de: { match suggestion {
                Some(it) => format!("Meinten Sie `{it}`?"),
                None if known.is_empty() => format!("Eigene Angaben stehen mit ihrer Bezeichnung in content/site.yaml: `extra: {{{key}: {{de: Bezeichnung}}}}`"),
                None => format!("Möglich sind: {known}. Weitere stehen unter `extra` in content/site.yaml."),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Did you mean `{it}`?"),
                None if known.is_empty() => format!("Fields of your own are declared in content/site.yaml with their labels: `extra: {{{key}: {{en: Label}}}}`"),
                None => format!("There are: {known}. Declare others below `extra` in content/site.yaml."),
            } },
            why_de: "Unter `extra` steht eine Angabe, die es auf dieser Website nicht gibt. Welche eigenen Angaben es gibt und wie sie heißen, steht unter `extra` in `site.yaml`. Eine unbekannte hätte auf der Seite keine Bezeichnung; meist ist es ein Tippfehler.",
            why_en: "Below `extra` there is a field that this site does not have. Which fields of its own it has and what they are called stands below `extra` in `site.yaml`. An unknown one would have no label on the page; mostly it is a typing error.",
            example: Event, wrong: "extra: {kleiderordnung: dunkler Anzug}", right: "audience: Wer einen dunklen Anzug hat",

        /// A menu entry that is an address alone.
        E0723 MenuAddress { url: String }
            de: "Ein Menüeintrag zu einer anderen Website braucht einen Text.",
            en: "A menu entry for another site needs a text.",
            hint_de: "Bitte so schreiben: `{{url: \"{url}\", label: {{de: Text im Menü}}}}`",
            hint_en: "Write: `{{url: \"{url}\", label: {{en: Text in the menu}}}}`",
            why_de: "Im Menü steht eine Adresse außerhalb der Website. Seiten und Delegationen haben einen Titel, der im Menü steht; für eine Adresse muss `label` sagen, was dort steht.",
            why_en: "The menu has an address outside of the site. Pages and delegations have a title that stands in the menu; for an address `label` must say what stands there.",
            example: Site, wrong: "menu: [\"https://laden.example.org/\"]", right: "menu: [{url: \"https://laden.example.org/\", label: Laden}]",

        /// A slug with slashes that is no path of a page.
        E0724 BadSlug { slug: String, suggestion: Option<String> }
            de: "»{slug}« kann keine Adresse einer Seite sein.",
            en: "“{slug}” cannot be the address of a page.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: `{it}`"),
                None => "Wörter aus a–z, Ziffern und Bindestrichen, mit einem Schrägstrich dazwischen: `programm/ablauf`; zusammen höchstens 160 Zeichen.".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: `{it}`"),
                None => "Words of a–z, digits and hyphens with a slash between them: `programme/schedule`; at most 160 characters in all.".to_owned(),
            } },
            why_de: "So kann die Adresse einer Seite nicht heißen. `slug` sind Wörter mit einem Schrägstrich dazwischen, ohne einen am Anfang oder Ende. Jedes hat nur kleine Buchstaben von a bis z, Ziffern und einzelne Bindestriche; das erste hat mindestens einen Buchstaben. Umlaute werden ausgeschrieben.",
            why_en: "The address of a page cannot be called that. `slug` is words with a slash between them, none at the beginning or end. Each has only lower-case letters from a to z, digits and single hyphens; the first has at least one letter.",
            example: Page, wrong: "---\ntitle: Ablauf\nslug: /programm/ablauf/\n---\nText\n", right: "---\ntitle: Ablauf\nslug: programm/ablauf\n---\nText\n",

        /// A template of a theme that extends itself.
        E0725 ExtendsItself { name: String }
            de: "Diese Vorlage erweitert sich selbst.",
            en: "This template extends itself.",
            hint_de: "Die eingebaute Vorlage desselben Namens: `{{% extends \"built-in/{name}\" %}}`",
            hint_en: "The built-in template of the same name: `{{% extends \"built-in/{name}\" %}}`",
            why_de: "Eine Vorlage des eigenen Themes erweitert sich selbst. Die Vorlage gleichen Namens aus dem eingebauten Theme heißt `built-in/NAME`; von ihr bleibt alles, was die eigene nicht ersetzt, auch in späteren Fassungen des Programms.",
            why_en: "A template of the site's own theme extends itself. The template of the same name of the built-in theme is called `built-in/NAME`; everything of it stays that the own one does not replace, in later versions of the program too.",
            example: Shown, wrong: "{% extends \"base.html\" %}      # in templates/base.html", right: "{% extends \"built-in/base.html\" %}",

        /// A hidden file or folder below a theme's `static/`.
        W0726 HiddenInStatic { name: String }
            de: "`{name}` wird nicht veröffentlicht: Der Name beginnt mit einem Punkt oder Unterstrich.",
            en: "`{name}` is not published: its name begins with a dot or an underscore.",
            hint_de: "Umbenennen, oder nach draußen legen, wenn es nicht auf die Website soll. Veröffentlicht werden `.well-known/`, `.nojekyll`, `.htaccess`, `_headers` und `_redirects`, direkt in `static/`.",
            hint_en: "Rename it, or put it elsewhere if it is not for the site. Published are `.well-known/`, `.nojekyll`, `.htaccess`, `_headers` and `_redirects`, directly in `static/`.",
            why_de: "In `static/` liegt etwas, dessen Name mit einem Punkt oder Unterstrich beginnt. Solche Dateien sind oft nicht für die Öffentlichkeit bestimmt, etwa Passwörter. Darum werden nur die veröffentlicht, die Webserver unter diesen Namen suchen.",
            why_en: "Below `static/` there is something whose name begins with a dot or an underscore. Such files are often not meant for the public, passwords for example. So only those are published that web servers look for by these names.",
            example: Shown, wrong: "themes/bba/static/.htpasswd", right: "themes/bba/static/.well-known/security.txt",
    }
}
