import { afterAll, beforeAll, describe, test } from 'vitest';
import { loadLibrary } from './cli/compose/library.ts';
import { planFor } from './cli/compose/plan-run.ts';
import { type PreparedRun, prepareRun } from './cli/compose/prepare.ts';
import { defaultSettings, type RunSettings } from './cli/compose/settings.ts';
import type { Finding } from './model/finding.ts';
import { isWorse } from './model/outcome.ts';
import type { StepRecord } from './model/run-record.ts';
import { flat, type PlannedSuite } from './run/planned.ts';
import { newRunId } from './run/run.ts';

export type ConformanceOptions = Partial<RunSettings> & {
  /** Milliseconds that the whole run may take; 120 000 when absent. */
  readonly deadline?: number;
};

/**
 * Registers one `describe` for each suite and one `test` for each step. The run starts once, before the first test;
 * each test waits for its own step and fails with the step's findings.
 */
export function conformance(options: ConformanceOptions = {}): void {
  const { deadline = 120_000, ...given } = options;
  const settings = defaultSettings(given);
  const steps = new Steps();
  const interrupt = new AbortController();
  let running: Promise<void> = Promise.resolve();
  describe(`${settings.target ?? 'the reference Neuron'}, ${settings.profile}`, async () => {
    const suites = await plannedSuites(settings);
    beforeAll(async () => {
      const prepared = await prepareRun(settings, interrupt.signal);
      running = follow(prepared, steps, interrupt.signal).finally(() => prepared.close());
    }, deadline);
    afterAll(async () => {
      // Where only some tests were asked for, the rest of the run is not waited for.
      if (suites.some(({ id, steps: own }) => flat(own).some(step => !steps.has(`${id}/${step.id}`))))
        interrupt.abort(new Error('the tests are over'));
      await running;
    }, deadline);
    for (const suite of suites) {
      describe(`${suite.id}: ${suite.suite.title}`, () => {
        for (const step of flat(suite.steps)) {
          test(
            step.title,
            async context => {
              const record = await steps.wait(`${suite.id}/${step.id}`);
              if (record.outcome === 'not-applicable') return context.skip(record.findings[0]?.message ?? '');
              const bad = record.findings.filter(({ outcome }) => isWorse(outcome, 'warn'));
              if (bad.length > 0) throw new Error(bad.map(explain).join('\n'));
            },
            deadline,
          );
        }
      });
    }
  });
}

/** The suites as the run will plan them: the ledger says which accounts are used again. */
async function plannedSuites(settings: RunSettings): Promise<readonly PlannedSuite[]> {
  const { plan, bookkeeping } = await planFor(loadLibrary(), settings, newRunId());
  await bookkeeping.close();
  return plan.suites;
}

async function follow(prepared: PreparedRun, steps: Steps, signal: AbortSignal): Promise<void> {
  try {
    for await (const event of prepared.start(signal)) {
      if (event.type === 'suite-ended')
        for (const step of event.record.steps) steps.arrive(`${event.record.id}/${step.id}`, step);
      if (event.type === 'step-ended') steps.arrive(`${event.suite}/${event.record.id}`, event.record);
    }
  } finally {
    steps.close();
  }
}

const explain = ({ outcome, blame, check, requirement, message, expected, actual }: Finding): string =>
  [
    `${outcome} (${blame ?? 'nobody'} has to act): ${message}`,
    `  check ${check}${requirement === null ? '' : `, requirement ${requirement}`}`,
    `  expected ${JSON.stringify(expected)}, received ${JSON.stringify(actual)}`,
  ].join('\n');

/** Steps by name, as they end. */
class Steps {
  readonly #arrived = new Map<string, StepRecord>();
  readonly #waiting = new Map<string, { resolve: (step: StepRecord) => void; reject: (error: Error) => void }>();
  #closed = false;

  has(name: string): boolean {
    return this.#arrived.has(name);
  }

  arrive(name: string, step: StepRecord): void {
    this.#arrived.set(name, step);
    this.#waiting.get(name)?.resolve(step);
  }

  wait(name: string): Promise<StepRecord> {
    const step = this.#arrived.get(name);
    if (step !== undefined) return Promise.resolve(step);
    if (this.#closed) return Promise.reject(new Error(`the run ended without the step ${name}`));
    return new Promise((resolve, reject) => this.#waiting.set(name, { resolve, reject }));
  }

  close(): void {
    this.#closed = true;
    for (const [name, { reject }] of this.#waiting) reject(new Error(`the run ended without the step ${name}`));
  }
}
