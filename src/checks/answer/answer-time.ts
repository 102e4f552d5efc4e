import { callCheck } from '../check.ts';
import { span } from '../words.ts';

/** Milliseconds after which a caller would think that the host hangs. */
const PATIENCE = 10_000;

export const answerTime = callCheck({
  id: 'answer-time',
  title: 'the answer comes while a caller still waits',
  // How long an answer may take is published nowhere.
  requirement: null,
  standing: ['call', 'refuse'],
  evaluate: ({ exchange, spec }) =>
    exchange.timings.whole <= PATIENCE
      ? []
      : [
          {
            message: `${spec.endpoint} took ${span(exchange.timings.whole)} to answer.`,
            expected: `at most ${span(PATIENCE)}`,
            actual: Math.round(exchange.timings.whole),
            as: 'warn',
          },
        ],
});
