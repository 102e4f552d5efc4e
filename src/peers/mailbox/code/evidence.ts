import type { CodeCandidate } from '../../../model/mail.ts';
import { type Binding, bind } from './bind.ts';
import { type Label, labelsIn } from './labels.ts';
import type { Line } from './line.ts';
import { neighbourBinding } from './neighbours.ts';
import { type Found, numbersIn } from './numbers.ts';

/** A line with the numbers and the words that were found in it. */
export interface ReadLine {
  readonly line: Line;
  readonly numbers: readonly Found[];
  readonly labels: readonly Label[];
  readonly bindings: ReadonlyMap<Found, Binding>;
}

export function readLine(line: Line): ReadLine {
  const numbers = numbersIn(line.text);
  const labels = labelsIn(line.text);
  return { line, numbers, labels, bindings: bind(line.text, labels, numbers) };
}

/** A score from here on is enough to be taken for a code. */
export const ENOUGH = 5;

type Point = readonly [points: number, why: string];

const REGIONS: Readonly<Record<Line['region'], Point | null>> = {
  body: null,
  forwarded: [-1, 'in a forwarded copy'],
  footer: [-6, 'in the footer'],
  hidden: [-2, 'in text that is not shown'],
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
  const labelled = binding?.kind === 'code' && binding.direct;
  if (binding?.kind === 'other') points.push([-20, `the number of something else (“${wordOf(lines, binding)}”)`]);
  if (number.hash && !labelled) points.push([-6, 'marked with #']);
  if (/^(?:19|20)\d\d$/.test(number.digits) && !labelled) points.push([-4, 'reads as a year']);
  if (/^(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/.test(number.digits) && !labelled)
    points.push([-4, 'reads as a date']);
  if (/^0\d{9}$/.test(number.digits) && !labelled) points.push([-4, 'reads as a phone number']);
  return [...points, ...spoiled(read, number)];
}

const length = ({ digits }: Found): Point =>
  digits.length === 6
    ? [2, 'six digits']
    : digits.length > 8
      ? [-1, `${digits.length} digits`]
      : [0, `${digits.length} digits`];

/** Only the strongest sign counts, so that a code in bold does not beat another that is as plainly called a code. */
function strongest({ line, labels }: ReadLine, number: Found, binding: Binding | undefined): Point {
  if (binding?.kind === 'code') return binding.direct ? [8, 'called a code'] : [6, 'called a code some words away'];
  if (isAlone(line, number)) return [4, 'alone on its line'];
  if (labels.some(label => label.kind === 'verify')) return [3, 'in a line about verifying'];
  if (hasStyle(line, number, 'strong')) return [2, 'emphasised'];
  return /[:：]\s*$/.test(line.text.slice(0, number.from)) ? [1, 'after a colon'] : [0, 'in running text'];
}

/** What speaks against a number that may well be called a code. */
function spoiled({ line, labels }: ReadLine, number: Found): Point[] {
  const points: Point[] = [];
  const [from, to] = subclause(line.text, number);
  const near = (kind: Label['kind']): boolean =>
    labels.some(label => label.kind === kind && label.from >= from && label.to <= to);
  if (near('dead')) points.push([-8, 'said to hold no longer']);
  else if (near('old')) points.push([-4, 'said to be an earlier one']);
  if (near('example')) points.push([-8, 'only an example']);
  if (hasStyle(line, number, 'struck')) points.push([-20, 'struck through']);
  if (hasStyle(line, number, 'phone')) points.push([-20, 'a phone number']);
  return points;
}

/** The part of a sentence around a number, between commas or stops. */
function subclause(text: string, number: Found): readonly [from: number, to: number] {
  const stop = /[,;，、；。]|[.!?](?=\s|$)/g;
  const before = [...text.slice(0, number.from).matchAll(stop)].at(-1);
  const after = stop.exec(text.slice(number.to)) ?? null;
  return [before === undefined ? 0 : before.index + 1, after === null ? text.length : number.to + after.index];
}

export const isAlone = (line: Line, number: Found): boolean =>
  !/[\p{L}\p{N}]/u.test(line.text.slice(0, number.from) + line.text.slice(number.to));

const hasStyle = (line: Line, number: Found, style: string): boolean =>
  line.styled.some(run => run.style === style && run.from < number.to && run.to > number.from);

function wordOf(lines: readonly ReadLine[], { label }: Binding): string {
  const line = lines.find(read => read.labels.includes(label))?.line.text ?? '';
  return line.slice(label.from, label.to).trim();
}
