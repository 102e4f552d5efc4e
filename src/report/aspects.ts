import { type Exchange, header } from '../model/exchange.ts';
import { type Outcome, worst } from '../model/outcome.ts';
import type { RunRecord } from '../model/run-record.ts';
import { type CheckCase, cases } from './cases.ts';
import { groupBy } from './group.ts';

/** The columns of the matrix. */
export const ASPECTS = ['schema', 'authentication', 'refusals', 'content types', 'XML', 'clock', 'behaviour'] as const;

export type Aspect = (typeof ASPECTS)[number];

/** The first prefix of a check's id says what it is about; what none says is behaviour. */
const PREFIXES: readonly (readonly [prefix: string, aspect: Aspect])[] = [
  ['answer-schema', 'schema'],
  ['undocumented', 'schema'],
  ['request-schema', 'schema'],
  ['dialect', 'schema'],
  ['answer-media-type', 'content types'],
  ['answer-headers', 'content types'],
  ['error-text', 'content types'],
  ['answer-clock', 'clock'],
  ['token-expiry', 'clock'],
  ['token-life', 'clock'],
  ['token', 'authentication'],
  ['challenge', 'authentication'],
  ['indistinguishable', 'refusals'],
  ['refused', 'refusals'],
  ['error', 'refusals'],
];

export interface Cell {
  readonly outcome: Outcome;
  /** Checks made, and how many of them did not pass. */
  readonly made: number;
  readonly broken: number;
  /** The worst case: what the cell links to. */
  readonly worst: CheckCase;
}

export interface MatrixRow {
  readonly endpoint: string;
  readonly cells: ReadonlyMap<Aspect, Cell>;
}

const isXml = ({ request }: Exchange): boolean =>
  /\bxml\b/i.test(`${header(request.headers, 'content-type') ?? ''} ${header(request.headers, 'accept') ?? ''}`);

/** A refusal that proves one of these is about who calls, not about what was asked. */
const IDENTITY = /TOKEN|AUTHENTICAT|JWT|SIGNATURE|NONCE|LOGIN|LOGOUT|PASSWORD|CHALLENGE/;

function aspectOf({ check, step }: CheckCase): Aspect {
  const aspect = PREFIXES.find(([prefix]) => check.startsWith(prefix))?.[1] ?? 'behaviour';
  return aspect === 'refusals' && step.proves.some(id => IDENTITY.test(id)) ? 'authentication' : aspect;
}

function cellOf(own: readonly CheckCase[]): Cell | undefined {
  const outcome = worst(own.map(one => one.outcome));
  const first = own.find(one => one.outcome === outcome);
  return first && { outcome, made: own.length, broken: own.filter(one => one.outcome !== 'pass').length, worst: first };
}

/** Endpoint by aspect, endpoints in alphabetical order; an aspect that nothing judged has no cell. */
export function matrix(record: RunRecord): MatrixRow[] {
  const inXml = new Set(record.suites.flatMap(suite => suite.steps.filter(step => step.exchanges.some(isXml))));
  const byEndpoint = groupBy(
    cases(record).filter(one => one.step.endpoint !== null),
    one => one.step.endpoint ?? '',
  );
  return [...byEndpoint]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([endpoint, own]) => {
      const byAspect = groupBy(own, aspectOf);
      byAspect.set(
        'XML',
        own.filter(one => inXml.has(one.step)),
      );
      const cells = ASPECTS.map((aspect): [Aspect, Cell | undefined] => [aspect, cellOf(byAspect.get(aspect) ?? [])]);
      return { endpoint, cells: new Map(cells.filter((entry): entry is [Aspect, Cell] => entry[1] !== undefined)) };
    });
}
