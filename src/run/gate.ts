import type { Actor } from './actor.ts';
import { draftRequest } from './draft.ts';
import { FAILURES_IN_A_ROW } from './effects.ts';
import { learn } from './learn.ts';
import type { CredentialGate, Session } from './session.ts';

/**
 * All failed credentials of a run, one after the other: after every third a good login, which resets what the host
 * counts. Source: the framework's login auditing blocks an address after five failures in a row.
 */
export function makeGate(session: Session): CredentialGate & { close(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  let inARow = 0;
  let spent = 0;
  const restore = async (): Promise<void> => {
    const actor = session.actors.find(({ enabled }) => enabled);
    if (actor === undefined)
      throw new Error('no enabled account is at hand for the good login between failed credentials');
    await logIn(session, actor);
    inARow = 0;
  };
  const pass = async <T>(failures: number, work: () => Promise<T>): Promise<T> => {
    if (inARow + failures > FAILURES_IN_A_ROW) await restore();
    inARow += failures;
    spent += failures;
    const result = await work();
    if (inARow >= FAILURES_IN_A_ROW) await restore();
    return result;
  };
  return {
    get spent() {
      return spent;
    },
    spend: (failures, work) => {
      const mine = turn.then(() => pass(failures, work));
      turn = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      await turn;
      const canLogIn = session.actors.some(({ enabled }) => enabled);
      if (inARow > 0 && canLogIn && !session.signal.aborted && session.stoppedBy === null) await restore();
    },
  };
}

async function logIn(session: Session, actor: Actor): Promise<void> {
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
      id: `gate/good-login/${session.extra.length + 1}`,
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
}
