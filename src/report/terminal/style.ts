import pc from 'picocolors';
import type { Outcome } from '../../model/outcome.ts';
import { visible } from '../visible.ts';
import { LABELS, SYMBOLS } from '../words.ts';

/** How a terminal is written to: colours when wanted, and how wide it is. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** The colour of an outcome. */
  readonly outcome: (outcome: Outcome, text: string) => string;
  /** The sign of an outcome in its colour. */
  readonly sign: (outcome: Outcome) => string;
  /** `✗ fail`, in its colour. */
  readonly label: (outcome: Outcome) => string;
  /** Text from elsewhere as it may be printed: without secrets, before anything is cut, and nothing in it acts. */
  readonly shown: (text: string) => string;
}

export function styleOf(colour: boolean, redact = (text: string): string => text): Style {
  const { bold, dim, red, magenta, yellow, cyan, green, gray } = pc.createColors(colour);
  const colours: Readonly<Record<Outcome, (text: string) => string>> = {
    'suite-error': magenta,
    fail: red,
    'could-not-test': magenta,
    warn: yellow,
    flaky: yellow,
    waived: cyan,
    pass: green,
    'not-applicable': gray,
    disabled: gray,
  };
  const outcome = (of: Outcome, text: string): string => colours[of](text);
  return {
    bold,
    dim,
    outcome,
    sign: of => outcome(of, SYMBOLS[of]),
    label: of => outcome(of, `${SYMBOLS[of]} ${LABELS[of]}`),
    shown: text => visible(redact(text)),
  };
}

/** Text in at most `width` columns; the cut is marked. */
export function fitted(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** Text in exactly `width` columns. */
export const padded = (text: string, width: number): string => {
  const short = fitted(text, width);
  return short + ' '.repeat(Math.max(0, width - [...short].length));
};

/** Text broken at spaces into lines of at most `width` columns. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
