import { jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseJwt, signJwt } from '../../src/reference-neuron/security/jwt.ts';
import { call, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

// RFC 7515, appendix A.1: the JWS that the standard itself prints.
const RFC_KEY = Buffer.from(
  'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  'base64url',
);
const RFC_TOKEN =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('JSON Web Tokens', () => {
  it('agree with the example of the standard', async () => {
    const { hasGoodSignature } = await import('../../src/reference-neuron/security/jwt.ts');
    const token = parseJwt(RFC_TOKEN);
    expect(token?.claims).toEqual({ iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true });
    expect(token && hasGoodSignature(token, RFC_KEY)).toBe(true);
    expect(token && hasGoodSignature(token, Buffer.from('another key'))).toBe(false);
  });

  it('are verified by another implementation', async () => {
    const key = Buffer.from('0123456789abcdef0123456789abcdef');
    const text = signJwt({ typ: 'JWT', alg: 'HS256' }, { sub: 'å@x', exp: 4102444800 }, key);
    const { payload, protectedHeader } = await jwtVerify(text, key);
    expect(payload).toEqual({ sub: 'å@x', exp: 4102444800 });
    expect(protectedHeader).toEqual({ typ: 'JWT', alg: 'HS256' });
  });

  it.each(['', 'a', 'a.b', 'a.b.c', '..', 'e30.e30', 'e30.e30.x.y', 'W10.e30.x', 'e30.ZZ.x', 'e30.e30.%%'])(
    'are not %j',
    text => {
      expect(parseJwt(text)).toBeUndefined();
    },
  );
});

describe('a session', () => {
  it('has the claims of a Neuron', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('Alice'));
    const [, payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims).toEqual({
      jti: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      iss: neuron.domain,
      sub: `Alice@${neuron.domain}`,
      iat: expect.any(Number),
      exp: claims.iat + 3600,
    });
  });

  it('ends in the second that it names', async () => {
    let now = Date.UTC(2030, 0, 1, 12, 0, 0, 500);
    const neuron = await startHost({ now: () => now });
    const alice = person('alice');
    await member(neuron, alice);
    const { jwt, expires } = (await call(neuron, 'Account/Login', { body: loginBody(neuron, alice, { seconds: 2 }) }))
      .json;
    expect(expires).toBe(Date.UTC(2030, 0, 1, 12, 0, 2) / 1000);
    now = Date.UTC(2030, 0, 1, 12, 0, 1, 999);
    expect(await call(neuron, 'Account/Info', { token: jwt })).toMatchObject({ status: 200 });
    now = Date.UTC(2030, 0, 1, 12, 0, 2);
    const { status, headers } = await call(neuron, 'Account/Info', { token: jwt });
    expect([status, headers['www-authenticate']]).toEqual([
      401,
      `Bearer realm="${neuron.domain}", error="invalid_token", error_description="Token has expired."`,
    ]);
  });

  it('is not opened by a token of another make', async () => {
    const neuron = await startHost({ audit: null });
    const token = await member(neuron, person('alice'));
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const altered = Buffer.from(JSON.stringify({ ...claims, sub: `bob@${neuron.domain}` })).toString('base64url');
    const own = await new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'HS256' }).sign(Buffer.alloc(32, 1));
    const refused = {
      unsigned: new UnsecuredJWT(claims).encode(),
      'of another key': own,
      'with another payload': `${header}.${altered}.${signature}`,
      'with half a signature': `${header}.${payload}.${signature.slice(0, 20)}`,
      'without a signature': `${header}.${payload}.`,
      garbage: 'garbage',
    };
    for (const [name, jwt] of Object.entries(refused)) {
      expect([name, (await call(neuron, 'Account/Info', { token: jwt })).status]).toEqual([name, 401]);
    }
    expect(await call(neuron, 'Account/Info', { headers: { authorization: `bearer ${token}` } })).toMatchObject({
      status: 200,
    });
    expect(await call(neuron, 'Account/Info', { headers: { authorization: `Basic ${token}` } })).toMatchObject({
      status: 401,
    });
  });

  it('is described by AuthenticateJwt as it is', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('alice'));
    const [header, payload = '', signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const { json } = await call(neuron, 'Account/AuthenticateJwt', { body: { token } });
    expect(json).toEqual({
      header,
      payload,
      signature,
      algorithm: 'HS256',
      claims,
      type: 'JWT',
      issuer: claims.iss,
      subject: claims.sub,
      id: claims.jti,
      audience: null,
      expiration: claims.exp,
      notBefore: null,
      issuedAt: claims.iat,
    });
    expect((await call(neuron, 'Account/AuthenticateJwt', { token })).json).toEqual(json);
    expect(await call(neuron, 'Account/AuthenticateJwt')).toMatchObject({ status: 401 });
    expect(await call(neuron, 'Account/AuthenticateJwt', { body: { token: `${token}x` } })).toMatchObject({
      status: 403,
    });
  });
});
