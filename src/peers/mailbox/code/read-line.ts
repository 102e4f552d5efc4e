import { type Binding, bind } from './bind.ts';
import { type Label, labelsIn } from './labels.ts';
import { ledAway } from './led-away.ts';
import type { Line } from './line.ts';
import { type Found, numbersIn } from './numbers.ts';

/** A line with the numbers and the words that were found in it. */
export interface ReadLine {
  readonly line: Line;
  readonly numbers: readonly Found[];
  readonly labels: readonly Label[];
  readonly bindings: ReadonlyMap<Found, Binding>;
}

export function readLine(line: Line): ReadLine {
  const written = numbersIn(line.text);
  const labels = labelsIn(
    line.text,
    written.filter(number => number.shape !== null),
  );
  const numbers = written.map(number =>
    number.shape === null && ledAway(line.text, labels, written, number)
      ? { ...number, shape: 'a time, a recipient or an amount' }
      : number,
  );
  return { line, numbers, labels, bindings: bind(line.text, labels, numbers) };
}

export const isAlone = (line: Line, number: Found): boolean =>
  !/[\p{L}\p{N}]/u.test(line.text.slice(0, number.from) + line.text.slice(number.to));
