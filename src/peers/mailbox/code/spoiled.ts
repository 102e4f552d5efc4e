import type { Binding } from './bind.ts';
import type { Line } from './line.ts';
import type { Found } from './numbers.ts';
import type { ReadLine } from './read-line.ts';

/** What one sign says for or against a number. */
export type Point = readonly [points: number, why: string];

/** What speaks against a number that may well be called a code. */
export function spoiled(read: ReadLine, number: Found, binding: Binding | undefined): Point[] {
  const { line } = read;
  const points: Point[] = [];
  if (isDead(read, number)) points.push([-8, 'said to hold no longer']);
  else if (isOld(read, number, binding)) points.push([-8, 'said to be another one']);
  if (read.labels.some(label => label.kind === 'example')) points.push([-8, 'only an example']);
  if (hasStyle(line, number, 'struck')) points.push([-20, 'struck through']);
  if (hasStyle(line, number, 'phone')) points.push([-20, 'a phone number']);
  return points;
}

/** "Code 111222 has expired": said after the number, before another one comes. */
function isDead({ line, labels, numbers }: ReadLine, number: Found): boolean {
  const next = numbers.find(each => each.from >= number.to)?.from ?? line.text.length;
  const sentence = line.text.slice(number.to).search(/[.!?](?=\s|$)|[。！？]/);
  const end = Math.min(next, sentence === -1 ? line.text.length : number.to + sentence);
  return labels.some(label => label.kind === 'dead' && label.from >= number.to && label.to <= end);
}

/** "Your previous code 111222", "código anterior: 111222", "instead of 111222", "111222 (old)". */
function isOld({ line, labels }: ReadLine, number: Found, binding: Binding | undefined): boolean {
  const noun =
    binding !== undefined && labels.includes(binding.label) && binding.label.to <= number.from
      ? binding.label.from
      : number.from;
  return labels.some(label => {
    if (label.kind !== 'old') return false;
    if (label.from >= number.to) return /^\s*[([]\s*$/.test(line.text.slice(number.to, label.from));
    return label.to <= number.from && label.to >= noun - 12 && !/[,.;]\s/.test(line.text.slice(label.to, noun));
  });
}

/** "1 2 3 4 5": steps, pages, marks to be given. */
export const countsUp = ({ digits, from, to }: Found): boolean =>
  to - from >= 2 * digits.length - 1 && '0123456789'.includes(digits);

export const hasStyle = (line: Line, number: Found, style: string): boolean =>
  line.styled.some(run => run.style === style && run.from < number.to && run.to > number.from);
