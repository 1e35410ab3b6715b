// node axe.mjs SITE [BASE] – every page before axe-core, in four ways of looking at it.
import { violations } from './lib/axe.mjs';
import { launch } from './lib/browser.mjs';
import { inPairs } from './lib/pairs.mjs';
import { Report } from './lib/report.mjs';
import { pages, serve } from './lib/site.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
const MODES = {
  'wide light': { viewport: WIDE, colorScheme: 'light' },
  'wide dark': { viewport: WIDE, colorScheme: 'dark' },
  'narrow light': { viewport: NARROW, colorScheme: 'light' },
  'narrow dark': { viewport: NARROW, colorScheme: 'dark' },
};

async function look(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  return (await violations(page, { runOnly: RULES })).flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${help} (${id}): ${target.join(' ')}`));
}

const [folder, base] = process.argv.slice(2);
const report = new Report();
const site = await serve(folder, base);
const browser = await launch();
await inPairs(Object.entries(MODES), async ([mode, options]) => {
  // The policy is lifted only so that axe can be put into the page.
  const context = await browser.newContext({ ...options, bypassCSP: true, locale: 'de-DE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const path of pages(folder)) {
    report.add(`${mode}: /${path}`, await look(page, site.home + path));
  }
  await context.close();
});
await browser.close();
site.close();
report.end();
