import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/model/operator-error.ts';
import { connectNeuron } from '../../src/peers/neuron/index.ts';
import { makeCertificates } from './support/certificates.ts';
import { client, httpHost, httpsHost, listen, never, post, rawHost } from './support/peers.ts';

const WHAT = 'POST /Agent/Account/Login';
const result = async (origin: string, options: Parameters<typeof client>[1] = {}) => {
  const { answer, failure } = await client(origin, options).send(post(), never);
  return { answer, failure };
};

describe('a target that fails is data', () => {
  it('when it refuses connections', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await new Promise(resolve => server.close(resolve));
    const origin = `http://127.0.0.1:${port}`;
    const message = `Nothing listens at ${origin}: the connection was refused; check that the host runs, and its port.`;
    expect(await result(origin)).toEqual({ answer: null, failure: { kind: 'refused', message } });
    const byName = await result(origin.replace('127.0.0.1', 'localhost'));
    expect(byName.failure?.kind).toBe('refused');
  });

  it('when its name has no address', async () => {
    const { answer, failure } = await result('https://no-such-neuron.invalid');
    expect(answer).toBeNull();
    expect(failure?.kind).toBe('dns');
    expect(failure?.message).toMatch(/no-such-neuron\.invalid/);
  });

  it('when it hangs before the answer', async () => {
    const origin = await rawHost(() => {});
    const message = `${origin}: no answer came to ${WHAT} within 80 ms; check the host's load, or raise the timeout.`;
    expect(await result(origin, { timeout: 80 })).toEqual({ answer: null, failure: { kind: 'timeout', message } });
  });

  it('when it hangs in the middle of the answer', async () => {
    const origin = await rawHost(socket => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'));
    });
    expect(await result(origin, { timeout: 80 })).toEqual({
      answer: { status: 200, headers: [['Content-Length', '100']], body: { text: 'half', bytes: 4, truncated: false } },
      failure: {
        kind: 'timeout',
        message: `${origin}: the answer did not end to ${WHAT} within 80 ms; check the host's load, or raise the timeout.`,
      },
    });
  });

  it('when TLS does not come about in time', async () => {
    const origin = (await rawHost(() => {})).replace('http:', 'https:');
    const { failure } = await result(origin, { timeout: 80 });
    expect(failure?.kind).toBe('timeout');
  });

  it('when it closes before the answer', async () => {
    const origin = await rawHost(socket => socket.once('data', () => socket.end()));
    const message = `${origin} closed the connection before it answered ${WHAT}; look at the host's log for the reason.`;
    expect(await result(origin)).toEqual({ answer: null, failure: { kind: 'reset', message } });
  });

  it('when it resets the connection', async () => {
    const origin = await rawHost(socket => socket.once('data', () => socket.resetAndDestroy()));
    expect((await result(origin)).failure?.kind).toBe('reset');
  });

  it.each([
    ['by length', 'Content-Length: 100\r\n\r\nhalf'],
    ['by chunks', 'Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  ])('when it closes half-way through an answer framed %s', async (_, rest) => {
    const origin = await rawHost(socket => socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${rest}`)));
    const { answer, failure } = await result(origin);
    expect(answer?.body).toEqual({ text: 'half', bytes: 4, truncated: false });
    expect(failure).toEqual({
      kind: 'truncated',
      message: `${origin} closed the connection in the middle of its answer to ${WHAT}; what came is kept.`,
    });
  });

  it('when it does not speak HTTP', async () => {
    const origin = await rawHost(socket => socket.end('220 mail.example ESMTP\r\n'));
    const { answer, failure } = await result(origin);
    expect(answer).toBeNull();
    expect(failure?.kind).toBe('protocol');
    expect(failure?.message).toContain(`${origin} answered ${WHAT} with something that is not HTTP`);
  });

  it('when the caller ends the run', async () => {
    const origin = await rawHost(socket =>
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf')),
    );
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 60);
    const { answer, failure } = await client(origin).send(post(), stop.signal);
    expect(answer?.body.text).toBe('half');
    expect(failure).toEqual({ kind: 'aborted', message: `${WHAT} was given up because the run was ended.` });
  });

  it('and the next exchange starts afresh', async () => {
    let calls = 0;
    const origin = await httpHost((request, response) => {
      calls += 1;
      if (calls === 1) request.socket.destroy();
      else response.end('ok');
    });
    const neuron = client(origin);
    expect((await neuron.send(post(), never)).failure?.kind).toBe('reset');
    expect((await neuron.send(post(), never)).answer?.body.text).toBe('ok');
  });
});

describe('a caller who has ended the run', () => {
  it('gets nothing sent', async () => {
    let connections = 0;
    const origin = await rawHost(() => {
      connections += 1;
    });
    await expect(client(origin).send(post(), AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(connections).toBe(0);
  });
});

describe('TLS', () => {
  const { ca, key, cert, otherName, expired } = makeCertificates();
  const answer = (_: unknown, response: import('node:http').ServerResponse) => response.end('ok');

  it('refuses an unknown authority and says how to name it', async () => {
    const origin = await httpsHost(key, cert, answer);
    expect(await result(origin)).toEqual({
      answer: null,
      failure: {
        kind: 'tls',
        message: `The certificate of ${origin} is signed by an authority that this machine does not know (UNABLE_TO_VERIFY_LEAF_SIGNATURE); if it is a private one, give its certificate with --ca FILE (PEM).`,
      },
    });
  });

  it('refuses an authority other than the one given', async () => {
    const origin = await httpsHost(key, cert, answer);
    const { failure } = await result(origin, { ca: makeCertificates().ca });
    expect(failure?.message).toContain('the file given with --ca does not hold the authority that signed it');
  });

  it('refuses a certificate for another name', async () => {
    const origin = await httpsHost(key, otherName, answer);
    const message = `The certificate of ${origin} is made out to other names than localhost; use a name that it carries, or renew it.`;
    expect(await result(origin, { ca })).toEqual({ answer: null, failure: { kind: 'tls', message } });
  });

  it('refuses an expired certificate', async () => {
    const origin = await httpsHost(key, expired, answer);
    const message = `The certificate of ${origin} has expired; the host needs a new one.`;
    expect(await result(origin, { ca })).toEqual({ answer: null, failure: { kind: 'tls', message } });
  });

  it('says that a port speaks plain HTTP', async () => {
    const origin = (await httpHost(answer)).replace('http:', 'https:');
    const message = `${origin} does not speak TLS on this port; check the port, or write http:// where the host is on this machine.`;
    expect(await result(origin)).toEqual({ answer: null, failure: { kind: 'tls', message } });
  });

  it('does not fall back from a plain request to a TLS port', async () => {
    const origin = (await httpsHost(key, cert, answer)).replace('https:', 'http:');
    const { failure } = await result(origin);
    expect(['protocol', 'reset']).toContain(failure?.kind);
  });

  it('takes no file that is not PEM', () => {
    expect(() => connectNeuron({ origin: 'https://localhost', ca: 'hello' })).toThrow(OperatorError);
    const torn = ca.slice(0, 200) + ca.slice(300);
    expect(() => connectNeuron({ origin: 'https://localhost', ca: torn })).toThrow(OperatorError);
  });

  it('stays bounded when nobody answers the handshake', async () => {
    const port = await listen(createServer(socket => socket.end('not TLS at all')));
    const { failure } = await result(`https://localhost:${port}`);
    expect(failure?.kind).toBe('tls');
  });
});
