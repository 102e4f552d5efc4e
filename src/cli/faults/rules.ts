import type { KillTable } from './table.ts';

/** What is wrong with a table, a sentence each; none when every rule holds. */
export function complaintsOf({ faults, checks, correct, elsewhere }: KillTable): readonly string[] {
  return [
    ...correct.flatMap(({ name, findings }) =>
      findings.map(
        ({ check, requirement, place, message }) =>
          `False finding on the correct host (${name}): ${check} at ${place} says of ${requirement ?? 'no requirement'}: ${message}`,
      ),
    ),
    ...faults
      .filter(({ killedBy }) => killedBy.length === 0)
      .map(({ id, endpoint, suites, first }) => {
        if (suites.length === 0) return `${id} survives: no suite calls ${endpoint}.`;
        if (first === null) return `${id} survives: nothing is found.`;
        const { check, requirement, outcome, place } = first.finding;
        return `${id} survives: found is only ${requirement ?? 'no requirement'} as ${outcome} by ${check} at ${place}.`;
      }),
    ...faults.flatMap(({ id, misblamed }) =>
      misblamed.map(
        ({ check, blame, place, message }) =>
          `${id} has a wrong blame (${blame ?? 'nobody'}): ${check} at ${place}: ${message}`,
      ),
    ),
    ...elsewhere
      .filter(({ shown }) => !shown)
      .map(({ id, check, whose }) => `${id} is not shown by ${check} with the blame ${whose}.`),
    ...checks.filter(({ kills }) => kills.length === 0).map(({ check }) => killsNothing(check)),
  ];
}

export const killsNothing = (check: string): string => `The check ${check} kills nothing.`;
