// axe-core in a page. The policy of the page must have been lifted.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What breaks a rule, each with the elements that do.
export async function violations(page, options) {
  await page.evaluate(AXE);
  const result = await page.evaluate((options) => window.axe.run(document, { resultTypes: ['violations'], ...options }), options);
  return result.violations;
}
