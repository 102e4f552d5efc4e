import type { Contract } from '../contract/catalogue.ts';
import type { Spec } from '../contract/spec.ts';
import { didYouMean } from '../model/guess.ts';
import { type CallStep, SuiteError, select } from '../suite/index.ts';

/** The endpoints that a step is about, with the label that tells them apart. Throws SuiteError when there is none. */
export function targets(step: CallStep, contract: Contract): readonly { spec: Spec; label: string }[] {
  if (step.over === null) {
    const spec = contract.endpoint(step.endpoint);
    if (spec !== undefined) requireReadings(step, spec);
    return spec === undefined ? [] : [{ spec, label: '' }];
  }
  const selected = select(step.over, contract.endpoints);
  if (selected.length === 0)
    throw new SuiteError(step.at, `"over" of the step "${step.id}" selects no endpoint.`, 'Widen the selection.');
  return selected.map(spec => ({ spec, label: spec.endpoint }));
}

/** A question that no source of the endpoint raises would never be answered. */
function requireReadings({ dialect, id, at }: CallStep, { readings, endpoint }: Spec): void {
  for (const [question, names] of Object.entries(dialect)) {
    const published = readings[question];
    const [what, said, known] =
      published === undefined
        ? ['question', question, Object.keys(readings)]
        : ['reading', Object.keys(names).find(name => published[name] === undefined), Object.keys(published)];
    if (said === undefined) continue;
    throw new SuiteError(
      at,
      `the step "${id}" asks ${endpoint} for the ${what} "${said}", which its spec does not have.${didYouMean(said, known)}`,
      known.length === 0 ? 'No source contradicts another there: remove it.' : `Known: ${known.join(', ')}.`,
    );
  }
}
