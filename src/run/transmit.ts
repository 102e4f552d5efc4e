import type { Blame } from '../model/blame.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Call } from './call.ts';
import { couldNotTest } from './could-not.ts';
import type { Draft } from './draft.ts';
import type { PlannedStep } from './planned.ts';
import { readAnswer } from './read-answer.ts';
import type { SuiteScope } from './session.ts';
import { takeWatermark } from './watermark.ts';

/** Sends a draft; a request with failed credentials waits for its turn at the gate. `nth` counts attempts from 1. */
export async function transmit(
  { planned, step, spec, actor, scope }: Call,
  draft: Draft,
  nth: number,
): Promise<Exchange | { readonly finding: Finding }> {
  const { session } = scope;
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
  if (planned.failedCredentials === 0) return readAnswer(await send(), spec);
  const spent = await session.gate.spend(planned.failedCredentials, send);
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
      return refuseToSpend(
        planned,
        scope,
        'Not run: no account of this run could log in, so that failed credentials would add up to a lock-out.',
        undefined,
      );
  }
}

const refuseToSpend = (
  planned: PlannedStep,
  scope: SuiteScope,
  message: string,
  blame: Blame | undefined,
): { readonly finding: Finding } => {
  const { stoppedBy, actors } = scope.session;
  const trouble = actors.map(actor => actor.trouble).find(finding => finding !== null);
  return { finding: couldNotTest(planned, scope, message, stoppedBy ?? trouble ?? null, blame) };
};
