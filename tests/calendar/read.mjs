// read.mjs SITE – reads every calendar file of a built site with ical.js, times by the file's own
// VTIMEZONE, and compares with the site's data files and its jCal.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.CALENDAR_READERS, 'package.json'));
const ICAL = require('ical.js');
const site = process.argv[2];
const read = (path) => readFileSync(join(site, path), 'utf8');
const data = (folder, name) => JSON.parse(read(`${folder}data/${name}.json`));

let passed = 0;
let failed = 0;
function report(name, findings) {
  if (findings.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  if (failed <= 20) console.log(`\nFAIL ${name}\n     ${findings.slice(0, 5).join('\n     ')}`);
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
  const events = data(folder, 'events').map(withTexts);
  const visits = data(folder, 'delegations').map(withTexts).map((visit) => ({ ...visit, start: visit.first_day, end: visit.last_day }));
  return {
    folder,
    items: new Map([...events, ...visits].map((item) => [item.uid, item])),
    byUrl: new Map(events.map((event) => [event.url, event])),
  };
}
const paths = readdirSync(site, { recursive: true }).sort();
const dataFiles = paths.filter((path) => path.endsWith('data/events.json'));
const languages = dataFiles.map((path) => facts(path.slice(0, -'data/events.json'.length)));
/** The facts of the language that a file is in: the root is that of the default. */
const factsOf = (path) => languages.findLast(({ folder }) => folder && path.startsWith(folder)) ?? languages.find(({ folder }) => !folder);

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
/** A day, or an instant in seconds since 1970. */
const moment = (text) => (isDay(text) ? text : Date.parse(text) / 1000);
const momentOf = (time) => (time.isDate ? time.toString() : time.toUnixTime());
/** What a reader gets of a text: no white space at its ends, every line end LF. */
const settled = (text) => (text ?? '').replaceAll('\u2028', '\n').trim();

/** Whether a file is in another language than the data: below `en/` and the like. */
const isTranslated = (path) => path.split('/')[0].length === 2;
/** An item of the data with the texts that were read in place of those of the default language. */
const withoutTexts = (item, entry) => ({
  ...item, title: entry.summary, url: entry.component.getFirstPropertyValue('url'), summary: null, description: null, venue: null,
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

function compare(entry, item, findings) {
  const expect = (what, found, meant) => {
    if (found !== meant) findings.push(`${entry.uid} ${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(meant)}`);
  };
  const value = (name) => entry.component.getFirstPropertyValue(name);
  const title = settled(item.title);
  const calledOff = ['cancelled', 'postponed'].includes(item.status);
  expect('SUMMARY', calledOff ? entry.summary.slice(-title.length) : entry.summary, title);
  const [start, end] = times(item);
  expect('DTSTART', momentOf(entry.startDate), start);
  expect('DTEND', value('dtend') && momentOf(entry.endDate), end);
  expect('STATUS', value('status'), status(item));
  expect('SEQUENCE', entry.sequence, item.updates.length);
  expect('DTSTAMP', value('dtstamp').toUnixTime(), moment(item.modified));
  expect('URL', value('url'), item.url);
  for (const text of [item.summary, item.description]) {
    if (!entry.description.includes(settled(text))) findings.push(`${entry.uid} DESCRIPTION without ${text}`);
  }
  const place = item.status === 'moved-online' ? [] : [item.venue?.name, item.venue?.city];
  for (const part of place) {
    if (!(entry.location ?? '').includes(settled(part))) findings.push(`${entry.uid} LOCATION without ${part}`);
  }
  if (item.repeat && item.status !== 'cancelled') compareDates(entry, item, findings);
}

/** A series has the dates that its data lists. */
function compareDates(entry, item, findings) {
  if (!entry.isRecurring()) return;
  const dates = [];
  const iterator = entry.iterator();
  for (let next = iterator.next(); next && dates.length < 1000; next = iterator.next()) {
    const { startDate, item: shown } = entry.getOccurrenceDetails(next);
    if (shown.component.getFirstPropertyValue('status') !== 'CANCELLED') dates.push(momentOf(startDate));
  }
  const meant = item.repeat.dates.filter((date) => date.status !== 'cancelled').map((date) => moment(date.start));
  dates.sort();
  meant.sort();
  if (JSON.stringify(dates) !== JSON.stringify(meant)) findings.push(`${entry.uid} dates: ${dates} instead of ${meant}`);
}

function compareDeadline(entry, byUrl, findings) {
  const event = byUrl.get(entry.component.getFirstPropertyValue('url'));
  const deadline = event?.registration?.deadline?.slice(0, 10);
  const day = momentOf(entry.startDate);
  // A day lasts until the next begins.
  if (day !== deadline && dayAfter(day) !== deadline) findings.push(`${entry.uid}: ${day} instead of ${deadline}`);
  if (!entry.summary.endsWith(settled(event?.title))) findings.push(`${entry.uid}: ${entry.summary}`);
}

function check(path) {
  const calendar = new ICAL.Component(ICAL.parse(read(path)));
  const findings = [];
  const { items, byUrl } = factsOf(path);
  const isReminding = path.endsWith('/reminders.ics');
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const entry = new ICAL.Event(component);
    if (entry.isRecurrenceException()) continue;
    const item = items.get(entry.uid);
    if (item) compare(entry, isTranslated(path) ? withoutTexts(item, entry) : item, findings);
    else if (path.endsWith('/deadlines.ics')) {
      if (!isTranslated(path)) compareDeadline(entry, byUrl, findings);
    }
    else findings.push(`${entry.uid} is unknown`);
    const alarms = isReminding && component.getFirstPropertyValue('status') !== 'CANCELLED' ? 1 : 0;
    if (component.getAllSubcomponents('valarm').length !== alarms) findings.push(`${entry.uid}: alarms`);
  }
  report(path, findings);
}

/** jCal has one form for one value, and this reader does not know all of RFC 7986. */
function normal([name, properties, components]) {
  const lists = (object) =>
    Object.fromEntries(Object.entries(object).sort().map(([key, value]) => [key, [value].flat()]));
  const property = ([name, parameters, type, ...values]) => {
    const text = type === 'unknown' && ['name', 'color'].includes(name);
    if (text) values = values.map((value) => value.replace(/\\([;,\\])/g, '$1'));
    if (type === 'recur') values = values.map(lists);
    if (parameters.feature) parameters = { ...parameters, feature: [parameters.feature].flat().join(',').split(',') };
    return [name, lists(parameters), text ? 'text' : type, ...values];
  };
  return [name, properties.map(property), components.map(normal)];
}

function checkJcal(path) {
  const ours = normal(JSON.parse(read(path)));
  const theirs = normal(ICAL.parse(read(path.replace('.jcal.json', '.ics'))));
  const findings = [];
  const compareComponents = (a, b, where) => {
    for (let i = 0; i < Math.max(a[1].length, b[1].length); i += 1) {
      const [left, right] = [JSON.stringify(a[1][i]), JSON.stringify(b[1][i])];
      if (left !== right) findings.push(`${where}: ${left} instead of ${right}`);
    }
    if (a[2].length !== b[2].length) findings.push(`${where}: ${a[2].length} parts`);
    a[2].forEach((part, i) => b[2][i] && compareComponents(part, b[2][i], `${where}/${part[0]}`));
  };
  compareComponents(ours, theirs, ours[0]);
  report(path, findings);
}

for (const path of paths.filter((path) => path.endsWith('.ics'))) check(path);
for (const path of paths.filter((path) => path.endsWith('.jcal.json'))) checkJcal(path);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
