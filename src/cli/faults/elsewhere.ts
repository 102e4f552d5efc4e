import { join } from 'node:path';
import { PACKAGE_ROOT } from '../compose/package-root.ts';
import { type Task, task } from './task.ts';

/**
 * A deviation that breaks no requirement, and the check that has to say so: some checks judge the suite's own requests
 * or what no source speaks of, and no fault can kill those.
 */
export interface Deviation {
  readonly id: string;
  readonly text: string;
  readonly check: string;
  /** Whom the finding has to blame. */
  readonly whose: 'suite' | 'contract' | 'host';
  readonly task: Task;
}

const BROKEN_SUITE = join(PACKAGE_ROOT, 'fixtures/deviations/own-request.yaml');

export const DEVIATIONS: readonly Deviation[] = [
  {
    id: 'own-request-out-of-range',
    text: 'A suite sends as valid what the contract does not allow.',
    check: 'request-schema',
    whose: 'suite',
    task: task('own-request-out-of-range', [BROKEN_SUITE]),
  },
  {
    id: 'undocumented-answer-member',
    text: 'A host answers with a member that no source names.',
    check: 'undocumented-member',
    whose: 'contract',
    task: task('undocumented-answer-member', ['domain'], {
      mutant: {
        id: 'Account/DomainInfo: a member added',
        endpoint: 'Account/DomainInfo',
        method: 'GET',
        path: '/Agent/Account/DomainInfo',
        act: { kind: 'added', name: 'notInTheContract' },
        excuse: null,
      },
    }),
  },
  {
    id: 'answer-after-eleven-seconds',
    text: 'A host answers after eleven seconds; no source says how long it may take.',
    check: 'answer-time',
    whose: 'host',
    task: task('answer-after-eleven-seconds', ['domain'], {
      mutant: {
        id: 'Account/DomainInfo: an answer delayed',
        endpoint: 'Account/DomainInfo',
        method: 'GET',
        path: '/Agent/Account/DomainInfo',
        act: { kind: 'delayed', nth: 2, milliseconds: 11_000 },
        excuse: null,
      },
    }),
  },
];
