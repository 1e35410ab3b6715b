// node figures.mjs BBA – builds a made-up programme with 300 events, 40 visits and very long titles,
// measures it, and prints every figure beside its limit; ends non-zero when one is missed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/site.mjs';
import { LIMITS, gzipped, weigh } from './lib/weight.mjs';
import { placeTop, registrationBottom } from './lib/in-page.mjs';

const NOW = '2030-01-01T09:00';
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1440, height: 900 };
// Of Europe and of the world; some come twice.
const COUNTRIES = 'AT BE BG BR CZ DK EE ES FI FR GB HU IN IT JP KR LV LT MX NL NO PL RO SE TR US'.split(' ');

// 200 letters, with words that do not fit a line.
const LONG_TITLE = 'Kooperationsgespräche zur Wirtschaftsförderungsgesellschaftsgründung mit Gästen aus Japan und Vertreterinnen und Vertretern der sächsischen Automobilzulieferindustrie sowie der Forschungseinrichtungen'.padEnd(200, ' a').slice(0, 200);

const two = (number) => String(number).padStart(2, '0');
const dayOf = (number) => `2030-${two(2 + Math.floor(number / 28) % 11)}-${two(1 + number % 28)}`;

function event(number) {
  return `title: Treffen ${number} mit Gästen und Betrieben der Region
start: ${dayOf(number)}T15:00
end: ${dayOf(number)}T17:00
countries: [${COUNTRIES[number % COUNTRIES.length]}]
venue: {name: Saal ${number % 7}, city: Musterstadt, country: DE}
status: confirmed
published: 2029-06-01T09:00
registration: {required: true, email: anmeldung@traeger.example.org, state: open, deadline: ${dayOf(number)}}
`;
}

// The first four are still to come, or all of them.
function visit(number, allAhead) {
  const ahead = number < 4 || allAhead;
  const year = (ahead ? 2030 : 2022) + (number < 4 ? 0 : number % 8);
  return `title: Delegation ${number}
countries: [${COUNTRIES[number % COUNTRIES.length]}]
start: ${year}-${two(1 + number % 12)}-04
end: ${year}-${two(1 + number % 12)}-08
status: confirmed
published: ${ahead ? '2029-06-01' : `${year}-01-02`}T09:00
`;
}

function longEvent() {
  return `${event(11).replace(/^title: .*$/m, `title: ${LONG_TITLE}`)}summary: Ein Satz dazu.\n`;
}

function build(bba) {
  const root = mkdtempSync(join(tmpdir(), 'figures-'));
  const project = fileURLToPath(new URL('../..', import.meta.url));
  cpSync(join(project, 'tests/browser/content'), join(root, 'content'), { recursive: true });
  cpSync(join(project, 'themes'), join(root, 'themes'), { recursive: true });
  for (let number = 0; number < 300; number += 1) writeFileSync(join(root, `content/events/treffen-${number}.yaml`), event(number));
  writeFileSync(join(root, 'content/events/langer-titel.yaml'), longEvent());
  for (const [folder, allAhead] of [['ahead', true], ['public', false]]) {
    for (let number = 0; number < 40; number += 1) writeFileSync(join(root, `content/delegations/besuch-${number}.yaml`), visit(number, allAhead));
    execFileSync(bba, ['build', '--quiet', '--root', root, '--now', NOW, '--out', join(root, folder)], { stdio: ['ignore', 'ignore', 'pipe'] });
  }
  return root;
}

const rows = [];
function figure(name, value, limit) {
  rows.push({ name, value, limit, missed: value > limit });
}

async function at(browser, viewport, address, look) {
  const context = await browser.newContext({ viewport, locale: 'de-DE' });
  const page = await context.newPage();
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const result = await look(page, responses);
  await context.close();
  return result;
}

const heightOf = (page) => page.evaluate(() => document.documentElement.scrollHeight);
const headingsOf = (page) => page.evaluate(() => document.querySelectorAll('h1, h2, h3, h4').length);
const headerOf = (page) => page.evaluate(() => Math.ceil(document.querySelector('body > header').getBoundingClientRect().bottom));

const all = (folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)).filter((file) => statSync(file).isFile());

const [bba] = process.argv.slice(2);
const root = build(bba);
const folder = join(root, 'public');
const site = await serve(folder);
const allAhead = await serve(join(root, 'ahead'));
const browser = await launch();
const page = (path) => site.home + path;

for (const [name, path] of [['a short title', 'veranstaltungen/treffen-5/'], ['a title of 200 letters', 'veranstaltungen/langer-titel/']]) {
  figure(`event with ${name}, 320 × 640: place begins, px`, await at(browser, PHONE, page(path), (it) => it.evaluate(placeTop)), 480);
  figure(`event with ${name}, 320 × 640: button ends, px`, await at(browser, PHONE, page(path), (it) => it.evaluate(registrationBottom)), 640);
}
figure('300 events, 1440 px: height, px', await at(browser, DESK, page('veranstaltungen/'), heightOf), 6000);
figure('300 events, all of the year, 1440 px: height, px', await at(browser, DESK, page('veranstaltungen/2030/'), heightOf), 6000);
figure('40 visits, 1440 px: height, px', await at(browser, DESK, page('delegationen/'), heightOf), 3500);
figure('40 visits, all ahead, 1440 px: height, px', await at(browser, DESK, `${allAhead.home}delegationen/`, heightOf), 3500);
figure('40 visits: headings', await at(browser, DESK, page('delegationen/'), headingsOf), 50);
for (const width of [320, 390]) {
  figure(`header, ${width} px: height, px`, await at(browser, { width, height: 640 }, page(''), headerOf), 120);
}
const views = { home: '', event: 'veranstaltungen/langer-titel/', events: 'veranstaltungen/', visits: 'delegationen/', visit: 'delegationen/japan/', release: 'presse/2029-09-01-japan/', search: 'suche/' };
for (const [name, path] of Object.entries(views)) {
  const { weights } = await at(browser, DESK, page(path), (_, responses) => weigh(responses));
  // The search of 340 items loads its index; without it the page is as light as others.
  const index = name === 'search' ? 150_000 : 0;
  figure(`first view of ${name}: bytes`, weights.page, LIMITS.page + 3 * index);
  figure(`first view of ${name}: bytes as sent`, weights.pageSent, LIMITS.pageSent + index);
  figure(`first view of ${name}: requests`, weights.requests, LIMITS.requests);
}
const files = all(folder);
const ending = (end) => files.filter((file) => file.endsWith(end));
figure('stylesheet, gzipped: bytes', Math.max(...ending('.css').map((file) => gzipped(readFileSync(file)))), LIMITS.stylesheetSent);
// Scripts are there under their plain names too, which no page of this theme loads.
const loaded = ending('.js').filter((file) => /-[0-9a-f]{16}\.js$/.test(file));
figure('scripts: bytes', loaded.reduce((total, file) => total + statSync(file).size, 0), 10_000);
figure('script of the search: bytes', Math.max(0, ...loaded.filter((file) => file.includes('search')).map((file) => statSync(file).size)), 8_000);
const maps = readFileSync(join(folder, 'delegationen/index.html'), 'utf8').match(/<figure class="maps">[\s\S]*?<\/figure>/)?.[0] ?? '';
figure('maps in the page, gzipped: bytes', gzipped(maps), 14_000);

await browser.close();
site.close();
allAhead.close();
if (!process.env.KEEP) rmSync(root, { recursive: true });
else console.log(root);
const width = Math.max(...rows.map(({ name }) => name.length));
for (const { name, value, limit, missed } of rows) {
  console.log(`${missed ? 'MISSED' : 'ok    '} ${name.padEnd(width)} ${String(value).padStart(8)}  limit ${limit}`);
}
process.exitCode = rows.some(({ missed }) => missed) ? 1 : 0;
