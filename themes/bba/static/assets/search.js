// Search as one types; without it the page is a list of everything. What it reads is written by
// src/outputs/search/: terms and the items that have them. Nothing here is HTML.
const byId = (id) => document.getElementById(id);
const [form, status, results, more] = ['search', 'found', 'results', 'more'].map(byId);
const field = form.elements.q;
const filters = [...form.querySelectorAll('select')];
const pages = document.querySelector('main .pages');
const everything = [...results.childNodes];
const language = document.documentElement.lang;
const PART = 50; // results at a time
const parts = [];
let index, list, loading;
let found = [];

// Words, folded as in fold.rs; an umlaut as two letters, or as one.
const LETTERS = { ß: 'ss', æ: 'ä', ø: 'ö', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const UMLAUTS = { ä: 'ae', ö: 'oe', ü: 'ue' };
const folded = (c) => LETTERS[c] ?? (UMLAUTS[c] ? c : c.normalize('NFKD').replace(/\p{M}/gu, ''));
const spelled = (word) => word.replace(/[äöü]/g, (c) => UMLAUTS[c]);
const bare = (word) => word.replace(/[äöü]/g, (c) => UMLAUTS[c][0]);
const fold = (text) => spelled([...text.normalize('NFKC').toLowerCase()].map(folded).join(''));
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

// What is looked for, each in one or more ways. A date is a part of a term: `2019-09-24`,
// `2019-09-`, `-09-24`; a month alone may also be a word.
function wanted(text) {
  const dates = [];
  const two = (number) => `${number}`.padStart(2, '0');
  const note = (all, year, month, day, ...ways) => {
    if (month > 12 && day < 13) [month, day] = [day, month];
    if (month > 12 || day > 31) return all;
    dates.push([`${year && year < 100 ? `20${year}` : year}-${two(month)}-${day ? two(day) : ''}`, ...ways]);
    return ' ';
  };
  const words = wordsOf(fold(text).replace(/\s+/g, ' ')
    .replace(/\b(\d{4})-(\d\d?)(?:-(\d\d?))?\b/g, (all, y, m, d) => note(all, y, m, d))
    .replace(/\b(\d\d?)([./] ?)(\d\d?)(?:\2(\d{4}|\d\d)\b|\.(?!\d))/g, (all, d, _, m, y = '') => note(all, y, m, d))
    .replace(/\b(\d\d?)[./](\d{4})\b/g, (all, m, y) => note(all, y, m))
    .replace(new RegExp(index.date, 'gu'), (all, before, name, after, year = '') => {
      const month = index.months.findIndex((other) => other.startsWith(name));
      const day = before ?? after;
      if (day || year) return note(all, year, month + 1, day);
      return index.months[month] === name ? note(all, '', month + 1, '', name) : all;
    }));
  const others = words.filter((word) => !dates.length || !index.weekdays.includes(word));
  const large = others.filter((word) => !index.small.includes(word) && !/^\D$/.test(word));
  return [...(large.length || dates.length ? large : others).map((word) => [word]), ...dates];
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
  const part = { forms: [], lists: lists.split(' '), read: [], weights };
  let term = '';
  for (const code of terms.match(/[A-Z][^A-Z]*/g) ?? []) {
    term = term.slice(0, code.charCodeAt(0) - 65) + code.slice(1);
    part.forms.push([...new Set([spelled(term), bare(term)])]);
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

// How well a term answers a word: as a whole, at its beginning, inside. `:year:2019` is for filters.
function worth(term, word) {
  if (term[0] === ':') return 0;
  if (word.includes('-')) return term.includes(word) ? 4 : 0;
  if (term.startsWith(word)) return term === word ? 4 : 1.8;
  return word.length > 2 && term.includes(word) ? 1 : 0;
}

// Whether a word stands in a term but for one letter: wrong, too many, missing, or two swapped.
// A short one must be nearly all of the term.
function isNear(term, word) {
  if (word.length < 5 || /[\d-]/.test(word) || term[0] === ':') return false;
  const isLong = word.length > 7;
  for (let from = 0; from < (isLong ? term.length : 1); from += 1) {
    let at = 0;
    while (at < word.length && term[from + at] === word[at]) at += 1;
    const to = from + at;
    const goesOn = (skipped, ahead) => {
      const rest = word.slice(at + skipped);
      return term.startsWith(rest, to + ahead) && (isLong || term.length - to - ahead - rest.length < 3);
    };
    const isSwapped = word[at] === term[to + 1] && word[at + 1] === term[to];
    if (goesOn(1, 1) || goesOn(1, 0) || goesOn(0, 1) || (isSwapped && goesOn(2, 2))) return true;
  }
  return false;
}

// The score of every item; 0 where a word is not found.
function scores(words, near) {
  const total = new Float32Array(index.items.length).fill(1);
  for (const ways of words) {
    const own = new Float32Array(total.length);
    for (const part of parts) {
      part.forms.forEach((forms, at) => {
        let best = 0;
        for (const term of forms) {
          for (const word of ways) best = Math.max(best, worth(term, word) || near && isNear(term, word));
        }
        if (best) for (const [item, weight] of itemsOf(part, at)) own[item] = Math.max(own[item], best * weight);
      });
    }
    total.forEach((score, item) => { total[item] = score && own[item] && score + own[item]; });
  }
  return total;
}

function find() {
  const words = wanted(field.value);
  let all = scores(words);
  if (!all.some(Boolean)) all = scores(words, true);
  let items = [...all.keys()].filter((item) => all[item]);
  for (const { name, value } of filters.filter((filter) => filter.value)) {
    const at = parts[0].forms.findIndex(([term]) => term === `:${name}:${value}`);
    const has = new Set(at < 0 ? [] : itemsOf(parts[0], at).map(([item]) => item));
    items = items.filter((item) => has.has(item));
  }
  return items.sort((a, b) => all[b] - all[a] || a - b);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function entry(item) {
  const { kind, path, link, state, only } = index.groups[index.items.charCodeAt(item) - 97];
  const name = form.querySelector(`[name=kind] [value=${kind}]`)?.text;
  const when = [name, index.dates[item]].filter(Boolean).join(' · ');
  return element('li', { className: 'entry' }, element('div', {},
    element('h3', {},
      state ? element('span', { className: 'state alert' }, `${state}: `) : '',
      element('a', { href: `${path}${index.ids[item]}/`, ...link }, index.titles[item]),
      only ? element('small', {}, ` (${only})`) : ''),
    element('p', { className: 'meta' }, when)));
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
  const isAsked = field.value.trim() || filters.some(({ value }) => value);
  found = isAsked ? find() : [];
  const form = found.length ? new Intl.PluralRules(language).select(found.length) : 'none';
  status.textContent = isAsked ? status.dataset[form].replace('{count}', found.length) : '';
  list = element('ul', { className: 'entries undated' });
  add();
  results.replaceChildren(...(isAsked ? [list] : everything));
  if (pages) pages.hidden = isAsked;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function load() {
  const data = await fetched(form.dataset.index);
  for (const name of ['ids', 'titles', 'dates']) data[name] = data[name].split('\n');
  for (const name of ['months', 'weekdays', 'small']) data[name] = wordsOf(fold(data[name]));
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
