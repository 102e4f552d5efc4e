import { changed } from '../policies/index.ts';
import type { Fault } from './fault.ts';

/** Two faults at once, of which each hides a trace of the other. */
function pair(id: string, text: string, first: Fault, second: Fault): Fault {
  const same = first.endpoint === second.endpoint;
  return {
    id: `pair-${id}`,
    endpoint: same ? first.endpoint : '*',
    breaks: [...new Set([...first.breaks, ...second.breaks])],
    text,
    policies: correct => {
      const changes = first.policies?.(correct) ?? {};
      const between = changed(correct, changes);
      return { ...between, ...changed(between, second.policies?.(between) ?? {}) };
    },
    answer: (value, call) =>
      [first, second].reduce(
        (current, fault) =>
          fitting(fault, call.resource.endpoint) ? (fault.answer?.(current, call) ?? current) : current,
        value,
      ),
    wire: (wire, asked) =>
      [first, second].reduce(
        (current, fault) => (fitting(fault, asked.endpoint) ? (fault.wire?.(current, asked) ?? current) : current),
        wire,
      ),
  };
}

const fitting = (fault: Fault, endpoint: string | null): boolean =>
  fault.endpoint === '*' || fault.endpoint === endpoint;

/** Picks from all faults those that are paired here; an id that does not exist is a slip of this file. */
export function pairsOf(singles: readonly Fault[]): readonly Fault[] {
  const named = (id: string): Fault => {
    const found = singles.find(fault => fault.id === id);
    if (found === undefined) throw new Error(`There is no fault ${id} to pair.`);
    return found;
  };
  const PAIRS = [
    ['tokens-live-on', 'logout-revokes-nothing', 'token-never-expires', 'Tokens end neither by log-out nor by time.'],
    [
      'late-in-every-place',
      'token-ends-late',
      'login-expires-two-minutes-late',
      'A token ends two minutes late, and expires agrees with it.',
    ],
    [
      'lost-and-counted',
      'message-lost',
      'clear-counts-one-more',
      'Messages are lost, and clearing counts one that is not there.',
    ],
    [
      'doubled-and-dropped',
      'message-doubled',
      'pop-loses-one',
      'Messages are delivered twice, and popping loses the second.',
    ],
    [
      'kept-but-cleared',
      'pop-keeps-messages',
      'clear-counts-zero',
      'Popping keeps the messages, and clearing denies them.',
    ],
    ['any-code-twice', 'verify-takes-any-code', 'verify-takes-code-twice', 'Any code verifies, any number of times.'],
    [
      'enabled-but-denied',
      'create-enables-at-once',
      'info-hides-address',
      'A new account may be used at once, and Info hides it.',
    ],
    [
      'unsigned-and-reused',
      'login-signature-unchecked',
      'login-nonce-never-used-up',
      'Login checks neither signature nor nonce.',
    ],
    ['silent-mail', 'mail-never-sent', 'create-denies-mail', 'No code is mailed, and the answer says so.'],
    ['cut-and-typed', 'login-as-text', 'login-without-expires', 'Login answers as text, and lacks expires.'],
    ['resent-and-dead', 'resend-mails-dead-code', 'resend-mails-twice', 'A dead code is sent again, in two mails.'],
    [
      'shifted-together',
      'create-created-in-local-time',
      'create-expires-an-hour-west',
      'created and expires of Create are off, each by another time zone.',
    ],
  ] as const;
  return PAIRS.map(([id, first, second, text]) => pair(id, text, named(first), named(second)));
}
