import type { Body, Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import { rowsOf } from './json-rows.ts';
import { readableBody } from './readable-body.ts';

/** One line of the three panes: what stands at one JSON pointer on each side; undefined where nothing does. */
export interface PaneRow {
  /** JSON pointer; empty for a body as a whole or for what is no body (a status, a header). */
  readonly pointer: string;
  readonly expected: string | undefined;
  readonly received: string | undefined;
  readonly sent: string | undefined;
  /** The finding is about this row. */
  readonly offending: boolean;
}

/** Expected, received and sent, aligned by JSON pointer: the offending rows in their place among the others. */
export function panes(finding: Finding, exchange: Exchange | undefined): PaneRow[] {
  const base = finding.pointer ?? '';
  const expected = said(finding.expected, finding.pointer);
  const actual = said(finding.actual, finding.pointer);
  const sent = bodyRows(exchange?.request.body ?? null, undefined);
  const received = bodyRows(exchange?.answer?.body ?? null, exchange?.answer?.value);
  // A finding of the suite itself points into what we sent.
  const side = finding.blame === 'suite' ? sent : received;
  for (const [pointer, text] of actual) side.set(pointer, text);
  const about = new Set([...expected.keys(), ...actual.keys(), ...(finding.pointer === null ? [] : [base])]);
  const rows = inOrder([received, sent, expected]).map(pointer => ({
    pointer,
    expected: expected.get(pointer),
    received: received.get(pointer),
    sent: sent.get(pointer),
    offending: about.has(pointer) && (!expected.has(pointer) || expected.get(pointer) !== side.get(pointer)),
  }));
  return [...rows.filter(row => row.pointer === ''), ...rows.filter(row => row.pointer !== '')];
}

/** What a finding says of one side; a text about the answer as a whole is words, not a JSON string. */
function said(value: Json, pointer: string | null): Map<string, string> {
  if (value === null) return new Map();
  return pointer === null && typeof value === 'string' ? new Map([['', value]]) : rowsOf(value, pointer ?? '');
}

/** At most `limit` rows: the offending ones, then their nearest neighbours; and how many were left out. */
export function foldedPanes(rows: readonly PaneRow[], limit: number): { rows: PaneRow[]; left: number } {
  if (rows.length <= limit) return { rows: [...rows], left: 0 };
  const offending = rows.flatMap((row, index) => (row.offending ? [index] : []));
  const distance = (index: number): number =>
    Math.min(...(offending.length > 0 ? offending : [0]).map(at => Math.abs(at - index)));
  const kept = new Set(
    rows
      .map((_, index): [number, number] => [distance(index), index])
      .sort(([a, i], [b, j]) => a - b || i - j)
      .slice(0, limit)
      .map(([, index]) => index),
  );
  return { rows: rows.filter((_, index) => kept.has(index)), left: rows.length - kept.size };
}

function bodyRows(body: Body | null, value: Json | undefined): Map<string, string> {
  if (body === null || body.text === '') return new Map();
  if (value !== undefined) return rowsOf(value);
  const parsed = readableBody(body.text);
  return parsed === undefined ? new Map([['', body.text]]) : rowsOf(parsed);
}

/**
 * The pointers of several sides in one order: those of the first, each later side's own put after what precedes it
 * there, and a value as a whole before its members.
 */
function inOrder(sides: readonly ReadonlyMap<string, string>[]): string[] {
  const order: string[] = [];
  const known = new Set<string>();
  for (const side of sides) {
    let at = 0;
    for (const pointer of side.keys()) {
      if (known.has(pointer)) at = order.indexOf(pointer) + 1;
      else {
        const inside = order.findIndex(other => other.startsWith(`${pointer}/`));
        at = inside < 0 ? at : inside;
        order.splice(at, 0, pointer);
        known.add(pointer);
        at += 1;
      }
    }
  }
  return order;
}
