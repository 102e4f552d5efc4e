import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePattern, parseXmlPattern, printPattern, printXmlPattern } from '../../../src/contract/notation/index.ts';
import { anyPattern, anyXmlPattern } from './arbitraries.ts';

test('parsing what was printed gives the pattern again', () => {
  fc.assert(
    fc.property(anyPattern, pattern => {
      expect(parsePattern(printPattern(pattern), { lenient: true })).toEqual(pattern);
    }),
    { numRuns: 500 },
  );
});

test('parsing printed XML gives the XML pattern again', () => {
  fc.assert(
    fc.property(anyXmlPattern, pattern => {
      expect(parseXmlPattern(printXmlPattern(pattern), { lenient: true })).toEqual(pattern);
    }),
    { numRuns: 500 },
  );
});

test('printing is stable and lays members out a line each', () => {
  const text = `{"b" : Required(String( P )) , a: { "n": Integer(10>=N) , * }?[], // a note
    "t":[X,-1] }`;
  const printed = printPattern(parsePattern(text));
  expect(printed).toMatchInlineSnapshot(`
    "{
      "b": Required(Str(P)),
      "a": {
        "n": Int(N <= 10),
        *
      }?[],
      "t": [X, -1]
    }"
  `);
  expect(printPattern(parsePattern(printed))).toBe(printed);
});

test('XML is printed with its attributes under one another', () => {
  const text = `<A xmlns='urn:x' b=Required(Str(B)) c="text" *><!-- note --><[<I n=(N<5) />?[]]><[Optional(<O><[Xml(X)]></O>)]> word </A>`;
  const printed = printXmlPattern(parseXmlPattern(text));
  expect(printed).toMatchInlineSnapshot(`
    "<A xmlns="urn:x"
       b=(Required(Str(B)))
       c="text"
       *>
      <[
      <I n=(N < 5) />?[]
      ]>
      <[Optional(
      <O>
        <[Xml(X)]>
      </O>)]>
      word
    </A>"
  `);
  expect(printXmlPattern(parseXmlPattern(printed))).toBe(printed);
});
