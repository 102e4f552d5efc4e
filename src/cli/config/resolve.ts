import { didYouMean } from '../../model/guess.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { findConfigFile, type Given, readConfigFile } from './file.ts';
import { Expected } from './reader.ts';
import { readSecretsFile } from './secrets-file.ts';
import { SECRETS_FILE, SETTINGS, type Setting, type SettingName, type Values } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigInput {
  /** Options as commander gives them: camelCase, `suite` a list; `config` and `secrets` name files. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  readonly cwd: string;
}

/** Where the value of one setting came from. */
export interface Provenance {
  readonly name: SettingName;
  /** As it was given; for secrets only that it was. */
  readonly shown: string;
  readonly from: string;
}

/** Everything that the operator decides, resolved. */
export interface Config extends Values {
  /** The existing account, when all three of its parts are given. */
  readonly account: { readonly userName: string; readonly eMail: string; readonly password: string } | null;
  /** The configuration file that was read; null when there is none. */
  readonly file: string | null;
  readonly provenance: readonly Provenance[];
  /** What looks like a mistake and is none for certain, a sentence each. */
  readonly warnings: readonly string[];
}

const NAMES = Object.keys(SETTINGS).filter((name): name is SettingName => name in SETTINGS);
const settingOf = (name: SettingName): Setting<unknown> => SETTINGS[name];

/**
 * Resolves flag, environment, neuron-conformance.yaml and default, in that order of precedence. Secrets come from the
 * environment, else from the file that `secrets` names. Throws OperatorError for everything that cannot be read.
 */
export function resolveConfig({ flags, env, cwd }: ConfigInput): Config {
  const file = findConfigFile(textOf(flags.config), cwd);
  const keys = [...NAMES.map(settingOf), SECRETS_FILE].flatMap(({ key }) => key ?? []);
  const secretNames = NAMES.filter(name => settingOf(name).secret);
  const inFile = file === null ? new Map<string, Given>() : readConfigFile(file, cwd, keys, secretNames);
  const secrets = secretsOf(flags, inFile, cwd);
  const raw: Partial<Record<SettingName, unknown>> = {};
  const provenance: Provenance[] = [];
  for (const name of NAMES) {
    const setting = settingOf(name);
    const given =
      fromFlag(setting, flags, cwd) ??
      fromEnvironment(setting, env, cwd) ??
      fromSecrets(setting, secrets) ??
      inFile.get(setting.key ?? '');
    raw[name] = given === undefined ? setting.fallback : read(setting, given);
    provenance.push({ name, ...shownOf(setting, given) });
  }
  // Every setting of the table has just been read by its own reader.
  const values = raw as Values;
  requirePair(values);
  return { ...values, account: accountOf(values), file, provenance, warnings: strangers(env) };
}

function read(setting: Setting<unknown>, { value, place, folder }: Given): unknown {
  try {
    return setting.reader.read(value, folder);
  } catch (error) {
    if (error instanceof OperatorError)
      throw new OperatorError(error.code, `${place}: ${error.message}`, error.next, { cause: error });
    if (!(error instanceof Expected)) throw error;
    const got = setting.secret ? 'what is given' : JSON.stringify(value);
    throw new OperatorError(
      'CONFIG_INVALID',
      `${place}: ${got} is not ${error.message}.${error.hint}`,
      `Give ${error.message}.`,
    );
  }
}

function fromFlag({ flag }: Setting<unknown>, flags: ConfigInput['flags'], cwd: string): Given | undefined {
  if (flag === undefined) return undefined;
  const option = flag.split(' ')[0] ?? '';
  const value = flags[option.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  return value === undefined ? undefined : { value, place: `flag ${option}`, folder: cwd };
}

function fromEnvironment({ env: name }: Setting<unknown>, env: Environment, cwd: string): Given | undefined {
  const value = name === undefined ? undefined : env[name];
  return value === undefined || value === '' ? undefined : { value, place: `environment ${name}`, folder: cwd };
}

interface SecretsGiven {
  readonly file: string;
  readonly values: Readonly<Record<string, string>>;
}

function secretsOf(flags: ConfigInput['flags'], inFile: ReadonlyMap<string, Given>, cwd: string): SecretsGiven | null {
  const given = fromFlag(SECRETS_FILE, flags, cwd) ?? inFile.get(SECRETS_FILE.key ?? '');
  if (given === undefined) return null;
  const file = String(read(SECRETS_FILE, given));
  const names = NAMES.map(settingOf).flatMap(({ secret, env }) => (secret === true ? (env ?? []) : []));
  return { file, values: readSecretsFile(file, names) };
}

function fromSecrets({ env: name, secret }: Setting<unknown>, secrets: SecretsGiven | null): Given | undefined {
  const value = secret === true && name !== undefined ? secrets?.values[name] : undefined;
  return value === undefined || secrets === null ? undefined : { value, place: `file ${secrets.file}`, folder: '' };
}

function shownOf(
  setting: Setting<unknown>,
  given: Given | undefined,
): { readonly shown: string; readonly from: string } {
  if (given === undefined)
    return { shown: setting.fallback === null ? '' : textShown(setting.fallback), from: 'default' };
  return { shown: setting.secret ? '(set, not shown)' : textShown(given.value), from: given.place };
}

const textShown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function accountOf({ userName, eMail, password }: Values): Config['account'] {
  if (userName !== null && eMail !== null && password !== null) return { userName, eMail, password };
  if (userName === null && eMail === null && password === null) return null;
  const parts = { NEURON_USER: userName, NEURON_EMAIL: eMail, NEURON_PASSWORD: password };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === null ? [name] : []));
  throw new OperatorError(
    'ACCOUNT_INCOMPLETE',
    `An existing account is given without ${missing.join(' and ')}.`,
    'Give all of NEURON_USER, NEURON_EMAIL and NEURON_PASSWORD, or none.',
  );
}

function requirePair({ apiKey, apiSecret }: Values): void {
  if ((apiKey === null) === (apiSecret === null)) return;
  const message =
    apiKey === null
      ? 'Only the secret of an API key is given, without the key.'
      : 'Only the API key is given, without its secret.';
  throw new OperatorError('KEY_INCOMPLETE', message, 'Give both NEURON_API_KEY and NEURON_API_SECRET, or neither.');
}

/** Variables that look like ours and are not: a misspelt one would otherwise be silence. */
function strangers(env: Environment): readonly string[] {
  const known = NAMES.flatMap(name => settingOf(name).env ?? []);
  return Object.keys(env)
    .filter(name => name.startsWith('NEURON_') && !known.includes(name))
    .map(name => `The environment variable ${name} is none that we read.${didYouMean(name, known)}`);
}
