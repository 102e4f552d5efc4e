import { DIALECTS, listFaults } from '../../reference-neuron/index.ts';
import { type Bench, suitesByEndpoint } from './bench.ts';
import { mutantsOf } from './proxy/derive.ts';
import { type Mutant, NEUTRAL } from './proxy/mutant.ts';
import { type Task, task } from './task.ts';

/** Everything that one computation of the detection power runs. */
export interface Tasks {
  /** The correct host, in each reading of each dialect. */
  readonly correct: readonly Task[];
  readonly faults: readonly Task[];
  /** The correct host behind a proxy that changes nothing. */
  readonly neutral: Task;
  readonly mutants: readonly Task[];
}

export function tasksOf(bench: Bench): Tasks {
  const all = bench.suites.map(({ id }) => id);
  const callers = suitesByEndpoint(bench);
  const suitesFor = (endpoint: string): readonly string[] =>
    endpoint === '*' ? all : (callers.get(endpoint) ?? []).map(({ id }) => id);
  return {
    correct: [
      task('correct', all),
      ...DIALECTS.flatMap(({ id, values }) => values.slice(1).map(value => reading(id, value))),
    ],
    faults: listFaults()
      .filter(({ endpoint }) => suitesFor(endpoint).length > 0)
      .map(({ id, endpoint }) => task(id, suitesFor(endpoint), { faults: [id] })),
    neutral: task('neutral proxy', all, { mutant: NEUTRAL }),
    mutants: [...callers.keys()]
      .sort()
      .flatMap(endpoint => mutantsAt(bench, endpoint).map(mutant => task(mutant.id, suitesFor(endpoint), { mutant }))),
  };

  function reading(question: string, value: string): Task {
    return task(`${question}=${value}`, all, { dialect: { [question]: value } });
  }
}

function mutantsAt({ library }: Bench, endpoint: string): readonly Mutant[] {
  const spec = library.contract.endpoint(endpoint);
  return spec === undefined ? [] : mutantsOf(spec);
}
