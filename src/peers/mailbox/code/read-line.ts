import { type Binding, bind } from './bind.ts';
import { type Label, labelsIn } from './labels.ts';
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
  const numbers = numbersIn(line.text);
  const labels = labelsIn(
    line.text,
    numbers.filter(number => number.shape !== null),
  );
  return { line, numbers, labels, bindings: bind(line.text, labels, numbers) };
}

export const isAlone = (line: Line, number: Found): boolean =>
  !/[\p{L}\p{N}]/u.test(line.text.slice(0, number.from) + line.text.slice(number.to));
