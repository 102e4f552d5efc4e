import type { Call } from './call.ts';
import type { ResourceFacts } from './facts.ts';
import type { Reply } from './http/reply.ts';

/** One resource of the host, as an array entry: adding one is one file and one line. */
export interface Resource extends ResourceFacts {
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
