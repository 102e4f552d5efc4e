import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { client, httpHost, never, post } from './support/peers.ts';

const MIB = 1024 * 1024;

const coded = (coding: string, bytes: Buffer) =>
  httpHost((_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': coding }).end(bytes),
  );

describe('the bounds of an answer', () => {
  it('stop at 1 MiB of 50 MB and keep what came', async () => {
    let written = 0;
    const origin = await httpHost((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const more = () => {
        while (written < 50_000_000 && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    const { answer, failure } = await client(origin).send(post(), never);
    expect(answer?.status).toBe(200);
    expect(answer?.body).toEqual({ text: 'a'.repeat(MIB), bytes: MIB, truncated: true });
    expect(failure).toEqual({
      kind: 'too-large',
      message: `The answer to POST /Agent/Account/Login is larger than ${MIB} bytes; reading stopped there (maxBytes raises the bound).`,
    });
    expect(written).toBeLessThan(20_000_000);
  });

  it('accept a body of exactly the bound', async () => {
    const origin = await httpHost((_, response) => response.end('x'.repeat(1000)));
    const { answer, failure } = await client(origin, { maxBytes: 1000 }).send(post(), never);
    expect({ bytes: answer?.body.bytes, failure }).toEqual({ bytes: 1000, failure: null });
  });

  it('do not tear a character', async () => {
    const origin = await httpHost((_, response) => response.end('é'.repeat(10)));
    const { answer } = await client(origin, { maxBytes: 5 }).send(post(), never);
    expect(answer?.body).toEqual({ text: 'éé', bytes: 5, truncated: true });
  });

  const bomb = Buffer.alloc(40 * MIB);
  it.each([
    ['gzip', gzipSync(bomb)],
    ['deflate', deflateSync(bomb)],
    ['br', brotliCompressSync(bomb)],
    ['gzip, gzip', gzipSync(gzipSync(bomb))],
  ])('hold for a %s bomb', async (coding, bytes) => {
    const { answer, failure } = await client(await coded(coding, bytes)).send(post(), never);
    expect(answer?.body.bytes).toBe(MIB);
    expect(answer?.body.truncated).toBe(true);
    expect(failure?.kind).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync('{"a":1}')],
    ['deflate', deflateSync('{"a":1}')],
    ['deflate', deflateRawSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
    ['deflate, GZIP', gzipSync(deflateSync('{"a":1}'))],
    ['identity', Buffer.from('{"a":1}')],
  ])('read an honest %s body', async (coding, bytes) => {
    const { answer, failure } = await client(await coded(coding, bytes)).send(post(), never);
    expect({ body: answer?.body, value: answer?.value, failure }).toEqual({
      body: { text: '{"a":1}', bytes: 7, truncated: false },
      value: { a: 1 },
      failure: null,
    });
  });

  it.each([
    ['zstd', Buffer.from('x'), 'its coding "zstd" is none of gzip, deflate and br'],
    ['gzip', Buffer.from('no gzip'), 'it is not valid gzip (incorrect header check)'],
    ['gzip', gzipSync('{"a":1}').subarray(0, 20), 'it is not valid gzip (unexpected end of file)'],
    ['gzip, gzip, gzip', Buffer.from('x'), 'it carries 3 codings (gzip, gzip, gzip)'],
  ])('say why a body coded as %s cannot be read', async (coding, bytes, why) => {
    const { answer, failure } = await client(await coded(coding, bytes)).send(post(), never);
    expect(answer?.status).toBe(200);
    expect(failure).toEqual({
      kind: 'protocol',
      message: `The body of the answer to POST /Agent/Account/Login cannot be read: ${why}.`,
    });
  });

  it('hold for headers', async () => {
    const origin = await httpHost((_, response) => {
      for (let index = 0; index < 40; index++) response.setHeader(`X-${index}`, 'x'.repeat(4000));
      response.end();
    });
    const { answer, failure } = await client(origin).send(post(), never);
    expect({ answer, failure }).toEqual({
      answer: null,
      failure: {
        kind: 'too-large',
        message: 'The header of the answer to POST /Agent/Account/Login is larger than 64 KiB; reading stopped there.',
      },
    });
  });

  it('hold for the request that is recorded', async () => {
    const origin = await httpHost((request, response) => request.resume().on('end', () => response.end()));
    const { request } = await client(origin, { maxBytes: 10 }).send(post({ body: 'x'.repeat(100) }), never);
    expect(request.body).toEqual({ text: 'x'.repeat(10), bytes: 100, truncated: true });
  });
});
