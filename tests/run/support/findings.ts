import type { Finding } from '../../../src/model/finding.ts';

/** A finding that says what a test needs of it. */
export const finding = (given: Partial<Finding> = {}): Finding => ({
  id: 'suite/step/check',
  fingerprint: '0000000000000000',
  check: 'check',
  requirement: null,
  outcome: 'fail',
  blame: 'host',
  message: 'It is wrong.',
  expected: null,
  actual: null,
  pointer: null,
  exchange: null,
  ...given,
});
