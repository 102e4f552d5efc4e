import type { Actor } from './actor.ts';
import type { Credentials } from './member.ts';
import type { WireEncoding } from './planned.ts';
import type { Values } from './resolve.ts';

/** What a request is made from, besides its step. */
export interface DraftContext {
  readonly actor: Actor | null;
  readonly values: Values;
  readonly credentials: Credentials;
  /** The `Host` header of requests, the host part of signatures. */
  readonly host: string;
  readonly origin: string;
  readonly nonce: () => string;
  /** The form of bodies, where the contract has it. */
  readonly encoding: WireEncoding;
}
