import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReferenceNeuron } from '../../src/reference-neuron/index.ts';
import { desk, diagnose, keysOf, neuron, rewritingProxy } from './support/world.ts';

const PROBLEM = { status: 2, ready: false };

/** Creates an account and verifies it, without any code of the product's. */
async function verifiedAccount({ url, host, apiKey, apiSecret, inspect }: ReferenceNeuron) {
  const account = { userName: 'alice', eMail: 'alice@example.com', password: 'correct-horse-battery' };
  const nonce = 'n'.repeat(40);
  const text = [account.userName, host, account.eMail, account.password, apiKey, nonce].join(':');
  const signature = createHmac('sha256', apiSecret).update(text).digest('base64');
  const post = async (path: string, body: object, token = '') => {
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
    };
    const response = await fetch(`${url}/Agent/Account/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(response.status, await response.clone().text()).toBe(200);
    return response.json() as Promise<{ jwt: string }>;
  };
  const { jwt } = await post('Create', { ...account, apiKey, nonce, signature, seconds: 60 });
  const code = /\b\d{6}\b/.exec(inspect.letters()[0]?.text ?? '')?.[0];
  await post('VerifyEMail', { eMail: account.eMail, code }, jwt);
  return { NEURON_USER: account.userName, NEURON_EMAIL: account.eMail, NEURON_PASSWORD: account.password };
}

describe('a proxy that rewrites Host', () => {
  it('is named, with what it writes, when that is the name of the domain', async () => {
    const host = await neuron();
    const proxy = await rewritingProxy(host.host, () => host.domain);
    const { of, next, ...told } = await diagnose({ NEURON_HOST: proxy, ...keysOf(host) });
    expect(told).toMatchObject(PROBLEM);
    expect(of('Signature')?.said).toBe(
      `A proxy on the way rewrites the Host header: the host refuses a signature made for "${proxy}", which we send, but takes one made for "${host.domain}".`,
    );
    expect(next).toBe(
      `Have the proxy pass the Host header unchanged (nginx: proxy_set_header Host $http_host), or make "${host.domain}" the target.`,
    );
    expect(host.inspect.failures('127.0.0.1')).toBeLessThanOrEqual(3);
  });

  it('is suspected when it writes a name that nobody knows', async () => {
    const host = await neuron();
    const proxy = await rewritingProxy(host.host, () => 'internal.upstream:8443', { Via: '1.1 edge' });
    const { of, next, ...told } = await diagnose({ NEURON_HOST: proxy, ...keysOf(host) });
    expect(told).toMatchObject(PROBLEM);
    expect(of('Signature')?.said).toBe(
      `The host refuses signatures made with the API key for "${proxy}" and "${host.domain}": NEURON_API_SECRET is wrong, or a proxy on the way rewrites the Host header that every signature covers. There is a proxy (via: 1.1 edge).`,
    );
    expect(next).toBe(
      'Have the proxy pass the Host header unchanged (nginx: proxy_set_header Host $http_host); if it does, correct NEURON_API_SECRET.',
    );
  });

  it('is certain, whatever it writes, when an account can log in by its password alone', async () => {
    const host = await neuron();
    const account = await verifiedAccount(host);
    const proxy = await rewritingProxy(host.host, () => 'internal.upstream:8443');
    const { of, next } = await diagnose({ NEURON_HOST: proxy, ...account });
    expect(of('Signature')?.said).toBe(
      `A proxy on the way rewrites the Host header: the host refuses a signature made for "${proxy}", which we send, although the password itself is right.`,
    );
    expect(next).toContain("or make the host's own name the target.");
    expect(host.inspect.failures('127.0.0.1')).toBeLessThanOrEqual(3);
  });

  it('is not suspected when it passes Host unchanged', async () => {
    const host = await neuron();
    const proxy = await rewritingProxy(host.host, ({ headers }) => headers.host ?? '');
    const { ready, of } = await diagnose({ NEURON_HOST: proxy, ...keysOf(host) });
    expect(of('Signature')).toEqual({
      name: 'Signature',
      outcome: 'fine',
      said: `the host takes signatures made with the API key for "${proxy}"`,
    });
    expect(ready).toBe(true);
  });
});

describe('credentials', () => {
  it('that are wrong are told, at the cost of three failures at most', async () => {
    const host = await neuron();
    const { of, next, ...told } = await diagnose({
      NEURON_HOST: host.url,
      NEURON_API_KEY: host.apiKey,
      NEURON_API_SECRET: 'not-the-secret',
    });
    expect(told).toMatchObject(PROBLEM);
    expect(of('Signature')?.said).toContain('NEURON_API_SECRET is wrong, or a proxy');
    expect(next).toBe(
      'Compare NEURON_API_SECRET with what the operator gave out; if it is right, look for a proxy that does not pass the Host header unchanged.',
    );
    expect(host.inspect.failures('127.0.0.1')).toBe(2);
    expect(host.inspect.accounts()).toEqual([]);
  });

  it('of an account that are wrong are told', async () => {
    const host = await neuron();
    const account = await verifiedAccount(host);
    const { next } = await diagnose({ NEURON_HOST: host.url, ...account, NEURON_PASSWORD: 'not-the-password' });
    expect(next).toContain('Compare NEURON_PASSWORD');
    expect(host.inspect.failures('127.0.0.1')).toBeLessThanOrEqual(3);
  });

  it('that are right leave one account behind, however often the doctor is asked', async () => {
    const host = await neuron();
    const at = desk();
    for (let time = 0; time < 4; time++) {
      const { ready } = await diagnose({ NEURON_HOST: host.url, ...keysOf(host) }, at);
      expect(ready).toBe(true);
    }
    expect(host.inspect.accounts().map(({ userName }) => userName)).toEqual([
      expect.stringMatching(/^doctor-[0-9a-f]{12}$/),
    ]);
    expect(host.inspect.failures('127.0.0.1')).toBe(0);
  });

  it('whose quota is used up are told from wrong ones', async () => {
    const host = await neuron({ accountLimit: 0 });
    const { of, ready } = await diagnose({ NEURON_HOST: host.url, ...keysOf(host) });
    expect(of('Signature')).toMatchObject({
      outcome: 'warning',
      said: expect.stringContaining('says 403: The account limit of the API key is reached.'),
    });
    expect(ready).toBe(true);
  });

  it('are not tried any more by a caller whom the host blocks', async () => {
    const host = await neuron({ audit: [{ failures: 1, seconds: 3600 }] });
    const at = desk();
    const env = { NEURON_HOST: host.url, NEURON_API_KEY: host.apiKey, NEURON_API_SECRET: 'wrong' };
    const { next } = await diagnose(env, at);
    expect(next).toBe('Wait until the block ends, or have the operator of the host lift it.');
    expect(host.inspect.failures('127.0.0.1')).toBe(1);
  });
});
