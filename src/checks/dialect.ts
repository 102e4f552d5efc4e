import type { Spec } from '../contract/spec.ts';
import { isObject, type Json } from '../model/json.ts';

/** Finds out from any good answer which reading of a contradiction the host follows. */
export interface Observer {
  readonly question: string;
  observe(spec: Spec, value: Json): string | null;
}

const TIMESTAMPS = [
  'created',
  'updated',
  'expires',
  'eMailVerified',
  'phoneNrVerified',
  'uploaded',
  'timestamp',
  'started',
  'ended',
];

/** Readings that ordinary answers show by themselves; the others are found out by steps with `dialect`. */
export const OBSERVERS: readonly Observer[] = [
  {
    question: 'timestamps',
    observe: (_, value) => {
      if (!isObject(value)) return null;
      const kinds = new Set(
        TIMESTAMPS.flatMap(name => (value[name] === undefined || value[name] === null ? [] : [typeof value[name]])),
      );
      return kinds.has('number') && !kinds.has('string')
        ? 'unix-seconds'
        : kinds.has('string') && !kinds.has('number')
          ? 'iso-text'
          : null;
    },
  },
];
