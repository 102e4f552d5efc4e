import type { Dialect, DialectId } from '../dialects.ts';
import { renaming, replacing } from '../members.ts';
import type { Value, ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { writeXml } from '../xml/writer.ts';

/** Under a reading, the JSON answers of an endpoint have another shape. */
interface ShapeReading {
  readonly question: DialectId;
  readonly reading: string;
  readonly endpoint: string;
  readonly shape: (value: ValueObject) => ValueObject;
}

const shape = (
  question: DialectId,
  reading: string,
  endpoint: string,
  change: ShapeReading['shape'],
): ShapeReading => ({
  question,
  reading,
  endpoint,
  shape: change,
});

const asText = (value: Value): Value => (value instanceof XmlElement ? writeXml(value) : value);

/** One element is itself, several become the members of one object. */
const asObject = (content: Value): Value => {
  if (!Array.isArray(content)) return content;
  const elements: readonly Value[] = content;
  const [first] = elements;
  if (elements.length === 1 && first !== undefined) return first;
  return Object.fromEntries(
    elements.map((element, index) => [element instanceof XmlElement ? element.name : String(index), element]),
  );
};

const unlessEmpty = (groups: Value): Value | undefined =>
  groups === null || (Array.isArray(groups) && groups.length === 0) ? undefined : groups;

const withoutRosterItem = ({ RosterItem: _, ...rest }: ValueObject): ValueObject => rest;

const READINGS: readonly ShapeReading[] = [
  shape('content-shape', 'object', 'Xmpp/PopMessages', replacing('Messages.Content', asObject)),
  shape('member-names', 'openapi', 'Xmpp/PopMessages', renaming('Messages.Content', 'content')),
  shape('member-names', 'openapi', 'Xmpp/PopMessages', renaming('Messages', 'messages')),
  shape('member-names', 'openapi', 'Xmpp/PresenceProbe', renaming('received', 'recieved')),
  shape(
    'member-names',
    'openapi',
    'Account/DomainInfo',
    renaming('humanReadableDescription', 'humanReadableNameDescription'),
  ),
  shape('stanza-shape', 'text', 'Xmpp/PresenceProbe', replacing('Stanza', asText)),
  shape('stanza-shape', 'text', 'Xmpp/InformationQuery', replacing('Stanza', asText)),
  shape('stanza-shape', 'text', 'Xmpp/InformationQuery', replacing('ErrorElement', asText)),
  shape('roster-item-member', 'optional', 'Xmpp/SendPresenceSubscription', withoutRosterItem),
  ...['RosterItems.Groups', 'RosterItem.Groups', 'Groups'].flatMap(path =>
    [
      'GetRoster',
      'GetRosterItem',
      'SetRosterItem',
      'RemoveRosterItem',
      'SendPresenceSubscription',
      'SendSubscriptionAccepted',
    ].map(name => shape('groups-member', 'optional', `Xmpp/${name}`, replacing(path, unlessEmpty))),
  ),
];

/** A JSON answer as the host's dialect has it. */
export const shapeIn = (dialect: Dialect, endpoint: string | null, value: ValueObject): ValueObject =>
  READINGS.filter(reading => reading.endpoint === endpoint && dialect[reading.question] === reading.reading).reduce(
    (current, reading) => reading.shape(current),
    value,
  );
