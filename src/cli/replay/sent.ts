import type { Exchange } from '../../model/exchange.ts';
import type { RunRecord, StepRecord, SuiteRecord } from '../../model/run-record.ts';
import { actorsOf } from './actors.ts';

/** What was sent up to the finding: how its accounts came to be, then its suite without other steps that were to be refused. */
export function sentUpTo(record: RunRecord, suiteId: string, stepId: string, exchangeId: string | null): Exchange[] {
  const suite = record.suites.find(({ id }) => id === suiteId);
  const own = suite === undefined ? [] : upTo(suite, stepId).flatMap(step => step.exchanges);
  const end = own.findIndex(({ id }) => id === exchangeId);
  const chain = end < 0 ? own : own.slice(0, end + 1);
  const actors = new Set(chain.map(({ actor }) => actor));
  const providers = record.suites.filter(
    ({ id }) => id !== suiteId && [...actors].some(actor => id.endsWith(`/${actor}`)),
  );
  return relevant([...providers.flatMap(({ steps }) => steps.flatMap(step => step.exchanges)), ...chain]);
}

/** Without actors that have nothing to do with the one of the last exchange: who writes to whom is in the bodies. */
function relevant(chain: readonly Exchange[]): Exchange[] {
  const accounts = actorsOf(chain);
  const mentions = (actor: string | null, userName: string): boolean =>
    chain.some(one => one.actor === actor && one.request.body?.text.includes(userName) === true);
  const kept = new Set([chain.at(-1)?.actor]);
  for (let size = 0; size !== kept.size; ) {
    size = kept.size;
    for (const { actor, userName } of accounts) {
      const own = accounts.filter(one => kept.has(one.actor));
      if (own.some(one => mentions(one.actor, userName) || mentions(actor, one.userName))) kept.add(actor);
    }
  }
  return chain.filter(({ actor }) => actor === null || kept.has(actor));
}

const upTo = ({ steps }: SuiteRecord, stepId: string): StepRecord[] =>
  steps
    .slice(0, steps.findIndex(({ id }) => id === stepId) + 1)
    .filter(({ id, verb }) => id === stepId || verb !== 'refuse');
