import type { ResourceFacts } from '../facts.ts';
import type { Header, Reply } from './reply.ts';
import { refuse } from './reply.ts';

const allowed = (resource: ResourceFacts): Header => ['Allow', [...resource.methods, 'OPTIONS'].join(', ')];

export const methodNotAllowed = (resource: ResourceFacts) => refuse(405, '', [allowed(resource)]);

/** OPTIONS is always answered, and never asks who calls. */
export function corsReply(resource: ResourceFacts, headers: ReadonlyMap<string, string>): Reply {
  const requested = headers.get('access-control-request-headers');
  const preflight = headers.has('access-control-request-method');
  return {
    status: 204,
    headers: [
      allowed(resource),
      ['Access-Control-Allow-Origin', headers.get('origin') ?? '*'],
      ...(preflight ? [['Access-Control-Allow-Methods', [...resource.methods, 'OPTIONS'].join(', ')] as const] : []),
      ...(requested === undefined ? [] : [['Access-Control-Allow-Headers', requested] as const]),
    ],
    content: { kind: 'empty' },
  };
}
