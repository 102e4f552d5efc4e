import type { ResourceFacts } from '../facts.ts';
import { slug } from './changes.ts';
import type { Fault } from './fault.ts';

/** An endpoint with another notation than the published one, in JSON and in XML. */
export function notation(
  endpoint: string,
  what: string,
  text: string,
  breaks: readonly string[],
  from: string,
  to: string,
): Fault {
  const other = (correct: (resource: ResourceFacts) => string | null) => (resource: ResourceFacts) =>
    resource.endpoint === endpoint ? (correct(resource)?.replace(from, to) ?? null) : correct(resource);
  return {
    id: `${slug(endpoint)}-${what}`,
    endpoint,
    breaks,
    text,
    policies: ({ access }) => ({ access: { json: other(access.json), xml: other(access.xml) } }),
  };
}

const SECONDS = 'Int(0 < PSeconds <= 3600)';
const MAX_COUNT = 'Int(0 < PMaxCount <= 2147483647)';
const OFFSET = 'Int(0 <= POffset <= 2147483647)';

/** Wrong bounds of the life of a token; 0 itself is allowed by one published reading. */
const lives = (endpoint: string, requirement: string, token: string): readonly Fault[] => {
  const breaks = [requirement, 'REQUEST-REFUSED'];
  // Who is refused a life that is allowed gets no token.
  const refuses = [requirement, token];
  return [
    notation(
      endpoint,
      'life-3601',
      'A life of 3601 seconds is taken.',
      [...breaks, 'TOKEN-LIFE'],
      SECONDS,
      'Int(0 < PSeconds <= 3601)',
    ),
    notation(
      endpoint,
      'life-unlimited',
      'There is no upper limit to the life of a token.',
      [...breaks, 'TOKEN-LIFE'],
      SECONDS,
      'Int(0 < PSeconds)',
    ),
    notation(
      endpoint,
      'life-below-3600',
      'A life of 3600 seconds is refused.',
      refuses,
      SECONDS,
      'Int(0 < PSeconds < 3600)',
    ),
    notation(
      endpoint,
      'life-above-1',
      'A life of one second is refused.',
      refuses,
      SECONDS,
      'Int(1 < PSeconds <= 3600)',
    ),
    notation(
      endpoint,
      'life-negative',
      'A negative life is taken.',
      breaks,
      SECONDS,
      'Int(-2147483648 < PSeconds <= 3600)',
    ),
    notation(
      endpoint,
      'life-missing',
      'The life may be left out.',
      breaks,
      `Required(${SECONDS})`,
      `Optional(${SECONDS})`,
    ),
    notation(endpoint, 'life-true', 'The life may be true.', [...breaks, 'REQUEST-CONVERSION'], SECONDS, 'PSeconds'),
  ];
};

/** Limits that are off by one, at one end or the other, or absent. */
export const limits: readonly Fault[] = [
  // A first Create that is refused looks like a key that is not good.
  ...lives('Account/Create', 'CREATE-SECONDS', 'CREATE-LOGS-IN').map(fault =>
    fault.id.endsWith('life-below-3600') ? { ...fault, needs: 'secret' as const } : fault,
  ),
  ...lives('Account/Login', 'LOGIN-SECONDS', 'LOGIN-TOKEN'),
  ...lives('Account/Refresh', 'REFRESH-SECONDS', 'REFRESH-NEW-TOKEN'),
  ...lives('Account/WwwLogin', 'WWWLOGIN-SECONDS', 'WWWLOGIN-TOKEN').slice(0, 3),
  notation(
    'Xmpp/PopMessages',
    'max-count-zero',
    'A maxCount of 0 is taken.',
    ['REQUEST-REFUSED'],
    MAX_COUNT,
    'Int(0 <= PMaxCount <= 2147483647)',
  ),
  notation(
    'Xmpp/PopMessages',
    'max-count-negative',
    'A negative maxCount is taken.',
    ['REQUEST-REFUSED'],
    MAX_COUNT,
    'Int(PMaxCount <= 2147483647)',
  ),
  notation(
    'Xmpp/PopMessages',
    'max-count-text',
    'A maxCount that is no number is taken as none.',
    ['REQUEST-REFUSED', 'REQUEST-INT-TEXT'],
    `"maxCount": Optional(${MAX_COUNT})`,
    '"maxCount": Optional(PIgnored)',
  ),
  notation(
    'Xmpp/GetRoster',
    'offset-negative',
    'A negative offset is taken.',
    ['ROSTER-RANGES', 'REQUEST-REFUSED'],
    OFFSET,
    'Int(POffset <= 2147483647)',
  ),
  notation(
    'Xmpp/GetRoster',
    'max-count-zero',
    'A maxCount of 0 is taken.',
    ['ROSTER-RANGES', 'REQUEST-REFUSED'],
    MAX_COUNT,
    'Int(0 <= PMaxCount <= 2147483647)',
  ),
  notation(
    'Xmpp/GetRoster',
    'offset-above-zero',
    'An offset of 0 is refused.',
    ['ROSTER-PAGES'],
    OFFSET,
    'Int(0 < POffset <= 2147483647)',
  ),
];
