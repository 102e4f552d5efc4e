import type { Call } from '../call.ts';
import type { Reply } from '../http/reply.ts';
import type { Asked, Wire } from '../http/wire.ts';
import { changed, type Policies } from '../policies/index.ts';
import type { Fault } from './fault.ts';

/** The policies of a host with some faults, the later ones over the earlier. */
export const faultyPolicies = (faults: readonly Fault[], correct: Policies): Policies =>
  faults.reduce((policies, fault) => changed(policies, fault.policies?.(policies) ?? {}), correct);

const touches = (fault: Fault, endpoint: string | null) => fault.endpoint === '*' || fault.endpoint === endpoint;

/** A reply as the faults of its endpoint leave it. */
export const faultyReply = (faults: readonly Fault[], reply: Reply, call: Call): Reply =>
  faults
    .filter(fault => touches(fault, call.resource.endpoint))
    .reduce((current, fault) => {
      const changedReply = fault.reply?.(current, call) ?? current;
      const { content } = changedReply;
      if (content.kind !== 'value' || fault.answer === undefined) return changedReply;
      return { ...changedReply, content: { ...content, value: fault.answer(content.value, call) } };
    }, reply);

/** An answer on the wire as the faults of its endpoint leave it. */
export const faultyWire = (faults: readonly Fault[], wire: Wire, asked: Asked): Wire =>
  faults
    .filter(fault => touches(fault, asked.endpoint))
    .reduce((current, fault) => fault.wire?.(current, asked) ?? current, wire);
