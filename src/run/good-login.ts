import type { Actor } from './actor.ts';
import { requestOf } from './draft.ts';
import { learn } from './learn.ts';
import type { Overrides } from './overrides.ts';
import type { Session } from './session.ts';
import { signatureHost } from './signature-host.ts';

/** How the ids of its exchanges begin. */
export const GOOD_LOGIN = 'gate/good-login/';

/** A token of one hour; the rest comes from actor and contract. */
const AN_HOUR: Overrides = { send: { seconds: { kind: 'literal', value: 3600 } }, sign: {}, with: {} };

/** Logs in as an actor between failed credentials; whether the host let it in. */
export async function logIn(session: Session, actor: Actor): Promise<boolean> {
  const { client, contract, credentials, origin, nonce } = session.peers;
  const spec = contract.endpoint('Account/Login');
  if (spec === undefined) throw new Error('Account/Login is not in the contract');
  const { sent, ...request } = requestOf(spec, AN_HOUR, null, {
    actor,
    values: () => undefined,
    credentials,
    host: signatureHost(session),
    origin,
    nonce,
    encoding: 'json',
  });
  const id = `${GOOD_LOGIN}${session.extra.length + 1}`;
  const exchange = await client.send(
    { id, endpoint: spec.endpoint, actor: actor.persona.name, ...request },
    session.signal,
  );
  session.extra.push(exchange);
  learn(session, spec, exchange, null, sent);
  return exchange.answer?.status === 200;
}
