import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../checks/index.ts';
import { loadValidators } from '../../contract/validators.ts';
import type { RunEvent } from '../../model/event.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { Secrets } from '../../model/secrets.ts';
import type { Mailbox } from '../../peers/mailbox/mailbox.ts';
import { connectNeuron, newNonce } from '../../peers/neuron/index.ts';
import { parseTarget } from '../../peers/target/parse-target.ts';
import type { Plan } from '../../run/planned.ts';
import { newRunId, run } from '../../run/run.ts';
import type { Suite } from '../../suite/index.ts';
import { openBook } from './book.ts';
import { startEmbedded } from './embedded.ts';
import { loadLibrary, PACKAGE_ROOT } from './library.ts';
import { makePlan, needsOf, selectSuites, sharesAccount } from './plan-suites.ts';
import type { RunSettings } from './settings.ts';

/** A run that is ready to go: nothing has been sent yet. */
export interface PreparedRun {
  readonly plan: Plan;
  readonly target: string;
  readonly secrets: Secrets;
  /** Starts it; may be called once. */
  start(signal: AbortSignal): AsyncIterable<RunEvent>;
  close(): Promise<void>;
}

export const version = (): string => {
  const manifest: { version: string } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  return manifest.version;
};

/** Opens the peers and makes the plan. Throws OperatorError for everything that the operator has to correct. */
export async function prepareRun(settings: RunSettings, signal: AbortSignal): Promise<PreparedRun> {
  const library = loadLibrary();
  const runId = newRunId();
  const secrets = new Secrets();
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const suites = selectSuites(library, settings);
    const peers = await openPeers(settings, suites, runId, signal, closers);
    const plan = makePlan(library, settings, needsOf(settings));
    const client = connectNeuron({
      origin: peers.origin,
      ...(settings.ca === null ? {} : { ca: settings.ca }),
      ...(settings.maxBytes === null ? {} : { maxBytes: settings.maxBytes }),
      ...(settings.timeout === null ? {} : { timeout: settings.timeout }),
    });
    closers.push(() => client.close());
    const { ledger, book, passwordFor } = await openBook(client.host, peers.apiKey, runId);
    closers.push(() => ledger.close());
    if (peers.apiKey !== null) secrets.taint('api-key', '', peers.apiKey);
    if (peers.apiSecret !== null) secrets.taint('api-secret', '', peers.apiSecret);
    return {
      plan,
      target: client.host,
      secrets,
      close,
      start: started =>
        run({
          plan,
          seed: settings.seed,
          runId,
          signal: started,
          version: version(),
          target: client.host,
          strict: settings.strict,
          given: new Map(settings.account === null ? [] : [['alice', settings.account]]),
          peers: {
            client,
            origin: peers.origin,
            mailbox: peers.mailbox,
            book,
            credentials: { apiKey: peers.apiKey, apiSecret: peers.apiSecret },
            contract: library.contract,
            validators: loadValidators(),
            checks: CHECKS,
            secrets,
            payloads: library.payloads,
            passwordFor,
            nonce: () => newNonce(randomBytes),
            now: Date.now,
          },
        }),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface OpenPeers {
  readonly origin: string;
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
  readonly mailbox: Mailbox | null;
}

async function openPeers(
  settings: RunSettings,
  suites: readonly Suite[],
  runId: string,
  signal: AbortSignal,
  closers: (() => Promise<void>)[],
): Promise<OpenPeers> {
  if (settings.target === null) {
    const embedded = await startEmbedded(runId, signal);
    closers.push(
      () => embedded.mailbox.close(),
      () => embedded.stop(),
    );
    return embedded;
  }
  const { origin } = parseTarget(settings.target);
  if ((settings.apiKey === null) !== (settings.apiSecret === null))
    throw new OperatorError(
      'KEY_INCOMPLETE',
      'Only one of API key and API secret is configured.',
      'Set both NEURON_API_KEY and NEURON_API_SECRET, or neither.',
    );
  const mailbox = usesMailbox(suites) ? await openConfigured(settings, runId, signal) : null;
  if (mailbox !== null) closers.push(() => mailbox.close());
  return { origin, apiKey: settings.apiKey, apiSecret: settings.apiSecret, mailbox };
}

const usesMailbox = (suites: readonly Suite[]): boolean =>
  suites.some(suite => suite.needs.includes('mailbox') || sharesAccount(suite));

async function openConfigured(settings: RunSettings, runId: string, signal: AbortSignal): Promise<Mailbox | null> {
  if (settings.mailbox === null) return null;
  const { openMailbox } = await import('../../peers/mailbox/index.ts');
  return openMailbox(
    settings.mailbox,
    {
      runId,
      ...(settings.mailboxDomain === null ? {} : { domain: settings.mailboxDomain }),
      ...(settings.mailboxPlusAddress === null ? {} : { plusAddress: settings.mailboxPlusAddress }),
      ...(settings.mailboxProbe === null ? {} : { probe: settings.mailboxProbe }),
      ...(settings.mailboxPassword === null ? {} : { password: settings.mailboxPassword }),
      ...(settings.ca === null ? {} : { ca: settings.ca }),
    },
    signal,
  );
}
