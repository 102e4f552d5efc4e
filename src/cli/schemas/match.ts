import { Command } from 'commander';
import { matchCases } from '../../contract/notation/index.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { examples } from '../examples.ts';
import { readJson } from './input.ts';

const EXAMPLES = examples([
  [
    'neuron-conformance schemas match cases.json',
    'cases.json: [{"pattern": "Required(Str(A))", "value": "x"}]; prints [true]',
  ],
]);

export const matchCommand = (): Command =>
  new Command('match')
    .description('match values against patterns as the engine of a host does')
    .argument('<file>', 'a JSON array of objects with pattern and value')
    .addHelpText('before', EXAMPLES)
    .action((file: string) => {
      process.stdout.write(`${JSON.stringify(matched(file))}\n`);
    });

function matched(file: string): readonly boolean[] {
  const cases = readJson(file);
  try {
    return matchCases(cases, new Date());
  } catch (error) {
    throw new OperatorError(
      'SCHEMAS_MATCH_CASES',
      `${file}: ${reasonOf(error)}`,
      'Correct the file; see docs/notation.md.',
      {
        cause: error,
      },
    );
  }
}
