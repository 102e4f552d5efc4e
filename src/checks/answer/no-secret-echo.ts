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
      const forms = formsOf(value);
      const holds = (text: string): boolean => forms.some(form => text.includes(form));
      const where = holds(head) ? 'a header' : holds(answer.body.text) ? 'the body' : null;
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

/** A secret as it is, and as encoders write it that hosts are likely to send it through. */
function formsOf(value: string): readonly string[] {
  // What a last group that is not full would become depends on what follows.
  const full = Buffer.from(value).subarray(0, Math.floor(Buffer.byteLength(value) / 3) * 3);
  return [value, encodeURIComponent(value), full.toString('base64'), full.toString('base64url')].filter(
    form => form.length >= 8,
  );
}
