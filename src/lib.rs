//! `bba` turns Markdown and YAML into the static site of a programme with delegations,
//! events and press releases: pages, calendar files, feeds and data.
//!
//! # The map
//! ```text
//! disk ─read→ Sources ─parse→ Records ─assemble→ Programme, Sites ─plan→ Artifacts ─render→ files ─publish→ disk
//! ```
//! Begin with [`pipeline::build`]: it is the table of contents.
//!
//! Each room uses only rooms below it; `tests/it/house.rs` holds the order.
//!
//! | room | what it answers |
//! |---|---|
//! | [`commands`] | the commands, one small file each |
//! | [`cli`] | the command line as it is typed |
//! | [`serve`] | the preview in a browser |
//! | [`verify`] | whether what is published is what was built |
//! | [`plan`] | what a publication would change for visitors |
//! | [`query`] | what there is, why it is shown or hidden, when that changes |
//! | [`fallback`] | which older parts stand in for what has an error |
//! | [`external`] | whether links to other sites lead anywhere; asks the network |
//! | [`promises`] | whether those who have what is published are kept in mind |
//! | [`upload`] | what was built, to where visitors find it; the only one that runs other programs |
//! | [`publish`] | the output folder; the only writer there |
//! | [`pictures`] | pictures that were drawn, kept in `.bba/` |
//! | [`published`] | what is published now, in a folder or on the web; asks the network |
//! | [`pipeline`] | the build, from sources to finished files |
//! | [`manifest`] | what was built |
//! | [`check`] | whether the finished files keep what they promise |
//! | [`outputs`] | what is published, one file an output |
//! | [`starter`] | what a new record begins with |
//! | [`scaffold`] | writes such files; never over one of an editor's |
//! | [`schema`] | JSON Schemas that help editor programs |
//! | [`report`] | how findings are shown: to people and to programs |
//! | [`findings`] | which diagnostics are shown, at which line and column |
//! | [`site`] | what the files say together: joined, checked, public; then in one language |
//! | [`route`] | where everything is: every URL and every output path |
//! | [`theme`] | how pages look: templates |
//! | [`dates`] | how dates and times are written |
//! | [`strings`] | interface texts |
//! | [`read`] | how files become records |
//! | [`model`] | what records are; nothing reads here |
//! | [`yaml`] | YAML into the keys that a table knows, with the place of every mistake |
//! | [`markdown`] | Markdown into HTML and plain text |
//! | [`media_type`] | what type a file has, by its name |
//! | [`files`] | the finished files: paths and bytes |
//! | [`drawing`] | pictures that a build makes: sizes of photographs, share images |
//! | [`source`] | which files there are; the only reader of the disk |
//! | [`media`] | what the bytes of a picture or a document are |
//! | [`values`] | what a scalar can mean: times, addresses, choices |
//! | [`country`] | which countries there are |
//! | [`diagnostic`] | what was found wrong, and where |
//! | [`problem`] | what can be wrong, in which words |
//! | [`suggest`] | what somebody meant who typed something else |
//! | [`icalendar`] | RFC 5545, and nothing of the site |
//! | [`host`] | names of computers, as the network knows them |
//! | [`typography`] | quotation marks, dashes and spaces that stay together |
//! | [`cldr`] | what the Unicode CLDR says of a language |
//! | [`composed`] | one letter, one form |
//! | [`recurrence`] | on which days a rule says that something takes place |
//! | [`gap`] | what an editor has still to fill, `??…??` |
//! | [`language`] | languages, and texts in several of them |
//! | [`place`] | where something is in a file |
//! | [`memo`] | what one build leaves for the next |
//! | [`terminal`] | text as a terminal and the log of a CI may have it |
//! | [`own_folder`] | `.bba/`: what the program keeps for itself and may lose |
//! | [`stopwatch`] | how long work takes |
//! | [`built_in`] | files inside the program: the default theme, starters |
//!
//! # Invariants
//! - The middle is pure: from [`source::Sources`] to the finished files nothing touches the disk
//!   or the clock. The same sources and options give the same bytes. The disk is touched in
//!   [`source`], [`publish`], [`upload`], [`pictures`], [`published`], [`scaffold`],
//!   [`own_folder`] and [`serve::watch`] alone, the clock
//!   and the environment are read in `main.rs`; `clippy.toml` holds it.
//! - Finished files leave through a [`files::Sink`] as soon as they are made; what is asked of them later
//!   (links, anchors, hashes) is noted before.
//! - A build knows nothing of the past: what is published is read for comparisons alone.
//! - What an editor can get wrong is a [`diagnostic::Diagnostic`] with a place, never a panic and
//!   never a `Result` that hides the next mistake.
//! - A mistake is reported once: what only follows from another mistake is not.
//! - Hidden items (drafts, embargoes) leave in [`site`]; no output ever sees them.
//! - An event is one record; page, calendar, JSON-LD, feed and lists are made from it.
//! - UIDs and DTSTAMPs come from content, never from paths, titles or the clock.

#![warn(clippy::disallowed_methods)]
// They panic when nobody can read them, on a full disk; see `commands`.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod built_in;
pub mod check;
pub mod cldr;
pub mod cli;
pub mod commands;
pub mod composed;
pub mod country;
pub mod dates;
pub mod diagnostic;
pub mod drawing;
pub mod external;
pub mod fallback;
pub mod files;
pub mod findings;
pub mod gap;
pub mod host;
pub mod icalendar;
pub mod language;
pub mod manifest;
pub mod markdown;
pub mod media;
pub mod media_type;
pub mod memo;
pub mod model;
pub mod outputs;
pub mod own_folder;
pub mod pictures;
pub mod pipeline;
pub mod place;
pub mod plan;
pub mod problem;
pub mod promises;
pub mod publish;
pub mod published;
pub mod query;
pub mod read;
pub mod recurrence;
pub mod report;
pub mod route;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod site;
pub mod source;
pub mod starter;
pub mod stopwatch;
pub mod strings;
pub mod suggest;
pub mod terminal;
pub mod theme;
pub mod typography;
pub mod upload;
pub mod values;
pub mod verify;
pub mod yaml;
