import type { Pattern } from '../ast.ts';
import type { Element } from './element.ts';
import { equalElements } from './equal.ts';
import type { MatchOutcome } from './outcome.ts';

export type Verdict = Exclude<MatchOutcome, 'exception'>;

/** One attempt to match: the clock, what is bound so far, and the way to match an inner pattern. */
export interface Context {
  readonly now: Date;
  readonly found: Map<string, Element>;
  readonly match: (pattern: Pattern, element: Element) => Verdict;
}

/** A name met again has to meet an equal value. */
export function bind(name: string, element: Element, { found }: Context): Verdict {
  const before = found.get(name);
  if (before !== undefined) return equalElements(before, element) ? 'match' : 'no-match';
  found.set(name, element);
  return 'match';
}

/** Judges one after the other and stops at the first that does not match. */
export function matchAll<T>(values: Iterable<T>, judge: (value: T) => Verdict): Verdict {
  for (const value of values) {
    const verdict = judge(value);
    if (verdict !== 'match') return verdict;
  }
  return 'match';
}

/** Matches each of a list with the names free again for each; at the end every name holds the list of its values. */
export function matchEach<T>(
  names: readonly string[],
  values: Iterable<T>,
  context: Context,
  judge: (value: T) => Verdict,
): Verdict {
  const { found } = context;
  const lists = new Map<string, Element[]>(names.filter(name => !found.has(name)).map(name => [name, []]));
  const verdict = matchAll(values, value => {
    const one = judge(value);
    if (one !== 'match') return one;
    for (const [name, list] of lists) {
      list.push(found.get(name) ?? { kind: 'null' });
      found.delete(name);
    }
    return one;
  });
  if (verdict !== 'match') return verdict;
  for (const [name, items] of lists) found.set(name, { kind: 'array', items });
  return 'match';
}
