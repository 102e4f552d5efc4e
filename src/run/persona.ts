import { en, Faker } from '@faker-js/faker';

/** A made-up person. The seed fixes the name; the user name is unique to the run, the password follows from neither. */
export interface Persona {
  readonly name: string;
  readonly fullName: string;
  readonly userName: string;
  readonly password: string;
  readonly phoneNr: string;
}

export interface PersonaOptions {
  readonly seed: number;
  /** Unique to the run. */
  readonly runId: string;
  readonly passwordFor: (userName: string) => string;
  /** Numbers of the run's other persons: whoever had the same one would read their messages. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * Area codes in which 555-0100 to 555-0199 belong to nobody and are kept for stories. Numbers that begin with +1555 some
 * hosts keep for tests of their own, and send nothing to them.
 */
const AREAS = [
  202, 206, 212, 213, 303, 305, 312, 314, 404, 407, 415, 503, 504, 512, 602, 612, 615, 617, 619, 702, 704, 713, 801,
  808, 816, 901, 907, 916, 919, 973,
];

/** Makes the persona of an actor in a suite; `place` (`journey/alice`) decides which person it is. */
export function makePersona(place: string, name: string, options: PersonaOptions): Persona {
  const faker = new Faker({ locale: en, seed: mix(options.seed, place) });
  const [first, last] = [faker.person.firstName(), faker.person.lastName()];
  const base = `${first}.${last}`.toLowerCase().replace(/[^a-z.]/g, '');
  const userName = `${base}.${suffix(place)}${options.runId}`;
  return {
    name,
    fullName: `${first} ${last}`,
    userName,
    password: options.passwordFor(userName),
    phoneNr: freeNumber(faker, options.taken),
  };
}

function freeNumber(faker: Faker, taken: ReadonlySet<string> = new Set()): string {
  for (;;) {
    const number = `+1${faker.helpers.arrayElement(AREAS)}55501${faker.string.numeric(2)}`;
    if (!taken.has(number)) return number;
  }
}

/** FNV-1a of the place, mixed into the seed: independent of the order in which personas are made. */
function mix(seed: number, place: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const byte of Buffer.from(place)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

const suffix = (place: string): string => mix(0, place).toString(36).slice(0, 3);
