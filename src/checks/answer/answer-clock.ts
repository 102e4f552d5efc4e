import type { Judgement } from '../../model/finding.ts';
import { isObject, type Json } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { readTimestamp } from '../timestamp.ts';
import { span } from '../words.ts';

/** Seconds that a timestamp may be away from where it should be: truncation, transport, a busy host. */
const TOLERANCE = 10;

/** Timestamps of things that happen now lie where the host's own clock says that now is. */
export const answerClock = callCheck({
  id: 'answer-clock',
  title: "timestamps agree with the host's clock",
  requirement: 'ANSWER-CLOCK',
  standing: ['call'],
  applies: spec => NOW_MEMBERS[spec.endpoint] !== undefined || (spec.request !== null && issuesToken(spec.answers)),
  evaluate: ({ answer, exchange, value, sent, skew, spec, earlier }) => {
    if (answer.status !== 200 || !isObject(value)) return [];
    const now = (exchange.startedAt + exchange.timings.whole + skew) / 1000;
    const seconds = isObject(sent) ? Number(sent.seconds) : Number.NaN;
    const isKnown = (name: string): boolean =>
      [...earlier.values()].some(
        step =>
          step.exchange.actor === exchange.actor &&
          isObject(step.value) &&
          readTimestamp(step.value[name]) === readTimestamp(value[name]),
      );
    const fresh = (NOW_MEMBERS[spec.endpoint] ?? []).filter(name => !isKnown(name));
    return [
      ...fresh.flatMap(name => away(spec.endpoint, name, value[name], now)),
      ...(Number.isFinite(seconds) ? away(spec.endpoint, 'expires', value.expires, now + seconds) : []),
    ];
  },
});

/** Members that tell when the call itself happened; an account that an earlier step has shown keeps what it had. */
const NOW_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'Account/Create': ['created'],
};

const issuesToken = (answers: readonly { readonly text: string | null }[]): boolean =>
  answers.some(({ text }) => text !== null && /"jwt"/.test(text) && /"expires"/.test(text));

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
