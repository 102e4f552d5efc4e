import type { Level } from '../../model/requirement.ts';
import type { Deviation } from './elsewhere.ts';
import { isBad, judgeFault, type Seeded, type Verdict } from './kill.ts';
import type { Seen } from './seen.ts';
import type { Trial } from './task.ts';

/** A fault with what the suites made of it; without suites that call its endpoint it survives. */
export interface FaultRow extends Verdict, Seeded {
  readonly suites: readonly string[];
}

export interface CheckRow {
  readonly check: string;
  /** Faults, and deviations elsewhere, that the check shows. */
  readonly kills: readonly string[];
}

export interface CorrectRow {
  readonly name: string;
  /** Findings worse than a note that the host does not deserve: there must be none. */
  readonly findings: readonly Seen[];
  /** Warnings that it does deserve. */
  readonly deserved: number;
}

export interface DeviationRow {
  readonly id: string;
  readonly text: string;
  readonly check: string;
  readonly whose: Deviation['whose'];
  readonly shown: boolean;
}

/** Which fault is killed by which check. */
export interface KillTable {
  readonly faults: readonly FaultRow[];
  readonly checks: readonly CheckRow[];
  readonly correct: readonly CorrectRow[];
  readonly elsewhere: readonly DeviationRow[];
}

export interface TableInput {
  readonly faults: readonly (Seeded & { readonly suites: readonly string[] })[];
  readonly checks: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
  readonly correct: readonly Trial[];
  readonly trials: ReadonlyMap<string, Trial>;
  readonly deviations: readonly Deviation[];
}

/** Puts the trials together. Pure: the same trials give the same table. */
export function killTable({ faults, checks, levels, correct, trials, deviations }: TableInput): KillTable {
  const known = new Set(correct.flatMap(({ seen }) => seen.map(({ fingerprint }) => fingerprint)));
  const seenBy = (name: string): readonly Seen[] =>
    [name, `${name} in XML`].flatMap(trial => trials.get(trial)?.seen ?? []);
  const rows = faults.map(fault => ({ ...fault, ...judgeFault(fault, seenBy(fault.id), known, levels) }));
  const elsewhere = deviations.map(({ id, text, check, whose }) => ({
    id,
    text,
    check,
    whose,
    shown: seenBy(id).some(
      ({ check: by, blame, fingerprint }) => by === check && blame === whose && !known.has(fingerprint),
    ),
  }));
  return {
    faults: rows,
    checks: checks.map(check => ({
      check,
      kills: [
        ...rows.filter(({ killedBy }) => killedBy.includes(check)).map(({ id }) => id),
        ...elsewhere.filter(row => row.shown && row.check === check).map(({ id }) => id),
      ],
    })),
    correct: correct.map(correctRow),
    elsewhere,
  };
}

/**
 * Variants of the host that answer with what the framework does by default and no source about the Agent API publishes:
 * a 5xx for what has to be refused. That is a warning by design, and no reading.
 */
const FRAMEWORK_DEFAULTS: ReadonlySet<string> = new Set(['malformed-json=500', 'pattern-mismatch=500']);

function correctRow({ name, seen }: Trial): CorrectRow {
  const isDeserved = ({ check, outcome }: Seen): boolean =>
    FRAMEWORK_DEFAULTS.has(name) && ['refused', 'error-status'].includes(check) && outcome === 'warn';
  const bad = seen.filter(isBad);
  return { name, findings: bad.filter(finding => !isDeserved(finding)), deserved: bad.filter(isDeserved).length };
}
