import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { judgeReplay, places, readRecord, replayExit } from '../../src/report/index.ts';
import { type Ended, MAIN, node, type Served, serve } from './hosts.ts';
import { finding, START, step } from './sample-record.ts';

describe('a finding, by the same step of a later run', () => {
  const before = finding('s/a/refused', { check: 'refused', message: 'answered 200', actual: 200 });
  const after = (parts: Partial<Parameters<typeof step>[1]>) =>
    judgeReplay(before, step('a', { at: START, passed: {}, ...parts }));

  test.each([
    [
      'the same deviation',
      { findings: [{ ...before, message: 'answered 200 again' }] },
      'STILL FAILING',
      'answered 200 again',
    ],
    [
      'another deviation of the same check',
      { findings: [{ ...before, fingerprint: '0123456789abcdef', message: 'answered 500' }] },
      'CHANGED',
      'answered 500',
    ],
    ['the check passes', { passed: { refused: 1 } }, 'FIXED', 'refused passes.'],
    [
      'a note is no deviation',
      {
        passed: { refused: 1 },
        findings: [finding('n', { check: 'refused', message: 'slow', outcome: 'pass' as const })],
      },
      'FIXED',
      'refused passes.',
    ],
    [
      'a prerequisite failed',
      { findings: [finding('p', { check: 'answer-status', message: 'not sent', outcome: 'could-not-test' as const })] },
      'COULD NOT TEST',
      'not sent',
    ],
    [
      'the step makes other checks',
      { passed: { 'answer-status': 1 } },
      'COULD NOT TEST',
      'The step no longer makes the check refused.',
    ],
  ])('%s', (_what, parts, state, now) => {
    expect(after(parts)).toEqual({ state, now });
  });

  test('a step that did not end', () => {
    expect(judgeReplay(before, null)).toEqual({ state: 'COULD NOT TEST', now: 'The run ended before the step.' });
  });

  test('the exit code is that of the worst', () => {
    const of = (...states: ReturnType<typeof judgeReplay>['state'][]) =>
      replayExit(
        states.map(state => ({ state, finding: '', place: '', check: '', requirement: null, before: '', now: '' })),
      );
    expect([
      of('FIXED'),
      of('FIXED', 'COULD NOT TEST'),
      of('COULD NOT TEST', 'CHANGED'),
      of('STILL FAILING', 'FIXED'),
      of(),
    ]).toEqual([0, 3, 1, 1, 3]);
  });
});

describe('the chain, sent again', () => {
  let dir: string;
  let host: Served | undefined;
  const FINDING = 'journey/info/no-secret-echo';
  const replay = (env: Record<string, string>, ...args: readonly string[]) =>
    node(dir, env, MAIN, 'replay', 'bad', ...args);

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'replay-'));
    host = await serve('info-tells-password');
    const run = await node(dir, host.env, MAIN, 'run', '--suite', 'journey', '--quiet', '--out', 'bad');
    expect(run.code).toBe(1);
    await host.stop();
  });
  afterEach(() => host?.stop());
  afterAll(() => rm(dir, { recursive: true }));

  test('FIXED on a host that is mended, with fresh nonces and signatures, and evidence', async () => {
    host = await serve();
    const { code, out, err } = await replay(host.env, '--finding', FINDING, '--out', 'again');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'FIXED  journey/info ANSWER-NO-SECRETS',
        '  before: Account/Info repeats the secret «password:alice» in the body of its answer.',
        '  now: no-secret-echo passes.',
        '',
      ].join('\n'),
    );
    const again = JSON.parse(await readFile(join(dir, 'again/report.json'), 'utf8'));
    const first = JSON.parse(await readFile(join(dir, 'bad/report.json'), 'utf8'));
    const nonces = (record: typeof first): string[] =>
      JSON.stringify(record).match(/(?<=\\"nonce\\":\\")[\w-]+/g) ?? [];
    expect(nonces(again).length).toBeGreaterThan(2);
    expect(nonces(again).filter(nonce => nonces(first).includes(nonce))).toEqual([]);
  });

  test('STILL FAILING where nothing was done', async () => {
    host = await serve('info-tells-password');
    const { code, out } = await replay(host.env, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        finding: FINDING,
        place: 'journey/info',
        check: 'no-secret-echo',
        requirement: 'ANSWER-NO-SECRETS',
        state: 'STILL FAILING',
        before: 'Account/Info repeats the secret «password:alice» in the body of its answer.',
        now: 'Account/Info repeats the secret «password:alice» in the body of its answer.',
      },
    ]);
  });

  test('COULD NOT TEST where the host is gone: it is looked for where it was', async () => {
    const { code, out } = await replay({
      NEURON_API_KEY: 'k'.repeat(20),
      NEURON_API_SECRET: 's'.repeat(20),
      NEURON_MAILBOX: 'smtp://127.0.0.1:0',
    });
    expect(code).toBe(3);
    expect(out).toMatch(/^COULD NOT TEST {2}journey\/info ANSWER-NO-SECRETS\n/);
  });

  describe('as a script that needs only Node', () => {
    const script = async (): Promise<string> => {
      const made = await node(dir, {}, MAIN, 'replay', 'bad', '--finding', FINDING, '--script', 'replay.mjs');
      expect(made).toEqual({ code: 0, out: 'replay.mjs\n', err: '' });
      return readFile(join(dir, 'replay.mjs'), 'utf8');
    };

    test('stands beside the report, which links to it', async () => {
      const file = 'replay/journey-info-no-secret-echo.mjs';
      expect(await readFile(join(dir, 'bad', file), 'utf8')).toBe(await script());
      expect(await readFile(join(dir, 'bad/report.html'), 'utf8')).toContain(`href="./${file}"`);
      const found = places(await readRecord(join(dir, 'bad'))).map(({ finding: { id, replay: script } }) => [
        id,
        script,
      ]);
      expect(found).toContainEqual([FINDING, file]);
    });

    test('imports nothing else, and holds no secret', async () => {
      const text = await script();
      expect(text.match(/^import .*$/gm)).toEqual([
        "import { createHmac, randomBytes } from 'node:crypto';",
        "import { createInterface } from 'node:readline/promises';",
      ]);
      expect(text).toContain('«password:alice»');
      expect(text).not.toContain('bob');
    });

    /** Runs the script with a new account: reads the mail as a person would, and types the code. */
    const withMail = async (served: Served): Promise<Ended> => {
      const { NEURON_MAILBOX: mailbox = '', ...env } = served.env;
      const mails: string[] = [];
      const arrived = new EventEmitter();
      const server = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        onData(stream, _session, callback) {
          let text = '';
          stream.on('data', (part: Buffer) => (text += part.toString()));
          stream.on('end', () => {
            mails.push(text);
            callback();
            arrived.emit('mail', text);
          });
        },
      });
      await new Promise<void>(done => server.listen(Number(new URL(mailbox).port), '127.0.0.1', done));
      const child = spawn(process.execPath, ['replay.mjs'], {
        cwd: dir,
        env: { ...env, NEURON_EMAIL: 'somebody@example.org' },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (part: Buffer) => (out += part.toString()));
      child.stderr.on('data', (part: Buffer) => (err += part.toString()));
      arrived.once('mail', (text: string) =>
        child.stdin.end(`${/\b\d{6}\b/.exec(text.slice(text.indexOf('\r\n\r\n')))?.[0]}\n`),
      );
      const [code] = (await once(child, 'exit')) as [number];
      await new Promise<void>(done => server.close(done));
      return { code, out, err };
    };

    test.each([
      ['STILL FAILING', ['info-tells-password'], 1],
      ['FIXED', [], 0],
    ] as const)('makes an account, asks for the code, signs afresh: %s', async (state, faults, expected) => {
      await script();
      host = await serve(...faults);
      const { code, out, err } = await withMail(host);
      expect({ code, err }).toEqual({ code: expected, err: 'Code that was mailed to alice: ' });
      expect(out.split('\n').slice(0, 8)).toEqual([
        '200  POST /Agent/Account/Create',
        '200  POST /Agent/Account/VerifyEMail',
        '200  POST /Agent/Account/Login',
        '200  POST /Agent/Account/Info',
        '',
        state,
        'Account/Info repeats the secret «password:alice» in the body of its answer.',
        'No answer, body or header, repeats a password, an API key or a secret that the caller sent or used.',
      ]);
    });

    test('says what it needs, and when it cannot reach the host', async () => {
      await script();
      expect(await node(dir, {}, 'replay.mjs')).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^Set NEURON_EMAIL: /),
      });
      const env = {
        NEURON_API_KEY: 'k',
        NEURON_API_SECRET: 's',
        NEURON_EMAIL: 'a@example.org',
        NEURON_HOST: '127.0.0.1:9',
      };
      expect(await node(dir, env, 'replay.mjs')).toMatchObject({
        code: 3,
        out: expect.stringContaining('COULD NOT TEST'),
      });
    });
  });

  test('a script that cannot be is refused with the reason', async () => {
    expect(await node(dir, {}, MAIN, 'replay', 'bad', '--script', 'x.mjs')).toEqual({
      code: 2,
      out: '',
      err: 'A script is for one finding.\n→ Give --finding with --script.\n',
    });
  });

  test('an unknown finding, and a report without any, are mistakes with a way out', async () => {
    expect(await replay({}, '--finding', 'journey/info/no-secret-ecko')).toEqual({
      code: 2,
      out: '',
      err: `The report has no finding "journey/info/no-secret-ecko". Did you mean "${FINDING}"?\n→ Take the id from the report, or leave --finding out to try all.\n`,
    });
    expect((await node(dir, {}, MAIN, 'run', '--suite', 'domain', '--quiet', '--out', 'good')).code).toBe(0);
    expect(await node(dir, {}, MAIN, 'replay', 'good')).toEqual({
      code: 2,
      out: '',
      err: 'The report has no finding that could be tried again.\n→ Name a report of a run that found something.\n',
    });
  });
});
