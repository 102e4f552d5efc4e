import type { RunRecord } from '../../model/run-record.ts';
import type { DialectChange } from './types.ts';

/** Questions that both runs answered, and differently. What one of them did not see is no change. */
export function compareDialect(left: RunRecord, right: RunRecord): DialectChange[] {
  const now = new Map(right.dialect.map(one => [`${one.endpoint} ${one.question}`, one.reading]));
  return left.dialect.flatMap(({ endpoint, question, reading }) => {
    const after = now.get(`${endpoint} ${question}`) ?? null;
    return reading === null || after === null || after === reading
      ? []
      : [{ endpoint, question, before: reading, after }];
  });
}
