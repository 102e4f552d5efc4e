import type { Spec } from '../contract/spec.ts';
import type { Header } from '../model/exchange.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { isObject } from '../model/json.ts';
import { signRequest } from '../peers/neuron/sign.ts';
import {
  BODY_ALTERATIONS,
  type CallStep,
  ENCODINGS,
  type Encoding,
  type SignOverride,
  type Template,
  type WithOverride,
} from '../suite/index.ts';
import type { Actor } from './actor.ts';
import { authorization } from './authorization.ts';
import { encodeBody } from './body.ts';
import { type Credentials, defaultOf, membersOf } from './member.ts';
import type { PlannedStep } from './planned.ts';
import { resolve, type Values } from './resolve.ts';

/** A request before it goes over the wire, with the data it was made from. */
export interface Draft {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | string | null;
  /** The body as data; undefined when there is none or its text was altered. */
  readonly sent: Json | undefined;
  /** Built from the contract and altered by nothing. */
  readonly asDocumented: boolean;
}

export interface DraftContext {
  readonly actor: Actor | null;
  readonly values: Values;
  readonly credentials: Credentials;
  /** The `Host` header of requests, the host part of signatures. */
  readonly host: string;
  readonly origin: string;
  readonly nonce: () => string;
}

/** Builds the request of a planned call. Throws Unresolved when a value it needs is not there. */
export function draftRequest(planned: PlannedStep, step: CallStep, spec: Spec, context: DraftContext): Draft {
  const overrides = applyVariant(step, planned.variant);
  const example = spec.examples.request[0] as Json | undefined;
  const { members, parameters } = splitParameters(spec, overrides.send, context, example);
  const plain =
    step.sendWhole === null ? compose(spec, members, context) : resolve(step.sendWhole, context.values, example);
  const signed =
    isObject(plain) && step.sendWhole === null ? sign(plain, spec, members, overrides.sign, context) : plain;
  const encoding = encodingOf(spec, overrides.with, context.values);
  const encoded = encodeBody(signed, encoding, `part-${context.nonce().slice(0, 16)}`);
  const altered = alterBody(overrides.with.body, encoded.bytes, context.values);
  const token = authorization(spec, context.actor, overrides.with.token, context.values);
  const cookie =
    overrides.with.cookie === undefined
      ? spec.auth === 'session'
        ? context.actor?.cookie
        : null
      : resolve(overrides.with.cookie, context.values, undefined);
  const headers: Header[] = [
    ...(encoded.type === null || altered === null ? [] : [['Content-Type', encoded.type] as const]),
    ['Accept', 'application/json'],
    ...(token === null ? [] : [['Authorization', token] as const]),
    ...(cookie === null || cookie === undefined ? [] : [['Cookie', String(cookie)] as const]),
    ...requiredHeaders(spec, parameters, context.origin),
  ];
  const path =
    overrides.with.path === undefined
      ? fillPath(spec.path, parameters)
      : String(resolve(overrides.with.path, context.values, undefined) ?? spec.path);
  return {
    method: overrides.with.method ?? spec.method,
    path,
    headers: overrideHeaders(headers, overrides.with.headers ?? {}, context.values),
    body: altered,
    sent: overrides.with.body === undefined && encoding !== 'none' ? signed : undefined,
    asDocumented:
      step.verb === 'call' &&
      step.sendWhole === null &&
      planned.variant.length === 0 &&
      Object.keys(step.with).length === 0 &&
      encoding === 'json',
  };
}

function applyVariant(
  step: CallStep,
  variant: PlannedStep['variant'],
): { send: Readonly<Record<string, Template>>; sign: SignOverride; with: WithOverride } {
  const send = { ...step.send };
  let sign: SignOverride = step.sign;
  let withed: WithOverride = step.with;
  for (const { path, value } of variant) {
    if (path.startsWith('with.')) {
      const name = path.slice('with.'.length);
      withed =
        name === 'method' && value.kind === 'literal'
          ? { ...withed, method: String(value.value) }
          : { ...withed, [name]: value };
    } else if (path.startsWith('sign.')) {
      const name = path.slice('sign.'.length);
      sign = { ...sign, [name]: name === 'order' ? orderOf(value) : value };
    } else send[path] = value;
  }
  return { send, sign, with: withed };
}

/** `reversed`, or a list of the parts to sign. */
const orderOf = (value: Template): SignOverride['order'] =>
  value.kind === 'list'
    ? value.items.flatMap(item => (item.kind === 'literal' ? [String(item.value)] : []))
    : 'reversed';

type Resolved = Readonly<Record<string, { readonly value: Json | undefined }>>;

/** What the step sets, divided into body members and parameters of path, query and headers. */
function splitParameters(
  spec: Spec,
  send: Readonly<Record<string, Template>>,
  context: DraftContext,
  example: Json | undefined,
): { members: Resolved; parameters: Resolved } {
  const members: Record<string, { value: Json | undefined }> = {};
  const parameters: Record<string, { value: Json | undefined }> = {};
  for (const [name, template] of Object.entries(send)) {
    const into = spec.parameters.some(parameter => parameter.name === name) ? parameters : members;
    into[name] = { value: resolve(template, context.values, isObject(example) ? example[name] : undefined) };
  }
  return { members, parameters };
}

function compose(spec: Spec, members: Resolved, context: DraftContext): JsonObject {
  const body: Record<string, Json> = {};
  for (const { name, required } of membersOf(spec)) {
    const value = Object.hasOwn(members, name)
      ? members[name]?.value
      : required
        ? defaultOf(name, context.actor, context.credentials, context.nonce)
        : undefined;
    if (value !== undefined) body[name] = value;
  }
  for (const [name, { value }] of Object.entries(members)) if (value !== undefined) body[name] = value;
  return body;
}

function sign(
  body: JsonObject,
  spec: Spec,
  members: Resolved,
  override: SignOverride,
  context: DraftContext,
): JsonObject {
  if (spec.sign === 'unknown' || spec.sign.length === 0) return body;
  const resolved = (template: Template | undefined): string | undefined => {
    const value = template && resolve(template, context.values, undefined);
    return value === undefined ? undefined : String(value);
  };
  const nonce = resolved(override.nonce);
  const withNonce = nonce === undefined ? body : { ...body, nonce };
  const [host, secret] = [resolved(override.host), resolved(override.secret)];
  const macs = signRequest(
    spec.sign,
    {
      host: context.host,
      members: withNonce,
      actor: { userName: context.actor?.persona.userName ?? '' },
      secrets: {
        apiSecret: context.credentials.apiSecret ?? '',
        accountPassword: context.actor?.persona.password ?? '',
        keyPassword: context.actor?.persona.password ?? '',
      },
    },
    {
      ...(host === undefined ? {} : { host }),
      ...(secret === undefined ? {} : { key: secret }),
      ...(override.order === undefined ? {} : { order: override.order }),
    },
  );
  const set = Object.fromEntries(Object.entries(macs).filter(([name]) => !Object.hasOwn(members, name)));
  return { ...withNonce, ...set };
}

function encodingOf(spec: Spec, override: WithOverride, values: Values): Encoding {
  const named = override.encoding && resolve(override.encoding, values, undefined);
  const found = ENCODINGS.find(name => name === named);
  if (found !== undefined) return found;
  return spec.body === 'form' || spec.body === 'multipart' ? spec.body : spec.body === 'json' ? 'json' : 'none';
}

function alterBody(
  override: Template | undefined,
  bytes: Uint8Array | string | null,
  values: Values,
): Uint8Array | string | null {
  if (override === undefined) return bytes;
  const value = resolve(override, values, undefined);
  const named = BODY_ALTERATIONS.find(({ id }) => id === value);
  if (named === undefined) return value === undefined ? null : String(value);
  return named.alter(typeof bytes === 'string' ? bytes : '');
}

/** Header parameters: as the step sets them; a required Referer is the target's own address. */
const requiredHeaders = (spec: Spec, parameters: Resolved, origin: string): readonly Header[] =>
  spec.parameters.flatMap(({ name, in: place, required }) => {
    if (place !== 'header') return [];
    const value = Object.hasOwn(parameters, name)
      ? parameters[name]?.value
      : required && name === 'Referer'
        ? `${origin}/`
        : undefined;
    return value === undefined ? [] : [[name, String(value)] as const];
  });

const fillPath = (path: string, parameters: Resolved): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name]?.value ?? '')));

/** A header set by the step takes the place of ours; `!missing` removes it; a list sends it more than once. */
function overrideHeaders(
  headers: readonly Header[],
  override: Readonly<Record<string, Template>>,
  values: Values,
): readonly Header[] {
  const names = new Set(Object.keys(override).map(name => name.toLowerCase()));
  const kept = headers.filter(([name]) => !names.has(name.toLowerCase()));
  const set = Object.entries(override).flatMap(([name, template]) => {
    const value = resolve(template, values, undefined);
    return value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).map(item => [name, String(item)] as const);
  });
  return [...kept, ...set];
}
