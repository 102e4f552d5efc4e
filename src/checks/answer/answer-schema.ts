import { cut } from '../../model/cut.ts';
import { atPointer } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';
import { mayBeAbsent } from './published-readings.ts';

/** Every documented member is there, with its type and within its range. */
export const answerSchema = callCheck({
  id: 'answer-schema',
  title: 'the answer has the documented members',
  requirement: 'ANSWER-SCHEMA',
  standing: ['call'],
  applies: spec => spec.answers.some(answer => answer.kind === 'json'),
  evaluate: ({ answer, value, named, spec, validators }) => {
    if (answer.status < 200 || answer.status >= 300) return [];
    if (value === undefined)
      return [
        {
          message: `The answer of ${spec.endpoint} cannot be read as data: ${excerpt(answer.body.text)}.`,
          expected: 'a document as the contract describes it',
          actual: cut(answer.body.text, 200),
          pointer: '',
        },
      ];
    const errors = validators.answer(spec.endpoint, named) ?? [];
    return errors
      .filter(error => !mayBeAbsent(spec, error))
      .map(error => ({
        message: `In the answer of ${spec.endpoint}, ${error.pointer === '' ? 'the document' : `"${error.pointer}"`} ${error.message}.`,
        expected: typeof error.expected === 'string' ? error.expected : JSON.stringify(error.expected ?? null),
        actual: atPointer(value, error.pointer) ?? null,
        pointer: error.pointer,
      }));
  },
});
