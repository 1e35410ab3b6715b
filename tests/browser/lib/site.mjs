// A built site on this machine: which files it has, and a server that treats it as production does.
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

export const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'", "style-src 'self'", "img-src 'self'", "media-src 'self'", "font-src 'self'", "script-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const TYPES = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};

// The files with one of these endings, as paths relative to the folder.
export function files(folder, ...endings) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => endings.includes(extname(file)))
    .sort();
}

// Where the pages of a site stand: »veranstaltungen/«, »404.html«; without stubs that forward at once.
export function pages(folder) {
  const forwards = (file) => html(folder, file).includes('http-equiv="refresh"');
  return files(folder, '.html').filter((file) => !forwards(file)).map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
}

// The HTML of a page, by where it stands.
export function html(folder, path) {
  return readFileSync(join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}

function fileFor(folder, path) {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder) || !existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

// Serves a folder below a base path; what lies outside of it is not found.
export async function serve(folder, base = '/', port = 0) {
  const root = resolve(folder);
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const found = pathname.startsWith(prefix) ? fileFor(root, pathname.slice(prefix.length)) : undefined;
    const file = found ?? fileFor(root, '404.html');
    const type = TYPES[extname(file ?? '')] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { ...HEADERS, 'Content-Type': type });
    if (file) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, home: origin + prefix, close: () => server.close() };
}
