import type { CodeCandidate, CodeReading } from '../../../model/mail.ts';
import { ENOUGH } from './evidence.ts';

/** Two numbers whose scores are nearer than this are equally likely. */
const MARGIN = 2;
const MAX_LISTED = 20;

/** Picks the code from all numbers of a mail, or says why there is none. Never guesses between equals. */
export function choose(found: readonly CodeCandidate[]): CodeReading {
  const candidates = merged(found);
  const listed = candidates.slice(0, MAX_LISTED);
  const [best, second] = candidates;
  const none = (why: string): CodeReading => ({ code: null, why, candidates: listed });
  if (best === undefined) return none('It holds no number of 4 to 10 digits.');
  if (best.score < ENOUGH)
    return none(`No number in it reads as a code: ${candidates.slice(0, 3).map(described).join('; ')}.`);
  if (second !== undefined && second.score >= ENOUGH && best.score - second.score < MARGIN) {
    const parts = partsDiffer(found, best, second);
    return none(parts ?? `Two numbers are equally likely to be the code: ${described(best)}; ${described(second)}.`);
  }
  const parts = disagreement(found, best);
  return parts === null ? { code: best.code, why: `${described(best)}.`, candidates: listed } : none(parts);
}

/** One candidate for each number, as its best place shows it, likeliest first. */
function merged(found: readonly CodeCandidate[]): CodeCandidate[] {
  const best = new Map<string, CodeCandidate>();
  for (const candidate of found) {
    const known = best.get(candidate.code);
    if (known === undefined || candidate.score > known.score) best.set(candidate.code, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

const bestOf = (found: readonly CodeCandidate[], part: CodeCandidate['part']): CodeCandidate | undefined =>
  merged(found.filter(candidate => candidate.part === part && candidate.score >= ENOUGH))[0];

/** Text and HTML are two readings of one mail: where each names another code, nobody can tell which one is meant. */
function disagreement(found: readonly CodeCandidate[], best: CodeCandidate): string | null {
  const [text, html] = [bestOf(found, 'text'), bestOf(found, 'html')];
  if (text === undefined || html === undefined || text.code === html.code) return null;
  const other = text.code === best.code ? html : text;
  const everywhere = found.some(each => each.code === best.code && each.part === other.part && each.score >= ENOUGH);
  return everywhere ? null : differ(text, html);
}

function partsDiffer(found: readonly CodeCandidate[], best: CodeCandidate, second: CodeCandidate): string | null {
  const partsOf = (code: string): string[] => [
    ...new Set(found.filter(each => each.code === code).map(each => each.part)),
  ];
  const [a, b] = [partsOf(best.code), partsOf(second.code)];
  if (a.join() === 'text' && b.join() === 'html') return differ(best, second);
  return a.join() === 'html' && b.join() === 'text' ? differ(second, best) : null;
}

const differ = (text: CodeCandidate, html: CodeCandidate): string =>
  `The text part and the HTML part name different codes: ${described(text)}; ${described(html)}.`;

const described = ({ code, part, why }: CodeCandidate): string =>
  `${code} (${part === 'html' ? 'HTML' : part}: ${why.join(', ')})`;
