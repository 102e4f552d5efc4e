import type { Catcher, Mailbox } from '../../peers/mailbox/mailbox.ts';
import { openOutlets } from './outlets.ts';

/** The reference Neuron in this process, with a mailbox and an SMS sink in this process. */
export interface Embedded {
  readonly origin: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly mailbox: Mailbox;
  readonly sms: Catcher;
  /** The proof that its web form takes. */
  readonly captcha: string;
  stop(): Promise<void>;
}

export async function startEmbedded(runId: string, signal: AbortSignal): Promise<Embedded> {
  const [{ startReferenceNeuron }, { mailbox, sms, outlets }] = await Promise.all([
    import('../../reference-neuron/index.ts'),
    openOutlets(runId, signal),
  ]);
  const neuron = await startReferenceNeuron(outlets);
  return {
    origin: neuron.url,
    apiKey: neuron.apiKey,
    apiSecret: neuron.apiSecret,
    mailbox,
    sms,
    captcha: neuron.recaptchaResponse,
    stop: () => neuron.stop(),
  };
}
