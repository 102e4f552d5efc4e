import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { didYouMean } from '../../model/guess.ts';
import { OperatorError } from '../../model/operator-error.ts';

/**
 * The secrets of a file of lines `NAME=value`, by the names that the environment would give them. Throws OperatorError
 * when it cannot be read or holds a name that is none of `names`.
 */
export function readSecretsFile(file: string, names: readonly string[]): Readonly<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new OperatorError(
      'SECRETS_NOT_READABLE',
      `The secrets file ${file} cannot be read.`,
      'Check the path and the rights of the file.',
      { cause },
    );
  }
  const secrets: Record<string, string> = {};
  for (const [name, value] of Object.entries(parseEnv(text))) {
    if (!names.includes(name)) {
      throw new OperatorError(
        'SECRET_UNKNOWN',
        `The secrets file ${file} gives ${name}, which is no secret of ours.${didYouMean(name, names)}`,
        `Known: ${names.join(', ')}.`,
      );
    }
    if (value !== undefined && value !== '') secrets[name] = value;
  }
  return secrets;
}
