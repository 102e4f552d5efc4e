import type { Spec } from '../contract/spec.ts';
import type { Header } from '../model/exchange.ts';
import { authorization } from './authorization.ts';
import type { Resolved } from './compose.ts';
import type { DraftContext } from './draft-context.ts';
import type { Overrides } from './overrides.ts';
import { resolve } from './resolve.ts';

/** The headers of a request: content negotiation, credentials, parameters, then what the step sets otherwise. */
export function headersOf(
  spec: Spec,
  contentType: string | null,
  parameters: Resolved,
  overrides: Overrides,
  context: DraftContext,
): readonly Header[] {
  const tokens = authorization(spec, context.actor, overrides.with, context.values);
  const cookie = cookieOf(spec, overrides, context);
  const headers: Header[] = [
    ...(contentType === null ? [] : [['Content-Type', contentType] as const]),
    ['Accept', context.encoding === 'xml' && spec.xml.answerPattern !== null ? 'text/xml' : 'application/json'],
    ...tokens.map(token => ['Authorization', token] as const),
    ...(cookie === null ? [] : [['Cookie', cookie] as const]),
    ...parameterHeaders(spec, parameters, context.origin),
  ];
  return override(headers, overrides.with.headers ?? {}, context);
}

function cookieOf(spec: Spec, overrides: Overrides, context: DraftContext): string | null {
  if (overrides.with.cookie === undefined) return spec.auth === 'session' ? (context.actor?.cookie ?? null) : null;
  const value = resolve(overrides.with.cookie, context.values, undefined);
  return value === undefined ? null : String(value);
}

/** Header parameters as the step sets them; a required Referer is the target's own address. */
const parameterHeaders = (spec: Spec, parameters: Resolved, origin: string): readonly Header[] =>
  spec.parameters.flatMap(({ name, in: place, required }) => {
    if (place !== 'header') return [];
    const own = required && name === 'Referer' ? `${origin}/` : undefined;
    const value = Object.hasOwn(parameters, name) ? parameters[name]?.value : own;
    return value === undefined ? [] : [[name, String(value)] as const];
  });

/** A header that the step sets takes the place of ours; `!missing` removes it; a list sends it more than once. */
function override(
  headers: readonly Header[],
  set: Overrides['with']['headers'] & object,
  context: DraftContext,
): readonly Header[] {
  const names = new Set(Object.keys(set).map(name => name.toLowerCase()));
  const kept = headers.filter(([name]) => !names.has(name.toLowerCase()));
  const added = Object.entries(set).flatMap(([name, template]) => {
    const value = resolve(template, context.values, undefined);
    return value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).map(item => [name, String(item)] as const);
  });
  return [...kept, ...added];
}
