import type { Language } from './letter.ts';

interface Words {
  readonly subject: string;
  readonly greeting: string;
  readonly intro: string;
  readonly why: string;
  readonly otherwise: string;
  readonly noReply: string;
  readonly sms: (code: string) => string;
  readonly recoverySubject: string;
  readonly recovery: string;
}

/** What the host's mails say in each language it has. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'Verification code',
    greeting: 'Hello,',
    intro: 'This is your verification code:',
    why: 'You get this message because somebody created an account with this address.',
    otherwise: 'If it was not you, you need not do anything.',
    noReply: 'Replies to this message are not read.',
    sms: code => `Your verification code is ${code}.`,
    recoverySubject: 'Account recovery',
    recovery: 'Somebody asked to recover your account. If it was you, contact the operator of this host.',
  },
  sv: {
    subject: 'Verifieringskod',
    greeting: 'Hej!',
    intro: 'Det här är din verifieringskod:',
    why: 'Du får det här meddelandet eftersom någon har skapat ett konto med den här adressen.',
    otherwise: 'Om det inte var du behöver du inte göra någonting.',
    noReply: 'Svar på det här meddelandet läses inte.',
    sms: code => `Din verifieringskod är ${code}.`,
    recoverySubject: 'Återställning av konto',
    recovery: 'Någon har bett om att återställa ditt konto. Om det var du, kontakta den som driver värden.',
  },
};
