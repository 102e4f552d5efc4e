/** The declarations that a mail's own style sheets give to elements, classes and ids: `.code` → `font-size:32px;…`. */
export type StyleSheet = ReadonlyMap<string, string>;

const MAX_RULES = 2_000;

/** Reads plain rules. What stands inside `@media` and the like depends on the screen and is left out. */
export function styleSheetOf(html: string): StyleSheet {
  const sheet = new Map<string, string>();
  let rules = 0;
  for (const css of styleElements(html)) {
    for (const [, selectors = '', declarations = ''] of withoutAtRules(css).matchAll(
      /([^{}]{1,500})\{([^{}]{0,2000})\}/g,
    )) {
      rules += 1;
      if (rules > MAX_RULES) return sheet;
      for (const selector of selectors.split(',')) {
        const [, element, named] = /^([a-z][a-z0-9]*)?([.#][\w-]+)?$/i.exec(selector.trim()) ?? [];
        const key = named ?? element?.toLowerCase();
        if (key !== undefined) sheet.set(key, `${sheet.get(key) ?? ''}${declarations};`);
      }
    }
  }
  return sheet;
}

function* styleElements(html: string): Generator<string> {
  const lower = html.toLowerCase();
  for (let at = lower.indexOf('<style'); at !== -1; ) {
    const from = lower.indexOf('>', at) + 1;
    const end = lower.indexOf('</style', from);
    if (from === 0 || end === -1) return;
    yield html.slice(from, end);
    at = lower.indexOf('<style', end);
  }
}

/** Takes out comments and `@…{…{…}…}`. */
function withoutAtRules(css: string): string {
  let kept = '';
  let depth = 0;
  let skipping = false;
  for (const piece of css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, '').split(/([{}])/)) {
    if (depth === 0 && piece.trim().startsWith('@')) skipping = true;
    if (!skipping) kept += piece;
    if (piece === '{') depth += 1;
    if (piece === '}') depth = Math.max(0, depth - 1);
    if (piece === '}' && depth === 0) skipping = false;
  }
  return kept;
}
