import { Command } from 'commander';
import { type Contract, loadContract } from '../../contract/catalogue.ts';
import { type ExchangeJudgement, judgeHar } from '../../contract/har/judge-har.ts';
import { isHar } from '../../contract/har/read-har.ts';
import type { Side } from '../../contract/success.ts';
import { loadValidators, type SchemaError, type Validators } from '../../contract/validators.ts';
import { count } from '../../model/count.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { examples } from '../examples.ts';
import { endpointOf, readJson } from './input.ts';

const EXAMPLES = examples([
  [
    'neuron-conformance schemas validate answer.json --as Account/Login.response',
    'exits with 1 when it breaks the contract',
  ],
  ['neuron-conformance schemas validate request.json --as Account/Login.request', 'the same for what is sent'],
  ['neuron-conformance schemas validate traffic.har', 'every /Agent/ exchange of recorded traffic'],
]);

export const validateCommand = (): Command =>
  new Command('validate')
    .description('judge a JSON body, or all /Agent/ exchanges of a HAR file')
    .argument('<file>', 'a JSON or HAR file')
    .option('--as <endpoint.side>', 'what a JSON file is: ENDPOINT.request or ENDPOINT.response')
    .option('--json', 'print JSON')
    .addHelpText('before', EXAMPLES)
    .action(async (file: string, options: { as?: string; json?: boolean }) => {
      const value = readJson(file);
      const contract = loadContract();
      const validators = loadValidators();
      const { text, json, violations } =
        options.as === undefined && isHar(value)
          ? await harResult(value, contract, validators)
          : bodyResult(value, options.as, contract, validators);
      process.stdout.write(options.json ? `${JSON.stringify(json, null, 2)}\n` : text);
      if (violations > 0) process.exitCode = 1;
    });

interface Result {
  readonly text: string;
  readonly json: unknown;
  readonly violations: number;
}

function bodyResult(value: unknown, as: string | undefined, contract: Contract, validators: Validators): Result {
  const { id, side } = readAs(as);
  const { endpoint } = endpointOf(contract, id);
  const violations = validators[side](endpoint, value);
  if (violations === null) {
    throw new OperatorError(
      'SCHEMAS_NOT_DESCRIBED',
      `The contract does not describe the ${side} of ${endpoint}.`,
      `Run neuron-conformance schemas show ${endpoint}.`,
    );
  }
  const undocumented = side === 'answer' ? validators.undocumented(endpoint, value) : [];
  const verdict =
    violations.length === 0
      ? `The ${side} keeps to ${endpoint}.\n`
      : `The ${side} breaks ${endpoint} in ${count(violations.length, 'point')}:\n`;
  const text = verdict + violations.map(errorLine).join('') + undocumented.map(undocumentedLine).join('');
  return { text, json: { endpoint, side, violations, undocumented }, violations: violations.length };
}

function readAs(as: string | undefined): { id: string; side: Side } {
  const match = /^(.+)\.(request|response|answer)$/.exec(as ?? '');
  if (match === null) {
    const got =
      as === undefined
        ? 'The file is not a HAR file, so --as has to say what it is'
        : `--as "${as}" does not say what the file is`;
    throw new OperatorError(
      'SCHEMAS_VALIDATE_AS',
      `${got}.`,
      'Give --as Account/Login.response or --as Account/Login.request.',
    );
  }
  return { id: match[1] ?? '', side: match[2] === 'request' ? 'request' : 'answer' };
}

async function harResult(har: unknown, { endpoints }: Contract, validators: Validators): Promise<Result> {
  const { parseElement: parseXml } = await import('../../contract/xml/parse-element.ts');
  const judgements = judgeHar(har, { endpoints, validators, parseXml });
  const violations = judgements.reduce((sum, judgement) => sum + judgement.violations.length, 0);
  const sum = `${count(judgements.length, 'exchange')} below /Agent/, ${count(violations, 'violation')}.\n`;
  return { text: judgements.map(judgementText).join('') + sum, json: judgements, violations };
}

const judgementText = ({ method, path, status, violations, undocumented, notes }: ExchangeJudgement): string =>
  `${violations.length === 0 ? '✓' : '✗'} ${method} ${path} ${status}\n` +
  violations.map(violation => errorLine({ ...violation, pointer: `${violation.side} ${violation.pointer}` })).join('') +
  undocumented.map(undocumentedLine).join('') +
  notes.map(note => `    note: ${note}\n`).join('');

const errorLine = ({ pointer, message, keyword }: SchemaError): string =>
  `    ${pointer || '(whole body)'}: ${message} (${keyword})\n`;
const undocumentedLine = (pointer: string): string => `    note: undocumented member ${pointer}\n`;
