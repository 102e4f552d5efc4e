import type { Finding } from '../model/finding.ts';
import type { MailEvidence } from '../model/mail.ts';
import type { MailRecord } from '../model/run-record.ts';
import type { Mailbox, MailWait, Watermark } from '../peers/mailbox/mailbox.ts';
import type { ReceiveStep } from '../suite/index.ts';
import { type Actor, viewOf } from './actor.ts';
import { secretsOf } from './call-evidence.ts';
import { couldNotTest } from './could-not.ts';
import { findingOf } from './finding.ts';
import { judge } from './judge.ts';
import { judgeMissing } from './missing-mail.ts';
import type { PlannedStep } from './planned.ts';
import type { SuiteScope } from './session.ts';
import type { StepResult } from './step-record.ts';

/** Runs one `receive`: waits for the mail that an earlier request triggered, takes the code out of it, judges it. */
export async function runReceive(planned: PlannedStep, step: ReceiveStep, scope: SuiteScope): Promise<StepResult> {
  const { session } = scope;
  const actor = scope.actors.get(step.for);
  const { mailbox } = session.peers;
  if (session.stoppedBy !== null)
    return {
      findings: [
        couldNotTest(
          planned,
          scope,
          `Not run, because nothing more is sent: ${session.stoppedBy.message}`,
          session.stoppedBy,
        ),
      ],
    };
  if (actor === undefined || mailbox === null)
    return {
      findings: [couldNotTest(planned, scope, 'Not run, because no mailbox is configured.', null, 'configuration')],
    };
  if (actor.blockedBy !== null)
    return {
      findings: [
        couldNotTest(planned, scope, `Not run, because the account of ${step.for} cannot be used.`, actor.blockedBy),
      ],
    };
  if (actor.watermark === null)
    return {
      findings: [
        couldNotTest(planned, scope, `Not run, because no request has triggered a mail for ${step.for}.`, null),
      ],
    };
  return step.what === 'no-mail'
    ? seeNone(planned, step, actor, actor.watermark, mailbox, scope)
    : receiveCode(planned, step, actor, actor.watermark, mailbox, scope);
}

async function receiveCode(
  planned: PlannedStep,
  step: ReceiveStep,
  actor: Actor,
  since: Watermark,
  mailbox: Mailbox,
  scope: SuiteScope,
): Promise<StepResult> {
  const { session } = scope;
  const from = session.peers.now();
  const deadline = from + step.within;
  session.emit({
    type: 'waiting',
    at: from,
    suite: scope.suite,
    step: planned.id,
    what: `a mail for ${actor.eMail}`,
    deadline,
  });
  const seen = (mails: readonly MailEvidence[]): readonly MailEvidence[] =>
    mails.filter(({ id }) => !actor.seenMails.has(id));
  // What came since the trigger and was looked at already does not count as the mail that is waited for.
  const looked = (await mailbox.mailsFor(actor.eMail, since, session.signal)).filter(({ id }) =>
    actor.seenMails.has(id),
  );
  let wait: MailWait = await mailbox.waitFor({
    to: actor.eMail,
    since,
    deadline,
    signal: session.signal,
    count: looked.length + 1,
  });
  const waits = [
    {
      what: `mail for ${actor.eMail}`,
      from,
      until: session.peers.now(),
      whom: 'mail' as const,
      attempts: wait.attempts,
    },
  ];
  const late: Finding[] = [];
  if (wait.kind !== 'arrived') {
    const missing = await judgeMissing(wait, actor, since, mailbox, session);
    const check = planned.checks[0] ?? 'mail-arrives';
    const requirement = planned.step.proves[0] ?? 'CREATE-MAILS';
    const finding = findingOf(
      missing.judgement,
      check,
      requirement,
      session.rules.levels.get(requirement) ?? 'must',
      { suite: scope.suite, step: planned.id, endpoint: null, exchange: null },
      0,
    );
    if (missing.mails.length === 0) return giveUp(step, actor, finding, scope, waits);
    late.push(finding);
    wait = { kind: 'arrived', mails: missing.mails, attempts: wait.attempts };
  }
  const mails = seen(wait.mails);
  const evidence = receiveEvidence(step, actor, mails, scope);
  for (const mail of mails) {
    actor.seenMails.add(mail.id);
    actor.mails.push({ asked: step.language, mail });
  }
  const code = mails.map(mail => mail.code.code).find(found => found !== null) ?? null;
  const judged = judge(
    planned.checks,
    evidence,
    step.proves,
    { suite: scope.suite, step: planned.id, endpoint: null, exchange: null },
    session.rules,
  );
  const findings = [...late, ...judged.findings];
  const records = mails.map(
    (mail): MailRecord => ({ ...mail, actor: step.for, triggeredAt: actor.triggeredAt, chosen: mail.code }),
  );
  if (code === null && step.what === 'verification-code') {
    const [cause] = findings;
    return cause === undefined
      ? { findings, passed: judged.passed, mails: records, waits }
      : { ...giveUp(step, actor, cause, scope, waits), findings, passed: judged.passed, mails: records };
  }
  if (code !== null) {
    session.peers.secrets.taint('code', step.for, code);
    scope.codes.set(step.id, code);
  }
  return { findings, passed: judged.passed, mails: records, waits };
}

function giveUp(
  step: ReceiveStep,
  actor: Actor,
  finding: Finding,
  scope: SuiteScope,
  waits: StepResult['waits'] & object,
): StepResult {
  scope.causes.set(step.id, finding);
  if (!actor.enabled) actor.blockedBy ??= finding;
  return { findings: [finding], waits };
}

async function seeNone(
  planned: PlannedStep,
  step: ReceiveStep,
  actor: Actor,
  since: Watermark,
  mailbox: Mailbox,
  scope: SuiteScope,
): Promise<StepResult> {
  const { session } = scope;
  const mails = (await mailbox.mailsFor(actor.eMail, since, session.signal)).filter(
    ({ id }) => !actor.seenMails.has(id),
  );
  const judged = judge(
    planned.checks,
    receiveEvidence(step, actor, mails, scope),
    step.proves,
    { suite: scope.suite, step: planned.id, endpoint: null, exchange: null },
    session.rules,
  );
  return {
    ...judged,
    mails: mails.map(mail => ({ ...mail, actor: step.for, triggeredAt: actor.triggeredAt, chosen: mail.code })),
  };
}

const receiveEvidence = (step: ReceiveStep, actor: Actor, mails: readonly MailEvidence[], scope: SuiteScope) => ({
  actor: viewOf(actor),
  mails,
  earlier: [...actor.mails],
  exchanges: [...scope.earlier.values()],
  triggeredAt: actor.triggeredAt,
  language: step.language,
  secrets: [
    ...secretsOf(actor, scope),
    ...(actor.token === null ? [] : [{ name: `«jwt:${actor.persona.name}»`, value: actor.token }]),
  ],
});
