// Draws the land of the two maps, the world and Europe, from Natural Earth (public domain):
//
//     npm install --no-save world-atlas@2.0.2 d3-geo@3.1.1 topojson-client@3.1.0 topojson-simplify@3.0.3
//     node tools/map/draw.mjs
//
// The same versions give the same bytes: run it when the drawing shall change, and commit what it
// writes to `src/outputs/pages/map/`. Each file has a line `land`, in Europe a line `borders`, and a
// line for each country by its code: where its plate stands, and its outline. Coordinates are whole
// units, from point to point.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const from = createRequire(join(process.cwd(), 'x.js'));
const topo = { ...from('topojson-client'), ...from('topojson-simplify') };
const d3 = from('d3-geo');

// ISO 3166-1: alpha-3 to alpha-2 stands in the table of countries; Natural Earth has numbers.
const NUMBERS = JSON.parse(readFileSync(new URL('./numbers.json', import.meta.url)));
const CODES = new Map(Object.entries(NUMBERS).map(([code, number]) => [number, code]));
const ANTARCTICA = '010';

const rings = (path) => (path || '').split(/(?<=Z)/);
const points = (ring) => [...ring.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [+x, +y]);

function size(ring) {
  const all = points(ring);
  const span = (axis) => Math.max(...all.map((p) => p[axis])) - Math.min(...all.map((p) => p[axis]));
  return all.length ? span(0) + span(1) : 0;
}

// Lines from point to point, none of them without length.
function relative(line, end) {
  const [first, ...others] = points(line);
  let last = first;
  const steps = [];
  for (const point of others) {
    const [dx, dy] = [point[0] - last[0], point[1] - last[1]];
    if (dx || dy) steps.push(`${dx} ${dy}`);
    last = point;
  }
  return steps.length ? `M${first[0]} ${first[1]}l${steps.join(' ').replace(/ -/g, '-')}${end}` : '';
}

function outline(path, islet) {
  const all = rings(path).filter((ring) => size(ring) > 0);
  const largest = Math.max(0, ...all.map(size));
  // Of a country of islets the largest stays.
  return all.filter((ring) => size(ring) >= Math.min(islet, largest)).map((ring) => relative(ring, 'z')).join('');
}

// `share` of the points stay, the weightiest; islets whose width and height are less together go.
function draw({ file, projection, share, islet, borders }) {
  let world = topo.presimplify(JSON.parse(readFileSync(from.resolve(`world-atlas/countries-${file}.json`))));
  world = topo.simplify(world, topo.quantile(world, share));
  const shown = world.objects.countries.geometries.filter(({ id }) => id !== ANTARCTICA);
  const path = d3.geoPath(projection).digits(0);
  const lines = [`land\t\t${outline(path(topo.merge(world, shown)), islet)}`];
  if (borders) {
    const mesh = path(topo.mesh(world, { type: 'GeometryCollection', geometries: shown }, (a, b) => a !== b));
    lines.push(`borders\t\t${mesh.split(/(?=M)/).map((line) => relative(line, '')).join('')}`);
  }
  for (const geometry of shown) {
    const code = CODES.get(geometry.id);
    const feature = topo.feature(world, geometry);
    const d = code ? outline(path(feature), islet) : '';
    if (d) lines.push(`${code}\t${plate(path, feature).join(' ')}\t${d}`);
  }
  return lines.sort().join('\n') + '\n';
}

// The middle of the largest part: Alaska and French Guiana do not move a plate.
function plate(path, feature) {
  const parts = feature.geometry.type === 'MultiPolygon'
    ? feature.geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    : [feature.geometry];
  const largest = parts.sort((a, b) => path.area(b) - path.area(a))[0];
  return path.centroid(largest).map(Math.round);
}

const target = new URL('../../src/outputs/pages/map/', import.meta.url);
const world = d3.geoEqualEarth().rotate([-11, 0]).scale(260).translate([720, 372]).clipExtent([[0, 0], [1440, 640]]);
const europe = d3.geoAzimuthalEqualArea().rotate([-15, -53.5]).scale(1000).translate([320, 320]).clipExtent([[0, 0], [640, 640]]);
writeFileSync(new URL('world.tsv', target), draw({ file: '110m', projection: world, share: .19, islet: 10 }));
writeFileSync(new URL('europe.tsv', target), draw({ file: '50m', projection: europe, share: .28, islet: 20, borders: true }));
