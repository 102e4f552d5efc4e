import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';

/** Clients take only 200 as success; with another 2xx they act as if the call had failed. */
export const answerStatus = callCheck({
  id: 'answer-status',
  title: 'the host accepts the request',
  requirement: 'ANSWER-STATUS',
  standing: ['call'],
  evaluate: ({ answer, envelope, spec }) => {
    if (envelope !== null && envelope.status.length > 0) return envelope.status;
    if (envelope !== null || documented(spec.answers, answer.status)) return [];
    const told = { expected: spec.answers.map(({ status }) => status), actual: answer.status };
    if (answer.status >= 200 && answer.status < 300)
      return [
        {
          ...told,
          message: `${spec.endpoint} answered ${answer.status}, a success that no source documents.`,
          requirement: 'ANSWER-STATUS',
        },
      ];
    return [
      {
        ...told,
        message: `${spec.endpoint} refused a valid request with ${answer.status}: ${excerpt(answer.body.text)}.`,
      },
    ];
  },
});

const documented = (answers: readonly { readonly status: number }[], status: number): boolean =>
  answers.some(answer => answer.status === status) || (answers.length === 0 && status === 200);
