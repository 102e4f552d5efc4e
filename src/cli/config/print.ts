import { textTable } from '../text-table.ts';
import type { Config } from './resolve.ts';

/** `--print-config`: every setting, its value without secrets, and where it came from, one line each. */
export const printConfig = ({ provenance, file }: Config): string =>
  `Configuration file: ${file ?? 'none'}\n\n${textTable(
    ['setting', 'value', 'from'],
    provenance.map(({ name, shown, from }) => [name, shown === '' ? '-' : shown, from]),
  )}`;
