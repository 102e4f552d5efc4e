import type { Line, Region, Style, Styled } from './line.ts';
import { breakAt, MAX_LINE, MAX_LINES } from './wrap.ts';

/** Builds lines from runs of text. White space collapses as in a browser, blank lines to one; `\t` parts cells. */
export class LineBuilder {
  readonly #lines: Line[] = [];
  #length = 0;
  #text = '';
  #region: Region = 'body';
  #styled: Styled[] = [];

  add(text: string, region: Region, styles: ReadonlySet<Style>): void {
    this.#length += text.length;
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

  /** How many characters were added. */
  get length(): number {
    return this.#length;
  }

  done(): readonly Line[] {
    this.end();
    return this.#lines;
  }

  #append(text: string, region: Region, styles: ReadonlySet<Style>): void {
    const last = this.#text.at(-1) ?? ' ';
    const whole = last.trim() === '' ? text.replace(/^ +/, '') : text;
    if (whole === '') return;
    const room = Math.max(0, MAX_LINE - this.#text.length);
    const { to, next } = whole.length > room ? breakAt(whole, room) : { to: whole.length, next: whole.length };
    if (this.#text === '') this.#region = region;
    const from = this.#text.length;
    this.#text += whole.slice(0, to);
    for (const style of styles) this.#styled.push({ style, from, to: this.#text.length });
    if (next === whole.length) return;
    this.end();
    this.#append(whole.slice(next), region, styles);
  }
}
