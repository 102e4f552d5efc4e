import { outcomeOfExit } from '../exit.ts';
import { styleOf } from '../terminal/style.ts';
import { visible } from '../visible.ts';
import { duration, SYMBOLS } from '../words.ts';
import type { Trend, TrendPoint } from './trend.ts';

/** Runs over time for a terminal or a log. */
export function trendLines(trends: readonly Trend[], colour: boolean): string[] {
  const { bold, dim, outcome } = styleOf(colour);
  const point = (one: TrendPoint): string => {
    const sign = outcomeOfExit(one.exitCode);
    return `${outcome(sign, SYMBOLS[sign])} ${one.startedAt}  ${one.requirementsFailing} of ${one.requirementsTested} failing  ${duration(one.seconds * 1000)}  ${one.medianMs === null ? '' : `median ${duration(one.medianMs)}`}  ${dim(visible(one.sentence))}`;
  };
  return trends.flatMap(({ target, points, moved }, index) => [
    ...(index === 0 ? [] : ['']),
    bold(visible(target)),
    ...points.map(point),
    ...moved.map(
      ({ id, outcomes }) =>
        `  ${outcomes.map(one => (one === null ? ' ' : outcome(one, SYMBOLS[one]))).join('')}  ${id}`,
    ),
  ]);
}
