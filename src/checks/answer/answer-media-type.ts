import { header } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';

/** The answer comes in the format that `Accept` asked for, and says so. */
export const answerMediaType = callCheck({
  id: 'answer-media-type',
  title: 'the answer has the type that was asked for',
  requirement: 'ANSWER-MEDIA-TYPE',
  standing: ['call'],
  applies: spec => spec.answers.some(answer => answer.kind === 'json'),
  evaluate: ({ answer, exchange, spec }) => {
    if (answer.status < 200 || answer.status >= 300) return [];
    const asked = header(exchange.request.headers, 'accept') ?? 'application/json';
    const told = header(answer.headers, 'content-type');
    const given = told?.split(';')[0]?.trim().toLowerCase();
    if (given === asked.toLowerCase() || (answer.body.bytes === 0 && given === undefined)) return [];
    return [
      {
        message: `${spec.endpoint} answered ${given === undefined ? 'without a Content-Type' : `as ${given}`} although ${asked} was asked for.`,
        expected: asked,
        actual: told ?? null,
      },
    ];
  },
});
