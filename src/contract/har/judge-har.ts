import type { Spec } from '../spec.ts';
import type { Side } from '../success.ts';
import type { SchemaError, Validators } from '../validators.ts';
import { endpointAt } from './match-path.ts';
import { type ParseXml, readBody } from './read-body.ts';
import { type HarBody, type HarExchange, readHar } from './read-har.ts';

/** What judging a HAR file takes. */
export interface HarTools {
  readonly endpoints: readonly Spec[];
  readonly validators: Validators;
  readonly parseXml: ParseXml;
}

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
export const judgeHar = (har: unknown, tools: HarTools): readonly ExchangeJudgement[] =>
  readHar(har).map(exchange =>
    judgeExchange(exchange, endpointAt(tools.endpoints, exchange.method, exchange.path), tools),
  );

function judgeExchange(exchange: HarExchange, spec: Spec | undefined, tools: HarTools): ExchangeJudgement {
  const { method, path, status } = exchange;
  const base = { method, path, status, endpoint: spec?.endpoint ?? null };
  const silent = { ...base, violations: [], undocumented: [] };
  if (spec === undefined) return { ...silent, notes: [`the contract has no ${method} ${path}`] };
  if (status < 200 || status > 299) return { ...silent, notes: [`refused with ${status}, so neither side is judged`] };
  const request = judgeSide(spec, 'request', exchange.request, tools);
  const answer = judgeSide(spec, 'answer', exchange.answer, tools);
  return {
    ...base,
    violations: [...request.violations, ...answer.violations],
    undocumented: answer.value === undefined ? [] : tools.validators.undocumented(spec.endpoint, answer.value),
    notes: [...request.notes, ...answer.notes],
  };
}

interface SideJudgement {
  readonly value?: unknown;
  readonly violations: ExchangeJudgement['violations'];
  readonly notes: readonly string[];
}

function judgeSide(spec: Spec, side: Side, body: HarBody, { validators, parseXml }: HarTools): SideJudgement {
  const read = readBody(spec, side, body, parseXml);
  if (read.kind === 'skipped') return { violations: [], notes: [`the ${side} is not judged: ${read.reason}`] };
  if (read.kind === 'broken') {
    const error = {
      side,
      pointer: '',
      keyword: read.form,
      message: `must be ${read.form}: ${read.reason}`,
      expected: read.form,
    };
    return { violations: [error], notes: [] };
  }
  const errors = validators[side](spec.endpoint, read.value);
  const silent = errors === null && body !== null;
  return {
    value: read.value,
    violations: (errors ?? []).filter(error => !read.isHidden(error.pointer)).map(error => ({ ...error, side })),
    notes: silent ? [`the contract does not describe the ${side}`] : [],
  };
}
