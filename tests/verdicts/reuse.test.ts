import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startReferenceNeuron } from '../../src/index.ts';
import { freePort } from '../peers/ports.mjs';
import { causes, cli, folder, world } from './support.ts';

const SUITE = `suite: short
title: A suite that needs somebody
actors: { alice: verified }
steps:
  - { id: info, call: Account/Info, as: alice }
`;

test('accounts of earlier runs are used again, until the host has lost them', async () => {
  const cwd = folder();
  const suite = join(cwd, 'short.yaml');
  writeFileSync(suite, SUITE);
  const [port, mail] = [await freePort(), await freePort()];
  const host = () =>
    startReferenceNeuron({
      port,
      apiKey: 'key-of-the-test',
      apiSecret: 'secret-of-the-test',
      smtp: { host: '127.0.0.1', port: mail },
    });
  const env = {
    NEURON_HOST: `127.0.0.1:${port}`,
    NEURON_API_KEY: 'key-of-the-test',
    NEURON_API_SECRET: 'secret-of-the-test',
    NEURON_MAILBOX: `smtp://127.0.0.1:${mail}`,
  };
  const run = () => cli(['run', '--suite', suite], { cwd, env });

  const first = await host();
  const made = await run();
  const again = await run();
  await first.stop();
  const second = await host();
  const lost = await run();
  const anew = await run();
  await second.stop();

  expect([made, again, lost, anew].map(({ code, record }) => [code, record?.spent.accounts])).toEqual([
    [0, 1],
    [0, 0],
    [2, 0],
    [0, 1],
  ]);
  expect(again.record?.suites.map(({ id }) => id)).toEqual(['given/alice', 'short']);
  expect(causes(lost.record)[0]?.message).toMatch(
    /of an earlier run cannot log in any more \(40\d\); the ledger has forgotten it\. Run again: another one is used\./,
  );
});

const HALF = `suite: half
title: An account whose phone nobody verifies
needs: [api-key, mailbox]
actors: { gina: new }
steps:
  - id: create
    call: Account/Create
    as: gina
    send: { seconds: 3600, phoneNr: $gina.phoneNr }
  - { id: code, receive: verification-code, for: gina, within: 10s }
  - { id: verify, call: Account/VerifyEMail, as: gina, send: { code: $code } }
`;

test('an account whose phone was never verified is not used again', async () => {
  const cwd = folder();
  const [half, short] = [join(cwd, 'half.yaml'), join(cwd, 'short.yaml')];
  writeFileSync(half, HALF);
  writeFileSync(short, SUITE);
  const { env, mailbox, stop } = await world({ sms: 'http://127.0.0.1:9/nobody' });
  const run = (suite: string) => cli(['run', '--suite', suite, '--mailbox', mailbox], { cwd, env });
  const runs = [await run(half), await run(short)];
  await stop();
  expect(runs.map(({ code, record }) => [code, record?.spent.accounts])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});
