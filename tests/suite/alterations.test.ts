import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { BODY_ALTERATIONS, TEXT_ALTERATIONS, TOKEN_ALTERATIONS } from '../../src/suite/index.ts';

const KEY = new TextEncoder().encode('a key that only the host knows, 32+');
const token = await new SignJWT({ jti: 'one' })
  .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
  .setIssuer('neuron.example.com')
  .setSubject('alice@neuron.example.com')
  .setIssuedAt(1_700_000_000)
  .setExpirationTime(1_700_003_600)
  .sign(KEY);
const NOW = new Date(1_700_000_100_000);

const verified = (text: string) => jwtVerify(text, KEY, { currentDate: NOW, algorithms: ['HS256'] });

/** Whether three parts are there and the first two hold JSON objects. */
function isWellFormed(text: string): boolean {
  try {
    decodeProtectedHeader(text);
    decodeJwt(text);
    return text.split('.').length === 3;
  } catch {
    return false;
  }
}

test('the token that is altered is good to begin with', async () => {
  expect((await verified(token)).payload.sub).toBe('alice@neuron.example.com');
});

describe.each(TOKEN_ALTERATIONS)('the token alteration $id', ({ alter, headers, failedCredentials }) => {
  const altered = alter(token);

  test('is refused by an independent verifier, or changes the header around it alone', async () => {
    if (altered === token) expect(headers).toBeDefined();
    else await expect(verified(altered)).rejects.toThrow();
  });

  test('counts as a failed credential exactly when it can be read as a token', () => {
    if (headers === undefined) expect(isWellFormed(altered)).toBe(failedCredentials === 1);
    else expect(failedCredentials).toBe(0);
  });

  test('does something with any text', () => {
    for (const text of ['', 'x', 'a.b', 'a.b.c', '...']) expect(typeof alter(text)).toBe('string');
  });
});

describe.each(BODY_ALTERATIONS)('the body alteration $id', ({ alter }) => {
  test('is no JSON object', () => {
    const body = alter('{"a":1}');
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      value = undefined;
    }
    expect(typeof value === 'object' && value !== null && !Array.isArray(value)).toBe(false);
  });
});

test('no two alterations have the same name', () => {
  const ids = [...TOKEN_ALTERATIONS, ...BODY_ALTERATIONS].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('a name written otherwise', () => {
  const written = (way: string, name: string) => TEXT_ALTERATIONS.find(({ id }) => id === way)?.alter(name);

  test('in full width is the same name once its compatibility forms are folded', () => {
    expect(written('full-width', 'nora.42')).toBe('ｎｏｒａ.４２');
    expect(written('full-width', 'nora.42')?.normalize('NFKC')).toBe('nora.42');
  });

  test('in Cyrillic has an accent of its own, and no two letters become one', () => {
    expect(written('cyrillic', 'nora.42')).toBe('н\u0301ора.42');
    const alphabet = written('cyrillic', 'abcdefghijklmnopqrstuvwxyz') ?? '';
    expect(new Set(alphabet.replace('\u0301', '')).size).toBe(26);
  });
});
