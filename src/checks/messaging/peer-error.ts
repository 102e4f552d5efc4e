import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';

/** Where the other side cannot be reached the answer says so, and why. */
export const peerError = callCheck({
  id: 'peer-error',
  title: 'the error of the other side is told',
  requirement: 'QUERY-PEER-ERROR',
  evaluate: ({ answer, value }) => {
    if (answer.status !== 200 || !isObject(value)) return [];
    const told = [value.errorCode, value.errorText, value.errorType].some(
      part => part !== undefined && part !== null && part !== '',
    );
    if (value.ok === false && told) return [];
    return [
      {
        message: 'A query to an address that nobody is connected with is answered without an error.',
        expected: 'ok false, and a code, a text or a type',
        actual: value,
      },
    ];
  },
});
