import { callCheck } from '../check.ts';
import { span } from '../words.ts';

/** Milliseconds, and how many times the shorter wait, from which on a difference is worth a word. */
const NOTABLE = 100;
const FACTOR = 4;

/** Two refusals that nobody may tell apart take about as long. One pair proves nothing, so it is only noted. */
export const samePace = callCheck({
  id: 'same-pace',
  title: 'the refusal takes as long as the one before',
  requirement: 'LOGIN-INDISTINGUISHABLE',
  evaluate: ({ answer, exchange, earlier, spec }) => {
    const before = [...earlier.values()]
      .filter(step => step.exchange.endpoint === exchange.endpoint && step.answer.status >= 400)
      .at(-1)?.exchange.timings.firstByte;
    const now = exchange.timings.firstByte;
    if (before === undefined || now === undefined || answer.status < 400) return [];
    const [short, long] = [Math.min(before, now), Math.max(before, now)];
    if (long - short < NOTABLE || long < FACTOR * short) return [];
    return [
      {
        message: `${spec.endpoint} refused one log-in after ${span(before)} and the other after ${span(now)}; measured often, that may tell who has an account.`,
        expected: 'about the same time',
        actual: Math.round(now - before),
        as: 'note',
      },
    ];
  },
});
