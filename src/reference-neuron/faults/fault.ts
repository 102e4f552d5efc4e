import type { Call } from '../call.ts';
import type { Reply } from '../http/reply.ts';
import type { Asked, Wire } from '../http/wire.ts';
import type { Policies, PolicyChanges } from '../policies/index.ts';
import type { ValueObject } from '../value.ts';

/** What a fault shows only under the host control named here; without one, every run can see it. */
export type FaultNeed = 'restart' | 'quota' | 'lock-out' | 'secret';

/**
 * A seeded deviation from the contract: from every published reading of it. It acts at three seams: it replaces
 * decisions, changes the value of a success, or changes the answer on the wire. A fault keeps nothing between calls.
 */
export interface Fault {
  readonly id: string;
  /** The endpoint that deviates, or `*` for all. */
  readonly endpoint: string;
  /** Ids of the requirements that it breaks. */
  readonly breaks: readonly string[];
  /** How it deviates, in a sentence. */
  readonly text: string;
  readonly needs?: FaultNeed;
  policies?(correct: Policies): PolicyChanges;
  /** Changes the value of a success of the fault's endpoint. */
  answer?(value: ValueObject, call: Call): ValueObject;
  /** Changes a success of the fault's endpoint before it is written, headers and all. */
  reply?(reply: Reply, call: Call): Reply;
  /** Changes any answer of the fault's endpoint. */
  wire?(wire: Wire, asked: Asked): Wire;
}
