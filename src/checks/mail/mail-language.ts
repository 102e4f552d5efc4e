import { receiveCheck } from '../check.ts';

/** Words that occur in nearly any sentence of a language and in none of the others. */
const WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|your|you|is|to|this|with|code is)\b/giu,
  sv: /(?<![\p{L}])(?:och|att|är|din|ditt|koden|för|som|detta|inte)(?![\p{L}])/giu,
};

/** The mail is in the language that was asked for; judged only between languages that can be told apart by their words. */
export const mailLanguage = receiveCheck({
  id: 'mail-language',
  title: 'the mail is in the language that was asked for',
  requirement: 'CREATE-LANGUAGE',
  evaluate: ({ mails, language }) => {
    if (language === null || WORDS[language] === undefined) return [];
    return mails.flatMap(mail => {
      const score = (name: string): number => (`${mail.subject}\n${mail.text}`.match(WORDS[name] ?? /$^/) ?? []).length;
      const best = Object.keys(WORDS).reduce((a, b) => (score(b) > score(a) ? b : a), language);
      return best === language
        ? []
        : [
            {
              message: `The mail "${mail.subject}" reads like "${best}"; "${language}" was asked for.`,
              expected: language,
              actual: best,
            },
          ];
    });
  },
});
