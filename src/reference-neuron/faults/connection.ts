import type { Wire } from '../http/wire.ts';
import { bodyText, onRefusal, onSuccess, withBody, withHeader } from './changes.ts';
import type { Fault } from './fault.ts';

const COMPLETE = ['TRANSPORT-COMPLETE'];

const on = (
  id: string,
  endpoint: string,
  text: string,
  wire: NonNullable<Fault['wire']>,
  breaks: readonly string[] = COMPLETE,
): Fault => ({ id, endpoint, breaks, text, wire });

const half = (wire: Wire): Wire => ({ ...wire, cutAfter: Math.floor(wire.body.length / 2) });

/** Answers that are cut, dropped, late or of another length than they say. */
export const connection: readonly Fault[] = [
  on('info-cut-in-half', 'Account/Info', 'Half of the answer comes, then the connection ends.', onSuccess(half)),
  on(
    'pop-messages-cut-in-half',
    'Xmpp/PopMessages',
    'Half of the answer comes, then the connection ends.',
    onSuccess(half),
  ),
  on(
    'refresh-cut-before-the-body',
    'Account/Refresh',
    'The header of the answer comes, then the connection ends.',
    onSuccess(wire => ({ ...wire, cutAfter: 0 })),
  ),
  on(
    'send-text-message-promises-more',
    'Xmpp/SendTextMessage',
    'The answer is shorter than its Content-Length.',
    onSuccess(wire => ({ ...wire, length: wire.body.length + 64, cutAfter: wire.body.length })),
  ),
  on(
    'clear-messages-promises-less',
    'Xmpp/ClearMessages',
    'The answer is longer than its Content-Length.',
    onSuccess(wire => ({ ...wire, length: 4 })),
    ['TRANSPORT-COMPLETE', 'ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE'],
  ),
  on(
    'reset-on-third-login',
    'Account/Login',
    'The third call of Login is answered with a reset.',
    (wire, { serial }) => (serial === 3 ? { ...wire, reset: true } : wire),
  ),
  on(
    'reset-on-third-message',
    'Xmpp/SendTextMessage',
    'Every third call of SendTextMessage is answered with a reset.',
    (wire, { serial }) => (serial % 3 === 0 ? { ...wire, reset: true } : wire),
  ),
  on(
    'logout-resets',
    'Account/Logout',
    'Logging out ends the connection without an answer.',
    onSuccess(wire => ({ ...wire, reset: true })),
  ),
  on(
    'refusals-cut',
    'Account/Refresh',
    'Refusals of Refresh are cut.',
    onRefusal(wire => (wire.body.length > 4 ? { ...wire, cutAfter: 2 } : wire)),
  ),
  on(
    'info-claims-gzip',
    'Account/Info',
    'The answer claims to be compressed, which it is not.',
    onSuccess(wire => withHeader(wire, 'Content-Encoding', 'gzip')),
    ['TRANSPORT-COMPLETE', 'ANSWER-MEDIA-TYPE', 'ANSWER-SCHEMA'],
  ),
  on(
    'pop-messages-in-latin',
    'Xmpp/PopMessages',
    'The answer is in ISO 8859-1, although it says UTF-8.',
    onSuccess(wire => ({ ...wire, body: Buffer.from(bodyText(wire), 'latin1') })),
    ['ANSWER-MEDIA-TYPE', 'POP-UNALTERED', 'ANSWER-SCHEMA'],
  ),
  on(
    'create-answers-twice',
    'Account/Create',
    'The answer holds its object two times.',
    onSuccess(wire => withBody(wire, bodyText(wire) + bodyText(wire))),
    ['ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE'],
  ),
];
