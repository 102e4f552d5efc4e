import type { Outcome } from '../../model/outcome.ts';
import { styleOf } from '../terminal/style.ts';
import { visible } from '../visible.ts';
import type { Replayed, ReplayState } from './judge.ts';

const COLOURS: Readonly<Record<ReplayState, Outcome>> = {
  'STILL FAILING': 'fail',
  CHANGED: 'warn',
  'COULD NOT TEST': 'could-not-test',
  FIXED: 'pass',
};

/** What became of each finding, for a terminal or a log. */
export function replayLines(replayed: readonly Replayed[], colour: boolean): string[] {
  const { bold, dim, outcome } = styleOf(colour);
  return replayed.flatMap(({ place, check, requirement, state, before, now }) => [
    `${outcome(COLOURS[state], bold(state))}  ${place} ${dim(requirement ?? check)}`,
    ...(now === before ? [] : [dim(`  before: ${visible(before)}`)]),
    `  now: ${visible(now)}`,
  ]);
}
