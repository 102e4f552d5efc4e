import { createHmac, randomBytes } from 'node:crypto';
import { request } from 'undici';
import type { ReferenceNeuron } from '../../../src/reference-neuron/index.ts';

/** The members that tests compute with; the others are only compared. */
export interface AnswerJson {
  jwt: string;
  created: number;
  expires: number;
  [member: string]: unknown;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body, where it is JSON. */
  json: AnswerJson;
}

interface CallOptions {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  /** A text goes out as it is, anything else as JSON. */
  body?: unknown;
}

/** Posts to an endpoint of a host and reads the whole answer. */
export async function call(neuron: ReferenceNeuron, endpoint: string, options: CallOptions = {}): Promise<Answer> {
  const { method = 'POST', token, body = {} } = options;
  const answer = await request(`${neuron.url}${endpoint.startsWith('/') ? endpoint : `/Agent/${endpoint}`}`, {
    method: method as 'POST',
    headers: {
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...options.headers,
    },
    ...(method === 'POST' && { body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  const isJson = String(answer.headers['content-type'] ?? '').includes('json');
  return { status: answer.statusCode, headers: answer.headers, text, json: isJson ? JSON.parse(text) : {} };
}

export const nonce = () => randomBytes(32).toString('base64');

export const hmac = (key: string, parts: readonly string[]) =>
  createHmac('sha256', key).update(parts.join(':')).digest('base64');

export interface Person {
  userName: string;
  eMail: string;
  password: string;
  phoneNr?: string;
}

export const person = (userName: string): Person => ({
  userName,
  eMail: `${userName}@mail.test`,
  password: `pass-${userName}-word`,
});

export function createBody(neuron: ReferenceNeuron, who: Person, changes: Record<string, unknown> = {}) {
  const unsigned = { ...who, apiKey: neuron.apiKey, nonce: nonce(), seconds: 3600, ...changes };
  const { userName, eMail, phoneNr, password, apiKey, nonce: used } = unsigned;
  const parts = [userName, neuron.host, eMail, ...(phoneNr ? [phoneNr] : []), password, apiKey, used];
  return { signature: hmac(neuron.apiSecret, parts), ...unsigned };
}

export function loginBody(neuron: ReferenceNeuron, who: Person, changes: Record<string, unknown> = {}) {
  const unsigned = { userName: who.userName, nonce: nonce(), seconds: 3600, ...changes };
  return { signature: hmac(who.password, [unsigned.userName, neuron.host, unsigned.nonce]), ...unsigned };
}

/** The code in the newest mail that the host handed over for an address. */
export const codeFor = (neuron: ReferenceNeuron, eMail: string) =>
  neuron.inspect
    .letters()
    .findLast(letter => letter.to === eMail)
    ?.text.match(/\b\d{6}\b/)?.[0] ?? '';

/** Creates and verifies an account and returns its token. */
export async function member(neuron: ReferenceNeuron, who: Person): Promise<string> {
  const created = await call(neuron, 'Account/Create', { body: createBody(neuron, who) });
  if (created.status !== 200) throw new Error(`Create: ${created.status} ${created.text}`);
  const verified = await call(neuron, 'Account/VerifyEMail', {
    token: created.json.jwt,
    body: { eMail: who.eMail, code: Number(codeFor(neuron, who.eMail)) },
  });
  if (verified.status !== 200) throw new Error(`VerifyEMail: ${verified.status} ${verified.text}`);
  return created.json.jwt;
}
