import type { Exchange } from '../model/exchange.ts';
import type { Call } from './call.ts';
import type { Draft } from './draft.ts';
import { readAnswer } from './read-answer.ts';
import { takeWatermark } from './watermark.ts';

/** Sends a draft; a request with failed credentials waits for its turn at the gate. `nth` counts attempts from 1. */
export async function transmit(
  { planned, step, spec, actor, scope }: Call,
  draft: Draft,
  nth: number,
): Promise<Exchange> {
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
  const exchange = await (planned.failedCredentials === 0
    ? send()
    : session.gate.spend(planned.failedCredentials, send));
  return readAnswer(exchange, spec);
}
