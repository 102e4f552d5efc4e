import type { Bound } from '../ast.ts';
import { constantNamed } from '../names.ts';
import type { Element } from './element.ts';
import { PER_DAY, ticksOf } from './ticks.ts';

/** The value of a bound. The host's clock is read as UTC: its time zone is not known. */
export function boundElement(bound: Bound, now: Date): Element | undefined {
  if (bound.kind === 'literal') {
    return typeof bound.value === 'number'
      ? { kind: 'number', value: bound.value }
      : { kind: 'string', value: bound.value };
  }
  const constant = constantNamed(bound.name);
  if (constant === undefined) return undefined;
  const ticks = ticksOf(now);
  return { kind: 'date', ticks: constant.startsWith('Today') ? ticks - (ticks % PER_DAY) : ticks };
}
