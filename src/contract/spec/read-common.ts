import type { Node } from 'yaml';
import type { ComposedCall } from '../spec.ts';
import { type PlacedRequirement, readRequirements } from './read-requirements.ts';
import { readTexts } from './read-small.ts';
import { suggest } from './suggest.ts';
import type { YamlFile } from './yaml-file.ts';

/** Reads `specs/common/<theme>.yaml`: requirements that cross endpoints. */
export function readCommon(file: YamlFile, theme: string): readonly PlacedRequirement[] {
  const members = file.members(file.root, 'theme', ['theme', 'requirements'], ['theme', 'requirements']);
  const named = members.get('theme');
  if (named !== undefined && file.text(named, 'theme') !== theme) {
    file.refuse(
      named,
      `theme: expected ${theme}, as the file is named, got ${file.text(named, 'theme')}: rename one of them.`,
    );
  }
  return readRequirements(file, members.get('requirements'));
}

/** Reads `specs/composed.yaml`: calls without a resource of their own. Each must be made of endpoints that exist. */
export function readComposed(file: YamlFile, endpoints: readonly string[]): readonly ComposedCall[] {
  const list = file.members(file.root, 'composed calls', ['composed'], ['composed']).get('composed');
  if (list === undefined) return [];
  return file.items(list, 'composed').map(item => {
    const members = file.members(
      item,
      'composed call',
      ['endpoint', 'composedOf', 'note'],
      ['endpoint', 'composedOf', 'note'],
    );
    const text = (node: Node | undefined, what: string): string => (node === undefined ? '' : file.text(node, what));
    const parts = members.get('composedOf');
    const composedOf = readTexts(file, parts, 'composedOf');
    for (const part of composedOf.filter(name => !endpoints.includes(name))) {
      file.refuse(parts ?? item, `composedOf names "${part}", which has no spec.${suggest(part, endpoints)}`);
    }
    return { endpoint: text(members.get('endpoint'), 'endpoint'), composedOf, note: text(members.get('note'), 'note') };
  });
}
