import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignPart, SignRule } from '../../src/contract/spec.ts';
import { newNonce, partLabel, type SignContext, signRequest } from '../../src/peers/neuron/index.ts';

const member = (name: string): SignPart => ({ kind: 'member', name });
const CREATE: readonly SignRule[] = [
  {
    name: 'signature',
    key: 'apiSecret',
    text: [
      member('userName'),
      { kind: 'host' },
      member('eMail'),
      { kind: 'member', name: 'phoneNr', when: 'nonEmpty' },
      member('password'),
      member('apiKey'),
      member('nonce'),
    ],
  },
];
const S1: SignRule = {
  name: 'keySignature',
  key: 'keyPassword',
  text: [
    member('userName'),
    { kind: 'host' },
    { kind: 'property', of: 'key', name: 'localName' },
    { kind: 'property', of: 'key', name: 'namespace' },
    member('keyId'),
  ],
};
const APPLY_ID: readonly SignRule[] = [
  S1,
  {
    name: 'requestSignature',
    key: 'accountPassword',
    text: [
      { kind: 'text', name: 'keySignature' },
      { kind: 'mac', name: 'keySignature' },
      member('nonce'),
      { kind: 'each', member: 'Properties', parts: ['name', 'value'] },
    ],
  },
];

const CREATE_CONTEXT: SignContext = {
  host: 'neuron.example.com',
  members: {
    userName: 'alice',
    eMail: 'alice@example.com',
    password: 'correct-horse-battery-staple',
    apiKey: 'your-api-key',
    nonce: 'random-unique-string-at-least-32-chars',
    seconds: 3600,
  },
  actor: {},
  secrets: { apiSecret: 'your-api-secret' },
};

/** The same MAC, by the openssl command. */
function openssl(secret: string, text: string): string {
  const hexKey = Buffer.from(secret, 'utf8').toString('hex');
  return execFileSync('openssl', ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${hexKey}`, '-binary'], {
    input: Buffer.from(text, 'utf8'),
  }).toString('base64');
}

describe('a signature', () => {
  it('is that of RFC 4231, test case 2', () => {
    const rule: SignRule = { name: 'mac', key: 'apiSecret', text: [member('data')] };
    const sign = (secret: string, data: string) =>
      Buffer.from(
        signRequest([rule], { ...CREATE_CONTEXT, members: { data }, secrets: { apiSecret: secret } }).mac ?? '',
        'base64',
      ).toString('hex');
    expect(sign('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('of Create is the one openssl makes of the quick start', () => {
    const text =
      'alice:neuron.example.com:alice@example.com:correct-horse-battery-staple:your-api-key:random-unique-string-at-least-32-chars';
    const expected = openssl('your-api-secret', text);
    expect(expected).toBe('WCLbiVkTVNsVWZkyCIAdk4P88J1gWsVaW00MCq68GLE=');
    expect(signRequest(CREATE, CREATE_CONTEXT)).toEqual({ signature: expected });
  });

  it('holds the phone number after the e-mail address when there is one', () => {
    const sign = (phoneNr: string | null) =>
      signRequest(CREATE, { ...CREATE_CONTEXT, members: { ...CREATE_CONTEXT.members, phoneNr } });
    const text =
      'alice:neuron.example.com:alice@example.com:+46701234567:correct-horse-battery-staple:your-api-key:random-unique-string-at-least-32-chars';
    expect(sign('+46701234567')).toEqual({ signature: openssl('your-api-secret', text) });
    expect(sign('')).toEqual(signRequest(CREATE, CREATE_CONTEXT));
    expect(sign(null)).toEqual(signRequest(CREATE, CREATE_CONTEXT));
  });

  it('may use an earlier one, its text, and every element of a list', () => {
    const s1 = 'alice:neuron.example.com:8443:ed448:urn:nf:iot:e2e:1.0:key-1';
    const keySignature = openssl('schlüssel', s1);
    const s2 = `${s1}:${keySignature}:nonce:FIRST:Ålice:AGENT:`;
    expect(
      signRequest(APPLY_ID, {
        host: 'neuron.example.com:8443',
        members: {
          userName: 'alice',
          keyId: 'key-1',
          nonce: 'nonce',
          Properties: [{ name: 'FIRST', value: 'Ålice' }, { name: 'AGENT' }],
        },
        actor: {},
        key: { localName: 'ed448', namespace: 'urn:nf:iot:e2e:1.0' },
        secrets: { keyPassword: 'schlüssel', accountPassword: 'пароль' },
      }),
    ).toEqual({ keySignature, requestSignature: openssl('пароль', s2) });
  });

  it('departs from the recipe as told', () => {
    const text =
      'alice:wrong.example:alice@example.com:correct-horse-battery-staple:your-api-key:random-unique-string-at-least-32-chars';
    expect(signRequest(CREATE, CREATE_CONTEXT, { host: 'wrong.example' })).toEqual({
      signature: openssl('your-api-secret', text),
    });
    expect(signRequest(CREATE, CREATE_CONTEXT, { key: 'guessed', host: 'wrong.example' })).toEqual({
      signature: openssl('guessed', text),
    });
    expect(signRequest(CREATE, CREATE_CONTEXT, { order: 'reversed' })).toEqual({
      signature: openssl(
        'your-api-secret',
        'random-unique-string-at-least-32-chars:your-api-key:correct-horse-battery-staple:alice@example.com:neuron.example.com:alice',
      ),
    });
    expect(signRequest(CREATE, CREATE_CONTEXT, { order: ['nonce', 'host'] })).toEqual({
      signature: openssl('your-api-secret', 'random-unique-string-at-least-32-chars:neuron.example.com'),
    });
  });

  it('is not made without its secret', () => {
    expect(() => signRequest(CREATE, { ...CREATE_CONTEXT, secrets: {} })).toThrow(
      'the recipe of signature needs the secret apiSecret',
    );
  });

  it('is not changed by the order of the members, and by no member that the recipe does not name', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), extra => {
        const reordered = Object.fromEntries(Object.entries(CREATE_CONTEXT.members).reverse());
        const named = CREATE[0]?.text.map(partLabel) ?? [];
        const unnamed = Object.fromEntries(Object.entries(extra).filter(([name]) => !named.includes(name)));
        expect(signRequest(CREATE, { ...CREATE_CONTEXT, members: { ...unnamed, ...reordered } })).toEqual(
          signRequest(CREATE, CREATE_CONTEXT),
        );
      }),
    );
  });
});

describe('a nonce', () => {
  it('is 32 random bytes in base64url', () => {
    expect(newNonce(bytes => new Uint8Array(bytes).fill(0xff))).toBe('__________________________________________8');
    const nonces = Array.from({ length: 500 }, () => newNonce(randomBytes));
    expect(new Set(nonces).size).toBe(500);
    expect(nonces.every(nonce => /^[\w-]{43}$/.test(nonce))).toBe(true);
  });
});
