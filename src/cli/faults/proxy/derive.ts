import type { Pattern } from '../../../contract/notation/index.ts';
import type { Spec } from '../../../contract/spec.ts';
import { patternOf, successOf } from '../../../contract/success.ts';
import { type Act, MEMBER_ACTS, type MemberAct, type Mutant } from './mutant.ts';

/** Longer than any caller waits. */
const TOO_LONG = 11_000;
const TRACE = 'System.NullReferenceException: boom\n   at Waher.Agent.Run() in C:\\src\\Agent.cs:line 42';
const PAGE = '<!DOCTYPE html><html><body><h1>Error</h1></body></html>';

/** The endpoint that a run asks first of all, to find out whether there is a Neuron. */
const FIRST = 'Account/DomainInfo';

/** Every change of the answers of an endpoint that its contract lets us think of. */
export function mutantsOf(spec: Spec): readonly Mutant[] {
  const { endpoint, method, path } = spec;
  const mutant = (what: string, act: Act, excuse: string | null = null): Mutant => ({
    id: `${endpoint}: ${what}`,
    endpoint,
    method,
    path,
    act,
    excuse,
  });
  const pattern = patternOf(spec, 'answer');
  const members = pattern === null ? [] : membersOf(pattern);
  const isRedirect = successOf(spec.answers)?.kind === 'redirect';
  const asked = members.some(
    ({ path: to, pattern: member }) => to.length === 1 && excuseOf('dropped', to, member, spec) === null,
  );
  return [
    ...members.flatMap(({ path: to, pattern: member }) =>
      MEMBER_ACTS.map(act =>
        mutant(`/${to.join('/')} ${act}`, { kind: 'member', path: to, act }, excuseOf(act, to, member, spec)),
      ),
    ),
    mutant('success as 201', { kind: 'status', of: 'success', to: 201 }),
    mutant('success as 500', { kind: 'status', of: 'success', to: 500 }),
    mutant(
      'success as a page',
      { kind: 'body', of: 'success', to: PAGE },
      isRedirect ? 'nobody reads the body of a redirection' : null,
    ),
    mutant('success without a type', { kind: 'header', of: 'success', name: 'content-type', to: null }),
    mutant(
      'success as text/html',
      { kind: 'header', of: 'success', name: 'content-type', to: 'text/html' },
      endpoint === FIRST ? 'what answers so at first is taken for no Neuron at all' : null,
    ),
    mutant('success replayed', { kind: 'replayed' }, members.length === 0 ? 'all its successes are alike' : null),
    mutant('success swapped', { kind: 'swapped' }, asked ? null : 'the contract asks for no member'),
    mutant('success delayed', { kind: 'delayed', nth: endpoint === FIRST ? 2 : 1, milliseconds: TOO_LONG }),
    ...(isRedirect ? [null, 'https://elsewhere.example/'] : []).map(to =>
      mutant(`success ${to === null ? 'without Location' : 'that leads elsewhere'}`, {
        kind: 'header',
        of: 'success',
        name: 'location',
        to,
      }),
    ),
    mutant('refusal as 200', { kind: 'status', of: 'refusal', to: 200 }),
    mutant('refusal as 500', { kind: 'status', of: 'refusal', to: 500 }),
    mutant('refusal as application/json', {
      kind: 'header',
      of: 'refusal',
      name: 'content-type',
      to: 'application/json',
    }),
    mutant('refusal with a stack trace', { kind: 'body', of: 'refusal', to: TRACE }),
  ];
}

interface Place {
  readonly path: readonly string[];
  readonly pattern: Pattern;
}

/** Every member of an object pattern, at any depth; `*` for the elements of a list. */
function membersOf(pattern: Pattern, path: readonly string[] = []): readonly Place[] {
  switch (pattern.kind) {
    case 'required':
    case 'optional':
    case 'type':
      return membersOf(pattern.pattern, path);
    case 'vector':
      return membersOf(pattern.item, [...path, '*']);
    case 'object':
      return pattern.members.flatMap(({ name, pattern: member }) => [
        { path: [...path, name], pattern: member },
        ...membersOf(member, [...path, name]),
      ]);
    default:
      return [];
  }
}

/** What the contract says in favour of an answer that was changed so. */
function excuseOf(act: MemberAct, path: readonly string[], pattern: Pattern, { readings }: Spec): string | null {
  const optional = pattern.kind === 'optional' || (pattern.kind === 'vector' && pattern.nullable);
  const optionalToSome = readings[`${kebab(path.at(-1) ?? '')}-member`]?.optional !== undefined;
  switch (act) {
    case 'dropped':
    case 'renamed':
      return optional ? 'the member is optional' : optionalToSome ? 'a source has the member optional' : null;
    case 'nulled':
      return optional ? 'an optional member may be null' : optionalToSome ? 'a source has the member optional' : null;
    case 'retyped':
      return isAnything(pattern) ? 'the contract says nothing of its type' : null;
  }
}

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

function isAnything(pattern: Pattern): boolean {
  if (pattern.kind === 'required' || pattern.kind === 'optional') return isAnything(pattern.pattern);
  return pattern.kind === 'variable' || (pattern.kind === 'vector' && isAnything(pattern.item));
}
