import { Buffer } from 'node:buffer';
import type { Needle } from './finder.ts';

/** From this length on a value is looked for in every form; shorter ones (codes) only as whole words. */
export const LONG = 12;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const JWT = /^[\w-]+\.([\w-]+)\.([\w-]*)$/;

const url = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const hexEscapes = (text: string, characters: RegExp): string =>
  text.replace(characters, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const html = (text: string, apostrophe: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);

/**
 * The part of a base64 text that a value inside a longer text always gives, for the three ways it can be aligned:
 * `user:password` of Basic authentication hides the password at any of them.
 */
function aligned(bytes: Buffer): string[] {
  return [0, 1, 2].map(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
}

/** What senders escape differs: capital or small digits, `!'()*` or not, a blank as `%20` or `+`. */
function* percentForms(percent: string): Generator<[form: string, text: string]> {
  const strict = percent.replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  for (const capital of [percent, strict]) {
    const small = capital.replace(/%../g, hex => hex.toLowerCase());
    for (const text of [capital, small]) {
      yield ['url', text];
      yield ['url', text.replaceAll('%20', '+')];
    }
  }
}

function* formsOf(value: string): Generator<[form: string, text: string]> {
  yield ['plain', value];
  if (value.length < LONG) return;
  const bytes = Buffer.from(value, 'utf8');
  if (BASE64.test(value)) {
    yield ['plain', value.replace(/=+$/, '')];
    yield ['base64url', url(value)];
  }
  const json = JSON.stringify(value).slice(1, -1);
  yield ['json', json];
  yield ['json', hexEscapes(json, /[<>&'+]/g)];
  yield ['json', hexEscapes(json, /[^\u0020-\u007e]/g)];
  yield ['json', json.replaceAll('/', '\\/')];
  yield* percentForms(encodeURIComponent(bytes.toString('utf8')));
  yield ['url', value.replaceAll(' ', '+')];
  for (const apostrophe of ["'", '&#39;', '&#x27;', '&apos;']) yield ['html', html(value, apostrophe)];
  // The payload of a token is JSON in base64.
  for (const inside of new Set([value, json])) {
    for (const text of aligned(Buffer.from(inside, 'utf8'))) {
      yield ['base64', text];
      yield ['base64url', url(text)];
    }
  }
  yield ['hex', bytes.toString('hex')];
  yield ['hex', bytes.toString('hex').toUpperCase()];
  // The first segment of a JWT names only the algorithm and is the same in every token.
  for (const segment of JWT.exec(value)?.slice(1) ?? []) if (segment.length >= LONG) yield ['jwt-segment', segment];
}

/** Every way in which tainted values are looked for. `bytes: true` gives them as UTF-8 bytes, one character each. */
export function needles(entries: Iterable<readonly [value: string, name: string]>, bytes: boolean): Needle[] {
  const found = new Map<string, Needle>();
  for (const [value, name] of entries) {
    const whole = value.length < LONG;
    for (const [form, text] of formsOf(value)) {
      const needle = bytes ? Buffer.from(text, 'utf8').toString('latin1') : text;
      if (needle.length >= 4 && !found.has(needle)) found.set(needle, { text: needle, name, form, whole });
    }
  }
  return [...found.values()];
}
