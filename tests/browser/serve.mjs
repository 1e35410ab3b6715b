// node serve.mjs BBA ROOT [LIMIT] – the preview: what an open page does while files of ROOT change.
// ROOT is a programme made by `examples/generate`; it is changed. LIMIT is for an idle machine: the
// median in milliseconds from an edit to the page.
import { spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launch } from './lib/browser.mjs';
import { Report } from './lib/report.mjs';

const EDITS = 20;
const PATIENCE = 5000;

const [bba, root, limit = PATIENCE] = process.argv.slice(2);
const EVENT = join(root, 'content/events/treffen-00001.yaml');
const STYLE = join(root, 'themes/bba/static/assets/style.css');
const PAGE = 'veranstaltungen/treffen-00001/';

async function start() {
  const program = spawn(bba, ['serve', '--port', '0', '--lang', 'de', '--now', '2026-01-15T09:00:00Z', '--root', root]);
  for await (const line of createInterface({ input: program.stderr })) {
    const home = /^Vorschau: (\S+)/.exec(line)?.[1];
    if (home) {
      program.stderr.resume();
      return { home, stop: () => program.kill() };
    }
  }
  throw new Error('bba serve ended');
}

// Runs inside the page: when it is so, in milliseconds of the clock that this program sees too.
function moment([selector, text]) {
  const isSo = () => document.querySelector(selector)?.textContent.includes(text);
  return new Promise((resolve) => {
    if (isSo()) resolve(Date.now());
    const observer = new MutationObserver(() => {
      if (isSo()) resolve(Date.now());
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

// Runs inside the page: the words of the panel with the mistakes; empty when it is hidden.
function alertText() {
  const panel = document.querySelector('bba-preview').shadowRoot.querySelector('[role=alert]');
  return panel.hidden ? '' : panel.innerText;
}

function noteText() {
  const note = document.querySelector('bba-preview').shadowRoot.querySelector('[role=status]');
  return note.hidden ? '' : note.innerText;
}

async function eventually(page, ask, isSo) {
  const end = Date.now() + PATIENCE;
  let answer;
  do {
    answer = await page.evaluate(ask);
    if (isSo(answer)) return [];
    await page.waitForTimeout(5);
  } while (Date.now() < end);
  return [`after ${PATIENCE} ms still: ${answer}`];
}

const original = readFileSync(EVENT, 'utf8');
const titled = (title) => original.replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`);
// As editors save that never leave half a file.
function save(file, text) {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

async function follows({ page }) {
  await page.evaluate(() => {
    window.marker = 'here';
    scrollTo({ top: 120, behavior: 'instant' });
  });
  const before = await page.evaluate(() => scrollY);
  const times = [];
  for (let number = 0; number < EDITS; number += 1) {
    const title = `Treffen 1: Stand ${String(number).padStart(3, '0')} & <b>`;
    const seen = page.evaluate(moment, ['h1', title]);
    const saved = Date.now();
    // In place and by rename: editors do both.
    (number % 2 ? save : writeFileSync)(EVENT, titled(title));
    times.push(await seen - saved);
  }
  times.sort((a, b) => a - b);
  const median = times[EDITS / 2];
  console.log(`edit to page, ${EDITS} edits: median ${median} ms, longest ${times.at(-1)} ms`);
  const findings = median < Number(limit) ? [] : [`median ${median} ms, not under ${limit} ms`];
  if (await page.evaluate(() => window.marker) !== 'here') findings.push('the page was loaded again');
  const after = await page.evaluate(() => scrollY);
  if (before !== 120 || after !== before) findings.push(`scrolled from ${before} to ${after}`);
  if (await page.title() !== await page.evaluate(() => `${document.querySelector('h1').textContent.trim()} – Messprogramm`)) {
    findings.push(`the title of the window is ${await page.title()}`);
  }
  return findings;
}

// What a visitor did to the page is none of the content's business.
async function keeps({ page }) {
  await page.evaluate(() => {
    const main = document.querySelector('main');
    window.heading = document.querySelector('h1');
    window.footer = document.querySelector('footer');
    const link = main.querySelector('a');
    link.focus({ preventScroll: true });
    window.focused = link;
  });
  save(EVENT, titled('Noch ein Titel'));
  const findings = await eventually(page, () => document.querySelector('h1').textContent, (text) => text.includes('Noch ein Titel'));
  const kept = await page.evaluate(() => ({
    heading: window.heading === document.querySelector('h1'),
    footer: window.footer === document.querySelector('footer'),
    focus: window.focused === document.activeElement,
  }));
  return [...findings, ...Object.entries(kept).filter(([, is]) => !is).map(([what]) => `${what} was exchanged`)];
}

async function equalsAReload({ page }) {
  const html = () => page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector('bba-preview')?.remove();
    return copy.outerHTML;
  });
  const followed = await html();
  await page.reload();
  const loaded = await html();
  return followed === loaded ? [] : ['what the page became is not what a reload gives'];
}

async function mistakes({ page }) {
  const h1 = await page.evaluate(() => document.querySelector('h1').textContent);
  save(EVENT, titled('Kaputt').replace(/^start: .*$/m, 'start: 24.09.2019 <img src=x>'));
  const findings = await eventually(page, alertText, (text) => text !== '');
  const text = await page.evaluate(alertText);
  for (const part of ['1 Fehler', 'content/events/treffen-00001.yaml:', 'start: 24.09.2019 <img src=x>', 'Hinweis:', '2019-09-24']) {
    if (!text.includes(part)) findings.push(`the panel does not say »${part}«: ${text}`);
  }
  if (await page.evaluate(() => document.querySelector('bba-preview').shadowRoot.querySelector('img') !== null)) {
    findings.push('a text of the content became HTML');
  }
  if (await page.evaluate(() => document.querySelector('h1').textContent) !== h1) findings.push('the last good page did not stay');
  await page.keyboard.press('Escape');
  if (await page.evaluate(alertText) !== '') findings.push('Escape does not hide the panel');
  save(EVENT, titled('Immer noch kaputt').replace(/^start: .*$/m, 'start: 25.09.2019'));
  findings.push(...await eventually(page, alertText, (text) => text.includes('25.09.2019')));
  save(EVENT, titled('Behoben'));
  findings.push(...await eventually(page, alertText, (text) => text === ''));
  findings.push(...await eventually(page, () => document.querySelector('h1').textContent, (text) => text.includes('Behoben')));
  return findings;
}

async function styles({ page }) {
  await page.evaluate(() => { window.marker = 'styled'; });
  const style = readFileSync(STYLE, 'utf8');
  save(STYLE, `${style}\nh1 { color: rgb(1, 2, 3) }\n`);
  const findings = await eventually(page, () => getComputedStyle(document.querySelector('h1')).color, (color) => color === 'rgb(1, 2, 3)');
  save(STYLE, style);
  findings.push(...await eventually(page, () => getComputedStyle(document.querySelector('h1')).color, (color) => color !== 'rgb(1, 2, 3)'));
  findings.push(...await eventually(page, () => document.querySelectorAll('link[rel=stylesheet]').length, (count) => count === 1));
  if (await page.evaluate(() => window.marker) !== 'styled') findings.push('the page was loaded again');
  return findings;
}

async function others({ page, other }) {
  const changes = () => other.evaluate(() => window.changes);
  await other.evaluate(() => {
    window.changes = 0;
    new MutationObserver((all) => { window.changes += all.length; }).observe(document.head, { subtree: true, childList: true, attributes: true });
    new MutationObserver((all) => { window.changes += all.length; }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  save(EVENT, titled('Nur hier'));
  const findings = await eventually(page, () => document.querySelector('h1').textContent, (text) => text.includes('Nur hier'));
  if (await changes() !== 0) findings.push(`${await changes()} changes in a page that does not show the event`);
  return findings;
}

// A page that does not exist yet appears in the tab that waits for it, goes and comes back.
async function gone({ page }) {
  const event = join(root, 'content/events/neu.yaml');
  const text = (title) => `title: ${title}\nstart: 2026-02-01T10:00\npublished: 2026-01-01\n`;
  const heading = () => document.querySelector('h1').textContent;
  await page.goto(`${preview.home}veranstaltungen/neu/`);
  blocked.splice(0, blocked.length, ...blocked.filter((line) => !line.includes('404')));
  save(event, text('Neu'));
  const findings = await eventually(page, heading, (title) => title.includes('Neu'));
  rmSync(event);
  findings.push(...await eventually(page, noteText, (note) => note.includes('gibt es nicht mehr')));
  save(event, text('Wieder da'));
  findings.push(...await eventually(page, noteText, (note) => note === ''));
  findings.push(...await eventually(page, heading, (title) => title.includes('Wieder da')));
  rmSync(event);
  return findings;
}

const report = new Report();
const preview = await start();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 800, height: 400 }, locale: 'de-DE' });
const blocked = [];
async function open(path) {
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') blocked.push(message.text()); });
  page.on('pageerror', (error) => blocked.push(String(error)));
  await page.goto(preview.home + path, { waitUntil: 'load' });
  return page;
}
const pages = { page: await open(PAGE), other: await open('impressum/') };
await pages.page.bringToFront();
for (const check of [follows, keeps, equalsAReload, mistakes, styles, others, gone]) {
  report.add(check.name, await check(pages));
}
// The policy of the preview must not stop its own script, and the script must not fail.
report.add('console', blocked);
await browser.close();
preview.stop();
save(EVENT, original);
report.end();
