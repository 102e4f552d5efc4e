import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DIALECTS, listFaults, startReferenceNeuron } from '../../src/reference-neuron/index.ts';
import { RESOURCES } from '../../src/reference-neuron/resources.ts';

const folder = new URL('../../specs/', import.meta.url);
const requirements = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name => {
      const spec = parse(readFileSync(new URL(name, folder), 'utf8')) as { requirements?: { id: string }[] };
      return (spec.requirements ?? []).map(({ id }) => id);
    }),
);

describe('the registry of faults', () => {
  const faults = listFaults();

  it('holds at least 200, each with an id of its own', () => {
    expect(faults.length).toBeGreaterThanOrEqual(200);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    expect(faults.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('breaks requirements that exist, at endpoints that exist', () => {
    const endpoints = new Set(['*', ...RESOURCES.map(({ endpoint }) => endpoint)]);
    const wrong = faults.flatMap(({ id, breaks, endpoint }) => [
      ...(breaks.length === 0 ? [`${id} breaks nothing`] : []),
      ...breaks.filter(requirement => !requirements.has(requirement)).map(requirement => `${id}: ${requirement}`),
      ...(endpoints.has(endpoint) ? [] : [`${id}: ${endpoint}`]),
    ]);
    expect(wrong).toEqual([]);
  });

  it('says in a sentence how each deviates', () => {
    expect(faults.filter(({ text }) => !/^[A-Za-z].*[^.]\.$/.test(text) || text.length > 160)).toEqual([]);
  });

  it('refuses an id that it does not hold', async () => {
    await expect(startReferenceNeuron({ faults: ['no-such-fault'] })).rejects.toThrow(RangeError);
  });
});

describe('the dialects', () => {
  it('name a default among their readings', () => {
    expect(DIALECTS.filter(({ values, default: usual }) => !values.includes(usual))).toEqual([]);
  });

  it('refuse what they do not hold', async () => {
    await expect(startReferenceNeuron({ dialect: { klingon: 'yes' } })).rejects.toThrow(
      'There is no dialect "klingon"',
    );
    await expect(startReferenceNeuron({ dialect: { timestamps: 'roman' } })).rejects.toThrow('has no reading "roman"');
  });
});
