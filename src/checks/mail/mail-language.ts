import type { Judgement } from '../../model/finding.ts';
import { isObject, type Json } from '../../model/json.ts';
import type { MailEvidence } from '../../model/mail.ts';
import { receiveCheck } from '../check.ts';
import type { ReceivedMail } from '../evidence.ts';
import { nameOf } from '../words.ts';

/** Words that occur in nearly any sentence of a language and in none of the others. */
const WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|your|you|is|to|this|with|code is)\b/giu,
  sv: /(?<![\p{L}])(?:och|att|är|din|ditt|koden|för|som|detta|inte)(?![\p{L}])/giu,
};

/** Texts of a description that speak of the host in the caller's language. */
const DESCRIPTION = ['humanReadableName', 'humanReadableDescription', 'humanReadableNameDescription'] as const;

/** The language that clients ask for when they have no other wish, and that every source writes its texts in. */
const COMMON = 'en';

/**
 * The mail is in the language that was asked for; judged only between languages that can be told apart by their words.
 * Which languages a host has texts in is published nowhere: it may write in English, unless another mail or the
 * description of itself has shown that it knows the language.
 */
export const mailLanguage = receiveCheck({
  id: 'mail-language',
  title: 'the mail is in the language that was asked for',
  requirement: 'CREATE-LANGUAGE',
  evaluate: ({ mails, language, earlier, exchanges }) => {
    if (language === null || WORDS[language] === undefined) return [];
    const now = mails.map((mail): ReceivedMail => ({ asked: language, mail }));
    const known =
      [...earlier, ...now].some(({ mail }) => languageOf(textOf(mail)) === language) ||
      exchanges.some(({ value }) => languageOf(descriptionOf(value)) === language);
    return [...earlier, ...now].flatMap(received => judge(received, language, known, now.includes(received)));
  },
});

function judge({ asked, mail }: ReceivedMail, language: string, known: boolean, isNew: boolean): readonly Judgement[] {
  const best = languageOf(textOf(mail));
  if (asked !== language || best === language) return [];
  // An earlier mail is spoken of only when it took until now to learn that the host knows the language.
  if (!isNew && !(best === COMMON && known)) return [];
  const told = { expected: language, actual: best };
  if (best === COMMON && !known)
    return [
      { ...told, message: `${nameOf(mail)} is in "${best}"; the host may have no texts in "${language}".`, as: 'note' },
    ];
  return [{ ...told, message: `${nameOf(mail)} reads like "${best}"; "${language}" was asked for.` }];
}

const textOf = ({ subject, text }: MailEvidence): string => `${subject}\n${text}`;

const descriptionOf = (value: Json | undefined): string =>
  isObject(value) ? DESCRIPTION.map(name => String(value[name] ?? '')).join('\n') : '';

/** The language whose words are most frequent; the common one when none is. */
function languageOf(text: string): string {
  const score = (name: string): number => (text.match(WORDS[name] ?? /$^/) ?? []).length;
  return Object.keys(WORDS).reduce((best, name) => (score(name) > score(best) ? name : best), COMMON);
}
