import { isObject } from '../../model/json.ts';
import { ACCOUNT_STATES, type LedgerRecord, type NewAccount } from './account.ts';

export interface ReadLines {
  readonly records: readonly LedgerRecord[];
  /** Numbers of the lines that are no record; a torn last line is not among them, it is what a killed process leaves. */
  readonly damaged: readonly number[];
}

/** Reads a ledger's text, line by line; what is no record is left out. */
export function readLines(text: string): ReadLines {
  const records: LedgerRecord[] = [];
  const damaged: number[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const record = readRecord(line);
    if (record !== null) records.push(record);
    else if (index < lines.length - 1) damaged.push(index + 1);
  }
  return { records, damaged };
}

function readRecord(line: string): LedgerRecord | null {
  const value = parse(line);
  if (!isObject(value)) return null;
  const type = ACCOUNT_STATES.find(state => state === value.type);
  const { at, host, userName } = value;
  if (type === undefined || typeof at !== 'number') return null;
  if (type === 'intended') {
    const account = readAccount(value.account);
    return account === null ? null : { type, at, account };
  }
  return typeof host === 'string' && typeof userName === 'string' ? { type, at, host, userName } : null;
}

function readAccount(value: unknown): NewAccount | null {
  if (!isObject(value)) return null;
  const { host, userName, eMail, actor, suite, run, apiKey } = value;
  if (typeof host !== 'string' || typeof userName !== 'string' || typeof eMail !== 'string') return null;
  if (typeof actor !== 'string' || typeof suite !== 'string' || typeof run !== 'string') return null;
  if (typeof apiKey !== 'string') return null;
  return { host, userName, eMail, actor, suite, run, apiKey };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
