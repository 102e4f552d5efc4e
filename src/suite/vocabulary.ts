/** What a suite may name: the contract's endpoints and requirements, and the named checks. */
export interface Vocabulary {
  readonly endpoints: readonly string[];
  readonly requirements: readonly string[];
  readonly checks: readonly string[];
  readonly payloads: readonly string[];
}

/** Roots of references that are no actor and no step. */
export const RESERVED_ROOTS = ['payload', 'target', 'sent', 'headers', 'status', 'run'] as const;
