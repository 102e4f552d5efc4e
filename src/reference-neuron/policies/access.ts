import type { Dialect } from '../dialects.ts';
import type { Access, Resource } from '../resource.ts';

export interface AccessPolicies {
  /** Where a token may be absent, the dialect decides whether that is really so. */
  scheme(resource: Resource, dialect: Dialect): Access;
  enabledOnly(resource: Resource): boolean;
  /** The notation that a resource's JSON content has to match. */
  json(resource: Resource): string | null;
  xml(resource: Resource): string | null;
}

export const accessPolicies: AccessPolicies = {
  scheme: ({ access }, dialect) => (access === 'optional' ? dialect['verify-authentication'] : access),
  enabledOnly: resource => resource.enabledOnly === true,
  json: resource => resource.json,
  xml: resource => resource.xml,
};
