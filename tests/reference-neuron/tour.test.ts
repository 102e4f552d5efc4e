import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/reference-neuron/index.ts';
import { deviates, tour } from './support/tour.ts';

describe('the tour', () => {
  it('reads the same twice', async () => {
    expect(await tour([])).toEqual(await tour([]));
  });

  it('sees every reading of every dialect', async () => {
    const usual = await tour([]);
    const unseen: string[] = [];
    for (const { id, values, default: standard } of DIALECTS) {
      for (const value of values.filter(reading => reading !== standard)) {
        if (!(await deviates([], { [id]: value }, usual))) unseen.push(`${id}=${value}`);
      }
    }
    expect(unseen).toEqual([]);
  });
});
