import type { Node } from 'yaml';
import type { Pattern } from '../notation/ast.ts';
import type { Spec } from '../spec.ts';
import { memberNames } from './member-names.ts';
import { suggest } from './suggest.ts';
import type { YamlFile } from './yaml-file.ts';

/** Reads what members mean. Every name must be one of the pattern, and every member of the pattern must be described. */
export function readMembers(
  file: YamlFile,
  node: Node | undefined,
  request: Pattern | null,
  answer: Pattern | null,
): Spec['members'] {
  const sides = node === undefined ? new Map<string, Node>() : file.members(node, 'members', ['request', 'answer']);
  return {
    request: readSide(file, sides.get('request') ?? node, sides.has('request'), 'request', memberNames(request)),
    answer: readSide(file, sides.get('answer') ?? node, sides.has('answer'), 'answer', memberNames(answer)),
  };
}

function readSide(
  file: YamlFile,
  node: Node | undefined,
  written: boolean,
  side: string,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const entries = written && node !== undefined ? (file.entries(node, `members.${side}`) ?? []) : [];
  for (const { name, key } of entries) {
    if (!names.includes(name))
      file.refuse(key, `members.${side} describes "${name}", which the ${side} does not have.${suggest(name, names)}`);
  }
  const described = new Map(entries.map(({ name, value }) => [name, file.text(value, `meaning of ${name}`)]));
  const silent = names.filter(name => !described.has(name));
  if (silent.length > 0)
    file.refuse(
      node ?? file.root,
      `members.${side} does not say what ${silent.join(', ')} mean: describe each in a few words.`,
    );
  return Object.fromEntries(described);
}
