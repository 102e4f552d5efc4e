import type { Exchange } from '../model/exchange.ts';
import type { Session } from './session.ts';

/** Milliseconds within which a host that lives answers its own description. */
const PROBE_TIMEOUT = 5_000;

/** Asks for DomainInfo, which anybody may and which changes nothing. */
export async function askDomainInfo(session: Session, id: string, timeout?: number): Promise<Exchange> {
  const exchange = await session.peers.client.send(
    {
      id,
      endpoint: 'Account/DomainInfo',
      actor: null,
      method: 'GET',
      path: '/Agent/Account/DomainInfo',
      headers: [['Accept', 'application/json']],
      body: null,
      ...(timeout === undefined ? {} : { timeout }),
    },
    session.signal,
  );
  session.extra.push(exchange);
  return exchange;
}

/** Whether the host answers at all, now. */
export async function hostAnswers(session: Session): Promise<boolean> {
  if (session.signal.aborted) return false;
  const exchange = await askDomainInfo(session, `probe/${session.extra.length + 1}`, PROBE_TIMEOUT);
  return exchange.answer !== null && exchange.failure === null;
}
