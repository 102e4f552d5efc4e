import { styleOf } from '../terminal/style.ts';
import { visible } from '../visible.ts';
import { duration, SYMBOLS } from '../words.ts';
import type { Trend, TrendPoint } from './trend.ts';

const SIGNS: Readonly<Record<number, 'pass' | 'fail' | 'could-not-test' | 'suite-error'>> = {
  0: 'pass',
  1: 'fail',
  4: 'suite-error',
};

/** Runs over time for a terminal or a log. */
export function trendLines(trends: readonly Trend[], colour: boolean): string[] {
  const { bold, dim, outcome } = styleOf(colour);
  const point = (one: TrendPoint): string => {
    const sign = SIGNS[one.exitCode] ?? 'could-not-test';
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
