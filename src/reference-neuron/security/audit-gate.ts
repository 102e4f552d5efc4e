import type { Asking } from '../call.ts';
import type { ResourceFacts } from '../facts.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import type { AuditEvent } from '../policies/audit.ts';

type From = Pick<Asking, 'remote'>;

/** Turns blocked addresses away before it is asked who they are. */
export function requireOpenDoor(host: Host, resource: ResourceFacts, { remote }: From): void {
  if (!resource.audited) return;
  const block = host.auditor.blocked(host.policies.audit.subject(remote.address), host.now());
  if (block === null) return;
  const endpoint = `${remote.address}:${remote.port}`;
  if (block.until === null)
    throw refuse(403, `This endpoint (${endpoint}) has been blocked from the system.`, [], true);
  const wait = waitText(block.until - host.now());
  const text = `Too many failed login attempts in a row registered. Try again in ${wait}. Remote Endpoint: ${endpoint}`;
  throw refuse(429, text, [], true);
}

export function auditFailure(host: Host, event: AuditEvent, { remote }: From): void {
  const { audit } = host.policies;
  if (audit.counts(event)) host.auditor.fail(audit.subject(remote.address), host.now());
}

export function auditSuccess(host: Host, event: AuditEvent, { remote }: From): void {
  const { audit } = host.policies;
  if (audit.resets(event)) host.auditor.succeed(audit.subject(remote.address));
}

function waitText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (minutes < 120) return `${minutes} minute(s)`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} hour(s)` : `${Math.ceil(hours / 24)} day(s)`;
}
