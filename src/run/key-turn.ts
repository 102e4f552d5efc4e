import type { Spec } from '../contract/spec.ts';
import { cut } from '../model/cut.ts';
import type { Answer, Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Call } from './call.ts';
import { couldNotTest } from './could-not.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { type FindingPlace, findingOf } from './finding.ts';
import type { Session } from './session.ts';

/** One use of the API key: booked before it is sent, judged when it is the first. */
export interface TakenTurn {
  readonly kind: 'taken';
  /** A finding when the answer says that key or secret are wrong, which is the operator's to correct. */
  judge(exchange: Exchange, place: FindingPlace): Finding | null;
  /** Books what became of the account. */
  release(exchange: Exchange): Promise<void>;
  done(): void;
}

export type KeyTurn = TakenTurn | { readonly kind: 'refused'; readonly finding: Finding };

const FREE: TakenTurn = { kind: 'taken', judge: () => null, release: async () => {}, done: () => {} };

/**
 * Until the host has accepted one request signed with the key, calls that use it go one at a time: a wrong secret is
 * found with a single failed signature, or one for each reading of its host part where the target has a port. Every
 * account is in the book before it is asked for.
 */
export async function takeKeyTurn(
  { planned, step, spec, actor, scope }: Call,
  sent: Json | undefined,
): Promise<KeyTurn> {
  const { session } = scope;
  if (planned.spends.accounts === 0 || actor === null) return FREE;
  const withKey = isSignedWithKey(spec);
  const done = !withKey || session.key.state === 'good' ? (): void => {} : await queue(session);
  if (withKey && session.key.state === 'refused') {
    done();
    return {
      kind: 'refused',
      finding: couldNotTest(planned, scope, 'Not run, because the host refused the API key.', session.key.finding),
    };
  }
  const userName = askedName(sent) ?? actor.persona.userName;
  const account = { userName, eMail: actor.eMail, actor: actor.persona.name, suite: scope.suite };
  await session.peers.book.intend(account);
  return {
    kind: 'taken',
    judge: (exchange, place) => (withKey && step.verb === 'call' ? judgeKey(session, exchange, place) : null),
    release: async exchange => {
      const status = exchange.answer?.status ?? 0;
      const created = status >= 200 && status < 400;
      if (created || exchange.answer === null)
        session.leftBehind.set(userName, {
          kind: 'account',
          ...account,
          createdAt: exchange.startedAt,
          confirmed: created,
        });
      if (exchange.answer !== null) await session.peers.book.settle(userName, created ? 'created' : 'refused');
    },
    done,
  };
}

async function queue(session: Session): Promise<() => void> {
  const before = session.key.queue;
  let done = (): void => {};
  session.key.queue = new Promise(resolve => {
    done = resolve;
  });
  await before;
  return done;
}

function judgeKey(session: Session, exchange: Exchange, place: FindingPlace): Finding | null {
  const status = exchange.answer?.status ?? 0;
  if (status >= 200 && status < 300) session.key.state = 'good';
  if (session.key.state !== 'unknown' || exchange.answer === null || !speaksOfKey(exchange.answer)) return null;
  const finding = findingOf(
    {
      message: `The host refused the first request signed with this API key (${status}: ${cut(exchange.answer.body.text, 160)}). Check NEURON_API_KEY and NEURON_API_SECRET, and that no proxy rewrites the Host header.`,
      as: 'could-not-test',
      blame: 'configuration',
      actual: status,
    },
    EXCHANGE_COMPLETE,
    null,
    'must',
    place,
    0,
  );
  session.key.state = 'refused';
  session.key.finding = finding;
  return finding;
}

/** No such resource, another method, a media type that is not served or not read. */
const ABOUT_THE_FORM = [404, 405, 406, 411, 415];

/**
 * Whether a refusal can be about key or signature. A taken name comes with proposals, and a complaint about the form of
 * the request says so: neither is the operator's to correct.
 */
export function speaksOfKey(answer: Answer): boolean {
  if (answer.status < 400 || answer.status >= 500) return false;
  if (answer.headers.some(([name]) => /^x-alternativename\d+$/i.test(name))) return false;
  if (answer.status === 401 || answer.status === 403) return true;
  if (ABOUT_THE_FORM.includes(answer.status)) return false;
  const complains = /payload|pattern|conform|schema|media type|not acceptable|method/i.test(answer.body.text);
  return !complains || /signature|api key|secret|hmac/i.test(answer.body.text);
}

/** The web form draws on a key of the host's own. */
const isSignedWithKey = ({ sign }: Spec): boolean => sign !== 'unknown' && sign.some(({ key }) => key === 'apiSecret');

/** The user name that an account is asked for with, where it is not the persona's own. */
function askedName(sent: Json | undefined): string | undefined {
  const name = isObject(sent) ? (sent.userName ?? sent.UserName) : undefined;
  return typeof name === 'string' ? name : undefined;
}
