import type { ReceiveEvidence } from '../checks/index.ts';
import type { MailEvidence, Medium } from '../model/mail.ts';
import type { MailRecord } from '../model/run-record.ts';
import type { Catcher, Watermark } from '../peers/mailbox/mailbox.ts';
import type { ReceiveStep } from '../suite/index.ts';
import type { Actor } from './actor.ts';
import { secretsOf } from './call-evidence.ts';
import type { FindingPlace } from './finding.ts';
import { type Judged, judge } from './judge.ts';
import type { PlannedStep } from './planned.ts';
import type { SuiteScope } from './session.ts';
import { reading } from './unreadable.ts';

/** One `receive` with everything it is about. */
export interface Receive {
  readonly planned: PlannedStep;
  readonly step: ReceiveStep;
  readonly actor: Actor;
  readonly medium: Medium;
  /** The mailbox, or the SMS sink. */
  readonly catcher: Catcher;
  /** The actor's address, or phone number. */
  readonly to: string;
  /** Where the catcher stood before the request that sends the mail. */
  readonly since: Watermark;
  readonly scope: SuiteScope;
}

export const placeOf = ({ scope, planned }: Receive): FindingPlace => ({
  suite: scope.suite,
  step: planned.id,
  endpoint: null,
  exchange: null,
});

/** Every mail of the actor since the trigger, without waiting. Throws Unreadable. */
export const mailsNow = ({ catcher, medium, to, since, scope }: Receive): Promise<readonly MailEvidence[]> => {
  const { signal } = scope.session;
  return reading(medium, catcher.mailsFor(to, since, signal), signal);
};

/** Mails of the actor since the trigger that no step has looked at. */
export const unseen = (mails: readonly MailEvidence[], actor: Actor): readonly MailEvidence[] =>
  mails.filter(({ id }) => !actor.seenMails.has(id));

export const judgeMails = (receive: Receive, mails: readonly MailEvidence[]): Judged =>
  judge(
    receive.planned.checks,
    evidenceOf(receive, mails),
    receive.step.proves,
    placeOf(receive),
    receive.scope.session.rules,
  );

/** A code is a secret, whether a step has asked for it or not: it opens an account. */
export function keepSecret({ scope }: Receive, owner: string, { code: { code } }: MailEvidence): void {
  if (code !== null) scope.session.peers.secrets.taint('code', owner, code);
}

/** The mails for the report. Keeps their codes secret. */
export function recordsOf(receive: Receive, mails: readonly MailEvidence[]): readonly MailRecord[] {
  const { step, actor } = receive;
  return mails.map(mail => {
    keepSecret(receive, step.for, mail);
    return { ...mail, actor: step.for, triggeredAt: actor.triggeredAt, chosen: mail.code };
  });
}

const evidenceOf = ({ step, actor, scope, medium, to }: Receive, mails: readonly MailEvidence[]): ReceiveEvidence => ({
  medium,
  to,
  mails,
  earlier: [...actor.mails],
  exchanges: [...scope.history],
  triggeredAt: actor.triggeredAt,
  language: step.language,
  secrets: [
    ...secretsOf(actor, scope),
    ...(actor.token === null ? [] : [{ name: `«jwt:${actor.persona.name}»`, value: actor.token }]),
  ],
});
