import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GenericContainer, Network, type StartedNetwork, type StartedTestContainer, Wait } from 'testcontainers';
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest';
import { openMailbox } from '../../src/peers/mailbox/index.ts';
import { startDaemon } from '../peers/daemon.mjs';
import { freePort } from '../peers/ports.mjs';
import { mailTo, never } from './helpers.ts';
import { runCli } from './peers/cli.ts';
import { testWith } from './peers/debian.ts';
import { buildImage, type DockerEngine, startDocker } from './peers/docker.ts';

const test = testWith({ dockerd: 'docker.io', iptables: 'iptables' });
const ready = test === plain;
const IMAGE = 'neuron-conformance:test';
const INBOX = ['inbox', '--smtp', '0.0.0.0:1025', '--http', '0.0.0.0:8025', '--no-keep'];

describe('a real Docker engine', () => {
  let engine: DockerEngine;
  let out: string;

  beforeAll(async () => {
    if (!ready) return;
    out = await mkdtemp(join(tmpdir(), 'journey-'));
    engine = await startDocker();
    Object.assign(process.env, engine.env);
    await buildImage(engine, IMAGE, INBOX);
  }, 120_000);

  afterAll(async () => {
    await engine?.stop();
    if (out !== undefined) await rm(out, { recursive: true, force: true });
  }, 30_000);

  test('a mailbox is started in a container, takes mail on loopback, and is gone afterwards', async () => {
    const mailbox = await openMailbox(`mailhog+docker:${IMAGE}`, { runId: 'r1' }, AbortSignal.timeout(60_000));
    expect(mailbox.relay).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(await engine.docker('ps', '--format', '{{.Ports}}')).toMatch(
      /^127\.0\.0\.1:\d+->1025\/tcp, 127\.0\.0\.1:\d+->8025\/tcp$/,
    );
    const to = mailbox.address('alice');
    const since = await mailbox.watermark(never());
    const wait = mailbox.waitFor({ to, since, deadline: Date.now() + 10_000, signal: never() });
    await mailTo(`smtp://${mailbox.relay}`, to, 'Your code is 505050');
    const arrived = await wait;
    expect(arrived.kind === 'arrived' && arrived.mails.map(mail => mail.code.code)).toEqual(['505050']);
    expect(await mailbox.probe(never())).toMatchObject({ kind: 'works' });
    await mailbox.close();
    expect(await engine.containers()).toEqual([]);
  }, 90_000);

  test('what is given up while it starts does not stay behind', async () => {
    const stop = new AbortController();
    const opening = openMailbox(`mailhog+docker:${IMAGE}`, { runId: 'r1' }, stop.signal);
    setTimeout(() => stop.abort(new Error('interrupted')), 300);
    await expect(opening).rejects.toThrow('interrupted');
    await expect.poll(() => engine.containers(), { timeout: 20_000 }).toEqual([]);
  }, 60_000);

  test('an image that is not there is one sentence', async () => {
    const opening = openMailbox('mailhog+docker:no/such-image:1', { runId: 'r1' }, AbortSignal.timeout(60_000));
    await expect(opening).rejects.toMatchObject({ code: 'MAILBOX_CONTAINER' });
  }, 90_000);

  test('a port that is taken is one sentence, and nothing stays behind', async () => {
    const taken = createServer();
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const opening = openMailbox(`mailhog+docker:${IMAGE}?smtp=${port}`, { runId: 'r1' }, AbortSignal.timeout(60_000));
    await expect(opening).rejects.toMatchObject({
      code: 'MAILBOX_CONTAINER',
      message: expect.stringContaining(`${port}`),
    });
    taken.close();
    expect(await engine.containers()).toEqual([]);
  }, 60_000);

  plain.skipIf(existsSync('/var/run/docker.sock'))(
    'without an engine: exit 2 and one sentence',
    async () => {
      const env = {
        DOCKER_HOST: 'unix:///nowhere.sock',
        NEURON_HOST: 'http://127.0.0.1:9',
        NEURON_API_KEY: 'k',
        NEURON_API_SECRET: 's',
      };
      const { code, output } = await runCli(['run', '--mailbox', 'mailhog+docker:', '--out', tmpdir()], env);
      expect({ code, output }).toEqual({
        code: 2,
        output: `There is no Docker engine to start the mailbox mailhog/mailhog:v1.0.1 with: Could not find a working container runtime strategy.
→ Start Docker, set DOCKER_HOST, or use the embedded mailbox: --mailbox smtp://127.0.0.1:0.
`,
      });
    },
    30_000,
  );

  test('host and inbox in two containers on one network', async () => {
    const peers = await startPeers();
    try {
      const { http, neuron } = peers;
      const { code, output } = await runCli(['run', '--profile', 'smoke', '--out', join(out, 'network')], {
        NEURON_HOST: `http://127.0.0.1:${neuron.getMappedPort(3000)}`,
        NEURON_API_KEY: peers.apiKey,
        NEURON_API_SECRET: peers.apiSecret,
        NEURON_MAILBOX: `mailhog+http://127.0.0.1:${http}`,
      });
      expect(code, output).toBe(0);
      const report = JSON.parse(await readFile(join(out, 'network/report.json'), 'utf8'));
      expect(report.verdict.outcome).toBe('pass');
    } finally {
      await peers.stop();
    }
    expect(await engine.containers()).toEqual([]);
  }, 120_000);

  test('a mailbox container of the run itself, for a Neuron with a relay fixed beforehand', async () => {
    const relay = await freePort();
    const serve = startDaemon(process.execPath, [
      'dist/cli/main.js',
      'serve',
      '--json',
      '--smtp',
      `127.0.0.1:${relay}`,
    ]);
    try {
      await expect.poll(serve.output, { timeout: 10_000 }).toContain('\n');
      const { url, apiKey, apiSecret } = JSON.parse(serve.output());
      const env = {
        NEURON_HOST: url,
        NEURON_API_KEY: apiKey,
        NEURON_API_SECRET: apiSecret,
        NEURON_MAILBOX: `mailhog+docker:${IMAGE}?smtp=${relay}`,
      };
      const { code, output } = await runCli(['run', '--profile', 'smoke', '--out', join(out, 'docker')], env);
      expect(code, output).toBe(0);
      expect(await engine.containers()).toEqual([]);
    } finally {
      await serve.stop();
    }
  }, 120_000);

  test('Ctrl-C takes the container away', async () => {
    const run = startDaemon(
      process.execPath,
      ['dist/cli/main.js', 'run', '--profile', 'smoke', '--out', join(out, 'stopped')],
      {
        // Nobody listens here; the run would go on looking for the host, with its mailbox open.
        NEURON_HOST: 'http://127.0.0.1:9',
        NEURON_API_KEY: 'key',
        NEURON_API_SECRET: 'secret',
        NEURON_MAILBOX: `mailhog+docker:${IMAGE}`,
      },
    );
    await expect.poll(() => engine.containers(), { timeout: 20_000, interval: 20 }).toHaveLength(1);
    run.interrupt();
    await run.ended;
    expect(await engine.containers()).toEqual([]);
  }, 60_000);

  async function startPeers() {
    const network: StartedNetwork = await new Network().start();
    const started: StartedTestContainer[] = [];
    const inbox = await new GenericContainer(IMAGE)
      .withNetwork(network)
      .withNetworkAliases('inbox')
      .withExposedPorts(8025)
      .withWaitStrategy(Wait.forHttp('/api/v2/messages', 8025))
      .start();
    started.push(inbox);
    const neuron = await new GenericContainer(IMAGE)
      .withNetwork(network)
      .withCommand(['serve', '--host', '0.0.0.0', '--port', '3000', '--smtp', 'inbox:1025', '--json'])
      .withExposedPorts(3000)
      .withWaitStrategy(Wait.forLogMessage(/apiSecret/))
      .start();
    started.push(neuron);
    const logs = await engine.docker('logs', neuron.getId());
    const { apiKey, apiSecret } = JSON.parse(logs.split('\n')[0] ?? '');
    return {
      neuron,
      apiKey,
      apiSecret,
      http: inbox.getMappedPort(8025),
      stop: async () => {
        for (const container of started.reverse()) await container.stop();
        await network.stop();
      },
    };
  }
});
