import { Command } from 'commander';
import { compareOpenApi, DIFFERENCES, type Difference } from '../../contract/openapi/compare.ts';
import { operationsOf } from '../../contract/openapi/operations.ts';
import { count } from '../../model/count.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { examples } from '../examples.ts';
import { textTable } from '../text-table.ts';
import { publishedFile, readText } from './input.ts';

const EXAMPLES = examples([
  ['neuron-conformance schemas compare openapi.yaml', 'a table: "theirs" is the file, "ours" the contract'],
  ['neuron-conformance schemas compare openapi.json --json', 'the same as JSON'],
]);

export const compareCommand = (): Command =>
  new Command('compare')
    .description('show where a published OpenAPI file and the contract differ')
    .argument('<openapi>', 'an OpenAPI 3.0 or 3.1 file, YAML or JSON')
    .option('--json', 'print JSON instead of a table')
    .addHelpText('before', EXAMPLES)
    .action(async (file: string, { json }: { json?: boolean }) => {
      const differences = compareOpenApi(JSON.parse(publishedFile('openapi.json')), await readDocument(file));
      process.stdout.write(json ? `${JSON.stringify(differences, null, 2)}\n` : asTable(differences));
    });

async function readDocument(file: string): Promise<unknown> {
  const { parse } = await import('yaml');
  const text = readText(file);
  const refuse = (reason: string, cause?: unknown) =>
    new OperatorError(
      'SCHEMAS_NOT_OPENAPI',
      `${file} is not an OpenAPI file: ${reason}.`,
      'Give an OpenAPI 3.0 or 3.1 file.',
      { cause },
    );
  try {
    // JSON is YAML too, but its own parser is a hundred times quicker.
    const document: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text);
    if (operationsOf(document).size === 0) throw refuse('it has no paths with operations');
    return document;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw refuse(reasonOf(error), error);
  }
}

function asTable(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'The file and the contract agree.\n';
  const rows = differences.map(({ kind, endpoint, member, ours, theirs }) => [kind, endpoint, member, ours, theirs]);
  const counts = DIFFERENCES.map(
    kind => `${kind} ${differences.filter(difference => difference.kind === kind).length}`,
  );
  return `${textTable(['differs in', 'endpoint', 'member', 'ours', 'theirs'], rows)}\n${count(differences.length, 'difference')}: ${counts.join(', ')}.\n`;
}
