import type { Sms } from '../mail/letter.ts';
import { WORDS } from '../mail/words.ts';
import type { LetterPolicies } from '../policies/letters.ts';
import type { Medium } from '../state/codes.ts';
import { letters, verification } from './decisions.ts';
import type { Fault } from './fault.ts';

const CREATE = 'Account/Create';
const RESEND = 'Account/ResendVerificationCodes';
const VERIFY = 'Account/VerifyPhoneNr';

/** What is sent in place of one text message, whichever endpoint sends it. */
const sent = (id: string, text: string, breaks: readonly string[], send: (sms: Sms) => readonly Sms[]): Fault =>
  letters(id, CREATE, text, breaks, ({ dispatchSms }) => ({
    dispatchSms: (sms, cause) => dispatchSms(sms, cause).flatMap(send),
  }));

/** What is sent in place of one that is sent again. */
const resent = (id: string, text: string, breaks: readonly string[], send: (sms: Sms) => readonly Sms[]): Fault =>
  letters(id, RESEND, text, breaks, ({ dispatchSms }) => ({
    dispatchSms: (sms, cause) => dispatchSms(sms, cause).flatMap(each => (cause === RESEND ? send(each) : [each])),
  }));

/** How codes of text messages, and no others, are taken back. */
const taken = (
  id: string,
  text: string,
  breaks: readonly string[],
  agree: (waiting: string, given: string, all: readonly string[]) => boolean,
): Fault =>
  verification(id, VERIFY, text, breaks, correct => ({
    agree: (waiting, given, all, medium) =>
      medium === 'phoneNr' ? agree(waiting, given, all) : correct.agree(waiting, given, all, medium),
  }));

const inLanguage = (language: 'en' | 'sv'): LetterPolicies['codeSms'] => {
  return ({ to, code }) => ({ to, message: WORDS[language].sms(code), language });
};

const isPhone = (medium: Medium): boolean => medium === 'phoneNr';
const wrong = (sms: Sms): Sms => ({ ...sms, message: sms.message.replace(/\d{6}/, '135791') });

/** What goes wrong with text messages and the numbers that they verify. */
export const phones: readonly Fault[] = [
  sent('sms-never-sent', 'No code is sent by SMS.', ['CREATE-PHONE'], () => []),
  sent('sms-sent-twice', 'Each SMS is sent twice.', ['CREATE-PHONE', 'RESEND-PENDING'], sms => [sms, sms]),
  sent('sms-to-another-number', 'The SMS goes to another number.', ['CREATE-PHONE'], sms => [
    { ...sms, to: '+46700000000' },
  ]),
  sent('sms-to-mangled-number', 'The last digit of the number is lost on the way.', ['CREATE-PHONE'], sms => [
    { ...sms, to: sms.to.slice(0, -1) },
  ]),
  sent('sms-copied-to-operator', 'The SMS goes to the operator as well.', ['CREATE-PHONE'], sms => [
    { ...sms, to: `${sms.to}, +46700000000` },
  ]),
  sent('sms-without-code', 'The SMS has no code in it.', ['CREATE-PHONE'], sms => [
    { ...sms, message: sms.message.replace(/\d{6}/, 'on its way') },
  ]),
  sent(
    'sms-with-wrong-code',
    'The code in the SMS is not the one that the host waits for.',
    ['CREATE-PHONE', 'VERIFY-PHONE-ENABLES'],
    sms => [wrong(sms)],
  ),
  letters('sms-always-english', CREATE, 'Every SMS is in English.', ['CREATE-LANGUAGE'], () => ({
    codeSms: inLanguage('en'),
  })),
  letters('sms-always-swedish', CREATE, 'Every SMS is in Swedish.', ['CREATE-LANGUAGE'], () => ({
    codeSms: inLanguage('sv'),
  })),
  letters(
    'sms-holds-password',
    CREATE,
    'The SMS repeats the password of the new account.',
    ['ANSWER-NO-SECRETS'],
    ({ codeSms }) => ({
      codeSms: mail => {
        const sms = codeSms(mail);
        return { ...sms, message: `${sms.message} ${mail.account.userName} / ${mail.account.password}` };
      },
    }),
  ),
  {
    id: 'create-denies-sms',
    endpoint: CREATE,
    breaks: ['CREATE-PHONE'],
    text: 'The answer says that no code was sent by SMS, although one was.',
    answer: value => ({ ...value, phoneNrCodeSent: false }),
  },
  taken(
    'phone-takes-any-code',
    'Any code verifies a number.',
    ['VERIFY-PHONE-WRONG-CODE', 'VERIFY-OWN-CODE'],
    () => true,
  ),
  taken(
    'phone-takes-neighbours',
    'A code that is off by one verifies a number.',
    ['VERIFY-PHONE-WRONG-CODE'],
    (waiting, given) => Math.abs(Number(waiting) - Number(given)) <= 1,
  ),
  taken(
    'phone-takes-codes-of-others',
    "Another account's code verifies a number.",
    ['VERIFY-OWN-CODE'],
    (_, given, all) => all.includes(given),
  ),
  taken('phone-takes-no-code', 'No code verifies a number.', ['VERIFY-PHONE-ENABLES'], () => false),
  verification(
    'phone-takes-code-twice',
    VERIFY,
    'A code verifies a number more than once.',
    ['VERIFY-ONCE'],
    ({ spends }) => ({
      spends: medium => !isPhone(medium) && spends(medium),
    }),
  ),
  verification(
    'phone-alone-enables',
    VERIFY,
    'An account is enabled by its number alone.',
    ['CREATE-DISABLED'],
    ({ completes }) => ({
      completes: account => completes(account) || account.phoneNrVerified !== null,
    }),
  ),
  verification(
    'phone-enables-nothing',
    VERIFY,
    'An account with a phone number stays disabled.',
    ['VERIFY-PHONE-ENABLES'],
    ({ completes }) => ({ completes: account => account.phoneNr === '' && completes(account) }),
  ),
  {
    id: 'phone-names-another-user',
    endpoint: VERIFY,
    breaks: ['VERIFY-PHONE-ENABLES'],
    text: 'The answer names a user who does not exist.',
    answer: value => ({ ...value, userName: `${String(value.userName)}.other` }),
  },
  {
    id: 'phone-names-another-number',
    endpoint: VERIFY,
    breaks: ['VERIFY-PHONE-ENABLES'],
    text: 'The answer names another number than was verified.',
    answer: value => ({ ...value, phoneNr: '+46700000000' }),
  },
  resent('resend-texts-nothing', 'No SMS is sent again.', ['RESEND-PENDING'], () => []),
  resent('resend-texts-twice', 'The code is sent again in two SMS.', ['RESEND-PENDING'], sms => [sms, sms]),
  resent(
    'resend-texts-dead-code',
    'The code of the SMS that is sent again does not work.',
    ['RESEND-PENDING', 'VERIFY-PHONE-ENABLES'],
    sms => [wrong(sms)],
  ),
  verification(
    'resend-for-verified-number',
    RESEND,
    'An SMS is sent again for a number that is verified.',
    ['RESEND-PARTIAL', 'RESEND-VERIFIED'],
    ({ resends }) => ({
      resends: (medium, named, verified) => (isPhone(medium) ? named : resends(medium, named, verified)),
    }),
  ),
  verification(
    'resend-texts-unasked',
    RESEND,
    'An SMS is sent again to a verified number that was not named.',
    ['RESEND-PARTIAL'],
    ({ resends }) => ({
      resends: (medium, named, verified) => (isPhone(medium) && !named) || resends(medium, named, verified),
    }),
  ),
];
