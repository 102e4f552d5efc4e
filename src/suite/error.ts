import { OperatorError } from '../model/operator-error.ts';

export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake in a suite, profile or fixture file, with the place. */
export class SuiteError extends OperatorError {
  readonly at: Position;

  constructor(at: Position, message: string, next: string) {
    super('SUITE_INVALID', `${at.file}:${at.line}:${at.column}: ${message}`, next);
    this.at = at;
  }
}
