import { callCheck } from '../check.ts';

/** The resource stands where the contract has it, whatever it says to this caller. */
export const served = callCheck({
  id: 'served',
  title: 'the resource is there',
  requirement: 'TRANSPORT-POST',
  evaluate: ({ answer, spec }) =>
    answer.status === 404
      ? [{ message: `${spec.path} is not found.`, expected: `${spec.method} ${spec.path}`, actual: 404 }]
      : [],
});
