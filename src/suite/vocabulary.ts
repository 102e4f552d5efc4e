/** What a suite may name: the contract's endpoints and requirements, the named checks, the payloads. */
export interface Vocabulary {
  readonly endpoints: readonly string[];
  readonly requirements: readonly string[];
  readonly checks: readonly string[];
  readonly payloads: readonly string[];
}

/** Roots of references that are no actor and no step. */
export const RESERVED_ROOTS = ['payload', 'target', 'sent', 'headers', 'status', 'run'] as const;

/** Roots that are followed by the id of an earlier step. */
export const STEP_ROOTS: ReadonlySet<string> = new Set(['sent', 'headers', 'status']);

/** What may follow the other roots; the payloads are the vocabulary's. */
export const ROOT_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  target: ['host', 'origin', 'domain', 'captcha'],
  run: ['id', 'seed'],
};

/** What may follow the name of an actor. */
export const ACTOR_PROPERTIES = [
  'name',
  'fullName',
  'userName',
  'eMail',
  'phoneNr',
  'password',
  'jid',
  'absentJid',
  'domain',
  'token',
  'cookie',
] as const;
