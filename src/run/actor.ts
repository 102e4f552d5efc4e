import type { ActorView, ReceivedMail } from '../checks/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { Medium } from '../model/mail.ts';
import type { Watermark } from '../peers/mailbox/mailbox.ts';
import type { Persona } from './persona.ts';

/** An actor while a run goes on. One suite at a time writes it. */
export interface Actor {
  readonly persona: Persona;
  readonly eMail: string;
  /** The domain of its JID: the one that DomainInfo names, else that of its token; null until either is known. */
  domain: string | null;
  token: string | null;
  cookie: string | null;
  /** Known to be enabled: verified in this run, or given by the operator. */
  enabled: boolean;
  /** The contacts whose codes have to come back before it is. */
  readonly unverified: Set<Medium>;
  /** An account of an earlier run; the host may have lost it since. */
  reused: boolean;
  /** Where mailbox and SMS sink stood when a mail was last triggered, and when that was. */
  readonly watermarks: Partial<Record<Medium, Watermark>>;
  triggeredAt: number | null;
  readonly seenMails: Set<string>;
  /** The mails that earlier steps looked at, with the language that was asked for. */
  readonly mails: ReceivedMail[];
  /** The finding for which the account cannot be used. */
  blockedBy: Finding | null;
  /** The latest grave finding of a step of this actor: why it may lack what later steps need. */
  trouble: Finding | null;
}

export const viewOf = (actor: Actor): ActorView => ({
  name: actor.persona.name,
  userName: actor.persona.userName,
  eMail: actor.eMail,
  jid: addressOf(actor),
  domain: actor.domain,
});

/** Hosts compare domains without regard to case and give them back in small letters, however they write their own. */
const addressOf = ({ persona, domain }: Actor): string | null =>
  domain === null ? null : `${persona.userName}@${domain.toLowerCase()}`;

/** The properties of an actor that a suite may refer to. */
export const propertiesOf = (actor: Actor): Readonly<Record<string, Json>> => ({
  ...viewOf(actor),
  // A resource that no client has connected with.
  absentJid: actor.domain === null ? null : `${addressOf(actor)}/nobody-${actor.persona.name}`,
  fullName: actor.persona.fullName,
  password: actor.persona.password,
  phoneNr: actor.persona.phoneNr,
  token: actor.token,
  cookie: actor.cookie,
});

export const newActor = (persona: Persona, eMail: string, domain: string | null): Actor => ({
  persona,
  eMail,
  domain,
  token: null,
  cookie: null,
  enabled: false,
  unverified: new Set(['mail']),
  reused: false,
  watermarks: {},
  triggeredAt: null,
  seenMails: new Set(),
  mails: [],
  blockedBy: null,
  trouble: null,
});
