import { edit, replacing } from '../members.ts';
import type { Value, ValueObject } from '../value.ts';
import { bodyText, millis, onSuccess, shifted, withBody, withHeader } from './changes.ts';
import type { Fault } from './fault.ts';

const at = (
  endpoint: string,
  path: string,
  id: string,
  text: string,
  to: (value: Value) => Value,
  breaks: readonly string[],
): Fault => ({
  id,
  endpoint,
  breaks,
  text,
  answer: replacing(path, value => (value instanceof Date ? to(value) : value)),
});

const seconds = (value: Value): number => Math.floor(millis(value) / 1000);

const TICKS_AT_EPOCH = 621_355_968_000_000_000;

/** Points in time that are in another unit, another zone or simply wrong. */
export const times: readonly Fault[] = [
  at('Account/Create', 'created', 'create-created-in-milliseconds', 'created is in milliseconds.', millis, [
    'ANSWER-TIME',
    'ANSWER-CLOCK',
  ]),
  at('Account/Create', 'expires', 'create-expires-in-milliseconds', 'expires is in milliseconds.', millis, [
    'ANSWER-TIME',
    'TOKEN-LIFE',
  ]),
  at(
    'Account/Create',
    'created',
    'create-created-in-local-time',
    'created is the local time of a host two hours east, taken for UTC.',
    shifted(7200),
    ['ANSWER-CLOCK'],
  ),
  at('Account/Create', 'expires', 'create-expires-an-hour-west', 'expires is off by a time zone.', shifted(-18_000), [
    'TOKEN-LIFE',
  ]),
  at(
    'Account/Create',
    'created',
    'create-created-in-us-form',
    'created is a date as Americans write it.',
    value => new Date(millis(value)).toLocaleString('en-US', { timeZone: 'UTC' }),
    ['ANSWER-TIME', 'ANSWER-SCHEMA'],
  ),
  at('Account/Create', 'created', 'create-created-at-the-epoch', 'created is the start of 1970.', () => new Date(0), [
    'ANSWER-CLOCK',
  ]),
  at('Account/Create', 'created', 'create-created-in-the-future', 'created lies a day ahead.', shifted(86_400), [
    'ANSWER-CLOCK',
  ]),
  at(
    'Account/Create',
    'created',
    'create-mixes-times',
    'created is ISO text while expires is in seconds, or the other way round.',
    value => (value instanceof Date ? value.toISOString() : value),
    ['ANSWER-TIME'],
  ),
  at('Account/Login', 'expires', 'login-expires-in-milliseconds', 'expires is in milliseconds.', millis, [
    'ANSWER-TIME',
    'TOKEN-LIFE',
  ]),
  at(
    'Account/Login',
    'expires',
    'login-expires-in-ticks',
    'expires is in .NET ticks.',
    value => TICKS_AT_EPOCH + millis(value) * 10_000,
    ['ANSWER-TIME', 'TOKEN-LIFE'],
  ),
  at(
    'Account/Login',
    'expires',
    'login-expires-as-http-date',
    'expires is a date as HTTP headers have it.',
    value => new Date(millis(value)).toUTCString(),
    ['ANSWER-TIME', 'ANSWER-SCHEMA'],
  ),
  at(
    'Account/Login',
    'expires',
    'login-expires-two-minutes-late',
    'expires names a moment two minutes after the end of the token.',
    shifted(120),
    ['TOKEN-LIFE'],
  ),
  at('Account/Login', 'expires', 'login-expires-in-local-time', 'expires is off by a time zone.', shifted(3600), [
    'TOKEN-LIFE',
  ]),
  at('Account/Refresh', 'expires', 'refresh-expires-relative', 'expires counts the seconds from now.', () => 3600, [
    'ANSWER-TIME',
    'TOKEN-LIFE',
  ]),
  at('Account/Refresh', 'expires', 'refresh-expires-in-milliseconds', 'expires is in milliseconds.', millis, [
    'ANSWER-TIME',
    'TOKEN-LIFE',
  ]),
  at(
    'Account/Refresh',
    'expires',
    'refresh-expires-with-fraction',
    'expires has a fraction.',
    value => seconds(value) + 0.5,
    ['ANSWER-TIME', 'ANSWER-SCHEMA'],
  ),
  at(
    'Account/Refresh',
    'expires',
    'refresh-expires-early',
    'expires names a moment ten minutes before the end of the token.',
    shifted(-600),
    ['TOKEN-LIFE'],
  ),
  at('Account/Info', 'created', 'info-created-in-milliseconds', 'created is in milliseconds.', millis, [
    'ANSWER-TIME',
    'INFO-OWN-ACCOUNT',
  ]),
  at(
    'Account/Info',
    'created',
    'info-created-an-hour-off',
    'created is an hour before the account was created.',
    shifted(-3600),
    ['INFO-OWN-ACCOUNT', 'ANSWER-CLOCK'],
  ),
  at('Account/Info', 'eMailVerified', 'info-verified-in-milliseconds', 'eMailVerified is in milliseconds.', millis, [
    'ANSWER-TIME',
    'ANSWER-CLOCK',
    'INFO-OWN-ACCOUNT',
  ]),
  at(
    'Xmpp/PopMessages',
    'Messages.timestamp',
    'pop-messages-timestamp-in-milliseconds',
    'The time of a message is in milliseconds.',
    millis,
    ['ANSWER-TIME', 'ANSWER-CLOCK'],
  ),
  at(
    'Xmpp/PopMessages',
    'Messages.timestamp',
    'pop-messages-timestamp-in-local-time',
    'The time of a message is off by a time zone.',
    shifted(7200),
    ['ANSWER-CLOCK'],
  ),
  at(
    'Xmpp/PopMessages',
    'Messages.timestamp',
    'pop-messages-timestamp-at-the-epoch',
    'The time of a message is the start of 1970.',
    () => new Date(0),
    ['ANSWER-CLOCK'],
  ),
  at(
    'Xmpp/PopMessages',
    'Messages.timestamp',
    'pop-messages-timestamp-with-fraction',
    'The time of a message has a fraction.',
    value => millis(value) / 1000 + 0.25,
    ['ANSWER-TIME', 'ANSWER-SCHEMA'],
  ),
  at(
    'Account/AuthenticateJwt',
    'expiration',
    'authenticate-jwt-expiration-in-milliseconds',
    'expiration is in milliseconds.',
    millis,
    ['ANSWER-TIME', 'JWT-AUTHENTIC'],
  ),
  at(
    'Account/AuthenticateJwt',
    'issuedAt',
    'authenticate-jwt-issued-elsewhen',
    'issuedAt is an hour off.',
    shifted(-3600),
    ['JWT-AUTHENTIC'],
  ),
  at(
    'Account/AuthenticateJwt',
    'expiration',
    'authenticate-jwt-expires-elsewhen',
    'expiration is a minute off.',
    shifted(60),
    ['JWT-AUTHENTIC'],
  ),
  at(
    'Xmpp/PresenceProbe',
    'received',
    'presence-probe-received-in-milliseconds',
    'received is in milliseconds.',
    millis,
    ['ANSWER-TIME', 'ANSWER-CLOCK'],
  ),
  {
    id: 'date-header-an-hour-off',
    endpoint: '*',
    breaks: ['ANSWER-CLOCK'],
    text: 'The Date header is an hour behind the times in the answers.',
    wire: wire => withHeader(wire, 'Date', new Date(Date.now() - 3_600_000).toUTCString()),
  },
  {
    id: 'times-in-xml-as-seconds',
    endpoint: '*',
    breaks: ['ANSWER-TIME'],
    text: 'Answers in XML give times in Unix seconds.',
    wire: onSuccess(wire =>
      bodyText(wire).startsWith('<')
        ? withBody(
            wire,
            bodyText(wire).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, text => String(Date.parse(text) / 1000)),
          )
        : wire,
    ),
  },
  {
    id: 'create-expires-before-created',
    endpoint: 'Account/Create',
    breaks: ['TOKEN-LIFE'],
    text: 'expires and created are exchanged.',
    answer: (value: ValueObject) =>
      edit(value, 'expires', members => ({ ...members, expires: members.created, created: members.expires })),
  },
];
