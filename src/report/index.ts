import type { RunRecord } from '../model/run-record.ts';
import { ctrf } from './ctrf.ts';
import { har } from './har.ts';
import { html } from './html/html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { type WriteOptions, type WriteResult, writeAll } from './write.ts';

export { applyBaseline } from './compare/baseline.ts';
export { compare as compareRecords } from './compare/compare.ts';
export { comparisonLines } from './compare/lines.ts';
export { comparisonPage as comparePage } from './compare/page.ts';
export type { Comparison } from './compare/types.ts';
export { findingGroups, places } from './findings.ts';
export { type Located, type Merged, merge } from './merge/merge.ts';
export { mergedPage } from './merge/page.ts';
export { readRecord } from './read.ts';
export { readableBody } from './readable-body.ts';
export { judgeReplay, type Replayed, replayExit } from './replay/judge.ts';
export { replayLines } from './replay/lines.ts';
export type { Reporter } from './reporter.ts';
export {
  type TerminalMode,
  type TerminalOptions,
  type TerminalReporter,
  terminalReporter,
} from './terminal/terminal.ts';
export { trendLines } from './trend/lines.ts';
export { trendPage } from './trend/page.ts';
export { type Trend, trend } from './trend/trend.ts';
export type { WriteResult, WrittenArtefact } from './write.ts';

/** Every format that a run can be written in. */
export const REPORTERS: readonly Reporter[] = [html, json, junit, har, ctrf, markdown];

export interface ReportOptions extends Omit<WriteOptions, 'reporters'> {
  readonly formats: readonly string[];
  /** What else is written from the record: redacted, proved and counted like the formats. */
  readonly more?: readonly Reporter[];
}

/** Writes a run in the named formats. Names that no reporter has are the caller's mistake and are left out. */
export const writeReports = (
  record: RunRecord,
  { formats, more = [], ...options }: ReportOptions,
): Promise<WriteResult> =>
  writeAll(record, { ...options, reporters: [...REPORTERS.filter(({ format }) => formats.includes(format)), ...more] });
