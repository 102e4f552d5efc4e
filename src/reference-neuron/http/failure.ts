import type { Dialect } from '../dialects.ts';
import { MalformedContent } from './decode.ts';
import { PatternMismatch } from './match.ts';
import type { Reply } from './reply.ts';

/** What becomes of an exception: a refusal where the broker catches it, else the framework's 500 that ends the connection. */
export function failureReply(error: unknown, dialect: Dialect): Reply {
  if (error instanceof MalformedContent) return failed(Number(dialect['malformed-json']), error.message);
  if (error instanceof PatternMismatch) {
    const caught = dialect['pattern-mismatch'] === '400';
    return failed(caught ? 400 : 500, caught ? 'Payload does not conform to specification.' : error.message);
  }
  return failed(500, error instanceof Error ? error.message : 'Internal server error.');
}

const failed = (status: number, text: string): Reply => ({
  status,
  headers: [],
  content: { kind: 'text', text },
  close: status >= 500,
});
