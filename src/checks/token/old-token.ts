import { callCheck } from '../check.ts';

/** The page says that the new token replaces the old one; hosts end the old one at once, or leave it to its own end. */
export const oldToken = callCheck({
  id: 'old-token',
  title: 'the token before the refresh is replaced',
  requirement: 'REFRESH-REPLACES',
  evaluate: ({ answer }) =>
    answer.status >= 400
      ? []
      : [
          {
            message: 'A token that was refreshed works until its own end.',
            expected: 401,
            actual: answer.status,
            as: 'note',
          },
        ],
});
