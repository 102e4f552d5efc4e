import type { AuditLevel } from '../security/auditor.ts';

/** What can fail, or succeed, on the way to being known. */
export type AuditEvent = 'signature' | 'token' | 'password' | 'code' | 'resend';

export interface AuditPolicies {
  /** Whose failures are counted together. */
  subject(address: string): string;
  counts(event: AuditEvent): boolean;
  resets(event: AuditEvent): boolean;
  levels(configured: readonly AuditLevel[]): readonly AuditLevel[];
}

export const auditPolicies: AuditPolicies = {
  subject: address => address,
  counts: () => true,
  resets: () => true,
  levels: configured => configured,
};
