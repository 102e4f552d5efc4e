import { Command } from 'commander';
import { examples } from '../examples.ts';
import { readBytes } from './input.ts';

const EXAMPLES = examples([
  ['neuron-conformance schemas code mail.eml', 'file, code or null, and why, separated by tabs'],
  ['neuron-conformance schemas code mails/*.eml --json', 'the same as JSON'],
]);

export const codeCommand = (): Command =>
  new Command('code')
    .description('find the verification code in mails')
    .argument('<files...>', 'raw mails, one per file')
    .option('--json', 'print JSON')
    .addHelpText('before', EXAMPLES)
    .action(async (files: readonly string[], { json }: { json?: boolean }) => {
      const { codeOfFile } = await import('../../peers/mailbox/read-mail.ts');
      const readings: { readonly file: string; readonly code: string | null; readonly why: string }[] = [];
      for (const file of files) {
        const { code, why } = await codeOfFile(readBytes(file));
        readings.push({ file, code, why });
      }
      process.stdout.write(json ? `${JSON.stringify(readings, null, 2)}\n` : readings.map(line).join(''));
    });

const line = ({ file, code, why }: { file: string; code: string | null; why: string }): string =>
  `${file}\t${code ?? 'null'}\t${why.replaceAll(/\s+/g, ' ')}\n`;
