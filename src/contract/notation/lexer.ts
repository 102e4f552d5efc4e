import { NotationError, positionAt } from './errors.ts';
import { readString } from './strings.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'other' | 'end';
  /** As written; for a string, its value. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<=|>=|==|!=|<>|[{}[\](),:?*<>=\-+≤≥≠]/y;

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** The offset of the first character after white space and comments. */
export function skipSpace(text: string, offset: number): number {
  const start = offset + (matchAt(SPACE, text, offset)?.length ?? 0);
  if (text.startsWith('/*', start)) {
    throw new NotationError(positionAt(text, start), 'the end of the comment (*/)', 'the end of the text');
  }
  return start;
}

/** Reads one token from `offset`, after white space and comments. */
export function nextToken(text: string, offset: number): Token {
  const start = skipSpace(text, offset);
  const first = text[start];
  if (first === undefined) return { kind: 'end', text: '', start, end: start };
  if (first === '"' || first === "'") {
    const { value, end } = readString(text, start);
    return { kind: 'string', text: value, start, end };
  }
  for (const [kind, pattern] of [
    ['name', NAME],
    ['number', NUMBER],
    ['symbol', SYMBOL],
  ] as const) {
    const found = matchAt(pattern, text, start);
    if (found !== undefined) return { kind, text: found, start, end: start + found.length };
  }
  // No token of a pattern, but perhaps what follows one in XML: whoever wants a token here refuses it.
  return { kind: 'other', text: first, start, end: start + 1 };
}

/** How a token reads in an error message. */
export function describeToken(token: Token): string {
  if (token.kind === 'end') return 'the end of the text';
  if (token.kind === 'string') return `the string ${JSON.stringify(token.text)}`;
  return JSON.stringify(token.text);
}
