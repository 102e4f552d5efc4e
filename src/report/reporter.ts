import type { RunRecord } from '../model/run-record.ts';

/** One format of report: a pure function of the run record. */
export interface Reporter {
  /** Its name on the command line. */
  readonly format: string;
  /** The file it is written to, inside the run's folder. */
  readonly file: string;
  /** May throw on a record it cannot show: the other reporters are not affected. */
  render(record: RunRecord): string | Uint8Array;
}
