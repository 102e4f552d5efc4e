/** The text is not what the host reads as JSON. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
}

/** JSON as read: objects have no prototype, the last of several members of one name wins. */
export type ReadJson = null | boolean | number | string | ReadJson[] | { [member: string]: ReadJson };

const DEEPEST = 512;
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', a: '\x07', v: '\v' };
const WORDS = new Map<string, ReadJson>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Reads JSON as leniently as the framework of a Neuron does: unquoted member names, comments, a trailing comma in
 * objects, a leading plus, `.5` and `5.` are taken. Everything else is refused with the framework's words.
 */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text);
  return reader.document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): ReadJson {
    const value = this.#value(0);
    this.#blank();
    if (this.#at < this.#text.length) throw new JsonSyntaxError('Unexpected content at end of string.');
    return value;
  }

  #value(depth: number): ReadJson {
    if (depth > DEEPEST) this.#invalid();
    this.#blank();
    const next = this.#peek();
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#list(depth);
    if (next === '"' || next === "'") return this.#string();
    const number = this.#token(NUMBER);
    if (number !== undefined) return Number(number);
    const word = WORDS.get(this.#token(WORD) ?? '');
    return word === undefined ? this.#invalid() : word;
  }

  #object(depth: number): ReadJson {
    const object: { [member: string]: ReadJson } = Object.create(null);
    this.#at++;
    for (;;) {
      this.#blank();
      if (this.#skip('}')) return object;
      const quoted = this.#peek() === '"' || this.#peek() === "'";
      const name = quoted ? this.#string() : (this.#token(WORD) ?? this.#invalid());
      this.#blank();
      if (!this.#skip(':')) this.#invalid();
      object[name] = this.#value(depth + 1);
      this.#blank();
      if (!this.#skip(',') && this.#peek() !== '}') this.#invalid();
    }
  }

  #list(depth: number): ReadJson[] {
    const list: ReadJson[] = [];
    this.#at++;
    this.#blank();
    if (this.#skip(']')) return list;
    for (;;) {
      list.push(this.#value(depth + 1));
      this.#blank();
      if (this.#skip(']')) return list;
      if (!this.#skip(',')) this.#invalid();
    }
  }

  #string(): string {
    const quote = this.#peek();
    let result = '';
    this.#at++;
    for (;;) {
      const character = this.#peek();
      this.#at++;
      if (character === quote) return result;
      result += character === '\\' ? this.#escape() : character;
    }
  }

  #escape(): string {
    const letter = this.#peek();
    this.#at++;
    const width = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
    if (width === 0) return ESCAPES[letter] ?? letter;
    const digits = this.#text.slice(this.#at, this.#at + width);
    if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < width) this.#invalid();
    this.#at += width;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }

  #blank(): void {
    this.#token(BLANK);
  }

  #peek(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new JsonSyntaxError('Unexpected end of JSON.');
    return character;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #invalid(): never {
    if (this.#at >= this.#text.length) throw new JsonSyntaxError('Unexpected end of JSON.');
    throw new JsonSyntaxError('Invalid JSON.');
  }
}
