import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Exchange, Header } from '../../src/model/exchange.ts';
import type { Json } from '../../src/model/json.ts';
import { redactRecord } from '../../src/model/redaction.ts';
import { Secrets } from '../../src/model/secrets.ts';
import { REPORTERS, terminalReporter, writeReports } from '../../src/report/index.ts';
import { writeAll } from '../../src/report/write.ts';
import { finding, mail, record, START, step, suite } from './sample-record.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(dir, { recursive: true }));

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Secrets as a run has them: odd characters, padding, a token. */
function planted(): { readonly values: readonly string[]; readonly secrets: Secrets } {
  const apiSecret = randomBytes(32).toString('base64');
  const password = `P&"<'>/+ ${randomBytes(9).toString('base64')} ö\\`;
  const signature = createHmac('sha256', apiSecret).update('alice:host:nonce').digest('base64');
  const head = `${segment({ alg: 'HS256', typ: 'JWT' })}.${segment({ jti: randomBytes(12).toString('hex'), sub: 'alice' })}`;
  const jwt = `${head}.${createHmac('sha256', apiSecret).update(head).digest('base64url')}`;
  const values = [apiSecret, password, signature, jwt];
  const secrets = new Secrets();
  for (const [index, kind] of ['apiSecret', 'password', 'signature', 'jwt'].entries())
    secrets.taint(kind, 'alice', values[index] ?? '');
  return { values, secrets };
}

/** Every way in which a careless or hostile host repeats a value, by where it puts it. */
const places: Readonly<
  Record<string, (value: string) => { headers?: Record<string, string>; body: string | Buffer; status?: number }>
> = {
  header: value => ({
    headers: { 'X-Debug': Buffer.from(value).toString('latin1'), 'Set-Cookie': `s=${encodeURIComponent(value)}` },
    body: 'ok',
  }),
  'error text': value => ({ status: 400, body: `Unable to verify ${value}: no match.` }),
  html: value => ({
    headers: { 'Content-Type': 'text/html' },
    body: `<p title="${value.replaceAll('"', '&quot;')}">${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  }),
  redirect: value => ({ status: 302, headers: { Location: `/login?token=${encodeURIComponent(value)}` }, body: '' }),
  gzip: value => ({ headers: { 'Content-Type': 'application/octet-stream' }, body: gzipSync(`dump: ${value}`) }),
  base64: value => ({ body: `Basic ${Buffer.from(`alice:${value}`).toString('base64')}` }),
  'jwt segments': value => ({
    body: JSON.stringify({
      jwt: `${segment({ alg: 'none' })}.${segment({ password: value })}.`,
      parts: value.split('.'),
    }),
  }),
  json: value => ({
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ [value]: { nested: [value], text: JSON.stringify({ value }) } }),
  }),
  invalid: value => ({ body: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(value), Buffer.from([0xc0])]) }),
};

/** Asks a real host, which sends its answer in pieces of three bytes, and records what came. */
async function exchangesWith(values: readonly string[]): Promise<Exchange[]> {
  const server = createServer((request, response) => {
    const [, place = '', index = '0'] = (request.url ?? '').split('/').map(decodeURIComponent);
    const { headers = {}, body, status = 200 } = places[place]?.(values[Number(index)] ?? '') ?? { body: '' };
    response.writeHead(status, headers);
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += 3) response.write(bytes.subarray(at, at + 3));
    response.end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: Exchange[] = [];
  for (const place of Object.keys(places)) {
    for (const index of values.keys()) {
      const url = `${origin}/${encodeURIComponent(place)}/${index}`;
      const response = await fetch(url, { redirect: 'manual' });
      const bytes = Buffer.from(await response.arrayBuffer());
      const text = bytes.toString('utf8');
      const headers: Header[] = [...response.headers].map(([name, value]) => [name, value]);
      const isText = Buffer.from(text).equals(bytes);
      const parsed: { value?: Json } = place === 'json' ? { value: JSON.parse(text) as Json } : {};
      made.push({
        id: `echo/${place}/${index}`,
        endpoint: 'Account/Login',
        actor: 'alice',
        startedAt: START,
        request: {
          method: 'POST',
          url: `${url}?password=${encodeURIComponent(values[1] ?? '')}`,
          headers: [['Authorization', `Bearer ${values[3]}`]],
          body: { text: JSON.stringify({ password: values[1], signature: values[2] }), bytes: 1, truncated: false },
        },
        answer: {
          status: response.status,
          headers,
          body: {
            text,
            bytes: bytes.length,
            truncated: false,
            ...(isText ? {} : { base64: bytes.toString('base64') }),
          },
          ...parsed,
        },
        failure: { kind: 'reset', message: `lost after ${values[0]}` },
        timings: { whole: 5 },
      });
    }
  }
  server.closeAllConnections();
  await new Promise(done => server.close(done));
  return made;
}

/** What must be in no file: each value as such, in base64 at each alignment, percent-encoded, escaped, and its parts. */
function traces(value: string): Buffer[] {
  const core = (bytes: Buffer, offset: number): string =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(Math.ceil((offset * 4) / 3), -4);
  const bytes = Buffer.from(value);
  const texts = [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value)).slice(3, -3),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    bytes.toString('hex'),
    ...[0, 1, 2].flatMap(offset => [
      core(bytes, offset),
      core(bytes, offset).replaceAll('+', '-').replaceAll('/', '_'),
      core(Buffer.from(JSON.stringify(value).slice(1, -1)), offset),
    ]),
    ...(value.startsWith('eyJ') ? value.split('.').slice(1) : []),
  ];
  return texts.map(text => Buffer.from(text));
}

test('no secret is in any artefact, wherever the host put it', async () => {
  const { values, secrets } = planted();
  const exchanges = await exchangesWith(values);
  const secretMail = mail('alice', START, {
    subject: `Welcome ${values[1]}`,
    text: `Your password is ${values[1]}`,
    html: `<a href="https://x/?t=${encodeURIComponent(values[3] ?? '')}">${values[2]}</a>`,
    headers: [['X-Token', values[3] ?? '']],
  });
  const steps = exchanges.map((exchange, index) =>
    step(`echo-${index}`, {
      title: `sends ${values[0]}`,
      at: START,
      endpoint: 'Account/Login',
      exchanges: [exchange],
      mails: index === 0 ? [secretMail] : [],
      waits: [{ what: `a mail with ${values[1]}`, from: START, until: START + 1, whom: 'mail', attempts: 1 }],
      findings: [
        finding(`echo/${index}`, {
          check: 'no-secret-echo',
          message: `The host repeats ${values[index % 4]} in ${exchange.id}.`,
          actual: { [values[3] ?? '']: values[2] ?? '' },
          expected: `nothing like ${values[0]}`,
          exchange: exchange.id,
        }),
      ],
    }),
  );
  const made = record([suite('echo', `Echo ${values[1]}`, steps)], {
    host: { server: values[0] ?? '' },
    mailbox: { url: `imap://alice:${encodeURIComponent(values[1] ?? '')}@host` },
    waivers: [{ reason: values[2] ?? '' }],
  });

  let screen = '';
  const terminal = terminalReporter({
    stream: { write: text => (screen += text) },
    mode: 'plain',
    colour: true,
    secrets,
  });
  terminal.onEvent({ type: 'run-ended', at: START, record: made });
  const result = await writeReports(made, { dir, formats: REPORTERS.map(({ format }) => format), secrets });
  terminal.printWritten(result);

  expect(result.broken).toEqual([]);
  expect(result.artefacts.flatMap(({ leaks }) => leaks)).toEqual([]);
  expect(screen).toContain('0 leaks, 6 artefacts, 4 secrets');
  const files = new Map<string, Buffer>([['terminal', Buffer.from(screen)]]);
  for (const file of await readdir(dir)) files.set(file, await readFile(join(dir, file)));
  expect(files.size).toBe(7);
  const found = [...files].flatMap(([file, bytes]) =>
    values.flatMap((value, index) =>
      traces(value).flatMap((trace, form) => (bytes.includes(trace) ? [`${file}: secret ${index}, form ${form}`] : [])),
    ),
  );
  expect(found).toEqual([]);
  expect(files.get('report.json')?.toString()).toContain('«password:alice»');
  expect(files.get('report.html')?.toString()).toContain('4 secrets of this run');
});

test('the proof is not blind: what a reporter puts back is found', async () => {
  const { values, secrets } = planted();
  const result = await writeReports(record([]), { dir, formats: ['json'], secrets });
  expect(result.leaks).toBe(0);
  for (const value of values) {
    const leaky = {
      format: 'leaky',
      file: 'leaky.txt',
      render: () => `x ${Buffer.from(`alice:${value}`).toString('base64url')}`,
    };
    const again = await writeAll(record([]), { dir, reporters: [leaky], secrets });
    expect(again.leaks).toBeGreaterThan(0);
  }
});

test('what stays compressed in a body is not published', async () => {
  const { values, secrets } = planted();
  const bytes = gzipSync(`{"apiSecret":"${values[0]}"}`);
  const body = { text: '\ufffd', bytes: bytes.length, truncated: false, base64: bytes.toString('base64') };
  const [exchange] = await exchangesWith(values);
  if (exchange === undefined) throw new Error('no exchange');
  const made = record([
    suite('s', 's', [
      step('a', { at: START, exchanges: [{ ...exchange, answer: { status: 200, headers: [], body } }] }),
    ]),
  ]);
  expect(JSON.stringify(redactRecord(made, secrets))).not.toContain(body.base64.slice(0, 40));
});
