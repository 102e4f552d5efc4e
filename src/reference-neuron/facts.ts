/** How a resource wants to be sure of its caller. */
export type Access =
  | 'none'
  /** A good token is required. */
  | 'bearer'
  /** A token may be absent, but one that is sent must be good. */
  | 'optional'
  | 'basic';

/** A dialect question whose readings are schemes. */
export type AccessQuestion = 'verify-authentication' | 'jwt-authentication' | 'petition-authentication';

/** What a resource says of itself, without what it does. */
export interface ResourceFacts {
  /** `Account/Login`; the name of the page for what is no endpoint. */
  readonly endpoint: string;
  readonly path: string;
  readonly methods: readonly string[];
  /** A question where public sources disagree. */
  readonly access: Access | AccessQuestion;
  /** Failures here count towards a block, and the blocked are turned away. */
  readonly audited: boolean;
  /** The caller's account must be enabled. */
  readonly enabledOnly: boolean;
  /** The notation that a JSON or form body has to match; null takes the content as it comes. */
  readonly json: string | null;
  /** The notation that an XML body has to match; null where there is no XML form. */
  readonly xml: string | null;
}
