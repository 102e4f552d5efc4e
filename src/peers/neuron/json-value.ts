import type { Header } from '../../model/exchange.ts';
import { header } from '../../model/exchange.ts';
import type { Json } from '../../model/json.ts';

/** Deeper than any answer of the contract, shallower than any stack: everything that walks a value may recurse. */
const MAX_DEPTH = 200;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The value of a body that says it is JSON, or looks like a JSON object or array whatever it says; undefined for any
 * other body and for one that does not parse.
 */
export function jsonValue(text: string, headers: readonly Header[]): Json | undefined {
  const looksLikeJson = /^\s*[[{]/.test(text);
  if (!looksLikeJson && !/json/i.test(header(headers, 'content-type') ?? '')) return undefined;
  if (!isShallow(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isShallow(text: string): boolean {
  if ((text.match(/[[{]/g)?.length ?? 0) <= MAX_DEPTH) return true;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > MAX_DEPTH) return false;
  }
  return true;
}
