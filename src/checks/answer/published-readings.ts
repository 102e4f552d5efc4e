import type { Spec } from '../../contract/spec.ts';
import type { SchemaError } from '../../contract/validators.ts';
import { isObject, type Json } from '../../model/json.ts';

/**
 * An answer with its members under the names of the contract: where sources publish several names for one member
 * (`received` and `recieved`, `Messages` and `messages`), a host may use any of them.
 */
export function asNamed(spec: Spec, value: Json): Json {
  const known = namers.get(spec);
  const named = known === undefined ? namerOf(spec) : known;
  if (known === undefined) namers.set(spec, named);
  // Most hosts write what the contract does: nothing has to be made anew.
  return named === null || isNamed(value, named) ? value : rename(value, named);
}

/** Gives a member the name of the contract. */
type Namer = (name: string) => string;

/** What was found out about a spec; null where its sources agree on the names. */
const namers = new WeakMap<Spec, Namer | null>();

function namerOf(spec: Spec): Namer | null {
  const names = Object.keys(spec.readings['member-names'] ?? {});
  const isOurs = (name: string): boolean => spec.answers.some(({ text }) => text?.includes(`"${name}"`) === true);
  const ours = names.find(isOurs);
  if (ours === undefined) return null;
  // A source that writes one member without its capital does so with all of them.
  const inSmall = names.some(name => name !== ours && capital(name) === ours);
  const nameOf = (name: string): string => {
    if (isOurs(name)) return name;
    if (names.includes(name)) return ours;
    return inSmall && isOurs(capital(name)) ? capital(name) : name;
  };
  const found = new Map<string, string>();
  return name => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const made = nameOf(name);
    // A hostile host may invent names without end.
    if (found.size < MOST_NAMES) found.set(name, made);
    return made;
  };
}

const MOST_NAMES = 1_000;

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

function isNamed(value: Json, named: Namer): boolean {
  if (Array.isArray(value)) return value.every(item => isNamed(item, named));
  if (!isObject(value)) return true;
  return Object.keys(value).every(name => named(name) === name && isNamed(value[name] ?? null, named));
}

function rename(value: Json, named: Namer): Json {
  if (Array.isArray(value)) return value.map(item => rename(item, named));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      value[named(name)] === undefined ? named(name) : name,
      rename(member ?? null, named),
    ]),
  );
}

/** Whether a source publishes that the member, whose absence an error is about, may be absent. */
export function mayBeAbsent(spec: Spec, { keyword, pointer }: SchemaError): boolean {
  const member = pointer.split('/').at(-1) ?? '';
  return keyword === 'required' && spec.readings[`${kebab(member)}-member`]?.optional !== undefined;
}

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
