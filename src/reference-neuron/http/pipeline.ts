import type { Asking, Call } from '../call.ts';
import { faultyReply } from '../faults/apply.ts';
import type { Fault } from '../faults/fault.ts';
import type { Host } from '../host.ts';
import type { Resource } from '../resource.ts';
import { requireOpenDoor } from '../security/audit-gate.ts';
import { authenticate } from '../security/authenticate.ts';
import { decode } from './decode.ts';
import { failureReply } from './failure.ts';
import { matched } from './match.ts';
import { corsReply, methodNotAllowed } from './methods.ts';
import { Refusal, type Reply, refuse } from './reply.ts';

/**
 * Takes a request through the framework's order of checks: does the resource exist, may the address and the caller
 * come in, is the method one of its own, what does the body say, does it match, and only then what the resource does.
 */
export async function answer(
  host: Host,
  resource: Resource | undefined,
  asking: Asking,
  faults: readonly Fault[],
): Promise<Reply> {
  const setHeaders: [string, string][] = [];
  try {
    requireLength(asking);
    if (resource === undefined) throw refuse(404, `Resource not found: ${asking.path}`);
    if (asking.method === 'OPTIONS') return corsReply(resource, asking.headers);
    requireOpenDoor(host, resource, asking);
    const caller = authenticate(host, resource, asking);
    if (!resource.methods.includes(asking.method)) throw methodNotAllowed(resource);
    const posted = decode(await asking.body(), asking.headers.get('content-type'), host.policies.requests);
    const fields = matched(host, resource, posted);
    const call: Call = { ...asking, host, resource, caller, posted, fields, setHeaders };
    const reply = faultyReply(faults, await resource.run(call), call);
    return { ...reply, headers: [...setHeaders, ...reply.headers] };
  } catch (error) {
    const reply = error instanceof Refusal ? error.reply : failureReply(error, host.dialect);
    return { ...reply, headers: [...setHeaders, ...reply.headers] };
  }
}

/** The connection does not know where a body of no stated length would end. */
function requireLength({ method, headers }: Asking): void {
  const hasLength = headers.has('content-length') || headers.has('transfer-encoding');
  if (['POST', 'PUT', 'PATCH'].includes(method) && !hasLength) throw refuse(411, 'Content Length required.', [], true);
}
