import { receiveCheck } from '../check.ts';

export const mailOnce = receiveCheck({
  id: 'mail-once',
  title: 'one request sends one mail',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'mail'],
  evaluate: ({ mails, actor }) =>
    mails.length < 2
      ? []
      : [
          {
            message: `${mails.length} mails came for ${actor.eMail} where one request asked for one.`,
            expected: 1,
            actual: mails.length,
          },
        ],
});
