import type { Actor } from './actor.ts';
import type { Session } from './session.ts';
import { reading } from './unreadable.ts';

/** Notes where mailbox and SMS sink stand before a request that sends something. Throws Unreadable. */
export async function takeWatermark({ peers, signal }: Session, actor: Actor): Promise<void> {
  if (peers.mailbox !== null) actor.watermarks.mail = await reading('mail', peers.mailbox.watermark(signal), signal);
  if (peers.sms != null) actor.watermarks.sms = await reading('sms', peers.sms.watermark(signal), signal);
  actor.triggeredAt = peers.now();
}
