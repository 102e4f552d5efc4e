import { randomBytes } from 'node:crypto';
import type { RunEvent } from '../model/event.ts';
import type { Level } from '../model/requirement.ts';
import type { RunRecord, SuiteRecord } from '../model/run-record.ts';
import type { Waiver } from '../suite/waivers.ts';
import { actorsOf } from './actors-of.ts';
import { EventQueue } from './event-queue.ts';
import { makeGate, watched } from './gate.ts';
import type { LockEntry } from './lock.ts';
import type { Plan, PlannedSuite } from './planned.ts';
import { preflight } from './preflight.ts';
import { runRecord } from './record.ts';
import type { GivenAccount, Peers, Session } from './session.ts';
import { runSuite } from './suite-run.ts';

export interface RunOptions {
  readonly plan: Plan;
  readonly peers: Peers;
  /** Repeats names, texts and order. */
  readonly seed: number;
  readonly runId: string;
  readonly signal: AbortSignal;
  readonly version: string;
  /** What reports call the target: its host. */
  readonly target: string;
  readonly strict?: boolean;
  /** Milliseconds that a mail is waited for, whatever the steps say. */
  readonly mailTimeout?: number | null;
  readonly lock?: readonly LockEntry[];
  readonly waivers?: readonly Waiver[];
  readonly detection?: RunRecord['detection'];
  /** What the ledger says of the target before the run; null when there is none. */
  readonly ledger?: RunRecord['ledger'] | null;
  /** Accounts that exist already, by actor name. */
  readonly given?: ReadonlyMap<string, GivenAccount>;
}

/** Eight letters and digits, unique to a run. */
export const newRunId = (random: (size: number) => Uint8Array = randomBytes): string =>
  Buffer.from(random(5)).toString('hex').slice(0, 8);

/** Runs a plan and tells of it while it goes on; the last event holds the run record. Ends cleanly when aborted. */
export function run(options: RunOptions): AsyncIterable<RunEvent> {
  const events = new EventQueue<RunEvent>();
  drive(options, event => events.push(event)).then(
    () => events.end(),
    error => events.fail(error),
  );
  return events;
}

async function drive(options: RunOptions, emit: (event: RunEvent) => void): Promise<void> {
  const { plan, peers } = options;
  const startedAt = peers.now();
  const session = makeSession(options, emit);
  emit({
    type: 'run-started',
    at: startedAt,
    runId: options.runId,
    target: peers.origin,
    profile: plan.profile.id,
    seed: options.seed,
    suites: plan.suites.map(({ id, suite, steps }) => ({ id, title: suite.title, steps: steps.length })),
    planned: plan.effects,
  });
  const { findings, host } = await unlessInterrupted(options.signal, preflight(session), { findings: [], host: {} });
  const suites = await runSuites(plan.suites, options, session);
  await unlessInterrupted(options.signal, session.gate.close(), undefined);
  const endedAt = peers.now();
  const requirements = peers.contract.requirements();
  const record = runRecord({
    plan,
    session,
    suites,
    preflight: findings,
    startedAt,
    endedAt,
    host,
    requirements,
    version: options.version,
    target: options.target,
    strict: options.strict ?? false,
    lock: options.lock ?? [],
    waivers: options.waivers ?? [],
    detection: options.detection ?? null,
    ledger: options.ledger ?? null,
  });
  emit({ type: 'run-ended', at: endedAt, record });
}

/** What an interruption cuts off is done without; what is known by then is still told. */
async function unlessInterrupted<T>(signal: AbortSignal, work: Promise<T>, instead: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) return instead;
    throw error;
  }
}

function makeSession(options: RunOptions, emit: (event: RunEvent) => void): Session {
  const { peers } = options;
  const levels = new Map<string, Level>(peers.contract.requirements().map(({ id, level }) => [id, level]));
  const gate = makeGate(() => session);
  const session: Session = {
    peers: { ...peers, client: watched(peers.client, gate) },
    rules: { checks: new Map(peers.checks.map(check => [check.id, check])), levels },
    runId: options.runId,
    seed: options.seed,
    signal: options.signal,
    mailTimeout: options.mailTimeout ?? null,
    gate,
    emit,
    domain: null,
    skew: 0,
    seenTokens: new Set(),
    extra: [],
    readings: new Map(),
    stoppedBy: null,
    refusedGood: null,
    key: { state: 'unknown', finding: null, queue: Promise.resolve() },
    leftBehind: new Map(),
    actors: [],
    shared: new Map(),
  };
  return session;
}

/** Independent suites run side by side; those that share an account follow each other in the plan's order. */
async function runSuites(
  suites: readonly PlannedSuite[],
  options: RunOptions,
  session: Session,
): Promise<readonly SuiteRecord[]> {
  const last = new Map<string, Promise<unknown>>();
  const running = suites.map(async planned => {
    const shares = planned.provides === null ? planned.shares : [planned.provides];
    const before = Promise.all(shares.map(name => last.get(name)));
    const work = before.then(async () => {
      const actors = planned.notApplicable === null ? await actorsOf(planned, options, session) : new Map();
      return runSuite(planned, actors, session);
    });
    for (const name of shares)
      last.set(
        name,
        work.catch(() => {}),
      );
    return work;
  });
  return Promise.all(running);
}
