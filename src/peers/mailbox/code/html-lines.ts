import he from 'he';
import { plain } from './characters.ts';
import { type Effect, effectOf } from './html-style.ts';
import { styleSheetOf } from './html-styles.ts';
import { htmlTokens } from './html-tokens.ts';
import type { Line, Region, Style, Styled } from './line.ts';

interface Open extends Effect {
  readonly name: string;
}

const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const MAX_DEPTH = 500;

/** The lines a reader of an HTML mail sees. Text that is not shown makes lines of its own, region `hidden`. */
export function htmlLines(html: string): Line[] {
  const shown = new Lines();
  const hidden = new Lines();
  const stack: Open[] = [];
  const sheet = styleSheetOf(html);
  const inside = (test: (open: Open) => boolean): boolean => stack.some(test);
  const region = (): Region => stack.findLast(open => open.region !== undefined)?.region ?? 'body';
  const add = (raw: string): void => {
    const source = inside(open => open.preformatted) ? raw : raw.replace(/[\t\n\f\r ]+/g, ' ');
    const read = plain(he.decode(source));
    const text = inside(open => open.reversed) ? [...read].reverse().join('') : read;
    if (inside(open => open.region === 'hidden')) hidden.add(text, 'hidden', new Set());
    else shown.add(text, region(), new Set(stack.flatMap(open => open.style ?? [])));
  };

  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') add(token.text);
    else if (token.kind === 'close') {
      const at = stack.findLastIndex(open => open.name === token.name);
      const closed = at === -1 ? [] : stack.splice(at);
      if (closed.some(open => open.block)) shown.end();
      if (closed.some(open => open.region === 'hidden')) hidden.end();
    } else {
      const effect = effectOf(token.name, token.attributes, sheet);
      if (effect.block || token.name === 'br') shown.end();
      if (effect.cell) shown.cell();
      const alt = token.name === 'img' ? token.attributes.get('alt') : undefined;
      if (alt !== undefined) add(` ${alt} `);
      if (!EMPTY.test(token.name) && stack.length < MAX_DEPTH) stack.push({ ...effect, name: token.name });
    }
  }
  return [...shown.done(), ...hidden.done()];
}

/** Builds lines from runs of text. White space collapses as in a browser; `\t` parts cells. */
class Lines {
  readonly #lines: Line[] = [];
  #text = '';
  #region: Region = 'body';
  #styled: Styled[] = [];

  add(text: string, region: Region, styles: ReadonlySet<Style>): void {
    const [first = '', ...rest] = text.split('\n');
    this.#append(first, region, styles);
    for (const line of rest) {
      this.end();
      this.#append(line, region, styles);
    }
  }

  cell(): void {
    if (this.#text.trim() !== '') this.#text = `${this.#text.trimEnd()}\t`;
  }

  end(): void {
    this.#lines.push({ text: this.#text.trimEnd(), part: 'html', region: this.#region, styled: this.#styled });
    this.#text = '';
    this.#styled = [];
    this.#region = 'body';
  }

  done(): readonly Line[] {
    this.end();
    return this.#lines;
  }

  #append(text: string, region: Region, styles: ReadonlySet<Style>): void {
    const run = /[\s]$|^$/.test(this.#text) ? text.replace(/^ +/, '') : text;
    if (run === '') return;
    if (this.#text === '') this.#region = region;
    for (const style of styles)
      this.#styled.push({ style, from: this.#text.length, to: this.#text.length + run.length });
    this.#text += run;
  }
}

/** An HTML body as plain text, for those who read evidence. */
export const shownText = (html: string): string =>
  htmlLines(html)
    .filter(line => line.region !== 'hidden')
    .map(line => line.text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
