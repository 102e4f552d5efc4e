import { edit } from '../members.ts';
import type { Value, ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import type { Fault } from './fault.ts';
import { answered, policy } from './message-changes.ts';

/** Changes the elements of every message in an answer, as JSON shows them. */
const contents = (value: ValueObject, change: (element: Value) => Value): ValueObject =>
  edit(value, 'Messages.Content', (members, name) => {
    const held = members[name];
    return { ...members, [name]: Array.isArray(held) ? held.map(change) : change(held ?? null) };
  });

const count = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

/** Queues that keep what was taken, or lose what was left. */
export const queues: readonly Fault[] = [
  // PopMessages
  policy(
    'pop-keeps-messages',
    'Xmpp/PopMessages',
    'Messages that were popped stay in the queue.',
    ['POP-ONCE'],
    () => ({
      take: (queue, max) => ({ taken: queue.slice(0, max), left: queue }),
    }),
  ),
  policy(
    'pop-keeps-last-message',
    'Xmpp/PopMessages',
    'The last of the messages that were popped stays in the queue.',
    ['POP-ONCE'],
    () => ({
      take: (queue, max) => ({
        taken: queue.slice(0, max),
        left: queue.slice(Math.max(0, Math.min(max, queue.length) - 1)),
      }),
    }),
  ),
  policy(
    'pop-ignores-max-count',
    'Xmpp/PopMessages',
    'Every message is returned, whatever maxCount says.',
    ['POP-MAX-COUNT'],
    () => ({
      take: queue => ({ taken: queue, left: [] }),
    }),
  ),
  policy(
    'pop-one-too-many',
    'Xmpp/PopMessages',
    'One message more than maxCount is returned.',
    ['POP-MAX-COUNT'],
    () => ({
      take: (queue, max) => ({ taken: queue.slice(0, max + 1), left: queue.slice(max + 1) }),
    }),
  ),
  policy('pop-loses-the-rest', 'Xmpp/PopMessages', 'What maxCount leaves over is lost.', ['POP-MAX-COUNT'], () => ({
    take: (queue, max) => ({ taken: queue.slice(0, max), left: [] }),
  })),
  policy(
    'pop-loses-one',
    'Xmpp/PopMessages',
    'Of what maxCount leaves over one message is lost.',
    ['POP-MAX-COUNT'],
    () => ({
      take: (queue, max) => ({ taken: queue.slice(0, max), left: queue.slice(max + 1) }),
    }),
  ),
  policy(
    'pop-returns-nothing',
    'Xmpp/PopMessages',
    'Messages are taken out of the queue, but not returned.',
    ['SEND-TEXT-DELIVERS', 'POP-UNALTERED'],
    () => ({
      take: () => ({ taken: [], left: [] }),
    }),
  ),
  answered(
    'pop-content-as-text',
    'Xmpp/PopMessages',
    'The content of messages is text instead of elements.',
    ['POP-UNALTERED', 'NEGOTIATION-XML-IN-JSON'],
    value => contents(value, element => (element instanceof XmlElement ? element.text : element)),
  ),
  answered(
    'pop-content-without-name',
    'Xmpp/PopMessages',
    'Elements of a message have no __name.',
    ['NEGOTIATION-XML-IN-JSON'],
    value =>
      contents(value, element =>
        element instanceof XmlElement ? { __ns: element.namespace, value: element.text } : element,
      ),
  ),
  answered(
    'pop-content-without-namespace',
    'Xmpp/PopMessages',
    'Elements of a message have no __ns.',
    ['NEGOTIATION-XML-IN-JSON'],
    value =>
      contents(value, element =>
        element instanceof XmlElement ? { __name: element.name, value: element.text } : element,
      ),
  ),
  answered('pop-content-empty', 'Xmpp/PopMessages', 'The content of messages is empty.', ['POP-UNALTERED'], value =>
    edit(value, 'Messages.Content', members => ({ ...members, Content: [] })),
  ),

  // ClearMessages
  policy(
    'clear-keeps-messages',
    'Xmpp/ClearMessages',
    'Messages that were cleared stay in the queue.',
    ['CLEAR-EMPTIES'],
    () => ({
      clear: queue => ({ left: queue, count: queue.length }),
    }),
  ),
  policy('clear-keeps-one', 'Xmpp/ClearMessages', 'One message survives being cleared.', ['CLEAR-EMPTIES'], () => ({
    clear: queue => ({ left: queue.slice(-1), count: queue.length }),
  })),
  answered('clear-counts-zero', 'Xmpp/ClearMessages', 'The count is always 0.', ['CLEAR-COUNT'], value => ({
    ...value,
    count: 0,
  })),
  answered('clear-counts-one-more', 'Xmpp/ClearMessages', 'The count is one too high.', ['CLEAR-COUNT'], value => ({
    ...value,
    count: count(value.count) + 1,
  })),
  answered('clear-counts-negative', 'Xmpp/ClearMessages', 'The count is negative.', ['CLEAR-COUNT'], value => ({
    ...value,
    count: -1 - count(value.count),
  })),
];
