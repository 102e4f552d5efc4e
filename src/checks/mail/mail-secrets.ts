import { receiveCheck } from '../check.ts';
import { nameOf } from '../words.ts';

/** Mail travels in clear: it carries the code and nothing else that opens an account. */
export const mailSecrets = receiveCheck({
  id: 'mail-secrets',
  title: 'the mail holds no password, token or key',
  requirement: 'ANSWER-NO-SECRETS',
  standing: ['verification-code', 'mail', 'sms-code'],
  evaluate: ({ mails, secrets }) =>
    mails.flatMap(mail => {
      const whole = [
        mail.subject,
        mail.text,
        mail.html ?? '',
        ...mail.headers.map(([name, value]) => `${name}: ${value}`),
      ].join('\n');
      return secrets
        .filter(({ value }) => whole.includes(value))
        .map(({ name }) => ({
          message: `${nameOf(mail)} holds the secret ${name}.`,
          expected: 'no secret',
          actual: name,
        }));
    }),
});
