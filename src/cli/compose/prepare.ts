import { randomBytes } from 'node:crypto';
import { CHECKS } from '../../checks/index.ts';
import { loadValidators } from '../../contract/validators.ts';
import type { RunEvent } from '../../model/event.ts';
import { Secrets } from '../../model/secrets.ts';
import { connectNeuron, newNonce } from '../../peers/neuron/index.ts';
import type { Plan } from '../../run/planned.ts';
import { newRunId, run } from '../../run/run.ts';
import { readDetection } from './detection.ts';
import { type Library, loadLibrary } from './library.ts';
import { lockFor } from './lock-file.ts';
import { type OpenPeers, openPeers } from './open-peers.ts';
import { packageVersion } from './package-root.ts';
import { planFor, requirePermission } from './plan-run.ts';
import type { RunSettings } from './settings.ts';
import { readWaivers } from './waivers-file.ts';

/** A run that is ready to go: nothing has been sent yet. */
export interface PreparedRun {
  readonly plan: Plan;
  readonly target: string;
  /** `host:port` at which the mailbox takes mail, for the host's relay to be set to; null where it is not ours to run. */
  readonly relay: string | null;
  /** URL at which text messages are taken, for the host's SMS gateway to be set to; null where none are. */
  readonly sms: string | null;
  readonly secrets: Secrets;
  /** Starts it; may be called once. */
  start(signal: AbortSignal): AsyncIterable<RunEvent>;
  close(): Promise<void>;
}

/** Makes the plan and opens the peers. Throws OperatorError for everything that the operator has to correct. */
export async function prepareRun(settings: RunSettings, signal: AbortSignal): Promise<PreparedRun> {
  const library = loadLibrary();
  const waivers = readWaivers(settings.waivers, library.vocabulary);
  const runId = newRunId();
  const planned = await planFor(library, settings, runId);
  const { plan, given, bookkeeping } = planned;
  const closers: (() => Promise<void>)[] = [bookkeeping.close];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    requirePermission(planned, settings);
    const peers = await openPeers(settings, plan, runId, signal, closers);
    const secrets = taintKnown(settings, peers);
    const client = connectNeuron({ origin: peers.origin, ...clientOptions(settings) });
    closers.push(() => client.close());
    const { book, passwordFor, before } = bookkeeping;
    const start = (started: AbortSignal): AsyncIterable<RunEvent> =>
      run({
        plan,
        seed: settings.seed,
        runId,
        signal: started,
        version: packageVersion(),
        detection: readDetection(),
        target: client.host,
        strict: settings.strict,
        lock: lockFor(plan, library, settings.suites, [...given.keys()]),
        waivers,
        ledger: before,
        given,
        mailTimeout: settings.mailTimeout,
        peers: { client, book, passwordFor, secrets, ...peersOf(library, peers) },
      });
    const relay = settings.target === null ? null : (peers.mailbox?.relay ?? null);
    const sms = settings.target === null ? null : (peers.sms?.url ?? null);
    return { plan, target: client.host, relay, sms, secrets, start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function taintKnown(settings: RunSettings, peers: OpenPeers): Secrets {
  const secrets = new Secrets();
  const known = [
    ['api-key', peers.apiKey],
    ['api-secret', peers.apiSecret],
    ['mailbox-password', settings.mailboxPassword],
    ['captcha', peers.captcha],
  ] as const;
  for (const [kind, value] of known) if (value !== null) secrets.taint(kind, '', value);
  return secrets;
}

const clientOptions = ({
  ca,
  maxBytes,
  timeout,
}: RunSettings): { ca?: string; maxBytes?: number; timeout?: number } => ({
  ...(ca === null ? {} : { ca }),
  ...(maxBytes === null ? {} : { maxBytes }),
  ...(timeout === null ? {} : { timeout }),
});

const peersOf = (
  library: Library,
  { origin, mailbox, sms, apiKey, apiSecret, captcha, mailboxTrouble }: OpenPeers,
) => ({
  mailboxTrouble,
  origin,
  mailbox,
  sms,
  credentials: { apiKey, apiSecret },
  captcha,
  contract: library.contract,
  validators: loadValidators(),
  checks: CHECKS,
  payloads: library.payloads,
  nonce: () => newNonce(randomBytes),
  now: Date.now,
});
