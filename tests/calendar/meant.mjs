// What every entry of a built site means, by its data files, for readers in JavaScript. An entry
// that was read is {uid, start, end, summary, description, location, status, sequence, stamp, url,
// alarms, siblings}: `start` and `end` are days (`2019-09-24`) or seconds since 1970; `siblings` are not
// there if the reader does not tell.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const site = process.argv[2];
export const read = (path) => readFileSync(join(site, path), 'utf8');
export const paths = readdirSync(site, { recursive: true }).sort();
export const files = paths.filter((path) => path.endsWith('.ics'));

let passed = 0;
let failed = 0;
export function report(name, findings) {
  if (findings.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  if (failed <= 20) console.log(`\nFAIL ${name}\n     ${findings.slice(0, 5).join('\n     ')}`);
}
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/** Texts of the data are maps by language; read are those of the default, which is the first. */
const inDefault = (text) => (text === null || typeof text !== 'object' ? text : Object.values(text)[0]);
const withTexts = (item) => ({
  ...item,
  ...Object.fromEntries(['title', 'summary', 'description'].map((key) => [key, inDefault(item[key])])),
  venue: item.venue && { ...item.venue, name: inDefault(item.venue.name), city: inDefault(item.venue.city) },
});

/** What the data files say, by UID and by address; in each language it lies in a folder. */
function facts(folder) {
  const data = (name) => JSON.parse(read(`${folder}data/${name}.json`));
  const events = data('events').map(withTexts);
  const visits = data('delegations').map(withTexts).map((visit) => ({ ...visit, start: visit.first_day, end: visit.last_day }));
  return {
    folder,
    items: new Map([...events, ...visits].map((item) => [item.uid, item])),
    byUrl: new Map(events.map((event) => [event.url, event])),
  };
}
const dataFiles = paths.filter((path) => path.endsWith('data/events.json'));
const languages = dataFiles.map((path) => facts(path.slice(0, -'data/events.json'.length)));
/** The facts of the language that a file is in: the root is that of the default. */
export const factsOf = (path) => languages.findLast(({ folder }) => folder && path.startsWith(folder)) ?? languages.find(({ folder }) => !folder);

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
export const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
/** A day, or an instant in seconds since 1970. */
const moment = (text) => (isDay(text) ? text : Date.parse(text) / 1000);
/** What a reader gets of a text: no white space at its ends, every line end LF. */
const settled = (text) => (text ?? '').replaceAll('\u2028', '\n').trim();

/** Whether a file is in another language than the data: below `en/` and the like. */
const isTranslated = (path) => path.split('/')[0].length === 2;
/** An item of the data with the texts that were read in place of those of the default language. */
const withoutTexts = (item, entry) => ({
  ...item, title: entry.summary, url: entry.url, summary: null, description: null, venue: null,
});

/** When something is, from its data. */
function times(item) {
  const last = item.end ?? item.start;
  const end = isDay(last) ? dayAfter(last) : item.end && moment(item.end);
  return [moment(item.start), end || null];
}

function status(item) {
  if (item.status === 'cancelled') return 'CANCELLED';
  const open = item.day_is_open || item.hour_is_open;
  return ['planned', 'postponed'].includes(item.status) || open ? 'TENTATIVE' : 'CONFIRMED';
}
const isCalledOff = (item) => ['cancelled', 'postponed'].includes(item.status);

/** Compares an entry; of a series its first. */
function compare(entry, item, findings, sloppyTexts) {
  const expect = (what, found, meant) => {
    if (found !== meant) findings.push(`${entry.uid} ${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(meant)}`);
  };
  // Some readers drop what stands at the beginning of a value, or inside of a text.
  const text = (value) => (sloppyTexts ? sloppyTexts(settled(value)) : settled(value));
  const title = text(item.title);
  const summary = sloppyTexts ? sloppyTexts(entry.summary) : entry.summary;
  const description = sloppyTexts ? sloppyTexts(entry.description) : entry.description;
  expect('SUMMARY', isCalledOff(item) ? summary.slice(-title.length) : summary, title);
  const [start, end] = times(item);
  expect('DTSTART', entry.start, start);
  expect('DTEND', entry.end, end);
  expect('STATUS', entry.status, status(item));
  expect('SEQUENCE', entry.sequence, item.updates.length);
  expect('DTSTAMP', entry.stamp, moment(item.modified));
  expect('URL', entry.url, item.url);
  for (const said of [item.summary, item.description]) {
    if (!description.includes(text(said))) findings.push(`${entry.uid} DESCRIPTION without ${said}`);
  }
  const place = item.status === 'moved-online' ? [] : [item.venue?.name, item.venue?.city];
  for (const part of place) {
    if (!(entry.location ?? '').includes(settled(part))) findings.push(`${entry.uid} LOCATION without ${part}`);
  }
}

function compareDeadline(entry, event, findings) {
  const deadline = event?.registration?.deadline?.slice(0, 10);
  // A day lasts until the next begins.
  if (entry.start !== deadline && dayAfter(entry.start) !== deadline) findings.push(`${entry.uid}: ${entry.start} instead of ${deadline}`);
  if (!entry.summary.endsWith(settled(event?.title))) findings.push(`${entry.uid}: ${entry.summary}`);
}

/**
 * Compares the entries of a file, without those of single dates that stand in their series.
 * `dates` are the starts of series, by UID, as the reader expands them without those cancelled.
 */
export function check(path, entries, dates, sloppyTexts) {
  const { items, byUrl } = factsOf(path);
  const findings = [];
  const isReminding = path.endsWith('/reminders.ics');
  for (const entry of entries) {
    const item = items.get(entry.uid);
    const related = entry.siblings ? entry.siblings.map((uid) => items.get(uid)) : [byUrl.get(entry.url)];
    const series = related.find((other) => other?.repeat);
    if (item) compare(entry, isTranslated(path) ? withoutTexts(item, entry) : item, findings, sloppyTexts);
    else if (series) {
      // A further date of a series; when it is, is compared with the others.
      if (entry.status !== 'CANCELLED') dates.get(series.uid)?.push(entry.start);
    } else if (!path.endsWith('/deadlines.ics')) findings.push(`${entry.uid} is unknown`);
    else if (!isTranslated(path)) compareDeadline(entry, byUrl.get(entry.url), findings);
    const off = isCalledOff(item ?? series ?? {}) || entry.status === 'CANCELLED';
    if (entry.alarms !== undefined && entry.alarms !== (isReminding && !off ? 1 : 0)) findings.push(`${entry.uid}: alarms`);
  }
  for (const [uid, found] of dates) {
    const item = items.get(uid);
    if (!item?.repeat || item.status === 'cancelled') continue;
    const meant = item.repeat.dates.filter((date) => date.status !== 'cancelled').map((date) => moment(date.start));
    found.sort();
    meant.sort();
    if (JSON.stringify(found) !== JSON.stringify(meant)) findings.push(`${uid} dates: ${found} instead of ${meant}`);
  }
  report(path, findings);
}
