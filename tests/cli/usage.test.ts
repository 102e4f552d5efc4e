import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, folder } from '../verdicts/support.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('what cannot be meant is said in a sentence, with a guess and the next step', () => {
  test.concurrent.each([
    [
      ['rnu'],
      /^There is no command "rnu"\. Did you mean "run"\?\n→ Known: run, plan, .*; see neuron-conformance --help\.\n$/,
    ],
    [
      ['run', '--sead', '1'],
      /^Unknown option '--sead'\. Did you mean "--seed"\?\n→ See neuron-conformance run --help\.\n$/,
    ],
    [
      ['run', 'journey'],
      /^Too many arguments\. Expected 0 arguments but got 1\.\n→ See neuron-conformance run --help\.\n$/,
    ],
    [
      ['run', '--suite', 'jurney'],
      /^There is no suite "jurney"\. Did you mean "journey"\?\n→ Known: .*journey.*; or give the path of a suite file\.\n$/,
    ],
    [
      ['run', '--suite', 'mine.yaml'],
      /^There is no suite "mine\.yaml"\.\n→ Known: .*; or give the path of a suite file\.\n$/,
    ],
    [
      ['run', '--profile', 'smok'],
      /^flag --profile: "smok" is not one of observe, smoke, standard, full\. Did you mean "smoke"\?\n→ .+\n$/,
    ],
    [['run', '--seed', 'abc'], /^flag --seed: "abc" is not a whole number of 0 or more\.\n→ .+\n$/],
    [
      ['run', '--target', 'not a url'],
      /^flag --target: The target "not a url" is neither a host name nor a URL\.\n→ .+\n$/,
    ],
    [
      ['run', '--target', 'ftp://x.example'],
      /^flag --target: The target "ftp:\/\/x\.example" has the scheme ftp:\/\/, but a Neuron answers over https\.\n→ .+\n$/,
    ],
    [
      ['run', '--target', 'http://x.example'],
      /^flag --target: The target "http:\/\/x\.example" would send passwords and tokens in clear\.\n→ .+\n$/,
    ],
    [
      ['run', '--ca', 'nothing.pem'],
      /^flag --ca: The file .*nothing\.pem, which should hold certificate authorities, cannot be read\.\n→ .+\n$/,
    ],
    [['serve', '--port', '70000'], /"70000" is no port\.\n→ See neuron-conformance serve --help\.\n$/],
    [['serve', '--smtp', 'nowhere'], /"nowhere" is not host:port\.\n→ See neuron-conformance serve --help\.\n$/],
    [
      ['serve', '--fault', 'logout-reveals-nothing'],
      /^There is no fault "logout-reveals-nothing"\. Did you mean "logout-revokes-nothing"\?\n→ See neuron-conformance serve --list-faults\.\n$/,
    ],
    [
      ['serve', '--dialect', 'timestamp=iso-text'],
      /There is no dialect "timestamp"\. Did you mean "timestamps"\?\n→ See neuron-conformance serve --help\.\n$/,
    ],
  ] as const)('%j', async (args, message) => {
    const cwd = folder();
    const { code, stdout, stderr } = await cli(args, { cwd });
    expect(stderr).toMatch(message);
    expect({ code, stdout, report: existsSync(join(cwd, 'report')) }).toEqual({ code: 2, stdout: '', report: false });
  });
});

test('a format that nobody writes is refused before anything is sent', async () => {
  const { code, stderr, stdout } = await cli(['run'], { env: { NEURON_HOST: '127.0.0.1:9' }, formats: 'json,jsn' });
  expect(stderr).toMatch(/^flag --format: "json,jsn" is not one of html, json, .*\. Did you mean "json"\?\n→ .+\n$/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

describe('the configuration', () => {
  test.concurrent.each([['run'], ['plan'], ['doctor']])('%s shows it and does nothing else', async command => {
    const { code, stdout, stderr, record } = await cli([command, '--print-config']);
    expect({ code, stderr, record }).toEqual({ code: 0, stderr: '', record: null });
    expect(stdout).toMatch(/^Configuration file: none\n\nsetting +value +from\n/);
  });

  test.concurrent.each([['plan'], ['doctor']])('%s warns of a variable that is none', async command => {
    const { stderr } = await cli([command], { env: { NEURON_HOTS: 'staging.example.com' } });
    expect(stderr).toMatch(/NEURON_HOTS.*Did you mean "NEURON_HOST"\?/);
  });
});

describe('help', () => {
  test.concurrent.each([[[]], [['help']], [['--help']], [['-h']]])(
    '%j says what there is, examples first',
    async args => {
      const { code, stdout, stderr } = await cli(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.split('\n').slice(0, 4)).toEqual([
        'Conformance suite for Neuron hosts and their Agent API.',
        '',
        'Examples:',
        expect.stringContaining('neuron-conformance run'),
      ]);
      expect(stdout).toMatch(/Exit codes: 0 releasable, 1 .*, 2 .*, 3 .*, 4 /);
    },
  );

  test('every command that it names has help of its own, examples first', async () => {
    const { stdout } = await cli(['--help']);
    const commands = /Commands \(each has --help\):\n((?: {2}.*\n)+)/.exec(stdout)?.[1] ?? '';
    const names = [...commands.matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name);
    expect(names).toContain('run');
    const helps = await Promise.all(names.map(name => cli([name, '--help'])));
    for (const [index, { code, stdout: help, stderr }] of helps.entries()) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(help).toContain(`Usage: neuron-conformance ${names[index]}`);
      expect(help.indexOf('Examples:'), `examples of ${names[index]} come first`).toBe(0);
    }
  });
});

test.each([[['--version']], [['-V']]])('%j prints the version first', async args => {
  const { code, stdout, stderr } = await cli(args);
  expect({ code, stderr, first: stdout.split(/\s/)[0] }).toEqual({ code: 0, stderr: '', first: version });
});
