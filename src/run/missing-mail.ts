import type { Judgement } from '../model/finding.ts';
import type { MailEvidence } from '../model/mail.ts';
import type { Mailbox, MailWait, Watermark } from '../peers/mailbox/mailbox.ts';
import type { Actor } from './actor.ts';
import type { Session } from './session.ts';

/**
 * Who is to blame for a mail that did not come: the mailbox when it cannot be reached or does not find its own probe,
 * the host when the probe arrives. A mail that came while the probe was under way is late, and usable.
 */
export async function judgeMissing(
  wait: Exclude<MailWait, { kind: 'arrived' }>,
  actor: Actor,
  since: Watermark,
  mailbox: Mailbox,
  session: Session,
): Promise<{ readonly judgement: Judgement; readonly mails: readonly MailEvidence[] }> {
  const untested = (message: string): { judgement: Judgement; mails: readonly [] } => ({
    judgement: { message, as: 'could-not-test', blame: 'mailbox' },
    mails: [],
  });
  if (wait.kind === 'unreachable') return untested(`The mailbox cannot be read: ${wait.message}`);
  const probe = await mailbox.probe(session.signal);
  if (probe.kind === 'fails')
    return untested(
      `No mail for ${actor.eMail} was seen, and the mailbox does not find its own probe: ${probe.message}`,
    );
  const mails = (await mailbox.mailsFor(actor.eMail, since, session.signal)).filter(
    ({ id }) => !actor.seenMails.has(id),
  );
  const [first] = mails;
  if (first !== undefined && actor.triggeredAt !== null)
    return {
      judgement: {
        message: `The mail for ${actor.eMail} came ${((first.arrivedAt - actor.triggeredAt) / 1000).toFixed(1)} s after it was asked for, past the deadline.`,
        expected: 'a mail within the deadline',
      },
      mails,
    };
  if (probe.kind === 'impossible')
    return untested(
      `No mail for ${actor.eMail} was seen, and whether the mailbox works cannot be told: ${probe.message}`,
    );
  const last =
    wait.last === null
      ? 'No other mail has come either.'
      : `The last mail seen was "${wait.last.subject}" for ${wait.last.envelopeTo.join(', ') || wait.last.to.join(', ')}.`;
  return {
    judgement: {
      message: `No mail came for ${actor.eMail}, although the mailbox works (its own probe took ${probe.milliseconds} ms). ${last}`,
      expected: 'one mail',
      actual: 0,
    },
    mails: [],
  };
}
