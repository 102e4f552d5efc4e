import { gunzipSync, gzipSync } from 'node:zlib';
import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { call, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';
import { portOf, raw, rawRequest } from './support/raw.ts';

describe('order of checks', () => {
  it('looks for the resource before anything else', async () => {
    const neuron = await startHost();
    expect(await call(neuron, 'Account/NoSuch')).toMatchObject({
      status: 404,
      text: 'Resource not found: /Agent/Account/NoSuch',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
    expect(await call(neuron, 'Account/NoSuch', { method: 'OPTIONS' })).toMatchObject({ status: 404 });
  });

  it('asks who calls before it looks at the method', async () => {
    const neuron = await startHost();
    const answer = await call(neuron, 'Account/Info', { method: 'GET' });
    expect(answer).toMatchObject({
      status: 401,
      text: 'Unauthorized access prohibited.',
      headers: { 'www-authenticate': `Bearer realm="${neuron.domain}"` },
    });
  });

  it('answers a wrong method with the right ones', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('alice'));
    expect(await call(neuron, 'Account/Info', { method: 'GET', token })).toMatchObject({
      status: 405,
      text: '',
      headers: { allow: 'POST, OPTIONS' },
    });
    expect(await call(neuron, 'Account/DomainInfo', { method: 'POST' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, OPTIONS' },
    });
  });

  it('asks for the method before it reads the body', async () => {
    const neuron = await startHost();
    const answer = await request(`${neuron.url}/Agent/Account/Create`, { method: 'PUT', body: '{"a":' });
    expect(answer.statusCode).toBe(405);
    await answer.body.dump();
  });

  it('finds an answer unacceptable only when everything has happened', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('alice'));
    const answer = await call(neuron, 'Xmpp/SendTextMessage', {
      token,
      headers: { accept: 'image/png' },
      body: { to: `alice@${neuron.domain}`, message: 'still sent' },
    });
    expect([answer.status, answer.text]).toEqual([406, '']);
    expect(neuron.inspect.queue('alice')).toHaveLength(1);
  });
});

describe('OPTIONS', () => {
  it('is answered without credentials', async () => {
    const neuron = await startHost();
    const { status, headers, text } = await call(neuron, 'Account/Info', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type',
      },
    });
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(headers).toMatchObject({
      allow: 'POST, OPTIONS',
      'access-control-allow-origin': 'https://app.test',
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': 'authorization, content-type',
    });
    const plain = await call(neuron, 'Account/Info', { method: 'OPTIONS' });
    expect(plain.headers['access-control-allow-origin']).toBe('*');
    expect(plain.headers).not.toHaveProperty('access-control-allow-methods');
  });
});

describe('errors', () => {
  it.each([
    ['application/json', 'text/plain; charset=utf-8'],
    ['*/*', 'text/plain; charset=utf-8'],
    ['image/png', 'text/plain; charset=utf-8'],
    ['application/json, text/plain, */*', 'text/html; charset=utf-8'],
    ['text/html', 'text/html; charset=utf-8'],
    ['text/html;q=0, */*', 'text/plain; charset=utf-8'],
  ])('for Accept %s are %s', async (accept, type) => {
    const neuron = await startHost();
    const answer = await call(neuron, 'Account/Info', { headers: { accept } });
    expect([answer.status, answer.headers['content-type']]).toEqual([401, type]);
  });
});

describe('bodies', () => {
  const mismatch = { status: 400, text: 'Payload does not conform to specification.' };
  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{"token":"x"}', { status: 403 }],
    ['JSON of another type', { 'content-type': 'application/vnd.x+json' }, '{"token":"x"}', { status: 403 }],
    [
      'JSON in UTF-16',
      { 'content-type': 'application/json; charset=utf-16' },
      Buffer.from('{"token":"x"}', 'utf16le'),
      { status: 403 },
    ],
    [
      'an unquoted name, a comment, a trailing comma',
      { 'content-type': 'application/json' },
      '{token:"x",/*y*/}',
      { status: 403 },
    ],
    [
      'truncated JSON',
      { 'content-type': 'application/json' },
      '{"token":',
      { status: 400, text: 'Unexpected end of JSON.' },
    ],
    ['broken JSON', { 'content-type': 'application/json' }, '{"token" 1}', { status: 400, text: 'Invalid JSON.' }],
    [
      'JSON and more',
      { 'content-type': 'application/json' },
      '{} x',
      { status: 400, text: 'Unexpected content at end of string.' },
    ],
    ['an unknown member', { 'content-type': 'application/json' }, '{"token":"x","y":null}', mismatch],
    ['a member in other letters', { 'content-type': 'application/json' }, '{"Token":"x"}', mismatch],
    ['a list', { 'content-type': 'application/json' }, '[]', mismatch],
    ['nothing', { 'content-type': 'application/json' }, '', mismatch],
    ['text', { 'content-type': 'text/plain' }, '{"token":"x"}', mismatch],
    ['an oddly written type', { 'content-type': 'Application/JSON' }, '{"token":"x"}', mismatch],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'token=x', { status: 403 }],
    ['an unknown charset', { 'content-type': 'application/json; charset=klingon' }, '{}', { status: 500 }],
    [
      'an unknown encoding',
      { 'content-type': 'application/json', 'content-encoding': 'snappy' },
      '{}',
      { status: 415, text: 'Content-Encoding not supported.' },
    ],
    [
      'a gzip encoding',
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      gzipSync('{"token":"x"}'),
      { status: 403 },
    ],
    ['broken gzip', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 'zzz', { status: 400 }],
  ])('%s', async (_, headers, body, expected) => {
    const neuron = await startHost();
    const answer = await request(`${neuron.url}/Agent/Account/AuthenticateJwt`, { method: 'POST', headers, body });
    const text = await answer.body.text();
    expect({ status: answer.statusCode, ...('text' in expected && { text }) }).toEqual(expected);
  });

  it('without a type are bytes, which match nothing', async () => {
    const neuron = await startHost();
    const text = await rawRequest(
      portOf(neuron.url),
      ['POST /Agent/Account/AuthenticateJwt HTTP/1.1', `Host: ${neuron.host}`, 'Content-Length: 2'],
      '{}',
    );
    expect(text).toMatch(/^HTTP\/1.1 400 /);
  });

  it('that unpack to too much are refused', async () => {
    const neuron = await startHost();
    const answer = await call(neuron, 'Account/AuthenticateJwt', {
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(20 * 1024 * 1024, 32)),
    });
    expect(answer.status).toBe(413);
  });
});

describe('the wire', () => {
  it.each([
    [
      'a POST without a length',
      'POST /Agent/Account/Login HTTP/1.1\r\nHost: x\r\n\r\n',
      '411',
      'Content Length required.',
    ],
    [
      'an announced 20 GB',
      'POST /Agent/Account/Login HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000000\r\n\r\n',
      '413',
      '',
    ],
    ['70 KB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`, '431', ''],
    [
      'another transfer encoding',
      'POST /Agent/Account/Login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n',
      '501',
      '',
    ],
    [
      'a length that is none',
      'POST /Agent/Account/Login HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n',
      '400',
      '',
    ],
    ['an unknown version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', '505', ''],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n', '405', 'Invalid method.'],
    ['no HTTP', '\x16\x03\x01\x02 TLS?\r\n\r\n', '4', ''],
  ])('%s', async (_, text, status, body) => {
    const neuron = await startHost();
    const answer = await raw(portOf(neuron.url), text);
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer.endsWith(body)).toBe(true);
    expect(answer).toContain('Connection: close');
  });

  it('carries a compressed answer where the caller takes one', async () => {
    const neuron = await startHost();
    const answer = await request(`${neuron.url}/Agent/Account/DomainInfo`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const plain = gunzipSync(Buffer.from(await answer.body.arrayBuffer()));
    expect(JSON.parse(plain.toString())).toMatchObject({ domain: neuron.domain });
  });

  it('carries no body for HEAD', async () => {
    const neuron = await startHost();
    const answer = await rawRequest(portOf(neuron.url), [
      'HEAD /Agent/Account/DomainInfo HTTP/1.1',
      `Host: ${neuron.host}`,
    ]);
    expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(answer.endsWith('\r\n\r\n')).toBe(true);
  });
});

describe('DomainInfo', () => {
  it('speaks the language of the caller', async () => {
    const neuron = await startHost();
    const english = await call(neuron, 'Account/DomainInfo', { method: 'GET' });
    const swedish = await call(neuron, 'Account/DomainInfo', {
      method: 'GET',
      headers: { 'accept-language': 'da, sv-SE;q=0.8, en;q=0.5' },
    });
    expect(english.json).toEqual({
      domain: 'reference-neuron.test',
      useEncryption: false,
      humanReadableName: 'Reference Neuron',
      humanReadableDescription: expect.any(String),
    });
    expect(swedish.json.humanReadableName).toBe('Referensneuron');
    expect(english.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });
});
