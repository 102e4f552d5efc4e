import type { Finding } from '../model/finding.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import type { Requirement } from '../model/requirement.ts';
import {
  type DialectRecord,
  type Effects,
  type RunRecord,
  SCHEMA_VERSION,
  type SuiteRecord,
} from '../model/run-record.ts';
import type { Waiver } from '../suite/waivers.ts';
import { coverageSuite, engineSuite, lostChecks, step } from './coverage.ts';
import { exitCodeOf } from './exit-code.ts';
import type { LockEntry } from './lock.ts';
import { flat, type Plan } from './planned.ts';
import { requirementRecords } from './requirements.ts';
import type { Session } from './session.ts';
import { verdictOf } from './verdict.ts';
import { applyWaivers } from './waive.ts';

export interface RecordInput {
  readonly plan: Plan;
  readonly session: Session;
  readonly suites: readonly SuiteRecord[];
  readonly preflight: readonly Finding[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly version: string;
  readonly target: string;
  readonly strict: boolean;
  readonly host: RunRecord['host'];
  readonly requirements: readonly Requirement[];
  /** What the lock says that the planned suites must emit. */
  readonly lock: readonly LockEntry[];
  readonly waivers: readonly Waiver[];
  readonly ledger: RunRecord['ledger'] | null;
  /** How many seeded faults this build finds; null where that is not known. */
  readonly detection: RunRecord['detection'];
}

/** Puts together what a run found. */
export function runRecord(input: RecordInput): RunRecord {
  const { plan, session } = input;
  const ended = session.signal.aborted ? 'interrupted' : session.stoppedBy === null ? 'finished' : 'stopped';
  const ran = [
    ...preflightSuite(input),
    ...input.suites,
    ...coverageSuite(lostChecks(plan, input.lock, input.suites), input.endedAt),
  ];
  const { suites, waivers } = applyWaivers(ran, input.waivers, input.endedAt);
  const findings = suites.flatMap(suite => suite.steps.flatMap(step => step.findings));
  const exitCode = exitCodeOf(findings, { strict: input.strict, finished: ended === 'finished' });
  const requirements = requirementRecords(input.requirements, suites, session.peers.checks);
  const steps = input.suites.reduce(
    (total, suite) => total + suite.steps.filter(step => step.outcome !== 'not-applicable').length,
    0,
  );
  const { mailbox } = session.peers;
  return {
    schemaVersion: SCHEMA_VERSION,
    suite: { name: 'neuron-conformance', version: input.version },
    run: {
      id: session.runId,
      startedAt: new Date(input.startedAt).toISOString(),
      endedAt: new Date(input.endedAt).toISOString(),
      target: session.peers.origin,
      profile: plan.profile.id,
      seed: session.seed,
      exitCode,
      ended,
    },
    verdict: verdictOf({ exitCode, target: input.target, findings, requirements, ended, steps }),
    counts: counts(suites),
    suites,
    requirements,
    dialect: dialect(session, suites),
    host: input.host,
    planned: plan.effects,
    spent: spent(input),
    ...(input.ledger == null ? {} : { ledger: input.ledger }),
    leftBehind: [...session.leftBehind.values()],
    mailbox: mailbox === null ? {} : { kind: mailbox.kind, url: mailbox.url },
    waivers,
    detection: input.detection,
    redaction: { secrets: session.peers.secrets.size },
  };
}

function preflightSuite({ preflight, startedAt, session }: RecordInput): readonly SuiteRecord[] {
  if (preflight.length === 0) return [];
  const only = step('domain-info', 'the host describes itself', preflight, startedAt);
  return [
    engineSuite('preflight', 'Before the first suite', {
      ...only,
      endpoint: 'Account/DomainInfo',
      exchanges: session.extra.slice(0, 1),
    }),
  ];
}

function counts(suites: readonly SuiteRecord[]): RunRecord['counts'] {
  const checks = Object.fromEntries(OUTCOMES.map(outcome => [outcome, 0])) as Record<Outcome, number>;
  let notes = 0;
  for (const step of suites.flatMap(suite => suite.steps)) {
    for (const passes of Object.values(step.passed)) checks.pass += passes;
    for (const finding of step.findings) {
      if (finding.outcome === 'pass') notes += 1;
      else checks[finding.outcome] += 1;
    }
  }
  return {
    suites: suites.length,
    steps: suites.reduce((total, suite) => total + suite.steps.length, 0),
    checks,
    notes,
  };
}

/** Every contradiction at the endpoints that the run called, with the reading that was seen, if one was. */
function dialect({ peers, readings }: Session, suites: readonly SuiteRecord[]): readonly DialectRecord[] {
  const called = new Set(
    suites.flatMap(suite => suite.steps.filter(one => one.exchanges.length > 0).map(one => one.endpoint)),
  );
  return peers.contract.endpoints
    .filter(({ endpoint }) => called.has(endpoint))
    .flatMap(({ endpoint, readings: questions }) =>
      Object.entries(questions).map(([question, published]) => {
        const found = readings.get(`${endpoint} ${question}`);
        return {
          endpoint,
          question,
          reading: found?.reading ?? null,
          readings: published,
          evidence: found?.exchange ?? null,
        };
      }),
    );
}

function spent({ suites, session, startedAt, endedAt, plan }: RecordInput): Effects {
  const steps = suites.flatMap(suite => suite.steps);
  const spends = new Map(
    plan.suites.flatMap(({ id, steps: planned }) => flat(planned).map(step => [`${id}/${step.id}`, step.spends])),
  );
  const accepted = suites.flatMap(suite =>
    suite.steps.flatMap(step =>
      step.exchanges.flatMap(({ answer }) =>
        answer !== null && answer.status < 400 ? (spends.get(`${suite.id}/${step.id}`) ?? []) : [],
      ),
    ),
  );
  const sum = (of: 'accounts' | 'mails' | 'messages'): number =>
    accepted.reduce((total, spent) => total + spent[of], 0);
  const run = new Set(plan.suites.filter(suite => suite.notApplicable === null).map(({ id }) => id));
  return {
    accounts: sum('accounts'),
    mails: sum('mails'),
    messages: sum('messages'),
    failedCredentials: session.gate.spent,
    requests: session.extra.length + steps.reduce((total, step) => total + step.exchanges.length, 0),
    steps: suites.filter(suite => run.has(suite.id)).reduce((total, suite) => total + suite.steps.length, 0),
    endpoints: [
      ...new Set(steps.flatMap(step => (step.exchanges.length > 0 && step.endpoint !== null ? [step.endpoint] : []))),
    ].sort(),
    seconds: Math.ceil((endedAt - startedAt) / 1000),
  };
}
