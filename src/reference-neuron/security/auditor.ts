/** After so many failures in a row an address is blocked for so many seconds; null is for ever. */
export interface AuditLevel {
  readonly failures: number;
  readonly seconds: number | null;
}

/** The framework's defaults: an hour, a day, a week, for ever. */
export const DEFAULT_LEVELS: readonly AuditLevel[] = [
  { failures: 5, seconds: 3_600 },
  { failures: 10, seconds: 86_400 },
  { failures: 20, seconds: 604_800 },
  { failures: 40, seconds: null },
];

export interface Block {
  /** Milliseconds since the epoch; null when it never ends. */
  readonly until: number | null;
}

interface Record {
  failures: number;
  block: Block | null;
}

/**
 * Counts failed log-ins in a row for each remote address, over all accounts, and says who is blocked. The highest
 * level whose count divides the failures so far sets the length of the block.
 */
export class LoginAuditor {
  readonly #levels: readonly AuditLevel[];
  readonly #records = new Map<string, Record>();

  constructor(levels: readonly AuditLevel[]) {
    this.#levels = [...levels].sort((a, b) => b.failures - a.failures);
  }

  /** The block in force at a moment (milliseconds since the epoch), or null. */
  blocked(subject: string, now: number): Block | null {
    const block = this.#records.get(subject)?.block ?? null;
    return block === null || block.until === null || block.until > now ? block : null;
  }

  fail(subject: string, now: number): void {
    const record = this.#records.get(subject) ?? { failures: 0, block: null };
    record.failures++;
    const level = this.#levels.find(({ failures }) => record.failures % failures === 0);
    if (level !== undefined) record.block = { until: level.seconds === null ? null : now + level.seconds * 1000 };
    this.#records.set(subject, record);
  }

  succeed(subject: string): void {
    this.#records.delete(subject);
  }

  failures(subject: string): number {
    return this.#records.get(subject)?.failures ?? 0;
  }
}
