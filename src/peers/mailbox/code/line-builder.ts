import type { Line, Region, Style, Styled } from './line.ts';

const MAX_LINE = 2_000;
const MAX_LINES = 3_000;

/** Builds lines from runs of text. White space collapses as in a browser, blank lines to one; `\t` parts cells. */
export class LineBuilder {
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
    const text = this.#text.trimEnd();
    const repeated = text === '' && this.#lines.at(-1)?.text === '';
    if (!repeated && this.#lines.length < MAX_LINES) {
      this.#lines.push({ text, part: 'html', region: this.#region, styled: this.#styled });
    }
    this.#text = '';
    this.#styled = [];
    this.#region = 'body';
  }

  done(): readonly Line[] {
    this.end();
    return this.#lines;
  }

  #append(text: string, region: Region, styles: ReadonlySet<Style>): void {
    const last = this.#text.at(-1) ?? ' ';
    const run = (last.trim() === '' ? text.replace(/^ +/, '') : text).slice(0, MAX_LINE - this.#text.length);
    if (run === '') return;
    if (this.#text === '') this.#region = region;
    const from = this.#text.length;
    this.#text += run;
    for (const style of styles) this.#styled.push({ style, from, to: this.#text.length });
  }
}
