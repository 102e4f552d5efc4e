import { once } from 'node:events';
import { request } from 'node:http';
import { reasonOf } from '../../model/reason.ts';
import type { Catcher, ProbeResult } from '../mailbox/mailbox.ts';

const PATIENCE = 10_000;

/** A number that belongs to nobody, and to no actor. */
export const PROBE_NUMBER = '+12015550100';

/** Hands the sink a message itself and looks for it, so that a missing one can be blamed on the right side. */
export async function probeSink(sink: Catcher, now: () => number, signal: AbortSignal): Promise<ProbeResult> {
  const startedAt = now();
  try {
    const since = await sink.watermark(signal);
    await post(sink.url, JSON.stringify({ to: PROBE_NUMBER, message: 'A test of neuron-conformance.' }), signal);
    const found = await sink.mailsFor(PROBE_NUMBER, since, signal);
    return found.length > 0
      ? { kind: 'works', milliseconds: now() - startedAt }
      : { kind: 'fails', message: `A test message that ${sink.url} took was not kept.` };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'fails', message: `A test message could not be handed to ${sink.url}: ${reasonOf(error)}` };
  }
}

async function post(url: string, body: string, signal: AbortSignal): Promise<void> {
  const sent = request(reachable(url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  sent.end(body);
  const [answer] = await once(sent, 'response');
  answer.resume();
  if (answer.statusCode !== 200) throw new Error(`it answered ${answer.statusCode}`);
}

/** Where all addresses are listened at, the loopback one is asked. */
function reachable(url: string): URL {
  const place = new URL(url);
  if (place.hostname === '0.0.0.0') place.hostname = '127.0.0.1';
  if (place.hostname === '[::]') place.hostname = '[::1]';
  return place;
}
