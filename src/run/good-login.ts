import type { Actor } from './actor.ts';
import { draftRequest } from './draft.ts';
import { learn } from './learn.ts';
import type { Session } from './session.ts';

/** How the ids of its exchanges begin. */
export const GOOD_LOGIN = 'gate/good-login/';

/** Logs in as an actor between failed credentials; whether the host let it in. */
export async function logIn(session: Session, actor: Actor): Promise<boolean> {
  const spec = session.peers.contract.endpoint('Account/Login');
  if (spec === undefined) throw new Error('Account/Login is not in the contract');
  const at = { file: 'engine', line: 1, column: 1 };
  const step = {
    verb: 'call' as const,
    id: 'good-login',
    title: 'a good login',
    at,
    proves: [],
    checks: [],
    endpoint: spec.endpoint,
    as: actor.persona.name,
    send: { seconds: { kind: 'literal' as const, value: 3600 } },
    sendWhole: null,
    sign: {},
    with: {},
    expect: null,
    answers: null,
    each: [],
    over: null,
    times: 1,
    within: null,
    dialect: {},
    spends: {},
  };
  const planned = {
    id: step.id,
    title: step.title,
    step,
    spec,
    variant: [],
    checks: [],
    failedCredentials: 0,
    spends: { accounts: 0, mails: 0, messages: 0 },
    children: [],
  };
  const draft = draftRequest(planned, step, spec, null, {
    actor,
    values: () => undefined,
    credentials: session.peers.credentials,
    host: session.peers.client.host,
    origin: session.peers.origin,
    nonce: session.peers.nonce,
    encoding: 'json',
  });
  const exchange = await session.peers.client.send(
    {
      id: `${GOOD_LOGIN}${session.extra.length + 1}`,
      endpoint: spec.endpoint,
      actor: actor.persona.name,
      method: draft.method,
      path: draft.path,
      headers: draft.headers,
      body: draft.body,
    },
    session.signal,
  );
  session.extra.push(exchange);
  learn(session, spec, exchange, null, draft.sent);
  return exchange.answer?.status === 200;
}
