import type { Reporter } from './reporter.ts';

/** The run record itself: what every other format is rendered from. */
export const json: Reporter = {
  format: 'json',
  file: 'report.json',
  render: record => `${JSON.stringify(record, null, 1)}\n`,
};
