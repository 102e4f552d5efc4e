import { callCheck } from '../check.ts';

/** What the step itself expects of the answer's members. */
export const expected = callCheck({
  id: 'expected',
  title: 'the answer says what the step expects',
  requirement: null,
  evaluate: ({ answer, mismatches, verb }) =>
    verb === 'call' && (answer.status < 200 || answer.status >= 400) ? [] : mismatches,
});
