import { once } from 'node:events';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';

export interface MailHttpOptions {
  /** `http(s)://user@host:port/path`. */
  readonly url: URL;
  readonly password?: string | undefined;
  readonly ca?: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
  /** The server's clock, milliseconds since the epoch; null when it does not tell. */
  readonly date: number | null;
}

const TIMEOUT = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** GET requests to the HTTP API of a mail catcher: Basic authentication, own CA, bounded in time and size. */
export class MailHttp {
  readonly #agent: HttpAgent | HttpsAgent;
  readonly #url: URL;
  readonly #headers: Record<string, string>;

  constructor({ url, password, ca }: MailHttpOptions) {
    const options = { keepAlive: true, maxSockets: 4 };
    this.#agent = url.protocol === 'https:' ? new HttpsAgent({ ...options, ca }) : new HttpAgent(options);
    this.#url = url;
    const user = decodeURIComponent(url.username);
    const secret = password ?? decodeURIComponent(url.password);
    const credentials = Buffer.from(`${user}:${secret}`).toString('base64');
    this.#headers = user === '' ? {} : { authorization: `Basic ${credentials}` };
  }

  async get(path: string, signal: AbortSignal): Promise<HttpAnswer> {
    const answer = await this.#ask(path, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]));
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of answer) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) throw new Error(`${this.#url.origin} sent more than ${MAX_BYTES} bytes.`);
      chunks.push(chunk);
    }
    const date = Date.parse(answer.headers.date ?? '');
    return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks), date: Number.isNaN(date) ? null : date };
  }

  /** Calls back for every piece of an endless answer, until it ends or the signal aborts. */
  async follow(path: string, onPiece: () => void, signal: AbortSignal): Promise<number> {
    const answer = await this.#ask(path, signal);
    for await (const _ of answer) onPiece();
    return answer.statusCode ?? 0;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ask(path: string, signal: AbortSignal): Promise<IncomingMessage> {
    const url = new URL(this.#url.origin + this.#url.pathname.replace(/\/+$/, '') + path);
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = ask(url, { agent: this.#agent, headers: this.#headers, signal });
    request.end();
    const [answer]: IncomingMessage[] = await once(request, 'response');
    if (answer === undefined) throw new Error(`${url.origin} gave no answer.`);
    return answer;
  }
}

/** The first request of all: what goes wrong here is for the operator to put right. */
export async function firstAnswer(
  http: MailHttp,
  path: string,
  name: string,
  url: string,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const answer = await http.get(path, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new OperatorError(
      'MAILBOX_UNREACHABLE',
      `${name} at ${url} cannot be reached: ${reasonOf(error)}.`,
      `Check that ${name} runs there and that the URL of the mailbox is right.`,
      { cause: error },
    );
  });
  if (answer.status === 401 || answer.status === 403) {
    throw new OperatorError(
      'MAILBOX_REFUSED',
      `${name} at ${url} refuses us with status ${answer.status}.`,
      'Put the user into the URL (mailhog+http://user@host:port) and the password into NEURON_MAILBOX_PASSWORD.',
    );
  }
  if (answer.status !== 200) {
    throw new OperatorError(
      'MAILBOX_NOT_AS_NAMED',
      `${url} answers ${path} with status ${answer.status}, which ${name} does not.`,
      `Check that it is ${name} that listens there, and its path.`,
    );
  }
  return answer;
}
