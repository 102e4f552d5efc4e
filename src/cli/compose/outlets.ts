import type { Catcher, Mailbox } from '../../peers/mailbox/mailbox.ts';

/** Where a host in this process has to deliver what it sends. */
export interface Outlets {
  readonly smtp: { readonly host: string; readonly port: number };
  readonly sms: string;
}

/** A mailbox and an SMS sink in this process, on free ports of loopback. */
export interface OpenOutlets {
  readonly mailbox: Mailbox;
  readonly sms: Catcher;
  readonly outlets: Outlets;
}

export async function openOutlets(runId: string, signal: AbortSignal): Promise<OpenOutlets> {
  const [{ openMailbox }, { openSmsSink }] = await Promise.all([
    import('../../peers/mailbox/index.ts'),
    import('../../peers/sms/sms-sink.ts'),
  ]);
  const [mailbox, sms] = await Promise.all([
    openMailbox('smtp://127.0.0.1:0', { runId }, signal),
    openSmsSink('http://127.0.0.1:0'),
  ]);
  const relay = new URL(`smtp://${mailbox.relay ?? ''}`);
  return { mailbox, sms, outlets: { smtp: { host: relay.hostname, port: Number(relay.port) }, sms: sms.url } };
}
