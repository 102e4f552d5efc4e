import type { Field, Fields } from './fields.ts';
import { type Operation, operationsOf } from './operations.ts';

export const DIFFERENCES = ['endpoint', 'authentication', 'member', 'type', 'requiredness'] as const;

/** One point in which two descriptions of the API differ. */
export interface Difference {
  readonly kind: (typeof DIFFERENCES)[number];
  /** `POST /Agent/Account/Login`. */
  readonly endpoint: string;
  /** `request.seconds`; empty where the difference is about the endpoint. */
  readonly member: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Where two OpenAPI documents, ours and a published one, differ; in the order of the endpoints of ours, then theirs. */
export function compareOpenApi(ours: unknown, theirs: unknown): readonly Difference[] {
  const own = operationsOf(ours);
  const other = operationsOf(theirs);
  const lacking = [...other.keys()]
    .filter(key => !own.has(key))
    .map(key => endpointDifference(key, 'missing', 'described'));
  const shared = [...own.values()].flatMap(operation => {
    const twin = other.get(operation.key);
    return twin === undefined
      ? [endpointDifference(operation.key, 'described', 'missing')]
      : compareOperations(operation, twin);
  });
  return [...shared, ...lacking];
}

const endpointDifference = (endpoint: string, ours: string, theirs: string): Difference => ({
  kind: 'endpoint',
  endpoint,
  member: '',
  ours,
  theirs,
});

function compareOperations(ours: Operation, theirs: Operation): readonly Difference[] {
  const endpoint = ours.key;
  const authentication: readonly Difference[] =
    ours.authentication === theirs.authentication
      ? []
      : [{ kind: 'authentication', endpoint, member: '', ours: ours.authentication, theirs: theirs.authentication }];
  return [
    ...authentication,
    ...compareFields(endpoint, 'request', ours.request, theirs.request),
    ...compareFields(endpoint, 'answer', ours.answer, theirs.answer),
  ];
}

function compareFields(
  endpoint: string,
  side: string,
  ours: Fields | null,
  theirs: Fields | null,
): readonly Difference[] {
  if (ours === null || theirs === null) return [];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap(name => {
    const own = ours.get(name);
    const other = theirs.get(name);
    const base = { endpoint, member: `${side}.${name}` };
    if (own !== undefined && other !== undefined) return compareField(base, own, other);
    // A member of an object that the other document leaves undescribed is no difference of its own.
    const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    const opaque = parent !== '' && isOpaque(own === undefined ? ours : theirs, parent);
    return opaque ? [] : [{ kind: 'member', ...base, ours: present(own), theirs: present(other) } as const];
  });
}

function compareField(
  base: Pick<Difference, 'endpoint' | 'member'>,
  ours: Field,
  theirs: Field,
): readonly Difference[] {
  const differences: Difference[] = [];
  if (!admits(ours.types, theirs.types))
    differences.push({ kind: 'type', ...base, ours: words(ours.types), theirs: words(theirs.types) });
  if (ours.required !== theirs.required) {
    differences.push({ kind: 'requiredness', ...base, ours: requiredness(ours), theirs: requiredness(theirs) });
  }
  return differences;
}

/** Whether all types of the other are among ours; a whole number is a number, and where either admits any there is no difference. */
const admits = (ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  ours.size === 0 || [...theirs].every(type => ours.has(type) || (type === 'integer' && ours.has('number')));

const isOpaque = (fields: Fields, name: string): boolean =>
  ![...fields.keys()].some(each => each.startsWith(`${name}.`));
const present = (field: Field | undefined): string => (field === undefined ? 'missing' : 'described');
const requiredness = (field: Field): string => (field.required ? 'required' : 'optional');
const words = (types: ReadonlySet<string>): string => (types.size === 0 ? 'any' : [...types].sort().join(' or '));
