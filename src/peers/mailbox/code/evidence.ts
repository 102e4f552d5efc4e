import type { CodeCandidate } from '../../../model/mail.ts';
import type { Binding } from './bind.ts';
import type { Label, Span } from './labels.ts';
import { endsOnIs } from './led-away.ts';
import type { Line } from './line.ts';
import { neighbourBinding } from './neighbours.ts';
import type { Found } from './numbers.ts';
import { isAlone, type ReadLine } from './read-line.ts';
import { countsUp, hasStyle, type Point, spoiled } from './spoiled.ts';

/** A score from here on is enough to be taken for a code. */
export const ENOUGH = 5;

const REGIONS: Readonly<Record<Line['region'], Point | null>> = {
  body: null,
  forwarded: [-3, 'in a forwarded copy'],
  footer: [-6, 'in the footer'],
  hidden: [-10, 'in text that is not shown'],
  quoted: [-20, 'in a quoted reply'],
};

/** Scores every number of a part: what kind of number its words, its place and its form say it is. */
export function candidatesOf(lines: readonly ReadLine[], cue: Point | null): CodeCandidate[] {
  return lines.flatMap((read, index) =>
    read.numbers
      .filter(number => number.digits !== '')
      .map(number => {
        const points = number.shape === null ? pointsOf(lines, index, number) : [[-20, number.shape] as const];
        const region = REGIONS[read.line.region];
        const all = [...points, ...(region === null ? [] : [region]), ...(cue === null ? [] : [cue])];
        return {
          code: number.digits,
          part: read.line.part,
          score: all.reduce((sum, [score]) => sum + score, 0),
          why: all.map(([, why]) => why),
        };
      }),
  );
}

function pointsOf(lines: readonly ReadLine[], index: number, number: Found): Point[] {
  const read = lines[index];
  if (read === undefined) return [];
  const binding = read.bindings.get(number) ?? neighbourBinding(lines, index, number);
  const points: Point[] = [length(number), strongest(read, number, binding)];
  const labelled = binding?.kind === 'code' && binding.direct && !isAfter(read, binding, number);
  const abbreviation = binding === undefined ? ownAbbreviation(read, number) : undefined;
  if (abbreviation !== undefined) points.push([-20, `the number of something else (“${abbreviation}”)`]);
  if (binding?.kind === 'other') points.push([-20, `the number of something else (“${wordOf(lines, binding)}”)`]);
  if (number.hash && !labelled) points.push([-6, 'marked with #']);
  if (/^(?:19|20)\d\d$/.test(number.digits) && !labelled) points.push([-4, 'reads as a year']);
  if (/^(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/.test(number.digits) && !labelled)
    points.push([-4, 'reads as a date']);
  if (/^0\d{9}$/.test(number.digits) && !labelled) points.push([-4, 'reads as a phone number']);
  if (countsUp(number) && !(labelled && (number.digits.length === 6 || read.bindings.has(number))))
    points.push([-6, 'counts up']);
  return [...points, ...spoiled(read, number, binding)];
}

/** The word for it comes after the number, on the same line. */
const isAfter = ({ labels }: ReadLine, { label }: Binding, number: Found): boolean =>
  labels.includes(label) && label.from >= number.to;

/** "We made a code for you. It is 482913.": a word for a code before the number that no number has taken. */
function hasFreeCode({ line, labels, bindings }: ReadLine, number: Found): boolean {
  const bound = new Set([...bindings.values()].map(({ label }) => label));
  const told = endsOnIs(line.text.slice(0, number.from));
  return labels.some(
    label =>
      label.kind === 'code' &&
      label.to <= number.from &&
      !bound.has(label) &&
      (told || sameSentence(line.text, label, number)),
  );
}

/** Capitals right before a number name what it is of ("PR 81522"), unless the whole line is in capitals. */
function ownAbbreviation({ line, labels }: ReadLine, number: Found): string | undefined {
  const [, word] = /(?<!\p{L})(\p{Lu}{2,5})\.?[ \u00a0]$/u.exec(line.text.slice(0, number.from)) ?? [];
  const known = labels.some(label => label.kind === 'code' && label.to <= number.from && number.from - label.to <= 2);
  return known || !/\p{Ll}/u.test(line.text) ? undefined : word;
}

const length = ({ digits }: Found): Point =>
  digits.length === 6
    ? [2, 'six digits']
    : digits.length > 8
      ? [-1, `${digits.length} digits`]
      : [0, `${digits.length} digits`];

/** Only the strongest sign counts, so that a code in bold does not beat another that is as plainly called a code. */
function strongest(read: ReadLine, number: Found, binding: Binding | undefined): Point {
  const { line, labels } = read;
  if (binding?.kind === 'code') return binding.direct ? [8, 'called a code'] : [6, 'called a code some words away'];
  if (isAlone(line, number)) return [4, 'alone on its line'];
  if (hasFreeCode(read, number)) return [4, 'after a sentence about a code'];
  if (labels.some(label => label.kind === 'verify' && sameSentence(line.text, label, number))) {
    return [3, 'in a sentence about verifying'];
  }
  if (asked(line, labels, number)) return [3, 'the reader is asked to enter it'];
  if (hasStyle(line, number, 'strong')) return [2, 'emphasised'];
  return /[:：]\s*$/.test(line.text.slice(0, number.from)) ? [1, 'after a colon'] : [0, 'in running text'];
}

/** No stop between them. */
const sameSentence = (text: string, a: Span, b: Span): boolean =>
  !/[.!?](?=\s)|[。！？]/.test(text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)));

/** "Enter 482913 to go on", "482913を入力": nothing but a few small words between, whichever comes first. */
const asked = (line: Line, labels: readonly Label[], number: Found): boolean =>
  labels.some(label => {
    const gap = line.text.slice(Math.min(label.to, number.to), Math.max(label.from, number.from));
    return label.kind === 'enter' && gap.length < 25 && !/[.!?;,，、]|\d/.test(gap);
  });

function wordOf(lines: readonly ReadLine[], { label }: Binding): string {
  const line = lines.find(read => read.labels.includes(label))?.line.text ?? '';
  return line.slice(label.from, label.to).trim();
}
