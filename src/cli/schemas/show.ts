import { Command } from 'commander';
import { loadContract } from '../../contract/catalogue.ts';
import { endpointSection } from '../../contract/generate/page/endpoint-section.ts';
import { schemaFile } from '../../contract/schema/file-names.ts';
import type { Spec } from '../../contract/spec.ts';
import { SIDES, type Side, successOf } from '../../contract/success.ts';
import { endpointXsd } from '../../contract/xsd/broker-agent.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { examples } from '../examples.ts';
import { endpointOf, publishedFile } from './input.ts';

interface Options {
  request?: boolean;
  response?: boolean;
  notation?: boolean;
  jsonSchema?: boolean;
  xsd?: boolean;
}

const EXAMPLES = examples([
  ['neuron-conformance schemas show Account/Login', 'all that the contract says'],
  ['neuron-conformance schemas show Account/Login --request', 'the notation of the request'],
  ['neuron-conformance schemas show Account/Login --response --json-schema', 'the JSON Schema of the answer'],
]);

export const showCommand = (): Command =>
  new Command('show')
    .description('show what the contract says of an endpoint')
    .argument('<endpoint>', 'for example Account/Login')
    .option('--request', 'only the request')
    .option('--response', 'only the answer')
    .option('--notation', "in the Neuron's pattern notation")
    .option('--json-schema', 'as JSON Schema')
    .option('--xsd', 'as XML Schema')
    .addHelpText('before', EXAMPLES)
    .action((id: string, options: Options) => {
      process.stdout.write(shown(endpointOf(loadContract(), id), options));
    });

function shown(spec: Spec, { request, response, notation, jsonSchema, xsd }: Options): string {
  if ([notation, jsonSchema, xsd].filter(Boolean).length > 1) {
    throw new OperatorError(
      'SCHEMAS_SHOW_FORMS',
      'Only one of --notation, --json-schema and --xsd can be shown.',
      'Leave one of them.',
    );
  }
  const sides = SIDES.filter(side => (side === 'request' ? request : response) || (!request && !response));
  if (xsd)
    return sides
      .map(side => endpointXsd(spec, side) ?? `The ${side} of ${spec.endpoint} has no XML form.\n`)
      .join('\n');
  if (jsonSchema) return jsonSchemas(spec, sides);
  if (notation || request || response) return sides.map(side => notationText(spec, side, sides.length > 1)).join('\n');
  return `${endpointSection(spec)}\n`;
}

function jsonSchemas(spec: Spec, sides: readonly Side[]): string {
  const texts = sides.map(side => [side, publishedFile(schemaFile(spec.endpoint, side))] as const);
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return only[1];
  return `${JSON.stringify(Object.fromEntries(texts.map(([side, text]) => [side, JSON.parse(text)])), null, 2)}\n`;
}

function notationText(spec: Spec, side: Side, titled: boolean): string {
  const answer = successOf(spec.answers);
  const text = side === 'request' ? spec.requestText : (answer?.text ?? null);
  const absent = side === 'request' ? spec.body : (answer?.kind ?? 'unknown');
  return `${titled ? `${side}:\n` : ''}${text ?? `(${absent})`}\n`;
}
