// node-ical.mjs SITE – reads every calendar file of a built site with node-ical, which MagicMirror,
// Homebridge and many small programs use, and compares with the site's data files.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check, files, finish, read } from './meant.mjs';

// Whole days begin at midnight by the clock of the computer.
process.env.TZ = 'UTC';
const require = createRequire(join(process.env.CALENDAR_READERS, 'package.json'));
const ical = require('node-ical');

const momentOf = (date) => (date.dateOnly ? date.toISOString().slice(0, 10) : date.getTime() / 1000);

function entryOf(event) {
  // Alarms stand under their UIDs.
  const alarms = Object.values(event).filter((part) => part?.type === 'VALARM').length;
  return {
    uid: event.uid,
    start: momentOf(event.start),
    // Without DTEND it works out one: the next day, or the start.
    end: event.end && event.end.getTime() !== event.start.getTime() ? momentOf(event.end) : null,
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: event.status,
    sequence: Number(event.sequence),
    stamp: event.dtstamp.getTime() / 1000,
    url: event.url,
    alarms,
  };
}

function datesOf(event) {
  const [from, to] = [new Date('1960-01-01'), new Date('2060-01-01')];
  const dates = ical.expandRecurringEvent(event, { from, to });
  return dates.filter((date) => (date.event ?? event).status !== 'CANCELLED')
    .map((date) => (date.isFullDay ? date.start.toISOString().slice(0, 10) : date.start.getTime() / 1000));
}

/** It takes the end of an escaped backslash for the beginning of an escaped line end. */
const withoutBackslashes = (text) => text.replace(/\\[nN\n]?/g, '');

for (const path of files) {
  const events = Object.values(ical.sync.parseICS(read(path))).filter((event) => event.type === 'VEVENT');
  const series = events.filter((event) => event.rrule);
  check(path, events.map(entryOf), new Map(series.map((event) => [event.uid, datesOf(event)])), withoutBackslashes);
}
finish();
