import { Command } from 'commander';
import { loadContract } from '../../contract/catalogue.ts';
import { authWords } from '../../contract/generate/page/endpoint-section.ts';
import type { Spec } from '../../contract/spec.ts';
import { examples } from '../examples.ts';
import { textTable } from '../text-table.ts';

const HEAD = ['endpoint', 'auth', 'request', 'answer', 'requirements', 'ambiguities'];

const EXAMPLES = examples([
  ['neuron-conformance schemas list', 'a table'],
  ['neuron-conformance schemas list --json', 'the same as JSON'],
]);

export const listCommand = (): Command =>
  new Command('list')
    .description('list all endpoints of the contract')
    .option('--json', 'print JSON instead of a table')
    .addHelpText('before', EXAMPLES)
    .action(({ json }: { json?: boolean }) => {
      const { endpoints, catalogue } = loadContract();
      const rows = endpoints.map(summary);
      if (json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else
        process.stdout.write(
          `${textTable(HEAD, rows.map(cells))}\n${endpoints.length} endpoints; ${catalogue.composed.length} more calls are composed of them by clients.\n`,
        );
    });

const summary = (spec: Spec) => ({
  endpoint: spec.endpoint,
  method: spec.method,
  path: spec.path,
  auth: authWords(spec),
  request: spec.body === 'none' ? 'no body' : spec.basis.request,
  answer: spec.basis.answers,
  requirements: spec.requirements.length,
  ambiguities: Object.keys(spec.readings).length,
});

const cells = (row: ReturnType<typeof summary>): readonly string[] => [
  row.endpoint,
  row.auth,
  row.request,
  row.answer,
  String(row.requirements),
  String(row.ambiguities),
];
