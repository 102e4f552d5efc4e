import { existsSync, readFileSync } from 'node:fs';
import { OperatorError } from '../../model/operator-error.ts';
import type { Vocabulary } from '../../suite/index.ts';
import { parseWaivers, type Waiver } from '../../suite/waivers.ts';

const DEFAULT = 'waivers.yaml';

/** The accepted known failures: of the named file, or of `waivers.yaml` where there is one. */
export function readWaivers(file: string | null, vocabulary: Vocabulary): readonly Waiver[] {
  if (file === null && !existsSync(DEFAULT)) return [];
  const name = file ?? DEFAULT;
  if (!existsSync(name))
    throw new OperatorError('WAIVERS_NOT_FOUND', `The waivers file ${name} does not exist.`, 'Check the path.');
  return parseWaivers(readFileSync(name, 'utf8'), name, vocabulary);
}
