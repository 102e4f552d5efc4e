import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayWrite } from '../../src/cli/compose/guard.ts';
import { otherNames } from '../../src/cli/doctor/probes.ts';
import { makeCertificates } from '../neuron-client/support/certificates.ts';
import { desk, diagnose, doctor, keysOf, listen, neuron } from './support/world.ts';

const normal = (text: string, at: { readonly cwd: string }) =>
  text
    .replaceAll(at.cwd, '<folder>')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:<port>')
    .replace(/port \d+/g, 'port <port>')
    .replace(/\d+ ms/g, '<n> ms');

describe('the doctor', () => {
  it('says Ready when all is well', async () => {
    const host = await neuron();
    const at = desk();
    const { status, stdout, stderr } = await doctor(
      { NEURON_HOST: host.url, NEURON_MAILBOX: 'smtp://127.0.0.1:0', ...keysOf(host) },
      [],
      at,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(normal(stdout, at)).toMatchInlineSnapshot(`
      "✓ Arithmetic the known signature of the quick start comes out right
      ✓ API key    key and secret are given
      ✓ Report     <folder>/reports can be written to
      ✓ Ledger     <folder>/state/neuron-conformance can be written to
      ✓ Mailbox    smtp://127.0.0.1:<port> finds a mail sent to itself after <n> ms
      - DNS        127.0.0.1 is an address
      ✓ TCP        port <port> answers after <n> ms
      - TLS        plain HTTP on this machine
      ✓ Neuron     domain reference-neuron.test ("Reference Neuron")
      ✓ Clock      the host's clock agrees with ours to 5 s
      ✓ Signature  the host takes signatures made with the API key for "127.0.0.1:<port>"

      Ready.
      "
    `);
  });

  it('needs no target', async () => {
    const { ready, of } = await diagnose({});
    expect(ready).toBe(true);
    expect(of('Target')?.said).toBe('none is given: "run" tests the built-in reference Neuron');
  });

  it('reaches a host over TLS with an own authority', async () => {
    const { ca, key, cert } = makeCertificates();
    const at = desk();
    writeFileSync(join(at.cwd, 'ca.pem'), ca);
    const host = await neuron({ tls: { key, cert } });
    const { ready, of } = await diagnose({ NEURON_HOST: host.url, ...keysOf(host) }, at, '--ca', 'ca.pem');
    expect([ready, of('TLS')?.outcome, of('Signature')?.outcome]).toEqual([true, 'fine', 'fine']);
  });

  it('looks at the rest when one thing is wrong, and names one thing to do', async () => {
    const at = desk();
    const server = createTcpServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    server.close();
    const { stdout, status } = await doctor(
      { NEURON_HOST: `127.0.0.1:${port}`, NEURON_API_KEY: '"quoted"', NEURON_API_SECRET: 'x' },
      [],
      at,
    );
    expect(status).toBe(2);
    expect(normal(stdout, at)).toMatchInlineSnapshot(`
      "✓ Arithmetic the known signature of the quick start comes out right
      ✗ API key    NEURON_API_KEY stands in quotes, which are part of its value.
      ✓ Report     <folder>/reports can be written to
      ✓ Ledger     <folder>/state/neuron-conformance can be written to
      - Mailbox    none is configured: suites that need mail are not applicable
      - DNS        127.0.0.1 is an address
      ✗ TCP        Nothing listens at http://127.0.0.1:<port>: the connection was refused.

      Next: Copy NEURON_API_KEY and NEURON_API_SECRET again from what the operator gave out.
      "
    `);
  });
});

describe('what the doctor may write', () => {
  it.each([
    ['to this machine', '127.0.0.1', [], null, true],
    ['to another', 'neuron.example.com', [], null, false],
    ['to a staging host', 'neuron.example.com', ['neuron.example.com'], null, true],
    ['to a staging host by its domain', 'neuron.example.com', ['example.com'], null, true],
    ['where another is staging', 'neuron.example.com', ['staging.example.com'], null, false],
    ['where its name is confirmed', 'neuron.example.com', [], 'neuron.example.com', true],
    ['where another name is', 'neuron.example.com', [], 'example.org', false],
  ] as const)('%s', (_, hostname, staging, confirm, may) => {
    expect(mayWrite(hostname, { staging, confirm }, ['example.com'])).toBe(may);
  });

  it('is signed for names that a proxy could have told', () => {
    expect(otherNames('proxy.example:8443', ['neuron.example'])).toEqual([
      'neuron.example',
      'neuron.example:8443',
      'proxy.example',
      'localhost',
    ]);
    expect(otherNames('neuron.example', ['neuron.example'])).toEqual(['localhost']);
  });
});

describe('the doctor finds', () => {
  it('a name without an address', async () => {
    const { next, of } = await diagnose({ NEURON_HOST: 'no-such-neuron.invalid' });
    expect(of('DNS')?.outcome).toBe('problem');
    expect(next).toMatch(/^Check the (spelling|network)/);
  });

  it('an unknown authority, and a certificate that ends soon', async () => {
    const { ca, key, cert } = makeCertificates();
    const origin = `https://${(await listen(createHttpsServer({ key, cert }, (_, response) => response.end()))).replace('127.0.0.1', 'localhost')}`;
    const unknown = await diagnose({ NEURON_HOST: origin });
    expect(unknown.next).toBe('If it is a private one, give its certificate with --ca FILE (PEM).');
    const at = desk();
    writeFileSync(join(at.cwd, 'neuron-conformance.yaml'), `target: ${origin}\nca: ca.pem\n`);
    writeFileSync(join(at.cwd, 'ca.pem'), ca);
    const known = await diagnose({}, at);
    expect(known.of('TLS')).toMatchObject({
      outcome: 'fine',
      said: expect.stringMatching(/^TLSv1\.3, localhost ← Test authority, valid for \d+ more days$/),
    });
  });

  it.each([
    ['a web site', 200, 'text/html', '<html>', 'answers with text/html that is no JSON object.'],
    ['a host without the API', 404, 'text/plain', 'no', 'answers 404 (text/plain), which no Neuron does.'],
  ])('%s', async (_, status, type, body, said) => {
    const host = await listen(
      createServer((__, response) => response.writeHead(status, { 'Content-Type': type }).end(body)),
    );
    const { of, next, ready } = await diagnose({ NEURON_HOST: host });
    expect(of('Neuron')?.said).toBe(`http://${host}/Agent/Account/DomainInfo ${said}`);
    expect({ ready, next }).toEqual({
      ready: false,
      next: 'Check the target: it must be the Neuron, or a proxy that passes /Agent/ to it.',
    });
  });

  it('an SMS sink that listens, and one that cannot', async () => {
    const at = desk();
    const taken = await listen(createServer());
    writeFileSync(join(at.cwd, 'neuron-conformance.yaml'), 'sms: http://127.0.0.1:0/sms\n');
    const free = await diagnose({}, at);
    expect(free.of('SMS sink')).toMatchObject({
      outcome: 'fine',
      said: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/sms takes a message posted to itself$/),
    });
    writeFileSync(join(at.cwd, 'neuron-conformance.yaml'), `sms: http://${taken}\n`);
    const { of, next } = await diagnose({}, at);
    expect(of('SMS sink')?.outcome).toBe('problem');
    expect(next).toBe('Choose a free port in "sms", or port 0 to have one chosen: sms: http://127.0.0.1:0.');
  });

  it('a clock that is off', async () => {
    const Date_ = new Date(Date.now() + 90_000).toUTCString();
    const host = await listen(
      createServer((_, response) =>
        response
          .writeHead(200, { 'Content-Type': 'application/json', Date: Date_ })
          .end('{"domain":"x.example","useEncryption":true}'),
      ),
    );
    const { of, ready } = await diagnose({ NEURON_HOST: host });
    expect(of('Clock')?.said).toMatch(/^the host's clock is (89|90|91) s ahead of ours: tokens seem to end late$/);
    expect(ready).toBe(true);
  });

  it('a mailbox that is down, and one that it cannot mail to', async () => {
    const taken = await listen(createServer());
    const down = await diagnose({ NEURON_MAILBOX: `smtp://${taken}` });
    expect(down).toMatchObject({ ready: false, status: 2 });
    expect(down.of('Mailbox')?.outcome).toBe('problem');
  });

  it.each([
    [{ NEURON_API_KEY: ' key', NEURON_API_SECRET: 'x' }, 'NEURON_API_KEY begins or ends with white space.'],
    [
      { NEURON_API_KEY: 'key', NEURON_API_SECRET: '"x"' },
      'NEURON_API_SECRET stands in quotes, which are part of its value.',
    ],
    [
      { NEURON_API_KEY: 'key', NEURON_API_SECRET: 'your-api-secret' },
      'NEURON_API_SECRET is the example of the documentation.',
    ],
    [{ NEURON_API_KEY: 'key', NEURON_API_SECRET: 'key' }, 'NEURON_API_KEY and NEURON_API_SECRET are the same.'],
  ])('a slip in %j', async (env, said) => {
    const { of, next } = await diagnose(env);
    expect(of('API key')?.said).toBe(said);
    expect(next).toBe('Copy NEURON_API_KEY and NEURON_API_SECRET again from what the operator gave out.');
  });

  it('a folder that cannot be written to', async () => {
    const at = desk();
    writeFileSync(join(at.cwd, 'reports'), 'a file');
    const { of } = await diagnose({}, at);
    expect(of('Report')?.outcome).toBe('problem');
    const other = desk();
    mkdirSync(other.state);
    writeFileSync(join(other.state, 'neuron-conformance'), '');
    chmodSync(other.state, 0o755);
    expect((await diagnose({}, other)).of('Ledger')?.outcome).toBe('problem');
  });
});
