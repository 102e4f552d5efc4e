import { randomBytes } from 'node:crypto';
import type { SignRule } from '../../contract/spec.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { JsonObject } from '../../model/json.ts';
import { type NeuronClient, newNonce, type SignOverrides, signRequest } from '../../peers/neuron/index.ts';

/** Life of the tokens that examinations make; nobody uses them. */
const SECONDS = 60;

export interface Caller {
  readonly client: NeuronClient;
  readonly signal: AbortSignal;
  /** The published recipe of a signed call. */
  readonly recipe: (endpoint: string) => readonly SignRule[];
}

export interface LoginAccount {
  readonly userName: string;
  readonly password: string;
}

export interface CreateAccount extends LoginAccount {
  readonly eMail: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export const get = (caller: Caller, endpoint: string): Promise<Exchange> => send(caller, endpoint, 'GET', [], null);

/** Logs in by a signature that departs from the recipe as `overrides` say. */
export function logIn(caller: Caller, account: LoginAccount, overrides: SignOverrides): Promise<Exchange> {
  const members = { userName: account.userName, nonce: newNonce(randomBytes), seconds: SECONDS };
  return signed(caller, 'Account/Login', members, { accountPassword: account.password }, overrides);
}

export function create(caller: Caller, account: CreateAccount, overrides: SignOverrides): Promise<Exchange> {
  const { userName, eMail, password, apiKey, apiSecret } = account;
  const members = { userName, eMail, password, apiKey, nonce: newNonce(randomBytes), seconds: SECONDS };
  return signed(caller, 'Account/Create', members, { apiSecret }, overrides);
}

/** Logs in by the password itself (HTTP Basic), which no `Host` header plays a part in. */
export function logInByPassword(caller: Caller, { userName, password }: LoginAccount): Promise<Exchange> {
  const credentials = Buffer.from(`${userName}:${password}`).toString('base64');
  return send(caller, 'Account/WwwLogin', 'POST', [['Authorization', `Basic ${credentials}`]], { seconds: SECONDS });
}

function signed(
  caller: Caller,
  endpoint: string,
  members: JsonObject,
  secrets: Readonly<Partial<Record<SignRule['key'], string>>>,
  overrides: SignOverrides,
): Promise<Exchange> {
  const context = { host: caller.client.host, members, actor: {}, secrets };
  const macs = signRequest(caller.recipe(endpoint), context, overrides);
  return send(caller, endpoint, 'POST', [], { ...members, ...macs });
}

function send(
  { client, signal }: Caller,
  endpoint: string,
  method: 'GET' | 'POST',
  headers: readonly (readonly [string, string])[],
  body: JsonObject | null,
): Promise<Exchange> {
  const type = body === null ? [] : [['Content-Type', 'application/json'] as const];
  return client.send(
    {
      id: `doctor/${endpoint}`,
      endpoint,
      actor: null,
      method,
      path: `/Agent/${endpoint}`,
      headers: [['Accept', 'application/json'], ...type, ...headers],
      body: body === null ? null : JSON.stringify(body),
    },
    signal,
  );
}
