import type { Judgement } from '../../model/finding.ts';
import { isObject, type Json } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import type { CallEvidence } from '../evidence.ts';
import { messagesOf } from '../messaging/messages.ts';
import { sentTo } from '../messaging/sent.ts';
import { readTimestamp } from '../timestamp.ts';
import { issuesToken } from '../token/issues.ts';
import { span } from '../words.ts';

/** Seconds that a timestamp may be away from where it should be: truncation, transport, a busy host. */
const TOLERANCE = 10;

/** Timestamps of things that happen now lie where the host's own clock says that now is. */
export const answerClock = callCheck({
  id: 'answer-clock',
  title: "timestamps agree with the host's clock",
  requirement: 'ANSWER-CLOCK',
  standing: ['call'],
  applies: spec =>
    spec.endpoint === POP || NOW_MEMBERS[spec.endpoint] !== undefined || (spec.request !== null && issuesToken(spec)),
  evaluate: evidence => {
    const { answer, exchange, value, sent, skew, spec, earlier } = evidence;
    if (answer.status !== 200 || !isObject(value)) return [];
    const now = (exchange.startedAt + exchange.timings.whole + skew) / 1000;
    const seconds = isObject(sent) ? Number(sent.seconds) : Number.NaN;
    const isKnown = (name: string): boolean =>
      earlier.some(
        step =>
          step.exchange.actor === exchange.actor &&
          isObject(step.value) &&
          readTimestamp(step.value[name]) === readTimestamp(value[name]),
      );
    const fresh = (NOW_MEMBERS[spec.endpoint] ?? []).filter(name => !isKnown(name));
    return [
      ...fresh.flatMap(name => away(spec.endpoint, name, value[name], now)),
      ...(Number.isFinite(seconds) ? away(spec.endpoint, 'expires', value.expires, now + seconds) : []).map(
        judgement => ({ ...judgement, requirement: 'TOKEN-LIFE' }),
      ),
      ...(spec.endpoint === POP ? messagesAway(evidence) : []),
    ];
  },
});

const POP = 'Xmpp/PopMessages';

/** Messages carry the moment at which the host took them. */
function messagesAway(evidence: CallEvidence): readonly Judgement[] {
  const { value, actor, skew, spec } = evidence;
  if (actor?.jid == null) return [];
  return sentTo(evidence, actor.jid).flatMap(({ id, at }) =>
    messagesOf(value)
      .filter(message => message.id === id)
      .flatMap(({ timestamp }) => away(spec.endpoint, 'timestamp', timestamp, (at + skew) / 1000)),
  );
}

/** Members that tell when the call itself happened; an account that an earlier step has shown keeps what it had. */
const NOW_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'Account/Create': ['created'],
};

function away(endpoint: string, name: string, given: Json | undefined, expected: number): readonly Judgement[] {
  const moment = readTimestamp(given);
  if (moment === null || Math.abs(moment - expected) <= TOLERANCE) return [];
  return [
    {
      message: `"${name}" of ${endpoint} is ${span((moment - expected) * 1000)} away from what the host's clock says.`,
      expected: Math.round(expected),
      actual: given ?? null,
      pointer: `/${name}`,
    },
  ];
}
