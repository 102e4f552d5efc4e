import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../src/cli/config/index.ts';
import { SETTINGS } from '../../src/cli/config/settings.ts';
import { REPORTERS } from '../../src/report/index.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(configSchema());

describe('the schema of the configuration file', () => {
  it('is the committed one', () => {
    const committed = readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8');
    expect(committed).toBe(`${JSON.stringify(configSchema(), null, 2)}\n`);
  });

  it.each([
    ['target: neuron.example.com\nmailbox: { url: "smtp://127.0.0.1:2525" }', true],
    ['limits: { timeout: 30s }\nprofile: full\nstaging: []', true],
    ['sms:\nquota:', true],
    ['targt: x', false],
    ['limits: { timeout: 30 }', false],
    ['profile: smok', false],
    ['mailbox: { url: "http://x" }', false],
    ['apiSecret: x', false],
  ])('judges %j as the reader does: %s', (yaml, good) => {
    expect(validate(parse(yaml))).toBe(good);
  });

  it('holds no secret', () => {
    const secrets: readonly object[] = Object.values(SETTINGS).filter(setting => 'secret' in setting);
    expect(secrets.length).toBe(5);
    expect(secrets.filter(setting => 'key' in setting || 'flag' in setting)).toEqual([]);
  });
});

describe('the names in the configuration', () => {
  it('are those of the parts that they name', () => {
    const profiles = parse(readFileSync(new URL('../../suites/profiles.yaml', import.meta.url), 'utf8'));
    expect(SETTINGS.profile.reader.schema.enum).toEqual(Object.keys(profiles));
    expect(SETTINGS.formats.reader.schema.items).toEqual({ enum: REPORTERS.map(({ format }) => format) });
  });
});
