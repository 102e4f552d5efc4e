import type { Spec } from '../contract/spec.ts';
import { type Template, TOKEN_ALTERATIONS } from '../suite/index.ts';
import type { Actor } from './actor.ts';
import { resolve, Unresolved, type Values } from './resolve.ts';

/** The values of the Authorization headers; none when none is sent. */
export function authorization(
  spec: Spec,
  actor: Actor | null,
  override: Template | undefined,
  values: Values,
): readonly string[] {
  if (override !== undefined) return overridden(override, actor, values);
  if (actor === null) return [];
  switch (spec.auth) {
    case 'bearer':
      if (actor.token === null && spec.readings.authentication === undefined)
        throw new Unresolved(`the token of ${actor.persona.name}`, actor.persona.name);
      return actor.token === null ? [] : [`Bearer ${actor.token}`];
    case 'basic':
      return [`Basic ${Buffer.from(`${actor.persona.userName}:${actor.persona.password}`).toString('base64')}`];
    case 'none':
    case 'session':
      return [];
  }
}

function overridden(template: Template, actor: Actor | null, values: Values): readonly string[] {
  const value = resolve(template, values, undefined);
  if (value === undefined) return [];
  const named = template.kind === 'literal' ? TOKEN_ALTERATIONS.find(({ id }) => id === value) : undefined;
  const own = actor?.token ?? '';
  if (named?.headers !== undefined) return named.headers(own);
  return [`Bearer ${named === undefined ? String(value) : named.alter(own)}`.trimEnd()];
}
