/** Where in a spec file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing wrong with a spec: a sentence that says what, what was expected, what is there and what to do. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
}

/** Specs that break the rules of their format. Each of `problems` begins with `file:line:column: `. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly problems: readonly string[];

  constructor(problems: readonly Problem[]) {
    const lines = [...problems]
      .sort(byPlace)
      .map(({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`);
    super(lines.join('\n'));
    this.problems = lines;
  }
}

const byPlace = (a: Problem, b: Problem): number =>
  (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column;
