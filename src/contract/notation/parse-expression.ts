import type { Bound, Comparison, Pattern } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { engineRegex } from './match/regex.ts';
import { constantNamed } from './names.ts';
import { readOperand } from './parse-operand.ts';
import { readUnknown } from './parse-unknown.ts';

const SPELLINGS: Readonly<Record<string, Comparison>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '≠': '!=',
};
const CLOSERS = new Set(['}', ']', ')', ',']);
const BOUND = 'a literal or a constant such as Now as the bound';

/** Reads an operand and the comparison, range or `like` around it. */
export function readExpression(cursor: Cursor): Pattern {
  return cursor.nested(() => {
    const { start } = cursor.token;
    const left = readOperand(cursor, readExpression);
    const pattern = readLike(cursor, left, start) ?? readComparison(cursor, left, start) ?? left;
    if (cursor.token.kind === 'end' || (cursor.token.kind === 'symbol' && CLOSERS.has(cursor.token.text)))
      return pattern;
    return cursor.lenient ? readUnknown(cursor, start) : pattern;
  });
}

/** The pattern as the bound of a range, when it is one. */
export function asBound(pattern: Pattern): Bound | undefined {
  if (pattern.kind === 'literal' && (typeof pattern.value === 'number' || typeof pattern.value === 'string')) {
    return { kind: 'literal', value: pattern.value };
  }
  const constant = pattern.kind === 'variable' ? constantNamed(pattern.name) : undefined;
  return constant === undefined ? undefined : { kind: 'constant', name: constant };
}

function readLike(cursor: Cursor, pattern: Pattern, start: number): Pattern | undefined {
  const negated = cursor.isName('unlike') || cursor.isName('notlike') || cursor.isName('not');
  if (!negated && !cursor.isName('like')) return undefined;
  const word = cursor.advance();
  if (word.text.toLowerCase() === 'not') {
    if (!cursor.isName('like')) cursor.fail('"like" after "not"');
    cursor.advance();
  }
  if (cursor.token.kind !== 'string') {
    return cursor.lenient ? readUnknown(cursor, start) : cursor.fail('a regular expression in quotes');
  }
  const place = cursor.token.start;
  const regex = cursor.advance().text;
  if (!cursor.lenient && !isRegex(regex)) cursor.fail('a regular expression', JSON.stringify(regex), place);
  return { kind: 'like', pattern, regex, negated };
}

function isRegex(text: string): boolean {
  try {
    engineRegex(text);
    return true;
  } catch {
    return false;
  }
}

function readComparison(cursor: Cursor, left: Pattern, start: number): Pattern | undefined {
  const operator = takeComparison(cursor);
  if (operator === undefined) return undefined;
  const middle = readOperand(cursor, readExpression);
  if (isUpward(operator)) {
    const second = takeComparison(cursor);
    if (second !== undefined) {
      const low = asBound(left);
      const high = asBound(readOperand(cursor, readExpression));
      if (low === undefined || high === undefined || !isUpward(second)) {
        return unknownOr(cursor, start, 'a range such as 0 < P <= 10, with constant bounds');
      }
      return {
        kind: 'range',
        pattern: middle,
        low: { bound: low, inclusive: operator === '<=' },
        high: { bound: high, inclusive: second === '<=' },
      };
    }
  }
  // The engine looks for the constant on the left side first.
  const leftBound = asBound(left);
  if (leftBound !== undefined) return compared(middle, mirrored(operator), leftBound);
  const rightBound = asBound(middle);
  if (rightBound !== undefined) return compared(left, operator, rightBound);
  return unknownOr(cursor, start, BOUND);
}

function takeComparison(cursor: Cursor): Comparison | undefined {
  const operator = cursor.token.kind === 'symbol' ? SPELLINGS[cursor.token.text] : undefined;
  if (operator !== undefined) cursor.advance();
  return operator;
}

function isUpward(operator: Comparison): boolean {
  return operator === '<' || operator === '<=';
}

function mirrored(operator: Comparison): Comparison {
  const opposite = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' } as const;
  return opposite[operator];
}

function compared(pattern: Pattern, operator: Comparison, bound: Bound): Pattern {
  if (operator === '=' || operator === '!=') return { kind: 'compare', pattern, operator, bound };
  const end = { bound, inclusive: operator === '<=' || operator === '>=' };
  return isUpward(operator) ? { kind: 'range', pattern, high: end } : { kind: 'range', pattern, low: end };
}

function unknownOr(cursor: Cursor, start: number, expected: string): Pattern {
  if (cursor.lenient) return readUnknown(cursor, start);
  const written = cursor.text.slice(start, cursor.lastEnd).trim();
  return cursor.fail(expected, JSON.stringify(written), start);
}
