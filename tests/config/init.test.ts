import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { configSchema, resolveConfig } from '../../src/cli/config/index.ts';
import { configTemplate } from '../../src/cli/config/template.ts';

const COMMAND = fileURLToPath(new URL('support/init.mjs', import.meta.url));

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'neuron-init-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  return cwd;
}

function init(cwd: string, input: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...args], { cwd, input, encoding: 'utf8' });
  return { stdout, stderr, status };
}

describe('init', () => {
  it('asks five questions and writes a file that resolves to the answers', () => {
    const cwd = folder();
    const { stdout, stderr, status } = init(
      cwd,
      'staging.example.com:8443\nyes\nimaps://tester@mail.example.com/INBOX\ntester@example.com\n100\n',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/> /g)?.length).toBe(5);
    expect(stdout).toMatch(
      /Wrote neuron-conformance\.yaml\. Next: NEURON_API_KEY=… NEURON_API_SECRET=… neuron-conformance doctor\n$/,
    );
    expect(resolveConfig({ flags: {}, env: {}, cwd })).toMatchObject({
      target: 'staging.example.com:8443',
      staging: ['staging.example.com'],
      mailbox: 'imaps://tester@mail.example.com/INBOX',
      mailboxPlusAddress: 'tester@example.com',
      mailboxDomain: null,
      quota: 100,
      profile: 'standard',
    });
  });

  it('asks again after a mistake, and no more than one question where there is no target', () => {
    const cwd = folder();
    const { stdout } = init(cwd, 'http://neuron.example.com\n\n');
    expect(stdout).toMatchInlineSnapshot(`
      "Which Neuron is tested? host[:port], or nothing for the built-in reference Neuron
      > The target "http://neuron.example.com" would send passwords and tokens in clear. Use https://neuron.example.com; plain HTTP is for a host on this machine.
      Which Neuron is tested? host[:port], or nothing for the built-in reference Neuron
      > Wrote neuron-conformance.yaml. Next: neuron-conformance run
      "
    `);
    expect(resolveConfig({ flags: {}, env: {}, cwd }).target).toBeNull();
  });

  it('takes the end of the input for "leave it open"', () => {
    const cwd = folder();
    expect(init(cwd, 'neuron.example.com').status).toBe(0);
    expect(resolveConfig({ flags: {}, env: {}, cwd })).toMatchObject({
      target: 'neuron.example.com',
      staging: [],
      mailbox: null,
    });
  });

  it('does not replace a file unless told to', () => {
    const cwd = folder();
    init(cwd, 'one.example\n');
    const before = readFileSync(join(cwd, 'neuron-conformance.yaml'), 'utf8');
    expect(init(cwd, 'two.example\n')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('There is already a file'),
    });
    expect(readFileSync(join(cwd, 'neuron-conformance.yaml'), 'utf8')).toBe(before);
    expect(init(cwd, 'two.example\n', '--force').status).toBe(0);
  });
});

describe('the file that init writes', () => {
  const answers = { target: null, staging: false, mailbox: null, mailAddress: null, quota: null };

  it('reads well', () => {
    const full = {
      target: 'https://neuron.example.com',
      staging: true,
      mailbox: 'mailhog+http://127.0.0.1:8025',
      mailAddress: 'mail.example',
      quota: 50,
    };
    expect(configTemplate(full, './schema.json')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=./schema.json
      # Flags and environment variables go before this file; "neuron-conformance run --print-config" shows the result.
      # Secrets are not in here: set NEURON_API_KEY and NEURON_API_SECRET, or name a file of such lines:
      # secrets: neuron.env

      # ── The host under test
      # Host under test: host[:port] or URL; without it the reference Neuron is started and tested.
      target: https://neuron.example.com
      # Domains of staging hosts, which may be written to without --confirm.
      staging: [neuron.example.com]
      # File of certificate authorities (PEM) to trust besides the system's.
      # ca: own-authority.pem
      # How many accounts the API key may make on the host in all, as its operator has set it.
      quota: 50

      # ── What is tested
      # How much is tested, and what that does to the host.
      # profile: standard
      # Encoding of requests and answers.
      # encoding: json
      # File of accepted known failures; waivers.yaml of the working folder, where there is one, when not given.
      # waivers: waivers.yaml

      # ── Where its mail and SMS are captured
      mailbox:
        # Where mail is captured: smtp://host:port (we are the mail server), mailhog+http://…, mailpit+http://…, imap://user@host/folder, mailhog+docker:.
        url: mailhog+http://127.0.0.1:8025
        # Domain whose addresses all arrive in the mailbox.
        domain: mail.example
        # Address user@host of the mailbox where user+anything@host arrives there too, instead of mailbox.domain.
        # plusAddress: tester@example.com
        # Mail server (smtp://host:port) that a loop-back probe is sent to; without it a missing mail cannot be blamed on the host.
        # probe: smtp://mx.example.com:25
      # URL at which we take text messages in the place of the host's SMS gateway: http://0.0.0.0:8026/sms.
      # sms: http://0.0.0.0:8026/sms

      # ── Limits of one run
      # limits:
        # Most accounts that one run may create, where the profile's ceiling is too high.
        # accounts: 6
        # Longest time for one request and its answer; 30s when not given.
        # timeout: 30s
        # Longest wait for a mail or an SMS; what each step says when not given.
        # mail: 60s

      # ── The report
      # report:
        # Folder of the report; reports/<start-time>-<host>/ when not given.
        # out: reports/latest
      "
    `);
  });

  it('is right by the schema, as it is and with every comment of a setting taken off', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(configSchema());
    const text = configTemplate(answers, './schema.json');
    expect(parse(text)).toBeNull();
    const uncommented = text.replace(/^( *)# (?=\w+:( |$))/gm, '$1');
    const value = parse(uncommented);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(Object.keys(value)).toEqual([
      'secrets',
      'target',
      'staging',
      'ca',
      'quota',
      'profile',
      'encoding',
      'waivers',
      'mailbox',
      'sms',
      'limits',
      'report',
    ]);
  });
});
