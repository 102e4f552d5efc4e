import { type Answer, header, headerValues } from '../model/exchange.ts';
import type { Judgement } from '../model/finding.ts';
import type { Envelope } from '../suite/index.ts';
import { match } from './match.ts';
import type { Values } from './resolve.ts';

/** Where status, type and headers of an answer differ from what a step expects of them. */
export function matchEnvelope(
  envelope: Envelope,
  answer: Answer,
  values: Values,
): { status: readonly Judgement[]; headers: readonly Judgement[] } {
  return {
    status: statusOf(envelope, answer.status),
    headers: [...typeOf(envelope, answer), ...headersOf(envelope, answer, values)],
  };
}

export const satisfies = (statuses: Envelope['statuses'], status: number): boolean =>
  statuses.length === 0 || statuses.some(wanted => wanted === status || wanted === `${Math.floor(status / 100)}xx`);

const statusOf = ({ statuses }: Envelope, status: number): readonly Judgement[] =>
  satisfies(statuses, status)
    ? []
    : [
        {
          message: `The status is ${status}; expected ${statuses.join(' or ')}.`,
          expected: [...statuses],
          actual: status,
        },
      ];

function typeOf({ type }: Envelope, answer: Answer): readonly Judgement[] {
  const given = header(answer.headers, 'content-type') ?? null;
  if (type === null || given?.split(';')[0]?.trim().toLowerCase() === type) return [];
  return [
    { message: `The answer's type is ${given ?? 'not given'}; expected ${type}.`, expected: type, actual: given },
  ];
}

const headersOf = ({ headers }: Envelope, answer: Answer, values: Values): readonly Judgement[] =>
  Object.entries(headers).flatMap(([name, matcher]) => {
    const given = headerValues(answer.headers, name);
    return match(matcher, given.length === 0 ? undefined : given.join(', '), values).map(judgement => ({
      ...judgement,
      message: judgement.message.replace(/^The answer/, `The header ${name}`),
      pointer: '',
    }));
  });
