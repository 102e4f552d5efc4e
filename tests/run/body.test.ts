import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/catalogue.ts';
import { encodeBody } from '../../src/run/body.ts';
import type { ENCODINGS } from '../../src/suite/index.ts';

const spec = loadContract().endpoint('Account/Refresh');
if (spec === undefined) throw new Error('Account/Refresh is not in the contract');

const VALUE = { name: 'Åsa & Co', seconds: 60, yes: true, list: [1], text: '--part-1\r\n' };
const encoded = (encoding: (typeof ENCODINGS)[number]) => encodeBody(VALUE, encoding, spec, () => 'part-x7');

/** What Node's own fetch reads out of a body. */
const formOf = async ({ type, bytes }: ReturnType<typeof encodeBody>): Promise<unknown> =>
  Object.fromEntries(await new Response(bytes as string, { headers: { 'Content-Type': type ?? '' } }).formData());

describe('a body', () => {
  test.each(['form', 'multipart'] as const)('as %s is read back by fetch', async encoding => {
    expect(await formOf(encoded(encoding))).toEqual({
      name: 'Åsa & Co',
      seconds: '60',
      yes: 'true',
      list: '[1]',
      text: '--part-1\r\n',
    });
  });

  test.each([
    ['json', 'application/json'],
    ['text', 'text/plain'],
    ['octets', 'application/octet-stream'],
    ['unknown-type', 'application/x-unheard-of'],
    ['untyped', null],
  ] as const)('as %s is JSON under the type %s', (encoding, type) => {
    const { type: told, bytes } = encoded(encoding);
    expect([told, JSON.parse(String(bytes))]).toEqual([type, VALUE]);
  });

  test('as none is none', () => {
    expect(encoded('none')).toEqual({ type: null, bytes: null });
  });

  test('that is empty is an empty object', () => {
    expect(encodeBody(undefined, 'json', spec, () => '')).toEqual({ type: 'application/json', bytes: '{}' });
  });

  test('as XML is what the contract describes', () => {
    expect(encodeBody({ seconds: 60 }, 'xml', spec, () => '')).toEqual({
      type: 'text/xml',
      bytes: expect.stringMatching(
        /^<Refresh xmlns="https:\/\/waher\.se\/Schema\/BrokerAgent\.xsd" seconds="60"\s?\/>$/,
      ),
    });
  });
});
