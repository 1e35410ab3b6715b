//! `bba serve`: a preview that keeps up with the content. One thread answers browsers; this one
//! watches, builds and tells it.

use std::collections::HashSet;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::watch;

use super::{Exit, Failure, counts, print_timings, refuse_folder_inside, say, show};
use crate::cli::{CheckArgs, Environment, ServeArgs};
use crate::files::{Body, Files, InMemory, OutPath, Sink};
use crate::findings::Located;
use crate::pictures::Kept;
use crate::pipeline::{self, Built, Cache};
use crate::problem::MessageLanguage;
use crate::serve::address::{Answer, answer};
use crate::serve::audience::Audience;
use crate::serve::findings::Findings;
use crate::serve::watch::Watch;
use crate::serve::{Preview, Site, server};
use crate::source::Sources;
use crate::stopwatch::timed;

/// A file can vanish between listing and reading; then reading is tried once more.
const PAUSE: Duration = Duration::from_millis(50);

/// Runs the command; it ends only when it is stopped.
///
/// # Errors
/// When the root is not there, the port is taken or an argument makes no sense.
pub fn run(args: &ServeArgs, environment: &Environment) -> Result<Exit, Failure> {
    let common = &args.common;
    let language = common.language(environment);
    let root = &common.root;
    let failed = |error: &dyn std::fmt::Display| Failure(format!("{}: {error}", root.display()));
    refuse_folder_inside(root, language)?;
    common.options(environment).map_err(Failure)?;
    // Watch first, then read: nothing is missed in between.
    let mut watch = match args.poll {
        true => Watch::polling(root),
        false => Watch::new(root).map_err(|error| unwatched(error, root, language))?,
    };
    let (mut preview, previews) = Rebuild::new(common, environment, language);
    preview.read_and_build().map_err(|error| failed(&error))?;
    preview.show(preview.site.clone());
    let listener = listen(args, language)?;
    let address = address(&listener, preview.site.as_deref());
    let (host, audience) = (args.host.clone(), preview.audience.clone());
    thread::spawn(move || server::run(listener, &host, &audience, previews));
    say(
        common,
        &language.pick(
            format!("Vorschau: {address} (beenden mit Strg+C)"),
            format!("Preview: {address} (stop with Ctrl+C)"),
        ),
    );
    loop {
        watch.wait(None);
        if preview.update(root) {
            preview.show(preview.site.clone());
        }
    }
}

fn unwatched(error: notify::Error, root: &Path, language: MessageLanguage) -> Failure {
    let root = root.display();
    Failure(match error.kind {
        notify::ErrorKind::MaxFilesWatch => language.pick(
            format!("{root}: Das System beobachtet nicht noch mehr Ordner; unter Linux erhöht `sudo sysctl fs.inotify.max_user_watches=524288` die Grenze. Ohne Beobachtung geht es mit --poll."),
            format!("{root}: the system watches no more folders; on Linux `sudo sysctl fs.inotify.max_user_watches=524288` raises the limit; --poll works without watching"),
        ),
        notify::ErrorKind::Io(error) => format!("{root}: {error}"),
        _ => format!("{root}: {error}"),
    })
}

fn listen(args: &ServeArgs, language: MessageLanguage) -> Result<TcpListener, Failure> {
    let host = args.host.trim_matches(['[', ']']);
    TcpListener::bind((host, args.port)).map_err(|error| {
        let hint = match error.kind() {
            std::io::ErrorKind::AddrInUse => language.pick(
                "; mit --port nimmt bba einen anderen Port",
                "; choose another port with --port",
            ),
            _ => "",
        };
        Failure(format!("{}:{}: {error}{hint}", args.host, args.port))
    })
}

/// Where the preview is, to be clicked.
fn address(listener: &TcpListener, site: Option<&Site>) -> String {
    let socket = listener.local_addr().map(|address| address.to_string()).unwrap_or_default();
    let home = site.map_or_else(|| "/".to_owned(), |site| site.hosting.routes.link("/"));
    format!("http://{socket}{home}")
}

/// What was read and built last, and what the next build can use of it.
struct Rebuild<'a> {
    args: &'a CheckArgs,
    environment: &'a Environment,
    language: MessageLanguage,
    cache: Cache,
    sources: Sources,
    /// What the last build found.
    found: Vec<Located>,
    /// The last site without errors.
    site: Option<Arc<Site>>,
    findings: Findings,
    /// Who is shown it.
    audience: Audience,
    sender: watch::Sender<Arc<Preview>>,
}

impl<'a> Rebuild<'a> {
    fn new(
        args: &'a CheckArgs,
        environment: &'a Environment,
        language: MessageLanguage,
    ) -> (Self, watch::Receiver<Arc<Preview>>) {
        let nothing = Preview { site: None, findings: Findings::default() };
        let (sender, previews) = watch::channel(Arc::new(nothing));
        let rebuild = Rebuild {
            args,
            environment,
            language,
            cache: Cache::new(),
            sources: Sources::default(),
            found: Vec::new(),
            site: None,
            findings: Findings::default(),
            audience: Audience::default(),
            sender,
        };
        (rebuild, previews)
    }

    fn show(&self, site: Option<Arc<Site>>) {
        self.sender.send_replace(Arc::new(Preview { site, findings: self.findings.clone() }));
    }

    /// Reads and builds again after a change; says whether there is something new to show.
    fn update(&mut self, root: &Path) -> bool {
        let mut result = self.read_and_build();
        if result.is_err() {
            thread::sleep(PAUSE);
            result = self.read_and_build();
        }
        match result {
            Ok(is_new) => is_new,
            Err(error) => {
                let message = format!("{}: {error}", root.display());
                say(self.args, &message);
                self.findings = Findings::failure(message, self.language);
                // Whatever is read next is new.
                self.sources = Sources::default();
                true
            }
        }
    }

    fn read_and_build(&mut self) -> std::io::Result<bool> {
        let (sources, reading) = timed(|| Sources::read(&self.args.root));
        let sources = sources?;
        if sources == self.sources {
            return Ok(false);
        }
        self.sources = sources;
        // That the options make sense was seen at the start.
        let mut options = self.args.options(self.environment).unwrap_or_default();
        (options.drafts, options.gallery) = (true, true);
        let mut cache = std::mem::take(&mut self.cache);
        let first = OpenFirst::of(self);
        let build = || pipeline::build_for(&self.sources, &options, &mut cache, &first);
        let (mut built, building) = timed(build);
        self.cache = cache;
        built.timings.insert(0, ("read", reading));
        self.tell(&built, reading + building);
        let has_errors = built.has_errors();
        let repository = built.programme.config.repository.as_ref();
        self.findings = Findings::new(&built.diagnostics, &self.sources, repository, self.language);
        self.found = std::mem::take(&mut built.diagnostics);
        if !has_errors {
            self.site = Some(Arc::new(Site::of(built, Kept::of(&self.args.root))));
        }
        Ok(true)
    }

    /// Says on the terminal what is new: a warning that was there before is not repeated.
    fn tell(&self, built: &Built, time: Duration) {
        let is_new = |found: &&Located| !self.found.contains(found);
        let news: Vec<Located> = built.diagnostics.iter().filter(is_new).cloned().collect();
        // Nobody to tell when standard error is closed.
        let _ = show(self.args, self.environment, &self.sources, &news);
        print_timings(self.args, &built.timings);
        let (counts, time) = (counts(built, self.language), time.as_millis());
        say(
            self.args,
            &self.language.pick(
                format!("Gebaut in {time} ms ({counts})"),
                format!("Built in {time} ms ({counts})"),
            ),
        );
    }
}

/// Shows the pages that are open, and files that are new, before all others are made.
struct OpenFirst<'r> {
    rebuild: &'r Rebuild<'r>,
    /// The site that is shown; nothing is shown early while there is none.
    shown: Option<&'r Arc<Site>>,
    open: HashSet<OutPath>,
}

impl<'r> OpenFirst<'r> {
    fn of(rebuild: &'r Rebuild<'r>) -> Self {
        let shown = rebuild.site.as_ref();
        let file = |path: String| match answer(shown?, &path) {
            Answer::File(file, _) => Some(file.to_owned()),
            _ => None,
        };
        let open = rebuild.audience.paths().into_iter().filter_map(file).collect();
        OpenFirst { rebuild, shown, open }
    }
}

impl Sink for OpenFirst<'_> {
    fn take(&self, path: &str, body: Body) -> Body {
        InMemory.take(path, body)
    }

    /// A page shows style sheets and pictures too, which may be new.
    fn awaits(&self, path: &str) -> bool {
        let is_new = |site: &Arc<Site>| !path.ends_with(".html") && !site.files.contains_key(path);
        self.open.contains(path) || (!self.open.is_empty() && self.shown.is_some_and(is_new))
    }

    fn show(&self, files: Files) {
        let site = self.shown.map(|site| Arc::new(site.with(files)));
        self.rebuild.show(site);
    }
}
