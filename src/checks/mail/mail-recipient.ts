import { receiveCheck } from '../check.ts';

export const mailRecipient = receiveCheck({
  id: 'mail-recipient',
  title: 'the mail goes to that address alone',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'mail'],
  evaluate: ({ mails, actor }) =>
    mails.flatMap(mail => {
      const others = [...mail.envelopeTo, ...mail.to].filter(
        address => address.toLowerCase() !== actor.eMail.toLowerCase(),
      );
      return others.length === 0
        ? []
        : [
            {
              message: `The mail for ${actor.eMail} went to ${others.join(', ')} as well.`,
              expected: [actor.eMail],
              actual: others,
            },
          ];
    }),
});
