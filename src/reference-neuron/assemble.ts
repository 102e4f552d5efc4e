import type { Asking } from './call.ts';
import { faultyPolicies } from './faults/apply.ts';
import { createHost, type Host } from './host.ts';
import { createHandler } from './http/handler.ts';
import type { Wire } from './http/wire.ts';
import { openPostOffice } from './mail/post-office.ts';
import { apiKeysOf, type ReferenceNeuronOptions, type Resolved, resolveOptions } from './options.ts';
import { createPatterns } from './patterns.ts';
import { CORRECT } from './policies/index.ts';
import { RESOURCES } from './resources.ts';

/** A host that does not listen yet. */
export interface Assembled {
  readonly settings: Resolved;
  readonly host: Host;
  readonly handle: (asking: Asking) => Promise<Wire>;
}

/**
 * Puts a host together: its options, what it decides and remembers, and what answers its requests.
 *
 * @param open where mail and SMS go out; the servers that the options name when it is left out.
 */
export function assemble(options: ReferenceNeuronOptions, open = openPostOffice): Assembled {
  const settings = resolveOptions(options);
  const { domain, now, dialect, faults, audit, observe, recaptchaResponse, tls } = settings;
  const host = createHost({
    domain,
    encrypted: tls !== null,
    now,
    dialect,
    policies: faultyPolicies(faults, CORRECT),
    patterns: createPatterns(),
    postOffice: open(settings),
    audit,
    apiKeys: apiKeysOf(settings),
    recaptchaResponse,
  });
  return { settings, host, handle: createHandler({ host, resources: RESOURCES, faults, observe }) };
}
