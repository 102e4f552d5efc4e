import { callCheck } from '../check.ts';

/** What the step expects of the headers and the type of the answer. */
export const answerHeaders = callCheck({
  id: 'answer-headers',
  title: 'the headers are as the step expects',
  requirement: null,
  evaluate: ({ envelope }) => envelope?.headers ?? [],
});
