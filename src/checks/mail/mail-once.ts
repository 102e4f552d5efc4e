import { MEDIA } from '../../model/mail.ts';
import { receiveCheck } from '../check.ts';

export const mailOnce = receiveCheck({
  id: 'mail-once',
  title: 'one request sends one mail',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'mail', 'sms-code'],
  evaluate: ({ mails, medium, to }) =>
    mails.length < 2
      ? []
      : [
          {
            message: `${mails.length} ${MEDIA[medium][mails.length === 1 ? 'name' : 'many']} came for ${to} where one request asked for one.`,
            expected: 1,
            actual: mails.length,
          },
        ],
});
