import type { Dialect, DialectId } from '../dialects.ts';
import type { ResourceFacts } from '../facts.ts';

/** Under a reading, a part of an endpoint's notation is another one. */
interface NotationReading {
  readonly question: DialectId;
  readonly reading: string;
  /** Absent for every endpoint. */
  readonly endpoint?: string;
  readonly from: string;
  readonly to: string;
}

const READINGS: readonly NotationReading[] = [
  { question: 'seconds-zero', reading: 'allowed', from: 'Int(0 < PSeconds', to: 'Int(0 <= PSeconds' },
  {
    question: 'max-count-member',
    reading: 'required',
    endpoint: 'Xmpp/PopMessages',
    from: '"maxCount": Optional(',
    to: '"maxCount": Required(',
  },
  {
    question: 'token-member',
    reading: 'required',
    endpoint: 'Account/AuthenticateJwt',
    from: '"token": Optional(',
    to: '"token": Required(',
  },
  {
    question: 'e-mail-member',
    reading: 'optional',
    endpoint: 'Account/ResendVerificationCodes',
    from: '"eMail": Required(',
    to: '"eMail": Optional(',
  },
  { question: 'member-names', reading: 'openapi', endpoint: 'Xmpp/SendXmlMessage', from: '"xml"', to: '"Xml"' },
];

/** An endpoint's notation as the host's dialect has it. */
export const notationIn = (dialect: Dialect, { endpoint }: ResourceFacts, notation: string): string =>
  READINGS.filter(
    reading =>
      dialect[reading.question] === reading.reading &&
      (reading.endpoint === undefined || reading.endpoint === endpoint),
  ).reduce((text, { from, to }) => text.replace(from, to), notation);
