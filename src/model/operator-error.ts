/**
 * An operator's mistake: wrong usage, configuration or preflight. It ends the command with exit 2 and is never a
 * finding about the target. What is not an OperatorError and is thrown is a bug of ours.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  /** Stable, e.g. `TARGET_NOT_A_URL`. */
  readonly code: string;
  /** The one thing to do next, as a sentence. */
  readonly next: string;

  constructor(code: string, message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.next = next;
  }
}
