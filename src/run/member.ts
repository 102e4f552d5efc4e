import type { Spec } from '../contract/spec.ts';
import type { Json } from '../model/json.ts';
import type { Actor } from './actor.ts';

/** What the run itself knows and a request may need. */
export interface Credentials {
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
}

/** Names and requiredness of the members of an endpoint's request. */
export function membersOf(spec: Spec): readonly { readonly name: string; readonly required: boolean }[] {
  if (spec.request?.kind !== 'object') return [];
  return spec.request.members.map(({ name, pattern }) => ({ name, required: pattern.kind === 'required' }));
}

/** The value that a member has when a step does not set it: the persona's, the key's or a fresh nonce. */
export function defaultOf(
  name: string,
  actor: Actor | null,
  credentials: Credentials,
  nonce: () => string,
): Json | undefined {
  switch (name) {
    case 'nonce':
      return nonce();
    case 'apiKey':
      return credentials.apiKey ?? undefined;
    case 'userName':
    case 'UserName':
      return actor?.persona.userName;
    case 'eMail':
    case 'EMail':
      return actor?.eMail;
    case 'password':
    case 'Password':
      return actor?.persona.password;
    default:
      return undefined;
  }
}
