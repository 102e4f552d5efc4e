import { describe, expect, it } from 'vitest';
import { makeCertificates } from './support/certificates.ts';
import { client, httpHost, httpsHost, never, post, rawHost } from './support/peers.ts';

/** Answers every request with what came over the wire, header lines as they were. */
const echo = () =>
  httpHost((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, rawHeaders } = request;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ method, url, rawHeaders, body: Buffer.concat(chunks).toString() }));
    });
  });

describe('an exchange', () => {
  it('is recorded whole', async () => {
    const origin = await rawHost(socket => {
      socket.once('data', () => {
        socket.end(
          'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Twice: a\r\nx-twice: b\r\nContent-Length: 12\r\n\r\n{"jwt":"é"}',
        );
      });
    });
    const exchange = await client(origin, { now: () => 1_722_587_531_000 }).send(post(), never);
    expect(exchange).toEqual({
      id: 'suite/step/1',
      endpoint: 'Account/Login',
      actor: 'alice',
      startedAt: 1_722_587_531_000,
      request: {
        method: 'POST',
        url: `${origin}/Agent/Account/Login`,
        headers: [
          ['host', origin.slice('http://'.length)],
          ['Accept', 'application/json'],
          ['Content-Type', 'application/json'],
          ['content-length', '20'],
        ],
        body: { text: '{"userName":"alice"}', bytes: 20, truncated: false },
      },
      answer: {
        status: 200,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Twice', 'a'],
          ['x-twice', 'b'],
          ['Content-Length', '12'],
        ],
        body: { text: '{"jwt":"é"}', bytes: 12, truncated: false },
        value: { jwt: 'é' },
      },
      failure: null,
      timings: { connect: expect.any(Number), firstByte: expect.any(Number), whole: expect.any(Number) },
    });
  });

  it('writes headers in the given order and case, one name twice, and another Host', async () => {
    const { answer, request } = await client(await echo()).send(
      post({
        headers: [
          ['Authorization', 'Bearer one'],
          ['accept', 'application/json'],
          ['Host', 'wrong.example'],
          ['AUTHORIZATION', 'Bearer two'],
        ],
        body: 'x',
      }),
      never,
    );
    const wire = [
      ['host', 'wrong.example'],
      ['Authorization', 'Bearer one'],
      ['accept', 'application/json'],
      ['AUTHORIZATION', 'Bearer two'],
      ['content-length', '1'],
    ];
    expect(answer?.value).toEqual({
      method: 'POST',
      url: '/Agent/Account/Login',
      rawHeaders: [wire[0], ['connection', 'keep-alive'], ...wire.slice(1)].flat(),
      body: 'x',
    });
    expect(request.headers).toEqual([['Host', 'wrong.example'], ...wire.slice(1)]);
  });

  it('sends a body of bytes as they are and records what is not UTF-8 as base64', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x41]);
    const origin = await httpHost((request, response) => request.pipe(response));
    const { request, answer } = await client(origin).send(post({ body: bytes }), never);
    const body = { text: '\ufffd\ufffd\u0000A', bytes: 4, truncated: false, base64: '//4AQQ==' };
    expect(request.body).toEqual(body);
    expect(answer?.body).toEqual(body);
  });

  it('has the timings of a connection only in the exchange that made it', async () => {
    const origin = (await echo()).replace('127.0.0.1', 'localhost');
    const neuron = client(origin);
    const first = await neuron.send(post(), never);
    const second = await neuron.send(post(), never);
    expect(Object.keys(first.timings)).toEqual(['dns', 'connect', 'firstByte', 'whole']);
    expect(Object.keys(second.timings)).toEqual(['firstByte', 'whole']);
  });

  it('does not follow a redirect', async () => {
    const asked: string[] = [];
    const origin = await httpHost((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    const { answer } = await client(origin).send(post(), never);
    expect(answer?.status).toBe(307);
    expect(asked).toEqual(['/Agent/Account/Login']);
  });

  it('skips interim answers', async () => {
    const origin = await rawHost(socket => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\nA: b\r\n\r\n'),
      );
    });
    const { answer, failure } = await client(origin).send(post(), never);
    expect({ answer, failure }).toEqual({
      answer: { status: 204, headers: [['A', 'b']], body: { text: '', bytes: 0, truncated: false } },
      failure: null,
    });
  });

  it('waits for the first byte as long as the host takes', async () => {
    const origin = await httpHost((request, response) => {
      request.resume();
      setTimeout(() => response.end('later'), 120);
    });
    const { timings } = await client(origin).send(post(), never);
    expect(timings.firstByte).toBeGreaterThanOrEqual(115);
    expect(timings.whole).toBeGreaterThanOrEqual(timings.firstByte ?? Infinity);
  });

  it.each([
    ['application/json', '{"a":1', undefined],
    ['application/json', '17', 17],
    ['text/plain', '17', undefined],
    ['text/plain', ' [1]', [1]],
    ['application/json', `${'['.repeat(300)}${']'.repeat(300)}`, undefined],
    ['application/json', `["${'['.repeat(300)}"]`, ['['.repeat(300)]],
    ['application/json', `[${'"]",'.repeat(300)}${'['.repeat(300)}${']'.repeat(300)}]`, undefined],
  ])('of type %s with body %.20s has the value %s', async (type, text, value) => {
    const origin = await httpHost((_, response) => response.writeHead(200, { 'Content-Type': type }).end(text));
    const { answer } = await client(origin).send(post(), never);
    expect(answer?.value).toEqual(value);
  });

  it('is an error of ours when it cannot be written', async () => {
    const neuron = client(await echo());
    await expect(neuron.send(post({ headers: [['X-Split', 'a\r\nb']] }), never)).rejects.toThrow(
      'invalid X-Split header',
    );
  });
});

describe('an exchange over TLS', () => {
  const { ca, key, cert } = makeCertificates();

  it('trusts an own authority and times the handshake', async () => {
    const origin = await httpsHost(key, cert, (_, response) => response.end('ok'));
    const { answer, failure, timings } = await client(origin, { ca }).send(post(), never);
    expect({ status: answer?.status, failure }).toEqual({ status: 200, failure: null });
    expect(Object.keys(timings)).toEqual(['dns', 'connect', 'tls', 'firstByte', 'whole']);
  });

  it('keeps the name in the handshake when it sends another Host', async () => {
    const seen: unknown[] = [];
    const origin = await httpsHost(key, cert, (request, response) => {
      const socket = request.socket as import('node:tls').TLSSocket & { servername?: string };
      seen.push([request.headers.host, socket.servername]);
      response.end('ok');
    });
    const neuron = client(origin, { ca });
    await neuron.send(post(), never);
    const { timings, failure } = await neuron.send(post({ headers: [['Host', 'wrong.example']] }), never);
    expect(failure).toBeNull();
    expect(seen).toEqual([
      [neuron.host, 'localhost'],
      ['wrong.example', 'localhost'],
    ]);
    expect(timings.tls).toBeUndefined();
  });

  it('reaches a host by its address', async () => {
    const origin = await httpsHost(key, cert, (_, response) => response.end('ok'));
    const neuron = client(origin.replace('localhost', '127.0.0.1'), { ca });
    expect((await neuron.send(post(), never)).failure).toBeNull();
    expect((await neuron.send(post({ headers: [['Host', 'wrong.example']] }), never)).failure).toBeNull();
  });
});
