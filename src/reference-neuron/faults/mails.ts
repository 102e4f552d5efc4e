import type { Letter } from '../mail/letter.ts';
import { letters } from './decisions.ts';
import type { Fault } from './fault.ts';

/** What is sent in place of one letter with a code. */
const sent = (
  id: string,
  text: string,
  breaks: readonly string[],
  send: (letter: Letter) => readonly { item: Letter; delay: number }[],
): Fault =>
  letters(id, 'Account/Create', text, breaks, ({ dispatch }) => ({
    dispatch: letter => (letter.kind === 'code' ? send(letter) : dispatch(letter)),
  }));

/** A letter with a code that was changed on its way. */
const changed = (
  id: string,
  text: string,
  breaks: readonly string[],
  change: (letter: Letter) => Partial<Letter>,
): Fault => sent(id, text, breaks, letter => [{ item: { ...letter, ...change(letter) }, delay: 0 }]);

const codeOf = ({ text }: Letter): string => /\d{6}/.exec(text)?.[0] ?? '';

const LATE = 75_000;

const RESEND = 'Account/ResendVerificationCodes';

/** What goes wrong with mail. */
export const mails: readonly Fault[] = [
  sent('mail-never-sent', 'No code is mailed.', ['CREATE-MAILS'], () => []),
  sent('mail-sent-twice', 'Each code is mailed twice.', ['CREATE-MAILS', 'RESEND-PENDING'], letter => [
    { item: letter, delay: 0 },
    { item: letter, delay: 50 },
  ]),
  sent('mail-late', 'The code is mailed after more than a minute.', ['CREATE-MAILS'], letter => [
    { item: letter, delay: LATE },
  ]),
  changed(
    'mail-to-another-mailbox',
    'The code goes to another mailbox of the same domain.',
    ['CREATE-MAILS'],
    ({ to }) => ({ to: `postmaster@${to.split('@')[1] ?? ''}` }),
  ),
  changed(
    'mail-copied-to-postmaster',
    'The code goes to the postmaster of the domain as well.',
    ['CREATE-MAILS'],
    ({ to }) => ({ to: `${to}, postmaster@${to.split('@')[1] ?? ''}` }),
  ),
  changed(
    'mail-to-mangled-address',
    'The first letter of the address is lost on the way.',
    ['CREATE-MAILS'],
    ({ to }) => ({ to: to.slice(1) }),
  ),
  changed('mail-without-code', 'The mail has no code in it.', ['CREATE-MAILS'], letter => ({
    text: letter.text.replaceAll(codeOf(letter), 'on its way'),
    html: letter.html.replaceAll(codeOf(letter), 'on its way'),
  })),
  changed(
    'mail-with-wrong-code',
    'The code in the mail is not the one that the host waits for.',
    ['CREATE-MAILS', 'VERIFY-ENABLES'],
    letter => {
      const wrong = codeOf(letter) === '135791' ? '135792' : '135791';
      return {
        text: letter.text.replaceAll(codeOf(letter), wrong),
        html: letter.html.replaceAll(codeOf(letter), wrong),
      };
    },
  ),
  changed('mail-code-in-subject', 'The code stands in the subject.', ['MAIL-CODE-PRIVATE'], letter => ({
    subject: `${letter.subject} ${codeOf(letter)}`,
  })),
  changed('mail-code-in-header', 'The code stands in a header line.', ['MAIL-CODE-PRIVATE'], letter => ({
    headers: { ...letter.headers, 'X-Verification-Code': codeOf(letter) },
  })),
  changed('mail-code-in-message-id', 'The code stands in the message id.', ['MAIL-CODE-PRIVATE'], letter => ({
    headers: { ...letter.headers, 'Message-ID': `<${codeOf(letter)}.${letter.to.length}@neuron.example>` },
  })),
  changed('mail-from-nobody', 'The mail names no sender.', ['MAIL-SENDER'], () => ({
    from: 'Neuron',
  })),
  letters('mail-always-swedish', 'Account/Create', 'Every mail is in Swedish.', ['CREATE-LANGUAGE'], () => ({
    language: () => 'sv',
  })),
  letters('mail-always-english', 'Account/Create', 'Every mail is in English.', ['CREATE-LANGUAGE'], () => ({
    language: () => 'en',
  })),
  letters(
    'mail-languages-exchanged',
    'Account/Create',
    'English and Swedish are exchanged.',
    ['CREATE-LANGUAGE'],
    ({ language }) => ({
      language: asked => (language(asked) === 'en' ? 'sv' : 'en'),
    }),
  ),
  {
    id: 'mail-holds-password',
    endpoint: 'Account/Create',
    breaks: ['ANSWER-NO-SECRETS', 'MAIL-CODE-PRIVATE'],
    text: 'The mail repeats the password of the new account.',
    policies: ({ letters: { code } }) => ({
      letters: {
        code: mail => {
          const letter = code(mail);
          return { ...letter, text: `${letter.text}\n\n${mail.account.userName} / ${mail.account.password}` };
        },
      },
    }),
  },
  {
    id: 'create-denies-mail',
    endpoint: 'Account/Create',
    breaks: ['CREATE-MAILS'],
    text: 'The answer says that no code was mailed, although one was.',
    answer: value => ({ ...value, eMailCodeSent: false }),
  },
  letters(
    'resend-mails-nothing',
    'Account/ResendVerificationCodes',
    'Resending is acknowledged, but nothing is sent.',
    ['RESEND-PENDING'],
    ({ dispatch }) => ({
      dispatch: letter => (letter.cause === RESEND ? [] : dispatch(letter)),
    }),
  ),
  letters(
    'resend-mails-dead-code',
    'Account/ResendVerificationCodes',
    'The code that is sent again does not work.',
    ['RESEND-PENDING', 'VERIFY-ENABLES'],
    ({ dispatch }) => ({
      dispatch: letter => {
        if (letter.cause !== RESEND) return dispatch(letter);
        const wrong = codeOf(letter) === '246802' ? '246803' : '246802';
        return dispatch({
          ...letter,
          text: letter.text.replaceAll(codeOf(letter), wrong),
          html: letter.html.replaceAll(codeOf(letter), wrong),
        });
      },
    }),
  ),
  letters(
    'resend-mails-twice',
    'Account/ResendVerificationCodes',
    'The code is sent again in two mails.',
    ['RESEND-PENDING'],
    ({ dispatch }) => ({
      dispatch: letter => (letter.cause === RESEND ? [...dispatch(letter), ...dispatch(letter)] : dispatch(letter)),
    }),
  ),
];
