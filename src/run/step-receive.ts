import type { Finding } from '../model/finding.ts';
import type { ReceiveStep } from '../suite/index.ts';
import { couldNotTest } from './could-not.ts';
import type { PlannedStep } from './planned.ts';
import { judgeMails, type Receive, recordsOf, unseen } from './receive.ts';
import { receiveMail } from './receive-mail.ts';
import type { SuiteScope } from './session.ts';
import type { StepResult } from './step-record.ts';

/** Runs one `receive`: looks for the mail that an earlier request triggered, and judges it. */
export async function runReceive(planned: PlannedStep, step: ReceiveStep, scope: SuiteScope): Promise<StepResult> {
  const receive = prepare(planned, step, scope);
  if ('outcome' in receive) return { findings: [receive] };
  return step.what === 'no-mail' ? seeNone(receive) : receiveMail(receive);
}

/** Everything that is needed, or the finding that says what is missing. */
function prepare(planned: PlannedStep, step: ReceiveStep, scope: SuiteScope): Receive | Finding {
  const { stoppedBy, peers } = scope.session;
  const actor = scope.actors.get(step.for);
  if (stoppedBy !== null)
    return couldNotTest(planned, scope, `Not run, because nothing more is sent: ${stoppedBy.message}`, stoppedBy);
  if (actor === undefined || peers.mailbox === null)
    return couldNotTest(planned, scope, 'Not run, because no mailbox is configured.', null, 'configuration');
  if (actor.blockedBy !== null)
    return couldNotTest(planned, scope, `Not run, because the account of ${step.for} cannot be used.`, actor.blockedBy);
  if (actor.watermark === null)
    return couldNotTest(planned, scope, `Not run, because no request has triggered a mail for ${step.for}.`, null);
  return { planned, step, actor, mailbox: peers.mailbox, since: actor.watermark, scope };
}

async function seeNone(receive: Receive): Promise<StepResult> {
  const { mailbox, actor, since, scope } = receive;
  const mails = unseen(await mailbox.mailsFor(actor.eMail, since, scope.session.signal), actor);
  return { ...judgeMails(receive, mails), mails: recordsOf(receive, mails) };
}
