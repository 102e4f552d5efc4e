import type { MessagePolicies } from '../policies/messages.ts';
import type { Fault } from './fault.ts';

/** A fault of how messages are delivered, popped or cleared. */
export const policy = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: () => Partial<MessagePolicies>,
): Fault => ({ id, endpoint, breaks, text, policies: () => ({ messages: change() }) });

/** A fault of what a success says. */
export const answered = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  answer: NonNullable<Fault['answer']>,
): Fault => ({ id, endpoint, breaks, text, answer });
