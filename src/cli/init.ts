import { existsSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { OperatorError } from '../model/operator-error.ts';
import { CONFIG_FILE } from './config/file.ts';
import { type Ask, askForAnswers } from './config/questions.ts';
import { configTemplate } from './config/template.ts';
import { examples } from './examples.ts';

const EXAMPLES = examples([
  ['neuron-conformance init', 'asks at the terminal'],
  [
    "printf 'staging.example.com\\nyes\\nsmtp://0.0.0.0:2525\\nmail.example.com\\n100\\n' | neuron-conformance init",
    'without one',
  ],
]);

/** The command `init`: asks at most five questions and writes a commented configuration file. */
export const initCommand = (): Command =>
  new Command('init')
    .description(`ask at most five questions and write ${CONFIG_FILE}`)
    .option('--force', 'replace a file that is already there')
    .addHelpText('before', EXAMPLES)
    .action(async ({ force }: { force?: boolean }) => {
      const file = resolve(CONFIG_FILE);
      if (existsSync(file) && force !== true) {
        throw new OperatorError(
          'CONFIG_EXISTS',
          `There is already a file ${file}.`,
          'Edit it, or replace it with --force.',
        );
      }
      const answers = await withTerminal(askForAnswers);
      writeFileSync(file, configTemplate(answers, schemaPath()));
      const next =
        answers.target === null
          ? 'neuron-conformance run'
          : 'NEURON_API_KEY=… NEURON_API_SECRET=… neuron-conformance doctor';
      process.stdout.write(`Wrote ${CONFIG_FILE}. Next: ${next}\n`);
    });

/** Lines of standard input, from a terminal or a pipe; null at its end. */
async function withTerminal<T>(use: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const source = lines[Symbol.asyncIterator]();
  try {
    return await use(async question => {
      process.stdout.write(question);
      const { value, done } = await source.next();
      return done === true ? null : value;
    });
  } finally {
    lines.close();
  }
}

/** From here to the published schema, for editors; a path where it is near, else where it lies. */
function schemaPath(): string {
  const schema = fileURLToPath(new URL('../../schemas/config.schema.json', import.meta.url));
  const near = relative(process.cwd(), schema);
  return near.startsWith('..') ? schema : `./${near}`;
}
