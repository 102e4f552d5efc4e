import type { Pattern } from '../contract/notation/ast.ts';
import type { Spec } from '../contract/spec.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { Template } from '../suite/index.ts';
import type { DraftContext } from './draft-context.ts';
import { defaultOf, membersOf } from './member.ts';
import { resolve } from './resolve.ts';

/** Values by name; a name whose value is undefined is left out on purpose. */
export type Resolved = Readonly<Record<string, { readonly value: Json | undefined }>>;

/** What a step sets, divided into members of the body and parameters of path, query and headers. */
export function divide(
  spec: Spec,
  send: Readonly<Record<string, Template>>,
  context: DraftContext,
): { readonly members: Resolved; readonly parameters: Resolved } {
  const example = spec.examples.request[0] as Json | undefined;
  const members: Record<string, { value: Json | undefined }> = {};
  const parameters: Record<string, { value: Json | undefined }> = {};
  for (const [name, template] of Object.entries(send)) {
    const into = spec.parameters.some(parameter => parameter.name === name) ? parameters : members;
    const value = resolve(template, context.values, isObject(example) ? example[name] : undefined);
    into[name] = { value: template.kind === 'reference' ? asWanted(value, patternOf(spec, name)) : value };
  }
  return { members, parameters };
}

/** The body: what the step sets, and for required members that it does not set what persona and key give. */
export function compose(spec: Spec, members: Resolved, context: DraftContext): JsonObject {
  const body: Record<string, Json> = {};
  for (const { name, required } of membersOf(spec)) {
    if (Object.hasOwn(members, name) || !required) continue;
    const value = defaultOf(name, context.actor, context.credentials, context.nonce);
    if (value !== undefined) body[name] = value;
  }
  for (const [name, { value }] of Object.entries(members)) if (value !== undefined) body[name] = value;
  return body;
}

function patternOf(spec: Spec, name: string): Pattern | undefined {
  const pattern =
    spec.request?.kind === 'object' ? spec.request.members.find(member => member.name === name)?.pattern : undefined;
  return pattern?.kind === 'required' || pattern?.kind === 'optional' ? pattern.pattern : pattern;
}

/** A captured code is text; where the contract wants a whole number it is sent as one. */
function asWanted(value: Json | undefined, pattern: Pattern | undefined): Json | undefined {
  const wantsNumber = pattern?.kind === 'type' && pattern.type === 'Int';
  return wantsNumber && typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}
