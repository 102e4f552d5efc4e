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
import { emits } from './emitted.ts';
import { exitCodeOf } from './exit-code.ts';
import { findingOf } from './finding.ts';
import { pairsOf } from './lock.ts';
import type { Plan } from './planned.ts';
import { requirementRecords } from './requirements.ts';
import type { Session } from './session.ts';
import { verdictOf } from './verdict.ts';

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
}

/** Puts together what a run found. */
export function runRecord(input: RecordInput): RunRecord {
  const { plan, session } = input;
  const ended = session.signal.aborted ? 'interrupted' : session.stoppedBy === null ? 'finished' : 'stopped';
  const suites = [...preflightSuite(input), ...input.suites, ...missing(input)];
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
    dialect: dialect(session),
    host: input.host,
    planned: plan.effects,
    spent: spent(input),
    leftBehind: [...session.leftBehind.values()],
    mailbox: mailbox === null ? {} : { kind: mailbox.kind, url: mailbox.url },
    waivers: [],
    detection: null,
    redaction: { secrets: session.peers.secrets.size },
  };
}

function preflightSuite({ preflight, startedAt, endedAt, session }: RecordInput): readonly SuiteRecord[] {
  if (preflight.length === 0) return [];
  const [first] = preflight;
  return [
    {
      id: 'preflight',
      title: 'Before the first suite',
      startedAt,
      endedAt,
      outcome: first?.outcome ?? 'pass',
      blame: first?.blame ?? null,
      steps: [
        {
          id: 'domain-info',
          title: 'the host describes itself',
          verb: 'call',
          endpoint: 'Account/DomainInfo',
          actor: null,
          startedAt,
          endedAt,
          outcome: first?.outcome ?? 'pass',
          blame: first?.blame ?? null,
          proves: [],
          passed: {},
          findings: preflight,
          exchanges: session.extra.slice(0, 1),
          mails: [],
          waits: [],
        },
      ],
    },
  ];
}

/** Pairs of check and step that the plan promised and no step emitted: the suite lost coverage without saying so. */
function missing({ plan, suites, endedAt }: RecordInput): readonly SuiteRecord[] {
  const steps = new Map(suites.flatMap(suite => suite.steps.map(step => [`${suite.id}/${step.id}`, step] as const)));
  const lost = pairsOf(plan.suites).filter(({ suite, step, check }) => {
    const record = steps.get(`${suite}/${step}`);
    return record === undefined || !emits(record, check);
  });
  if (lost.length === 0) return [];
  const named = lost
    .slice(0, 5)
    .map(({ suite, step, check }) => `${check} at ${suite}/${step}`)
    .join(', ');
  const finding = findingOf(
    {
      message: `${lost.length} check${lost.length === 1 ? '' : 's'} that the plan promises said nothing: ${named}${lost.length > 5 ? ', …' : ''}.`,
      as: 'suite-error',
      blame: 'suite',
    },
    'coverage',
    null,
    'must',
    { suite: 'coverage', step: 'emitted', endpoint: null, exchange: null },
    0,
  );
  const step = {
    id: 'emitted',
    title: 'every planned check has spoken',
    verb: 'call',
    endpoint: null,
    actor: null,
    startedAt: endedAt,
    endedAt,
    outcome: 'suite-error' as const,
    blame: 'suite' as const,
    proves: [],
    passed: {},
    findings: [finding],
    exchanges: [],
    mails: [],
    waits: [],
  };
  return [
    {
      id: 'coverage',
      title: 'What the plan promises',
      startedAt: endedAt,
      endedAt,
      outcome: 'suite-error',
      blame: 'suite',
      steps: [step],
    },
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

const dialect = ({ peers, readings }: Session): readonly DialectRecord[] =>
  peers.contract.endpoints.flatMap(spec =>
    Object.entries(spec.readings).flatMap(([question, published]) => {
      const found = readings.get(`${spec.endpoint} ${question}`);
      return [
        {
          endpoint: spec.endpoint,
          question,
          reading: found?.reading ?? null,
          readings: published,
          evidence: found?.exchange ?? null,
        },
      ];
    }),
  );

function spent({ suites, session, startedAt, endedAt, plan }: RecordInput): Effects {
  const steps = suites.flatMap(suite => suite.steps);
  const answered = steps
    .filter(step => step.verb === 'call')
    .flatMap(step => step.exchanges.filter(({ answer }) => answer !== null && answer.status < 300));
  const sum = (of: 'accounts' | 'mails' | 'messages'): number =>
    answered.reduce(
      (total, { endpoint }) => total + (session.peers.contract.endpoint(endpoint ?? '')?.spends[of] ?? 0),
      0,
    );
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
