import { receiveCheck } from '../check.ts';

export const mailSender = receiveCheck({
  id: 'mail-sender',
  title: 'the sender is an address with a domain',
  requirement: 'MAIL-SENDER',
  standing: ['verification-code', 'mail'],
  evaluate: ({ mails }) =>
    mails.flatMap(mail =>
      /^[^@\s]+@[^@\s]+$/.test(mail.from)
        ? []
        : [
            {
              message: `The mail comes from "${mail.from}", which is no address.`,
              expected: 'user@domain',
              actual: mail.from,
            },
          ],
    ),
});
