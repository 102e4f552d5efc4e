import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';
import { suggest } from './suggest.ts';
import { YamlFile } from './yaml-file.ts';

/** The groups of the Agent API, in the order in which they are documented. */
export const GROUPS = [
  'Account',
  'Xmpp',
  'Storage',
  'Crypto',
  'Legal',
  'Wallet',
  'Tokens',
  'StateMachines',
  'Intelligence',
] as const;

/** The files of a specs folder, each with the id that its name gives it. */
export interface SpecFiles {
  readonly endpoints: readonly { readonly id: string; readonly file: YamlFile }[];
  readonly common: readonly { readonly id: string; readonly file: YamlFile }[];
  readonly composed: YamlFile | undefined;
  readonly problems: readonly Problem[];
}

/** Reads all files below `directory`; `shown` is how the folder is called in messages. */
export function readSpecFiles(directory: string, shown: string): SpecFiles {
  const problems: Problem[] = [];
  const open = (path: string): YamlFile =>
    new YamlFile(`${shown}/${path}`, readFileSync(join(directory, path), 'utf8'));
  const known: readonly string[] = [...GROUPS, 'common', 'composed.yaml'];
  for (const name of readdirSync(directory)
    .filter(each => !known.includes(each) && !each.startsWith('.'))
    .sort()) {
    const message = `unknown folder or file: expected one of ${known.join(', ')}.${suggest(name, known)}`;
    problems.push({ place: { file: `${shown}/${name}`, line: 1, column: 1 }, message });
  }
  const list = (folder: string) =>
    yamlNames(join(directory, folder)).map(name => ({ id: `${folder}/${name}`, file: open(`${folder}/${name}.yaml`) }));
  return {
    endpoints: GROUPS.flatMap(list),
    common: list('common'),
    composed: existsSync(join(directory, 'composed.yaml')) ? open('composed.yaml') : undefined,
    problems,
  };
}

function yamlNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  return names.map(name => name.slice(0, -'.yaml'.length)).sort();
}
