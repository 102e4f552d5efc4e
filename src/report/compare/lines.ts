import { outcomeOfExit } from '../exit.ts';
import { styleOf } from '../terminal/style.ts';
import { visible } from '../visible.ts';
import { count, duration, SYMBOLS } from '../words.ts';
import type { Comparison, Deviation } from './types.ts';

/** Most lines of one section; the page and the JSON have them all. */
const MOST = 20;

/** A comparison for a terminal or a log. */
export function comparisonLines(comparison: Comparison, colour: boolean): string[] {
  const { bold, dim, outcome } = styleOf(colour);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          '',
          bold(`${title} (${lines.length})`),
          ...lines.slice(0, MOST),
          ...(lines.length > MOST ? [dim(`  and ${lines.length - MOST} more`)] : []),
        ];
  const deviation = (one: Deviation): string =>
    `  ${outcome(one.outcome, SYMBOLS[one.outcome])} ${one.place} ${dim(one.requirement ?? one.check)} ${visible(one.message)}${one.before === undefined ? '' : dim(` Before: ${visible(one.before)}`)}`;
  const { left, right, exitCode } = comparison;
  const verdict = outcomeOfExit(exitCode);
  return [
    outcome(verdict, bold(`${SYMBOLS[verdict]} ${visible(comparison.sentence)}`)),
    dim(`  ${left.target}, ${left.startedAt}, ${left.profile} (${left.runId})`),
    dim(`  ${right.target}, ${right.startedAt}, ${right.profile} (${right.runId})`),
    ...comparison.caveats.map(caveat => dim(`  ${caveat}`)),
    ...section('Newly failing', comparison.newlyFailing.map(deviation)),
    ...section('Fixed', comparison.fixed.map(deviation)),
    ...section('Still failing', comparison.stillFailing.map(deviation)),
    ...section(
      'Requirements no longer tested',
      comparison.requirementsNoLongerTested.map(
        ({ id, level, why }) => `  ${SYMBOLS['could-not-test']} ${id} (${level}): ${visible(why)}`,
      ),
    ),
    ...section(
      'Steps no longer judged',
      comparison.noLongerTested.map(
        ({ place, checks, why }) => `  ${place}, ${count(checks.length, 'check')}: ${visible(why)}`,
      ),
    ),
    ...section(
      'Dialect',
      comparison.dialect.map(
        ({ endpoint, question, before, after }) => `  ${endpoint} ${question}: ${before} → ${after}`,
      ),
    ),
    ...section(
      'Answers',
      comparison.shapes.map(
        ({ endpoint, kind, pointer, before, after }) =>
          `  ${endpoint} ${visible(pointer)} ${kind}: ${before ?? 'none'} → ${after ?? 'none'}`,
      ),
    ),
    ...section(
      'Slower or faster',
      comparison.latency
        .filter(({ change }) => change === 'slower' || change === 'faster')
        .map(
          ({ endpoint, before, after, change }) =>
            `  ${endpoint} ${change}: median ${duration(before.p50)} → ${duration(after.p50)}`,
        ),
    ),
  ];
}
