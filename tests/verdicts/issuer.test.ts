import { expect, test } from 'vitest';
import { tokenClaims } from '../../src/checks/token/token-claims.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const judged = (iss: string): readonly string[] => {
  const claims = { jti: 'a', iss, sub: `alice@${iss}`, iat: 1_700_000_000, exp: 1_700_003_600 };
  const evidence = {
    answer: { status: 200 },
    value: { jwt: `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}.c2ln` },
    sent: { userName: 'alice' },
    actor: null,
    spec: { endpoint: 'Account/Login' },
  };
  return tokenClaims.evaluate(evidence as never).map(({ message }) => message);
};

test('a host that names no domain may be the issuer by its name and port', () => {
  expect(judged('neuron.example.com')).toEqual([]);
  expect(judged('127.0.0.1:8088')).toEqual([]);
});

test('a URL is no issuer', () => {
  expect(judged('https://neuron.example.com/')).not.toEqual([]);
});
