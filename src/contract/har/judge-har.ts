import type { Spec } from '../spec.ts';
import type { Side } from '../success.ts';
import type { SchemaError, Validators } from '../validators.ts';
import { endpointAt } from './match-path.ts';
import { type HarBody, type HarExchange, readHar } from './read-har.ts';

/** What the contract says of one recorded exchange. */
export interface ExchangeJudgement {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Null when the contract has no such endpoint. */
  readonly endpoint: string | null;
  readonly violations: readonly (SchemaError & { readonly side: Side })[];
  /** Pointers of answer members that the contract does not name: worth knowing, no violation. */
  readonly undocumented: readonly string[];
  /** What was not judged and why. */
  readonly notes: readonly string[];
}

/**
 * Judges every `/Agent/` exchange of a HAR file. An answer is judged when the call succeeded; a request too, since a
 * host has to refuse one that breaks its schema, and a refusal is then as it should be.
 */
export const judgeHar = (
  har: unknown,
  endpoints: readonly Spec[],
  validators: Validators,
): readonly ExchangeJudgement[] =>
  readHar(har).map(exchange =>
    judgeExchange(exchange, endpointAt(endpoints, exchange.method, exchange.path), validators),
  );

function judgeExchange(exchange: HarExchange, spec: Spec | undefined, validators: Validators): ExchangeJudgement {
  const { method, path, status } = exchange;
  const base = { method, path, status, endpoint: spec?.endpoint ?? null };
  const silent = { ...base, violations: [], undocumented: [] };
  if (spec === undefined) return { ...silent, notes: [`the contract has no ${method} ${path}`] };
  if (status < 200 || status > 299) return { ...silent, notes: [`refused with ${status}, so neither side is judged`] };
  const request = judgeSide(spec, 'request', exchange.request, validators);
  const answer = judgeSide(spec, 'answer', exchange.answer, validators);
  return {
    ...base,
    violations: [...request.violations, ...answer.violations],
    undocumented: answer.value === undefined ? [] : validators.undocumented(spec.endpoint, answer.value),
    notes: [...request.notes, ...answer.notes],
  };
}

interface SideJudgement {
  readonly value?: unknown;
  readonly violations: ExchangeJudgement['violations'];
  readonly notes: readonly string[];
}

function judgeSide(spec: Spec, side: Side, body: HarBody, validators: Validators): SideJudgement {
  const read = readJson(body);
  if (read.kind === 'other')
    return { violations: [], notes: [`the ${side} is ${read.type || 'of no type'}, and only JSON is judged`] };
  if (read.kind === 'broken') {
    const error = {
      side,
      pointer: '',
      keyword: 'json',
      message: `must be JSON: ${read.reason}`,
      expected: 'JSON',
    } as const;
    return { violations: [error], notes: [] };
  }
  const errors = validators[side](spec.endpoint, read.value);
  if (errors !== null) return { value: read.value, violations: errors.map(error => ({ ...error, side })), notes: [] };
  return {
    value: read.value,
    violations: [],
    notes: body === null ? [] : [`the contract does not describe the ${side}`],
  };
}

type Read = { kind: 'json'; value: unknown } | { kind: 'broken'; reason: string } | { kind: 'other'; type: string };

function readJson(body: HarBody): Read {
  if (body === null) return { kind: 'json', value: undefined };
  if (!/[/+]json$/.test(body.type)) return { kind: 'other', type: body.type };
  try {
    return { kind: 'json', value: JSON.parse(body.text) };
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
}
