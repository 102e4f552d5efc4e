import type { Finding } from '../model/finding.ts';
import { MEDIA } from '../model/mail.ts';
import { mediumOf, type ReceiveStep } from '../suite/index.ts';
import { couldNotTest } from './could-not.ts';
import type { PlannedStep } from './planned.ts';
import { judgeMails, mailsNow, type Receive, recordsOf, unseen } from './receive.ts';
import { giveUp, receiveMail } from './receive-mail.ts';
import type { SuiteScope } from './session.ts';
import type { StepResult } from './step-record.ts';
import { Unreadable } from './unreadable.ts';

/** Runs one `receive`: looks for the mail that an earlier request triggered, and judges it. */
export async function runReceive(planned: PlannedStep, step: ReceiveStep, scope: SuiteScope): Promise<StepResult> {
  const receive = prepare(planned, step, scope);
  if ('outcome' in receive) return { findings: [receive] };
  try {
    return await (isNone(step) ? seeNone(receive) : receiveMail(receive));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const finding = couldNotTest(planned, scope, error.message, null, 'mailbox');
    return isNone(step) ? { findings: [finding] } : giveUp(receive, finding);
  }
}

const isNone = ({ what }: ReceiveStep): boolean => what === 'no-mail' || what === 'no-sms';

/** Everything that is needed, or the finding that says what is missing. */
function prepare(planned: PlannedStep, step: ReceiveStep, scope: SuiteScope): Receive | Finding {
  const { stoppedBy, peers } = scope.session;
  const actor = scope.actors.get(step.for);
  const medium = mediumOf(step.what);
  const catcher = medium === 'sms' ? (peers.sms ?? null) : peers.mailbox;
  if (stoppedBy !== null)
    return couldNotTest(planned, scope, `Not run, because nothing more is sent: ${stoppedBy.message}`, stoppedBy);
  if (actor === undefined || catcher === null)
    return couldNotTest(
      planned,
      scope,
      `Not run, because no ${MEDIA[medium].catcher} is configured.`,
      null,
      'configuration',
    );
  if (actor.blockedBy !== null)
    return couldNotTest(planned, scope, `Not run, because the account of ${step.for} cannot be used.`, actor.blockedBy);
  const since = actor.watermarks[medium];
  if (since === undefined)
    return couldNotTest(
      planned,
      scope,
      `Not run, because no request has triggered ${MEDIA[medium].one} for ${step.for}.`,
      null,
    );
  const to = medium === 'sms' ? actor.persona.phoneNr : actor.eMail;
  return { planned, step, actor, medium, catcher, to, since, scope };
}

async function seeNone(receive: Receive): Promise<StepResult> {
  const mails = unseen(await mailsNow(receive), receive.actor);
  return { ...judgeMails(receive, mails), mails: recordsOf(receive, mails) };
}
