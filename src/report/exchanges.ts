import type { Exchange } from '../model/exchange.ts';
import type { RunRecord, StepRecord } from '../model/run-record.ts';

/** Every exchange of a run, in the order of suites and steps. */
export const exchanges = (record: RunRecord): Exchange[] =>
  record.suites.flatMap(suite => suite.steps.flatMap(step => step.exchanges));

/** The exchange that shows a finding of a step: the named one wherever it was made, else the step's last. */
export const evidenceOf = (
  finding: { readonly exchange: string | null },
  step: StepRecord,
  byId: ReadonlyMap<string, Exchange>,
): Exchange | undefined => (finding.exchange === null ? step.exchanges.at(-1) : byId.get(finding.exchange));

export const exchangesById = (record: RunRecord): ReadonlyMap<string, Exchange> =>
  new Map(exchanges(record).map(exchange => [exchange.id, exchange]));
