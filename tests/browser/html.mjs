// node html.mjs SITE – every HTML, CSS and SVG file before the Nu checker and html-validate.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import nuChecker from 'vnu-jar';
import { Report } from './lib/report.mjs';
import { files } from './lib/site.mjs';

const here = dirname(fileURLToPath(import.meta.url));

// Findings of the Nu checker by file; warnings count.
function nuFindings(folder, names) {
  const options = ['--also-check-css', '--also-check-svg', '--Werror', '--format', 'json', '--stdout'];
  const command = ['-Xss4m', '-jar', nuChecker, ...options, ...names.map((name) => join(folder, name))];
  const run = spawnSync('java', command, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout) throw new Error(`the Nu checker did not run: ${run.stderr || run.error}`);
  const byFile = new Map();
  for (const { url, lastLine, message } of JSON.parse(run.stdout).messages) {
    const name = relative(folder, fileURLToPath(url));
    byFile.set(name, [...(byFile.get(name) ?? []), `Nu, line ${lastLine}: ${message}`]);
  }
  return byFile;
}

function validator() {
  const config = JSON.parse(readFileSync(join(here, 'htmlvalidate.json'), 'utf8'));
  return new HtmlValidate(new FileSystemConfigLoader(config));
}

async function validateFindings(validate, file) {
  const { results } = await validate.validateFile(file);
  const line = ({ line, ruleId, message }) => `html-validate, line ${line}: ${message} (${ruleId})`;
  return results.flatMap(({ messages }) => messages.map(line));
}

const folder = resolve(process.argv[2]);
const report = new Report();
const names = files(folder, '.html', '.css', '.svg');
const nu = nuFindings(folder, names);
const validate = validator();
for (const name of names) {
  const findings = nu.get(name) ?? [];
  if (name.endsWith('.html')) findings.push(...await validateFindings(validate, join(folder, name)));
  report.add(name, findings);
}
report.end();
