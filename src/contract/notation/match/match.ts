import type { Pattern } from '../ast.ts';
import { boundElement } from './constants.ts';
import { CONVERTERS } from './convert.ts';
import { type Bound, boundValue, type Element, elementOf, NULL } from './element.ts';
import { equalElements } from './equal.ts';
import { compareElements, isOrdered } from './order.ts';
import { EngineException, type MatchOutcome } from './outcome.ts';
import { engineRegex } from './regex.ts';
import { variablesOf } from './variables.ts';

export interface MatchOptions {
  /** What `Now` is; a pattern without constants does not look at it. */
  readonly now: Date;
}

export interface MatchResult {
  readonly outcome: MatchOutcome;
  /** The variables, by name; meaningful only for `match`. */
  readonly bindings: Readonly<Record<string, Bound>>;
}

interface Context {
  readonly now: Date;
  readonly collator: Intl.Collator;
  readonly found: Map<string, Element>;
}

type Verdict = Exclude<MatchOutcome, 'exception'>;

/**
 * Matches a value as the script engine of a real host does, its traps included (docs/notation.md lists them).
 *
 * @param value JSON as JSON.parse gives it; `undefined` is a missing value.
 */
export function matchPattern(pattern: Pattern, value: unknown, { now }: MatchOptions): MatchResult {
  const context: Context = { now, collator: new Intl.Collator('en'), found: new Map() };
  const outcome = outcomeOf(() => matchElement(pattern, elementOf(value), context));
  const bindings = Object.fromEntries([...context.found].map(([name, element]) => [name, boundValue(element)]));
  return { outcome, bindings };
}

function outcomeOf(match: () => Verdict): MatchOutcome {
  try {
    return match();
  } catch (error) {
    if (error instanceof EngineException) return 'exception';
    throw error;
  }
}

function matchElement(pattern: Pattern, element: Element, context: Context): Verdict {
  switch (pattern.kind) {
    case 'required':
      return element.kind === 'null' ? 'no-match' : matchElement(pattern.pattern, element, context);
    case 'optional':
      return isAbsent(element) ? bindNull(pattern.pattern, context) : matchElement(pattern.pattern, element, context);
    case 'type': {
      const converted = CONVERTERS[pattern.type](element);
      return converted === undefined ? 'no-match' : matchElement(pattern.pattern, converted, context);
    }
    case 'variable':
      return bind(pattern.name, element, context);
    case 'literal':
      return equalElements(elementOf(pattern.value), element) ? 'match' : 'no-match';
    case 'object':
      return matchObject(pattern, element, context);
    case 'tuple':
      return matchTuple(pattern.items, element, context);
    case 'vector':
      return matchVector(pattern, element, context);
    case 'range':
      return isInRange(pattern, element, context) ? matchElement(pattern.pattern, element, context) : 'no-match';
    case 'compare': {
      const bound = boundElement(pattern.bound, context.now);
      const equal = bound !== undefined && equalElements(bound, element);
      return equal === (pattern.operator === '=') ? matchElement(pattern.pattern, element, context) : 'no-match';
    }
    case 'like':
      return matchLike(pattern, element, context);
    case 'unknown':
      return 'unknown';
  }
}

/** Optional treats an empty string like a missing value. */
function isAbsent(element: Element): boolean {
  return element.kind === 'null' || (element.kind === 'string' && element.value === '');
}

function bindNull(pattern: Pattern, context: Context): Verdict {
  for (const name of variablesOf(pattern)) {
    if (bind(name, NULL, context) === 'no-match') return 'no-match';
  }
  return 'match';
}

function bind(name: string, element: Element, { found }: Context): Verdict {
  const before = found.get(name);
  if (before !== undefined) return equalElements(before, element) ? 'match' : 'no-match';
  found.set(name, element);
  return 'match';
}

/** The first verdict that is not a match, else a match. */
function all(verdicts: Iterable<Verdict>): Verdict {
  for (const verdict of verdicts) {
    if (verdict !== 'match') return verdict;
  }
  return 'match';
}

function matchObject(pattern: Pattern & { kind: 'object' }, element: Element, context: Context): Verdict {
  if (element.kind !== 'object') return 'no-match';
  const { members } = element;
  const names = new Set(pattern.members.map(member => member.name));
  if (!pattern.open && [...members.keys()].some(name => !names.has(name))) return 'no-match';
  return all(
    lazily(pattern.members, ({ name, pattern: inner }) => matchElement(inner, members.get(name) ?? NULL, context)),
  );
}

function matchTuple(items: readonly Pattern[], element: Element, context: Context): Verdict {
  if (element.kind !== 'array' || element.items.length !== items.length) return 'no-match';
  return all(lazily(items, (item, index) => matchElement(item, element.items[index] ?? NULL, context)));
}

function* lazily<T>(values: readonly T[], judge: (value: T, index: number) => Verdict): Iterable<Verdict> {
  for (const [index, value] of values.entries()) yield judge(value, index);
}

/** Anything but a list counts as a list of one; each element binds the variables afresh, and they end as lists. */
function matchVector(pattern: Pattern & { kind: 'vector' }, element: Element, context: Context): Verdict {
  if (pattern.nullable && element.kind === 'null') return 'match';
  const items = element.kind === 'array' ? element.items : [element];
  const { item } = pattern;
  if (item.kind === 'variable') return bind(item.name, { kind: 'array', items }, context);

  const { found } = context;
  const lists = new Map<string, Element[]>();
  for (const name of variablesOf(item)) {
    if (!found.has(name)) lists.set(name, []);
  }
  for (const value of items) {
    const verdict = matchElement(item, value, context);
    if (verdict !== 'match') return verdict;
    for (const [name, list] of lists) {
      list.push(found.get(name) ?? NULL);
      found.delete(name);
    }
  }
  for (const [name, list] of lists) found.set(name, { kind: 'array', items: list });
  return 'match';
}

function isInRange(pattern: Pattern & { kind: 'range' }, element: Element, context: Context): boolean {
  if (!isOrdered(element)) return false;
  const { low, high } = pattern;
  return (
    (low === undefined || isBeyond(low, 1, element, context)) &&
    (high === undefined || isBeyond(high, -1, element, context))
  );
}

type End = NonNullable<(Pattern & { kind: 'range' })['low']>;

function isBeyond(end: End, direction: 1 | -1, element: Element, context: Context): boolean {
  const bound = boundElement(end.bound, context.now);
  if (bound === undefined) return false;
  const order = compareElements(element, bound, context.collator) * direction;
  return order > 0 || (order === 0 && end.inclusive);
}

/** A search anywhere in a string; the negated operator turns the whole verdict round, so other values pass it. */
function matchLike(pattern: Pattern & { kind: 'like' }, element: Element, context: Context): Verdict {
  const verdict = searchLike(pattern, element, context);
  if (!pattern.negated) return verdict;
  return verdict === 'match' ? 'no-match' : verdict === 'no-match' ? 'match' : verdict;
}

function searchLike(pattern: Pattern & { kind: 'like' }, element: Element, context: Context): Verdict {
  if (element.kind !== 'string') return 'no-match';
  const found = engineRegex(pattern.regex).exec(element.value);
  if (found === null) return 'no-match';
  for (const [name, value] of Object.entries(found.groups ?? {})) {
    if (value !== undefined && bind(name, { kind: 'string', value }, context) === 'no-match') return 'no-match';
  }
  return matchElement(pattern.pattern, element, context);
}
