import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';
import { SuiteError } from '../../suite/error.ts';
import { type Entry, isScalar, isSeq, type Node } from '../../suite/yaml/node.ts';
import { YamlSource } from '../../suite/yaml-source.ts';

export const CONFIG_FILE = 'neuron-conformance.yaml';

export interface Given {
  readonly value: unknown;
  /** Where it was given, as a message says it: `neuron-conformance.yaml:3:9`, `flag --seed`, `environment NEURON_HOST`. */
  readonly place: string;
  /** What relative paths are relative to. */
  readonly folder: string;
}

/**
 * What a configuration file gives, by dotted key. `keys` are all that it may give, `secrets` what one could take for
 * others. Throws OperatorError with file, line and column, and a guess for a key that is not known.
 */
export function readConfigFile(
  file: string,
  cwd: string,
  keys: readonly string[],
  secrets: readonly string[],
): ReadonlyMap<string, Given> {
  const shown = relative(cwd, file) || file;
  try {
    const text = readFileSync(file, 'utf8');
    if (text.split('\n').every(line => /^\s*(#|$)/.test(line))) return new Map();
    const source = new YamlSource(shown, text);
    refuseSecrets(source, secrets);
    const given = new Map<string, Given>();
    collect(source, source.root, '', keys, dirname(file), given);
    return given;
  } catch (error) {
    if (!(error instanceof SuiteError)) throw error;
    throw new OperatorError('CONFIG_INVALID', error.message, error.next, { cause: error });
  }
}

/** The configuration file: the one named, which must exist, or the one in the current folder, if there is one. */
export function findConfigFile(named: string | undefined, cwd: string): string | null {
  const file = resolve(cwd, named ?? CONFIG_FILE);
  if (existsSync(file)) return file;
  if (named === undefined) return null;
  throw new OperatorError(
    'CONFIG_NOT_FOUND',
    `There is no configuration file ${file}.`,
    'Check --config, or make one with "neuron-conformance init".',
  );
}

function collect(
  source: YamlSource,
  node: Node,
  prefix: string,
  keys: readonly string[],
  folder: string,
  given: Map<string, Given>,
): void {
  const names = new Set(
    keys.filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length).split('.')[0] ?? ''),
  );
  const what = prefix === '' ? 'the configuration' : `"${prefix.slice(0, -1)}"`;
  for (const entry of source.members(node, what, prefix === '' ? ['$schema', ...names] : [...names]).values()) {
    const key = prefix + entry.name;
    if (key === '$schema' || isNothing(entry)) continue;
    if (keys.includes(key)) {
      const { line, column } = source.at(entry.value);
      given.set(key, { value: plain(entry.value), place: `${source.file}:${line}:${column}`, folder });
    } else collect(source, entry.value, `${key}.`, keys, folder, given);
  }
}

function refuseSecrets(source: YamlSource, secrets: readonly string[]): void {
  for (const { name, key } of source.map(source.root, 'the configuration')) {
    if (!secrets.includes(name)) continue;
    const next = 'Give it in the environment, or in a file of NAME=value lines that the key "secrets" names.';
    source.fail(key, `"${name}" is a secret, which has no place in this file.`, next);
  }
}

/** A key with nothing after it is as good as no key. */
const isNothing = ({ value }: Entry): boolean => isScalar(value) && value.value === null;

/** Scalars and lists as they are; anything else as something that no reader takes. */
function plain(node: Node): unknown {
  if (isScalar(node)) return node.value;
  return isSeq(node) ? node.items.map(plain) : {};
}
