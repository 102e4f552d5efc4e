import type { Blame } from '../model/blame.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Call } from './call.ts';
import { couldNotTest } from './could-not.ts';
import type { Draft } from './draft.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { findingOf } from './finding.ts';
import { GOOD_LOGIN } from './good-login.ts';
import type { PlannedStep } from './planned.ts';
import { hostAnswers } from './probe.ts';
import { readAnswer } from './read-answer.ts';
import type { SuiteScope } from './session.ts';
import { judgeTransport } from './transport.ts';
import { takeWatermark } from './watermark.ts';

/** Sends a draft; a request with failed credentials waits for its turn at the gate. `nth` counts attempts from 1. */
export async function transmit(
  { planned, step, spec, actor, scope }: Call,
  draft: Draft,
  nth: number,
): Promise<Exchange | { readonly finding: Finding }> {
  const { session, later } = scope;
  if (actor !== null && planned.spends.mails > 0) await takeWatermark(session, actor);
  const send = (): Promise<Exchange> =>
    session.peers.client.send(
      {
        id: `${scope.suite}/${planned.id}${nth === 1 ? '' : `/${nth}`}`,
        endpoint: spec.endpoint,
        actor: actor?.persona.name ?? null,
        method: draft.method,
        path: draft.path,
        headers: draft.headers,
        body: draft.body,
        ...(step.within === null ? {} : { timeout: step.within }),
      },
      session.signal,
    );
  if (planned.failedCredentials === 0) return readAnswer(await later.during(send()), spec);
  const spent = await later.during(session.gate.spend(planned.failedCredentials, send));
  switch (spent.kind) {
    case 'spent':
      return readAnswer(spent.value, spec);
    case 'blocked':
      return refuseToSpend(
        planned,
        scope,
        `Not run, because the host blocks this address: ${spent.blocked.text}`,
        'network',
      );
    case 'stuck':
      return { finding: await stuck(planned, scope) };
  }
}

const refuseToSpend = (
  planned: PlannedStep,
  scope: SuiteScope,
  message: string,
  blame: Blame,
): { readonly finding: Finding } => ({
  finding: couldNotTest(planned, scope, message, scope.session.stoppedBy, blame),
});

/** Why no good login could be put between failed credentials: what the last attempt met, else what went before. */
async function stuck(planned: PlannedStep, scope: SuiteScope): Promise<Finding> {
  const { session } = scope;
  const { extra, actors } = session;
  const login = extra.filter(({ id }) => id.startsWith(GOOD_LOGIN)).at(-1);
  const message =
    'Not run: no account of this run could log in, so that failed credentials would add up to a lock-out.';
  if (login?.failure != null) {
    const judgement = judgeTransport(login, login.failure, await hostAnswers(session));
    const place = { suite: scope.suite, step: planned.id, endpoint: login.endpoint, exchange: login.id };
    return findingOf(judgement, EXCHANGE_COMPLETE, judgement.requirement ?? null, 'must', place, 0);
  }
  const trouble = actors.map(actor => actor.trouble).find(finding => finding !== null) ?? null;
  return couldNotTest(planned, scope, message, session.stoppedBy ?? trouble, login === undefined ? undefined : 'host');
}
