import type { Power } from './compute.ts';
import { countFates } from './proxy/mutant-table.ts';

/** `docs/detection.json`: everything of the kill table that does not change from one computation to the next. */
export function powerAsJson({ digest, table, apart, silenced, mutants }: Power): string {
  const said = {
    digest,
    found: table.faults.filter(({ killedBy }) => killedBy.length > 0).length,
    seeded: table.faults.length,
    falseFindings: table.correct.reduce((total, { findings }) => total + findings.length, 0),
    correct: table.correct.map(({ name }) => name),
    faults: table.faults.map(({ id, endpoint, breaks, suites, killedBy, first, misblamed }) => ({
      id,
      endpoint,
      breaks,
      suites,
      killedBy,
      blame: misblamed.length === 0 ? 'right' : 'wrong',
      first: first === null ? null : first.right ? 'right' : 'wrong',
    })),
    checks: Object.fromEntries(table.checks.map(({ check, kills }) => [check, kills])),
    elsewhere: table.elsewhere.map(({ id, check, whose, shown }) => ({ id, check, whose, shown })),
    silenced,
    apart: apart.map(({ id, needs }) => ({ id, needs })),
    ...(mutants !== null && {
      proxy: {
        ...countFates(mutants),
        survivors: mutants
          .filter(({ fate }) => fate !== 'killed')
          .map(({ id, fate, reason }) => ({ id, fate, reason })),
      },
    }),
  };
  return `${JSON.stringify(said, null, 1)}\n`;
}
