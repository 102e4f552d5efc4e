import { MEDIA } from '../../model/mail.ts';
import { receiveCheck } from '../check.ts';

/** Not a word on how soon: the step's deadline says that, and blame for a missing mail is decided by the probe. */
export const mailArrives = receiveCheck({
  id: 'mail-arrives',
  title: 'the mail arrives',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'mail', 'sms-code'],
  evaluate: ({ mails, medium, to }) =>
    mails.length > 0
      ? []
      : [{ message: `No ${MEDIA[medium].name} came for ${to}.`, expected: `one ${MEDIA[medium].name}`, actual: 0 }],
});
