import type { Binding } from './bind.ts';
import { endsOnIs, leadsAway } from './led-away.ts';
import type { Found } from './numbers.ts';
import { isAlone, type ReadLine } from './read-line.ts';

const LOOK_BACK = 4;
const FURTHEST = 40;

/** What the lines around a number say of it, when its own line says nothing. Undefined when they do not either. */
export function neighbourBinding(lines: readonly ReadLine[], index: number, number: Found): Binding | undefined {
  const here = lines[index];
  if (here === undefined) return undefined;
  const column = columnBinding(lines, index, number);
  if (column !== undefined) return column;
  if (!isAlone(here.line, number)) return wrappedBinding(lines[index - 1], here, number);
  const above = wordyLines(lines, index, -1);
  const noun = above[0] === undefined ? undefined : lastNoun(above[0]);
  const first = noun && above[0] && ofNumberAbove(lines, index, above[0], noun);
  if (first !== undefined) return first;
  const below = wordyLines(lines, index, 1)[0];
  const under = below === undefined ? undefined : firstNoun(below);
  if (under !== undefined) return under;
  const further = above
    .slice(1, LOOK_BACK)
    .map(lastNoun)
    .find(each => each?.kind === 'code');
  return further && { ...further, direct: false };
}

/** A sentence that a mail program broke: its word for a code ends the line above, the number begins this one. */
function wrappedBinding(above: ReadLine | undefined, here: ReadLine, number: Found): Binding | undefined {
  if (above === undefined || above.line.region !== here.line.region || above.line.text.length < 30) return undefined;
  const bound = new Set([...above.bindings.values()].map(binding => binding.label));
  const before = here.line.text.slice(0, number.from);
  // "Your code for the account alice\nis 482913": what it is said of is the code.
  const told = before.length < 12 && endsOnIs(before);
  const label = above.labels.findLast(
    each => (each.kind === 'code' || (each.kind === 'other' && !told)) && !bound.has(each),
  );
  if (label?.kind !== 'code' || /[.!?](?:\s|$)/.test(above.line.text.slice(label.to))) return undefined;
  return /^[^.!?;:,]{0,40}[:：]?\s*$/.test(before) ? { kind: 'code', direct: false, label } : undefined;
}

/** The nearest lines of the same part and region that hold words, numbers on lines of their own left out. */
function wordyLines(lines: readonly ReadLine[], index: number, step: 1 | -1): ReadLine[] {
  const here = lines[index]?.line;
  const found: ReadLine[] = [];
  for (let at = index + step; found.length < LOOK_BACK && Math.abs(at - index) <= FURTHEST; at += step) {
    const read = lines[at];
    if (read === undefined) break;
    if (read.line.region === here?.region && /\p{L}/u.test(read.line.text)) found.push(read);
  }
  return found;
}

/**
 * Where words stand below their numbers, the word above a number is another's: it is not taken when a blank line parts
 * it from this number, and counts less when nothing does.
 */
function ofNumberAbove(lines: readonly ReadLine[], index: number, words: ReadLine, noun: Binding): Binding | undefined {
  const at = lines.indexOf(words, Math.max(0, index - FURTHEST));
  const over = lines[at - 1];
  const [number] = over?.numbers ?? [];
  if (over === undefined || number === undefined || number.shape !== null || !isAlone(over.line, number)) return noun;
  const [title] = wordyLines(lines, at - 1, -1);
  if (title !== undefined && lastNoun(title) !== undefined) return noun;
  return index > at + 1 ? undefined : { ...noun, direct: false };
}

/** The noun that a line ends on and has no number for: "Your verification code:", "Order number". */
function lastNoun({ line, labels, bindings }: ReadLine): Binding | undefined {
  const bound = new Set([...bindings.values()].map(binding => binding.label));
  const nouns = labels.filter(label => !bound.has(label));
  const code = nouns.find(label => label.kind === 'code' && !leadsAway(line.text.slice(label.to)));
  const other = nouns.findLast(label => label.kind === 'other');
  // The heads of several columns.
  if (code !== undefined && other !== undefined && line.text.includes('\t')) return undefined;
  if (code !== undefined)
    return { kind: 'code', direct: /[:：]\s*$/.test(line.text) || line.text.length < 60, label: code };
  const short = line.text.length < 40 && other !== undefined && /^[^.!?]*[:：]?\s*$/.test(line.text);
  return short && other !== undefined ? { kind: 'other', direct: true, label: other } : undefined;
}

/** The noun that a line begins with: "… is your code", "visitors". */
function firstNoun({ line, labels, bindings }: ReadLine): Binding | undefined {
  const label = labels.find(each => (each.kind === 'code' || each.kind === 'other') && each.from < 30);
  if (label === undefined || [...bindings.values()].some(binding => binding.label === label)) return undefined;
  if (label.kind === 'code') return { kind: 'code', direct: false, label };
  return label.kind === 'other' && line.text.length < 25 && !/\d/.test(line.text)
    ? { kind: 'other', direct: false, label }
    : undefined;
}

/** In a table with its labels in a row of their own, the label in the cell above. */
function columnBinding(lines: readonly ReadLine[], index: number, number: Found): Binding | undefined {
  const here = lines[index];
  const above = [lines[index - 1], lines[index - 2]].find(read => read !== undefined && read.line.text.trim() !== '');
  if (here === undefined || above === undefined || above.line.part !== here.line.part || above.numbers.length > 0)
    return undefined;
  const cells = here.line.text.split('\t').length;
  if (cells < 2 || above.line.text.split('\t').length !== cells) return undefined;
  const column = here.line.text.slice(0, number.from).split('\t').length;
  const label = above.labels.find(
    each =>
      (each.kind === 'code' || each.kind === 'other') &&
      above.line.text.slice(0, each.from).split('\t').length === column,
  );
  if (label?.kind !== 'code' && label?.kind !== 'other') return undefined;
  return { kind: label.kind, direct: true, label };
}
