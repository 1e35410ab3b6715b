//! `bba` turns Markdown and YAML into the static site of a programme with delegations,
//! events and press releases: pages, calendar files, feeds and data.
//!
//! # The map
//! ```text
//! disk ─read→ Sources ─parse→ Records ─assemble→ Programme, Sites ─plan→ Artifacts ─render→ files ─publish→ disk
//! ```
//! Begin with [`pipeline::build`]: it is the table of contents.
//!
//! | module | what it answers |
//! |---|---|
//! | [`built_in`] | files inside the program: the default theme, starters |
//! | [`source`] | which files there are; the only reader of the disk |
//! | [`content`] | what one file says: YAML, Markdown, records |
//! | [`country`], [`language`] | which countries and languages there are |
//! | [`site`] | what the files say together: joined, checked, public; then in one language |
//! | [`route`] | where everything is: every URL and every output path |
//! | [`dates`], [`strings`] | how dates and interface texts are written |
//! | [`cldr`] | what the Unicode CLDR says of a language |
//! | [`theme`], [`typography`] | how pages look: templates, quotation marks and spaces |
//! | [`outputs`] | what is published, one file an output |
//! | [`icalendar`] | RFC 5545, and nothing of the site |
//! | [`recurrence`] | on which days a rule says that something takes place |
//! | [`check`] | whether the finished files keep what they promise |
//! | [`memo`] | what one build leaves for the next |
//! | [`manifest`] | what was built |
//! | [`publish`] | the output folder; the only writer there |
//! | [`diagnostic`], [`problem`], [`report`] | what is wrong, where, in which words, shown how |
//! | [`query`] | what there is, why it is shown or hidden, when that changes |
//! | [`serve`] | the preview in a browser |
//! | [`schema`], [`starter`] | what helps editors write: JSON Schemas, files to begin with |
//! | [`scaffold`] | writes those files; never over one of an editor's |
//! | [`cli`], [`commands`] | the command line |
//! | [`stopwatch`] | how long work takes |
//!
//! # Invariants
//! - The middle is pure: from [`source::Sources`] to the finished files nothing touches the disk
//!   or the clock. The same sources and options give the same bytes. The disk is touched in
//!   [`source`], [`publish`], [`scaffold`] and [`serve::watch`] alone, the clock and the
//!   environment are read in `main.rs`; `clippy.toml` holds it.
//! - What an editor can get wrong is a [`diagnostic::Diagnostic`] with a place, never a panic and
//!   never a `Result` that hides the next mistake.
//! - A mistake is reported once: what only follows from another mistake is not.
//! - Hidden items (drafts, embargoes) leave in [`site`]; no output ever sees them.
//! - An event is one record; page, calendar, JSON-LD, feed and lists are made from it.
//! - UIDs and DTSTAMPs come from content, never from paths, titles or the clock.

#![warn(clippy::disallowed_methods)]

pub mod built_in;
pub mod check;
pub mod cldr;
pub mod cli;
pub mod commands;
pub mod content;
pub mod country;
pub mod dates;
pub mod diagnostic;
pub mod icalendar;
pub mod language;
pub mod manifest;
pub mod memo;
pub mod outputs;
pub mod pipeline;
pub mod problem;
pub mod publish;
pub mod query;
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
pub mod theme;
pub mod typography;
