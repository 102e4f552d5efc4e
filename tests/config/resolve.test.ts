import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ConfigInput, resolveConfig } from '../../src/cli/config/index.ts';
import { printConfig } from '../../src/cli/config/print.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'neuron-config-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const resolve = (yaml: string | null, input: Partial<ConfigInput> = {}, files: Readonly<Record<string, string>> = {}) =>
  resolveConfig({
    flags: {},
    env: {},
    cwd: folderWith({ ...(yaml === null ? {} : { 'neuron-conformance.yaml': yaml }), ...files }),
    ...input,
  });

const DEFAULTS = {
  target: null,
  staging: [],
  confirm: null,
  ca: null,
  apiKey: null,
  apiSecret: null,
  userName: null,
  eMail: null,
  password: null,
  profile: 'standard',
  suites: [],
  encoding: 'json',
  seed: null,
  mailbox: null,
  mailboxPassword: null,
  mailboxDomain: null,
  mailboxPlusAddress: null,
  mailboxProbe: null,
  sms: null,
  recaptchaResponse: null,
  quota: null,
  maxAccounts: null,
  maxBytes: null,
  timeout: null,
  mailTimeout: null,
  out: null,
  formats: ['html', 'json', 'junit', 'har'],
  baseline: null,
  waivers: null,
  strict: false,
  quiet: false,
};

describe('the configuration', () => {
  it('is complete when nobody configures anything', () => {
    const { provenance, ...config } = resolve(null);
    expect(config).toEqual({ ...DEFAULTS, account: null, file: null, warnings: [] });
    expect(new Set(provenance.map(({ from }) => from))).toEqual(new Set(['default']));
    expect(provenance.map(({ name }) => name)).toEqual(Object.keys(DEFAULTS));
  });

  it('takes flag before environment before file before default', () => {
    const yaml = 'target: from-file.example\nprofile: smoke\nencoding: xml\n';
    const env = { NEURON_HOST: 'from-environment.example', NEURON_MAILBOX: 'smtp://127.0.0.1:2525' };
    const flags = { mailbox: 'imaps://user@mail.example/INBOX' };
    const config = resolve(yaml, { env, flags });
    expect(config).toMatchObject({
      target: 'from-environment.example',
      profile: 'smoke',
      encoding: 'xml',
      mailbox: flags.mailbox,
    });
    const from = Object.fromEntries(config.provenance.map(row => [row.name, row.from]));
    expect(from).toMatchObject({
      target: 'environment NEURON_HOST',
      mailbox: 'flag --mailbox',
      profile: 'neuron-conformance.yaml:2:10',
      encoding: 'neuron-conformance.yaml:3:11',
      strict: 'default',
    });
    expect(resolve(yaml, { env: { NEURON_HOST: '' } }).target).toBe('from-file.example');
  });

  it('reads every kind of value of the file', () => {
    const yaml = `
$schema: x
target: neuron.example.com:8443
staging: [neuron.example.com, staging.example]
account: { userName: alice, eMail: alice@example.com }
suites: journey
mailbox:
  url: mailhog+http://127.0.0.1:8025
  domain: conformance.example
  probe: smtp://127.0.0.1:1025
limits: { timeout: 5s, mail: 2m, maxBytes: 2048, accounts: 4 }
quota: 100
report: { out: results, formats: [json] }
sms:
strict: true
`;
    expect(resolve(yaml, { env: { NEURON_PASSWORD: 'secret' } })).toMatchObject({
      target: 'neuron.example.com:8443',
      staging: ['neuron.example.com', 'staging.example'],
      account: { userName: 'alice', eMail: 'alice@example.com', password: 'secret' },
      suites: ['journey'],
      mailbox: 'mailhog+http://127.0.0.1:8025',
      mailboxDomain: 'conformance.example',
      mailboxProbe: 'smtp://127.0.0.1:1025',
      timeout: 5000,
      mailTimeout: 120_000,
      maxBytes: 2048,
      maxAccounts: 4,
      quota: 100,
      out: expect.stringMatching(/^\/.*\/results$/),
      formats: ['json'],
      sms: null,
      strict: true,
    });
  });

  it('reads flags as commander gives them', () => {
    const flags = {
      seed: '42',
      format: 'html,junit',
      suite: ['journey', './mine.yaml'],
      strict: true,
      quiet: true,
      confirm: 'a.example',
    };
    expect(resolve(null, { flags })).toMatchObject({
      seed: 42,
      formats: ['html', 'junit'],
      suites: ['journey', './mine.yaml'],
      strict: true,
      quiet: true,
      confirm: 'a.example',
    });
  });

  it('reads the files that it names, relative to where they are named', () => {
    const config = resolve(
      'ca: ca.pem\nsecrets: neuron.env\n',
      { env: { NEURON_API_KEY: 'from environment' } },
      {
        'ca.pem': '-----BEGIN',
        'neuron.env': '# ours\nNEURON_API_KEY=from-file\nNEURON_API_SECRET="a b"\n',
      },
    );
    expect(config).toMatchObject({ ca: '-----BEGIN', apiKey: 'from environment', apiSecret: 'a b' });
    expect(config.provenance.find(({ name }) => name === 'apiSecret')).toEqual({
      name: 'apiSecret',
      shown: '(set, not shown)',
      from: expect.stringMatching(/^file .*neuron\.env$/),
    });
  });

  it('warns of variables that look like ours', () => {
    expect(resolve(null, { env: { NEURON_APIKEY: 'x', PATH: '/bin' } }).warnings).toEqual([
      'The environment variable NEURON_APIKEY is none that we read. Did you mean "NEURON_API_KEY"?',
    ]);
  });
});

describe('a mistake in the configuration', () => {
  const CONFIG = 'neuron-conformance.yaml';
  it.each([
    ['targt: x', `${CONFIG}:1:1: the configuration has no member "targt". Did you mean "target"?`],
    ['mailbox:\n  ur: x', `${CONFIG}:2:3: "mailbox" has no member "ur". Did you mean "url"?`],
    ['mailbox: smtp://127.0.0.1', `${CONFIG}:1:10: "mailbox" is "smtp://127.0.0.1"; expected a map.`],
    [
      'a: [',
      `${CONFIG}:1:5: the YAML does not parse: Flow sequence in block collection must be sufficiently indented and end with a ].`,
    ],
    ['target: 7', `${CONFIG}:1:9: 7 is not a host name or URL.`],
    [
      'target: http://neuron.example.com',
      `${CONFIG}:1:9: The target "http://neuron.example.com" would send passwords and tokens in clear.`,
    ],
    ['profile: smok', `${CONFIG}:1:10: "smok" is not one of observe, smoke, standard, full. Did you mean "smoke"?`],
    ['quota: -1', `${CONFIG}:1:8: -1 is not a whole number of 0 or more.`],
    ['limits: { timeout: 30 }', `${CONFIG}:1:20: 30 is not a duration such as 500ms, 30s or 2m.`],
    ['staging: [a, ""]', `${CONFIG}:1:10: ["a",""] is not a list of domains.`],
    ['strict: maybe', `${CONFIG}:1:9: "maybe" is not true or false.`],
    [
      'ca: none.pem',
      /^neuron-conformance\.yaml:1:5: The file .*none\.pem, which should hold certificate authorities, cannot be read\.$/,
    ],
    ['secrets: none.env', /^The secrets file .*none\.env cannot be read\.$/],
    [
      'mailbox: { url: "imaps://user:secret@mail.example" }',
      `${CONFIG}:1:17: The URL of the mailbox carries a password.`,
    ],
    ['apiSecret: x', `${CONFIG}:1:1: "apiSecret" is a secret, which has no place in this file.`],
  ])('%j is told with its place', (yaml, message) => {
    expect(() => resolve(yaml)).toThrow(
      expect.objectContaining({
        name: 'OperatorError',
        message: typeof message === 'string' ? message : expect.stringMatching(message),
        next: expect.stringMatching(/\.$/),
      }),
    );
  });

  it.each([
    [{ flags: { seed: 'x' } }, 'flag --seed: "x" is not a whole number of 0 or more.'],
    [{ flags: { config: 'none.yaml' } }, /^There is no configuration file .*none\.yaml\.$/],
    [
      { env: { NEURON_MAILBOX: 'http://x' } },
      'environment NEURON_MAILBOX: "http://x" is not a mailbox URL such as smtp://127.0.0.1:2525 or imaps://user@host/INBOX.',
    ],
    [{ env: { NEURON_USER: 'alice' } }, 'An existing account is given without NEURON_EMAIL and NEURON_PASSWORD.'],
    [{ env: { NEURON_API_KEY: 'key' } }, 'Only the API key is given, without its secret.'],
    [{ env: { NEURON_API_SECRET: 'secret' } }, 'Only the secret of an API key is given, without the key.'],
  ])('%j is told with its source', (input, message) => {
    expect(() => resolve(null, input)).toThrow(
      expect.objectContaining({
        name: 'OperatorError',
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      }),
    );
  });

  it('in the secrets file is told without the secret', () => {
    const files = { 'neuron.env': 'NEURON_API_SECRT=hunter2-hunter2\n' };
    expect(() => resolve('secrets: neuron.env', {}, files)).toThrow(
      /gives NEURON_API_SECRT, which is no secret of ours\. Did you mean "NEURON_API_SECRET"\?$/,
    );
  });
});

describe('--print-config', () => {
  it('shows values and where they came from, and no secret', () => {
    const env = {
      NEURON_API_KEY: 'key-key-key',
      NEURON_API_SECRET: 'hunter2-hunter2',
      NEURON_HOST: 'neuron.example.com',
    };
    const config = resolve('quota: 7', { env });
    const printed = printConfig(config).replace(config.file ?? '', '<file>');
    expect(printed).not.toContain('hunter2');
    expect(printed).not.toContain('key-key-key');
    expect(printed).toMatchInlineSnapshot(`
      "Configuration file: <file>

      setting             value                   from
      ──────────────────  ──────────────────────  ─────────────────────────────
      target              neuron.example.com      environment NEURON_HOST
      staging             -                       default
      confirm             -                       default
      ca                  -                       default
      apiKey              (set, not shown)        environment NEURON_API_KEY
      apiSecret           (set, not shown)        environment NEURON_API_SECRET
      userName            -                       default
      eMail               -                       default
      password            -                       default
      profile             standard                default
      suites              -                       default
      encoding            json                    default
      seed                -                       default
      mailbox             -                       default
      mailboxPassword     -                       default
      mailboxDomain       -                       default
      mailboxPlusAddress  -                       default
      mailboxProbe        -                       default
      sms                 -                       default
      recaptchaResponse   -                       default
      quota               7                       neuron-conformance.yaml:1:8
      maxAccounts         -                       default
      maxBytes            -                       default
      timeout             -                       default
      mailTimeout         -                       default
      out                 -                       default
      formats             html, json, junit, har  default
      baseline            -                       default
      waivers             -                       default
      strict              false                   default
      quiet               false                   default
      "
    `);
  });
});
