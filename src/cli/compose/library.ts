import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CHECKS } from '../../checks/index.ts';
import { type Contract, loadContract } from '../../contract/catalogue.ts';
import { didYouMean } from '../../model/guess.ts';
import type { Json } from '../../model/json.ts';
import { OperatorError } from '../../model/operator-error.ts';
import {
  loadSuite,
  type Profile,
  parsePayloads,
  parseProfiles,
  type Suite,
  type Vocabulary,
} from '../../suite/index.ts';
import { PACKAGE_ROOT } from './package-root.ts';

/** Everything that is data: contract, suites, profiles, payloads. */
export interface Library {
  readonly contract: Contract;
  readonly profiles: readonly Profile[];
  readonly payloads: Readonly<Record<string, Json>>;
  readonly vocabulary: Vocabulary;
  /** A suite by its id, or by the path of its file. Throws OperatorError when there is none. */
  suite(name: string): Suite;
  readonly suiteIds: readonly string[];
}

export function loadLibrary(): Library {
  const contract = loadContract();
  const payloads = parsePayloads(readData('fixtures/payloads.yaml'), 'fixtures/payloads.yaml');
  const files = suiteFiles(join(PACKAGE_ROOT, 'suites'));
  const loaded = new Map<string, Suite>();
  const vocabulary: Vocabulary = {
    endpoints: contract.endpoints.map(({ endpoint }) => endpoint),
    requirements: contract.requirements().map(({ id }) => id),
    checks: CHECKS.map(({ id }) => id),
    payloads: Object.keys(payloads),
  };
  return {
    contract,
    payloads,
    vocabulary,
    profiles: parseProfiles(readData('suites/profiles.yaml'), 'suites/profiles.yaml'),
    suiteIds: [...files.keys()],
    suite: name => {
      const known = loaded.get(name);
      if (known !== undefined) return known;
      const file = files.get(name) ?? (/\.ya?ml$/.test(name) && existsSync(name) ? name : undefined);
      if (file !== undefined) {
        const suite = loadSuite(file, shown(file), vocabulary);
        loaded.set(name, suite);
        return suite;
      }
      throw new OperatorError(
        'UNKNOWN_SUITE',
        `There is no suite "${name}".${didYouMean(name, files.keys())}`,
        `Known: ${[...files.keys()].join(', ')}; or give the path of a suite file.`,
      );
    },
  };
}

const readData = (name: string): string => readFileSync(join(PACKAGE_ROOT, name), 'utf8');

export function profileNamed(library: Library, name: string): Profile {
  const found = library.profiles.find(({ id }) => id === name);
  const known = library.profiles.map(({ id }) => id);
  if (found === undefined)
    throw new OperatorError(
      'UNKNOWN_PROFILE',
      `There is no profile "${name}".${didYouMean(name, known)}`,
      `Known: ${known.join(', ')}.`,
    );
  return found;
}

/** Suite files by the id that their name gives. */
function suiteFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.yaml') && name !== 'profiles.yaml',
  );
  return new Map(files.sort().map(name => [name.replace(/^.*[/\\]/, '').replace(/\.yaml$/, ''), join(folder, name)]));
}

function shown(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}
