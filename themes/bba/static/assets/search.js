// Search as one types. The page lists everything without it. src/outputs/search/ writes what it
// reads: terms with the items that have them, not texts. It makes elements and never HTML.
'use strict';
{
  const PART = 50; // results at a time
  const SHORTEST_NEAR = 5; // letters of a word that may have one wrong
  const LONGEST_ENDING = 2; // letters that may follow such a word
  const byId = (id) => document.getElementById(id);
  const [form, status, results, more] = ['search', 'found', 'results', 'more'].map(byId);
  const field = form.elements.q;
  const filters = [...form.querySelectorAll('select')];
  const pages = document.querySelector('main .pages');
  const everything = [...results.childNodes];
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);

  // Words, folded as in fold.rs.
  const LETTERS = { ß: 'ss', æ: 'ä', ø: 'ö', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
  const UMLAUTS = { ä: 'ae', ö: 'oe', ü: 'ue' };
  const letter = (c) => LETTERS[c] ?? (UMLAUTS[c] ? c : c.normalize('NFKD').replace(/\p{M}/gu, ''));
  const fold = (text) => [...text.normalize('NFKC').toLowerCase()].map(letter).join('');
  const spelled = (word) => word.replace(/[äöü]/g, (c) => UMLAUTS[c]);
  const bare = (word) => word.replace(/[äöü]/g, (c) => UMLAUTS[c][0]);
  const wordsOf = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(spelled);

  // Dates: one is a part of a term, `2019-09-24`, `2019-09-`, `-09-24`, `-09-`.
  const names = (count, form) => Array.from({ length: count }, (_, n) => {
    const date = Date.UTC(2019, form.month ? n : 8, form.month ? 1 : n + 1);
    return spelled(fold(new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(date)));
  });
  const months = names(12, { month: 'long' });
  const weekdays = names(7, { weekday: 'long' });
  const two = (number) => String(number).padStart(2, '0');
  function dateOf(year, month, day) {
    if (month > 12 && day && day <= 12) [month, day] = [day, month];
    if (month < 1 || month > 12 || day > 31) return null;
    return `${year && (year < 100 ? 2000 + +year : year)}-${two(month)}-${day ? two(day) : ''}`;
  }
  const dayOf = (word = '') => /^([0-2]?\d|3[01])(st|nd|rd|th)?$/.exec(word)?.[1];

  // What is looked for: for each word the terms that answer it.
  function wanted(text) {
    const dates = [];
    const note = (whole, ...date) => {
      const found = dateOf(...date);
      if (!found) return whole;
      dates.push([found]);
      return ' ';
    };
    const words = wordsOf(text
      .replace(/\b(\d{4})-(\d\d?)(?:-(\d\d?))?\b/g, (all, y, m, d) => note(all, y, m, d))
      .replace(/\b(\d\d?)([./] ?)(\d\d?)\2(\d{4}|\d\d)\b/g, (all, d, _, m, y) => note(all, y, m, d))
      .replace(/\b(\d\d?)[./](\d{4})\b/g, (all, m, y) => note(all, y, m))
      .replace(/\b(\d\d?)\. ?(\d\d?)\.(?!\d)/g, (all, d, m) => note(all, '', m, d)));
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      const month = word.length > 2 ? months.findIndex((name) => name.startsWith(word)) : -1;
      if (month < 0) continue;
      let [from, to] = [at, at + 1];
      const isOf = (other) => ['de', 'del', 'of'].includes(other);
      let day = dayOf(words[isOf(words[at - 1]) ? at - 2 : at - 1]);
      if (day) from -= isOf(words[at - 1]) ? 2 : 1;
      else if ((day = dayOf(words[to]))) to += 1;
      const next = isOf(words[to]) ? to + 1 : to;
      const year = /^\d{4}$/.test(words[next]) ? words[next] : '';
      if (year) to = next + 1;
      // »4.–8. November«: the first day is before it.
      if (day && dayOf(words[from - 1]) < +day) from -= 1;
      if (day || year) {
        dates.push([dateOf(year, month + 1, day)]);
        words.splice(from, to - from);
        at = from - 1;
      } else if (months[month] === word) {
        words.splice(at, 1);
        at -= 1;
        dates.push([word, dateOf('', month + 1)]);
      }
    }
    const others = words.filter((word) => !(dates.length && weekdays.includes(word)));
    const large = others.filter((word) => !small.has(word) && !/^\p{L}$/u.test(word));
    const all = large.length || dates.length ? large : others;
    return [...all.map((word) => [word]), ...dates];
  }

  // The index.
  let loading = null;
  let index = null;
  let parts = [];
  let small = new Set();
  const facets = new Map();

  function numbers(code) {
    const all = [];
    let [number, unit] = [0, 1];
    for (const c of code) {
      let digit = c.charCodeAt(0) - 35;
      if (digit > 57) digit -= 1;
      number += (digit % 45) * unit;
      if (digit < 45) {
        all.push(number);
        [number, unit] = [0, 1];
      } else unit *= 45;
    }
    return all;
  }

  function partOf({ terms, lists }, weights) {
    const part = { forms: [], lists: lists.split(' '), read: [], weights };
    let last = '';
    for (const code of terms.match(/[A-Z][^A-Z]*/g) ?? []) {
      last = last.slice(0, code.charCodeAt(0) - 65) + code.slice(1);
      const term = spelled(last);
      if (last[0] === ':') facets.set(last, [part, part.forms.length]);
      part.forms.push(last[0] === ':' ? [] : term === last ? [term] : [term, bare(last)]);
    }
    return part;
  }

  // The items of a term with the weights of their fields, one after the other.
  function itemsOf(part, at) {
    const code = part.lists[at];
    if (code[0] === '!') return itemsOf(part, numbers(code.slice(1))[0]);
    let item = -1;
    part.read[at] ??= numbers(code).flatMap((number) => {
      item += 1 + Math.floor(number / part.weights.length);
      return [item, part.weights[number % part.weights.length]];
    });
    return part.read[at];
  }

  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  async function load() {
    const data = await fetched(form.dataset.index);
    for (const name of ['ids', 'titles', 'dates']) data[name] = data[name].split('\n');
    small = new Set(wordsOf(data.small_words));
    parts = [partOf(data, [10, 6, 5])];
    index = data;
    show();
    parts.push(partOf(await fetched(data.texts), [2]));
    show();
  }

  // How well a term answers a word: as a whole, at its beginning, inside, or with a letter wrong.
  const value = (term, word) => (word.includes('-') ? 4 * term.includes(word)
    : term === word ? 4 : term.startsWith(word) ? 1.8 : word.length > 2 && term.includes(word) ? 1 : 0);

  // Where the word ends that stands in a term from a place on but for one letter: wrong, one too
  // many, missing, or two in the wrong order; -1 when it does not.
  function nearEnd(term, word, from) {
    let at = 0;
    while (at < word.length && term[from + at] === word[at]) at += 1;
    const goesOn = (inWord, inTerm) => term.startsWith(word.slice(at + inWord), from + at + inTerm);
    const isSwapped = word[at] === term[from + at + 1] && word[at + 1] === term[from + at];
    const end = from + word.length;
    if (goesOn(1, 1) || (isSwapped && goesOn(2, 2))) return end;
    if (goesOn(1, 0)) return end - 1;
    return goesOn(0, 1) ? end + 1 : -1;
  }
  function isNear(term, word) {
    if (word.length < SHORTEST_NEAR || /[\d-]/.test(word)) return false;
    const end = nearEnd(term, word, 0);
    if (end >= 0 && term.length - end <= LONGEST_ENDING) return true;
    if (word.length < 8) return false;
    for (let from = 0; from + word.length <= term.length + 1; from += 1) {
      if (nearEnd(term, word, from) >= 0) return true;
    }
    return false;
  }

  // The score of every item; 0 where a word is not found.
  function scores(words, near) {
    let total = new Float32Array(index.items.length).fill(1);
    for (const word of words) {
      const own = new Float32Array(total.length);
      for (const part of parts) {
        part.forms.forEach((forms, at) => {
          let best = 0;
          for (const term of forms) for (const one of word) {
            best = Math.max(best, value(term, one) || (near && isNear(term, one) ? 0.9 : 0));
          }
          if (!best) return;
          const items = itemsOf(part, at);
          for (let i = 0; i < items.length; i += 2) {
            own[items[i]] = Math.max(own[items[i]], best * items[i + 1]);
          }
        });
      }
      total = total.map((score, item) => score && own[item] && score + own[item]);
    }
    return total;
  }

  function find() {
    const words = wanted(field.value);
    let found = scores(words, false);
    if (!found.some(Boolean)) found = scores(words, true);
    for (const { name, value: chosen } of filters.filter((filter) => filter.value)) {
      const items = itemsOf(...facets.get(`:${name}:${chosen}`) ?? [{ lists: [''], read: [], weights: [1] }, 0]);
      const has = new Set(items.filter((_, i) => i % 2 === 0));
      found = found.map((score, item) => (has.has(item) ? score : 0));
    }
    const items = [...found.keys()].filter((item) => found[item]);
    return items.sort((a, b) => found[b] - found[a] || a - b);
  }

  // What is shown.
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  function entry(item) {
    const { kind, path, lang, hreflang, state } = index.groups[index.items.charCodeAt(item) - 97];
    const link = element('a', { href: `${path}${index.ids[item]}/` });
    if (hreflang) link.hreflang = hreflang;
    if (state) link.append(element('span', { className: 'state alert' }, `${state}:`), ' ');
    link.append(lang ? element('span', { lang: lang[0] }, index.titles[item]) : index.titles[item]);
    const heading = element('h3', {}, link);
    if (lang) heading.append(' ', element('small', {}, `(${lang[1]})`));
    const name = form.elements.kind?.querySelector(`[value=${kind}]`)?.textContent;
    const line = [name, index.dates[item]].filter(Boolean).join(' · ');
    return element('li', { className: 'entry' }, element('div', {}, heading, element('p', { className: 'when' }, line)));
  }

  let found = [];
  function add() {
    const list = results.querySelector('ul');
    const shown = list.children.length;
    list.append(...found.slice(shown, shown + PART).map(entry));
    more.hidden = found.length <= shown + PART;
    return list.children[shown];
  }
  function show() {
    if (!index) return;
    const isAsked = field.value.trim() || filters.some((filter) => filter.value);
    if (pages) pages.hidden = isAsked;
    if (!isAsked) {
      more.hidden = true;
      status.textContent = '';
      results.replaceChildren(...everything);
      return;
    }
    found = find();
    const { [found.length ? plural.select(found.length) : 'none']: text } = status.dataset;
    status.textContent = text.replace('{count}', found.length).replace('{query}', field.value.trim());
    results.replaceChildren(...found.length ? [element('ul', { className: 'entries' })] : []);
    if (found.length) add();
    else more.hidden = true;
  }

  // What is asked stands in the address, so that it can be sent and found again.
  function search() {
    const asked = [...new FormData(form)].filter(([, text]) => text.trim());
    const query = new URLSearchParams(asked).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    start();
    show();
  }
  function start() {
    loading ??= load().catch(() => {
      loading = null;
      status.textContent = status.dataset.failed;
    });
  }

  for (const [name, text] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = text;
  }
  if (location.search) start();
  form.addEventListener('focusin', start);
  form.addEventListener('input', search);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  more.addEventListener('click', () => add().querySelector('a').focus());
}
