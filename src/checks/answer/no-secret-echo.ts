import { callCheck } from '../check.ts';

/** What only the caller and the host may know never comes back: not in headers, not in error texts. */
export const noSecretEcho = callCheck({
  id: 'no-secret-echo',
  title: 'the answer repeats no secret',
  requirement: 'ANSWER-NO-SECRETS',
  standing: ['call', 'refuse'],
  evaluate: ({ answer, secrets, spec }) => {
    const head = answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
    return secrets.flatMap(({ name, value }) => {
      const where = head.includes(value) ? 'a header' : answer.body.text.includes(value) ? 'the body' : null;
      return where === null
        ? []
        : [
            {
              message: `${spec.endpoint} repeats the secret ${name} in ${where} of its answer.`,
              expected: 'no secret',
              actual: name,
            },
          ];
    });
  },
});
