import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { describe, expect, it } from 'vitest';
import type { Observed } from '../../src/reference-neuron/index.ts';
import { call, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';
import { portOf, raw } from './support/raw.ts';

describe('a host', () => {
  it('starts on a port of its own and has nothing in common with others', async () => {
    const [one, two] = [await startHost(), await startHost()];
    const token = await member(one, person('alice'));
    expect(one.url).not.toBe(two.url);
    expect(one.apiKey).not.toBe(two.apiKey);
    expect(await call(two, 'Account/Info', { token })).toMatchObject({ status: 401 });
    expect(two.inspect.accounts()).toEqual([]);
  });

  it('says when it cannot listen', async () => {
    const { url } = await startHost();
    await expect(startHost({ port: portOf(url) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('stops twice, and with callers still connected', async () => {
    const neuron = await startHost();
    const waiting = raw(
      portOf(neuron.url),
      'POST /Agent/Account/Login HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{',
      5_000,
    );
    await new Promise(resolve => setTimeout(resolve, 50));
    await Promise.all([neuron.stop(), neuron.stop()]);
    expect(await waiting).toBe('');
    await expect(fetch(neuron.url)).rejects.toThrow();
  });

  it('tells an observer of each request before it answers', async () => {
    const seen: Observed[] = [];
    const neuron = await startHost({
      observe: async request => {
        await new Promise(resolve => setTimeout(resolve, 5));
        seen.push(request);
      },
    });
    await call(neuron, 'Account/DomainInfo', { method: 'GET' });
    expect(seen).toEqual([{ endpoint: 'Account/DomainInfo', method: 'GET', path: '/Agent/Account/DomainInfo' }]);
    await call(neuron, '/nothing', { method: 'GET' });
    expect(seen[1]).toEqual({ endpoint: null, method: 'GET', path: '/nothing' });
  });

  it('answers many callers at once', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('alice'));
    const to = `alice@${neuron.domain}`;
    const sent = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        call(neuron, 'Xmpp/SendTextMessage', { token, body: { to, message: `${n}` } }),
      ),
    );
    expect(sent.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(neuron.inspect.queue('alice').map(({ id }) => id)).size).toBe(100);
  });

  it('speaks HTTPS with a key and a certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reference-neuron-'));
    const [key, cert] = ['key.pem', 'cert.pem'].map(name => join(folder, name)) as [string, string];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    execFileSync(
      'openssl',
      ['req', '-x509', ...curve, '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', cert],
      { stdio: 'ignore' },
    );
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    rmSync(folder, { recursive: true });
    const neuron = await startHost({ tls });
    expect(neuron.url).toMatch(/^https:/);
    const dispatcher = new Agent({ connect: { ca: tls.cert } });
    const { statusCode, body } = await request(`${neuron.url}/Agent/Account/DomainInfo`, { dispatcher });
    expect([statusCode, await body.json()]).toMatchObject([200, { useEncryption: true }]);
    await dispatcher.close();
    await expect(fetch(`${neuron.url}/Agent/Account/DomainInfo`)).rejects.toThrow();
  });
});

describe('faults of the wire', () => {
  const info = async (fault: string, endpoint = 'Account/DomainInfo') => {
    const neuron = await startHost({ faults: [fault] });
    const token = await member(neuron, person('alice'));
    return raw(
      portOf(neuron.url),
      `POST /Agent/${endpoint} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nAccept: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
    );
  };

  it.each([
    ['info-cut-in-half', 'Account/Info', /Content-Length: (\d+)[\s\S]*\r\n\r\n\{"userName":"alice"[^}]*$/],
    ['pop-messages-cut-in-half', 'Xmpp/PopMessages', /\r\n\r\n\{"Messa$/],
    ['clear-messages-promises-less', 'Xmpp/ClearMessages', /Content-Length: 4\r\n[\s\S]*\r\n\r\n\{"count":0\}$/],
    ['logout-resets', 'Account/Logout', /^$/],
    ['info-claims-gzip', 'Account/Info', /Content-Encoding: gzip[\s\S]*\{"userName"/],
  ])('show: %s', async (fault, endpoint, expected) => {
    expect(await info(fault, endpoint).catch(() => '')).toMatch(expected);
  });
});

describe('a restart', () => {
  const afterRestart = async (faults: readonly string[]) => {
    const neuron = await startHost({ faults });
    const alice = person('alice');
    const token = await member(neuron, alice);
    const body = loginBody(neuron, alice);
    await call(neuron, 'Account/Login', { body });
    await call(neuron, 'Account/Logout', { token });
    await neuron.restart();
    // The client's pool has to notice that its connections are gone.
    await new Promise(resolve => setTimeout(resolve, 50));
    const [again, info] = [
      await call(neuron, 'Account/Login', { body }),
      await call(neuron, 'Account/Info', { token }),
    ];
    return [again.status, info.status];
  };

  it('loses neither nonces nor log-outs', async () => {
    expect(await afterRestart([])).toEqual([400, 401]);
    expect(await afterRestart(['nonce-forgotten-by-restart'])).toEqual([200, 401]);
    expect(await afterRestart(['logout-forgotten-by-restart'])).toEqual([400, 200]);
  });
});
