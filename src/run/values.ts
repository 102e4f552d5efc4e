import type { Header } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { propertiesOf } from './actor.ts';
import type { Values } from './resolve.ts';
import type { SuiteScope } from './session.ts';

/** What references mean in a suite: actors, the answers of earlier steps, codes, and the reserved roots. */
export const valuesOf =
  (scope: SuiteScope): Values =>
  root => {
    const actor = scope.actors.get(root);
    if (actor !== undefined) return propertiesOf(actor);
    const earlier = scope.earlier.get(root);
    if (earlier !== undefined) return earlier.value;
    return scope.codes.get(root) ?? reserved(scope, root);
  };

function reserved({ session, earlier }: SuiteScope, root: string): Json | undefined {
  switch (root) {
    case 'payload':
      return session.peers.payloads;
    case 'target':
      return {
        host: session.peers.client.host,
        origin: session.peers.origin,
        domain: session.domain,
        captcha: session.peers.captcha ?? null,
      };
    case 'run':
      return { id: session.runId, seed: session.seed };
    case 'sent':
      return Object.fromEntries([...earlier].map(([id, step]) => [id, step.sent ?? null]));
    case 'status':
      return Object.fromEntries([...earlier].map(([id, step]) => [id, step.answer.status]));
    case 'headers':
      return Object.fromEntries(
        [...earlier].map(([id, step]) => [
          id,
          {
            ...Object.fromEntries(step.answer.headers.map(([name, value]) => [name.toLowerCase(), value])),
            alternativeNames: alternativeNames(step.answer.headers),
          },
        ]),
      );
    default:
      return undefined;
  }
}

/** The names that a refusal proposes, in the order of their numbers, whichever those are. */
const alternativeNames = (headers: readonly Header[]): readonly string[] =>
  headers
    .flatMap(([name, value]) => {
      const number = /^x-alternativename(\d+)$/i.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), value }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ value }) => value);
