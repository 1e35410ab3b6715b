//! All integration tests in one binary. Each file is one topic:
//!
//! | file | topic |
//! |---|---|
//! | `broken` | mistakes of editors, and what is said about them |
//! | `calendar_links` | links that add events to calendars, subscriptions, the same time everywhere |
//! | `calendars` | UIDs, stamps and feeds of the site's calendar files |
//! | `cli` | the program as a process: exit statuses, output folders, formats |
//! | `countries` | the country table: names, capitals, zones, slugs |
//! | `dates` | dates and times in German |
//! | `feeds` | sitemap and Atom, read back |
//! | `golden` | whole small sites and their whole output |
//! | `harness` | a site in a few lines, built in memory |
//! | `hostile` | what no editor would write, through the real binary |
//! | `html` | a reader of our own HTML, for tests |
//! | `icalendar` | the calendar writer, against the standard and independent readers |
//! | `languages` | the same pages in every language, and what is not translated |
//! | `lists` | what is upcoming, and lists of more than a hundred entries |
//! | `markdown` | Markdown texts on pages |
//! | `mutations` | content with random damage never stops the program |
//! | `pages` | what every page has, JSON-LD, and that nothing can be injected |
//! | `paths` | base URL, aliases, media, manifest, two sources for one path |
//! | `programme` | the real programme in `content/` |
//! | `queries` | why something is as it is, what there is, what comes next |
//! | `redaktion` | the examples of `docs/redaktion.md`, and that they do what the page says |
//! | `references` | what the files say together: joins, countries, contacts, texts |
//! | `themes` | the default theme in the program, and what a site puts over it |
//! | `visibility` | drafts, embargoes, and lists that follow the time |

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod broken;
mod calendar_links;
mod calendars;
mod cli;
mod countries;
mod dates;
mod feeds;
mod golden;
mod harness;
mod hostile;
mod html;
mod icalendar;
mod languages;
mod lists;
mod markdown;
mod mutations;
mod pages;
mod paths;
mod programme;
mod queries;
mod redaktion;
mod references;
mod themes;
mod visibility;
