import type { ResourceFacts } from './facts.ts';
import type { Fields } from './fields.ts';
import type { Host } from './host.ts';
import type { Posted } from './http/decode.ts';
import type { Header } from './http/reply.ts';
import type { Jwt } from './security/jwt.ts';
import type { Account } from './state/accounts.ts';

/** Who calls, as a good token or password has shown. */
export interface Caller {
  readonly account: Account;
  /** Null for a caller who gave a password. */
  readonly token: Jwt | null;
}

/** One request as it reached the host. */
export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name; repeated headers are joined as RFC 9110 has it. */
  readonly headers: ReadonlyMap<string, string>;
  /** IP address and port of the peer. */
  readonly remote: { readonly address: string; readonly port: number };
  readonly body: () => Promise<Buffer>;
}

/** One request on its way through the host. */
export interface Call extends Asking {
  readonly host: Host;
  readonly resource: ResourceFacts;
  readonly caller: Caller | null;
  /** What the body held. */
  readonly posted: Posted;
  /** What the resource's pattern bound, by variable name. */
  readonly fields: Fields;
  /** Headers that go out with the answer, whatever it says. */
  readonly setHeaders: Header[];
}
