// Functions that run inside a page. Each stands alone: nothing outside of it is known there.

export function pageWidth() {
  return document.documentElement.scrollWidth;
}

// Elements that would load something from another server.
export function foreignResources() {
  const loading = '[src], [srcset], [poster], object[data], link:is([rel~=stylesheet], [rel~=icon], [rel~=preload], [rel~=manifest])';
  const addresses = (element) => ['src', 'srcset', 'poster', 'data', 'href']
    .map((name) => element.getAttribute(name))
    .filter((value) => value !== null);
  return [...document.querySelectorAll(loading)]
    .flatMap(addresses)
    .filter((value) => new URL(value, document.baseURI).origin !== location.origin);
}

export function formsOfScript() {
  const inline = 'script:not([src], [type="application/ld+json"]), style, [style], [onclick], [onload], [href^="javascript:"]';
  return [...document.querySelectorAll(inline)].map((element) => element.outerHTML.slice(0, 80));
}

// Texts of which something is hidden because their box is too small.
export function clippedTexts() {
  const isClipped = (element) => getComputedStyle(element).overflow === 'hidden'
    && element.innerText?.trim()
    && element.clientHeight > 1
    && element.scrollHeight > element.clientHeight + 1;
  return [...document.querySelectorAll('body *')].filter(isClipped).map((element) => element.outerHTML.slice(0, 80));
}

// The addresses on this site that the page points to, without their anchors.
export function ownLinks() {
  const addresses = [...document.querySelectorAll('a[href], link[href]')]
    .map((element) => new URL(element.getAttribute('href'), document.baseURI).href.split('#')[0]);
  return [...new Set(addresses)].filter((href) => href.startsWith(`${location.origin}/`));
}

// Where the button for registration ends; 0 on a page that has none.
export function registrationBottom() {
  const button = document.querySelector('.register .button:not(.quiet)');
  return button ? Math.ceil(button.getBoundingClientRect().bottom + scrollY) : 0;
}

// Where the place of an event begins; 0 on a page that has none.
export function placeTop() {
  const place = document.querySelector('#ort + dd');
  return place ? Math.ceil(place.getBoundingClientRect().top + scrollY) : 0;
}
