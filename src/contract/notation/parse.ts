import type { Pattern } from './ast.ts';
import { Cursor } from './cursor.ts';
import { readExpression } from './parse-expression.ts';

export interface ParseOptions {
  /**
   * Functions and operators that the engine cannot match become `unknown` patterns. Without it (specs) they are
   * refused as an unknown construct.
   */
  readonly lenient?: boolean;
}

/**
 * Reads a pattern in JSON form, such as `{ "seconds": Required(Int(0 < PSeconds <= 3600)) }`.
 *
 * @throws NotationError with line and column, when the text is not a pattern.
 */
export function parsePattern(text: string, options: ParseOptions = {}): Pattern {
  const cursor = new Cursor(text, 0, options.lenient ?? false);
  const pattern = readExpression(cursor);
  if (cursor.token.kind !== 'end') cursor.fail('the end of the pattern');
  return pattern;
}
