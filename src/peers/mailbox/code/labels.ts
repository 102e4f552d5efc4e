import { folded } from './characters.ts';
import { WORD_KINDS, WORDS, type WordKind } from './words.ts';

/** A word that says what a number near it is. */
export interface Label {
  readonly kind: WordKind;
  readonly from: number;
  readonly to: number;
}

/** Letters of alphabets that part words with spaces; the others may stand next to anything. */
const ALPHABETIC = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]';

const PATTERN = new RegExp(
  WORD_KINDS.map(
    kind =>
      `(?<${kind}>${WORDS[kind]
        .map(fragment)
        .sort((a, b) => b.length - a.length)
        .join('|')})`,
  ).join('|'),
  'gu',
);

function fragment(word: string): string {
  if (!/^\*?[^a-z\u0370-\u04ff]*[a-z0-9\u0370-\u04ff]/u.test(word)) return word;
  const whole = word.endsWith('=');
  const start = word.startsWith('*') ? '' : `(?<!${ALPHABETIC})`;
  const body = word.replace(/^\*/, '').replace(/=$/, '');
  return `${start}(?:${body})${whole ? `(?!${ALPHABETIC})` : `${ALPHABETIC}{0,20}`}`;
}

/** The labels of a text, in order. Positions hold because folding keeps the length of what it is given here. */
export function labelsIn(text: string): Label[] {
  const comparable = [...text].map(each => sameLength(each)).join('');
  return [...comparable.matchAll(PATTERN)].map(match => {
    const kind = WORD_KINDS.find(each => match.groups?.[each] !== undefined) ?? 'verify';
    return { kind, from: match.index, to: match.index + match[0].length };
  });
}

/** Folding one character at a time keeps positions; the few that would change length stay as they are. */
function sameLength(character: string): string {
  const result = folded(character);
  return result.length === character.length ? result : character;
}
