import { count, size } from '../words.ts';
import type { WriteResult } from '../write.ts';
import { padded, type Style } from './style.ts';

/** The files of a run, what broke, and the result of looking for secrets in every one of them. */
export function writtenLines({ artefacts, broken, secrets, leaks }: WriteResult, style: Style): string[] {
  const scan = `${count(leaks, 'leak')}, ${count(artefacts.length, 'artefact')}, ${count(secrets, 'secret')}`;
  return [
    '',
    ...artefacts.map(({ format, file, bytes, leaks: own }) =>
      own.length === 0
        ? `${padded(format, 9)} ${padded(size(bytes), 8)} ${file}`
        : style.outcome(
            'suite-error',
            `${padded(format, 9)} held ${[...new Set(own.map(({ name, form }) => `${name} (${form})`))].join(', ')}: moved to ${file}`,
          ),
    ),
    ...broken.map(({ format, message }) =>
      style.outcome('suite-error', `${padded(format, 9)} could not be written: ${message}`),
    ),
    leaks === 0 ? style.dim(scan) : style.outcome('suite-error', style.bold(scan)),
  ];
}
