//! All integration tests in one binary. Each file is one topic:
//!
//! | file | topic |
//! |---|---|
//! | `agreement` | everything tells the same date, place and status of made-up events |
//! | `arriving` | what readers in the world make of calendar entries |
//! | `assets` | style sheets and scripts with a hash in their names |
//! | `attacks` | every field with every injection, harmless everywhere |
//! | `begin` | `new`, `init` and `schema`, through the real binary |
//! | `brand` | name, logo, colour and place of a programme |
//! | `broken` | mistakes of editors, and what is said about them |
//! | `calendar_links` | links that add events to calendars, subscriptions, the same time everywhere |
//! | `calendars` | UIDs, stamps and feeds of the site's calendar files |
//! | `cldr` | dates, numbers, lists, plurals and order in ten languages |
//! | `cli` | the program as a process: exit statuses, output folders, formats |
//! | `clock` | `next --wait`: what is waited for, and how long |
//! | `colours` | the colours of the stylesheet: contrasts in every mode |
//! | `countries` | the country table: names, capitals, zones, slugs |
//! | `dates` | dates and times in German |
//! | `dead_links` | links of the site to itself that lead nowhere |
//! | `dependencies` | the toolchain that is asked for is new enough for all of them |
//! | `drafts` | pages that are drafts: nowhere for visitors, marked in previews |
//! | `due` | `build --if-due`: what is built by the clock, and what is left as it is |
//! | `external` | links to other sites |
//! | `explain` | every code has an explanation, and every example is true |
//! | `feeds` | sitemap and Atom, read back |
//! | `fix` | `check --fix`: what it corrects, and what it leaves as it is |
//! | `formats` | findings for people and for programs; `--strict` |
//! | `fuzz` | what anybody may send is read or refused |
//! | `gallery` | the page with every component, which only the preview has |
//! | `gaps` | gaps `??…??`: told to editors, never shown to readers |
//! | `golden` | whole small sites and their whole output |
//! | `harness` | a site in a few lines, built in memory |
//! | `hazards` | addresses, mail links, paths and logs that could do harm |
//! | `hostile` | what no editor would write, through the real binary |
//! | `hosting` | what web servers are told |
//! | `html` | a reader of our own HTML, for tests |
//! | `icalendar` | the calendar writer, against the standard and independent readers |
//! | `incremental` | builds that use what an earlier one left |
//! | `interface_texts` | every interface text is asked for, and every one that is asked for is there |
//! | `languages` | the same pages in every language, and what is not translated |
//! | `last_good` | `build --last-good`: a cancellation gets through, whatever else is broken |
//! | `linear` | a text of eight times the length takes eight times as long to read |
//! | `lists` | what is upcoming, and lists of more than a hundred entries |
//! | `markdown` | Markdown texts on pages |
//! | `media` | which files of `media/` are published, and what is said about the others |
//! | `mistakes` | a table of what editors type, and the exact words they get |
//! | `mutations` | content with random damage never stops the program |
//! | `newcomer` | the way of somebody who begins, from `init` to a site in three languages |
//! | `occurrences` | date, place, status and earlier dates of one occurrence belong together |
//! | `output_folder` | the output is wholly the old or the new site, whatever goes wrong |
//! | `own` | what a site has of its own: kinds, fields, menu, addresses of pages |
//! | `pages` | what every page has, JSON-LD, and that nothing can be injected |
//! | `paths` | base URL, aliases, media, manifest, two sources for one path |
//! | `pictures` | photographs and share images: sizes, what is kept, what is published |
//! | `programme` | the real programme in `content/` |
//! | `promises` | what a publication would break for those who have what is published |
//! | `published` | what is published now, in folders and on servers of any kind |
//! | `queries` | why something is as it is, what there is, what comes next |
//! | `recurrence` | rules and their days |
//! | `redaktion` | the examples of `docs/redaktion.md`, and that they do what the page says |
//! | `references` | what the files say together: joins, countries, contacts, texts |
//! | `reproducible` | the same bytes everywhere |
//! | `schedules` | schedules that are hardly meant |
//! | `schema` | JSON Schemas of the content files |
//! | `serve` | the preview: requests, messages to open pages, the watcher |
//! | `starters` | files to begin with |
//! | `secrets` | nothing hidden gets out |
//! | `series` | series: mistakes, calendar files, pages, data, readers |
//! | `share_images` | what networks and devices show: share images, touch icon, web manifest |
//! | `silence` | comments that silence a warning |
//! | `templates` | what templates are given, and that `docs/theme.md` says it |
//! | `themes` | the default theme in the program, and what a site puts over it |
//! | `typography` | quotation marks, dashes and spaces on pages |
//! | `varied` | a made-up programme that is hard for calendar readers |
//! | `upload` | what was built, into a folder where visitors find it |
//! | `verify` | whether what is published is what was built |
//! | `visibility` | drafts, embargoes, and lists that follow the time |
//! | `wording` | one term for one thing, as the glossary has it |
//! | `workflows` | the workflows of a new programme, before programs that stand for hosts |

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod agreement;
mod ahead;
mod arriving;
mod assets;
mod attacks;
mod begin;
mod brand;
mod broken;
mod calendar_links;
mod calendars;
mod cldr;
mod cli;
mod clock;
mod colours;
mod consent;
mod countries;
mod data;
mod dates;
mod dead_links;
mod dependencies;
mod drafts;
mod due;
mod duties;
mod explain;
mod external;
mod feeds;
mod fix;
mod formats;
mod fuzz;
mod gallery;
mod gaps;
mod golden;
mod good_texts;
mod harness;
mod hazards;
mod hostile;
mod hosting;
mod house;
mod html;
mod icalendar;
mod incremental;
mod interface_texts;
mod languages;
mod last_good;
mod linear;
mod lists;
mod markdown;
mod media;
mod mistakes;
mod mutations;
mod newcomer;
mod occurrences;
mod output_folder;
mod own;
mod pages;
mod paths;
mod pictures;
mod plan;
mod programme;
mod promises;
mod prose;
mod published;
mod queries;
mod recurrence;
mod redaktion;
mod references;
mod reproducible;
mod schedules;
mod schema;
mod search;
mod secrets;
mod series;
mod serve;
mod share_images;
mod silence;
mod starters;
mod structured_data;
mod templates;
mod texts;
mod themes;
mod typography;
mod upload;
mod verify;
mod visibility;
mod wording;
mod workflows;

#[path = "../calendar/programme.rs"]
mod varied;
