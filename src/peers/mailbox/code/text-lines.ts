import { plain } from './characters.ts';
import type { Line, Styled } from './line.ts';
import { MAX_LINES, wrapped } from './wrap.ts';

/** The lines of a plain text. `*482913*` and `_482913_` are strong. Regions are told apart later. */
export function textLines(text: string, part: Line['part']): Line[] {
  return plain(text)
    .replace(/\r\n|[\r\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .split('\n', MAX_LINES)
    .flatMap(wrapped)
    .map(line => ({ text: line.trimEnd(), part, region: 'body', styled: strongRuns(line) }));
}

function strongRuns(line: string): Styled[] {
  const runs = line.matchAll(/(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,2})(?=\S)([^*_]{1,80})\1/gu);
  return [...runs].map(run => ({ style: 'strong', from: run.index, to: run.index + run[0].length }));
}
