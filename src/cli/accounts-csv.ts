import type { Account } from '../peers/ledger/index.ts';

const COLUMNS = ['host', 'userName', 'eMail', 'state', 'createdAt', 'run', 'suite'] as const;

/** Accounts as CSV (RFC 4180) with a head; times as ISO 8601. */
export const csv = (accounts: readonly Account[]): string =>
  [COLUMNS, ...accounts.map(account => COLUMNS.map(column => cell(account[column])))]
    .map(row => `${row.join(',')}\r\n`)
    .join('');

function cell(value: string | number): string {
  const text = typeof value === 'number' ? new Date(value).toISOString() : value;
  // A spreadsheet would take a cell that begins so for a formula.
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
