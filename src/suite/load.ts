import { readFileSync } from 'node:fs';
import { OperatorError } from '../model/operator-error.ts';
import { Scope } from './scope.ts';
import { readSteps } from './step-reader.ts';
import { type AccountKind, NEEDS, type Suite } from './types.ts';
import { RESERVED_ROOTS, type Vocabulary } from './vocabulary.ts';
import { isMap, isSeq, type Node } from './yaml/node.ts';
import { YamlSource } from './yaml-source.ts';

/** Reads one suite file. Throws SuiteError with file, line and column. `file` is what messages call it. */
export function loadSuite(path: string, file: string, vocabulary: Vocabulary): Suite {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new OperatorError('SUITE_NOT_FOUND', `The suite file ${file} cannot be read.`, 'Check the path.', {
      cause: error,
    });
  }
  return parseSuite(text, file, vocabulary);
}

export function parseSuite(text: string, file: string, vocabulary: Vocabulary): Suite {
  const source = new YamlSource(file, text);
  const members = source.members(source.root, 'a suite', ['suite', 'title', 'needs', 'actors', 'provides', 'steps']);
  const need = (name: string): Node =>
    members.get(name)?.value ?? source.fail(source.root, `the suite has no "${name}".`, `Add "${name}:".`);
  const id = source.text(need('suite'), 'suite');
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    source.fail(
      need('suite'),
      `the suite's name "${id}" is not in kebab-case.`,
      'Use small letters, digits and hyphens.',
    );
  const actors = readActors(source, members.get('actors')?.value);
  const nodes = source.filled(need('steps'), 'steps');
  const ids = stepIds(source, nodes, Object.keys(actors));
  const scope = new Scope(source, Object.keys(actors), ids, vocabulary);
  const needs = members.get('needs')?.value;
  const provides = members.get('provides')?.value;
  return {
    id,
    title: source.text(need('title'), 'title'),
    file,
    needs: needs === undefined ? [] : source.list(needs, 'needs').map(item => source.oneOf(item, 'a need', NEEDS)),
    actors,
    provides: provides === undefined ? null : source.oneOf(provides, 'provides', ['verified', 'given'] as const),
    steps: readSteps(source, nodes, scope),
  };
}

function readActors(source: YamlSource, node: Node | undefined): Readonly<Record<string, AccountKind>> {
  if (node === undefined) return {};
  const entries = isSeq(node)
    ? source
        .list(node, 'actors')
        .map(item => ({ node: item, name: source.text(item, 'an actor'), kind: 'new' as const }))
    : source.map(node, 'actors').map(entry => ({
        node: entry.key,
        name: entry.name,
        kind: source.oneOf(entry.value, 'the account of an actor', ['new', 'verified']),
      }));
  const names = new Set<string>();
  for (const { node: place, name } of entries) {
    if (names.has(name)) source.fail(place, `the actor "${name}" is listed twice.`, 'Remove one of the two.');
    names.add(name);
    if (RESERVED_ROOTS.some(root => root === name) || !/^[a-z][a-z0-9]*$/.test(name))
      source.fail(place, `"${name}" cannot be an actor's name.`, 'Use a given name in small letters, e.g. alice.');
  }
  return Object.fromEntries(entries.map(({ name, kind }) => [name, kind]));
}

/** All step ids, also within `together`, checked for doubles. */
function stepIds(source: YamlSource, nodes: readonly Node[], actors: readonly string[]): readonly string[] {
  const ids = new Set<string>();
  const visit = (node: Node): void => {
    if (!isMap(node)) return;
    const member = (name: string): Node | undefined => node.entries.find(entry => entry.name === name)?.value;
    const id = member('id');
    if (id?.kind === 'scalar' && typeof id.value === 'string') {
      if (ids.has(id.value)) source.fail(id, `there are two steps with the id "${id.value}".`, 'Rename one of them.');
      if (RESERVED_ROOTS.some(root => root === id.value))
        source.fail(id, `"${id.value}" is reserved and cannot be a step's id.`, 'Choose another.');
      if (actors.includes(id.value))
        source.fail(id, `"${id.value}" is an actor and cannot be a step's id.`, 'Choose another.');
      ids.add(id.value);
    }
    const together = member('together');
    if (together?.kind === 'list') for (const child of together.items) visit(child);
  };
  for (const node of nodes) visit(node);
  return [...ids];
}
