// node modes.mjs SITE [BASE] – one page of each kind as people set their devices: forced colours,
// less motion, more contrast, and without any style.
import { violations } from './lib/axe.mjs';
import { launch } from './lib/browser.mjs';
import { inPairs } from './lib/pairs.mjs';
import { Report } from './lib/report.mjs';
import { html, pages, serve } from './lib/site.mjs';

const VIEWPORT = { width: 320, height: 640 };

// Runs inside the page: filled shapes, which lose their fill, need an edge.
function withoutEdge() {
  const shapes = '.tag, .button, .register, .chip';
  const hasEdge = (element) => {
    const style = getComputedStyle(element);
    return ['Top', 'Bottom'].some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0);
  };
  return [...document.querySelectorAll(shapes)].filter((element) => element.getClientRects().length > 0 && !hasEdge(element))
    .map((element) => `no edge in forced colours: ${element.outerHTML.slice(0, 80)}`);
}

// Runs inside the page.
function moving() {
  const lasts = (value) => value.split(',').some((time) => parseFloat(time) > 0);
  const found = [...document.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === 'smooth';
  });
  return found.map((element) => `moves: ${element.outerHTML.slice(0, 80)}`);
}

async function enhancedContrast(page) {
  const rule = 'color-contrast-enhanced';
  const found = await violations(page, { runOnly: { type: 'rule', values: [rule] }, rules: { [rule]: { enabled: true } } });
  return found.flatMap(({ nodes }) => nodes.map(({ target }) => `contrast below 7:1: ${target.join(' ')}`));
}

// Runs inside the page: the order of the text is that of the page, and everything is there.
function unstyled() {
  const order = ['a.skip', 'body > header', 'main h1', 'body > footer'].map((what) => document.querySelector(what));
  const findings = order.flatMap((element, number) => element ? [] : [`missing without style: ${number}`]);
  const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (let number = 1; number < order.length; number += 1) {
    if (order[number - 1] && order[number] && !isBefore(order[number - 1], order[number])) findings.push(`out of order without style: ${number}`);
  }
  const hidden = [...document.querySelectorAll('main h2, main h3')].filter((heading) => heading.getClientRects().length === 0 && !heading.closest('[popover]'));
  return [...findings, ...hidden.map((heading) => `not shown without style: ${heading.outerHTML.slice(0, 80)}`)];
}

const MODES = [
  { name: 'forced colours', options: { forcedColors: 'active' }, look: (page) => page.evaluate(withoutEdge) },
  { name: 'forced colours, dark', options: { forcedColors: 'active', colorScheme: 'dark' }, look: (page) => page.evaluate(withoutEdge) },
  { name: 'less motion', options: { reducedMotion: 'reduce' }, look: (page) => page.evaluate(moving) },
  { name: 'more contrast', options: { contrast: 'more' }, look: enhancedContrast },
  { name: 'more contrast, dark', options: { contrast: 'more', colorScheme: 'dark' }, look: enhancedContrast },
  { name: 'no style', options: {}, unstyled: true, look: (page) => page.evaluate(unstyled) },
];

const [folder, base] = process.argv.slice(2);

// Pages are of one kind when what stands in `main` has the same names.
function oneOfEachKind() {
  const kinds = new Map();
  for (const path of pages(folder)) {
    const text = html(folder, path);
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    const names = [...new Set([...main.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names.split(' ')))].sort().join(' ');
    if (!kinds.has(names)) kinds.set(names, path);
  }
  return [...kinds.values()];
}

const report = new Report();
const site = await serve(folder, base);
const browser = await launch();
const kinds = oneOfEachKind();
await inPairs(MODES, async ({ name, options, unstyled: isUnstyled, look }) => {
  const context = await browser.newContext({ ...options, viewport: VIEWPORT, bypassCSP: true, locale: 'de-DE' });
  const page = await context.newPage();
  if (isUnstyled) await page.route('**/*.css', (route) => route.abort());
  for (const path of kinds) {
    await page.goto(site.home + path, { waitUntil: 'load' });
    report.add(`${name}: /${path}`, await look(page));
  }
  await context.close();
});
await browser.close();
site.close();
report.end();
