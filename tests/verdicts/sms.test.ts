import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../peers/ports.mjs';
import { causes, cli, type Ended, folder, type HostOptions, world } from './support.ts';

/** The suite of phone numbers, with less patience. */
const SUITE = readFileSync(new URL('../../suites/phone.yaml', import.meta.url), 'utf8').replaceAll(
  'within: 60s',
  'within: 3s',
);

interface Places {
  readonly gateway: string | null;
  readonly sink: string | null;
}

/** Runs it on a host that posts its text messages to one place, with the sink at another. */
async function run({ gateway, sink, ...options }: Places & HostOptions): Promise<Ended> {
  const host = await world({ ...options, sms: gateway });
  const cwd = folder();
  const suite = join(cwd, 'phone.yaml');
  writeFileSync(suite, SUITE);
  if (sink !== null) writeFileSync(join(cwd, 'neuron-conformance.yaml'), `sms: ${sink}\n`);
  try {
    return await cli(['run', '--suite', suite], { env: host.env, cwd, formats: 'json,html' });
  } finally {
    await host.stop();
  }
}

const place = async (): Promise<string> => `http://127.0.0.1:${await freePort()}/sms`;

test('text messages are caught where the operator says, and shown without their codes', async () => {
  const url = await place();
  const { code, stdout, record, dir } = await run({ gateway: url, sink: url });
  expect({ code, causes: causes(record) }).toEqual({ code: 0, causes: [] });
  expect(stdout).toContain(`The SMS sink takes messages at ${url}: the host's SMS gateway has to post there.\n`);
  expect(stdout).toMatch(/phone\/code-by-sms waits for an SMS for \+1\d{3}55501\d\d, at most 3 s/);
  const messages = (record?.suites ?? []).flatMap(({ steps }) =>
    steps.flatMap(({ id, mails }) =>
      mails
        .filter(({ medium }) => medium === 'sms')
        .map(({ actor, to, from, subject, headers, text, code: reading }) => ({
          ...{ id, actor, to, from, subject, headers, text },
          code: reading.code,
        })),
    ),
  );
  const sms = { actor: 'gina', to: [expect.stringMatching(/^\+1\d{3}55501\d\d$/)], from: '', subject: '', headers: [] };
  const name = expect.stringMatching(/^«code:gina(?:#\d)?»$/);
  expect(messages).toEqual([
    {
      ...sms,
      id: 'code-by-sms',
      text: expect.stringMatching(/^Din verifieringskod är «code:gina(?:#\d)?»\.$/),
      code: name,
    },
    {
      ...sms,
      id: 'sms-again',
      text: expect.stringMatching(/^Your verification code is «code:gina(?:#\d)?»\.$/),
      code: name,
    },
  ]);
  const page = readFileSync(join(dir, 'report.html'), 'utf8');
  expect(page).toMatch(/<b>SMS<\/b> Din verifieringskod är «code:gina/);
});

test('without a sink the suite is not applicable, and says what to configure', async () => {
  const { code, stderr } = await run({ gateway: null, sink: null });
  expect(code).toBe(2);
  expect(stderr).toContain(
    'phone is not applicable (no SMS sink is configured ("sms" in neuron-conformance.yaml says where it listens))',
  );
});

test('a message that does not come is the host’s, once the sink has found its own', async () => {
  const sink = await place();
  const { code, record } = await run({ gateway: await place(), sink });
  expect(code).toBe(1);
  expect(causes(record).map(({ id, blame, requirement, message }) => ({ id, blame, requirement, message }))).toEqual([
    {
      id: 'phone/code-by-sms/mail-arrives',
      blame: 'host',
      requirement: 'CREATE-PHONE',
      message: expect.stringMatching(
        /^No SMS came for \+1\d{3}55501\d\d, although the SMS sink at http:\S+ works \(its own probe took \d+ ms\)\. No other SMS has come either\.$/,
      ),
    },
  ]);
});

test('the code of a message that nobody asked for is a secret like any other', async () => {
  const url = await place();
  const { code, record } = await run({ gateway: url, sink: url, faults: ['resend-texts-unasked'] });
  expect(code).toBe(1);
  const unasked = record?.suites.flatMap(({ steps }) => steps).find(({ id }) => id === 'no-more-sms');
  expect(unasked?.mails.map(({ text, code: reading }) => [text, reading.code])).toEqual([
    ['Your verification code is «code:gina#3».', '«code:gina#3»'],
  ]);
});

test('a message for another number is told of by its last digits: the number may be a stranger’s', async () => {
  const url = await place();
  const { stdout, record } = await run({ gateway: url, sink: url, faults: ['sms-to-another-number'] });
  expect(causes(record).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^No SMS came for \+1\d{3}55501\d\d, .* The last SMS seen was for …0000\.$/),
  ]);
  expect(`${stdout}${JSON.stringify(record)}`).not.toContain('+46700000000');
});
