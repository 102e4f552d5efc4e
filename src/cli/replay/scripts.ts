import type { Finding } from '../../model/finding.ts';
import { OperatorError } from '../../model/operator-error.ts';
import type { Redactor } from '../../model/redaction.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { findingGroups, type Reporter } from '../../report/index.ts';
import { type Library, loadLibrary } from '../compose/library.ts';
import type { Chain } from './chains.ts';
import { replayScript } from './script.ts';

/** Most scripts that one run writes. */
const MOST = 20;

/** What the report links to: the record with the names of the scripts in its findings, and what writes them. */
export interface Scripts {
  readonly record: RunRecord;
  readonly reporters: readonly Reporter[];
}

/** A replay script for each thing that the host does wrong and that can be tried without the suite. */
export function scriptsFor(record: RunRecord, redactor: Redactor): Scripts {
  const broken = (one: RunRecord) =>
    findingGroups(one).filter(({ finding }) => finding.blame === 'host' && finding.outcome === 'fail');
  if (broken(record).length === 0) return { record, reporters: [] };
  const clean = redactor.record(record);
  const library = loadLibrary();
  const scripts = broken(clean)
    .slice(0, MOST)
    .flatMap(({ finding, suite, step }) => reporterOf(clean, { finding, suite: suite.id, step: step.id }, library));
  const files = new Map(scripts.map(({ finding, reporter }) => [finding, reporter.file]));
  const linked = (finding: Finding): Finding => {
    const replay = files.get(finding.id);
    return replay === undefined ? finding : { ...finding, replay };
  };
  const suites = clean.suites.map(suite => ({
    ...suite,
    steps: suite.steps.map(step => ({ ...step, findings: step.findings.map(linked) })),
  }));
  return { record: { ...clean, suites }, reporters: scripts.map(({ reporter }) => reporter) };
}

function reporterOf(record: RunRecord, chain: Chain, library: Library): { finding: string; reporter: Reporter }[] {
  try {
    const text = replayScript(record, chain, library);
    const { id } = chain.finding;
    const file = `replay/${id.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)}.mjs`;
    return [{ finding: id, reporter: { format: 'replay', file, render: () => text } }];
  } catch (error) {
    // What only the suite can send again has no script.
    if (error instanceof OperatorError) return [];
    throw error;
  }
}
