import type { Act, MemberAct, Side } from './mutant.ts';

/** An answer between host and suite. */
export interface Passing {
  readonly status: number;
  /** Names and values as they came, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** An answer after an act that needs no other answer; null where the act has nothing to change. */
export function mutate(answer: Passing, act: Act): Passing | null {
  switch (act.kind) {
    case 'status':
      return sideOf(answer) === act.of ? { ...answer, status: act.to } : null;
    case 'header':
      return sideOf(answer) === act.of ? withHeader(answer, act.name, act.to) : null;
    case 'body':
      return sideOf(answer) === act.of ? { ...answer, body: Buffer.from(act.to) } : null;
    case 'member':
      return mutateJson(answer, value => changeAt(value, act.path, act.act));
    case 'added':
      return mutateJson(answer, value => (isRecord(value) ? { ...value, [act.name]: 1 } : UNTOUCHED));
    default:
      return null;
  }
}

export const sideOf = ({ status }: Passing): Side | null =>
  status >= 400 ? 'refusal' : status >= 200 ? 'success' : null;

function withHeader(answer: Passing, name: string, to: string | null): Passing | null {
  // Nothing has no type that could be a wrong one.
  if (name === 'content-type' && answer.body.length === 0) return null;
  const others = answer.headers.filter(([known]) => known.toLowerCase() !== name);
  if (to === null && others.length === answer.headers.length) return null;
  return { ...answer, headers: to === null ? others : [...others, [name, to]] };
}

function mutateJson(answer: Passing, changeValue: (value: unknown) => unknown): Passing | null {
  const isJson = answer.headers.some(([name, value]) => name.toLowerCase() === 'content-type' && /json/i.test(value));
  if (sideOf(answer) !== 'success' || !isJson) return null;
  const changed = changeValue(JSON.parse(answer.body.toString()));
  return changed === UNTOUCHED ? null : { ...answer, body: Buffer.from(JSON.stringify(changed)) };
}

const UNTOUCHED = Symbol('untouched');

function changeAt(value: unknown, path: readonly string[], act: MemberAct): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return UNTOUCHED;
  if (name === '*') return changeEach(value, rest, act);
  if (!isRecord(value) || !(name in value)) return UNTOUCHED;
  if (rest.length === 0) return change(value, name, act);
  const inner = changeAt(value[name], rest, act);
  return inner === UNTOUCHED ? UNTOUCHED : { ...value, [name]: inner };
}

function changeEach(value: unknown, path: readonly string[], act: MemberAct): unknown {
  if (!Array.isArray(value)) return changeAt(value, path, act);
  const changed = value.map(element => changeAt(element, path, act));
  if (changed.every(element => element === UNTOUCHED)) return UNTOUCHED;
  return changed.map((element, index) => (element === UNTOUCHED ? value[index] : element));
}

function change(value: Readonly<Record<string, unknown>>, name: string, act: MemberAct): unknown {
  const { [name]: held, ...others } = value;
  switch (act) {
    case 'dropped':
      return others;
    case 'renamed':
      return { ...others, [`${name}Of`]: held };
    case 'nulled':
      return held === null ? UNTOUCHED : { ...value, [name]: null };
    case 'retyped':
      return held === null ? UNTOUCHED : { ...value, [name]: otherType(held) };
  }
}

/** A value of a type that no reader takes for the other: lists are not replaced by what could be their one element. */
function otherType(held: unknown): unknown {
  if (Array.isArray(held)) return 17;
  switch (typeof held) {
    case 'string':
      return 17;
    case 'number':
      return 'seventeen';
    case 'boolean':
      return 'perhaps';
    default:
      return 'no object';
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
