import type { Label } from './labels.ts';
import { isForCode } from './led-away.ts';
import type { Found } from './numbers.ts';
import { bracketed, inReach, passedOver } from './scopes.ts';

/** What the words of its own line say of a number. */
export interface Binding {
  readonly kind: 'code' | 'other';
  /** The label stands right at the number: "code: 482913", "482913 is your code". */
  readonly direct: boolean;
  readonly label: Label;
}

const CLAUSE_END = /(?:(?<!\.)\.(?!\.)|[!?;。！？；।])["'”)\]]*(?=\s|$)|[。！？；]|\t/gu;
const NOT_A_CLAUSE_END = /(?:^|[\s(])(?:no|nr|num|ref|tel|art|st|mr|mrs|dr|approx|bzw|ca|inkl|z|b)$/i;
/** Nothing but a comma or a short word that is no label: "and", "or". */
const JOINED =
  /^[\s,;/|&+]*(?!(?:ref|req|case|tel|fax|id|is|are|ist|ar|är|er|est|es|è|é|jest|je|este)(?!\p{L}))(?:\p{L}{1,5})?[\s,]*$/iu;
/** "998877 is your order", "998877 (order)"; not "998877 on the order page". */
const PREPOSITION =
  /(?:^|\s)(?:on|in|at|for|to|from|with|by|of|into|auf|fur|für|bei|an|im|am|pa|på|for|för|i|till|fran|från|sur|pour|dans|a|à|de|en|para|por|su|per|voor|op|na|do|w|в|на|для)\s/iu;
const NUMBER_WORD = /^[\s:=#№.()\-–—*"'“”„«»]*(?:(?:no|nr|num(?:ber|mer|ero)?|nummer|n°|id)\.?[\s:#№]*)?$/iu;

/**
 * Binds labels to numbers within clauses. A label belongs to one number: first each number takes the nearest free
 * label before it, then what is left over goes to the number before the label. "Ticket 998877, code 482913" and
 * "482913 is your code" both come out right. Numbers joined to one another ("482913 or 551204") share a label.
 */
export function bind(line: string, labels: readonly Label[], numbers: readonly Found[]): Map<Found, Binding> {
  const nouns = labels.filter(label => label.kind === 'code' || label.kind === 'other');
  const ends = clauseEnds(line, numbers);
  const clause = (at: number): number => ends.filter(end => end <= at).length;
  const brackets = bracketed(line);
  const free = numbers.filter(number => number.shape === null);
  const together = (label: Label, number: Found): boolean =>
    clause(Math.min(label.to, number.to)) === clause(Math.max(label.from, number.from)) &&
    inReach(brackets, label, number, line, () => free.filter(each => clause(each.from) === clause(label.from)));
  const taken = new Set<Label>();
  const bindings = new Map<Found, Binding>();
  const take = (number: Found, label: Label, direct: boolean): void => {
    taken.add(label);
    if (label.kind === 'code' || label.kind === 'other') bindings.set(number, { kind: label.kind, direct, label });
  };

  for (const [index, number] of numbers.entries()) {
    const shared = sharedWith(numbers[index - 1], number, line, bindings);
    const before = nouns.filter(label => label.to <= number.from && !taken.has(label) && together(label, number));
    const fitting = before.filter(label => label.kind === 'other' || mayBeCode(line, label, number));
    const label = head(fitting, line, number);
    const gap = label === undefined ? 99 : words(line.slice(label.to, number.from));
    if (shared !== undefined) bindings.set(number, shared);
    else if (label !== undefined && gap <= 9) take(number, label, gap <= 4);
  }

  for (const number of numbers) {
    if (bindings.has(number) || number.shape !== null) continue;
    const next = numbers.find(each => each.from >= number.to && each.shape === null)?.from ?? Number.POSITIVE_INFINITY;
    const label = nouns.find(
      each => each.from >= number.to && !taken.has(each) && each.to <= next && together(each, number),
    );
    const between = line.slice(number.to, label?.from);
    const gap = label === undefined ? 99 : words(between);
    // "In 2026, your code …"
    if (/^(?:19|20)\d\d$/.test(number.digits) && /[,，、]/.test(between)) continue;
    if (label === undefined || gap > (label.kind === 'code' ? 7 : 3)) continue;
    if (label.kind === 'code' && (number.hash || isForCode(between))) continue;
    if (label.kind === 'code' || !PREPOSITION.test(`${between} `)) take(number, label, gap <= 4);
  }
  for (const [index, number] of [...numbers.entries()].reverse()) {
    const following = numbers[index + 1];
    const shared = following && !bindings.has(number) ? sharedWith(following, number, line, bindings) : undefined;
    if (shared !== undefined) bindings.set(number, shared);
  }
  return bindings;
}

/**
 * Of the free labels before a number the nearest one, unless it only says what the code is for: in "code for your
 * order: 482913" the number is the code's, in "code for order 998877" the order's.
 */
function head(free: readonly Label[], line: string, number: Found): Label | undefined {
  const nearest = free.at(-1);
  if (nearest === undefined || nearest.kind === 'code') return nearest;
  const gap = line.slice(nearest.to, number.from);
  const owner = free.findLast(label => label.kind === 'code');
  if (owner === undefined || (NUMBER_WORD.test(gap) && !/[:：]/.test(gap))) return nearest;
  const between = line.slice(owner.to, nearest.from);
  return /[,，、;|&\t]|\b(?:and|und|och|og|et|y|e|ja|en|i|и)\b/iu.test(between) ? nearest : owner;
}

/** The binding of the number next to one, where nothing but a comma or a short word is between them. */
function sharedWith(
  next: Found | undefined,
  number: Found,
  line: string,
  bindings: ReadonlyMap<Found, Binding>,
): Binding | undefined {
  if (next === undefined || next.shape !== null || number.shape !== null) return undefined;
  const gap = next.from < number.from ? line.slice(next.to, number.from) : line.slice(number.to, next.from);
  return JOINED.test(gap) ? bindings.get(next) : undefined;
}

function clauseEnds(line: string, numbers: readonly Found[]): number[] {
  return [...line.matchAll(CLAUSE_END)]
    .filter(end => !NOT_A_CLAUSE_END.test(line.slice(Math.max(0, end.index - 8), end.index)))
    .filter(end => end[0] !== '\t')
    .filter(end => !numbers.some(number => number.from < end.index && end.index < number.to))
    .map(end => end.index + end[0].length);
}

/** What is marked with # is a ticket's, unless it stands right behind the word: "code #482913". */
const mayBeCode = (line: string, label: Label, number: Found): boolean =>
  number.shape === null && (!number.hash || NUMBER_WORD.test(line.slice(label.to, number.from)));

/** Words of a gap; a script that does not part words counts three characters as one. */
function words(gap: string): number {
  const text = passedOver(gap);
  const parted =
    text.match(
      /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Hangul}\d]+/gu,
    ) ?? [];
  const other = text.replace(
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Hangul}\d\P{L}]/gu,
    '',
  );
  return parted.length + Math.ceil(other.length / 3);
}
