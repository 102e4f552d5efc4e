import type { Node } from 'yaml';
import type { Parameter, Readings, Spec } from '../spec.ts';
import type { YamlFile } from './yaml-file.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PARAMETER = ['name', 'in', 'type', 'required', 'description', 'values'] as const;

export function readParameters(file: YamlFile, node: Node | undefined): readonly Parameter[] {
  if (node === undefined) return [];
  return file.items(node, 'parameters').map(item => {
    const members = file.members(item, 'parameter', PARAMETER, PARAMETER.slice(0, 5));
    const get = (name: string): Node => members.get(name) ?? item;
    const has = (name: string): boolean => members.has(name);
    const values = members.get('values');
    return {
      name: has('name') ? file.text(get('name'), 'name of a parameter') : '',
      in: has('in') ? file.word(get('in'), 'in of a parameter', ['path', 'query', 'header']) : 'query',
      type: has('type') ? file.word(get('type'), 'type of a parameter', ['string', 'integer', 'boolean']) : 'string',
      required: has('required') && file.truth(get('required'), 'required of a parameter'),
      description: has('description') ? file.text(get('description'), 'description of a parameter') : '',
      ...(values !== undefined && {
        values: file.items(values, 'values').map(value => file.text(value, 'a value of a parameter')),
      }),
    };
  });
}

/** Refuses a path whose `{name}`s and path parameters differ. */
export function checkPath(file: YamlFile, node: Node, path: string, parameters: readonly Parameter[]): void {
  const named = [...path.matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '');
  const declared = parameters.filter(parameter => parameter.in === 'path').map(parameter => parameter.name);
  for (const name of named.filter(each => !declared.includes(each))) {
    file.refuse(node, `path: {${name}} is not among the parameters: add it with in: path.`);
  }
  for (const name of declared.filter(each => !named.includes(each))) {
    file.refuse(node, `path: expected {${name}} in it, since the path parameter is declared, got ${path}.`);
  }
  if (!path.startsWith('/')) file.refuse(node, `path: expected a path from the root, got "${path}": begin it with /.`);
}

export function readReadings(file: YamlFile, node: Node | undefined): Readings {
  if (node === undefined) return {};
  return Object.fromEntries(
    (file.entries(node, 'readings') ?? []).map(({ name: question, key, value }) => {
      const readings = file.entries(value, `readings of ${question}`) ?? [];
      if (!KEBAB.test(question))
        file.refuse(key, `question of readings: expected words in kebab-case, got "${question}".`);
      if (readings.length < 2)
        file.refuse(
          key,
          `readings of ${question}: expected two or more, got ${readings.length}: one reading is no contradiction.`,
        );
      return [
        question,
        Object.fromEntries(readings.map(reading => [reading.name, readSources(file, reading.name, reading.value)])),
      ];
    }),
  );
}

function readSources(file: YamlFile, reading: string, node: Node): readonly string[] {
  const sources = readTexts(file, node, `sources of ${reading}`);
  if (sources.length === 0) file.refuse(node, `the reading ${reading} has no source: name who publishes it.`);
  return sources;
}

export const readTexts = (file: YamlFile, node: Node | undefined, what: string): readonly string[] =>
  node === undefined ? [] : file.items(node, what).map(item => file.text(item, what));

export function readSpends(file: YamlFile, node: Node | undefined): Spec['spends'] {
  const members =
    node === undefined ? new Map<string, Node>() : file.members(node, 'spends', ['accounts', 'mails', 'messages']);
  const count = (name: string): number => {
    const value = members.get(name);
    return value === undefined ? 0 : file.count(value, `spends.${name}`);
  };
  return { accounts: count('accounts'), mails: count('mails'), messages: count('messages') };
}
