import type { Pattern } from '../ast.ts';
import { boundElement } from './constants.ts';
import { bind, type Context, type Verdict } from './context.ts';
import type { Element } from './element.ts';
import { equalElements } from './equal.ts';
import { parseDouble } from './numerals.ts';
import { compareElements, isOrdered } from './order.ts';
import { EngineException } from './outcome.ts';
import { engineRegex } from './regex.ts';

type Range = Pattern & { kind: 'range' };
type Like = Pattern & { kind: 'like' };

/** The value is compared before the pattern inside the range sees it. */
export function matchRange(pattern: Range, element: Element, context: Context): Verdict {
  const { low, high } = pattern;
  if (!isOrdered(element)) return 'no-match';
  if (low !== undefined && !isBeyond(low, 1, element, context)) return 'no-match';
  if (high !== undefined && !isBeyond(high, -1, element, context)) return 'no-match';
  return context.match(pattern.pattern, element);
}

function isBeyond(end: NonNullable<Range['low']>, direction: 1 | -1, element: Element, { now }: Context): boolean {
  const bound = boundElement(end.bound, now);
  if (bound === undefined) return false;
  const order = compareElements(element, bound) * direction;
  return order > 0 || (order === 0 && end.inclusive);
}

export function matchCompare(pattern: Pattern & { kind: 'compare' }, element: Element, context: Context): Verdict {
  const bound = boundElement(pattern.bound, context.now);
  const equal = bound !== undefined && equalElements(bound, element);
  return equal === (pattern.operator === '=') ? context.match(pattern.pattern, element) : 'no-match';
}

const OPPOSITE: Readonly<Record<Verdict, Verdict>> = { match: 'no-match', 'no-match': 'match', unknown: 'unknown' };

/** A search anywhere in a string; the negated operator turns the whole verdict round, so a non-string passes it. */
export function matchLike(pattern: Like, element: Element, context: Context): Verdict {
  const verdict = searchLike(pattern, element, context);
  return pattern.negated ? OPPOSITE[verdict] : verdict;
}

function searchLike(pattern: Like, element: Element, context: Context): Verdict {
  if (element.kind !== 'string') return 'no-match';
  const found = regexOf(pattern).exec(element.value);
  if (found === null) return 'no-match';
  for (const [name, value] of Object.entries(found.groups ?? {})) {
    if (value !== undefined && bind(name, groupElement(value), context) === 'no-match') return 'no-match';
  }
  return context.match(pattern.pattern, element);
}

function regexOf({ regex }: Like): RegExp {
  try {
    return engineRegex(regex);
  } catch (error) {
    throw new EngineException(`${JSON.stringify(regex)} is no regular expression.`, { cause: error });
  }
}

/** A named group becomes a variable: a number when it reads as one. */
function groupElement(value: string): Element {
  const number = parseDouble(value);
  return number === undefined ? { kind: 'string', value } : { kind: 'number', value: number };
}
