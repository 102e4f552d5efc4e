import type { Node } from 'yaml';
import type { Pattern } from '../notation/ast.ts';
import type { Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import { memberNames } from './member-names.ts';
import { isBroken, type Notated } from './read-notation.ts';
import { suggest } from './suggest.ts';
import type { Entry, YamlFile } from './yaml-file.ts';

/** Reads what members mean. Every name must be one of the pattern, and every member of the pattern must be described. */
export function readMembers(
  file: YamlFile,
  node: Node | undefined,
  request: Notated<Pattern>,
  answer: Notated<Pattern>,
): Spec['members'] {
  const sides = node === undefined ? new Map<string, Node>() : file.members(node, 'members', SIDES);
  const read = (side: Side, notated: Notated<Pattern>) => {
    const written = sides.get(side);
    const entries = written === undefined ? [] : (file.entries(written, `members.${side}`) ?? []);
    if (!isBroken(notated)) checkNames(file, written ?? node ?? file.root, side, entries, memberNames(notated.pattern));
    return Object.fromEntries(entries.map(({ name, value }) => [name, file.text(value, `meaning of ${name}`)]));
  };
  return { request: read('request', request), answer: read('answer', answer) };
}

function checkNames(
  file: YamlFile,
  node: Node | null,
  side: Side,
  entries: readonly Entry[],
  names: readonly string[],
): void {
  for (const { name, key } of entries.filter(entry => !names.includes(entry.name))) {
    file.refuse(key, `members.${side} describes "${name}", which the ${side} does not have.${suggest(name, names)}`);
  }
  const silent = names.filter(name => !entries.some(entry => entry.name === name));
  if (silent.length === 0) return;
  file.refuse(node, `members.${side} does not say what ${silent.join(', ')} means: describe it in a few words.`);
}
