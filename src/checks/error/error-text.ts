import { header } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';

/** Errors are plain text: every client reads them so. An empty body needs no type. */
export const errorText = callCheck({
  id: 'error-text',
  title: 'the error is plain text',
  requirement: 'ERROR-TEXT',
  standing: ['refuse'],
  evaluate: ({ answer, spec }) => {
    if (answer.status < 400 || answer.body.bytes === 0) return [];
    const type = header(answer.headers, 'content-type');
    if (type?.split(';')[0]?.trim().toLowerCase() === 'text/plain') return [];
    return [
      {
        message: `${spec.endpoint} sent its error ${type === undefined ? 'without a type' : `as ${type}`}.`,
        expected: 'text/plain',
        actual: type ?? null,
      },
    ];
  },
});
