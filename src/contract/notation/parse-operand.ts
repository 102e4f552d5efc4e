import type { Member, Pattern } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { describeToken, type Token } from './lexer.ts';
import { isReserved, typeNamed } from './names.ts';
import { readUnknownCall } from './parse-unknown.ts';

/** Reads a whole expression; handed in, because expressions and operands contain one another. */
type Read = (cursor: Cursor) => Pattern;

const CONSTANT_WORDS: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads a primary and the vector marks after it: `{…}?[]`, `Str(P)[]`, `(P)[][]`. */
export function readOperand(cursor: Cursor, read: Read): Pattern {
  let pattern = readPrimary(cursor, read);
  while (cursor.isSymbol('[') || cursor.isSymbol('?')) {
    const nullable = cursor.takes('?');
    cursor.expect('[');
    cursor.expect(']');
    pattern = { kind: 'vector', item: pattern, nullable };
  }
  return pattern;
}

function readPrimary(cursor: Cursor, read: Read): Pattern {
  const { token } = cursor;
  if (token.kind === 'name') return readNamed(cursor, read);
  if (token.kind === 'string') return { kind: 'literal', value: cursor.advance().text };
  if (token.kind === 'number') return { kind: 'literal', value: readNumber(cursor) };
  if (cursor.takes('-')) return { kind: 'literal', value: -readNumber(cursor) };
  if (cursor.takes('{')) return readObject(cursor, read);
  if (cursor.takes('[')) return { kind: 'tuple', items: readList(cursor, ']', read) };
  if (cursor.takes('(')) {
    const pattern = read(cursor);
    cursor.expect(')');
    return pattern;
  }
  return cursor.fail('a pattern');
}

function readNumber(cursor: Cursor): number {
  const value = cursor.token.kind === 'number' ? Number(cursor.token.text) : Number.NaN;
  if (!Number.isFinite(value)) cursor.fail('a number that a double can hold');
  cursor.advance();
  return value;
}

function readNamed(cursor: Cursor, read: Read): Pattern {
  const name = cursor.advance();
  if (cursor.isSymbol('(')) return readCall(cursor, read, name);
  const constant = CONSTANT_WORDS.get(name.text.toLowerCase());
  if (constant !== undefined) return { kind: 'literal', value: constant };
  if (isReserved(name.text)) cursor.fail('a pattern', describeToken(name), name.start);
  return { kind: 'variable', name: name.text };
}

function readCall(cursor: Cursor, read: Read, token: Token): Pattern {
  const { text: name, start } = token;
  const lower = name.toLowerCase();
  const type = typeNamed(name);
  if (lower !== 'required' && lower !== 'optional' && type === undefined) {
    if (cursor.lenient) return readUnknownCall(cursor, start);
    return cursor.fail('Required, Optional or the name of a type', `the unknown construct ${name}(…)`, start);
  }
  cursor.expect('(');
  const pattern = read(cursor);
  cursor.expect(')', `")" after the argument of ${name}`);
  if (type !== undefined) return { kind: 'type', type, pattern };
  return { kind: lower === 'required' ? 'required' : 'optional', pattern };
}

function readList(cursor: Cursor, close: string, read: Read): readonly Pattern[] {
  const items: Pattern[] = [];
  while (!cursor.takes(close)) {
    if (items.length > 0) cursor.expect(',', `"," or "${close}"`);
    items.push(read(cursor));
  }
  return items;
}

/** The members of an object whose `{` has been read. */
function readObject(cursor: Cursor, read: Read): Pattern {
  const members: Member[] = [];
  let open = false;
  let first = true;
  while (!cursor.takes('}')) {
    if (!first) cursor.expect(',', '"," or "}"');
    first = false;
    if (cursor.takes('*')) open = true;
    else members.push(readMember(cursor, members, read));
  }
  return { kind: 'object', members, open };
}

function readMember(cursor: Cursor, before: readonly Member[], read: Read): Member {
  const { token } = cursor;
  if (token.kind !== 'string' && token.kind !== 'name') cursor.fail('a member name or *');
  if (before.some(member => member.name === token.text)) {
    cursor.fail('each member name once', `${describeToken(token)} again`);
  }
  cursor.advance();
  cursor.expect(':', `":" after the member name ${JSON.stringify(token.text)}`);
  return { name: token.text, pattern: read(cursor) };
}
