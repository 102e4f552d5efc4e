import type { Pattern } from '../../../contract/notation/index.ts';
import type { Spec } from '../../../contract/spec.ts';
import { patternOf } from '../../../contract/success.ts';
import { type Act, MEMBER_ACTS, type MemberAct, type Mutant } from './mutant.ts';

/** Longer than any caller waits. */
const TOO_LONG = 11_000;
const TRACE = 'System.NullReferenceException: boom\n   at Waher.Agent.Run() in C:\\src\\Agent.cs:line 42';
const PAGE = '<!DOCTYPE html><html><body><h1>Error</h1></body></html>';

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
  return [
    ...members.flatMap(({ path: to, pattern: member }) =>
      MEMBER_ACTS.map(act =>
        mutant(`/${to.join('/')} ${act}`, { kind: 'member', path: to, act }, excuseOf(act, member)),
      ),
    ),
    mutant('success as 201', { kind: 'status', of: 'success', to: 201 }),
    mutant('success as 500', { kind: 'status', of: 'success', to: 500 }),
    mutant('success as a page', { kind: 'body', of: 'success', to: PAGE }),
    mutant('success without a type', { kind: 'header', of: 'success', name: 'content-type', to: null }),
    mutant('success as text/html', { kind: 'header', of: 'success', name: 'content-type', to: 'text/html' }),
    mutant('success replayed', { kind: 'replayed' }),
    mutant('success swapped', { kind: 'swapped' }),
    mutant('success delayed', { kind: 'delayed', milliseconds: TOO_LONG }),
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
function excuseOf(act: MemberAct, pattern: Pattern): string | null {
  const optional = pattern.kind === 'optional' || (pattern.kind === 'vector' && pattern.nullable);
  switch (act) {
    case 'dropped':
    case 'renamed':
      return optional ? 'the member is optional' : null;
    case 'nulled':
      return optional ? 'an optional member may be null' : null;
    case 'retyped':
      return isAnything(pattern) ? 'the contract says nothing of its type' : null;
  }
}

function isAnything(pattern: Pattern): boolean {
  if (pattern.kind === 'required' || pattern.kind === 'optional') return isAnything(pattern.pattern);
  return pattern.kind === 'variable' || (pattern.kind === 'vector' && isAnything(pattern.item));
}
