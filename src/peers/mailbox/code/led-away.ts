import type { Label } from './labels.ts';
import type { Found } from './numbers.ts';
import { LETTER } from './shapes.ts';
import { COPULA, HANDLED, HOLDS, PREPOSITION } from './words/away.ts';
import { fragments } from './words/fragments.ts';

const START = `(?<![${LETTER}\\p{Script=Arabic}\\p{Script=Hebrew}])`;
const END = `(?![${LETTER}\\p{Script=Arabic}\\p{Script=Hebrew}])`;
const oneOf = (list: string): string =>
  `(?:${fragments(list)
    .map(word => (word.endsWith('=') ? word.slice(0, -1) + END : word))
    .join('|')})`;

const PREPOSITIONS = `${START}${oneOf(PREPOSITION)}${END}`;
const AT_PREPOSITION = new RegExp(`(?:${PREPOSITIONS}|(?<!收)[至到给給向于在])\\s*[:：]?\\s*$`, 'iu');
/** "To" is a word for "is" in Polish: only in an English sentence it leads to a recipient. */
const AT_TO = /(?<!\p{L})(?<!(?:set|changed|reset|updated|equal|switched) )to\s*[:：]?\s*$/iu;
const ENGLISH = /(?<!\p{L})(?:the|your|you|we|was|is|has|have|been|sent|send|text|reply|an?)(?!\p{L})/iu;
const BEGINS_WITH_PREPOSITION = new RegExp(
  `^\\s*(?:${PREPOSITIONS}|to (?:get|receive|request|obtain|ask|see)\\b)`,
  'iu',
);
const HOLDS_UNTIL = new RegExp(`${START}${oneOf(HOLDS)}[${LETTER}]*`, 'giu');
const IS_HANDLED = new RegExp(`${START}${oneOf(HANDLED)}[${LETTER}]*`, 'giu');
const NOTHING_BUT_PREPOSITIONS = new RegExp(
  `^(?:[\\s:：="']|${PREPOSITIONS}|${START}to${END}|[至到给給向于在])*$`,
  'iu',
);
const IS = `(?<!\\p{L})${oneOf(COPULA)}(?!\\p{L})|[はが是为為은는]`;
const AT_IS = new RegExp(`(?:${IS})\\s*[:：]?\\s*$`, 'iu');
/** What comes after it is told of the code again: "code sent to you today: 482913", "code valid for an hour is 482913". */
const RESUMED = new RegExp(`[:：=，、;)）→–—]|${IS}`, 'iu');
const FOLLOWED =
  /^\s*(?:に(?:送|発)|宛|まで|(?:으)?로 (?:발송|전송|보)|까지|पर भेज|तक|numaral|['’]?[ae] kadar|saakka|asti|codes(?!\p{L}))/iu;

/**
 * Whether the words at a number say that it is not what the code is but when it expires, to whom it was sent, of what
 * it is one: "your code expires at 1015", "we sent the code to 0701234567".
 */
export function ledAway(line: string, labels: readonly Label[], numbers: readonly Found[], number: Found): boolean {
  const before = numbers.findLast(each => each.to <= number.from);
  // "111222 of 333444": one is what the other is.
  if (before !== undefined && /^\s*\p{L}{1,3}\s*$/u.test(line.slice(before.to, number.from))) return false;
  const enter = labels.findLast(label => label.kind === 'enter' && label.to <= number.from);
  // "Type in 482913".
  if (enter !== undefined && /^\s*(?:in|ein|an|ind|inn)?\s*$/i.test(line.slice(enter.to, number.from))) return false;
  if (FOLLOWED.test(line.slice(number.to, number.to + 40))) return true;
  const code = labels.findLast(label => label.kind === 'code' && label.to <= number.from);
  const clause =
    line
      .slice(Math.max(0, number.from - 200), number.from)
      .split(/[.!?;]\s|[。！？；]/u)
      .at(-1) ?? '';
  const gap = code === undefined || number.from - code.to > clause.length ? clause : line.slice(code.to, number.from);
  if (AT_PREPOSITION.test(gap) || (AT_TO.test(gap) && ENGLISH.test(line))) return true;
  const until = after(gap, HOLDS_UNTIL);
  if (until !== undefined && (NOTHING_BUT_PREPOSITIONS.test(until) || (gap !== clause && !RESUMED.test(until))))
    return true;
  const handled = after(gap, IS_HANDLED);
  return handled !== undefined && gap !== clause && !RESUMED.test(handled);
}

/** What comes after the last of these words; undefined without one. */
function after(text: string, words: RegExp): string | undefined {
  const said = [...text.matchAll(words)].at(-1);
  return said && text.slice(said.index + said[0].length);
}

/** Whether a line ends on words that lead to what is on the next: "A code was sent to:". */
export const leadsAway = (rest: string): boolean =>
  AT_PREPOSITION.test(rest) ||
  (AT_TO.test(rest) && ENGLISH.test(rest)) ||
  (/[:：]\s*$/.test(rest) && NOTHING_BUT_PREPOSITIONS.test(after(rest, HOLDS_UNTIL) ?? '-'));

/** "0812345678 to get your code", "27001 for codes": the number is for the code, not the code itself. */
export const isForCode = (gap: string): boolean => BEGINS_WITH_PREPOSITION.test(gap);

/** Whether a text ends on a word for "is". */
export const endsOnIs = (text: string): boolean => AT_IS.test(text);
