import { NotationError, positionAt } from './errors.ts';

const NAME = /[\p{L}_:][\p{L}\p{N}._:-]*/uy;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Where the XML parser stands, character by character. */
export class XmlCursor {
  readonly text: string;
  readonly lenient: boolean;
  offset = 0;

  constructor(text: string, lenient: boolean) {
    this.text = text;
    this.lenient = lenient;
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.offset);
  }

  takes(prefix: string): boolean {
    const here = this.startsWith(prefix);
    if (here) this.offset += prefix.length;
    return here;
  }

  expect(prefix: string, expected = JSON.stringify(prefix)): void {
    if (!this.takes(prefix)) this.fail(expected);
  }

  /** Steps over what the sticky expression matches here. */
  takesMatch(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text);
    if (found !== null) this.offset += found[0].length;
    return found;
  }

  skipSpace(): void {
    do this.takesMatch(/\s*/y);
    while (this.takesComment());
  }

  takesComment(): boolean {
    if (!this.takes('<!--')) return false;
    this.readTo('-->');
    return true;
  }

  /** The text before `end`, which is stepped over too. */
  readTo(end: string): string {
    const at = this.text.indexOf(end, this.offset);
    if (at < 0) this.fail(JSON.stringify(end), 'the end of the text', this.text.length);
    const read = this.text.slice(this.offset, at);
    this.offset = at + end.length;
    return read;
  }

  readName(expected: string): string {
    return this.takesMatch(NAME)?.[0] ?? this.fail(expected);
  }

  fail(expected: string, got = this.describe(), offset = this.offset): never {
    throw new NotationError(positionAt(this.text, offset), expected, got);
  }

  describe(): string {
    const next = this.text.slice(this.offset, this.offset + 12).trimEnd();
    return next === '' ? 'the end of the text' : JSON.stringify(next);
  }
}

/** The text that references such as `&lt;` stand for; an unknown one stays as it is. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x[\dA-Fa-f]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
