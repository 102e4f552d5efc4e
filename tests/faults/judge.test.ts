import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { asNamed, CHECKS } from '../../src/checks/index.ts';
import { matchPattern } from '../../src/contract/notation/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { isObject, type Json } from '../../src/model/json.ts';
import { judge } from '../../src/run/judge.ts';
import { bare, type Node, nodesOf, put } from './support/nodes.ts';
import { bench, type Recorded, recordJourney } from './support/recorded.ts';

/** The checks that hold an answer against its notation; others judge what it says. */
const OF_NOTATION = ['answer-schema', 'undocumented-member'];
const LEVELS = new Map(bench.library.contract.requirements().map(({ id, level }) => [id, level]));
const BY_ID = new Map(CHECKS.map(check => [check.id, check]));
const RUNS = 1_000;

let journey: readonly Recorded[] = [];

beforeAll(async () => {
  journey = await recordJourney();
}, 60_000);

/** Of an acknowledgement nothing is asked: hosts send an empty object or nothing at all. */
const isNothing = ({ pattern }: Recorded, value: Json | undefined): boolean =>
  pattern.kind === 'object' && pattern.members.length === 0 && (value ?? null) === null;

const inNotation = (recorded: Recorded, value: Json | undefined): boolean =>
  isNothing(recorded, value) || matchPattern(recorded.pattern, value, { now: new Date() }).outcome !== 'no-match';

function findings({ spec, exchange, answer }: Recorded, value: Json | undefined): readonly Finding[] {
  const { value: _old, ...bodied } = answer;
  const evidence = {
    verb: 'call' as const,
    spec,
    exchange,
    answer: { ...bodied, ...(value !== undefined && { value }) },
    sent: undefined,
    value,
    named: value === undefined ? undefined : asNamed(spec, value),
    asDocumented: true,
    actor: null,
    mismatches: [],
    envelope: null,
    readings: {},
    actors: new Map(),
    earlier: new Map(),
    seenTokens: new Set<string>(),
    secrets: [],
    skew: 0,
    validators: bench.validators,
  };
  const place = { suite: 'recorded', step: spec.endpoint, endpoint: spec.endpoint, exchange: exchange.id };
  return judge(OF_NOTATION, evidence, [], place, { checks: BY_ID, levels: LEVELS }).findings;
}

function answerOf(endpoint: string): Recorded {
  const recorded = journey.find(({ spec }) => spec.endpoint === endpoint);
  if (recorded === undefined) throw new Error(`the journey has no answer of ${endpoint}`);
  return recorded;
}

/** Any place of any answer of the journey. */
const anyPlace = fc
  .nat()
  .map(at => journey[at % journey.length])
  .chain(recorded => {
    if (recorded === undefined) throw new Error('the journey gave no answers');
    return fc.constantFrom(...nodesOf(recorded.pattern, recorded.value)).map(node => ({ recorded, node }));
  });

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    [],
    {},
    0,
    1,
    -1,
    1.5,
    true,
    false,
    '0',
    'abc',
    '2026-11-21T12:00:00Z',
    1722587531000,
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

const anyName = fc.stringMatching(/^[A-Za-z]{1,8}$/);

/** What can be done to one place, as the whole answer that comes of it. */
const changes = ({ value }: Recorded, { path, value: held }: Node) =>
  fc.oneof(
    anyValue.map(other => put(value, path, other)),
    fc.constant(path.length === 0 ? value : put(value, path, undefined)),
    fc.constant(Array.isArray(held) ? put(value, path, [...held, ...held]) : put(value, path, [held])),
    fc
      .tuple(anyName, anyValue)
      .map(([name, added]) =>
        isObject(held) && !Object.hasOwn(held, name) ? put(value, path, { ...held, [name]: added }) : value,
      ),
  );

it('takes the recorded answers as they are', () => {
  expect(journey.length).toBeGreaterThanOrEqual(9);
  for (const recorded of journey) {
    expect([recorded.spec.endpoint, inNotation(recorded, recorded.value)]).toEqual([recorded.spec.endpoint, true]);
    expect(findings(recorded, recorded.value)).toEqual([]);
  }
});

it('finds every single change that leaves the notation', () => {
  let left = 0;
  fc.assert(
    fc.property(
      anyPlace.chain(({ recorded, node }) =>
        changes(recorded, node).map(value => [recorded.spec.endpoint, value] as const),
      ),
      ([endpoint, value]) => {
        const recorded = answerOf(endpoint);
        fc.pre(!inNotation(recorded, value));
        left += 1;
        expect(findings(recorded, value)).not.toEqual([]);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(left).toBe(RUNS);
});

it('says nothing of a single change that stays in the notation', () => {
  fc.assert(
    fc.property(
      anyPlace.chain(({ recorded, node }) =>
        harmless(recorded, node).map(value => [recorded.spec.endpoint, value] as const),
      ),
      ([endpoint, value]) => {
        const recorded = answerOf(endpoint);
        fc.pre(inNotation(recorded, value));
        expect(findings(recorded, value)).toEqual([]);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

/**
 * Changes as a host could make them that keeps the notation: other values in the form in which hosts write the type,
 * a member away. Which of them really stay inside is the matcher's to say.
 */
function harmless({ value }: Recorded, { path, pattern }: Node): fc.Arbitrary<Json | undefined> {
  const away = fc.constant(path.length === 0 ? value : put(value, path, undefined));
  const inner = bare(pattern);
  if (inner.kind !== 'type') return away;
  return fc.oneof(
    away,
    fc.constant(put(value, path, null)),
    written(inner.type).map(other => put(value, path, other)),
  );
}

/** Values of a type as hosts write them in JSON. */
function written(type: string): fc.Arbitrary<Json> {
  switch (type) {
    case 'Int':
      return fc.integer();
    case 'Num':
    case 'Double':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'Bool':
      return fc.boolean();
    case 'DateTime':
    case 'DateTimeUtc':
      return fc.oneof(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2037-01-01') }).map(date => date.toISOString()),
      );
    default:
      return fc.string();
  }
}
