import { NotationError, positionAt } from './errors.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', a: '\x07', v: '\v' };

/** Reads a quoted string of script, which begins at `start`. An unknown escape stands for its character. */
export function readString(text: string, start: number): { readonly value: string; readonly end: number } {
  const quote = text[start];
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === quote) return { value, end: at + 1 };
    if (char !== '\\') {
      value += char;
      continue;
    }
    at++;
    const letter = text[at] ?? '';
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : 0;
    if (digits === 0) {
      value += ESCAPES[letter] ?? letter;
      continue;
    }
    const hex = text.slice(at + 1, at + 1 + digits);
    if (hex.length < digits || !/^[\da-fA-F]+$/.test(hex)) {
      throw new NotationError(positionAt(text, at), `${digits} hexadecimal digits`, JSON.stringify(hex));
    }
    value += String.fromCharCode(Number.parseInt(hex, 16));
    at += digits;
  }
  throw new NotationError(positionAt(text, start), `a closing ${quote}`, 'the end of the text');
}

/** The string in double quotes, so that reading it back gives the same value. */
export function writeString(value: string): string {
  return JSON.stringify(value);
}
