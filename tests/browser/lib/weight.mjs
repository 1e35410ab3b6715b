// What a first view takes, without photographs, and how much that may be.
import { gzipSync } from 'node:zlib';

export const LIMITS = { stylesheetSent: 9_000, page: 160_000, pageSent: 60_000, requests: 8 };

export const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

async function sizeOf(response) {
  const body = await response.body();
  const type = response.request().resourceType();
  return { type, url: response.url(), status: response.status(), size: body.length, sent: type === 'font' ? body.length : gzipped(body) };
}

// The responses of a page: `loaded`, each with its status, and their weights under the names of `LIMITS`.
export async function weigh(responses) {
  const loaded = await Promise.all(responses.map(sizeOf));
  const sum = (of, what) => of.reduce((total, one) => total + one[what], 0);
  const counted = loaded.filter(({ type, url }) => type !== 'image' || url.endsWith('.svg'));
  const stylesheets = counted.filter(({ type }) => type === 'stylesheet');
  return {
    loaded,
    weights: {
      stylesheetSent: sum(stylesheets, 'sent'),
      page: sum(counted, 'size'),
      pageSent: sum(counted, 'sent'),
      requests: counted.length,
    },
  };
}
