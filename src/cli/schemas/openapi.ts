import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { examples } from '../examples.ts';
import { publishedFile } from './input.ts';

const EXAMPLES = examples([
  ['neuron-conformance schemas openapi > openapi.json', 'one JSON document'],
  ['neuron-conformance schemas openapi --out openapi.json', 'the same'],
]);

export const openapiCommand = (): Command =>
  new Command('openapi')
    .description('print the whole contract as OpenAPI 3.1')
    .option('--out <file>', 'write to a file')
    .addHelpText('before', EXAMPLES)
    .action(({ out }: { out?: string }) => {
      const text = publishedFile('openapi.json');
      if (out === undefined) process.stdout.write(text);
      else save(out, text);
    });

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new OperatorError(
      'SCHEMAS_UNWRITABLE_FILE',
      `${file} cannot be written: ${reasonOf(error)}.`,
      'Give --out a file in a folder that exists.',
      { cause: error },
    );
  }
}
