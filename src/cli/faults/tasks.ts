import { DIALECTS, listFaults } from '../../reference-neuron/index.ts';
import { type Bench, quickestOf, type Scope, suitesByEndpoint, WHOLE } from './bench.ts';
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
  /** Each change in the one suite that most likely shows it, and in all that call the endpoint. */
  readonly mutants: readonly { readonly quick: Task; readonly whole: Task }[];
}

export function tasksOf(bench: Bench): Tasks {
  const all = bench.suites.map(({ id }) => id);
  const callers = suitesByEndpoint(bench);
  const at = (endpoint: string): { suites: readonly string[]; scope: Scope } =>
    endpoint === '*'
      ? { suites: all, scope: WHOLE }
      : { suites: (callers.get(endpoint) ?? []).map(({ id }) => id), scope: { ...WHOLE, endpoint } };
  return {
    correct: [
      task('correct', all),
      task('correct in XML', all, { scope: IN_XML }),
      ...DIALECTS.flatMap(({ id, values }) =>
        values.slice(1).map(value => task(`${id}=${value}`, all, { dialect: { [id]: value } })),
      ),
    ],
    faults: listFaults().flatMap(({ id, endpoint }) => {
      const { suites, scope } = at(endpoint);
      return suites.length === 0 ? [] : [task(id, suites, { scope, faults: [id] })];
    }),
    neutral: task('neutral proxy', all, { mutant: NEUTRAL }),
    mutants: [...callers].flatMap(([endpoint, suites]) => {
      const { suites: every, scope } = at(endpoint);
      const quickest = quickestOf(bench, suites, endpoint);
      // Where no suite gets a success, only refusals can be changed.
      const possible = mutantsAt(bench, endpoint).filter(
        ({ act }) => quickest !== null || ('of' in act && act.of === 'refusal'),
      );
      return possible.map(mutant => ({
        quick: task(mutant.id, quickest === null ? every : [quickest.id], { scope, mutant }),
        whole: task(mutant.id, every, { scope, mutant }),
      }));
    }),
  };
}

const IN_XML: Scope = { ...WHOLE, encoding: 'xml' };

/** The same task with requests and answers in XML. */
export const inXml = (given: Task): Task => ({
  ...given,
  name: `${given.name} in XML`,
  scope: { ...given.scope, encoding: 'xml' },
});

function mutantsAt({ library }: Bench, endpoint: string): readonly Mutant[] {
  const spec = library.contract.endpoint(endpoint);
  return spec === undefined ? [] : mutantsOf(spec);
}
