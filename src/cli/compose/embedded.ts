import type { Mailbox } from '../../peers/mailbox/mailbox.ts';

/** The reference Neuron in this process, mailing to a mailbox in this process. */
export interface Embedded {
  readonly origin: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly mailbox: Mailbox;
  /** The proof that its web form takes. */
  readonly captcha: string;
  stop(): Promise<void>;
}

export async function startEmbedded(runId: string, signal: AbortSignal): Promise<Embedded> {
  const [{ startReferenceNeuron }, { openMailbox }] = await Promise.all([
    import('../../reference-neuron/index.ts'),
    import('../../peers/mailbox/index.ts'),
  ]);
  const mailbox = await openMailbox('smtp://127.0.0.1:0', { runId }, signal);
  const relay = new URL(`smtp://${mailbox.relay ?? ''}`);
  const neuron = await startReferenceNeuron({ smtp: { host: relay.hostname, port: Number(relay.port) } });
  return {
    origin: neuron.url,
    apiKey: neuron.apiKey,
    apiSecret: neuron.apiSecret,
    mailbox,
    captcha: neuron.recaptchaResponse,
    stop: () => neuron.stop(),
  };
}
