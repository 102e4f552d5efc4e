import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactRecord, redactText, scanForSecrets } from '../../src/model/redaction.ts';
import { Secrets } from '../../src/model/secrets.ts';
import { exchange, passing, record, step, suite } from '../report/sample-record.ts';

const PASSWORD = 'p4ss/wörd+"<&\'> z=\\';
const JWT = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJqdGkiOiJhYmMiLCJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLWJ5dGVzLWhlcmU';

function secrets(): Secrets {
  const known = new Secrets();
  known.taint('password', 'alice', PASSWORD);
  known.taint('jwt', 'alice', JWT);
  known.taint('apiSecret', '', 'A1b2C3d4E5f6+G7h8/I9j0==');
  known.taint('code', 'alice', '483920');
  return known;
}

// Each form was made by Python 3: json, urllib.parse, html, base64.
const forms: readonly (readonly [form: string, text: string])[] = [
  ['plain', 'p4ss/wörd+"<&\'> z=\\'],
  ['JSON', 'p4ss/wörd+\\"<&\'> z=\\\\'],
  ['JSON in ASCII', 'p4ss/w\\u00f6rd+\\"<&\'> z=\\\\'],
  ['JSON in JSON', '\\"p4ss/w\\\\u00f6rd+\\\\\\"<&\'> z=\\\\\\\\\\"'],
  ['percent', 'p4ss%2Fw%C3%B6rd%2B%22%3C%26%27%3E%20z%3D%5C'],
  ['percent, all of it', '%70%34%73%73%2f%77%c3%b6%72%64%2b%22%3c%26%27%3e%20%7a%3d%5c'],
  ['percent, as a form', 'p4ss%2Fw%C3%B6rd%2B%22%3C%26%27%3E+z%3D%5C'],
  ['percent twice', 'p4ss%252Fw%25C3%25B6rd%252B%2522%253C%2526%2527%253E%2520z%253D%255C'],
  ['HTML', 'p4ss/wörd+&quot;&lt;&amp;&#x27;&gt; z=\\'],
  [
    'HTML by number',
    '&#112;&#52;&#115;&#115;&#47;&#119;&#246;&#114;&#100;&#43;&#34;&#60;&#38;&#39;&#62;&#32;&#122;&#61;&#92;',
  ],
  [
    'HTML by hex',
    '&#x70;&#x34;&#x73;&#x73;&#x2F;&#x77;&#xF6;&#x72;&#x64;&#x2B;&#x22;&#x3C;&#x26;&#x27;&#x3E;&#x20;&#x7A;&#x3D;&#x5C;',
  ],
  ['base64', 'cDRzcy93w7ZyZCsiPCYnPiB6PVw='],
  ['base64url', 'cDRzcy93w7ZyZCsiPCYnPiB6PVw='],
  ['base64 of alice:password', 'YWxpY2U6cDRzcy93w7ZyZCsiPCYnPiB6PVw='],
  ['base64 at another alignment', 'YWxpY2UyOnA0c3Mvd8O2cmQrIjwmJz4gej1cOnRhaWw='],
  [
    'base64 in lines',
    'eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHhwNHNzL3fD\ntnJkKyI8Jic+IHo9XHl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5\neXl5eXl5\n',
  ],
  ['hex', '703473732f77c3b672642b223c26273e207a3d5c'],
];

/** Every reading of a text that a curious person tries: escapes undone, base64 at each of four places decoded. */
function readings(text: string): string[] {
  const undone = (from: string): string =>
    from
      .replaceAll('+', ' ')
      .replace(/(?:%[0-9a-f]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
      .replace(/\\(?:u([0-9a-f]{4})|(["\\/]))/gi, (_all, hex?: string, plain?: string) =>
        hex === undefined ? (plain ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
      )
      .replace(/&#x([0-9a-f]+);/gi, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/&#(\d+);/g, (_all, number: string) => String.fromCodePoint(Number(number)))
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const runs = text.replaceAll('\n', '').match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
  return [
    text,
    undone(text),
    undone(undone(text)),
    ...runs.flatMap(run => [0, 1, 2, 3].map(cut => Buffer.from(run.slice(cut), 'base64').toString('utf8'))),
    ...runs.map(run => Buffer.from(run, 'hex').toString('utf8')),
  ];
}

describe('one secret, however it is written', () => {
  test.each(forms)('%s', (_form, text) => {
    const around = `before "${text}" after`;
    expect(readings(around).some(reading => reading.includes(PASSWORD.slice(2, 9)))).toBe(true);
    const clean = redactText(around, secrets());
    expect(clean).toMatch(/^before "[\s\S]*«password:alice»[\s\S]*" after$/);
    expect(readings(clean).filter(reading => reading.includes(PASSWORD.slice(2, 9)))).toEqual([]);
  });
});

test('the names keep flows readable, and what is no secret stays as it is', () => {
  expect(redactText(`Authorization: Bearer ${JWT}`, secrets())).toBe('Authorization: Bearer «jwt:alice»');
  expect(redactText('{"userName":"alice","seconds":3600}', secrets())).toBe('{"userName":"alice","seconds":3600}');
});

test('segments of a token are found alone, but not the header that all tokens share', () => {
  const [head, payload, signature] = JWT.split('.');
  expect(redactText(`${payload} ${signature}`, secrets())).toBe('«jwt:alice» «jwt:alice»');
  expect(redactText(`${head}`, secrets())).toBe(head);
});

test('base64 values are found without padding and in the alphabet of addresses', () => {
  expect(redactText('?s=A1b2C3d4E5f6-G7h8_I9j0', secrets())).toBe('?s=«apiSecret»');
  expect(redactText('"A1b2C3d4E5f6\\u002BG7h8\\/I9j0=="', secrets())).toBe('"«apiSecret»"');
});

test('a short value is replaced only where it stands alone', () => {
  expect(redactText('Your code is 483920.', secrets())).toBe('Your code is «code:alice».');
  expect(redactText('1483920 and 4839201 and 483920-1', secrets())).toBe('1483920 and 4839201 and 483920-1');
});

test('a longer value goes before a shorter one inside it', () => {
  const known = new Secrets();
  known.taint('short', '', 'inner-secret-1');
  known.taint('long', '', 'outer inner-secret-1 outer');
  expect(redactText('outer inner-secret-1 outer, inner-secret-1', known)).toBe('«long», «short»');
});

describe('a record', () => {
  const of = (value: Partial<Parameters<typeof exchange>[2]>, id = 'a') =>
    record([
      suite('s', 's', [step(id, { at: 0, exchanges: [exchange('s/a/1', 0, { endpoint: 'Account/Info', ...value })] })]),
    ]);
  const answerOf = (made: ReturnType<typeof record>) => made.suites[0]?.steps[0]?.exchanges[0]?.answer;

  test('is redacted in values, member names and evidence numbers; its own numbers stay', () => {
    const value = JSON.parse(`{"${JWT}":[${JSON.stringify(PASSWORD)}],"code":483920,"__proto__":{"x":"${JWT}"}}`);
    const made = of({
      answer: {
        status: 200,
        headers: [['X-Echo', JWT]],
        body: { text: JSON.stringify(value), bytes: 483920, truncated: false },
        value,
      },
    });
    const clean = redactRecord(made, secrets());
    expect(answerOf(clean)).toEqual({
      status: 200,
      headers: [['X-Echo', '«jwt:alice»']],
      body: {
        text: '{"«jwt:alice»":["«password:alice»"],"code":"«#code:alice»","__proto__":{"x":"«jwt:alice»"}}',
        bytes: 483920,
        truncated: false,
      },
      value: JSON.parse('{"«jwt:alice»":["«password:alice»"],"code":"«code:alice»","__proto__":{"x":"«jwt:alice»"}}'),
    });
    expect(clean.redaction).toEqual({ secrets: 4 });
  });

  test('is redacted in bytes that are no text, compressed ones too', () => {
    const body = (bytes: Buffer) => ({
      text: '\ufffd',
      bytes: bytes.length,
      truncated: false,
      base64: bytes.toString('base64'),
    });
    const made = (bytes: Buffer) =>
      redactRecord(of({ answer: { status: 200, headers: [], body: body(bytes) } }), secrets());
    const bytesOf = (bytes: Buffer) =>
      Buffer.from(answerOf(made(bytes))?.body.base64 ?? '', 'base64').toString('latin1');
    expect(bytesOf(Buffer.from(`\u00ff${PASSWORD}\u00fe`, 'utf8'))).not.toContain('p4ss');
    expect(bytesOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('harmless')]))).toBe('\u00ff\u00feharmless');
    expect(bytesOf(gzipSync(`token ${JWT}`))).toBe(
      Buffer.from('«compressed bytes that held a secret»').toString('latin1'),
    );
  });

  test('shares what was clean', () => {
    const made = passing();
    expect(redactRecord(made, secrets()).suites).toBe(made.suites);
  });

  test('loses what is too deep to be written, and says so', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 5000; i++) deep = [deep];
    const made = of({
      answer: { status: 200, headers: [], body: { text: '', bytes: 0, truncated: false }, value: deep as never },
    });
    expect(JSON.stringify(redactRecord(made, secrets()))).toContain('nested deeper than 200 levels');
  });
});

describe('the recorded text of a JSON body', () => {
  const known = (): Secrets => {
    const all = secrets();
    all.taint('pin', 'bob', '123456789012');
    all.taint('word', '', 'true');
    return all;
  };
  const kept = (text: string): string => {
    const body = { text, bytes: text.length, truncated: false };
    const made = exchange('s/a/1', 0, { endpoint: null, answer: { status: 200, headers: [], body } });
    const clean = redactRecord(record([suite('s', 's', [step('a', { at: 0, exchanges: [made] })])]), known());
    return clean.suites[0]?.steps[0]?.exchanges[0]?.answer?.body.text ?? '';
  };

  test.each([
    ['a member', '{"code":483920}', '{"code":"«#code:alice»"}'],
    ['white space', '{\n  "code" :\t483920\r\n}', '{\n  "code" :\t"«#code:alice»"\r\n}'],
    ['items', '[483920,1,[483920 ]]', '["«#code:alice»",1,["«#code:alice»" ]]'],
    ['a fraction', '{"code":483920.0,"b":0.483920}', '{"code":"«#code:alice»","b":"«#code:alice»"}'],
    ['an exponent', '[483920.0E+0,123456789012e-3]', '["«#code:alice»","«#pin:bob»"]'],
    ['a negative number', '[-123456789012,-483920]', '["«#pin:bob»",-483920]'],
    ['digits of a longer number', '{"a":9123456789012345}', '{"a":"«#pin:bob»"}'],
    ['a truth value', '{"a":true,"b":[true]}', '{"a":"«#word»","b":["«#word»"]}'],
    ['two secrets in one number', '[483920.123456789012]', '["«#code:alice»"]'],
    ['a text', '{"code":"483920"}', '{"code":"«code:alice»"}'],
    ['what looks bare inside a text', '["code: 483920, [483920]",1]', '["code: «code:alice», [«code:alice»]",1]'],
    ['JSON in a text', '{"a":"{\\"code\\":483920}"}', '{"a":"{\\"code\\":«code:alice»}"}'],
    [
      'a number after escapes',
      '["\\\\",483920,"\\\\\\"",483920]',
      '["\\\\","«#code:alice»","\\\\\\"","«#code:alice»"]',
    ],
  ])('stays JSON: %s', (_what, text, expected) => {
    expect(kept(text)).toBe(expected);
    expect(() => JSON.parse(expected)).not.toThrow();
  });

  test.each([
    ['a form', 'code=483920', 'code=«code:alice»'],
    ['XML', '<a code="483920">483920</a>', '<a code="«code:alice»">«code:alice»</a>'],
    ['a plain number', '483920', '«code:alice»'],
    ['JSON that was cut', '{"code":483920,"text":"483920 ', '{"code":«code:alice»,"text":"«code:alice» '],
    ['no JSON', "{'code':483920,}", "{'code':«code:alice»,}"],
  ])('stays as it was otherwise: %s', (_what, text, expected) => expect(kept(text)).toBe(expected));

  test('takes a hostile number in its stride', () => {
    expect(kept(`[${'123456789012'.repeat(200_000)}]`)).toBe('["«#pin:bob»"]');
  });

  test('is redacted as its value is, whatever the value', () => {
    const leaf = fc.oneof(
      fc.constantFrom(483920, true, null, 7, -1.5e9),
      fc.constantFrom('483920', 'a "483920", [483920]', '\\', '"', '{"code":483920}', ': 483920,', '\\"483920'),
    );
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', '"', '\\', ':'), tie('value')),
      ),
    }));
    const named = (_key: string, one: unknown) =>
      one === 483920
        ? '«#code:alice»'
        : one === true
          ? '«#word»'
          : typeof one === 'string'
            ? one.replaceAll('483920', '«code:alice»')
            : one;
    fc.assert(
      fc.property(
        fc.oneof(fc.array(value), fc.dictionary(fc.constantFrom('x', 'y'), value)),
        fc.nat(3),
        (made, indent) => {
          const clean = kept(JSON.stringify(made, null, indent));
          expect(clean).not.toContain('483920');
          expect(JSON.parse(clean)).toEqual(JSON.parse(JSON.stringify(made, named)));
        },
      ),
    );
  });
});

describe('the scan of what was written', () => {
  const known = secrets();

  test.each(forms.filter(([form]) => !/twice|in JSON|by number|by hex|all of it|in lines/.test(form)))(
    'finds %s',
    (_form, text) => {
      const leaks = scanForSecrets(Buffer.from(`<p>${text}</p>`), known);
      expect(leaks.map(({ name, offset }) => ({ name, near: offset <= 16 }))).toEqual([
        { name: '«password:alice»', near: true },
      ]);
    },
  );

  test('finds a secret anywhere in megabytes, and nothing where there is none', () => {
    const noise = Buffer.from('lorem ipsum dolor sit amet, '.repeat(100_000));
    expect(scanForSecrets(noise, known)).toEqual([]);
    expect(scanForSecrets(Buffer.concat([noise, Buffer.from(JWT), noise]), known)).toEqual([
      { name: '«jwt:alice»', form: 'plain', offset: noise.length },
    ]);
  });

  test('does not look for short codes', () => {
    expect(scanForSecrets(Buffer.from('483920'), known)).toEqual([]);
  });
});

test('thousands of secrets in megabytes are replaced in one pass', () => {
  const known = new Secrets();
  const values = Array.from(
    { length: 3000 },
    (_, i) => `secret-${i.toString(36).padStart(6, '0')}-${(i * 7919).toString(36)}`,
  );
  for (const value of values) known.taint('token', '', value);
  const text = values.map(value => `{"a":"${value}","filler":"${'.'.repeat(500)}"}`).join('\n');
  const clean = redactText(text, known);
  expect(values.filter(value => clean.includes(value))).toEqual([]);
  expect(clean.match(/«token(#\d+)?»/g)).toHaveLength(3000);
});
