import type { PaneRow } from '../panes.ts';
import { foldedPanes } from '../panes.ts';
import { visible } from '../visible.ts';
import { count } from '../words.ts';
import { padded, type Style } from './style.ts';

const MOST_ROWS = 8;

/** The three panes side by side, aligned by JSON pointer, the offending rows marked. */
export function paneLines(all: readonly PaneRow[], width: number, style: Style): string[] {
  const { rows, left } = foldedPanes(all, MOST_ROWS);
  if (rows.length === 0) return [];
  const path = Math.min(28, Math.max(6, ...rows.map(row => row.pointer.length)));
  const column = Math.max(12, Math.floor((width - path - 8) / 3));
  const line = (mark: string, cells: readonly [string, string, string, string]): string =>
    `${mark} ${padded(cells[0], path)}  ${cells
      .slice(1)
      .map(cell => padded(cell, column))
      .join('  ')}`.trimEnd();
  const shown = (text: string | undefined): string => (text === undefined ? '·' : visible(text).replaceAll('\n', '␊'));
  return [
    style.dim(line(' ', ['', 'expected', 'received', 'sent'])),
    ...rows.map(row => {
      const pointer = row.pointer === '' ? 'answer' : visible(row.pointer);
      const text = line(row.offending ? '▶' : ' ', [
        pointer,
        shown(row.expected),
        shown(row.received),
        shown(row.sent),
      ]);
      return row.offending ? style.bold(text) : style.dim(text);
    }),
    ...(left === 0 ? [] : [style.dim(`  ${count(left, 'more member')} in report.html`)]),
  ];
}
