import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';

/** A name that is taken is answered with names that are not. */
export const alternativeNames = callCheck({
  id: 'alternative-names',
  title: 'the refusal proposes other names',
  requirement: 'CREATE-ALTERNATIVES',
  evaluate: ({ answer, sent, actor }) => {
    if (answer.status < 400) return [];
    const taken = isObject(sent) && typeof sent.userName === 'string' ? sent.userName : actor?.userName;
    const names = answer.headers.filter(([name]) => /^x-alternativename\d+$/i.test(name)).map(([, value]) => value);
    if (names.length === 0)
      return [
        { message: 'The refusal of a taken name proposes no other.', expected: 'X-AlternativeName1', actual: null },
      ];
    return names.flatMap(name =>
      name === '' || name.includes('@') || name.toLowerCase() === taken?.toLowerCase()
        ? [{ message: `The proposed name "${name}" cannot be used.`, expected: 'a free user name', actual: name }]
        : [],
    );
  },
});
