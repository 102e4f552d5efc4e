/** How the engine ends: `unknown` and `exception` are no match either, but tell why. */
export type MatchOutcome = 'match' | 'no-match' | 'unknown' | 'exception';

/** The engine would throw while it matches, which a host answers with 500 unless its script catches it. */
export class EngineException extends Error {
  override readonly name = 'EngineException';
}
