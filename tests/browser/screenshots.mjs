// node screenshots.mjs SITE OUT – pictures of the kinds of pages for `docs/`, small enough for git.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/site.mjs';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };
const PICTURES = [
  ['home', '', WIDE, 'light'],
  ['visits-dark', 'delegationen/', WIDE, 'dark'],
  ['visit', 'delegationen/mexiko-2019/', WIDE, 'light'],
  ['event-phone', 'veranstaltungen/get-together-mexiko/', PHONE, 'light'],
  ['release', 'presse/2019-09-23-mexiko/', WIDE, 'light'],
];

const [folder, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const site = await serve(folder);
const browser = await launch();
for (const [name, path, viewport, colorScheme] of PICTURES) {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto(site.home + path, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(out, `${name}.jpg`), type: 'jpeg', quality: 75 });
  await context.close();
}
await browser.close();
site.close();
