import { receiveCheck } from '../check.ts';

export const noMail = receiveCheck({
  id: 'no-mail',
  title: 'no mail is sent',
  requirement: 'REQUEST-REFUSED',
  standing: ['no-mail'],
  evaluate: ({ mails, actor }) =>
    mails.length === 0
      ? []
      : [
          {
            message: `${mails.length} mail${mails.length === 1 ? '' : 's'} came for ${actor.eMail} although nothing should have been sent.`,
            expected: 0,
            actual: mails.length,
          },
        ],
});
