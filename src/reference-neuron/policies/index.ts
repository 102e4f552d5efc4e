import { type AccessPolicies, accessPolicies } from './access.ts';
import { type AccountPolicies, accountPolicies } from './accounts.ts';
import { type AuditPolicies, auditPolicies } from './audit.ts';
import { type LetterPolicies, letterPolicies } from './letters.ts';
import { type MessagePolicies, messagePolicies } from './messages.ts';
import { type RecoveryPolicies, recoveryPolicies } from './recovery.ts';
import { type RequestPolicies, requestPolicies } from './requests.ts';
import { type RosterPolicies, rosterPolicies } from './roster.ts';
import { type SessionPolicies, sessionPolicies } from './sessions.ts';
import { type NoncePolicies, noncePolicies, type SignaturePolicies, signaturePolicies } from './signing.ts';
import { type TokenPolicies, tokenPolicies } from './tokens.ts';
import { type VerificationPolicies, verificationPolicies } from './verification.ts';
import { type WebFormPolicies, webFormPolicies } from './web-form.ts';

/** The decisions of the host, each at a named seam, so that a fault replaces one of them and touches nothing else. */
export interface Policies {
  readonly access: AccessPolicies;
  readonly accounts: AccountPolicies;
  readonly audit: AuditPolicies;
  readonly letters: LetterPolicies;
  readonly messages: MessagePolicies;
  readonly nonces: NoncePolicies;
  readonly recovery: RecoveryPolicies;
  readonly requests: RequestPolicies;
  readonly roster: RosterPolicies;
  readonly sessions: SessionPolicies;
  readonly signatures: SignaturePolicies;
  readonly tokens: TokenPolicies;
  readonly verification: VerificationPolicies;
  readonly webForm: WebFormPolicies;
}

export type PolicyChanges = { readonly [Area in keyof Policies]?: Partial<Policies[Area]> };

/** What a correct host decides. */
export const CORRECT: Policies = {
  access: accessPolicies,
  accounts: accountPolicies,
  audit: auditPolicies,
  letters: letterPolicies,
  messages: messagePolicies,
  nonces: noncePolicies,
  recovery: recoveryPolicies,
  requests: requestPolicies,
  roster: rosterPolicies,
  sessions: sessionPolicies,
  signatures: signaturePolicies,
  tokens: tokenPolicies,
  verification: verificationPolicies,
  webForm: webFormPolicies,
};

/** The policies with some decisions replaced. */
export function changed(policies: Policies, changes: PolicyChanges): Policies {
  return {
    access: { ...policies.access, ...changes.access },
    accounts: { ...policies.accounts, ...changes.accounts },
    audit: { ...policies.audit, ...changes.audit },
    letters: { ...policies.letters, ...changes.letters },
    messages: { ...policies.messages, ...changes.messages },
    nonces: { ...policies.nonces, ...changes.nonces },
    recovery: { ...policies.recovery, ...changes.recovery },
    requests: { ...policies.requests, ...changes.requests },
    roster: { ...policies.roster, ...changes.roster },
    sessions: { ...policies.sessions, ...changes.sessions },
    signatures: { ...policies.signatures, ...changes.signatures },
    tokens: { ...policies.tokens, ...changes.tokens },
    verification: { ...policies.verification, ...changes.verification },
    webForm: { ...policies.webForm, ...changes.webForm },
  };
}
