import type { Spec } from '../contract/spec.ts';
import type { Json } from '../model/json.ts';
import { type Template, TOKEN_ALTERATIONS, type WithOverride } from '../suite/index.ts';
import type { Actor } from './actor.ts';
import { resolve, Unresolved, type Values } from './resolve.ts';

/** The values of the Authorization headers; none when none is sent. */
export function authorization(
  spec: Spec,
  actor: Actor | null,
  override: WithOverride,
  values: Values,
): readonly string[] {
  if (override.basic !== undefined) return [basic(resolve(override.basic, values, undefined))];
  if (override.token !== undefined) return overridden(override.token, actor, values);
  if (actor === null) return [];
  switch (spec.auth) {
    case 'bearer':
      if (actor.token === null && spec.readings.authentication === undefined)
        throw new Unresolved(`the token of ${actor.persona.name}`, actor.persona.name);
      return actor.token === null ? [] : [`Bearer ${actor.token}`];
    case 'basic':
      return [basic([actor.persona.userName, actor.persona.password])];
    case 'none':
    case 'session':
      return [];
  }
}

const basic = (given: Json | undefined): string =>
  `Basic ${Buffer.from(Array.isArray(given) ? given.join(':') : String(given)).toString('base64')}`;

function overridden(template: Template, actor: Actor | null, values: Values): readonly string[] {
  const value = resolve(template, values, undefined);
  if (value === undefined) return [];
  const named = template.kind === 'literal' ? TOKEN_ALTERATIONS.find(({ id }) => id === value) : undefined;
  const own = actor?.token ?? '';
  if (named?.headers !== undefined) return named.headers(own);
  return [`Bearer ${named === undefined ? String(value) : named.alter(own)}`.trimEnd()];
}
