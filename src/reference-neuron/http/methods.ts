import type { Resource } from '../resource.ts';
import type { Header, Reply } from './reply.ts';
import { refuse } from './reply.ts';

const allowed = (resource: Resource): Header => ['Allow', [...resource.methods, 'OPTIONS'].join(', ')];

export const methodNotAllowed = (resource: Resource) => refuse(405, '', [allowed(resource)]);

/** OPTIONS is always answered, and never asks who calls. */
export function corsReply(resource: Resource, headers: ReadonlyMap<string, string>): Reply {
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
