import { atPointer } from '../../model/json.ts';
import { callCheck } from '../check.ts';

/** A member that no source names breaks nobody; it is noted so that the contract can learn of it. */
export const undocumentedMember = callCheck({
  id: 'undocumented-member',
  title: 'the answer has no member that no source names',
  requirement: null,
  standing: ['call'],
  applies: spec => spec.answers.some(answer => answer.kind === 'json'),
  evaluate: ({ answer, value, named, spec, validators }) =>
    answer.status < 200 || answer.status >= 300 || value === undefined
      ? []
      : validators.undocumented(spec.endpoint, named).map(pointer => ({
          message: `The answer of ${spec.endpoint} has the undocumented member "${pointer}".`,
          pointer,
          actual: atPointer(value, pointer) ?? null,
          blame: 'contract',
          as: 'note',
        })),
});
