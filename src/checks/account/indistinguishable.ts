import { cut } from '../../model/cut.ts';
import { header } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';
import { pace } from './pace.ts';

const shape = (text: string, names: readonly string[]): string =>
  names
    .reduce((so, name) => so.replaceAll(name, '«name»'), text)
    .replace(/\d+/g, '#')
    .trim();

/** An unknown user and a wrong password look alike; else anybody can find out who has an account. */
export const indistinguishable = callCheck({
  id: 'indistinguishable',
  title: 'the refusal is like the one before',
  requirement: 'LOGIN-INDISTINGUISHABLE',
  evaluate: ({ answer, exchange, sent, earlier, spec }) => {
    const before = earlier
      .filter(step => step.exchange.endpoint === exchange.endpoint && step.answer.status >= 400)
      .at(-1);
    if (before === undefined || answer.status < 400) return [];
    const names = [sent, before.sent].flatMap(body =>
      typeof body === 'object' && body !== null && 'userName' in body && typeof body.userName === 'string'
        ? [body.userName]
        : [],
    );
    const same =
      before.answer.status === answer.status &&
      shape(before.answer.body.text, names) === shape(answer.body.text, names) &&
      header(before.answer.headers, 'content-type') === header(answer.headers, 'content-type');
    if (same) return pace(spec.endpoint, before.exchange, exchange);
    return [
      {
        message: `${spec.endpoint} refuses an unknown user and a wrong password differently: ${before.answer.status} ${excerpt(before.answer.body.text)}, then ${answer.status} ${excerpt(answer.body.text)}.`,
        expected: [before.answer.status, cut(before.answer.body.text, 200)],
        actual: [answer.status, cut(answer.body.text, 200)],
      },
    ];
  },
});
