import { receiveCheck } from '../check.ts';

/** Not a word on how soon: the step's deadline says that, and blame for a missing mail is decided by the probe. */
export const mailArrives = receiveCheck({
  id: 'mail-arrives',
  title: 'the mail arrives',
  requirement: 'CREATE-MAILS',
  standing: ['verification-code', 'mail'],
  evaluate: ({ mails, actor }) =>
    mails.length > 0 ? [] : [{ message: `No mail came for ${actor.eMail}.`, expected: 'one mail', actual: 0 }],
});
