import { callCheck } from '../check.ts';

/** Statuses of a refusal that any source names. */
const PUBLISHED: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 406, 422, 429]);

/** Clients know these refusals. With which status a taken name is refused no source tells, so there any will do. */
export const errorStatus = callCheck({
  id: 'error-status',
  title: 'the refusal has a published status',
  requirement: 'ERROR-STATUS',
  standing: ['refuse'],
  evaluate: ({ answer, spec }) => {
    const { status, headers } = answer;
    const names = headers.some(([name]) => /^x-alternativename\d+$/i.test(name));
    if (status < 400 || PUBLISHED.has(status) || names) return [];
    return [
      {
        message: `${spec.endpoint} refused with ${status}, which no source names for a refusal.`,
        expected: [...PUBLISHED],
        actual: status,
      },
    ];
  },
});
