import { NotationError } from './errors.ts';
import { matchPattern } from './match/match.ts';
import { parsePattern } from './parse.ts';

/**
 * Judges `[{ "pattern", "value" }, …]`: true where the engine matches. A mismatch, a construct that it cannot match and
 * an exception are all false.
 *
 * @throws Error with a sentence that names the entry, when the input or a pattern cannot be read.
 */
export function matchCases(json: unknown, now: Date = new Date()): boolean[] {
  if (!Array.isArray(json)) throw new Error('Expected a JSON array of {"pattern", "value"} objects.');
  return json.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null || !('pattern' in entry) || typeof entry.pattern !== 'string') {
      throw new Error(`Entry ${index} of the array has no "pattern" that is a string.`);
    }
    if (!('value' in entry)) throw new Error(`Entry ${index} of the array has no "value".`);
    return matchPattern(parseEntry(entry.pattern, index), entry.value, { now }).outcome === 'match';
  });
}

function parseEntry(text: string, index: number) {
  try {
    return parsePattern(text, { lenient: true });
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    throw new Error(`Entry ${index} of the array: ${error.message}`, { cause: error });
  }
}
