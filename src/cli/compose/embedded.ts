import type { Catcher, Mailbox } from '../../peers/mailbox/mailbox.ts';

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
  const [{ startReferenceNeuron }, { openMailbox }, { openSmsSink }] = await Promise.all([
    import('../../reference-neuron/index.ts'),
    import('../../peers/mailbox/index.ts'),
    import('../../peers/sms/sms-sink.ts'),
  ]);
  const [mailbox, sms] = await Promise.all([
    openMailbox('smtp://127.0.0.1:0', { runId }, signal),
    openSmsSink('http://127.0.0.1:0'),
  ]);
  const relay = new URL(`smtp://${mailbox.relay ?? ''}`);
  const neuron = await startReferenceNeuron({
    smtp: { host: relay.hostname, port: Number(relay.port) },
    sms: sms.url,
  });
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
