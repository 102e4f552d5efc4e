import { MEDIA } from '../../model/mail.ts';
import { receiveCheck } from '../check.ts';

export const noMail = receiveCheck({
  id: 'no-mail',
  title: 'no mail is sent',
  requirement: 'REQUEST-REFUSED',
  standing: ['no-mail', 'no-sms'],
  evaluate: ({ mails, medium, to }) =>
    mails.length === 0
      ? []
      : [
          {
            message: `${mails.length} ${MEDIA[medium][mails.length === 1 ? 'name' : 'many']} came for ${to} although nothing should have been sent.`,
            expected: 0,
            actual: mails.length,
          },
        ],
});
