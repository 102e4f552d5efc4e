import type { TypeName } from './ast.ts';

/** Names that the engine reads as a type, in lower case: it looks functions up without regard to case. */
const TYPES: ReadonlyMap<string, TypeName> = new Map<string, TypeName>([
  ['str', 'Str'],
  ['string', 'Str'],
  ['int', 'Int'],
  ['integer', 'Int'],
  ['num', 'Num'],
  ['number', 'Num'],
  ['double', 'Double'],
  ['dbl', 'Double'],
  ['bool', 'Bool'],
  ['boolean', 'Bool'],
  ['datetime', 'DateTime'],
  ['datetimeutc', 'DateTimeUtc'],
  ['datetimelocal', 'DateTimeLocal'],
  ['datetimeoffset', 'DateTimeOffset'],
  ['timespan', 'TimeSpan'],
  ['duration', 'Duration'],
  ['guid', 'Guid'],
  ['uri', 'Uri'],
  ['xml', 'Xml'],
]);

/** Constants that may stand as the bound of a range. */
export const CONSTANTS = ['Now', 'NowUtc', 'NowLocal', 'Today', 'TodayUtc', 'TodayLocal'] as const;
export type ConstantName = (typeof CONSTANTS)[number];

/** Names that can be neither a variable nor an unquoted bound. */
const RESERVED = new Set([
  'true',
  'false',
  'null',
  'like',
  'unlike',
  'notlike',
  'not',
  'or',
  'and',
  'xor',
  'in',
  'as',
  'is',
  'matches',
]);

export function typeNamed(name: string): TypeName | undefined {
  return TYPES.get(name.toLowerCase());
}

export function constantNamed(name: string): ConstantName | undefined {
  return CONSTANTS.find(constant => constant.toLowerCase() === name.toLowerCase());
}

export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}
