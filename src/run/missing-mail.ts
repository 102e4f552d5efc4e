import type { Judgement } from '../model/finding.ts';
import { type MailEvidence, MEDIA } from '../model/mail.ts';
import type { MailWait } from '../peers/mailbox/mailbox.ts';
import { keepSecret, mailsNow, type Receive, unseen } from './receive.ts';

/**
 * Who is to blame for a mail that did not come: the mailbox when it cannot be reached or does not find its own probe,
 * the host when the probe arrives. A mail that came while the probe was under way is late, and usable.
 */
export async function judgeMissing(
  wait: Exclude<MailWait, { kind: 'arrived' }>,
  receive: Receive,
): Promise<{ readonly judgement: Judgement; readonly mails: readonly MailEvidence[] }> {
  const { actor, medium, catcher, to, scope } = receive;
  const untested = (message: string): { judgement: Judgement; mails: readonly [] } => ({
    judgement: { message, as: 'could-not-test', blame: 'mailbox' },
    mails: [],
  });
  const { signal } = scope.session;
  const { name: what, one, catcher: kind } = MEDIA[medium];
  const where = medium === 'sms' ? `${kind} at ${catcher.url}` : kind;
  if (wait.kind === 'unreachable') return untested(`The ${where} cannot be read: ${wait.message}`);
  const probe = await catcher.probe(signal);
  if (probe.kind === 'fails')
    return untested(`No ${what} for ${to} was seen, and the ${where} does not find its own probe: ${probe.message}`);
  const mails = unseen(await mailsNow(receive), actor);
  const [first] = mails;
  if (first !== undefined && actor.triggeredAt !== null)
    return {
      judgement: {
        message: `The ${what} for ${to} came ${((first.arrivedAt - actor.triggeredAt) / 1000).toFixed(1)} s after it was asked for, past the deadline.`,
        expected: `${one} within the deadline`,
      },
      mails,
    };
  if (probe.kind === 'impossible')
    return untested(`No ${what} for ${to} was seen, and whether the ${where} works cannot be told: ${probe.message}`);
  if (wait.last !== null) keepSecret(receive, '', wait.last);
  return {
    judgement: {
      message: `No ${what} came for ${to}, although the ${where} works (its own probe took ${probe.milliseconds} ms). ${lastOf(wait.last, what)}`,
      expected: `one ${what}`,
      actual: 0,
    },
    mails: [],
  };
}

/** What came instead. A number may be a stranger's: its end is enough to see that ours was mangled. */
function lastOf(last: MailEvidence | null, what: string): string {
  if (last === null) return `No other ${what} has come either.`;
  if (last.medium === 'sms')
    return `The last ${what} seen was for ${last.to.map(number => `…${number.slice(-4)}`).join(', ')}.`;
  return `The last ${what} seen was "${last.subject}" for ${last.envelopeTo.join(', ') || last.to.join(', ')}.`;
}
