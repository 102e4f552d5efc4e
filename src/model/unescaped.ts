/** A text with one layer of escapes taken off, and where each of its characters came from. */
export interface Unescaped {
  readonly text: string;
  /** `at[i]` is where character i began in the original; one entry more for the end. */
  readonly at: Int32Array;
}

// Percent signs, JSON and HTML escapes, and line breaks inside what may be wrapped base64.
const ESCAPE =
  /%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[\\"/]|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});|(?<=[a-z0-9+/])(?:\r?\n|\\r\\n|\\n)[ \t]*(?=[a-z0-9+/])/gi;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

function meaning(sequence: string): string {
  if (sequence.startsWith('%')) return character(Number.parseInt(sequence.slice(1), 16));
  if (sequence.startsWith('\\u')) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  if (/^\\[\\"/]/.test(sequence)) return sequence.slice(1);
  if (!sequence.startsWith('&')) return '';
  const name = sequence.slice(1, -1).toLowerCase();
  if (name.startsWith('#x')) return character(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return character(Number(name.slice(1)));
  return NAMED[name] ?? '';
}

/** What every escape begins with; far quicker to look for than the escapes themselves. */
const BEGINNING = /[%\\&\n\r]/;

/** Takes one layer of escapes off; undefined where there is none. Percent escapes become bytes, one character each. */
export function unescaped(text: string): Unescaped | undefined {
  if (!BEGINNING.test(text) || text.search(ESCAPE) < 0) return undefined;
  const at = new Int32Array(text.length + 1);
  let out = '';
  let from = 0;
  const copy = (to: number): void => {
    for (let i = from; i < to; i++) at[out.length + i - from] = i;
    out += text.slice(from, to);
  };
  for (const match of text.matchAll(ESCAPE)) {
    copy(match.index);
    const plain = meaning(match[0]);
    for (let i = 0; i < plain.length; i++) at[out.length + i] = match.index;
    out += plain;
    from = match.index + match[0].length;
  }
  copy(text.length);
  at[out.length] = text.length;
  return { text: out, at };
}
