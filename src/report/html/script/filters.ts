/** Filters, search and keys. Plain browser JavaScript. */
export const FILTERS = String.raw`
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const chips = all('.chip');
const search = document.getElementById('search');
const steps = all('.step');
const findings = all('.finding');
const haystack = new Map();
const textOf = item => {
  if (!haystack.has(item)) {
    haystack.set(item, (item.id + ' ' + (item.tagName === 'DETAILS' ? item.firstElementChild : item).textContent).toLowerCase());
  }
  return haystack.get(item);
};

const apply = () => {
  const hidden = new Set(chips.filter(chip => chip.getAttribute('aria-pressed') === 'false').map(chip => chip.dataset.filter));
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const passes = item => !hidden.has(item.dataset.outcome) && words.every(word => textOf(item).includes(word));
  for (const item of findings) item.hidden = !passes(item);
  let shownSteps = 0;
  for (const suite of all('.suite')) {
    let some = 0;
    for (const step of all('.step', suite)) {
      step.hidden = !passes(step);
      if (!step.hidden) some += 1;
    }
    suite.hidden = some === 0;
    if (some > 0 && words.length > 0) suite.open = true;
    shownSteps += some;
  }
  const filtered = hidden.size > 0 || words.length > 0;
  document.getElementById('shown').textContent = filtered
    ? shownSteps + ' of ' + steps.length + ' steps, ' + findings.filter(item => !item.hidden).length + ' of ' + findings.length + ' findings'
    : '';
};

const only = wanted => {
  for (const chip of chips) chip.setAttribute('aria-pressed', String(wanted(chip.dataset.filter)));
  apply();
};
const everything = () => {
  search.value = '';
  only(() => true);
};

for (const chip of chips) {
  chip.addEventListener('click', () => {
    chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') === 'false'));
    apply();
  });
}
search.addEventListener('input', apply);

const move = by => {
  const stops = [...findings, ...steps.map(step => step.firstElementChild)].filter(stop => stop.checkVisibility());
  const at = stops.indexOf(document.activeElement);
  const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

const unfold = () => {
  const open = steps.filter(step => !step.hidden && step.parentElement.checkVisibility()).slice(0, 400);
  const unfolding = open.some(step => !step.open);
  for (const step of open) step.open = unfolding;
};

const PASSING = ['pass', 'not-applicable', 'disabled'];
const KEYS = {
  '/': () => search.focus(),
  j: () => move(1),
  k: () => move(-1),
  f: () => only(outcome => !PASSING.includes(outcome)),
  a: everything,
  e: unfold,
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    everything();
    search.blur();
    return;
  }
  if (event.target === search || !document.getElementById('keys').checked) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest('[hidden]')) everything();
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  target.scrollIntoView();
  for (const marked of all('.here')) marked.classList.remove('here');
  target.classList.add('here');
};
addEventListener('hashchange', reveal);
if (location.hash.length > 1) reveal();
`;
