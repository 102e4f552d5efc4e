import { cut } from '../model/cut.ts';
import { header } from '../model/exchange.ts';
import type { Finding, Judgement } from '../model/finding.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { blockingSign } from '../peers/neuron/index.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { findingOf } from './finding.ts';
import { askDomainInfo } from './probe.ts';
import type { Session } from './session.ts';

/**
 * Asks the target who it is, once, before anything else. What is wrong here is the network's or the configuration's;
 * nobody has yet shown that a Neuron is at the other end.
 */
export async function preflight(
  session: Session,
): Promise<{ readonly findings: readonly Finding[]; readonly host: JsonObject }> {
  const exchange = await askDomainInfo(session, 'preflight/domain-info');
  const { answer, failure } = exchange;
  const found = (judgement: Judgement): { findings: readonly Finding[]; host: JsonObject } => {
    const place = { suite: 'preflight', step: 'domain-info', endpoint: 'Account/DomainInfo', exchange: exchange.id };
    const finding = findingOf({ ...judgement, as: 'could-not-test' }, EXCHANGE_COMPLETE, null, 'must', place, 0);
    session.stoppedBy = finding;
    return { findings: [finding], host: {} };
  };
  if (failure !== null || answer === null)
    return found({
      message: failure?.message ?? 'The target gave no answer.',
      blame: failure?.kind === 'tls' ? 'configuration' : 'network',
      actual: failure?.kind ?? null,
    });
  if (blockingSign(answer) !== null)
    return found({
      message: `The host blocks this address: ${cut(answer.body.text, 200)}`,
      blame: 'network',
      actual: answer.status,
    });
  if (answer.status >= 502 && answer.status <= 504)
    return found({
      message: `${session.peers.origin} is not ready: it, or what stands before it, answered ${answer.status}. Try again when it is up.`,
      blame: 'network',
      actual: answer.status,
    });
  const info = isObject(answer.value) ? answer.value : {};
  const isPage = info.domain === undefined && /html/i.test(header(answer.headers, 'content-type') ?? '');
  if (answer.status === 404 || isPage)
    return found({
      message: `${session.peers.origin} answers, but not like a Neuron: GET /Agent/Account/DomainInfo gave ${answer.status} as ${header(answer.headers, 'content-type') ?? 'no type'}. Check NEURON_HOST.`,
      blame: 'configuration',
      actual: answer.status,
    });
  if (typeof info.domain === 'string' && info.domain !== '') session.domain = info.domain;
  session.skew = skewOf(header(answer.headers, 'date'), exchange.startedAt, exchange.timings.whole);
  return { findings: [], host: describe(info, header(answer.headers, 'server') ?? null, session.skew) };
}

/** What the host says of itself, in the words of the report. */
const describe = (info: JsonObject, server: string | null, skew: number): JsonObject => ({
  domain: info.domain ?? null,
  name: info.humanReadableName ?? null,
  description: info.humanReadableDescription ?? null,
  server,
  clock: skew === 0 ? 'as ours' : `${(Math.abs(skew) / 1000).toFixed(1)} s ${skew > 0 ? 'ahead' : 'behind'}`,
});

/** Host clock minus ours; a difference below the one-second step of the `Date` header is none. */
function skewOf(date: string | undefined, startedAt: number, whole: number): number {
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told)) return 0;
  const difference = told + 500 - (startedAt + whole / 2);
  return Math.abs(difference) <= 1_000 ? 0 : Math.round(difference);
}
