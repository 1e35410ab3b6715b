//! Files inside the program, so that a site needs none but its own: the default theme, and
//! files to begin with. They are compiled in from this repository.

/// A file by its path below its folder.
pub type File = (&'static str, &'static [u8]);

/// Takes files of a folder of this repository into the program. The names are listed by hand:
/// a new file in a folder would not make the compiler look again. A test compares.
macro_rules! files {
    ($folder:literal: $($name:literal,)+) => {
        &[$((
            $name,
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/", $name)),
        ),)+]
    };
}

/// The name of the default theme.
pub const THEME_NAME: &str = "bba";

/// The default theme, `themes/bba/`.
pub const THEME: &[File] = files!("themes/bba":
    "static/assets/fonts/OFL.txt",
    "static/assets/fonts/sans-ext.woff2",
    "static/assets/fonts/sans.woff2",
    "static/assets/fonts/serif-ext.woff2",
    "static/assets/fonts/serif.woff2",
    "static/assets/search.js",
    "static/assets/style.css",
    "static/favicon.svg",
    "strings/de.yaml",
    "strings/en.yaml",
    "strings/es.yaml",
    "templates/404.html",
    "templates/alias.html",
    "templates/base.html",
    "templates/components.html",
    "templates/delegation.html",
    "templates/delegations.html",
    "templates/event.html",
    "templates/events.html",
    "templates/extras.html",
    "templates/gallery.html",
    "templates/home.html",
    "templates/kind.html",
    "templates/page.html",
    "templates/press.html",
    "templates/registration.html",
    "templates/release.html",
    "templates/search.html",
    "templates/sheet.html",
    "templates/subscribe.html",
    "templates/topic.html",
    "templates/year.html",
);

/// Starter files, which editors copy and `bba new` fills in.
pub const STARTERS: &[File] = files!("starters/files":
    "2030-01-15-pressemitteilung.md",
    "LIESMICH.md",
    "branchen.yaml",
    "delegation.yaml",
    "kontakte.yaml",
    "organisationen.yaml",
    "orte.yaml",
    "seite.md",
    "veranstaltung.yaml",
);

/// A complete small programme, as `bba init` writes it.
pub const PROGRAMME: &[File] = files!("starters/programme":
    ".ci/website.sh",
    ".editorconfig",
    ".github/workflows/website.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "content/contacts.yaml",
    "content/delegations/.gitkeep",
    "content/events/.gitkeep",
    "content/media/.gitkeep",
    "content/organisations.yaml",
    "content/pages/barrierefreiheit.md",
    "content/pages/datenschutz.md",
    "content/pages/impressum.md",
    "content/pages/programm.md",
    "content/press/.gitkeep",
    "content/sectors.yaml",
    "content/site.yaml",
    "content/venues.yaml",
);
