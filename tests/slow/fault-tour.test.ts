import { expect, test } from 'vitest';
import { listFaults } from '../../src/reference-neuron/index.ts';
import { deviates, tour } from '../reference-neuron/support/tour.ts';

test('the tour of the reference Neuron sees every fault', async () => {
  const usual = await tour([]);
  const unseen: string[] = [];
  for (const { id, needs } of listFaults()) {
    if (needs === undefined && !(await deviates([id], {}, usual))) unseen.push(id);
  }
  expect(unseen).toEqual([]);
});
