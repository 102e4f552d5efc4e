import type { Finding } from '../../model/finding.ts';
import { didYouMean } from '../../model/guess.ts';
import { OperatorError } from '../../model/operator-error.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { findingGroups, places } from '../../report/index.ts';

/** A finding to be tried again, and the step whose end tells what became of it. */
export interface Chain {
  readonly finding: Finding;
  readonly suite: string;
  readonly step: string;
}

/** Suites that the engine adds by itself; their steps cannot be selected. */
const OWN = new Set(['preflight', 'coverage', 'engine']);

/** The finding that was asked for, else every one that somebody has to act on. Throws OperatorError when there is none. */
export function chainsOf(record: RunRecord, id: string | undefined): Chain[] {
  const all = places(record);
  const chosen = id === undefined ? findingGroups(record) : all.filter(({ finding }) => finding.id === id);
  if (chosen.length > 0) {
    return chosen.map(({ suite, step, finding }) => ({ finding, suite: suite.id, step: step.id }));
  }
  if (id === undefined) {
    throw new OperatorError(
      'REPLAY_NOTHING',
      'The report has no finding that could be tried again.',
      'Name a report of a run that found something.',
    );
  }
  const known = all.map(({ finding }) => finding.id);
  throw new OperatorError(
    'FINDING_UNKNOWN',
    `The report has no finding "${id}".${didYouMean(id, known)}`,
    'Take the id from the report, or leave --finding out to try all.',
  );
}

/** What has to be run for some chains: suites by name, none for the whole profile, and the forms they are sent in. */
export function selectionFor(
  chains: readonly Chain[],
  known: readonly string[],
): { suites: string[]; encoding: 'json' | 'xml' | 'both' } {
  const names = chains.map(({ suite }) => suite.replace(/\/(xml|json)$/, ''));
  const xml = chains.filter(({ suite }) => suite.endsWith('/xml')).length;
  const encoding = xml === 0 ? 'json' : xml === chains.length ? 'xml' : 'both';
  const selectable = names.every(name => known.includes(name) && !OWN.has(name));
  return { suites: selectable ? [...new Set(names)] : [], encoding };
}
