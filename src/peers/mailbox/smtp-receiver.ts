import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { Capture } from './capture.ts';
import { selfSigned } from './certificate.ts';
import { Slots } from './slots.ts';

const LARGE = 1024 * 1024;
const LARGE_AT_ONCE = 4;

export interface ReceiverOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Whether TLS is offered, with a certificate made for the occasion. */
  readonly startTls: boolean;
  /** Bound on one mail, bytes. */
  readonly maxBytes: number;
  readonly maxClients: number;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Receiver {
  readonly host: string;
  readonly port: number;
  /** PEM that STARTTLS shows. */
  readonly certificate: string;
  close(): Promise<void>;
}

/** Listens for SMTP (STARTTLS, SIZE, 8BITMIME, SMTPUTF8) and puts every mail for anybody into a capture. */
export async function receiveMail(capture: Capture, options: ReceiverOptions): Promise<Receiver> {
  const { SMTPServer } = await import('smtp-server');
  const { key, cert } = selfSigned([...new Set(['localhost', '127.0.0.1', '::1', options.host])], options.now());
  const largeOnes = new Slots(LARGE_AT_ONCE);
  const server = new SMTPServer({
    key,
    cert,
    name: 'conformance.example',
    banner: 'neuron-conformance captures mail and passes none on',
    size: options.maxBytes,
    maxClients: options.maxClients,
    disabledCommands: options.startTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    socketTimeout: 60_000,
    closeTimeout: 500,
    onData: (stream, session, callback) => {
      take(stream, session).then(text => callback(null, text), callback);
    },
  });

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> => {
    const raw = await bytesOf(stream, largeOnes);
    if (stream.sizeExceeded) throw refusal(552, `The mail is larger than ${options.maxBytes} bytes.`);
    const { mailFrom, rcptTo } = session.envelope;
    const id = options.newId();
    capture.add({
      id,
      arrivedAt: options.now(),
      from: mailFrom === false ? null : mailFrom.address,
      to: rcptTo.map((recipient: SMTPServerAddress) => recipient.address),
      helo: session.hostNameAppearsAs,
      raw,
    });
    return `taken as ${id}`;
  };

  // A client that breaks off or speaks TLS badly is its own affair; the server goes on.
  const started = new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.server.once('listening', resolve);
  });
  server.listen(options.port, options.host);
  await started;
  const bound = server.server.address();
  return {
    host: options.host,
    port: isAddress(bound) ? bound.port : options.port,
    certificate: cert,
    close: async () => {
      const closed = once(server.server, 'close');
      server.close(() => undefined);
      await closed;
    },
  };
}

/**
 * Reads a mail. Only a few large ones are read at a time: whoever sends another waits, because nothing is taken off
 * its connection, and memory stays bounded. Small ones never wait. What exceeds the limit is read but not kept.
 */
async function bytesOf(stream: SMTPServerDataStream, largeOnes: Slots): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let release: (() => void) | null = null;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (stream.sizeExceeded) chunks.length = 0;
      else chunks.push(chunk);
      if (bytes > LARGE) release ??= await largeOnes.take();
    }
  } finally {
    release?.();
  }
  return Buffer.concat(chunks);
}

const isAddress = (bound: AddressInfo | string | null): bound is AddressInfo =>
  typeof bound === 'object' && bound !== null;

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
