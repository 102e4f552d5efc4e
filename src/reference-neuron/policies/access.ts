import type { Dialect } from '../dialects.ts';
import type { Access, ResourceFacts } from '../facts.ts';

export interface AccessPolicies {
  /** Where a token may be absent, the dialect decides whether that is really so. */
  scheme(resource: ResourceFacts, dialect: Dialect): Access;
  enabledOnly(resource: ResourceFacts): boolean;
  /** The notation that a resource's JSON content has to match. */
  json(resource: ResourceFacts): string | null;
  xml(resource: ResourceFacts): string | null;
}

export const accessPolicies: AccessPolicies = {
  scheme: ({ access }, dialect) => (access === 'optional' ? dialect['verify-authentication'] : access),
  enabledOnly: resource => resource.enabledOnly,
  json: resource => resource.json,
  xml: resource => resource.xml,
};
