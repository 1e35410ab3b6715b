// Keeps an open page up to date while `bba serve` runs. The server sends hashes of what the page
// consists of, and what is wrong with the content (see live.rs). What has another hash is
// fetched and exchanged in place: focus, scroll position, typed text and opened parts stay.
(() => {
  'use strict';

  const script = document.currentScript;
  const events = new URL('events', script.src);
  events.searchParams.set('path', location.pathname);
  let state = JSON.parse(script.dataset.state);
  // From here on the page is what was built.
  script.remove();

  // ---- The connection. A page that nobody sees gives it up: browsers have only six per server.

  let source;
  function listen() {
    source?.close();
    source = undefined;
    if (document.hidden) return;
    source = new EventSource(events);
    source.onopen = () => panel.setStopped(false);
    source.onerror = () => panel.setStopped(true);
    source.onmessage = ({ data }) => take(JSON.parse(data));
  }

  // Messages are worked on one after the other; of several that wait only the last counts.
  let next;
  let isWorking = false;
  async function take(message) {
    next = message;
    if (isWorking) return;
    isWorking = true;
    while (next) {
      const current = next;
      next = undefined;
      panel.show(current.findings, current.edit);
      try {
        await follow(current.state);
      } catch {
        // The server is gone in the middle; the next message brings everything again.
      }
    }
    isWorking = false;
  }

  async function follow(wanted) {
    // A script runs once, in a page that is loaded.
    if (wanted.page !== null && scripts(state.assets) !== scripts(wanted.assets)) {
      location.reload();
      return;
    }
    for (const path of changed(state.assets, wanted.assets)) {
      versions.set(path, wanted.assets[path]);
      refresh(document, path);
    }
    if (wanted.page === null) {
      panel.setGone(state.page !== null);
      state = { page: state.page, assets: wanted.assets };
    } else if (wanted.page !== state.page) {
      state = await exchange() ?? wanted;
      panel.setGone(false);
    } else {
      state = wanted;
      panel.setGone(false);
    }
  }

  function scripts(assets) {
    return JSON.stringify(Object.entries(assets).filter(([path]) => path.endsWith('js')).sort());
  }

  function changed(old, fresh) {
    return Object.keys(old).filter((path) => path in fresh && old[path] !== fresh[path]);
  }

  // ---- Styles and images that changed under the same name: the name gets a version.

  const versions = new Map();

  function refresh(root, path) {
    const version = `${path}?v=${versions.get(path)}`;
    const isIt = (address) => address !== null && address.split('?')[0] === path;
    for (const image of root.querySelectorAll('img[src]')) {
      if (isIt(image.getAttribute('src'))) image.setAttribute('src', version);
    }
    for (const link of root.querySelectorAll('link[rel~=stylesheet]')) {
      if (!isIt(link.getAttribute('href'))) continue;
      if (root === document) succeed(link, version);
      else link.setAttribute('href', version);
    }
  }

  // Another style takes the place of one when it is loaded: until then the old one stays.
  function succeed(link, address) {
    const fresh = link.cloneNode();
    fresh.setAttribute('href', address);
    fresh.onload = () => link.remove();
    link.after(fresh);
  }

  // ---- The page: fetch it and change what is different.

  async function exchange() {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return undefined;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const ours = fresh.querySelector('script[data-state]');
    const freshState = ours && JSON.parse(ours.dataset.state);
    ours?.remove();
    for (const path of versions.keys()) refresh(fresh, path);
    const focused = document.activeElement;
    setAttributes(document.documentElement, fresh.documentElement);
    morph(document.head, fresh.head);
    morph(document.body, fresh.body);
    for (const [link, address] of styles.splice(0)) succeed(link, address);
    // Moving an element takes the focus from it.
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
    return freshState;
  }

  // Styles, and the addresses of those that take their place when all else is exchanged.
  const styles = [];

  function isRenamedStyle(old, fresh) {
    const isStyle = old.nodeName === 'LINK' && old.relList.contains('stylesheet');
    return isStyle && old.getAttribute('href') !== fresh.getAttribute('href');
  }

  function morph(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (isRenamedStyle(old, fresh)) {
      styles.push([old, fresh.getAttribute('href')]);
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    setAttributes(old, fresh);
    const { olds, freshes, behind } = differing(old, fresh);
    let place = behind;
    let rest = olds;
    // Backwards, so that `place` is always a node that stays.
    for (const node of freshes.reverse()) {
      const partner = partnerOf(node, rest);
      const kept = partner ?? document.importNode(node, true);
      if (partner) {
        rest = rest.filter((other) => other !== partner);
        morph(partner, node);
      }
      if (kept.parentNode !== old || kept.nextSibling !== place) old.insertBefore(kept, place);
      place = kept;
    }
    for (const node of rest) node.remove();
  }

  // Children without those that are equal at the beginning and at the end, and the first of the
  // equal ones behind.
  function differing(old, fresh) {
    const olds = [...old.childNodes];
    const freshes = [...fresh.childNodes];
    while (olds.length && freshes.length && olds[0].isEqualNode(freshes[0])) {
      olds.shift();
      freshes.shift();
    }
    let behind = null;
    while (olds.length && freshes.length && olds.at(-1).isEqualNode(freshes.at(-1))) {
      behind = olds.pop();
      freshes.pop();
    }
    return { olds, freshes, behind };
  }

  // The old node that becomes this one: the last of the same kind. A canonical link that became a
  // style step by step would load its page as a style.
  function partnerOf(node, olds) {
    const kindOf = (one) => [one.nodeName, one.id, one.rel, one.type].join(' ');
    return olds.findLast((old) => kindOf(old) === kindOf(node));
  }

  // What a visitor opened or typed is not an attribute of the page.
  function setAttributes(old, fresh) {
    const isTheirs = (name) => name === 'open' && old.nodeName === 'DETAILS';
    for (const { name, value } of fresh.attributes) {
      if (!isTheirs(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    for (const { name } of [...old.attributes]) {
      if (!isTheirs(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
    }
  }

  // ---- What is wrong, over the page but not of it: no style of the page reaches into it.

  const panel = (() => {
    const host = document.createElement('bba-preview');
    const root = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(`
      :host { all: initial; }
      * { box-sizing: border-box; }
      [hidden] { display: none !important; }
      section, details, .note { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff;
        border: 1px solid #6b6b6b; border-radius: 6px; box-shadow: 0 4px 24px #0006; position: fixed; z-index: 2147483647; }
      section { inset: auto 0 0 0; margin: 0 auto 1rem; width: min(60rem, calc(100% - 2rem)); max-height: 80vh;
        overflow: auto; padding: 1rem 1.5rem; border-top: 6px solid #b3001b; }
      h2 { font-size: 1.25em; margin: 0; color: #b3001b; }
      header { display: flex; gap: 1rem; justify-content: space-between; align-items: start; }
      ol { margin: .5rem 0 0; padding: 0; list-style: none; }
      li { padding: .75rem 0; border-top: 1px solid #ccc; }
      p { margin: .25rem 0; overflow-wrap: anywhere; }
      .place { font-family: ui-monospace, monospace; font-size: .875em; color: #444; }
      .message { font-weight: 600; }
      pre { font: .875em/1.6 ui-monospace, monospace; margin: .25rem 0; padding: .5rem; background: #f2f2f2; overflow: auto; }
      mark { background: #ffd9de; color: inherit; text-decoration: underline 2px #b3001b; text-underline-offset: 3px; }
      button, summary { font: inherit; color: inherit; background: #fff; border: 1px solid #6b6b6b; border-radius: 4px;
        padding: .25rem .75rem; cursor: pointer; white-space: nowrap; }
      :focus-visible { outline: 3px solid #0050c8; outline-offset: 2px; }
      details { right: 1rem; bottom: 1rem; max-width: calc(100% - 2rem); max-height: 80vh; overflow: auto; }
      details[open] { width: 44rem; padding-bottom: .5rem; }
      summary { border: 0; font-size: .875em; }
      details ol { padding: 0 1rem; }
      a { color: inherit; }
      .note.edit { bottom: auto; top: 1rem; left: auto; right: 1rem; padding: .25rem .75rem; font-size: .875em; }
      .note { left: 1rem; bottom: 1rem; padding: .5rem 1rem; max-width: calc(100% - 2rem); }
      @media (prefers-color-scheme: dark) {
        section, details, .note, button, summary { color: #f2f2f2; background: #1d1d1d; border-color: #999; }
        section { border-top-color: #ff8a98; }
        h2 { color: #ff8a98; }
        .place { color: #ccc; }
        pre { background: #2b2b2b; }
        li { border-color: #555; }
        mark { background: #5c1a24; text-decoration-color: #ff8a98; }
        :focus-visible { outline-color: #8ab8ff; }
      }`);
    root.adoptedStyleSheets = [style];

    // Texts are put in as texts: nothing of the content becomes HTML here.
    const element = (name, attributes = {}, ...children) => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    };
    const errors = element('section', { role: 'alert', tabindex: '0', hidden: '' });
    const warnings = element('details', { hidden: '' });
    const note = element('p', { class: 'note', role: 'status', hidden: '' });
    const editor = element('a', { class: 'note edit', hidden: '' });
    root.append(warnings, editor, note, errors);
    document.documentElement.append(host);

    const finding = ({ code, message, place, excerpt, hint, edit }, words) => {
      const item = element('li', {}, element('p', { class: 'message' }, message));
      if (place) item.append(element('p', { class: 'place' }, edit ? element('a', { href: edit }, place) : place, ` · ${code}`));
      if (excerpt) {
        const { line, before, marked, after } = excerpt;
        item.append(element('pre', {}, element('code', {}, `${line} | ${before}`, element('mark', {}, marked), after)));
      }
      if (hint) item.append(element('p', {}, element('b', {}, words.hint), ` ${hint}`));
      return item;
    };
    const list = (findings, words) => element('ol', {}, ...findings.map((one) => finding(one, words)));

    const hide = () => { errors.hidden = true; };
    addEventListener('keydown', ({ key }) => { if (key === 'Escape') hide(); });

    let words = {};
    let shown = '';
    let isStopped = false;
    let isGone = false;
    const notes = () => {
      const text = isStopped ? words.stopped : isGone ? words.gone : undefined;
      note.hidden = text === undefined;
      if (note.textContent !== (text ?? '')) note.textContent = text ?? '';
    };
    return {
      show(findings, edit) {
        editor.hidden = !edit;
        if (edit) editor.href = edit;
        editor.textContent = findings.words.edit;
        words = findings.words;
        const fresh = JSON.stringify(findings);
        if (fresh === shown) return;
        shown = fresh;
        const button = element('button', { type: 'button' }, words.hide);
        button.addEventListener('click', hide);
        const title = element('h2', {}, words.errors);
        errors.replaceChildren(
          element('header', {}, title, button),
          element('p', {}, words.still_shown),
          list(findings.errors, words),
        );
        errors.hidden = findings.errors.length === 0;
        warnings.replaceChildren(element('summary', {}, words.warnings), list(findings.warnings, words));
        warnings.hidden = findings.warnings.length === 0;
        notes();
      },
      setGone(value) { isGone = value; notes(); },
      setStopped(value) { isStopped = value; notes(); },
    };
  })();

  document.addEventListener('visibilitychange', listen);
  listen();
})();
