import he from 'he';
import { plain } from './characters.ts';
import { type Colours, isUnseen, PAGE } from './html-colours.ts';
import { type Effect, effectOf } from './html-style.ts';
import { styleSheetOf } from './html-styles.ts';
import { htmlTokens } from './html-tokens.ts';
import type { Line, Region, Style } from './line.ts';
import { LineBuilder } from './line-builder.ts';

/** What holds for the text inside an element, its parents' effects included. */
interface Inside {
  readonly region: Region;
  readonly styles: ReadonlySet<Style>;
  readonly colours: Colours;
  readonly reversed: boolean;
  readonly preformatted: boolean;
}

interface Open {
  readonly name: string;
  readonly block: boolean;
  readonly inside: Inside;
}

const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** The digits of notes do not belong to the number before them. */
const RAISED = /^(?:sup|sub)$/;
const MAX_DEPTH = 500;
const OUTSIDE: Inside = { region: 'body', styles: new Set(), colours: PAGE, reversed: false, preformatted: false };

/** Style sheets and pictures may come before the text; so much of them is gone through. */
const MAX_HTML = 4 * 1024 * 1024;

/**
 * The lines a reader of an HTML mail sees, up to about `most` characters. Text that is not shown makes lines of its
 * own, region `hidden`.
 */
export function htmlLines(source: string, most: number): Line[] {
  const html = source.slice(0, MAX_HTML);
  const shown = new LineBuilder();
  const hidden = new LineBuilder();
  const sheet = styleSheetOf(html);
  const stack: Open[] = [];
  const here = (): Inside => stack.at(-1)?.inside ?? OUTSIDE;
  const add = (raw: string): void => {
    const { region: place, styles, colours, reversed, preformatted } = here();
    const region = isUnseen(colours) ? 'hidden' : place;
    const read = plain(he.decode(preformatted ? raw : raw.replace(/[\t\n\f\r ]+/g, ' ')));
    const text = reversed ? [...read].reverse().join('') : read;
    if (region === 'hidden') hidden.add(text, region, OUTSIDE.styles);
    else shown.add(text, region, styles);
  };

  for (const token of htmlTokens(html)) {
    if (shown.length + hidden.length > most) break;
    if (token.kind === 'text') add(token.text);
    else if (token.kind === 'close') {
      if (RAISED.test(token.name)) add(' ');
      const at = stack.findLastIndex(open => open.name === token.name);
      const closed = at === -1 ? [] : stack.splice(at);
      if (closed.some(open => open.block)) shown.end();
      if (closed.some(({ inside }) => inside.region === 'hidden' || isUnseen(inside.colours))) hidden.end();
    } else {
      const effect = effectOf(token.name, token.attributes, sheet);
      if (effect.block || token.name === 'br') shown.end();
      if (effect.cell) shown.cell();
      if (RAISED.test(token.name)) add(' ');
      const alt = token.name === 'img' ? token.attributes.get('alt') : undefined;
      if (alt !== undefined) add(` ${alt} `);
      if (!EMPTY.test(token.name) && stack.length < MAX_DEPTH) {
        stack.push({ name: token.name, block: effect.block, inside: insideOf(effect, here()) });
      }
    }
  }
  return [...shown.done(), ...hidden.done()];
}

/** What is hidden stays hidden, whatever is inside it; text in the colour of its ground is so until the colour changes. */
function insideOf(effect: Effect, parent: Inside): Inside {
  return {
    region: parent.region === 'hidden' ? 'hidden' : (effect.region ?? parent.region),
    styles: effect.style === undefined ? parent.styles : new Set([...parent.styles, effect.style]),
    colours: { ...parent.colours, ...effect.colours },
    reversed: parent.reversed || effect.reversed,
    preformatted: parent.preformatted || effect.preformatted,
  };
}

/** An HTML body as plain text, for those who read evidence. */
export const shownText = (html: string, most: number): string =>
  htmlLines(html, most)
    .filter(line => line.region !== 'hidden')
    .map(line => line.text)
    .join('\n')
    .trim();
