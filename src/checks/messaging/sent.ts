import { isObject, type Json } from '../../model/json.ts';
import type { CallEvidence } from '../evidence.ts';

/** A message that an earlier step sent, as the recipient should find it. */
export interface SentMessage {
  /** As the host told it to the sender. */
  readonly id: string;
  readonly text: string;
  readonly subject: string | null;
  readonly language: string | null;
  /** The sender's address, where it is known. */
  readonly from: string | null;
  /** When it was sent, milliseconds since the epoch, our clock. */
  readonly at: number;
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Text messages that earlier steps sent to an address. */
export const sentTo = (
  { earlier, actors }: Pick<CallEvidence, 'earlier' | 'actors'>,
  jid: string,
): readonly SentMessage[] =>
  earlier.flatMap(({ exchange, answer, sent, value }) => {
    if (exchange.endpoint !== 'Xmpp/SendTextMessage' || answer.status !== 200 || !isObject(sent) || !isObject(value))
      return [];
    if (typeof sent.to !== 'string' || sent.to.toLowerCase() !== jid.toLowerCase() || typeof sent.message !== 'string')
      return [];
    return [
      {
        id: String(value.id),
        text: sent.message,
        subject: text(sent.subject),
        language: text(sent.language),
        from: actors.get(exchange.actor ?? '')?.jid ?? null,
        at: exchange.startedAt,
      },
    ];
  });
