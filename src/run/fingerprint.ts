import { createHash } from 'node:crypto';

export interface FingerprintParts {
  readonly check: string;
  readonly requirement: string | null;
  readonly place: string;
  readonly pointer: string | null;
  /** The kind of deviation: a status, a type; never a value that changes by run. */
  readonly kind: string;
}

/** Sixteen hex digits that stay the same while the same thing is wrong in the same place. */
export const fingerprint = ({ check, requirement, place, pointer, kind }: FingerprintParts): string =>
  createHash('sha256')
    .update([check, requirement ?? '', place, (pointer ?? '').replace(/\/\d+/g, '/*'), kind].join('\n'))
    .digest('hex')
    .slice(0, 16);
