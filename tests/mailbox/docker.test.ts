import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest';
import { openMailbox } from '../../src/peers/mailbox/index.ts';
import { mailTo, never } from './helpers.ts';
import { testWith } from './peers/debian.ts';
import { buildImage, type DockerEngine, startDocker } from './peers/docker.ts';

const test = testWith({ dockerd: 'docker.io', iptables: 'iptables' });
const ready = test === plain;
const IMAGE = 'neuron-conformance/inbox:test';
const INBOX = ['inbox', '--smtp', '0.0.0.0:1025', '--http', '0.0.0.0:8025', '--no-keep'];

describe('a real Docker engine', () => {
  let engine: DockerEngine;

  beforeAll(async () => {
    if (!ready) return;
    engine = await startDocker();
    Object.assign(process.env, engine.env);
    await buildImage(engine, IMAGE, INBOX);
  }, 120_000);

  afterAll(async () => {
    await engine?.stop();
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
});
