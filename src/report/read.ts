import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { OperatorError } from '../model/operator-error.ts';
import type { RunRecord } from '../model/run-record.ts';
import { recordInPage } from './html/data.ts';

const SCHEMA = new URL('../../schemas/report.schema.json', import.meta.url);

/** Reads a run record from `report.json`, from the data in `report.html`, or from the folder that holds them. */
export async function readRecord(path: string): Promise<RunRecord> {
  const file = (await isFolder(path)) ? join(path, 'report.json') : path;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OperatorError(
      'REPORT_UNREADABLE',
      `There is no report at ${file}.`,
      'Name a report.json, a report.html or the folder of a run.',
      { cause },
    );
  });
  const record = parse(text, file);
  const wrong = await problem(record);
  if (wrong === null) return record as RunRecord; // what the schema has just proved
  throw new OperatorError(
    'REPORT_INVALID',
    `${file} is no report that this version can read: ${wrong}.`,
    'Name a report.json or report.html that a run has written.',
  );
}

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  );

function parse(text: string, file: string): unknown {
  try {
    return /^\s*</.test(text) ? recordInPage(text) : JSON.parse(text);
  } catch (cause) {
    throw new OperatorError(
      'REPORT_BROKEN',
      `${file} is cut off or no JSON.`,
      'Name a report.json or report.html that a run has written.',
      { cause },
    );
  }
}

/** What keeps a value from being a run record, in words; null when nothing does. */
async function problem(value: unknown): Promise<string | null> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  if (validate(value)) return null;
  return (validate.errors ?? []).map(said).slice(0, 1).join('');
}

const said = ({ instancePath, message }: ErrorObject): string =>
  `${instancePath === '' ? 'it' : instancePath} ${message ?? 'is not as described'}`;
