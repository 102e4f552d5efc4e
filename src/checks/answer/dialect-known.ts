import { callCheck } from '../check.ts';

/** Where sources disagree the host may follow any of them, but not none. */
export const dialectKnown = callCheck({
  id: 'dialect-known',
  title: 'the host follows one of the published readings',
  requirement: null,
  evaluate: ({ readings, answer, spec }) =>
    Object.entries(readings).flatMap(([question, reading]) =>
      reading !== null
        ? []
        : [
            {
              message: `${spec.endpoint} follows none of the published readings of "${question}": it answered ${answer.status}.`,
              expected: Object.keys(spec.readings[question] ?? {}),
              actual: answer.status,
            },
          ],
    ),
});
