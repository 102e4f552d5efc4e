import { OUTCOMES } from '../model/outcome.ts';
import type { RunRecord } from '../model/run-record.ts';
import { count, grouped, LABELS, SYMBOLS } from './words.ts';

/** `2 suites, 24 steps, 311 checks: ✓ 300 pass, ✗ 1 fail, 4 notes`. Outcomes that did not occur are left out. */
export function countsLine({ counts }: RunRecord): string {
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts.checks[outcome], 0);
  const parts = OUTCOMES.filter(outcome => counts.checks[outcome] > 0).map(
    outcome => `${SYMBOLS[outcome]} ${grouped(counts.checks[outcome])} ${LABELS[outcome]}`,
  );
  const made = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  const noted = counts.notes === 0 ? '' : `; ${count(counts.notes, 'note')}`;
  return `${count(counts.suites, 'suite')}, ${count(counts.steps, 'step')}, ${count(total, 'check')}${made}${noted}.`;
}
