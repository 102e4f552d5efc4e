import { cut } from '../../model/cut.ts';
import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';

const TRACES = [
  /^\s+at [\w.<>`]+[ (]/m,
  /\b\w+\.(?:cs|ws|js|ts|java|py):(?:line )?\d+/,
  /Traceback \(most recent/,
  /\bSystem\.\w+Exception\b/,
];

/** An error text that shows stack frames tells an attacker how the host is built. */
export const errorDiscloses = callCheck({
  id: 'error-discloses',
  title: 'the error shows no stack trace',
  requirement: 'ERROR-DISCLOSES',
  standing: ['refuse'],
  evaluate: ({ answer, spec }) =>
    answer.status >= 400 && TRACES.some(trace => trace.test(answer.body.text))
      ? [
          {
            message: `${spec.endpoint} shows a stack trace in its error: ${excerpt(answer.body.text)}.`,
            expected: 'a sentence for the caller',
            actual: cut(answer.body.text, 200),
          },
        ]
      : [],
});
