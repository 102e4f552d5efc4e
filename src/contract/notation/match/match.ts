import type { Pattern } from '../ast.ts';
import { variablesOf } from '../variables.ts';
import { matchCompare, matchLike, matchRange } from './comparisons.ts';
import { bind, type Context, type Verdict } from './context.ts';
import { CONVERTERS } from './convert.ts';
import { type Bound, boundValue, type Element, elementOf, NULL } from './element.ts';
import { equalElements } from './equal.ts';
import { EngineException, type MatchOutcome } from './outcome.ts';
import { matchObject, matchTuple, matchVector } from './structures.ts';

export interface MatchOptions {
  /** What `Now` is; a pattern without constants does not look at it. */
  readonly now: Date;
}

export interface MatchResult {
  readonly outcome: MatchOutcome;
  /** The variables, by name; complete only for `match`. */
  readonly bindings: Readonly<Record<string, Bound>>;
}

/**
 * Matches a value as the script engine of a real host does, its traps included (docs/notation.md lists them).
 *
 * @param value JSON as JSON.parse gives it; `undefined` is a missing value.
 */
export function matchPattern(pattern: Pattern, value: unknown, options: MatchOptions): MatchResult {
  return attempt(options, context => context.match(pattern, elementOf(value)));
}

/** Runs one attempt with nothing bound, and collects what it bound. */
export function attempt({ now }: MatchOptions, judge: (context: Context) => Verdict): MatchResult {
  const context: Context = {
    now,
    found: new Map(),
    match: (pattern, element) => matchElement(pattern, element, context),
  };
  const outcome = outcomeOf(() => judge(context));
  const bindings = Object.fromEntries([...context.found].map(([name, element]) => [name, boundValue(element)]));
  return { outcome, bindings };
}

function outcomeOf(judge: () => Verdict): MatchOutcome {
  try {
    return judge();
  } catch (error) {
    if (error instanceof EngineException) return 'exception';
    throw error;
  }
}

function matchElement(pattern: Pattern, element: Element, context: Context): Verdict {
  switch (pattern.kind) {
    case 'required':
      return element.kind === 'null' ? 'no-match' : context.match(pattern.pattern, element);
    case 'optional':
      return isAbsent(element) ? bindNull(pattern.pattern, context) : context.match(pattern.pattern, element);
    case 'type': {
      const converted = CONVERTERS[pattern.type](element);
      return converted === undefined ? 'no-match' : context.match(pattern.pattern, converted);
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
      return matchRange(pattern, element, context);
    case 'compare':
      return matchCompare(pattern, element, context);
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

/** What an absent optional part would have bound is null; names that are bound already keep their value. */
function bindNull(pattern: Pattern, { found }: Context): Verdict {
  for (const name of variablesOf(pattern)) {
    if (!found.has(name)) found.set(name, NULL);
  }
  return 'match';
}
