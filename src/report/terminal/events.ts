import type { RunEvent } from '../../model/event.ts';
import type { StepRecord } from '../../model/run-record.ts';
import type { WriteResult } from '../write.ts';

/** A step without its evidence, which is in `report.json`. */
function slim({ exchanges, mails, waits, ...step }: StepRecord): unknown {
  return { ...step, exchanges: exchanges.map(({ id }) => id), mails: mails.length, waits };
}

/** An event for a program that watches a run. */
export function eventJson(event: RunEvent): unknown {
  switch (event.type) {
    case 'step-ended':
      return { ...event, record: slim(event.record) };
    case 'suite-ended': {
      const { id, title, outcome, blame, startedAt, endedAt, steps } = event.record;
      return { ...event, record: { id, title, outcome, blame, startedAt, endedAt, steps: steps.length } };
    }
    case 'run-ended': {
      const { schemaVersion, suite, run, verdict, counts, spent, leftBehind } = event.record;
      return { ...event, record: { schemaVersion, suite, run, verdict, counts, spent, leftBehind } };
    }
    case 'run-started':
    case 'suite-started':
    case 'step-started':
    case 'waiting':
      return event;
  }
}

export const writtenJson = (result: WriteResult): unknown => ({ type: 'written', ...result });
