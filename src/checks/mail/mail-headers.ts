import { receiveCheck } from '../check.ts';

/** Relays log header lines; a code there can be read by more people than the recipient. */
export const mailHeaders = receiveCheck({
  id: 'mail-headers',
  title: 'no header line carries the code',
  requirement: 'MAIL-CODE-PRIVATE',
  standing: ['verification-code'],
  evaluate: ({ mails }) =>
    mails.flatMap(mail => {
      const { code } = mail.code;
      if (code === null) return [];
      const standsAlone = new RegExp(`(?<![0-9A-Za-z])${code}(?![0-9A-Za-z])`);
      return mail.headers
        .filter(
          ([name, value]) =>
            !['date', 'received', 'dkim-signature', 'content-type'].includes(name.toLowerCase()) &&
            standsAlone.test(value),
        )
        .map(([name]) => ({
          message: `The header ${name} of the mail carries the code.`,
          expected: 'the code in the body only',
          actual: name,
        }));
    }),
});
