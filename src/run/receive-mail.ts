import type { Finding } from '../model/finding.ts';
import { type MailEvidence, MEDIA } from '../model/mail.ts';
import type { WaitRecord } from '../model/run-record.ts';
import type { MailWait } from '../peers/mailbox/mailbox.ts';
import { findingOf } from './finding.ts';
import { judgeMissing } from './missing-mail.ts';
import { judgeMails, mailsNow, placeOf, type Receive, recordsOf, unseen } from './receive.ts';
import type { StepResult } from './step-record.ts';

/** Waits for the mail, takes the code out of it and judges it. A late mail is a finding, and is used all the same. */
export async function receiveMail(receive: Receive): Promise<StepResult> {
  const { wait, record } = await waitForMail(receive);
  const arrived = wait.kind === 'arrived' ? { mails: wait.mails, findings: [] } : await lookAgain(receive, wait);
  const waits = [record];
  const [missing] = arrived.findings;
  if (arrived.mails.length === 0 && missing !== undefined) return { ...giveUp(receive, missing), waits };
  const mails = unseen(arrived.mails, receive.actor);
  const judged = judgeMails(receive, mails);
  const result = {
    findings: [...arrived.findings, ...judged.findings],
    passed: judged.passed,
    mails: recordsOf(receive, mails),
    waits,
  };
  const code = keep(receive, mails);
  const [cause] = result.findings;
  if (code === null && receive.step.what !== 'mail' && cause !== undefined) giveUp(receive, cause);
  return result;
}

async function waitForMail(receive: Receive): Promise<{ readonly wait: MailWait; readonly record: WaitRecord }> {
  const { planned, step, actor, medium, catcher, to, since, scope } = receive;
  const { session, suite } = scope;
  const from = session.peers.now();
  const deadline = from + (session.mailTimeout ?? step.within);
  session.emit({
    type: 'waiting',
    at: from,
    suite,
    step: planned.id,
    what: `${MEDIA[medium].one} for ${to}`,
    deadline,
  });
  // What came since the trigger and was looked at already does not count as the mail that is waited for.
  const all = await mailsNow(receive);
  const count = all.length - unseen(all, actor).length + 1;
  const wait = await catcher.waitFor({ to, since, deadline, signal: session.signal, count });
  const record = {
    what: `${MEDIA[medium].name} for ${to}`,
    from,
    until: session.peers.now(),
    whom: 'mail' as const,
    attempts: wait.attempts,
  };
  return { wait, record };
}

/** What a deadline that was met without a mail means; a mail that came meanwhile is late and is used. */
async function lookAgain(
  receive: Receive,
  wait: Exclude<MailWait, { kind: 'arrived' }>,
): Promise<{ readonly mails: readonly MailEvidence[]; readonly findings: readonly Finding[] }> {
  const { planned, scope } = receive;
  const { judgement, mails } = await judgeMissing(wait, receive);
  const requirement = planned.step.proves[0] ?? 'CREATE-MAILS';
  const level = scope.session.rules.levels.get(requirement) ?? 'must';
  return {
    mails,
    findings: [findingOf(judgement, planned.checks[0] ?? 'mail-arrives', requirement, level, placeOf(receive), 0)],
  };
}

/** Notes that the mails were seen, and gives their code to later steps. */
function keep({ step, actor, scope }: Receive, mails: readonly MailEvidence[]): string | null {
  for (const mail of mails) {
    actor.seenMails.add(mail.id);
    actor.mails.push({ asked: step.language, mail });
  }
  const code = mails.map(mail => mail.code.code).find(found => found !== null) ?? null;
  if (code === null) return null;
  scope.codes.set(step.id, code);
  return code;
}

/** An account whose code is not there cannot be verified, and so not be used. */
export function giveUp({ step, actor, scope }: Receive, finding: Finding): StepResult {
  scope.causes.set(step.id, finding);
  if (!actor.enabled) actor.blockedBy ??= finding;
  return { findings: [finding] };
}
