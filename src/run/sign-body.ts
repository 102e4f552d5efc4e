import type { Spec } from '../contract/spec.ts';
import type { JsonObject } from '../model/json.ts';
import { signRequest } from '../peers/neuron/sign.ts';
import { type SignOverride, TEXT_ALTERATIONS, type Template } from '../suite/index.ts';
import type { Resolved } from './compose.ts';
import type { DraftContext } from './draft-context.ts';
import { resolve } from './resolve.ts';

/** Adds the signatures of the endpoint's recipe; a signature that the step sets itself stays as it is. */
export function signBody(
  body: JsonObject,
  spec: Spec,
  members: Resolved,
  override: SignOverride,
  context: DraftContext,
): JsonObject {
  if (spec.sign === 'unknown' || spec.sign.length === 0) return body;
  const text = (template: Template | undefined): string | undefined => {
    const value = template && resolve(template, context.values, undefined);
    return value === undefined ? undefined : String(value);
  };
  const [nonce, host, key] = [text(override.nonce), text(override.host), text(override.secret)];
  const way = text(override.written);
  const spoil = TEXT_ALTERATIONS.find(({ id }) => id === way)?.alter ?? (mac => mac);
  const signed: JsonObject = nonce === undefined ? body : { ...body, nonce };
  const { actor, credentials } = context;
  const macs = signRequest(
    spec.sign,
    {
      host: context.host,
      members: signed,
      actor: { userName: actor?.persona.userName ?? '' },
      secrets: {
        apiSecret: credentials.apiSecret ?? '',
        accountPassword: actor?.persona.password ?? '',
        keyPassword: actor?.persona.password ?? '',
      },
    },
    {
      ...(host === undefined ? {} : { host }),
      ...(key === undefined ? {} : { key }),
      ...(override.order === undefined ? {} : { order: override.order }),
    },
  );
  const made = Object.entries(macs).filter(([name]) => !Object.hasOwn(members, name));
  return { ...signed, ...Object.fromEntries(made.map(([name, mac]) => [name, spoil(mac)])) };
}
