import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSyntaxError, readJson } from '../../src/reference-neuron/json/reader.ts';
import { isoText, unixSeconds, writeJson } from '../../src/reference-neuron/json/writer.ts';
import { XmlElement } from '../../src/reference-neuron/xml/element.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the reader of JSON', () => {
  it('reads whatever the standard has as the standard does', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(plain(readJson(written))).toEqual(JSON.parse(written));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['{a:1,_b$2:2}', { a: 1, _b$2: 2 }],
    ['{"a":1,}', { a: 1 }],
    ['// x\n{/* y */"a" : +.5, "b": 5.}', { a: 0.5, b: 5 }],
    ["{'a':'b'}", { a: 'b' }],
    ['{"a":1,"a":2}', { a: 2 }],
    [String.raw`"\x41\u00e5\a\v\q"`, 'Aå\x07\vq'],
    ['\uFEFF true ', true],
  ])('is lenient with %s', (text, value) => {
    expect(plain(readJson(text))).toEqual(plain(value));
  });

  it.each([
    ['', 'Unexpected end of JSON.'],
    ['{"a":', 'Unexpected end of JSON.'],
    ['{"a"', 'Unexpected end of JSON.'],
    ['"a', 'Unexpected end of JSON.'],
    ['[1,2', 'Unexpected end of JSON.'],
    ['{"a" 1}', 'Invalid JSON.'],
    ['[1,]', 'Invalid JSON.'],
    ['{,}', 'Invalid JSON.'],
    ['nul,', 'Invalid JSON.'],
    ['"\\u12"', 'Invalid JSON.'],
    ['{} {}', 'Unexpected content at end of string.'],
    ['[['.repeat(400), 'Invalid JSON.'],
  ])('refuses %j', (text, message) => {
    expect(() => readJson(text)).toThrow(new JsonSyntaxError(message));
  });

  it('keeps names that objects of the language have of their own', () => {
    const value = readJson('{"__proto__":{"x":1},"constructor":2}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  });
});

describe('the writer of JSON', () => {
  it('writes times as seconds or as text, and XML as objects', () => {
    const value = {
      at: new Date(Date.UTC(2024, 7, 2, 10, 22, 11, 999)),
      none: null,
      absent: undefined,
      list: [
        new XmlElement('a', 'urn:a', [['b', '1']], ['x', new XmlElement('c', 'urn:a'), new XmlElement('c', 'urn:a')]),
      ],
    };
    const c = '{"__name":"c","__ns":"urn:a"}';
    const xml = `{"__name":"a","__ns":"urn:a","b":"1","c":[${c},${c}],"value":"x"}`;
    expect(writeJson(value, unixSeconds)).toBe(`{"at":1722594131,"none":null,"list":[${xml}]}`);
    expect(writeJson({ at: value.at }, isoText)).toBe('{"at":"2024-08-02T10:22:11Z"}');
  });
});
