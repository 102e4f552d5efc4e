import { type Dispatch, LANGUAGES, type Language, type Letter, type Sms } from '../mail/letter.ts';
import { WORDS } from '../mail/words.ts';
import type { Account } from '../state/accounts.ts';

export interface CodeMail {
  readonly to: string;
  readonly code: string;
  readonly domain: string;
  readonly language: Language;
  readonly account: Account;
  /** The endpoint that causes the mail. */
  readonly cause: string;
}

export interface LetterPolicies {
  /** The language of messages, from the `language` that was asked for. */
  language(asked: string): Language;
  code(mail: CodeMail): Letter;
  codeSms(sms: Omit<CodeMail, 'domain'>): Sms;
  recovery(mail: Omit<CodeMail, 'code' | 'account' | 'cause'>): Letter;
  /** What really leaves the host for one letter. */
  dispatch(letter: Letter): readonly Dispatch<Letter>[];
  /** The same for one text message; `cause` is the endpoint that sends it. */
  dispatchSms(sms: Sms, cause: string): readonly Sms[];
}

const paragraphs = (texts: readonly string[]) => texts.map(text => `<p>${text}</p>`).join('\n');

export const letterPolicies: LetterPolicies = {
  language: asked => LANGUAGES.find(language => language === asked.toLowerCase().split('-')[0]) ?? 'en',
  code: ({ to, code, domain, language, cause }) => {
    const { subject, greeting, intro, why, otherwise, noReply } = WORDS[language];
    return {
      kind: 'code',
      to,
      from: `no-reply@${domain}`,
      returnPath: `no-reply@${domain}`,
      subject,
      text: [greeting, `${intro} ${code}`, why, `${otherwise} ${noReply}`].join('\n\n'),
      html: paragraphs([greeting, `${intro} <strong>${code}</strong>`, why, `${otherwise} ${noReply}`]),
      language,
      cause,
      headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    };
  },
  codeSms: ({ to, code, language }) => ({ to, message: WORDS[language].sms(code), language }),
  recovery: ({ to, domain, language }) => {
    const { recoverySubject, greeting, recovery, noReply } = WORDS[language];
    return {
      kind: 'recovery',
      to,
      from: `no-reply@${domain}`,
      returnPath: `no-reply@${domain}`,
      subject: recoverySubject,
      text: [greeting, recovery, noReply].join('\n\n'),
      html: paragraphs([greeting, recovery, noReply]),
      language,
      cause: 'Account/Recover',
      headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    };
  },
  dispatch: letter => [{ item: letter, delay: 0 }],
  dispatchSms: sms => [sms],
};
