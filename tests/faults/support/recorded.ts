import { makeBench, WHOLE } from '../../../src/cli/faults/bench.ts';
import { conduct } from '../../../src/cli/faults/conduct.ts';
import type { Pattern } from '../../../src/contract/notation/index.ts';
import type { Spec } from '../../../src/contract/spec.ts';
import { patternOf } from '../../../src/contract/success.ts';
import type { Answer, Exchange } from '../../../src/model/exchange.ts';
import type { Json } from '../../../src/model/json.ts';
import { startReferenceNeuron } from '../../../src/reference-neuron/index.ts';

/** A good answer of a real run, with the notation that it follows. */
export interface Recorded {
  readonly spec: Spec;
  readonly pattern: Pattern;
  readonly exchange: Exchange;
  readonly answer: Answer;
  readonly value: Json;
}

export const bench = makeBench();

/** The JSON answers of a journey, one of each endpoint. */
export async function recordJourney(): Promise<readonly Recorded[]> {
  const suites = ['domain', 'journey'].map(id => bench.library.suite(id));
  const record = await conduct(
    bench,
    suites,
    WHOLE,
    outlets => startReferenceNeuron({ ...outlets }),
    AbortSignal.timeout(60_000),
  );
  const exchanges = record.suites
    .flatMap(suite => suite.steps)
    .filter(step => step.verb === 'call')
    .flatMap(step => step.exchanges);
  const recorded = exchanges.flatMap((exchange): readonly Recorded[] => {
    const spec = bench.library.contract.endpoint(exchange.endpoint ?? '');
    const pattern = spec === undefined ? null : patternOf(spec, 'answer');
    const { answer } = exchange;
    if (spec === undefined || pattern === null || answer?.value === undefined || answer.status !== 200) return [];
    return [{ spec, pattern, exchange, answer, value: answer.value }];
  });
  return [...new Map(recorded.map(one => [one.spec.endpoint, one])).values()];
}
