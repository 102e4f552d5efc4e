import { OperatorError } from '../../model/operator-error.ts';
import type { Catcher, Mailbox } from '../../peers/mailbox/mailbox.ts';
import { parseTarget } from '../../peers/target/parse-target.ts';
import type { Plan } from '../../run/planned.ts';
import type { Need } from '../../suite/index.ts';
import { openConfiguredMailbox } from './configured-mailbox.ts';
import { startEmbedded } from './embedded.ts';
import type { RunSettings } from './settings.ts';

/** Host and mailbox of a run: the embedded ones, or those of the settings. */
export interface OpenPeers {
  readonly origin: string;
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
  readonly mailbox: Mailbox | null;
  /** Why the configured mailbox cannot be read at this moment; null when it can, or when none is needed. */
  readonly mailboxTrouble: string | null;
  /** Where text messages are caught; null when none are needed. */
  readonly sms: Catcher | null;
  readonly captcha: string | null;
}

/** Opens what the settings name. What is opened is closed by `closers`, last first. */
export async function openPeers(
  settings: RunSettings,
  plan: Plan,
  runId: string,
  signal: AbortSignal,
  closers: (() => Promise<void>)[],
): Promise<OpenPeers> {
  if (settings.target === null) {
    const embedded = await startEmbedded(runId, signal);
    closers.push(
      () => embedded.mailbox.close(),
      () => embedded.sms.close(),
      () => embedded.stop(),
    );
    return { ...embedded, mailboxTrouble: null };
  }
  const { origin } = parseTarget(settings.target);
  if ((settings.apiKey === null) !== (settings.apiSecret === null))
    throw new OperatorError(
      'KEY_INCOMPLETE',
      'Only one of API key and API secret is configured.',
      'Set both NEURON_API_KEY and NEURON_API_SECRET, or neither.',
    );
  const { mailbox, mailboxTrouble } = needs(plan, 'mailbox')
    ? await openIfReachable(settings, runId, signal)
    : { mailbox: null, mailboxTrouble: null };
  if (mailbox !== null) closers.push(() => mailbox.close());
  const sms = needs(plan, 'sms') ? await openSink(settings) : null;
  if (sms !== null) closers.push(() => sms.close());
  const { apiKey, apiSecret, captcha } = settings;
  return { origin, apiKey, apiSecret, mailbox, mailboxTrouble, sms, captcha };
}

const needs = ({ suites }: Plan, need: Need): boolean =>
  suites.some(suite => suite.notApplicable === null && suite.needs.includes(need));

/** A mailbox that is down now is no mistake of the operator's: the run goes on, and says what it could not test. */
async function openIfReachable(
  settings: RunSettings,
  runId: string,
  signal: AbortSignal,
): Promise<Pick<OpenPeers, 'mailbox' | 'mailboxTrouble'>> {
  try {
    return { mailbox: await openConfiguredMailbox(settings, runId, signal), mailboxTrouble: null };
  } catch (error) {
    if (!(error instanceof OperatorError) || error.code !== 'MAILBOX_UNREACHABLE') throw error;
    return { mailbox: null, mailboxTrouble: `${error.message} ${error.next}` };
  }
}

async function openSink({ sms }: RunSettings): Promise<Catcher | null> {
  if (sms === null) return null;
  const { openSmsSink } = await import('../../peers/sms/sms-sink.ts');
  return openSmsSink(sms);
}
