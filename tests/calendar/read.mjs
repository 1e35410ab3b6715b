// read.mjs SITE – reads every calendar file of a built site with ical.js, times by the file's own
// VTIMEZONE, and compares with the site's data files and its jCal.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check, files, finish, paths, read, report } from './meant.mjs';

const require = createRequire(join(process.env.CALENDAR_READERS, 'package.json'));
const ICAL = require('ical.js');

const momentOf = (time) => (time.isDate ? time.toString() : time.toUnixTime());

function entryOf(event) {
  const value = (name) => event.component.getFirstPropertyValue(name);
  const siblings = event.component.getAllProperties('related-to').filter((it) => it.getParameter('reltype') === 'SIBLING');
  return {
    uid: event.uid,
    start: momentOf(event.startDate),
    end: value('dtend') && momentOf(event.endDate),
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: value('status'),
    sequence: event.sequence,
    stamp: value('dtstamp').toUnixTime(),
    url: value('url'),
    alarms: event.component.getAllSubcomponents('valarm').length,
    siblings: siblings.map((it) => it.getFirstValue()),
  };
}

/** The starts of a series that takes place then. */
function datesOf(event) {
  const dates = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && dates.length < 1000; next = iterator.next()) {
    const { startDate, item } = event.getOccurrenceDetails(next);
    if (item.component.getFirstPropertyValue('status') !== 'CANCELLED') dates.push(momentOf(startDate));
  }
  return dates;
}

function checkFile(path) {
  const calendar = new ICAL.Component(ICAL.parse(read(path)));
  const entries = calendar.getAllSubcomponents('vevent');
  const uid = (component) => component.getFirstPropertyValue('uid');
  const changes = entries.filter((component) => component.hasProperty('recurrence-id'));
  // Left to itself it relates every change to every series.
  const changesOf = (component) => ({ exceptions: changes.filter((change) => uid(change) === uid(component)) });
  const own = entries.filter((component) => !changes.includes(component))
    .map((component) => new ICAL.Event(component, changesOf(component)));
  const series = own.filter((event) => event.isRecurring());
  check(path, own.map(entryOf), new Map(series.map((event) => [event.uid, datesOf(event)])));
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

files.forEach(checkFile);
paths.filter((path) => path.endsWith('.jcal.json')).forEach(checkJcal);
finish();
