// node axe.mjs SITE [BASE] – every page before axe-core, in four ways of looking at it.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { launch } from './lib/browser.mjs';
import { Report } from './lib/report.mjs';
import { pages, serve } from './lib/site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
const MODES = {
  'wide light': { viewport: WIDE, colorScheme: 'light' },
  'wide dark': { viewport: WIDE, colorScheme: 'dark' },
  'narrow light': { viewport: NARROW, colorScheme: 'light' },
  'narrow dark': { viewport: NARROW, colorScheme: 'dark' },
};

function findingsOf({ violations }) {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${help} (${id}): ${target.join(' ')}`));
}

async function look(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(AXE);
  const result = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), RULES);
  return findingsOf(result);
}

const [folder, base] = process.argv.slice(2);
const report = new Report();
const site = await serve(folder, base);
const browser = await launch();
for (const [mode, options] of Object.entries(MODES)) {
  // The policy is lifted only so that axe can be put into the page.
  const context = await browser.newContext({ ...options, bypassCSP: true, locale: 'de-DE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const path of pages(folder)) {
    report.add(`${mode}: /${path}`, await look(page, site.home + path));
  }
  await context.close();
}
await browser.close();
site.close();
report.end();
