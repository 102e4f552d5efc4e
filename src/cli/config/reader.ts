import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../../model/guess.ts';
import type { JsonObject } from '../../model/json.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { parseTarget } from '../../peers/target/parse-target.ts';

/** How one setting is read, wherever it is given: as text by a flag or the environment, as a value by the file. */
export interface Reader<T> {
  /** JSON Schema of the value in the file. */
  readonly schema: JsonObject;
  /**
   * Reads a value; `folder` is what relative paths are relative to. Throws OperatorError, or Expected with what
   * would have been right.
   */
  read(value: unknown, folder: string): T;
}

/** The value is of the wrong kind: says what was expected, and the caller says where. */
export class Expected extends Error {
  override readonly name = 'Expected';
  /** A sentence with a guess, to go after the message; or nothing. */
  readonly hint: string;

  constructor(expected: string, hint = '') {
    super(expected);
    this.hint = hint;
  }
}

export const text = (expected = 'a text', pattern?: RegExp): Reader<string> => ({
  schema: { type: 'string', ...(pattern === undefined ? {} : { pattern: pattern.source }) },
  read: value => {
    if (typeof value === 'string' && value !== '' && (pattern === undefined || pattern.test(value))) return value;
    throw new Expected(expected);
  },
});

export const target: Reader<string> = {
  schema: { type: 'string' },
  read: value => {
    if (typeof value !== 'string') throw new Expected('a host name or URL');
    parseTarget(value);
    return value.trim();
  },
};

const MAILBOX = /^(smtps?|imaps?|mailhog\+https?|mailpit\+https?):\/\/.+|^(mailhog|mailpit)\+docker:/;

/** A mailbox's URL; which mailbox it is, the mailbox itself reads. */
export const mailboxUrl: Reader<string> = {
  schema: { type: 'string', pattern: MAILBOX.source },
  read: value => {
    if (typeof value !== 'string' || !MAILBOX.test(value))
      throw new Expected('a mailbox URL such as smtp://127.0.0.1:2525 or imaps://user@host/INBOX');
    if (!/^[^/]*\/\/[^/@]*:[^/@]*@/.test(value)) return value;
    throw new OperatorError(
      'MAILBOX_CREDENTIALS',
      'The URL of the mailbox carries a password.',
      'Leave it out there, and set NEURON_MAILBOX_PASSWORD.',
    );
  },
};

export const integer = (least: number): Reader<number> => ({
  schema: { type: 'integer', minimum: least },
  read: value => {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= least) return number;
    throw new Expected(`a whole number of ${least} or more`);
  },
});

export const yesNo: Reader<boolean> = {
  schema: { type: 'boolean' },
  read: value => {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw new Expected('true or false');
  },
};

export const choice = <const T extends string>(values: readonly T[]): Reader<T> => ({
  schema: { enum: values },
  read: value => {
    const found = values.find(known => known === value);
    if (found !== undefined) return found;
    throw new Expected(`one of ${values.join(', ')}`, typeof value === 'string' ? didYouMean(value, values) : '');
  },
});

/** A list in the file; with commas between, or given several times, as a flag. */
export const list = <T>(item: Reader<T>, expected: string): Reader<readonly T[]> => ({
  schema: { type: 'array', items: item.schema },
  read: (value, folder) => {
    const items = Array.isArray(value) ? value : [value];
    const split = items.flatMap(each => (typeof each === 'string' ? each.split(',').map(part => part.trim()) : [each]));
    if (split.includes('')) throw new Expected(expected);
    return split.map(each => item.read(each, folder));
  },
});

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `250ms`, `30s` or `2m`; in milliseconds. */
export const duration: Reader<number> = {
  schema: { type: 'string', pattern: '^\\d+(ms|s|m)$' },
  read: value => {
    const [, amount = '', unit = ''] = /^(\d+)(ms|s|m)$/.exec(String(value)) ?? [];
    const milliseconds = Number(amount) * (UNITS[unit] ?? 0);
    if (milliseconds > 0) return milliseconds;
    throw new Expected('a duration such as 500ms, 30s or 2m');
  },
};

/** A path; absolute when read. */
export const path: Reader<string> = {
  schema: { type: 'string' },
  read: (value, folder) => {
    if (typeof value === 'string' && value !== '') return resolve(folder, value);
    throw new Expected('the path of a file or folder');
  },
};

/** The text of a file that is named. */
export const fileText = (what: string): Reader<string> => ({
  schema: { type: 'string' },
  read: (value, folder) => {
    const file = path.read(value, folder);
    try {
      return readFileSync(file, 'utf8');
    } catch (cause) {
      const message = `The file ${file}, which should hold ${what}, cannot be read.`;
      throw new OperatorError('FILE_NOT_READABLE', message, 'Check the path and the rights of the file.', { cause });
    }
  },
});
