/** A place in a notation text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** A notation text that cannot be read. Line and column count from 1 within the text that was parsed. */
export class NotationError extends Error {
  override readonly name = 'NotationError';
  readonly code = 'NOTATION';
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly got: string;

  constructor(position: Position, expected: string, got: string) {
    super(`The notation cannot be read at ${position.line}:${position.column}: expected ${expected}, got ${got}.`);
    this.line = position.line;
    this.column = position.column;
    this.expected = expected;
    this.got = got;
  }
}
