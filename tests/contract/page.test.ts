import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/catalogue.ts';
import { endpointSection } from '../../src/contract/generate/page/endpoint-section.ts';
import { anchor } from '../../src/contract/generate/page/markdown.ts';
import { signWords } from '../../src/contract/generate/page/sign-words.ts';
import { typeWords } from '../../src/contract/generate/page/type-words.ts';
import { parsePattern } from '../../src/contract/notation/index.ts';
import { loadValidators } from '../../src/contract/validators.ts';

const contract = loadContract();
const page = readFileSync(new URL('../../docs/agent-api.md', import.meta.url), 'utf8');

test('every link inside the page leads to a heading, and every endpoint has one', () => {
  const headings = new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading)));
  const targets = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target);
  expect(targets.filter(target => !headings.has(target ?? ''))).toEqual([]);
  expect(contract.endpoints.filter(spec => !targets.includes(anchor(spec.endpoint)))).toEqual([]);
});

test('the JSON on the page is valid under the schemas', () => {
  const validators = loadValidators();
  for (const spec of contract.endpoints) {
    const [request, answer] = splitSides(endpointSection(spec));
    for (const example of examplesIn(request)) expect(validators.request(spec.endpoint, example) ?? []).toEqual([]);
    for (const example of examplesIn(answer)) expect(validators.answer(spec.endpoint, example) ?? []).toEqual([]);
  }
});

const splitSides = (section: string): readonly [string, string] => {
  const at = section.indexOf('\n**Answer**');
  return [section.slice(0, at), section.slice(at)];
};

const examplesIn = (text: string): readonly unknown[] =>
  [...text.matchAll(/```json\n(.*?)\n```/gs)].map(([, json = '']) => JSON.parse(json));

test.each([
  ['Required(Int(0 < P <= 3600))', 'whole number, above 0, at most 3600'],
  ['Optional(Str(P)[])', 'list of texts'],
  ['Optional(Str(P[]))', 'list of texts'],
  ['{ "a": Required(Str(A)) }?[]', 'list of objects'],
  ['Required(DateTime(P > Now))', 'date and time, above the present'],
  ['Required(P)', 'anything'],
  ['{}', 'empty object'],
])('%s reads: %s', (notation, words) => {
  expect(typeWords(parsePattern(notation))).toBe(words);
});

test('a recipe reads as sentences', () => {
  const sign = contract.endpoint('Legal/ApplyId')?.sign ?? [];
  expect(signWords(sign)).toEqual([
    "`keySignature` is the base64 of HMAC-SHA-256, keyed with the password of the signing key, over the account's userName `:` the `Host` header `:` the signing key's localName `:` the signing key's namespace `:` `keyId`.",
    "`requestSignature` is the base64 of HMAC-SHA-256, keyed with the account's password, over the text that `keySignature` was made over `:` `keySignature` `:` `nonce` `:` the `name` `:` `value` of each of `Properties` in order.",
  ]);
  expect(signWords('unknown')).toEqual(['The call is signed, but no source publishes the recipe.']);
});
