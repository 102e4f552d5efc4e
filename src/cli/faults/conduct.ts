import { createHash, randomBytes } from 'node:crypto';
import type { RunRecord } from '../../model/run-record.ts';
import { Secrets } from '../../model/secrets.ts';
import { connectNeuron, newNonce } from '../../peers/neuron/index.ts';
import { newRunId, run } from '../../run/run.ts';
import type { AccountBook } from '../../run/session.ts';
import type { Suite } from '../../suite/index.ts';
import { type Outlets, openOutlets } from '../compose/outlets.ts';
import { type Bench, planTrial, type Scope } from './bench.ts';

/** A host that lives for one trial. */
export interface TrialHost {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The proof of a human user that its web form takes. */
  readonly recaptchaResponse: string;
  stop(): Promise<void>;
}

/** Its accounts end with it: there is nothing to write down. */
const NO_BOOK: AccountBook = { intend: async () => {}, settle: async () => {} };

/**
 * Runs suites against a host of their own, with the engine of every other run and the checks of the bench. `start`
 * is told where the host has to deliver mail and text messages.
 */
export async function conduct(
  bench: Bench,
  suites: readonly Suite[],
  scope: Scope,
  start: (outlets: Outlets) => Promise<TrialHost>,
  signal: AbortSignal,
): Promise<RunRecord> {
  const runId = newRunId();
  const { mailbox, sms, outlets } = await openOutlets(runId, signal);
  try {
    const host = await start(outlets);
    const client = connectNeuron({ origin: host.url });
    try {
      const { library, validators, checks } = bench;
      const { apiKey, apiSecret, recaptchaResponse: captcha } = host;
      const events = run({
        plan: planTrial(bench, suites, scope),
        seed: 1,
        runId,
        signal,
        version: '',
        target: client.host,
        peers: {
          client,
          origin: host.url,
          mailbox,
          sms,
          book: NO_BOOK,
          credentials: { apiKey, apiSecret },
          captcha,
          contract: library.contract,
          validators,
          checks,
          secrets: new Secrets(),
          payloads: library.payloads,
          passwordFor: passwords(),
          nonce: () => newNonce(randomBytes),
          now: Date.now,
        },
      });
      for await (const event of events) if (event.type === 'run-ended') return event.record;
      throw new Error('a run ended without its record');
    } finally {
      await client.close();
      await host.stop();
    }
  } finally {
    await Promise.all([mailbox.close(), sms.close()]);
  }
}

/** Passwords as unguessable as those of an installation, for one trial. */
function passwords(): (userName: string) => string {
  const key = randomBytes(32);
  return userName => createHash('sha256').update(key).update(userName).digest('base64url');
}
