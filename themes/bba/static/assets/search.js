// Search as one types; without it the page is a list of everything. What it reads is written by
// src/outputs/search/: terms and the items that have them. Nothing here is HTML.
const [form, status, results, more] = ['search', 'found', 'results', 'more'].map((id) => document.getElementById(id));
const field = form.elements.q;
const filters = [...form.querySelectorAll('select')];
const pages = document.querySelector('main .pages');
const everything = [...results.childNodes];
// Results at a time; the worth of what stands inside a term, less than at its beginning in any field.
const [PART, INSIDE] = [50, 0.35];
const parts = [];
let index, list, loading;
let found = [];

// Words, folded as in fold.rs; an umlaut as two letters, or as one. »F&E« is `=fe=`, a whole word.
const bare = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '');
const spelled = (word) => word.replace(/[äöü]/g, (c) => `${bare(c)}e`);
const fold = (text) => [...text.normalize('NFKC').toLowerCase()].map((c) => index.letters[c] ?? bare(c)).join('');
const formsOf = (word, level) => [...new Set([spelled(word), bare(word), bare(word).replace(/ss/g, level ? 's' : 'ss')])];

// A pattern of words that differ by a letter, from one on: missing, swapped, doubled; from the first on, any or too many.
function near(word, from) {
  const ways = [];
  for (let at = from; at < word.length; at += 1) {
    const [start, rest] = [word.slice(0, at), word.slice(at)];
    ways.push(`${start}.${rest}`, start + rest.replace(/(.)(.)/, '$2$1'));
    if (!from || rest[0] === rest[1]) ways.push(`${start}.?${rest.slice(1)}`);
  }
  return `(${ways.join('|')})`;
}

// A pattern of the terms that a mistyped word may mean: first as a whole, then in parts of words.
function meant(word, level) {
  if (!/^\p{L}{4,}$/u.test(word)) return '$.';
  const [some, all] = [near(word, 1), near(word, 0)];
  if (!word[4]) return `^${some}$`;
  if (level < 2) return `^${all}.?.?$`;
  return word[6] ? `${all}|${word.slice(0, -2)}$` : `^${some}|${some}.?.?$`;
}

// What is looked for, each in one or more ways. A date is a part of a term: `2019-09-24`,
// `2019-09-`, `-09-24`; a month alone may also be a word. Times beside a date are not looked for.
function wanted(text, level) {
  const dates = [];
  const two = (n) => `0${n}`.slice(-2);
  const note = (all, year, month, day, ...ways) => {
    if (month > 12 && day < 13) [month, day] = [day, month];
    if (month > 12 || day > 31) return all;
    dates.push([`${year}-${two(month)}-${day ? two(day) : ''}`.replace(/^\d\d-/, '20$&'), ...ways]);
    return ' ';
  };
  const words = fold(text).trim().replace(/\s+/g, ' ')
    .replace(/(?<![\p{L}\p{N}])\p{L}(( ?[&/] ?|\. ?)\p{L}(?![\p{L}\p{N}]))+/gu, (all) => `=${all.replace(/[ &/.]/g, '')}= `)
    .replace(/\b(\d\d?)(st|nd|rd|th)\b/g, '$1')
    .replace(/\b(\d\d?|[12][09]\d\d)([-./] ?)(\d\d?|[12][09]\d\d)(?:\2(\d\d?|\d{4}))?\b(\.?)/g, (all, a, _, b, c, point, at, whole) => (
      a > 1899 ? note(all, a, b, c)
        : b > 1899 ? note(all, b, a)
          : c ? note(all, c, b, a)
            : point || all === whole ? note(all, '', b, a, `20${two(b)}-${two(a)}-`) : all))
    .replace(/\p{L}+/gu, (word) => {
      const name = spelled(word);
      const month = 1 + index.months.findIndex((names) => names.some((other) => name[2] && other.startsWith(name)
        || level && RegExp(meant(other, 1)).test(name)));
      return month ? `#${month} ${name}` : word;
    })
    .replace(/(?:\b(\d\d?)\.? ?(?:(?:de|of) )?)?#(\d+) (\p{L}+)\.?(?: (\d\d?)\b)?(?:,? (?:del? )?((?:19|20)\d\d)\b)?/gu, (all, day, month, name, next = '', year = day && next > 24 ? next : '') => {
      if (!(day || next || year || index.months[month - 1].includes(name))) return name;
      return note(name, year, month, day ?? next, ...(day || year ? [] : [next ? `20${two(next)}-${two(month)}-` : name]));
    })
    .match(/[\p{L}\p{N}=]+/gu) ?? [];
  const large = words.filter((word) => !RegExp(index[dates[0] ? 'beside' : 'small']).test(word));
  return [...(large[0] || dates[0] ? large : words).map((word) => (level ? formsOf(word, level) : [spelled(word)])), ...dates];
}

// Numbers in digits of 45, see terms.rs.
function numbers(code) {
  const all = [];
  let [number, unit] = [0, 1];
  for (const c of code) {
    const digit = c.charCodeAt(0) - (c > '\\' ? 36 : 35);
    number += (digit % 45) * unit;
    unit *= 45;
    if (digit < 45) {
      all.push(number);
      [number, unit] = [0, 1];
    }
  }
  return all;
}

// A part of the index with the weights of its fields.
function addPart({ terms, lists }, weights) {
  const part = { terms: [], lists: lists.split(' '), read: [], weights };
  let term = '';
  for (const code of terms.match(/[A-Z][^A-Z]*/g) ?? []) {
    term = term.slice(0, code.charCodeAt(0) - 65) + code.slice(1);
    part.terms.push(term);
  }
  parts.push(part);
  show();
}

// The items of a term, each with the weight of its field.
function itemsOf(part, at) {
  const code = part.lists[at];
  if (code[0] === '!') return itemsOf(part, numbers(code.slice(1))[0]);
  let item = -1;
  part.read[at] ??= numbers(code).map((number) => {
    item += 1 + Math.floor(number / part.weights.length);
    return [item, part.weights[number % part.weights.length]];
  });
  return part.read[at];
}

// How well a term answers a word: as a whole, at its beginning, inside.
function worth(term, word) {
  if (/[-=]/.test(word)) return `=${term}=`.includes(word) ? 4 : 0;
  if (term.startsWith(word)) return term === word ? 4 : 1.8;
  return word[2] && term.includes(word) ? INSIDE : 0;
}

// The score of every item; 0 where a word is not found. `:year:2019` is for filters.
function scores(words, level) {
  const total = new Float32Array(index.items.length).fill(words[0] || !field.value.trim() ? 1 : 0);
  for (const ways of words) {
    const own = new Float32Array(total.length);
    const pattern = RegExp(ways.map((word) => meant(word, level)).join('|'));
    for (const part of parts) {
      (part[level] ??= part.terms.map((term) => formsOf(term, level))).forEach((forms, at) => {
        if (forms[0][0] === ':') return;
        let best = 0;
        for (const term of forms) {
          for (const word of ways) best = Math.max(best, worth(term, word));
          if (level && !best && pattern.test(term)) best = INSIDE;
        }
        if (best) for (const [item, weight] of itemsOf(part, at)) own[item] = Math.max(own[item], best * weight);
      });
    }
    if (!own.some(Boolean)) return own;
    total.forEach((score, item) => { total[item] = score && own[item] && score + own[item]; });
  }
  return total;
}

// As it is typed; if nothing has that, with a wrong letter in a word; then, in a part of a word.
function find() {
  let all = [];
  for (const level of [0, 1, 2]) if (!all.some(Boolean)) all = scores(wanted(field.value, level), level);
  let items = [...all.keys()].filter((item) => all[item]);
  for (const { name, value } of filters.filter((filter) => filter.value)) {
    const at = parts[0].terms.indexOf(`:${name}:${value}`);
    const those = at < 0 ? [] : itemsOf(parts[0], at).map(([item]) => item);
    items = items.filter((item) => those.includes(item));
  }
  return items.sort((a, b) => all[b] - all[a] || a - b);
}

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function entry(item) {
  const { kind, path, link, state, only } = index.groups[index.items.charCodeAt(item) - 97];
  const name = form.querySelector(`[name=kind] [value=${kind}]`)?.text;
  const when = [name, index.dates[item]].filter(Boolean).join(' · ');
  return make('li', { className: 'entry' }, make('div', {},
    make('h3', {},
      state ? make('span', { className: 'state alert' }, `${state}: `) : '',
      make('a', { href: `${path}${index.ids[item]}/`, ...link }, index.titles[item]),
      only ? make('small', {}, ` (${only})`) : ''),
    make('p', { className: 'meta' }, when)));
}

// Shows the next results and gives the first of them.
function add() {
  const shown = list.children.length;
  list.append(...found.slice(shown, shown + PART).map(entry));
  more.hidden = found.length <= shown + PART;
  return list.children[shown];
}

function show() {
  if (!index) return;
  const asked = field.value.trim() || filters.some(({ value }) => value);
  found = asked ? find() : [];
  const form = found.length ? new Intl.PluralRules(document.documentElement.lang).select(found.length) : 'none';
  status.textContent = asked ? status.dataset[form].replace('{count}', found.length) : '';
  list = make('ul', { className: 'entries undated' });
  add();
  results.replaceChildren(...(asked ? [list] : everything));
  if (pages) pages.hidden = asked;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw Error(answer.status);
  return answer.json();
}

async function load() {
  const data = await fetched(form.dataset.index);
  for (const name of ['ids', 'titles', 'dates']) data[name] = data[name].split('\n');
  index = data;
  addPart(data, [10, 6, 5]);
  addPart(await fetched(data.texts), [2]);
}

function start() {
  loading ??= load().catch(() => {
    loading = null;
    status.textContent = status.dataset.failed;
  });
}

// What is asked stands in the address.
function search(event) {
  event.preventDefault();
  const asked = [...new FormData(form)].filter(([, text]) => text.trim());
  history.replaceState(null, '', asked.length ? `?${new URLSearchParams(asked)}` : location.pathname);
  start();
  show();
}

for (const [name, text] of new URLSearchParams(location.search)) {
  if (form.elements[name]) form.elements[name].value = text;
}
if (location.search) start();
form.addEventListener('focusin', start);
form.addEventListener('input', search);
form.addEventListener('submit', search);
more.addEventListener('click', () => add().querySelector('a').focus());
