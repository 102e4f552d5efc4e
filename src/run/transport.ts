import type { Exchange, TransportFailure } from '../model/exchange.ts';
import type { Judgement } from '../model/finding.ts';

/**
 * What an exchange without a complete answer means. A host that answers the next request at once broke this one
 * itself; one that does not is out of reach, and nobody can say why.
 */
export function judgeTransport(exchange: Exchange, failure: TransportFailure, hostAnswers: boolean): Judgement {
  const told = { message: failure.message, expected: 'a complete answer', actual: failure.kind, exchange: exchange.id };
  if (failure.kind === 'aborted') return { ...told, as: 'could-not-test', blame: 'suite' };
  if (failure.kind === 'tls') return { ...told, as: 'could-not-test', blame: 'configuration' };
  if (failure.kind === 'too-large' || failure.kind === 'protocol' || hostAnswers)
    return {
      ...told,
      message: `${failure.message}${hostAnswers ? ' The host answers other requests.' : ''}`,
      blame: 'host',
      requirement: 'TRANSPORT-COMPLETE',
    };
  return { ...told, as: 'could-not-test', blame: 'network' };
}
