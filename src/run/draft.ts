import type { Spec } from '../contract/spec.ts';
import type { Header } from '../model/exchange.ts';
import { isObject, type Json } from '../model/json.ts';
import {
  BODY_ALTERATIONS,
  type CallStep,
  ENCODINGS,
  type Encoding,
  type Reading,
  type Template,
  type WithOverride,
} from '../suite/index.ts';
import { encodeBody } from './body.ts';
import { compose, divide, type Resolved } from './compose.ts';
import type { DraftContext } from './draft-context.ts';
import { headersOf } from './headers.ts';
import { type Overrides, overridesOf } from './overrides.ts';
import type { PlannedStep } from './planned.ts';
import { resolve, type Values } from './resolve.ts';
import { signBody } from './sign-body.ts';

/** A request before it goes over the wire, with the data it was made from. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | string | null;
  /** The body as data; undefined when there is none or its text was altered. */
  readonly sent: Json | undefined;
}

/** The request of a planned call. */
export interface Draft extends WireRequest {
  /** Built from the contract and altered by nothing. */
  readonly asDocumented: boolean;
}

/** Builds the request of a planned call under one reading. Throws Unresolved when a value it needs is not there. */
export function draftRequest(
  planned: PlannedStep,
  step: CallStep,
  spec: Spec,
  reading: Reading | null,
  context: DraftContext,
): Draft {
  const overrides = overridesOf(step, planned.variant, reading);
  const encoding = encodingOf(spec, overrides.with, context);
  const untouched =
    step.sendWhole === null &&
    planned.variant.length === 0 &&
    Object.keys(step.with).length === 0 &&
    reading === null &&
    (encoding === 'json' || encoding === context.encoding);
  return {
    ...requestOf(spec, overrides, step.sendWhole, context),
    asDocumented: step.verb === 'call' && untouched,
  };
}

/** The request of an endpoint with what is set in it; `sendWhole` takes the place of the whole body. */
export function requestOf(
  spec: Spec,
  overrides: Overrides,
  sendWhole: Template | null,
  context: DraftContext,
): WireRequest {
  const { members, parameters } = divide(spec, overrides.send, context);
  const example = spec.examples.request[0] as Json | undefined;
  const whole = sendWhole === null ? null : { value: resolve(sendWhole, context.values, example) };
  const plain = whole === null ? compose(spec, members, context) : whole.value;
  const signed = whole === null && isObject(plain) ? signBody(plain, spec, members, overrides.sign, context) : plain;
  const encoding = encodingOf(spec, overrides.with, context);
  const encoded = encodeBody(signed, encoding, spec, () => `part-${context.nonce().slice(0, 16)}`);
  const body = alterBody(overrides.with.body, encoded.bytes, context.values);
  return {
    method: overrides.with.method ?? spec.method,
    path: pathOf(spec, overrides.with, parameters, context.values),
    headers: headersOf(spec, body === null ? null : encoded.type, parameters, overrides, context),
    body,
    sent: overrides.with.body === undefined && encoding !== 'none' ? signed : undefined,
  };
}

function encodingOf(spec: Spec, override: WithOverride, { values, encoding }: DraftContext): Encoding {
  const named = override.encoding && resolve(override.encoding, values, undefined);
  const found = ENCODINGS.find(name => name === named);
  if (found !== undefined) return found;
  if (spec.body === 'json' && encoding === 'xml' && spec.xml.requestPattern !== null) return 'xml';
  return spec.body === 'form' || spec.body === 'multipart' || spec.body === 'json' ? spec.body : 'none';
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

function pathOf(spec: Spec, override: WithOverride, parameters: Resolved, values: Values): string {
  if (override.path !== undefined) return String(resolve(override.path, values, undefined) ?? spec.path);
  return spec.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters[name]?.value ?? '')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
  );
}
