import type { Actor } from './actor.ts';
import type { Credentials } from './member.ts';
import type { WireEncoding } from './planned.ts';
import type { Values } from './resolve.ts';

/** What a request is made from, besides its step. */
export interface DraftContext {
  readonly actor: Actor | null;
  readonly values: Values;
  readonly credentials: Credentials;
  /** The host part of signatures: the `Host` header of requests, or the name in it alone. */
  readonly host: string;
  readonly origin: string;
  readonly nonce: () => string;
  /** The form of bodies, where the contract has it. */
  readonly encoding: WireEncoding;
}
