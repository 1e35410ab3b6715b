// node print.mjs SITE [BASE] – events, visits and releases on A4 paper, as Chromium prints them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './lib/browser.mjs';
import { Report } from './lib/report.mjs';
import { html, pages, serve } from './lib/site.mjs';

const SHEETS = 3;
// How far down the first of several sheets text must reach, of its height.
const FILLED = 0.6;

// The lines of each sheet, by their distance from the top, as a part of the height.
function sheetsOf(pdf) {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return xml.split('<page ').slice(1).map((sheet) => {
    const height = Number(/height="([\d.]+)"/.exec(sheet)[1]);
    return [...sheet.matchAll(/<line [^>]*yMax="([\d.]+)"/g)].map(([, bottom]) => Number(bottom) / height);
  });
}

// Entries of a programme that one sheet has room for.
const ENTRIES = 12;

function findingsOf(sheets, allowed) {
  const findings = [];
  if (sheets.length > allowed) findings.push(`${sheets.length} sheets are more than ${allowed}`);
  const reaches = Math.max(0, ...sheets[0]);
  if (sheets.length > 1 && reaches < FILLED) findings.push(`the first sheet is filled to ${Math.round(reaches * 100)} % only`);
  for (const [number, lines] of sheets.entries()) {
    if (lines.length < 2) findings.push(`sheet ${number + 1} has ${lines.length} lines`);
  }
  return findings;
}

// How many sheets a page may have: one of a record some, the programme of a visit one; others are
// not printed.
function sheetsFor(folder, path) {
  const text = html(folder, path);
  if (text.includes('sheet-title')) return text.split('class="entry"').length - 1 <= ENTRIES ? 1 : SHEETS;
  return /class="grid (event|release)"/.test(text) ? SHEETS : 0;
}

const [folder, base] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'print-'));
const report = new Report();
const site = await serve(folder, base);
const browser = await launch();
const page = await browser.newPage();
for (const path of pages(folder).filter((path) => sheetsFor(folder, path) > 0)) {
  await page.goto(site.home + path, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const pdf = join(work, 'page.pdf');
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  report.add(`/${path}`, findingsOf(sheetsOf(pdf), sheetsFor(folder, path)));
}
await browser.close();
site.close();
rmSync(work, { recursive: true });
report.end();
