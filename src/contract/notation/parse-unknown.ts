import type { Pattern } from './ast.ts';
import type { Cursor } from './cursor.ts';

const OPENERS = new Set(['{', '[', '(']);
const CLOSERS = new Set(['}', ']', ')']);

/** Steps over an expression without pattern support, up to the comma or bracket that ends it. */
export function readUnknown(cursor: Cursor, start: number): Pattern {
  let depth = 0;
  while (cursor.token.kind !== 'end') {
    const symbol = cursor.token.kind === 'symbol' ? cursor.token.text : '';
    if (depth === 0 && (CLOSERS.has(symbol) || symbol === ',')) break;
    if (OPENERS.has(symbol)) depth++;
    if (CLOSERS.has(symbol)) depth--;
    cursor.advance();
  }
  if (depth > 0) cursor.fail('a closing bracket');
  return unknownFrom(cursor, start);
}

/** Steps over the arguments of a function without pattern support, whose name begins at `start`. */
export function readUnknownCall(cursor: Cursor, start: number): Pattern {
  cursor.expect('(');
  while (!cursor.isSymbol(')')) {
    readUnknown(cursor, start);
    if (!cursor.isSymbol(')')) cursor.expect(',', '"," or ")"');
  }
  cursor.advance();
  return unknownFrom(cursor, start);
}

function unknownFrom(cursor: Cursor, start: number): Pattern {
  return { kind: 'unknown', text: cursor.text.slice(start, cursor.lastEnd).trim() };
}
