// node behave.mjs SITE [BASE] – every page at 320 px, used as people use it, without scripts.
import { keyboard } from './lib/keyboard.mjs';
import { launch } from './lib/browser.mjs';
import { inPairs } from './lib/pairs.mjs';
import { Report } from './lib/report.mjs';
import { pages, serve } from './lib/site.mjs';
import { LIMITS, weigh } from './lib/weight.mjs';
import { clippedTexts, foreignResources, formsOfScript, ownLinks, pageWidth, placeTop, registrationBottom } from './lib/in-page.mjs';

const PHONE = { width: 320, height: 640 };
// Where the place of an event must begin.
const PLACE = 480;

// What a reader may set (WCAG 1.4.12); nothing may be lost by it.
const READERS_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

// Notes what a page loads and complains about.
function watch(page, home) {
  const seen = { findings: [], responses: [] };
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith('data:')) seen.findings.push(`request leaves the site: ${url}`);
  });
  page.on('response', (response) => seen.responses.push(response));
  page.on('requestfailed', (request) => seen.findings.push(`request failed: ${request.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.findings.push(`console: ${message.text()}`);
  });
  return seen;
}

async function loading({ seen }) {
  const { loaded, weights } = await weigh(seen.responses);
  const broken = loaded.filter(({ status }) => status >= 400).map(({ status, url }) => `${status} ${url}`);
  const heavy = Object.entries(LIMITS).filter(([name, limit]) => weights[name] > limit);
  return [...seen.findings, ...broken, ...heavy.map(([name, limit]) => `${name}: ${weights[name]} is more than ${limit}`)];
}

async function storage({ context }) {
  const { cookies, origins } = await context.storageState();
  const stored = [...cookies.map(({ name }) => `cookie ${name}`), ...origins.map(({ origin }) => `storage of ${origin}`)];
  return stored.map((what) => `leaves something behind: ${what}`);
}

// Also what the policy kept from loading.
async function markup({ page }) {
  const foreign = await page.evaluate(foreignResources);
  const scripts = await page.evaluate(formsOfScript);
  return [...foreign.map((what) => `foreign resource: ${what}`), ...scripts.map((what) => `script or inline style: ${what}`)];
}

async function reflow({ page }) {
  const width = await page.evaluate(pageWidth);
  return width > PHONE.width ? [`${width} px wide at ${PHONE.width} px`] : [];
}

// The style comes as the browser's own, so that the policy does not keep it out.
async function withStyle(page, style, look) {
  const session = await page.context().newCDPSession(page);
  for (const domain of ['DOM', 'CSS', 'Page']) await session.send(`${domain}.enable`);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
  await session.send('CSS.setStyleSheetText', { styleSheetId, text: style });
  const result = await look();
  await session.send('CSS.setStyleSheetText', { styleSheetId, text: '' });
  await session.detach();
  return result;
}

async function textSpacing({ page }) {
  return withStyle(page, READERS_SPACING, async () => {
    const width = await page.evaluate(pageWidth);
    const wide = width > PHONE.width ? [`text spacing: ${width} px wide`] : [];
    const clipped = await page.evaluate(clippedTexts);
    return [...wide, ...clipped.map((what) => `text spacing cuts ${what}`)];
  });
}

async function firstScreen({ page }) {
  const bottom = await page.evaluate(registrationBottom);
  const place = await page.evaluate(placeTop);
  return [
    ...bottom > PHONE.height ? [`registration ends at ${bottom} px, below the first screen`] : [],
    ...place > PLACE ? [`the place begins at ${place} px, below ${PLACE}`] : [],
  ];
}

// Every address of the site is asked once.
function linkCheck(home) {
  const answers = new Map();
  const ask = async (url) => (await fetch(url)).status;
  return async ({ page, address }) => {
    const findings = [];
    for (const url of await page.evaluate(ownLinks)) {
      if (!url.startsWith(home)) findings.push(`link leaves the base path: ${url}`);
      if (!answers.has(url)) answers.set(url, await ask(url));
      if (answers.get(url) !== 200 && url !== address) findings.push(`link to ${url}: ${answers.get(url)}`);
    }
    return findings;
  };
}

async function visit(browser, home, path, checks) {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'de-DE' });
  const page = await context.newPage();
  const seen = watch(page, home);
  const address = home + path;
  await page.goto(address, { waitUntil: 'load' });
  const findings = [];
  for (const check of checks) findings.push(...await check({ page, context, seen, address }));
  await context.close();
  return findings;
}

const [folder, base] = process.argv.slice(2);
const report = new Report();
const site = await serve(folder, base);
const browser = await launch();
const checks = [loading, storage, markup, reflow, firstScreen, textSpacing, linkCheck(site.home), keyboard];
await inPairs(pages(folder), async (path) => report.add(`/${path}`, await visit(browser, site.home, path, checks)));
await browser.close();
site.close();
report.end();
