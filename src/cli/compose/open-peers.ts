import { OperatorError } from '../../model/operator-error.ts';
import type { Mailbox } from '../../peers/mailbox/mailbox.ts';
import { parseTarget } from '../../peers/target/parse-target.ts';
import type { Suite } from '../../suite/index.ts';
import { startEmbedded } from './embedded.ts';
import { sharesAccount } from './plan-suites.ts';
import type { RunSettings } from './settings.ts';

/** Host and mailbox of a run: the embedded ones, or those of the settings. */
export interface OpenPeers {
  readonly origin: string;
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
  readonly mailbox: Mailbox | null;
  readonly captcha: string | null;
}

/** Opens what the settings name. What is opened is closed by `closers`, last first. */
export async function openPeers(
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
  return { origin, apiKey: settings.apiKey, apiSecret: settings.apiSecret, mailbox, captcha: settings.captcha };
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
