import type { Dialect } from '../dialects.ts';
import type { Access, AccessQuestion, ResourceFacts } from '../facts.ts';

export interface AccessPolicies {
  scheme(resource: ResourceFacts, dialect: Dialect): Access;
  enabledOnly(resource: ResourceFacts): boolean;
  /** The notation that a resource's JSON content has to match. */
  json(resource: ResourceFacts): string | null;
  xml(resource: ResourceFacts): string | null;
}

const isQuestion = (access: Access | AccessQuestion): access is AccessQuestion => access.endsWith('-authentication');

export const accessPolicies: AccessPolicies = {
  scheme: ({ access }, dialect) => (isQuestion(access) ? dialect[access] : access),
  enabledOnly: resource => resource.enabledOnly,
  json: resource => resource.json,
  xml: resource => resource.xml,
};
