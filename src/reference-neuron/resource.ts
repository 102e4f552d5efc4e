import type { Call } from './call.ts';
import type { Reply } from './http/reply.ts';

/** How a resource wants to be sure of its caller. */
export type Access =
  | 'none'
  /** A good token is required. */
  | 'bearer'
  /** A token may be absent, but one that is sent must be good. */
  | 'optional'
  | 'basic';

/** One resource of the host, as an array entry: adding one is one file and one line. */
export interface Resource {
  /** `Account/Login`; the name of the page for what is no endpoint. */
  readonly endpoint: string;
  readonly path: string;
  readonly methods: readonly string[];
  readonly access: Access;
  /** Failures here count towards a block, and the blocked are turned away. */
  readonly audited: boolean;
  /** The caller's account must be enabled. */
  readonly enabledOnly?: boolean;
  /** The notation that a JSON or form body has to match; null takes the content as it comes. */
  readonly json: string | null;
  /** The notation that an XML body has to match; null where there is no XML form. */
  readonly xml: string | null;
  run(call: Call): Reply | Promise<Reply>;
}

/** An endpoint of the Agent API with what nearly all of them have in common: POST, a bearer token, an enabled account. */
export const agentResource = (
  endpoint: string,
  rest: Pick<Resource, 'json' | 'xml' | 'run'> & Partial<Resource>,
): Resource => ({
  endpoint,
  path: `/Agent/${endpoint}`,
  methods: ['POST'],
  access: 'bearer',
  audited: true,
  enabledOnly: true,
  ...rest,
});
