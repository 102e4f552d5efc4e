import type { Node } from 'yaml';
import { LEVELS, type SpecRequirement } from '../spec.ts';
import type { YamlFile } from './yaml-file.ts';

export const REQUIREMENT_MEMBERS = ['id', 'level', 'text', 'source', 'untestable', 'rules'] as const;
const ID = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/;

/** A requirement with the node of its id, where a duplicate is reported. */
export interface PlacedRequirement {
  readonly requirement: SpecRequirement;
  readonly node: Node;
  readonly file: YamlFile;
}

export function readRequirements(file: YamlFile, list: Node | undefined): readonly PlacedRequirement[] {
  if (list === undefined) return [];
  return file.items(list, 'requirements').map(node => {
    const members = file.members(node, 'requirement', REQUIREMENT_MEMBERS, ['id', 'level', 'text', 'source']);
    const text = (name: string): string => {
      const value = members.get(name);
      return value === undefined ? '' : file.text(value, `${name} of a requirement`);
    };
    const id = text('id');
    if (id !== '' && !ID.test(id)) {
      file.refuse(
        members.get('id') ?? node,
        `requirement id: expected upper-case words joined by hyphens, got "${id}": write it like CREATE-DISABLED.`,
      );
    }
    const level = members.get('level');
    const rules = members.get('rules');
    return {
      file,
      node: members.get('id') ?? node,
      requirement: {
        id,
        level: level === undefined ? 'must' : file.word(level, `level of ${id || 'a requirement'}`, LEVELS),
        text: text('text'),
        source: text('source'),
        ...(members.has('untestable') && { untestable: text('untestable') }),
        ...(rules !== undefined && {
          rules: file.items(rules, `rules of ${id}`).map(rule => file.count(rule, `a rule of ${id}`)),
        }),
      },
    };
  });
}

/** Refuses an id that an earlier requirement has. */
export function refuseDuplicates(requirements: readonly PlacedRequirement[]): void {
  const first = new Map<string, PlacedRequirement>();
  for (const placed of requirements) {
    const earlier = first.get(placed.requirement.id);
    if (earlier === undefined) first.set(placed.requirement.id, placed);
    else if (placed.requirement.id !== '') {
      const { file, line } = earlier.file.place(earlier.node);
      placed.file.refuse(
        placed.node,
        `requirement ${placed.requirement.id} stands already at ${file}:${line}: give this one another id.`,
      );
    }
  }
}
