import { MEDIA } from '../../model/mail.ts';
import { receiveCheck } from '../check.ts';

export const mailRecipient = receiveCheck({
  id: 'mail-recipient',
  title: 'the mail goes to that address alone',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'mail', 'sms-code'],
  evaluate: ({ mails, medium, to }) =>
    mails.flatMap(mail => {
      const others = [...mail.envelopeTo, ...mail.to].filter(address => address.toLowerCase() !== to.toLowerCase());
      return others.length === 0
        ? []
        : [
            {
              message: `The ${MEDIA[medium].name} for ${to} went to ${others.join(', ')} as well.`,
              expected: [to],
              actual: others,
              ...(medium === 'sms' && { requirement: 'CREATE-PHONE' }),
            },
          ];
    }),
});
