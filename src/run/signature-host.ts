import type { Reading } from '../suite/index.ts';
import type { Session } from './session.ts';

/** Whether the host part of a signature has the port that the `Host` header has; without a port nobody can tell. */
export const HOST_QUESTION = 'signature-host';

/** The endpoint with which a run begins, and of which the question is asked. */
const ASKED_OF = 'Account/Create';

const PLAIN: Reading = { answers: null, expect: null, send: null, sign: null, with: null };

/** What the host puts for itself in the text that is signed, as far as the run knows. */
export function signatureHost({ peers, readings }: Session): string {
  const { host } = peers.client;
  return readings.get(`${ASKED_OF} ${HOST_QUESTION}`)?.reading === 'domain-only' ? withoutPort(host) : host;
}

/** The readings by which a signature with the API key may be made, until the host has taken one; empty when none is left to ask. */
export function openHostReadings(endpoint: string, session: Session): readonly (readonly [string, Reading])[] {
  const { host } = session.peers.client;
  if (endpoint !== ASKED_OF || session.key.state !== 'unknown' || withoutPort(host) === host) return [];
  return [
    ['host-header', PLAIN],
    ['domain-only', { ...PLAIN, sign: { host: { kind: 'literal', value: withoutPort(host) } } }],
  ];
}

/** The name in a `Host` header alone. */
export const withoutPort = (host: string): string => host.replace(/:\d+$/, '');
