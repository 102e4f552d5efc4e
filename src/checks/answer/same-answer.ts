import { cut } from '../../model/cut.ts';
import { header } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';

/** The answer does not differ from the one before at the same endpoint: who calls learns nothing from it. */
export const sameAnswer = callCheck({
  id: 'same-answer',
  title: 'the answer is like the one before',
  requirement: 'RECOVER-SILENT',
  evaluate: ({ answer, exchange, earlier, spec }) => {
    const before = earlier.filter(step => step.exchange.endpoint === exchange.endpoint).at(-1)?.answer;
    if (before === undefined) return [];
    const same =
      before.status === answer.status &&
      before.body.text === answer.body.text &&
      header(before.headers, 'content-type') === header(answer.headers, 'content-type');
    if (same) return [];
    return [
      {
        message: `${spec.endpoint} answers two requests differently that nobody may tell apart: ${before.status} ${excerpt(before.body.text)}, then ${answer.status} ${excerpt(answer.body.text)}.`,
        expected: [before.status, cut(before.body.text, 200)],
        actual: [answer.status, cut(answer.body.text, 200)],
      },
    ];
  },
});
