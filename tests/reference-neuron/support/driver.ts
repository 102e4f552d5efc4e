import { assemble } from '../../../src/reference-neuron/assemble.ts';
import type { Letter, Sms } from '../../../src/reference-neuron/mail/letter.ts';
import { Transcript } from './transcript.ts';

export interface Ask {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  /** A text goes out as it is, anything else as JSON. */
  body?: unknown;
}

export const HOST = 'neuron.test:8080';
export const KEY = { apiKey: 'the-api-key', apiSecret: 'the-api-secret' };
export const PROOF = 'the-proof';
export const START = Date.UTC(2030, 0, 1, 12);

/** A host that is asked without a socket in between, on a clock that stands still, with everything it says written down. */
export class Driver {
  readonly transcript: Transcript;
  readonly letters: { letter: Letter; delay: number }[] = [];
  readonly messages: Sms[] = [];
  readonly host: ReturnType<typeof assemble>['host'];
  now = START;
  readonly #handle: ReturnType<typeof assemble>['handle'];

  constructor(faults: readonly string[], dialect: Record<string, string>, expected: readonly string[] | null) {
    this.transcript = new Transcript(expected);
    const { host, handle } = assemble(
      { faults, dialect, ...KEY, recaptchaResponse: PROOF, now: () => this.now, domain: 'neuron.test' },
      () => ({
        sendsMail: true,
        sendsSms: true,
        letters: [],
        messages: this.messages,
        mail: dispatches => this.letters.push(...dispatches.map(({ item, delay }) => ({ letter: item, delay }))),
        sms: message => this.messages.push(message),
        stop: async () => undefined,
      }),
    );
    this.host = host;
    this.#handle = handle;
  }

  /** Asks, writes the answer down under a name, and returns its body as JSON where it is some. */
  async ask(step: string, endpoint: string, options: Ask = {}): Promise<Record<string, unknown>> {
    const { method = 'POST', token, headers = {}, body = {} } = options;
    const bytes =
      method === 'GET' || method === 'OPTIONS' ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const all = {
      host: HOST,
      'content-length': String(Buffer.byteLength(bytes)),
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    };
    const url = new URL(endpoint.startsWith('/') ? endpoint : `/Agent/${endpoint}`, 'http://x');
    const wire = await this.#handle({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: new Map(Object.entries(all).filter(([, value]) => value !== '')),
      remote: { address: '127.0.0.1', port: 50_000 },
      body: async () => Buffer.from(bytes),
    });
    const { body: answer, headers: sent, ...rest } = wire;
    const shown = sent.map(([name, value]) => (name === 'Date' ? 'Date: other' : `${name}: ${value}`)).sort();
    this.transcript.add(step, `${JSON.stringify(rest)} ${shown.join(' | ')} ${answer.toString('latin1')}`);
    try {
      const value: unknown = JSON.parse(answer.toString());
      return typeof value === 'object' && value !== null ? { ...value } : {};
    } catch {
      return {};
    }
  }

  /** The code that waits for an account, under a name in the transcript. */
  code(userName: string, medium: 'eMail' | 'phoneNr' = 'eMail'): string {
    const code = this.host.codes.pending(userName, medium) ?? '000000';
    this.transcript.name(`code of ${userName}`, code);
    return code;
  }
}
