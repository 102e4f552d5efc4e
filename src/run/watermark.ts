import type { Actor } from './actor.ts';
import type { Session } from './session.ts';

/** Notes where mailbox and SMS sink stand before a request that sends something. */
export async function takeWatermark({ peers, signal }: Session, actor: Actor): Promise<void> {
  if (peers.mailbox !== null) actor.watermarks.mail = await peers.mailbox.watermark(signal);
  if (peers.sms != null) actor.watermarks.sms = await peers.sms.watermark(signal);
  actor.triggeredAt = peers.now();
}
