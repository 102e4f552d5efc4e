import type { Actor } from './actor.ts';
import type { Session } from './session.ts';

/** Notes where the mailbox stands before a request that sends a mail. */
export async function takeWatermark(session: Session, actor: Actor): Promise<void> {
  actor.watermark = (await session.peers.mailbox?.watermark(session.signal)) ?? null;
  actor.triggeredAt = session.peers.now();
}
