import { callCheck } from '../check.ts';

/** A name that is taken is answered with names that are not. */
export const alternativeNames = callCheck({
  id: 'alternative-names',
  title: 'the refusal proposes other names',
  requirement: 'CREATE-ALTERNATIVES',
  evaluate: ({ answer, actor }) => {
    if (answer.status < 400) return [];
    const names = answer.headers.filter(([name]) => /^x-alternativename\d+$/i.test(name)).map(([, value]) => value);
    if (names.length === 0)
      return [
        { message: 'The refusal of a taken name proposes no other.', expected: 'X-AlternativeName1', actual: null },
      ];
    return names.flatMap(name =>
      name === '' || name.includes('@') || name === actor?.userName
        ? [{ message: `The proposed name "${name}" cannot be used.`, expected: 'a free user name', actual: name }]
        : [],
    );
  },
});
