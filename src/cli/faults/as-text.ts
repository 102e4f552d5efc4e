import type { Power } from './compute.ts';
import { countFates } from './proxy/mutant-table.ts';

/** The kill table for a terminal: a line for each fault, a line for each check, and the sums. */
export function powerAsText({ table, apart, silenced, mutants }: Power): string {
  const { faults, checks, correct } = table;
  const found = faults.filter(({ killedBy }) => killedBy.length > 0).length;
  const right = faults.filter(({ first }) => first?.right === true).length;
  const accused = correct.reduce((total, { findings }) => total + findings.length, 0);
  const fates = countFates(mutants ?? []);
  return `${[
    ...faults.map(({ id, killedBy, misblamed, first }) => {
      const by = killedBy.length === 0 ? 'survives' : `killed by ${killedBy.join(', ')}`;
      const blame = misblamed.length === 0 ? 'blame right' : 'blame wrong';
      const finding = first === null ? 'no finding' : `first finding ${first.right ? 'right' : 'wrong'}`;
      return `${id}: ${by}; ${blame}; ${finding}`;
    }),
    '',
    ...checks.map(({ check, kills }) => `${check}: ${kills.length === 0 ? 'kills nothing' : `kills ${kills.length}`}`),
    '',
    `Faults: ${found} of ${faults.length} found, the first finding right in ${right}; ${apart.length} listed apart.`,
    `Correct host: ${accused} false findings in ${correct.length} configurations.`,
    `Silenced checks: ${silenced.filter(({ red }) => red).length} of ${silenced.length} noticed.`,
    ...(mutants === null
      ? []
      : [
          `Proxy: ${fates.killed} of ${fates.killed + fates.survived} changes found; ${fates.excused} stay within the contract, ${fates.unmet} met no answer.`,
        ]),
  ].join('\n')}\n`;
}
