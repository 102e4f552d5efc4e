import { receiveCheck } from '../check.ts';
import { nameOf } from '../words.ts';

/** A person, and so a client, must be able to tell which number is the code. */
export const mailCode = receiveCheck({
  id: 'mail-code',
  title: 'the mail holds one code',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'sms-code'],
  evaluate: ({ mails }) =>
    mails.flatMap(mail =>
      mail.code.code === null
        ? [
            {
              message: `${nameOf(mail)} holds no code that can be told for sure: ${mail.code.why}`,
              expected: 'one code',
              actual: mail.code.candidates.map(({ code }) => code),
            },
          ]
        : [],
    ),
});
