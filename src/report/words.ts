import type { Blame } from '../model/blame.ts';
import type { Outcome } from '../model/outcome.ts';

/** A sign beside every colour, so that no outcome is told by colour alone. */
export const SYMBOLS: Readonly<Record<Outcome, string>> = {
  'suite-error': '☒',
  fail: '✗',
  'could-not-test': '◌',
  warn: '▲',
  flaky: '≈',
  waived: '◇',
  pass: '✓',
  'not-applicable': '–',
  disabled: '·',
};

export const LABELS: Readonly<Record<Outcome, string>> = {
  'suite-error': 'suite error',
  fail: 'fail',
  'could-not-test': 'could not test',
  warn: 'warning',
  flaky: 'flaky',
  waived: 'waived',
  pass: 'pass',
  'not-applicable': 'not applicable',
  disabled: 'disabled',
};

/** Who has to act, as a reader says it. */
export const ACTORS: Readonly<Record<Blame, string>> = {
  host: 'the host',
  contract: 'the contract',
  configuration: 'the configuration',
  mailbox: 'the mailbox',
  network: 'the network',
  suite: 'this suite',
};

/** Milliseconds as a reader says them: `850 µs`, `12 ms`, `1.4 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return '–';
  if (ms === 0) return '0 ms';
  if (ms < 1) return `${Math.round(ms * 1000)} µs`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1).replace('.0', '')} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const [large, small] =
    minutes < 60 ? [`${minutes} min`, `${seconds % 60} s`] : [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
  return small.startsWith('0 ') ? large : `${large} ${small}`;
}

/** Bytes as a reader says them: `312 B`, `1.5 KiB`, `4 MiB`. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KiB'] : [bytes / 1024 ** 2, 'MiB'];
  return `${value < 10 ? value.toFixed(1).replace('.0', '') : Math.round(value)} ${unit}`;
}

/** `12,345`; toLocaleString takes longer to load its rules than a small run takes. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 step`, `2 steps`; the plural is given where an s does not make it. */
export const count = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
