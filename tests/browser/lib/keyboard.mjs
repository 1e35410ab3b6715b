// A page without a mouse: Tab reaches everything in the order of the text, the skip link first,
// and one always sees where one is.

// A player has controls of the browser's own, which the page does not see: while one of them has the
// focus, the player has it. More than these there are in none.
const CONTROLS = 12;

// Runs inside the page.
function allStops() {
  const canHaveFocus = 'a[href]:not([tabindex="-1"]), button, input, select, textarea, summary, video[controls], audio[controls], [tabindex="0"]';
  const isShown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  return [...document.querySelectorAll(canHaveFocus)].filter(isShown);
}

// Runs inside the page: what has the focus, its place among all stops, and how it can be seen.
function focusedStop(stops) {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    place: stops.indexOf(element),
    text: element.outerHTML.slice(0, 80),
    href: element.getAttribute('href') ?? '',
    isPlayer: element.matches('video[controls], audio[controls]'),
    isVisible: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0,
    isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    isCovered: onTop !== null && !element.contains(onTop) && !onTop.contains(element),
  };
}

function findingsAt(stop, place) {
  const findings = [];
  if (place === 0 && !stop.href.startsWith('#')) findings.push(`the first stop is no skip link: ${stop.text}`);
  if (stop.place !== place) findings.push(`Tab ${place + 1} leads to stop ${stop.place + 1}: ${stop.text}`);
  if (!stop.isVisible) findings.push(`focused, but not visible: ${stop.text}`);
  else if (!stop.isMarked) findings.push(`no outline of 2 px or more: ${stop.text}`);
  else if (stop.isCovered) findings.push(`the focus is covered: ${stop.text}`);
  return findings;
}

export async function keyboard({ page }) {
  const stops = await page.evaluateHandle(allStops);
  const count = await stops.evaluate((all) => all.length);
  const findings = [];
  const next = async () => {
    await page.keyboard.press('Tab');
    return page.evaluate(focusedStop, stops);
  };
  for (let place = 0; place < count; place += 1) {
    let stop = await next();
    for (let control = 0; control < CONTROLS && stop.isPlayer && stop.place === place - 1; control += 1) stop = await next();
    findings.push(...findingsAt(stop, place));
  }
  return findings;
}
